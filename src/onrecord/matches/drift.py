"""Quotations of one speaker that outlets word differently, aligned word by word."""

import difflib
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.resolution.layout import split_words

_LEAST_ALIKE = 0.6
_FEWEST_WORDS = 5
_MOST_WORDINGS = 40


@dataclass(frozen=True, slots=True)
class Quotation:
    """What one report puts between quotation marks.

    Attributes:
        id: the report's.
        speaker: who is quoted.
    """

    id: str
    speaker: str
    words: str


@dataclass(frozen=True, slots=True)
class Drift:
    """Two wordings of one quotation.

    Attributes:
        first, second: ids of the reports.
        changes: what stands in the first and in the second instead, "" for nothing.
    """

    first: str
    second: str
    changes: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        """In one sentence."""
        shown = "; ".join(f"“{one or '–'}” / “{other or '–'}”" for one, other in self.changes)
        return f"the same quotation in two wordings: {shown}"


def find_drift(quotations: Sequence[Quotation]) -> tuple[Drift, ...]:
    """Pairs of quotations of one speaker that are one, and yet differ in words.

    Of many reports in the same words the first is compared, and of each speaker at most forty
    wordings.
    """
    wordings: dict[str, dict[str, Quotation]] = {}
    for quotation in quotations:
        own = wordings.setdefault(quotation.speaker, {})
        if len(own) < _MOST_WORDINGS:
            own.setdefault(" ".join(_words_of(quotation.words)).lower(), quotation)
    return tuple(
        drift
        for own in wordings.values()
        for one, other in itertools.combinations(own.values(), 2)
        for drift in _compare(one, other)
    )


def _compare(one: Quotation, other: Quotation) -> Iterator[Drift]:
    mine, theirs = _words_of(one.words), _words_of(other.words)
    if min(len(mine), len(theirs)) < _FEWEST_WORDS:
        return
    matcher = difflib.SequenceMatcher(None, [w.lower() for w in mine], [w.lower() for w in theirs])
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return
    shared = sum(block.size for block in blocks)
    # A quotation may be cut at its ends: what is compared lies between the first and last match.
    first, last = blocks[0], blocks[-1]
    inside = min(last.a + last.size - first.a, last.b + last.size - first.b)
    if shared < max(_FEWEST_WORDS, _LEAST_ALIKE * inside):
        return
    changes = tuple(
        (" ".join(mine[low:high]), " ".join(theirs[below:above]))
        for kind, low, high, below, above in matcher.get_opcodes()
        if kind != "equal"
        and first.a <= low
        and high <= last.a + last.size
        and first.b <= below
        and above <= last.b + last.size
    )
    if changes:
        yield Drift(one.id, other.id, changes)


def _words_of(text: str) -> list[str]:
    return [word.text for word in split_words(text, 0, len(text))]

"""Which predicted attribution is which gold one: the shared scorer's rules, in our own code.

The scorer prints totals; slices and calibration need to know of each single attribution whether it
was found. `make eval` compares the totals of both and fails where they differ.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from evaluation.gold import Pieces, Record

OVERLAP = 0.5
"""Shared letters of two contents over all their letters, at least."""
FORMS = ("direct", "mixed", "indirect")

_WORD = re.compile(r"\w+(?:['\u2019-]\w+)*")
_MARK = re.compile("[\u201c\u201d\"\n]|''")


@dataclass(frozen=True, slots=True)
class Letters:
    """An attribution as the letters and digits that it covers.

    Attributes:
        content, source: positions of letters and digits.
        source_words: numbers of the words that the source touches.
        form: direct, mixed or indirect, by double quotation marks.
    """

    content: frozenset[int]
    source: frozenset[int]
    source_words: frozenset[int]
    form: str


@dataclass(frozen=True, slots=True)
class Lettering:
    """A text prepared to be matched on: its quoted positions, and the word at each position."""

    text: str
    quoted: frozenset[int] = field(init=False)
    word_at: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "quoted", find_quoted(self.text))
        words = {
            position: number
            for number, match in enumerate(_WORD.finditer(self.text))
            for position in range(*match.span())
        }
        object.__setattr__(self, "word_at", words)

    def letter(self, record: Record) -> Letters:
        """The letters of one attribution."""
        content = self._letters(record.get("content"))
        source = self._letters(record.get("source"))
        words = frozenset(self.word_at[p] for p in source if p in self.word_at)
        return Letters(content, source, words, self._form(content))

    def _letters(self, pieces: Pieces | None) -> frozenset[int]:
        return frozenset(
            position
            for start, end in pieces or ()
            for position in range(max(0, start), min(end, len(self.text)))
            if self.text[position].isalnum()
        )

    def _form(self, content: frozenset[int]) -> str:
        inside = len(content & self.quoted)
        if not inside:
            return "indirect"
        return "direct" if inside == len(content) else "mixed"


def find_quoted(text: str) -> frozenset[int]:
    """Positions between double quotation marks; a quotation left open ends with its paragraph."""
    inside: set[int] = set()
    start: int | None = None
    for match in _MARK.finditer(text):
        mark = match[0]
        if start is None:
            start = None if mark in "\u201d\n" else match.end()
        elif mark != "\u201c":
            inside.update(range(start, match.start()))
            start = None
    if start is not None:
        inside.update(range(start, len(text)))
    return frozenset(inside)


def source_fits(gold: Letters, prediction: Letters) -> bool:
    """Whether both sources share a word, or both are missing."""
    if not gold.source or not prediction.source:
        return not gold.source and not prediction.source
    return bool(gold.source_words & prediction.source_words)


def pair_attributions(
    golds: Sequence[Letters], predictions: Sequence[Letters], *, with_source: bool
) -> list[tuple[int, int]]:
    """Pair one to one, the most similar contents first.

    Args:
        golds: of one article.
        predictions: of the same article.
        with_source: only pairs whose sources fit ("full"), not all that overlap.

    Returns:
        (position in golds, position in predictions) of each pair.
    """
    candidates = []
    for g, gold in enumerate(golds):
        for p, prediction in enumerate(predictions):
            common = len(gold.content & prediction.content)
            if not common:
                continue
            similarity = common / (len(gold.content) + len(prediction.content) - common)
            fits = source_fits(gold, prediction)
            if similarity >= OVERLAP and (fits or not with_source):
                candidates.append((-similarity, not fits, g, p))
    return _take_apart(sorted(candidates))


def _take_apart(candidates: Iterable[tuple[float, bool, int, int]]) -> list[tuple[int, int]]:
    golds: set[int] = set()
    predictions: set[int] = set()
    pairs = []
    for _, _, g, p in candidates:
        if g not in golds and p not in predictions:
            golds.add(g)
            predictions.add(p)
            pairs.append((g, p))
    return pairs


@dataclass(frozen=True, slots=True)
class Judged:
    """One attribution, gold or predicted, and whether the other side has it too.

    Attributes:
        article: the article's name.
        record: its passages.
        form: direct, mixed or indirect.
        overlap: whether a content of the other side overlaps by half.
        full: whether one does whose source fits.
    """

    article: str
    record: Record
    form: str
    overlap: bool
    full: bool


def judge_article(
    article: str, text: str, golds: Sequence[Record], predictions: Sequence[Record]
) -> tuple[list[Judged], list[Judged]]:
    """Gold and predicted attributions of one article, each with whether it was matched."""
    lettering = Lettering(text)
    sides = [[lettering.letter(record) for record in side] for side in (golds, predictions)]
    pairs = [pair_attributions(*sides, with_source=full) for full in (False, True)]
    judged = []
    for number, records in enumerate((golds, predictions)):
        overlap, full = ({pair[number] for pair in found} for found in pairs)
        letters = sides[number]
        judged.append(
            [
                Judged(article, record, letters[n].form, n in overlap, n in full)
                for n, record in enumerate(records)
            ]
        )
    return judged[0], judged[1]

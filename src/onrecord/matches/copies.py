"""Texts that repeat each other: wire copy, cut, reordered, with another lead or changed words.

Signatures are MinHashes (Broder 1997) of short runs of meaning words; whatever shares a band with a
text is compared with it exactly, by how much of the shorter text stands in the longer one.
"""

import operator
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.findings.content_words import content_stems
from onrecord.matches.word_forms import head_of
from onrecord.resolution.layout import split_words

if TYPE_CHECKING:
    from rensa import RMinHash

LEAST_SHARED = 12
"""Runs that two texts must share at least: one quotation of a sentence or two is no copy."""
LEAST_SHARE = 0.3
"""Share of the shorter text's runs that must stand in the longer one."""
UNSURE = (0.2, 0.45)
"""Estimates between these leave it open whether two texts are copies: they are compared exactly."""
_RUN = 3
_PERMUTATIONS, _BANDS, _SEED = 128, 64, 20250210


@dataclass(frozen=True, slots=True)
class Copy:
    """Two texts that repeat each other.

    Attributes:
        first, second: their names, in the order in which they were added.
        share: how much of the shorter one stands in the longer one, 0 to 1.
        shared: how many runs of words they share.
    """

    first: str
    second: str
    share: float
    shared: int


def runs_of(text: str) -> frozenset[tuple[str, ...]]:
    """The runs of three meaning words of a text; words for one another count as the same."""
    stems = [head_of(stem) for stem in content_stems(split_words(text, 0, len(text)))]
    return frozenset(zip(*(stems[offset:] for offset in range(_RUN)), strict=False))


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a text to tell later which others repeat it.

    Attributes:
        runs: how many different runs it has.
        digest: its MinHash, 128 unsigned numbers of 32 bits.
    """

    runs: int
    digest: tuple[int, ...]


def sketch_runs(runs: frozenset[tuple[str, ...]], name: str) -> Sketch:
    """The sketch of a text with these runs; one that has none is like itself only, by its name."""
    return Sketch(len(runs), tuple(_hash_runs(runs, name).digest()))


def estimate_copy(one: Sketch, other: Sketch) -> float:
    """How much of the shorter text stands in the longer one, 0 to 1, to about a twentieth.

    The share of equal numbers estimates how many runs of both are shared (Broder 1997), from which
    follows how many of the shorter text's.
    """
    equal: float = sum(map(operator.eq, one.digest, other.digest)) / len(one.digest)
    shared = equal * (one.runs + other.runs) / (1 + equal)
    return min(1.0, shared / max(1, min(one.runs, other.runs)))


def compare_texts(
    first: tuple[str, frozenset[tuple[str, ...]]], second: tuple[str, frozenset[tuple[str, ...]]]
) -> Copy | None:
    """Whether two texts, each its name with its runs, repeat each other."""
    shared = len(first[1] & second[1])
    share = shared / max(1, min(len(first[1]), len(second[1])))
    if shared < LEAST_SHARED or share < LEAST_SHARE:
        return None
    return Copy(first[0], second[0], share, shared)


def _hash_runs(runs: frozenset[tuple[str, ...]], text: str) -> "RMinHash":
    from rensa import RMinHash

    sketch = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    sketch.update([" ".join(run) for run in sorted(runs)] or [text])
    return sketch


class CopyFinder:
    """Texts added one by one; each is told which of those before it repeats.

    A text costs the same however many there are, but for those that share much with it.
    """

    def __init__(self) -> None:
        from rensa import RMinHashLSH

        self._index = RMinHashLSH(threshold=LEAST_SHARE, num_perm=_PERMUTATIONS, num_bands=_BANDS)
        self._names: list[str] = []
        self._runs: list[frozenset[tuple[str, ...]]] = []

    def add(self, name: str, text: str) -> tuple[Copy, ...]:
        """The earlier texts that this one repeats, the most alike first."""
        runs = runs_of(text)
        sketch = _hash_runs(runs, name)
        near = self._index.query(sketch)
        found = sorted(self._compare(near, name, runs), key=lambda copy: -copy.share)
        self._index.insert(len(self._names), sketch)
        self._names.append(name)
        self._runs.append(runs)
        return tuple(found)

    def _compare(
        self, near: Iterable[int], name: str, runs: frozenset[tuple[str, ...]]
    ) -> Iterator[Copy]:
        for number in set(near):
            copy = compare_texts((self._names[number], self._runs[number]), (name, runs))
            if copy is not None:
                yield copy

"""Texts that repeat each other: wire copy, cut, reordered, with another lead or changed words.

Signatures are MinHashes (Broder 1997) of short runs of meaning words; whatever shares a band with a
text is compared with it exactly, by how much of the shorter text stands in the longer one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.findings.content_words import content_stems
from onrecord.matches.word_forms import head_of
from onrecord.resolution.layout import split_words

LEAST_SHARED = 12
"""Runs that two texts must share at least: one quotation of a sentence or two is no copy."""
LEAST_SHARE = 0.3
"""Share of the shorter text's runs that must stand in the longer one."""
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
        from rensa import RMinHash

        runs = runs_of(text)
        sketch = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        sketch.update([" ".join(run) for run in sorted(runs)] or [name])
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
            others = self._runs[number]
            shared = len(runs & others)
            share = shared / max(1, min(len(runs), len(others)))
            if shared >= LEAST_SHARED and share >= LEAST_SHARE:
                yield Copy(self._names[number], name, share, shared)

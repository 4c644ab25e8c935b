"""Which attributions' contents a position of the text stands in."""

import bisect
from collections.abc import Sequence

from onrecord.records import Attribution


class Speech:
    """The contents of an article's attributions, looked up by position."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        numbers = {attribution.id: number for number, attribution in enumerate(attributions)}
        self._parents = [
            numbers.get(attribution.parent_id) if attribution.parent_id is not None else None
            for attribution in attributions
        ]
        self._pieces = sorted(
            (piece.start, piece.end, number)
            for number, attribution in enumerate(attributions)
            for piece in attribution.content
        )
        self._starts = [start for start, _, _ in self._pieces]
        # The farthest end among the first pieces: where a backward search can stop.
        self._reach: list[int] = []
        for _, end, _ in self._pieces:
            self._reach.append(max(end, self._reach[-1] if self._reach else 0))

    def parent_of(self, number: int) -> int | None:
        """The attribution inside whose content this one stands."""
        return self._parents[number]

    def contents_around(self, position: int, *, but: int | None) -> list[int]:
        """The attributions in whose content the position stands, innermost first."""
        around = []
        index = bisect.bisect_right(self._starts, position) - 1
        while index >= 0 and self._reach[index] > position:
            start, end, number = self._pieces[index]
            if end > position and number != but:
                around.append((end - start, number))
            index -= 1
        return [number for _, number in sorted(around)]

    def innermost_at(self, position: int) -> int | None:
        """The attribution in whose content the position stands; of several the innermost."""
        index = bisect.bisect_right(self._starts, position) - 1
        best: tuple[int, int] | None = None
        while index >= 0 and self._reach[index] > position:
            start, end, number = self._pieces[index]
            if end > position and (best is None or (end - start, number) < best):
                best = (end - start, number)
            index -= 1
        return None if best is None else best[1]

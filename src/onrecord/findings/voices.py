"""In whose voice a passage of the article stands."""

import bisect
from collections.abc import Sequence

from onrecord.records import Attribution, Span


class Voices:
    """The outermost contents of an article, looked up by position."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._pieces = sorted(
            (piece.start, piece.end, number)
            for number, attribution in enumerate(attributions)
            if attribution.parent_id is None
            for piece in attribution.content
        )
        self._starts = [start for start, _, _ in self._pieces]
        self._attributions = attributions

    def attribution_at(self, position: int) -> Attribution | None:
        """The outermost attribution in whose content a position stands; None in the author's."""
        number = bisect.bisect_right(self._starts, position) - 1
        if number >= 0 and position < self._pieces[number][1]:
            return self._attributions[self._pieces[number][2]]
        return None

    def attributions_in(self, span: Span) -> list[Attribution]:
        """The outermost attributions that have a piece of content which overlaps a passage."""
        number = max(0, bisect.bisect_right(self._starts, span.start) - 1)
        found = []
        for start, end, which in self._pieces[number:]:
            if start >= span.end:
                break
            if end > span.start:
                found.append(self._attributions[which])
        return found

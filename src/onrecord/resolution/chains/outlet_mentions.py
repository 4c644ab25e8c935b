"""Where an article names outlets that are not its own."""

import bisect
from collections.abc import Iterable, Mapping, Sequence

from onrecord.records import Entity, EntityKind, Span
from onrecord.resolution.own_newsroom import is_own_newsroom


class OutletMentions:
    """The mentions of other outlets, looked up by position."""

    def __init__(self, entities: Mapping[str, Entity], publisher: str) -> None:
        self._mentions = sorted(
            (span, entity_id)
            for entity_id, one in entities.items()
            if one.kind is EntityKind.OUTLET and not is_own_newsroom(one.name, publisher)
            for span in one.mentions
        )
        self._starts = [span.start for span, _ in self._mentions]
        self._longest = max((span.end - span.start for span, _ in self._mentions), default=0)

    def names_other(self, spans: Iterable[Span], entity_id: str | None) -> bool:
        """Whether passages name an outlet beside this one: "a report in the Brenn Post"."""
        return any(
            outlet != entity_id and piece.overlaps(mention)
            for piece in spans
            for mention, outlet in self._list_near(piece)
        )

    def _list_near(self, span: Span) -> Sequence[tuple[Span, str]]:
        """The mentions that begin before the end of a span, but none that must end before it."""
        first = bisect.bisect_left(self._starts, span.start - self._longest)
        return self._mentions[first : bisect.bisect_left(self._starts, span.end)]

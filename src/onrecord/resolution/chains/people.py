"""Where an article names people."""

import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.records import Entity, EntityKind, Span


@dataclass(frozen=True, slots=True)
class Named:
    """A place where a person is named."""

    person: str
    span: Span


class People:
    """The places where people are named, by position; and who they are, by full name.

    Attributes:
        named: the places, in text order.
    """

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        people = [(who, one) for who, one in entities.items() if one.kind is EntityKind.PERSON]
        spans = {span.start: span for _, one in people for span in one.mentions}
        places = sorted((span.start, who) for who, one in people for span in one.mentions)
        self._starts = [start for start, _ in places]
        self._by_name = {one.name: who for who, one in people if " " in one.name}
        self.named = tuple(Named(person, spans[start]) for start, person in places)

    def named_between(self, start: int, end: int) -> Sequence[Named]:
        """Who is named from one position up to another, in text order."""
        return self.named[self._number_at(start) : self._number_at(end)]

    def named_before(self, position: int) -> Named | None:
        """Who is named last before a position."""
        number = self._number_at(position) - 1
        return self.named[number] if number >= 0 else None

    def named_from(self, position: int) -> Named | None:
        """Who is named first at a position or after it."""
        number = self._number_at(position)
        return self.named[number] if number < len(self.named) else None

    def find_by_name(self, full_name: str) -> str | None:
        """Who has this first name and surname."""
        return self._by_name.get(full_name)

    def _number_at(self, position: int) -> int:
        return bisect.bisect_left(self._starts, position)

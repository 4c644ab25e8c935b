"""A newsroom or document that words came through, and which entity it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.records import EntityKind, Span
from onrecord.resolution.newsroom_patterns import Reliance
from onrecord.resolution.newsrooms import Newsroom
from onrecord.resolution.parties import Party

GROUNDS = frozenset({EntityKind.OUTLET, EntityKind.DOCUMENT})
"""What words come through; everybody else speaks."""


@dataclass(frozen=True, slots=True)
class Room:
    """A passage in which the page relies on an outlet or a document, once resolved.

    Attributes:
        span: the name alone.
        entity_id: the outlet, programme or document; None where the words point to none.
    """

    span: Span
    reliance: Reliance
    entity_id: str | None


def identify_rooms(newsrooms: Iterable[Newsroom], parties: Mapping[Party, str]) -> list[Room]:
    """The newsrooms with their entities, in text order."""
    return [Room(one.span, one.reliance, parties.get(one.party)) for one in newsrooms]

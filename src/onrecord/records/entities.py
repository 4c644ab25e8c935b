"""Who speaks or is spoken of."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.identifiers import content_id
from onrecord.records.passages import Span, Spans


class EntityKind(StrEnum):
    """What kind of speaker an entity is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    GOVERNMENT = "government"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Role:
    """An office or description that the text gives an entity, with the passage that states it."""

    role: str
    evidence: Span


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that speaks or is spoken of in one article.

    Attributes:
        name: the fullest name that the article uses; for unnamed ones their description.
        mentions: every passage that refers to the entity, in order.
        speaks_for_id: the entity that a spokesperson speaks for: both are kept.
    """

    article_id: str
    name: str
    kind: EntityKind
    mentions: Spans
    roles: tuple[Role, ...] = ()
    speaks_for_id: str | None = None

    def __post_init__(self) -> None:
        if not self.mentions:
            raise ValueError(f"entity {self.name!r} has no mention: nothing without a passage")

    @property
    def id(self) -> str:
        """The same name, kind and first mention in the same article are the same entity."""
        first = self.mentions[0]
        return content_id("ent", self.article_id, self.name, self.kind, first.start, first.end)

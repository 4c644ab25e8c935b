"""What a reader is: the protocol that the neural model and the rules both fit."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from onrecord.records import Article, Attribution, Span, Spans, Stance


class NameLabel(StrEnum):
    """What a proper name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    LOCATION = "location"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name in the text, as a reader tagged it."""

    span: Span
    label: NameLabel


@dataclass(frozen=True, slots=True)
class StandPassage:
    """A passage in which a reader sees a stand taken, before anybody is resolved.

    Attributes:
        cue: the words that carry the stance.
        parties: the words that name who stands, one span each; empty where none is near.
        propositions: what could be done or agreed, in text order; never empty.
        own_word: whether it is the party's own word, and not the author's or another's.
    """

    stance: Stance
    cue: Span
    parties: Spans
    propositions: Spans
    own_word: bool


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one pass of a reader finds: attributions in text order, and the names it saw.

    `names` is empty for readers that tag none; resolution then finds names by rules. `stands` too,
    in text order, is empty for readers that look for none.
    """

    attributions: tuple[Attribution, ...]
    names: tuple[Name, ...] = ()
    stands: tuple[StandPassage, ...] = ()


class Reader(Protocol):
    """Reads attributions out of one article; holds no state that changes from text to text."""

    @property
    def name(self) -> str:
        """Which reader and which version of it, for the run's record."""
        ...

    @property
    def settings(self) -> Mapping[str, float]:
        """What else changes what it finds, for the run's record."""
        ...

    def read(self, article: Article) -> Extraction:
        """Find the attributions of `article.text`, nested ones included.

        `entity_id` is None on all of them: resolution fills it in.
        """
        ...

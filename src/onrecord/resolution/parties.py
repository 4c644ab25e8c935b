"""Who acts in a text outside of attributions, and what resolution makes of everybody."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from onrecord.records import Attribution, Entity, Spans


@dataclass(frozen=True, slots=True)
class Party:
    """Words that name somebody who answers, takes a stand or is relied on.

    Attributes:
        words: the name, description or pronoun.
        doing: the words that say what it does ("has yet to comment"), as a cue does.
    """

    words: Spans
    doing: Spans


class Site(Protocol):
    """A passage in which somebody acts, before anybody is resolved."""

    @property
    def parties(self) -> tuple[Party, ...]:
        """Whom resolution has to find."""
        ...


def list_parties(sites: Iterable[Site]) -> tuple[Party, ...]:
    """Everybody whom the sites need resolved, once, in text order."""
    parties = {party: party.words[0] for site in sites for party in site.parties}
    return tuple(sorted(parties, key=lambda party: (parties[party], party.doing)))


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is meant by every source and party.

    Attributes:
        entities: in the order of their first mentions.
        attributions: in their own order, each that has a source with its `entity_id`.
        parties: the ids of the parties' entities; a pronoun that points to nobody has none.
    """

    entities: tuple[Entity, ...]
    attributions: tuple[Attribution, ...]
    parties: Mapping[Party, str] = field(default_factory=dict)

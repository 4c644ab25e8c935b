"""How the words reached the page: the hops from the publisher to where the trail stops."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.records import Article, Attribution
from onrecord.resolution.parties import Party, Resolution


@dataclass(frozen=True, slots=True)
class Newsroom:
    """A passage in which the page relies on another outlet, before anybody is resolved."""

    party: Party

    @property
    def parties(self) -> tuple[Party, ...]:
        """Whom resolution has to find."""
        return (self.party,)


def find_newsrooms(article: Article, attributions: Sequence[Attribution]) -> tuple[Newsroom, ...]:
    """Find the outlets that the page relies on, in text order."""
    return ()


def trace_chains(
    article: Article,
    attributions: Sequence[Attribution],
    newsrooms: Sequence[Newsroom],
    resolved: Resolution,
) -> tuple[Attribution, ...]:
    """The attributions in their order, each with its addressee, chain and basis."""
    return tuple(attributions)

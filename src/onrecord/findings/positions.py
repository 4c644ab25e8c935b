"""Who stands where on what could be done or agreed."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.records import Article, Attribution, Position, Spans, Stance
from onrecord.resolution.parties import Party, Resolution


@dataclass(frozen=True, slots=True)
class StanceSite:
    """A passage in which a party takes a stand, before anybody is resolved."""

    party: Party
    proposition: Spans
    stance: Stance
    evidence: Spans

    @property
    def parties(self) -> tuple[Party, ...]:
        """Whom resolution has to find."""
        return (self.party,)


def find_stances(article: Article, attributions: Sequence[Attribution]) -> tuple[StanceSite, ...]:
    """Find the passages that show a stand, in text order."""
    return ()


def gather_positions(
    article: Article,
    attributions: Sequence[Attribution],
    stances: Sequence[StanceSite],
    resolved: Resolution,
) -> tuple[Position, ...]:
    """Give each stand its party, its word, and one proposition for all who speak of the same."""
    return ()

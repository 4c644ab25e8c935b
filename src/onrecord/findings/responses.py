"""Who answered a claim, who did not, and how."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.records import Article, Attribution, Response, ResponseKind, Spans
from onrecord.resolution.parties import Party, Resolution


@dataclass(frozen=True, slots=True)
class Answer:
    """A passage in which somebody answers or is silent, before anybody is resolved."""

    party: Party
    kind: ResponseKind
    evidence: Spans
    spokesperson: Party | None = None

    @property
    def parties(self) -> tuple[Party, ...]:
        """Whom resolution has to find."""
        return (self.party,) if self.spokesperson is None else (self.party, self.spokesperson)


def find_answers(article: Article, attributions: Sequence[Attribution]) -> tuple[Answer, ...]:
    """Find the passages that show an answer or its absence, in text order."""
    return ()


def link_responses(
    article: Article,
    attributions: Sequence[Attribution],
    answers: Sequence[Answer],
    resolved: Resolution,
) -> tuple[Response, ...]:
    """Give each answer its party, the claim that it answers and its date."""
    return ()

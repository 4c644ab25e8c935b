"""The shape of a stand that is not resolved yet."""

from dataclasses import dataclass

from onrecord.records import Attribution, Spans, Stance
from onrecord.resolution.parties import Party


@dataclass(frozen=True, slots=True)
class StanceSite:
    """A passage in which a party takes a stand.

    Attributes:
        own_word: whether the party itself says so; otherwise whoever speaks there does.
        attribution: what it was read from; None for the author's own wording.
    """

    party: Party
    proposition: Spans
    stance: Stance
    evidence: Spans
    own_word: bool = False
    attribution: Attribution | None = None

    @property
    def parties(self) -> tuple[Party, ...]:
        """Whom resolution has to find."""
        return () if self.attribution is not None else (self.party,)

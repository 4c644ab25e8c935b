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
        joint: those whom the party's words name one by one; empty where it is one.
        examples: who is named beside the party as of the same mind.
    """

    party: Party
    proposition: Spans
    stance: Stance
    evidence: Spans
    own_word: bool = False
    attribution: Attribution | None = None
    joint: tuple[Party, ...] = ()
    examples: tuple[Party, ...] = ()

    @property
    def parties(self) -> tuple[Party, ...]:
        """Whom resolution has to find."""
        own = () if self.attribution is not None else (self.party,)
        return (*own, *self.joint, *self.examples)

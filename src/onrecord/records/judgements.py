"""What people decided about the suggestions of the machine: added, never changed."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from onrecord.identifiers import content_id


class Verdict(StrEnum):
    """What a person said of two contents, of two reports' origins, or of who is who.

    SAME and DIFFERENT are about two contents, or two entities of different articles. SOURCE says
    that an attribution's source is an entity of its article. UNSURE leaves a suggestion as it is,
    and says that somebody has looked. WITHDRAWN takes an earlier judgement back.
    """

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    ONE_ORIGIN = "one_origin"
    TWO_ORIGINS = "two_origins"
    SOURCE = "source"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision of one person; nothing edits it, a later one can only outrank it.

    Attributes:
        first_id, second_id: the attributions (responses, entities) that it is about, in order.
        who: the person's name.
        why: in the person's words; may be empty.
        made_at: an aware UTC instant.
        withdraws_id: the judgement that this one takes back.
    """

    verdict: Verdict
    first_id: str
    second_id: str
    who: str
    why: str
    made_at: datetime.datetime
    withdraws_id: str | None = None

    def __post_init__(self) -> None:
        if self.first_id >= self.second_id:
            raise ValueError("a judgement is about two things, the first of which sorts first")
        if not self.who.strip():
            raise ValueError("a judgement needs the name of who makes it")
        if self.made_at.tzinfo is None:
            raise ValueError("made_at needs a time zone")
        if (self.verdict is Verdict.WITHDRAWN) is (self.withdraws_id is None):
            raise ValueError(
                "a withdrawal, and nothing else, names the judgement that it takes back"
            )

    @property
    def id(self) -> str:
        """The same decision of the same person at the same instant is the same judgement."""
        return content_id(
            "jdg", self.verdict, self.first_id, self.second_id, self.who, self.made_at.isoformat()
        )

"""What is read off attributions: responses, absences, positions, checks."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.dates import PartialDate
from onrecord.identifiers import content_id
from onrecord.records.passages import Span, Spans, check_pieces, list_positions


class ResponseKind(StrEnum):
    """What a party did about a claim."""

    CONFIRMS = "confirms"
    PARTLY_CONFIRMS = "partly_confirms"
    DENIES = "denies"
    DISPUTES = "disputes"
    NEITHER_CONFIRMS_NOR_DENIES = "neither_confirms_nor_denies"
    DECLINES = "declines"
    NO_RESPONSE_YET = "no_response_yet"
    NOT_REACHED = "not_reached"
    RETRACTS = "retracts"

    @property
    def is_silence(self) -> bool:
        """Whether the party has not answered; who declines has."""
        return self in {ResponseKind.NO_RESPONSE_YET, ResponseKind.NOT_REACHED}


@dataclass(frozen=True, slots=True)
class Response:
    """What a party did about a claim that the article reports; silence is never a denial.

    Attributes:
        party_id: the entity that answers, or does not.
        spokesperson_id: the entity that speaks for the party, where it is another one.
        to_id: the attribution whose content it answers; None where no attribution states it.
        about: words beside that attribution, or in its place, that say what is answered: the
            answer's own ("denied that …"), and the author's, in text order.
        as_of: the day on which it holds; for silence the article's own date.
        evidence: the words that show it.
    """

    article_id: str
    party_id: str
    kind: ResponseKind
    evidence: Spans
    to_id: str | None = None
    spokesperson_id: str | None = None
    as_of: PartialDate | None = None
    about: Spans = ()

    def __post_init__(self) -> None:
        check_pieces(self.evidence, "response")

    @property
    def id(self) -> str:
        """The same passage read as the same answer of the same party is the same response."""
        return content_id(
            "rsp", self.article_id, self.party_id, self.kind, *list_positions(self.evidence)
        )


class AbsenceKind(StrEnum):
    """What an article says is missing."""

    NO_DIRECT_QUOTE = "no_direct_quote"
    NO_EVIDENCE = "no_evidence"
    NO_DETAILS = "no_details"
    NO_DATE = "no_date"
    NO_INDEPENDENT_CONFIRMATION = "no_independent_confirmation"


@dataclass(frozen=True, slots=True)
class Absence:
    """Something that the article itself says is missing about a claim.

    Attributes:
        about_id: the attribution that lacks it; None where the article has none.
        evidence: the passage that says so.
    """

    article_id: str
    kind: AbsenceKind
    evidence: Span
    about_id: str | None = None

    @property
    def id(self) -> str:
        """The same passage saying that the same is missing is the same absence."""
        return content_id("abs", self.article_id, self.kind, *list_positions((self.evidence,)))


class Stance(StrEnum):
    """Where a party stands on a proposition."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    CONDITIONAL = "conditional"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Proposition:
    """Something that could be done or agreed.

    Attributes:
        text: the article's own words for it, as few as make it understood.
        evidence: the passage that they stand in; positions on one proposition share it.
    """

    text: str
    evidence: Spans

    def __post_init__(self) -> None:
        check_pieces(self.evidence, "proposition")


@dataclass(frozen=True, slots=True)
class Position:
    """Where a party stands on a proposition, and on whose word.

    Attributes:
        word_of_id: the entity that says so: the party itself, or another (second-hand); None for
            the article's own author.
        evidence: the words that show it.
    """

    article_id: str
    party_id: str
    proposition: Proposition
    stance: Stance
    word_of_id: str | None
    evidence: Spans

    def __post_init__(self) -> None:
        check_pieces(self.evidence, "position")

    @property
    def first_hand(self) -> bool:
        """Whether it is the party's own word."""
        return self.word_of_id == self.party_id

    @property
    def id(self) -> str:
        """The same party, proposition, stance and passage are the same position."""
        return content_id(
            "pos", self.article_id, self.party_id, self.stance, self.word_of_id,
            list_positions(self.proposition.evidence), list_positions(self.evidence),
        )  # fmt: skip


class CheckKind(StrEnum):
    """What does not fit inside one article."""

    ROLE_CONFLICT = "role_conflict"
    DATE_CONFLICT = "date_conflict"
    NUMBER_CONFLICT = "number_conflict"
    QUOTE_CONFLICT = "quote_conflict"
    HEADLINE_OVERREACH = "headline_overreach"


class Against(StrEnum):
    """Where the second of the two passages that do not fit stands."""

    TEXT = "text"
    TITLE = "title"
    PUBLISHED_ON = "published_on"


@dataclass(frozen=True, slots=True)
class Check:
    """Two passages that do not fit, with one sentence that says why; it accuses nobody.

    Attributes:
        evidence: both passages in text order; one, where the other is no part of the text.
        against: what the other is: the text too, the article's title, or its date.
    """

    article_id: str
    kind: CheckKind
    message: str
    evidence: Spans
    against: Against = Against.TEXT

    def __post_init__(self) -> None:
        check_pieces(self.evidence, "check")
        if len(self.evidence) != (2 if self.against is Against.TEXT else 1):
            raise ValueError(f"a check against {self.against} has other passages: {self.evidence}")

    @property
    def id(self) -> str:
        """The same kind at the same passages is the same check."""
        return content_id(
            "chk", self.article_id, self.kind, self.against, *list_positions(self.evidence)
        )

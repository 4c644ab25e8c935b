"""What the API gives of claims, stories and the versions of a page; see `shapes`."""

from pydantic import Field

from onrecord.matches.status import Status
from onrecord.matches.stories import Lane
from onrecord.matches.ties import Tie
from onrecord.matches.versions import Shift
from onrecord.records import Act, Basis, Form, ResponseKind, Stance
from onrecord.web.api.shapes import Day, Shape


class PartyItem(Shape):
    """Who answered a claim, with what."""

    party: str
    kind: ResponseKind


class ClaimItem(Shape):
    """A claim without its reports, as it stood at the end of a day."""

    id: str = Field(examples=["clm_6ee22d4127c9e1b0"])
    title: str = Field(examples=["[Neda Orlasca] had talked by telephone with Ilran Vesk"])
    status: Status
    parties: list[PartyItem]
    as_of: Day | None
    reports: int = Field(examples=[9])
    origins: int = Field(examples=[2], description="Those that are known and independent.")
    first_on: Day | None
    last_on: Day | None


class ReportItem(Shape):
    """One article's attribution of a claim."""

    id: str
    article_id: str
    publisher: str
    published_on: Day | None
    said_on: Day | None
    source: str
    act: Act
    form: Form
    basis: Basis
    negated: bool
    hedged: bool
    newsrooms: list[str]


class GroupingItem(Shape):
    """Why two reports are of one origin."""

    first: str
    second: str
    tie: Tie
    message: str


class OriginItem(Shape):
    """Reports that go back to one source."""

    reports: list[str]
    known: bool
    groupings: list[GroupingItem]


class FactItem(Shape):
    """A report of a claim, or an answer to it, on the day from which it is on record."""

    id: str
    article_id: str
    known_on: Day
    held_on: Day | None
    party: str | None
    kind: ResponseKind | None
    words: str


class ChangeItem(Shape):
    """A day on which a claim's status became another."""

    day: Day
    claim_id: str
    title: str
    status: Status
    party: str | None
    kind: ResponseKind | None
    fact_id: str
    article_id: str
    words: str


class DriftItem(Shape):
    """One quotation in two wordings."""

    first: str
    second: str
    changes: list[list[str]]


class StaleItem(Shape):
    """Silence that an article tells of though an answer was on record."""

    silence: FactItem
    answer: FactItem


class ConflictItem(Shape):
    """A report that says where a newsroom has it from, and that newsroom's own, which does not."""

    citing: str
    cited: str
    message: str


class WholeClaim(Shape):
    """A claim with everything on record about it at the end of a day."""

    id: str
    title: str
    status: Status
    parties: list[PartyItem]
    as_of: Day | None
    reports: list[ReportItem]
    origins: list[OriginItem]
    first_on: Day | None
    last_on: Day | None
    facts: list[FactItem]
    history: list[ChangeItem]
    quote_drift: list[DriftItem]
    stale_no_comment: list[StaleItem]
    chain_conflict: list[ConflictItem]


class EventItem(Shape):
    """Something on a story's time line."""

    day: Day
    lane: Lane
    who: str
    kind: ResponseKind | None
    words: str
    claim_id: str
    id: str


class CellItem(Shape):
    """Where one party stands on one proposition, in all articles."""

    party: str
    proposition: str
    stance: Stance
    first_hand: bool
    articles: int
    positions: list[str]


class OutletItem(Shape):
    """An outlet with its reports."""

    publisher: str
    reports: int


class StoryItem(Shape):
    """What the words of a query gather."""

    claims: list[ClaimItem]
    timeline: list[EventItem]
    positions: list[CellItem]
    outlets: list[OutletItem]


class RevisionItem(Shape):
    """What became of a claim from one version of a page to the next."""

    day: Day | None = Field(examples=["2025-03-06"])
    shift: Shift
    message: str
    before: str | None
    after: str | None
    before_id: str | None
    after_id: str | None
    article_id: str = Field(examples=["art_ca8eecccc93b5f42"])


class VersionItem(Shape):
    """What stood on a page at one time."""

    article_id: str
    url: str
    publisher: str
    title: str
    published_on: Day | None
    updated_on: Day | None
    fetched_at: str


class WholePage(Shape):
    """The versions of a page in order, and what became of its claims."""

    versions: list[VersionItem]
    revisions: list[RevisionItem]

"""Who is reported to have said what, and how the words reached the page."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.dates import PartialDate
from onrecord.identifiers import content_id
from onrecord.records.passages import Span, Spans, check_pieces, list_positions


class Form(StrEnum):
    """How much of a content stands inside quotation marks."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Act(StrEnum):
    """What the cue says that the source did."""

    SAYS = "says"
    CLAIMS = "claims"
    CONFIRMS = "confirms"
    DENIES = "denies"
    DECLINES = "declines"
    ASKS = "asks"
    DEMANDS = "demands"
    PROPOSES = "proposes"
    PROMISES = "promises"
    PREDICTS = "predicts"
    WARNS = "warns"
    BELIEVES = "believes"
    KNOWS = "knows"
    WANTS = "wants"
    SUPPORTS = "supports"
    OPPOSES = "opposes"
    DECIDES = "decides"
    SHOWS = "shows"


class How(StrEnum):
    """How a hop's words came to the hop before it, or to the page."""

    REPORTS = "reports"
    INTERVIEWED = "interviewed"
    QUOTES = "quotes"
    CITES = "cites"
    RELAYS = "relays"


class Basis(StrEnum):
    """How the last visible newsroom of a chain knows."""

    INTERVIEW = "interview"
    STATEMENT = "statement"
    PRESS_CONFERENCE = "press_conference"
    SPEECH = "speech"
    SOCIAL_MEDIA = "social_media"
    DOCUMENT = "document"
    COURT = "court"
    POLL = "poll"
    BROADCAST = "broadcast"
    OTHER_OUTLET = "other_outlet"
    UNNAMED_SOURCE = "unnamed_source"
    OBSERVED = "observed"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a chain, from the page outward; the page's own publisher is no hop.

    Attributes:
        entity_id: an outlet relied on, a speaker, or whom a speaker reports.
        how: how its words came to the step before it: a newsroom `cites` what it relies on, has
            `interviewed` a speaker, `quotes` or `reports` one; a speaker `relays` another.
        evidence: the passage that shows the hop.
    """

    entity_id: str
    how: How
    evidence: Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content: who is reported to have said (thought, wanted …) what.

    After the PolNeAR guidelines (Newell et al., LREC 2018), with nested attributions added.

    Attributes:
        article_id: the article that the positions refer to.
        source: None where the text names none ("it is said").
        cue: the words that mark the attribution; never empty.
        content: never empty; several pieces where the cue or the source interrupts it.
        entity_id: who the source is, once resolved; None before, and where there is no source.
        parent_id: the attribution inside whose content this one stands; None for outermost ones.
        score: the reader's confidence, 0 to 1.
        addressee: the words that name to whom it was said; None where the text names nobody.
        said_on: when it was said, as precise as the text allows; None where it does not say.
        chain: from the page outward to where the trail stops; the source is the last hop.
        basis: how the last visible newsroom of the chain knows.
    """

    article_id: str
    cue: Spans
    content: Spans
    form: Form
    act: Act
    source: Spans | None = None
    entity_id: str | None = None
    negated: bool = False
    hedged: bool = False
    parent_id: str | None = None
    score: float = 1.0
    addressee: Spans | None = None
    said_on: PartialDate | None = None
    chain: tuple[Hop, ...] = ()
    basis: Basis = Basis.UNSTATED

    def __post_init__(self) -> None:
        check_pieces(self.cue, "cue")
        check_pieces(self.content, "content")
        if self.source is not None:
            check_pieces(self.source, "source")
        if self.addressee is not None:
            check_pieces(self.addressee, "addressee")
        if not 0.0 <= self.score <= 1.0:
            raise ValueError(f"a score lies between 0 and 1: {self.score}")

    @property
    def id(self) -> str:
        """The same passages in the same article are the same attribution."""
        pieces = [list_positions(spans or ()) for spans in (self.source, self.cue, self.content)]
        return content_id("att", self.article_id, *pieces)

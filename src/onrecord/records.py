"""Every noun of onrecord as a frozen record.

Positions are half-open spans of code points of `Article.text`. Names are the same here, in the
ledger's columns, in JSON and on the page. `*_at` is an aware UTC instant, `*_on` a `PartialDate`.
"""

import datetime
import hashlib
import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from onrecord.dates import PartialDate
from onrecord.identifiers import content_id


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of `Article.text`: `text[start:end]`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not [{self.start}, {self.end})")


Spans = tuple[Span, ...]
"""Pieces of one stretch of text: in order, none touching another."""


def check_spans(spans: Spans, what: str) -> None:
    """Raise ValueError unless the pieces are in order and do not overlap."""
    for one, other in itertools.pairwise(spans):
        if other.start < one.end:
            raise ValueError(f"the pieces of a {what} must be in order and apart: {spans}")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage, anchored twice as in the W3C Web Annotation model: by position and by quotation.

    Attributes:
        span: position in `Article.text`.
        exact: the characters at that position.
        prefix: up to 32 characters before them.
        suffix: up to 32 characters after them.
    """

    span: Span
    exact: str
    prefix: str
    suffix: str

    CONTEXT: ClassVar[int] = 32

    @classmethod
    def from_span(cls, text: str, span: Span) -> "Evidence":
        """Anchor `text[span.start:span.end]`."""
        if span.end > len(text):
            raise ValueError(f"span [{span.start}, {span.end}) ends after the text ({len(text)})")
        return cls(
            span=span,
            exact=text[span.start : span.end],
            prefix=text[max(0, span.start - cls.CONTEXT) : span.start],
            suffix=text[span.end : span.end + cls.CONTEXT],
        )


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes as they were received, where from and when; never changed afterwards.

    Attributes:
        origin: what was asked for: a URL, an absolute path, or "-" for standard input.
        url: where the bytes finally came from (after redirects); None for files.
        body: the bytes, decompressed, otherwise untouched.
        media_type: as declared ("text/html"), or "" where nothing was declared.
        charset: as declared by the transport, or "" where nothing was declared.
        fetched_at: when the bytes were received.
    """

    origin: str
    body: bytes = field(repr=False)
    fetched_at: datetime.datetime
    url: str | None = None
    media_type: str = ""
    charset: str = ""

    def __post_init__(self) -> None:
        if self.fetched_at.tzinfo is None:
            raise ValueError("fetched_at must be an aware UTC instant")

    @property
    def sha256(self) -> str:
        """SHA-256 of the body, in hex."""
        return hashlib.sha256(self.body).hexdigest()

    @property
    def id(self) -> str:
        """The same origin with the same bytes is the same capture."""
        return content_id("cap", self.origin, self.sha256)


@dataclass(frozen=True, slots=True)
class Article:
    """What a page says, without its furniture: the text that every position refers to.

    Attributes:
        title: the headline; "" where none was found.
        publisher: the outlet's name; "" where none was found.
        language: ISO 639-1 code.
        text: the body, paragraphs separated by one blank line, NFC; the reference for ever.
        id: the same words on the same page are the same article.
    """

    title: str
    text: str = field(repr=False)
    url: str | None = None
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published_on: PartialDate | None = None
    updated_on: PartialDate | None = None
    language: str = "en"
    id: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        # Made once: every attribution asks for it, and it is a hash of the whole text.
        identity = content_id("art", self.url, self.publisher, self.title, self.text)
        object.__setattr__(self, "id", identity)


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

    def __post_init__(self) -> None:
        if not self.cue or not self.content:
            raise ValueError("an attribution needs a cue and a content")
        check_spans(self.cue, "cue")
        check_spans(self.content, "content")
        if self.source is not None:
            if not self.source:
                raise ValueError("a source is None or has pieces, never an empty tuple")
            check_spans(self.source, "source")
        if not 0.0 <= self.score <= 1.0:
            raise ValueError(f"a score lies between 0 and 1: {self.score}")

    @property
    def id(self) -> str:
        """The same passages in the same article are the same attribution."""
        pieces = [
            [[span.start, span.end] for span in spans or ()]
            for spans in (self.source, self.cue, self.content)
        ]
        return content_id("att", self.article_id, *pieces)


class EntityKind(StrEnum):
    """What kind of speaker an entity is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    GOVERNMENT = "government"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Role:
    """An office or description that the text gives an entity, with the passage that states it."""

    role: str
    evidence: Span


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that speaks or is spoken of in one article.

    Attributes:
        name: the fullest name that the article uses; for unnamed ones their description.
        mentions: every passage that refers to the entity, in order.
    """

    article_id: str
    name: str
    kind: EntityKind
    mentions: Spans
    roles: tuple[Role, ...] = ()

    def __post_init__(self) -> None:
        if not self.mentions:
            raise ValueError(f"entity {self.name!r} has no mention: nothing without a passage")

    @property
    def id(self) -> str:
        """The same name, kind and first mention in the same article are the same entity."""
        first = self.mentions[0]
        return content_id("ent", self.article_id, self.name, self.kind, first.start, first.end)


@dataclass(frozen=True, slots=True)
class Run:
    """Which program with which model and settings read an article: enough to read it again."""

    version: str
    model: str
    settings: Mapping[str, str | int | float | bool] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The same program, model and settings are the same run."""
        return content_id(
            "run", self.version, self.model, sorted([k, v] for k, v in self.settings.items())
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that one run read out of one article."""

    article: Article
    entities: tuple[Entity, ...]
    attributions: tuple[Attribution, ...]
    run: Run

    def __post_init__(self) -> None:
        article_id = self.article.id
        records: tuple[Entity | Attribution, ...] = (*self.entities, *self.attributions)
        for record in records:
            if record.article_id != article_id:
                raise ValueError(f"{record.id} is not of the article {article_id}")


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read, and why; the batch went on.

    Attributes:
        origin: what was asked for: a URL, a path, or "-".
        kind: the class name of the error.
        message: names the thing, what is wrong and what to do.
    """

    origin: str
    kind: str
    message: str
    failed_at: datetime.datetime

    def __post_init__(self) -> None:
        if self.failed_at.tzinfo is None:
            raise ValueError("failed_at must be an aware UTC instant")

    @property
    def id(self) -> str:
        """The same input failing for the same reason is the same failure."""
        return content_id("fai", self.origin, self.kind, self.message)

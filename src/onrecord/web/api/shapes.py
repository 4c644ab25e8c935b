"""What the API gives and takes, for OpenAPI: each shape with an example.

The answers themselves are made by `encoding`; a test holds them against these shapes.
"""

from typing import Annotated, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from onrecord.matches.differences import Aspect
from onrecord.records import Act, Basis, EntityKind, Form, How, ResponseKind, Verdict

Span = Annotated[list[int], Field(min_length=2, max_length=2)]
Day = Annotated[
    str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", description="As precise as is known.")
]
Item = TypeVar("Item")


class Shape(BaseModel):
    """Closed: a field that is not listed is a mistake."""

    model_config = ConfigDict(extra="forbid")


class Page(Shape, Generic[Item]):
    """A page of a list."""

    items: list[Item]
    next: str | None = Field(description="The address of the next page; null on the last.")


class Problem(BaseModel):
    """What is wrong, after RFC 9457."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "type": "about:blank",
                "title": "Not on record",
                "status": 404,
                "detail": "No claim has the id clm_0000000000000000.",
                "instance": "/api/v1/claims/clm_0000000000000000",
            }
        }
    )
    type: str
    title: str
    status: int
    detail: str
    instance: str


class ArticleItem(Shape):
    """An article with its latest reading, without the text."""

    id: str = Field(examples=["art_ca8eecccc93b5f42"])
    title: str = Field(examples=["Whispers over water"])
    publisher: str = Field(examples=["Compass Weekly"])
    url: str | None
    authors: list[str]
    published_on: Day | None = Field(examples=["2025-03-04"])
    updated_on: Day | None
    language: str = Field(examples=["en"])
    attributions: int = Field(examples=[35])
    first_read_at: str
    last_read_at: str


class HopItem(Shape):
    """One step of a chain."""

    entity: str
    name: str = Field(examples=["The Carrow Courier"])
    how: How
    evidence: Span


class AttributionItem(Shape):
    """Who is reported to have said what, with the words and the article."""

    id: str = Field(examples=["att_da4a020b07c03adc"])
    article_id: str
    title: str
    publisher: str
    published_on: Day | None
    url: str | None
    source: list[Span] | None
    cue: list[Span]
    content: list[Span]
    entity: str | None
    form: Form
    act: Act
    negated: bool
    hedged: bool
    addressee: list[Span] | None
    said_on: Day | None
    parent: str | None
    chain: list[HopItem]
    basis: Basis
    score: float = Field(description="How likely it was read rightly; nothing about the content.")
    source_text: str | None = Field(examples=["Kelmaran President Ilran Vesk"])
    cue_text: str = Field(examples=["claimed"])
    content_text: str = Field(examples=["that he had been speaking in private to Neda Orlasca"])
    addressee_text: str | None
    entity_name: str | None = Field(examples=["Ilran Vesk"])
    entity_kind: EntityKind | None
    named_by: str | None = Field(description="The person who named the source; null: as read.")


class ResponseItem(Shape):
    """What a party did about a claim, as of a day."""

    id: str
    article_id: str
    title: str
    publisher: str
    published_on: Day | None
    url: str | None
    party: str
    spokesperson: str | None
    kind: ResponseKind
    to: str | None
    about: list[Span] | None
    as_of: Day | None
    evidence: list[Span]
    party_name: str = Field(examples=["Lantern House"])
    spokesperson_name: str | None
    evidence_text: str = Field(examples=["Lantern House has yet to comment on the claim"])
    claim_source: str | None
    claim_text: str | None
    about_text: str | None


class SourceItem(Shape):
    """A name under which somebody is a source."""

    name: str = Field(examples=["Neda Orlasca"])
    kind: EntityKind
    attributions: int
    articles: int


class ReasonItem(Shape):
    """One aspect in which two passages agree or differ."""

    aspect: Aspect
    agrees: bool
    message: str


class SuggestionItem(Shape):
    """Two passages that may state one claim."""

    id: str = Field(examples=["mat_0123456789abcdef"])
    score: float
    reasons: list[ReasonItem]
    first: AttributionItem
    second: AttributionItem


class JudgementItem(Shape):
    """What a person decided about two reports."""

    id: str
    verdict: Verdict
    first: str
    second: str
    who: str
    why: str
    made_at: str
    withdraws: str | None


class InputItem(Shape):
    """How far the reading of one input has come."""

    name: str
    step: str = Field(examples=["done"])
    message: str
    article_id: str | None
    attributions: int


class JobItem(Shape):
    """How far the reading of some inputs has come."""

    id: str
    is_ended: bool
    inputs: list[InputItem]


_ADDRESS = r"^https?://[A-Za-z0-9.\-]+(:[0-9]{1,5})?(/[!#-?A-\[\]-~]*)?$"
NewId = Annotated[str, StringConstraints(pattern=r"^(att|rsp)_[0-9a-f]{16}$")]


class NewJudgement(Shape):
    """A decision about two reports; whose it is says the token."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "verdict": "same",
                "first": "att_da4a020b07c03adc",
                "second": "att_d157b9659e52680a",
                "why": "one interview",
            }
        },
    )
    verdict: Literal["same", "different", "unsure", "one_origin", "two_origins"]
    first: NewId
    second: NewId
    why: Annotated[str, StringConstraints(max_length=1000)] = ""


class NewArticles(Shape):
    """A text, addresses, or both."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {"addresses": ["https://news.example/story"]},
            "anyOf": [
                {"required": ["text"], "properties": {"text": {"pattern": r"\S"}}},
                {"required": ["addresses"], "properties": {"addresses": {"minItems": 1}}},
            ],
        },
    )
    text: Annotated[str, StringConstraints(max_length=2_000_000)] = ""
    addresses: Annotated[
        list[Annotated[str, StringConstraints(max_length=2000, pattern=_ADDRESS)]],
        Field(max_length=19),
    ] = []

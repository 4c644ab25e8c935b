"""The JSON contract's objects as types: names are those of the records.

Ids of other records drop their "_id"; positions are `[start, end]`; dates are ISO texts.
"""

from typing import Literal, TypedDict

AUTHOR: Literal["author"] = "author"
"""Stands for the article's own author where an entity's id would stand."""


class ArticleDict(TypedDict):
    """`Article` in JSON."""

    id: str
    url: str | None
    title: str
    publisher: str
    authors: list[str]
    published_on: str | None
    updated_on: str | None
    language: str
    text: str


class RoleDict(TypedDict):
    """`Role` in JSON."""

    role: str
    evidence: list[int]


class EntityDict(TypedDict):
    """`Entity` in JSON."""

    id: str
    name: str
    kind: str
    roles: list[RoleDict]
    mentions: list[list[int]]
    speaks_for: str | None


class HopDict(TypedDict):
    """`Hop` in JSON; `name` is its entity's, for those who look at the JSON."""

    entity: str
    name: str
    how: str
    evidence: list[int]


class AttributionDict(TypedDict):
    """`Attribution` in JSON."""

    id: str
    source: list[list[int]] | None
    cue: list[list[int]]
    content: list[list[int]]
    entity: str | None
    form: str
    act: str
    negated: bool
    hedged: bool
    addressee: list[list[int]] | None
    said_on: str | None
    parent: str | None
    chain: list[HopDict]
    basis: str
    score: float


class ResponseDict(TypedDict):
    """`Response` in JSON."""

    id: str
    party: str
    spokesperson: str | None
    kind: str
    to: str | None
    about: list[list[int]] | None
    as_of: str | None
    evidence: list[list[int]]


class AbsenceDict(TypedDict):
    """`Absence` in JSON."""

    id: str
    kind: str
    about: str | None
    evidence: list[int]


class PropositionDict(TypedDict):
    """`Proposition` in JSON."""

    text: str
    evidence: list[list[int]]


class PositionDict(TypedDict):
    """`Position` in JSON; `word_of` is an entity's id or "author"."""

    id: str
    party: str
    proposition: PropositionDict
    stance: str
    word_of: str
    evidence: list[list[int]]


class CheckDict(TypedDict):
    """`Check` in JSON."""

    id: str
    kind: str
    message: str
    evidence: list[list[int]]
    against: str


class RunDict(TypedDict):
    """`Run` in JSON."""

    version: str
    model: str
    settings: dict[str, str | int | float | bool]


class ReadingDict(TypedDict):
    """`Reading` in JSON."""

    article: ArticleDict
    entities: list[EntityDict]
    attributions: list[AttributionDict]
    responses: list[ResponseDict]
    absences: list[AbsenceDict]
    positions: list[PositionDict]
    checks: list[CheckDict]
    run: RunDict

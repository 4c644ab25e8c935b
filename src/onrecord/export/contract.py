"""The JSON contract: a reading as JSON, and back.

Names are those of the records, except that ids of other records drop their "_id" and that positions
are `[start, end]`. `reading_from_dict(reading_to_dict(reading)) == reading`.
"""

import json
import re
from collections.abc import Sequence
from typing import TypedDict

from onrecord.dates import PartialDate
from onrecord.export.schema import json_schema
from onrecord.records import (
    Act,
    Article,
    Attribution,
    Entity,
    EntityKind,
    Form,
    Reading,
    Role,
    Run,
    Span,
    Spans,
)

__all__ = [
    "ReadingDict",
    "json_schema",
    "reading_from_dict",
    "reading_to_dict",
    "render_json",
    "render_jsonl",
]

# An indented [start, end]. White space with a line break stands in no JSON string.
_INDENTED_POSITION = re.compile(r"\[\n\s+(\d+),\n\s+(\d+)\n\s+\]")
# Line breaks to some programs that read a file by lines, though not to JSON.
HIDDEN_LINE_BREAKS = {ord(mark): f"\\u{ord(mark):04x}" for mark in "\u0085\u2028\u2029"}


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
    parent: str | None
    score: float


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
    run: RunDict


def render_json(readings: Sequence[Reading], *, as_list: bool | None = None) -> str:
    """Indented JSON: one object for one reading, a list for any other number.

    `as_list` overrides that: say True where several inputs were asked for and all but one failed.
    """
    records = [reading_to_dict(reading) for reading in readings]
    listed = len(records) != 1 if as_list is None else as_list
    written = json.dumps(records if listed else records[0], ensure_ascii=False, indent=2)
    return _INDENTED_POSITION.sub(r"[\1, \2]", written) + "\n"


def render_jsonl(reading: Reading) -> str:
    """One line of JSON, whatever the article's text contains."""
    written = json.dumps(reading_to_dict(reading), ensure_ascii=False, separators=(",", ":"))
    return written.translate(HIDDEN_LINE_BREAKS) + "\n"


def reading_to_dict(reading: Reading) -> ReadingDict:
    """A reading as `json_schema` describes it."""
    return {
        "article": _article_to_dict(reading.article),
        "entities": [_entity_to_dict(entity) for entity in reading.entities],
        "attributions": [_attribution_to_dict(one) for one in reading.attributions],
        "run": {
            "version": reading.run.version,
            "model": reading.run.model,
            "settings": dict(reading.run.settings),
        },
    }


def reading_from_dict(record: ReadingDict) -> Reading:
    """The reading that `reading_to_dict` was given.

    Args:
        record: valid by `json_schema`.

    Raises:
        ValueError: an id is not that of the content beside it, because one of them was changed.
    """
    article = _article_from_dict(record["article"])
    run = record["run"]
    return Reading(
        article=article,
        entities=tuple(_entity_from_dict(one, article) for one in record["entities"]),
        attributions=tuple(_attribution_from_dict(one, article) for one in record["attributions"]),
        run=Run(run["version"], run["model"], dict(run["settings"])),
    )


def _article_to_dict(article: Article) -> ArticleDict:
    return {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "publisher": article.publisher,
        "authors": list(article.authors),
        "published_on": _date_to_text(article.published_on),
        "updated_on": _date_to_text(article.updated_on),
        "language": article.language,
        "text": article.text,
    }


def _entity_to_dict(entity: Entity) -> EntityDict:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind.value,
        "roles": [
            {"role": role.role, "evidence": [role.evidence.start, role.evidence.end]}
            for role in entity.roles
        ],
        "mentions": _spans_to_lists(entity.mentions),
    }


def _attribution_to_dict(attribution: Attribution) -> AttributionDict:
    source = attribution.source
    return {
        "id": attribution.id,
        "source": None if source is None else _spans_to_lists(source),
        "cue": _spans_to_lists(attribution.cue),
        "content": _spans_to_lists(attribution.content),
        "entity": attribution.entity_id,
        "form": attribution.form.value,
        "act": attribution.act.value,
        "negated": attribution.negated,
        "hedged": attribution.hedged,
        "parent": attribution.parent_id,
        "score": attribution.score,
    }


def _article_from_dict(record: ArticleDict) -> Article:
    article = Article(
        title=record["title"],
        text=record["text"],
        url=record["url"],
        publisher=record["publisher"],
        authors=tuple(record["authors"]),
        published_on=_date_from_text(record["published_on"]),
        updated_on=_date_from_text(record["updated_on"]),
        language=record["language"],
    )
    _check_id("article", record["id"], article.id)
    return article


def _entity_from_dict(record: EntityDict, article: Article) -> Entity:
    entity = Entity(
        article_id=article.id,
        name=record["name"],
        kind=EntityKind(record["kind"]),
        mentions=_spans_from_lists(record["mentions"]),
        roles=tuple(Role(one["role"], Span(*one["evidence"])) for one in record["roles"]),
    )
    _check_id("entity", record["id"], entity.id)
    return entity


def _attribution_from_dict(record: AttributionDict, article: Article) -> Attribution:
    source = record["source"]
    attribution = Attribution(
        article_id=article.id,
        source=None if source is None else _spans_from_lists(source),
        cue=_spans_from_lists(record["cue"]),
        content=_spans_from_lists(record["content"]),
        entity_id=record["entity"],
        form=Form(record["form"]),
        act=Act(record["act"]),
        negated=record["negated"],
        hedged=record["hedged"],
        parent_id=record["parent"],
        score=record["score"],
    )
    _check_id("attribution", record["id"], attribution.id)
    return attribution


def _check_id(what: str, found: str, expected: str) -> None:
    if found != expected:
        raise ValueError(
            f"{what} {found} has the content of {expected}: it was changed after it was written; "
            "read the article again"
        )


def _spans_to_lists(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _spans_from_lists(pairs: list[list[int]]) -> Spans:
    return tuple(Span(start, end) for start, end in pairs)


def _date_to_text(date: PartialDate | None) -> str | None:
    return None if date is None else str(date)


def _date_from_text(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate.parse(text)

"""Records to rows, one function a table; rows to records stand in `queries`."""

import datetime
from collections.abc import Iterator
from typing import Any

from onrecord.identifiers import content_id
from onrecord.ledger.passages import exact_text
from onrecord.ledger.search import fold
from onrecord.records import Attribution, Capture, Failure, Reading, Spans

Row = dict[str, Any]


def check_reading(reading: Reading) -> None:
    """Raise ValueError unless everything that a reading refers to is in it, once."""
    entity_ids = {entity.id for entity in reading.entities}
    parents = {attribution.id: attribution.parent_id for attribution in reading.attributions}
    faults = []
    if len(parents) < len(reading.attributions) or len(entity_ids) < len(reading.entities):
        faults.append("an entity or attribution stands in it twice")
    if not {found.entity_id for found in reading.attributions} <= {None, *entity_ids}:
        faults.append("an attribution's entity is not in it")
    if not {*parents.values()} <= {None, *parents}:
        faults.append("an attribution's parent is not in it")
    elif any(_is_own_ancestor(identity, parents) for identity in parents):
        faults.append("an attribution stands inside itself")
    if any(spans[-1].end > len(reading.article.text) for spans in _passages(reading)):
        faults.append("a passage ends after the text")
    if faults:
        raise ValueError(f"the reading of article {reading.article.id}: {'; '.join(faults)}")


def _is_own_ancestor(identity: str, parents: dict[str, str | None]) -> bool:
    seen = set()
    ancestor = parents[identity]
    while ancestor is not None and ancestor not in seen:
        seen.add(ancestor)
        ancestor = parents[ancestor]
    return identity in seen


def _passages(reading: Reading) -> Iterator[Spans]:
    for entity in reading.entities:
        yield (max(entity.mentions, key=lambda span: span.end),)
        yield from ((role.evidence,) for role in entity.roles)
    for attribution in reading.attributions:
        yield from filter(None, (attribution.source, attribution.cue, attribution.content))


def reading_id(reading: Reading) -> str:
    """The same run finding the same in the same article is the same reading.

    Scores are left out: their last digits differ from machine to machine, and a reading that
    differs in nothing else says nothing new.
    """
    article = reading.article
    return content_id(
        "rea",
        article.id,
        reading.run.id,
        article.authors,
        *(
            None if date is None else str(date)
            for date in (article.published_on, article.updated_on)
        ),
        article.language,
        [
            [
                entity.id,
                [[span.start, span.end] for span in entity.mentions],
                [[role.role, role.evidence.start, role.evidence.end] for role in entity.roles],
            ]
            for entity in reading.entities
        ],
        [
            [
                attribution.id,
                attribution.form,
                attribution.act,
                int(attribution.negated),
                int(attribution.hedged),
                attribution.entity_id,
                attribution.parent_id,
            ]
            for attribution in reading.attributions
        ],
    )


def capture_row(capture: Capture) -> Row:
    """The row of `captures`."""
    return {
        "id": capture.id,
        "origin": capture.origin,
        "url": capture.url,
        "media_type": capture.media_type,
        "charset": capture.charset,
        "sha256": capture.sha256,
        "body": capture.body,
        "fetched_at": capture.fetched_at,
        "last_fetched_at": capture.fetched_at,
    }


def article_row(reading: Reading) -> Row:
    """The row of `articles`: what makes the article this article."""
    article = reading.article
    return {
        "id": article.id,
        "url": article.url,
        "publisher": article.publisher,
        "folded_publisher": fold(article.publisher),
        "title": article.title,
        "text": article.text,
    }


def run_row(reading: Reading) -> Row:
    """The row of `runs`."""
    run = reading.run
    return {
        "id": run.id,
        "version": run.version,
        "model": run.model,
        "settings": dict(run.settings),
    }


def reading_row(reading: Reading, at: datetime.datetime) -> Row:
    """The row of `readings`, as the latest one."""
    article = reading.article
    return {
        "id": reading_id(reading),
        "article_id": article.id,
        "run_id": reading.run.id,
        "authors": article.authors,
        "published_on": article.published_on,
        "updated_on": article.updated_on,
        "language": article.language,
        "first_read_at": at,
        "last_read_at": at,
        "latest": True,
    }


def entity_rows(reading: Reading, identity: str) -> list[Row]:
    """The rows of `entities`; `identity` is the reading's id."""
    return [
        {
            "reading_id": identity,
            "id": entity.id,
            "position": position,
            "name": entity.name,
            "folded_name": fold(entity.name),
            "kind": entity.kind,
        }
        for position, entity in enumerate(reading.entities)
    ]


def mention_rows(reading: Reading, identity: str) -> list[Row]:
    """The rows of `mentions`."""
    return [
        {
            "reading_id": identity,
            "entity_id": entity.id,
            "position": position,
            "start": span.start,
            "end": span.end,
        }
        for entity in reading.entities
        for position, span in enumerate(entity.mentions)
    ]


def role_rows(reading: Reading, identity: str) -> list[Row]:
    """The rows of `roles`."""
    return [
        {
            "reading_id": identity,
            "entity_id": entity.id,
            "position": position,
            "role": role.role,
            "evidence": (role.evidence,),
        }
        for entity in reading.entities
        for position, role in enumerate(entity.roles)
    ]


def attribution_rows(reading: Reading, identity: str) -> list[Row]:
    """The rows of `attributions`."""
    text = reading.article.text
    return [
        {"reading_id": identity, "position": position, **_attribution_row(text, attribution)}
        for position, attribution in enumerate(reading.attributions)
    ]


def _attribution_row(text: str, attribution: Attribution) -> Row:
    source = attribution.source
    return {
        "id": attribution.id,
        "source": source,
        "source_text": None if source is None else exact_text(text, source),
        "cue": attribution.cue,
        "cue_text": exact_text(text, attribution.cue),
        "content": attribution.content,
        "content_text": exact_text(text, attribution.content),
        "entity_id": attribution.entity_id,
        "form": attribution.form,
        "act": attribution.act,
        "negated": attribution.negated,
        "hedged": attribution.hedged,
        "parent_id": attribution.parent_id,
        "score": attribution.score,
    }


def failure_row(failure: Failure) -> Row:
    """The row of `failures`, as one that happened once and is open."""
    return {
        "id": failure.id,
        "origin": failure.origin,
        "kind": failure.kind,
        "message": failure.message,
        "failed_at": failure.failed_at,
        "last_failed_at": failure.failed_at,
        "count": 1,
        "resolved_at": None,
    }

"""Records to rows, one function a table; rows to records stand in `queries`."""

import datetime
from typing import Any

from onrecord.identifiers import content_id
from onrecord.ledger.passages import exact_text
from onrecord.ledger.search import fold
from onrecord.records import Attribution, Capture, Failure, Reading
from onrecord.records.passages import list_positions

Row = dict[str, Any]


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
                entity.speaks_for_id,
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
                list_positions(attribution.addressee or ()),
                None if attribution.said_on is None else str(attribution.said_on),
                attribution.basis,
                [
                    [hop.entity_id, hop.how, *list_positions((hop.evidence,))]
                    for hop in attribution.chain
                ],
            ]
            for attribution in reading.attributions
        ],
        # What is no part of the ids of findings stands beside them.
        [
            [
                response.id,
                response.to_id,
                list_positions(response.about),
                response.spokesperson_id,
                None if response.as_of is None else str(response.as_of),
            ]
            for response in reading.responses
        ],
        [[absence.id, absence.about_id] for absence in reading.absences],
        [[position.id, position.proposition.text] for position in reading.positions],
        [[check.id, check.message] for check in reading.checks],
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
            "speaks_for_id": entity.speaks_for_id,
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
    source, addressee = attribution.source, attribution.addressee
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
        "addressee": addressee,
        "addressee_text": None if addressee is None else exact_text(text, addressee),
        "said_on": attribution.said_on,
        "basis": attribution.basis,
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

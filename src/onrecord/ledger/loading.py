"""Whole records out of the ledger, equal to those that were stored."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from onrecord.errors import LedgerError
from onrecord.ledger.found import FoundCapture
from onrecord.ledger.ledger import Ledger, reading_from
from onrecord.ledger.loading_findings import (
    load_absences,
    load_chains,
    load_checks,
    load_positions,
    load_responses,
)
from onrecord.ledger.tables import (
    article_captures,
    articles,
    attributions,
    captures,
    entities,
    mentions,
    readings,
    roles,
    runs,
)
from onrecord.records import (
    Article,
    Attribution,
    Capture,
    Entity,
    Hop,
    Reading,
    Role,
    Run,
    Span,
)

Row = sa.Row[Any]


def load_reading(ledger: Ledger, article_id: str) -> Reading:
    """The latest reading of an article.

    Raises:
        LedgerError: there is no such article.
    """
    readings_of_article = load_readings(ledger, article_id)
    if not readings_of_article:
        raise LedgerError(f"the ledger {ledger.name} has no article {article_id}")
    return readings_of_article[0]


def load_readings(ledger: Ledger, article_id: str) -> tuple[Reading, ...]:
    """Every reading of an article, the latest first; empty where there is no such article."""
    return _load(ledger, readings.c.article_id == article_id)


def load_latest_readings(ledger: Ledger) -> tuple[Reading, ...]:
    """The latest reading of every article."""
    return _load(ledger, readings.c.latest)


def load_reading_of(ledger: Ledger, attribution_id: str) -> Reading:
    """The latest of the readings that found an attribution.

    Raises:
        LedgerError: there is no such attribution.
    """
    holding = sa.select(attributions.c.reading_id).where(attributions.c.id == attribution_id)
    found = _load(ledger, readings.c.id.in_(holding))
    if not found:
        raise LedgerError(f"the ledger {ledger.name} has no attribution {attribution_id}")
    return found[0]


def load_latest_of(connection: sa.Connection, article_ids: Sequence[str]) -> tuple[Reading, ...]:
    """The latest readings of some articles, in the order of the ids."""
    wanted = readings.c.latest & readings.c.article_id.in_(article_ids)
    place = {name: number for number, name in enumerate(article_ids)}
    return tuple(sorted(_select(connection, wanted), key=lambda one: place[one.article.id]))


def _load(ledger: Ledger, wanted: sa.ColumnElement[bool]) -> tuple[Reading, ...]:
    with reading_from(ledger) as connection:
        return _select(connection, wanted)


def _select(connection: sa.Connection, wanted: sa.ColumnElement[bool]) -> tuple[Reading, ...]:
    statement = (
        sa.select(
            readings,
            *articles.c["url", "publisher", "title", "text"],
            *runs.c["version", "model", "settings"],
        )
        .join_from(readings, articles)
        .join(runs)
        .where(wanted)
        .order_by(readings.c.latest.desc(), readings.c.last_read_at.desc(), readings.c.id)
    )
    return tuple(_reading(connection, row) for row in connection.execute(statement).all())


def _reading(connection: sa.Connection, row: Row) -> Reading:
    found = connection.execute(
        sa.select(attributions)
        .where(attributions.c.reading_id == row.id)
        .order_by(attributions.c.position)
    )
    chains = load_chains(connection, row.id)
    return Reading(
        article=Article(
            title=row.title,
            text=row.text,
            url=row.url,
            publisher=row.publisher,
            authors=row.authors,
            published_on=row.published_on,
            updated_on=row.updated_on,
            language=row.language,
        ),
        entities=_entities(connection, row.id, row.article_id),
        attributions=tuple(
            attribution_of(each, row.article_id, chains.get(each.id, ())) for each in found
        ),
        run=Run(version=row.version, model=row.model, settings=row.settings),
        responses=load_responses(connection, row.id, row.article_id),
        absences=load_absences(connection, row.id, row.article_id),
        positions=load_positions(connection, row.id, row.article_id),
        checks=load_checks(connection, row.id, row.article_id),
    )


def _entities(connection: sa.Connection, reading_id: str, article_id: str) -> tuple[Entity, ...]:
    found_mentions = defaultdict(list)
    for row in connection.execute(
        sa.select(mentions)
        .where(mentions.c.reading_id == reading_id)
        .order_by(mentions.c.entity_id, mentions.c.position)
    ):
        found_mentions[row.entity_id].append(Span(row.start, row.end))
    found_roles = defaultdict(list)
    for row in connection.execute(
        sa.select(roles)
        .where(roles.c.reading_id == reading_id)
        .order_by(roles.c.entity_id, roles.c.position)
    ):
        found_roles[row.entity_id].append(Role(row.role, row.evidence[0]))
    rows = connection.execute(
        sa.select(entities).where(entities.c.reading_id == reading_id).order_by(entities.c.position)
    )
    return tuple(
        Entity(
            article_id=article_id,
            name=row.name,
            kind=row.kind,
            mentions=tuple(found_mentions[row.id]),
            roles=tuple(found_roles[row.id]),
            speaks_for_id=row.speaks_for_id,
        )
        for row in rows
    )


def attribution_of(row: Row, article_id: str, chain: tuple[Hop, ...]) -> Attribution:
    """The record of a row of `attributions`; its hops stand in rows of their own."""
    return Attribution(
        article_id=article_id,
        source=row.source,
        cue=row.cue,
        content=row.content,
        form=row.form,
        act=row.act,
        entity_id=row.entity_id,
        negated=row.negated,
        hedged=row.hedged,
        parent_id=row.parent_id,
        score=row.score,
        addressee=row.addressee,
        said_on=row.said_on,
        chain=chain,
        basis=row.basis,
    )


def load_capture(ledger: Ledger, capture_id: str) -> Capture:
    """A capture with its bytes as they were received first.

    Raises:
        LedgerError: there is no such capture, or its bytes are damaged.
    """
    statement = sa.select(captures).where(captures.c.id == capture_id)
    with reading_from(ledger) as connection:
        row = connection.execute(statement).one_or_none()
    if row is None:
        raise LedgerError(f"the ledger {ledger.name} has no capture {capture_id}")
    return Capture(
        origin=row.origin,
        body=row.body,
        fetched_at=row.fetched_at,
        url=row.url,
        media_type=row.media_type,
        charset=row.charset,
    )


def find_captures(ledger: Ledger, article_id: str) -> tuple[FoundCapture, ...]:
    """The captures that an article was found in, the first first."""
    statement = (
        sa.select(*captures.c["id", "origin", "url", "sha256", "fetched_at", "last_fetched_at"])
        .join(article_captures)
        .where(article_captures.c.article_id == article_id)
        .order_by(captures.c.fetched_at, captures.c.id)
    )
    with reading_from(ledger) as connection:
        return tuple(FoundCapture(**row._mapping) for row in connection.execute(statement))

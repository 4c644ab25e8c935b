"""Sources over all articles: who is named, how often, with what roles."""

import itertools
from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa

from onrecord.dates import PartialDate
from onrecord.ledger.found import AttributionQuery, FoundAttribution
from onrecord.ledger.ledger import Ledger, reading_from
from onrecord.ledger.queries import list_found, select_attributions
from onrecord.ledger.search import fold
from onrecord.ledger.tables import (
    articles,
    attributions,
    entities,
    mentions,
    positions,
    readings,
    responses,
    roles,
)
from onrecord.records import Entity, EntityKind, Span, Spans


@dataclass(frozen=True, slots=True)
class FoundSource:
    """A name under which somebody is a source, over all articles.

    Attributes:
        attributions: how many have this name as their source.
        articles: in how many articles.
    """

    name: str
    kind: EntityKind
    attributions: int
    articles: int


@dataclass(frozen=True, slots=True)
class FoundRole:
    """A role that an article gives somebody."""

    role: str
    article_id: str
    publisher: str
    published_on: PartialDate | None
    evidence: Spans


def find_sources(ledger: Ledger, *, part: str = "", limit: int = 100) -> tuple[FoundSource, ...]:
    """Names under which somebody is a source, the most attributions first.

    Args:
        ledger: where to look.
        part: a part of the name; case and diacritics do not matter.
        limit: at most so many.
    """
    count = sa.func.count().label("attributions")
    statement = (
        sa.select(
            entities.c.name,
            entities.c.kind,
            count,
            sa.func.count(sa.distinct(readings.c.article_id)).label("articles"),
        )
        .join_from(readings, entities, entities.c.reading_id == readings.c.id)
        .join(
            attributions,
            sa.and_(
                attributions.c.reading_id == entities.c.reading_id,
                attributions.c.entity_id == entities.c.id,
            ),
        )
        .where(readings.c.latest)
        .group_by(entities.c.name, entities.c.kind)
        .order_by(count.desc(), entities.c.name)
        .limit(limit)
    )
    if part:
        statement = statement.where(entities.c.folded_name.contains(fold(part), autoescape=True))
    with reading_from(ledger) as connection:
        return tuple(FoundSource(**row._mapping) for row in connection.execute(statement))


def find_named_entities(ledger: Ledger) -> tuple[Entity, ...]:
    """Every name in the ledger once for each kind, as an entity of one article that has it."""
    first = (
        sa.select(
            entities.c.name,
            entities.c.kind,
            sa.func.min(readings.c.article_id).label("article_id"),
            sa.func.min(mentions.c.start).label("start"),
        )
        .join_from(readings, entities, entities.c.reading_id == readings.c.id)
        .join(
            mentions,
            sa.and_(
                mentions.c.reading_id == entities.c.reading_id,
                mentions.c.entity_id == entities.c.id,
            ),
        )
        .where(readings.c.latest, entities.c.kind != EntityKind.UNNAMED)
        .group_by(entities.c.name, entities.c.kind)
        .order_by(entities.c.name)
    )
    with reading_from(ledger) as connection:
        return tuple(
            Entity(row.article_id, row.name, row.kind, (Span(row.start, row.start + 1),))
            for row in connection.execute(first)
        )


def find_said(ledger: Ledger, names: Collection[str]) -> tuple[FoundAttribution, ...]:
    """Everything that is attributed to these names, the newest article first."""
    statement = select_attributions(AttributionQuery()).where(
        entities.c.folded_name.in_({fold(name) for name in names})
    )
    with reading_from(ledger) as connection:
        return list_found(connection, statement)


def find_roles(ledger: Ledger, names: Collection[str]) -> tuple[FoundRole, ...]:
    """The roles that articles give these names, in the order of their days."""
    statement = (
        sa.select(
            roles.c.role,
            roles.c.evidence,
            *readings.c["article_id", "published_on"],
            articles.c.publisher,
        )
        .join_from(readings, articles)
        .join(entities, entities.c.reading_id == readings.c.id)
        .join(
            roles,
            sa.and_(
                roles.c.reading_id == entities.c.reading_id, roles.c.entity_id == entities.c.id
            ),
        )
        .where(readings.c.latest, entities.c.folded_name.in_({fold(name) for name in names}))
        .order_by(readings.c.published_on.nulls_last(), roles.c.position)
    )
    with reading_from(ledger) as connection:
        return tuple(
            FoundRole(row.role, row.article_id, row.publisher, row.published_on, row.evidence)
            for row in connection.execute(statement)
        )


def find_finding_ids(
    ledger: Ledger, names: Collection[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of the responses and of the positions of these names as a party."""
    folded = {fold(name) for name in names}
    with reading_from(ledger) as connection:
        found = [
            tuple(
                connection.scalars(
                    sa.select(table.c.id)
                    .join_from(readings, table, table.c.reading_id == readings.c.id)
                    .join(
                        entities,
                        sa.and_(
                            entities.c.reading_id == table.c.reading_id,
                            entities.c.id == table.c.party_id,
                        ),
                    )
                    .where(readings.c.latest, entities.c.folded_name.in_(folded))
                )
            )
            for table in (responses, positions)
        ]
    return found[0], found[1]


def group_roles(found: Collection[FoundRole]) -> tuple[tuple[str, tuple[FoundRole, ...]], ...]:
    """Each role once, by its first day, with the articles that give it."""
    ordered = sorted(found, key=lambda one: one.role.casefold())
    groups = [
        (role, tuple(rows))
        for role, rows in itertools.groupby(ordered, key=lambda one: one.role.casefold())
    ]
    return tuple(
        (rows[0].role, rows)
        for _, rows in sorted(groups, key=lambda group: str(group[1][0].published_on or "9999"))
    )

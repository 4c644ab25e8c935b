"""Sources over all articles: who is named, how often, with what roles."""

import itertools
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from onrecord.dates import PartialDate
from onrecord.ledger.columns import OrderedText
from onrecord.ledger.found import AttributionQuery, FoundAttribution
from onrecord.ledger.ledger import Ledger, reading_from
from onrecord.ledger.namings import correct_found, has_source, source_of
from onrecord.ledger.newest import is_often_named, list_keys_of_newest, list_newest
from onrecord.ledger.queries import list_first, select_attributions
from onrecord.ledger.search import fold
from onrecord.ledger.tables import (
    articles,
    attributions,
    entities,
    positions,
    readings,
    responses,
    roles,
)
from onrecord.records import EntityKind, Spans


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
    with reading_from(ledger) as connection:
        statement = _count_sources(source_of(connection), part).limit(limit)
        return tuple(FoundSource(**row._mapping) for row in connection.execute(statement))


def _count_sources(entity_id: sa.ColumnElement[str | None], part: str) -> sa.Select[Any]:
    count = sa.func.count().label("attributions")
    statement = (
        sa.select(
            entities.c.name,
            entities.c.kind,
            count,
            sa.func.count(sa.distinct(readings.c.article_id)).label("articles"),
        )
        .join_from(readings, attributions, attributions.c.reading_id == readings.c.id)
        .join(
            entities,
            sa.and_(entities.c.reading_id == attributions.c.reading_id, entities.c.id == entity_id),
        )
        .where(readings.c.latest)
        .group_by(entities.c.name, entities.c.kind)
        .order_by(count.desc(), _BY_NAME, entities.c.kind)
    )
    if part:
        statement = statement.where(entities.c.folded_name.contains(fold(part), autoescape=True))
    return statement


def find_namesakes(ledger: Ledger, name: str) -> tuple[tuple[str, EntityKind], ...]:
    """Names in the ledger that hold the last word of a name, with what they name."""
    words = fold(name).split()
    if not words:
        return ()
    last = words[-1].strip(".,’'")
    with reading_from(ledger) as connection:
        held = _find_folded(connection, last)
        some = sorted(held, key=lambda one: (len(one), one))[:_MOST_NAMESAKES]
        kinds = _find_kinds(connection, some)
    return tuple(dict.fromkeys(pair for one in some for pair in kinds[one]))


_EVERY_NAME = sa.text(
    # Each name once, from one to the next in the index: far fewer steps than rows.
    "WITH RECURSIVE step(name) AS (SELECT min(folded_name) FROM entities UNION ALL "
    "SELECT (SELECT min(folded_name) FROM entities WHERE folded_name > step.name) "
    "FROM step WHERE step.name IS NOT NULL) SELECT name FROM step WHERE name IS NOT NULL"
)
_BY_NAME = sa.cast(entities.c.name, OrderedText)
_MOST_NAMESAKES = 60
_FIRST_ROWS = 20
_MOST_ROLES = 200
_MOST_FINDINGS = 100
_NEWEST, _NEWEST_WITH_FINDINGS = 1_500, (6_000, 24_000)
"""Articles that are looked at first where a name is frequent."""


def _find_folded(connection: sa.Connection, part: str) -> list[str]:
    """The names that hold a part, each once."""
    if connection.dialect.name == "sqlite":
        return [name for name in connection.scalars(_EVERY_NAME) if part in name]
    # Only SQLite has the index of names: here one look at each row costs least.
    holding = entities.c.folded_name.contains(part, autoescape=True)
    return list(connection.scalars(sa.select(entities.c.folded_name).where(holding).distinct()))


def _find_kinds(
    connection: sa.Connection, folded: Collection[str]
) -> dict[str, list[tuple[str, EntityKind]]]:
    """By name, how the first articles write it, and what they hold it for."""
    if connection.dialect.name == "sqlite":
        # Its index of names leads to the first of each; a window would read every row.
        rows = [row for one in folded for row in connection.execute(_first_called(one))]
    else:
        place = sa.func.row_number().over(
            partition_by=entities.c.folded_name, order_by=entities.c.id
        )
        numbered = (
            sa.select(*entities.c["folded_name", "name", "kind"], place.label("place"))
            .where(entities.c.folded_name.in_(folded))
            .subquery()
        )
        wanted = sa.select(*numbered.c["folded_name", "name", "kind"])
        rows = list(connection.execute(wanted.where(numbered.c.place <= _FIRST_ROWS)))
    found: dict[str, list[tuple[str, EntityKind]]] = {one: [] for one in folded}
    for row in sorted(set(rows)):
        found[row.folded_name].append((row.name, row.kind))
    return found


def _first_called(folded: str) -> sa.Select[tuple[str, str, EntityKind]]:
    return (
        sa.select(*entities.c["folded_name", "name", "kind"])
        .where(entities.c.folded_name == folded)
        .order_by(entities.c.id)
        .limit(_FIRST_ROWS)
    )


def find_said(
    ledger: Ledger, names: Collection[str], *, limit: int
) -> tuple[FoundAttribution, ...]:
    """What is attributed to these names, the newest article first, at most so many."""
    statement = select_attributions(AttributionQuery(limit=limit))
    with reading_from(ledger) as connection:
        if is_often_named(connection, [fold(name) for name in names]):
            near = attributions.c.key.in_(list_keys_of_newest(_NEWEST))
            told = has_source(connection, names, is_sought=False)
            found = list_first(connection, statement.where(near, told))
            if len(found) == limit:
                return correct_found(connection, found)
        found = list_first(connection, statement.where(has_source(connection, names)))
        return correct_found(connection, found)


def find_roles(ledger: Ledger, names: Collection[str]) -> tuple[FoundRole, ...]:
    """The roles that articles give these names, in the order of their days; at most the first."""
    folded = [fold(name) for name in names]
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
        .order_by(readings.c.published_on.nulls_last(), readings.c.article_id, roles.c.position)
        .limit(_MOST_ROLES)
    )
    with reading_from(ledger) as connection:
        rows = _find_first(connection, statement, folded, _MOST_ROLES, oldest=True)
    return tuple(
        FoundRole(row.role, row.article_id, row.publisher, row.published_on, row.evidence)
        for row in rows
    )


def find_finding_ids(
    ledger: Ledger, names: Collection[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of the newest responses and positions of these names as a party."""
    folded = [fold(name) for name in names]
    with reading_from(ledger) as connection:
        found = [
            tuple(row.id for row in _find_first(connection, wanted, folded, _MOST_FINDINGS))
            for wanted in map(_select_findings_of_party, (responses, positions))
        ]
    return found[0], found[1]


def _select_findings_of_party(table: sa.Table) -> sa.Select[Any]:
    return (
        sa.select(table.c.id)
        .join_from(readings, table, table.c.reading_id == readings.c.id)
        .join(
            entities,
            sa.and_(entities.c.reading_id == table.c.reading_id, entities.c.id == table.c.party_id),
        )
        .order_by(
            readings.c.published_on.desc().nulls_last(),
            readings.c.article_id.desc(),
            table.c.position,
        )
        .limit(_MOST_FINDINGS)
    )


def _find_first(
    connection: sa.Connection,
    statement: sa.Select[Any],
    folded: Collection[str],
    limit: int,
    *,
    oldest: bool = False,
) -> Sequence[sa.Row[Any]]:
    """The first rows of a statement over `readings` and `entities` for these folded names."""
    if is_often_named(connection, folded):
        # An expression: the articles lead to the names, no index the other way.
        called = entities.c.folded_name.concat("").in_(folded)
        for number in _NEWEST_WITH_FINDINGS:
            near = readings.c.id.in_(list_newest(number, oldest=oldest))
            rows = connection.execute(statement.where(near, called)).all()
            if len(rows) == limit:
                return rows
    called = entities.c.folded_name.in_(folded)
    return connection.execute(statement.where(readings.c.latest, called)).all()


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

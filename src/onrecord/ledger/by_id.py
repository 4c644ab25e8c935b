"""Records that are known by their ids, with their words: in each article's latest reading."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from onrecord.dates import PartialDate
from onrecord.ledger.found import AttributionQuery, FoundAttribution
from onrecord.ledger.ledger import Ledger, reading_from
from onrecord.ledger.queries import list_found, select_attributions
from onrecord.ledger.tables import (
    absences,
    articles,
    attributions,
    checks,
    entities,
    positions,
    readings,
    responses,
)
from onrecord.records import AbsenceKind, ResponseKind, Spans, Stance

_MOST_IDS = 500
"""Ids in one statement; SQLite takes a bounded number of parameters."""


@dataclass(frozen=True, slots=True)
class PassageText:
    """An article's passage in words, with what the article is called."""

    article_id: str
    title: str
    publisher: str
    published_on: PartialDate | None
    evidence: Spans
    words: str


@dataclass(frozen=True, slots=True)
class FoundPosition:
    """A position with its words.

    Attributes:
        word_of: who says so; None for the article's own author.
    """

    id: str
    party: str
    proposition: str
    stance: Stance
    word_of: str | None
    first_hand: bool
    passage: PassageText


@dataclass(frozen=True, slots=True)
class FoundAbsence:
    """What an article says is missing about an attribution."""

    id: str
    kind: AbsenceKind
    about_id: str | None
    passage: PassageText


@dataclass(frozen=True, slots=True)
class FoundAnswer:
    """A response with its words, known by its id."""

    id: str
    party: str
    kind: ResponseKind
    as_of: PartialDate | None
    passage: PassageText


def find_attributions_by_id(ledger: Ledger, ids: Collection[str]) -> dict[str, FoundAttribution]:
    """Attributions with their words; those that no latest reading has are left out."""
    found: dict[str, FoundAttribution] = {}
    with reading_from(ledger) as connection:
        for some in _in_lots(sorted(ids)):
            statement = select_attributions(AttributionQuery()).where(attributions.c.id.in_(some))
            found.update((one.attribution.id, one) for one in list_found(connection, statement))
    return found


def find_answers_by_id(ledger: Ledger, ids: Collection[str]) -> dict[str, FoundAnswer]:
    """Responses with their words."""
    rows = _find(
        ledger, responses, responses.c.id, sorted(ids), responses.c.party_id, entities.c.name
    )
    return {
        row.id: FoundAnswer(row.id, row.name, row.kind, row.as_of, _passage(row)) for row in rows
    }


def find_positions_by_id(ledger: Ledger, ids: Collection[str]) -> tuple[FoundPosition, ...]:
    """Positions with their words, the newest article first."""
    teller = entities.alias("teller")
    named = sa.select(teller.c.name).where(
        teller.c.reading_id == positions.c.reading_id, teller.c.id == positions.c.word_of_id
    )
    rows = _find(
        ledger,
        positions,
        positions.c.id,
        sorted(ids),
        positions.c.party_id,
        entities.c.name,
        named.scalar_subquery().label("teller"),
    )
    return tuple(
        FoundPosition(
            row.id,
            row.name,
            row.proposition_text,
            row.stance,
            row.teller,
            row.word_of_id == row.party_id,
            _passage(row),
        )
        for row in rows
    )


def find_absences_about(ledger: Ledger, article_ids: Mapping[str, str]) -> tuple[FoundAbsence, ...]:
    """What articles say is missing about some attributions, the newest article first.

    Args:
        ledger: where to look.
        article_ids: by the id of each attribution, that of the article in which it stands.
    """
    # By the articles, which lead to their few absences; no index knows what these are about.
    rows = _find(ledger, absences, readings.c.article_id, sorted({*article_ids.values()}))
    return tuple(
        FoundAbsence(row.id, row.kind, row.about_id, _passage(row))
        for row in rows
        if row.about_id in article_ids
    )


def _find(
    ledger: Ledger,
    table: sa.Table,
    wanted: sa.ColumnElement[Any],
    ids: Sequence[str],
    entity_id: sa.ColumnElement[Any] | None = None,
    *columns: sa.ColumnElement[Any],
) -> list[sa.Row[Any]]:
    found: list[sa.Row[Any]] = []
    with reading_from(ledger) as connection:
        for some in _in_lots(ids):
            statement = (
                sa.select(
                    table,
                    *readings.c["article_id", "published_on"],
                    *articles.c["title", "publisher"],
                    *columns,
                )
                .join_from(readings, articles)
                .join(table, table.c.reading_id == readings.c.id)
                .where(readings.c.latest, wanted.in_(some))
                .order_by(
                    readings.c.published_on.desc().nulls_last(),
                    readings.c.article_id.desc(),
                    table.c.position,
                )
            )
            if entity_id is not None:
                statement = statement.join(
                    entities,
                    sa.and_(
                        entities.c.reading_id == table.c.reading_id, entities.c.id == entity_id
                    ),
                )
            found += connection.execute(statement).all()
    return found


def _passage(row: sa.Row[Any]) -> PassageText:
    return PassageText(
        row.article_id,
        row.title,
        row.publisher,
        row.published_on,
        row.evidence,
        row.evidence_text,
    )


def _in_lots(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + _MOST_IDS] for start in range(0, len(ids), _MOST_IDS))


_TABLES = {
    "att": attributions,
    "rsp": responses,
    "abs": absences,
    "pos": positions,
    "chk": checks,
}


def find_article_of(ledger: Ledger, identity: str) -> str | None:
    """The id of the article whose latest reading has an attribution or finding; None for none."""
    table = _TABLES.get(identity[:3])
    if table is None:
        return None
    statement = (
        sa.select(readings.c.article_id)
        .join_from(readings, table, table.c.reading_id == readings.c.id)
        .where(readings.c.latest, table.c.id == identity)
        .limit(1)
    )
    with reading_from(ledger) as connection:
        return connection.scalar(statement)

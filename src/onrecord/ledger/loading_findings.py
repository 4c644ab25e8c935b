"""Findings out of the ledger, in the order in which they were stored."""

from collections import defaultdict
from typing import Any

import sqlalchemy as sa

from onrecord.ledger.tables import absences, checks, hops, positions, responses
from onrecord.records import Absence, Check, Hop, Position, Proposition, Response

Row = sa.Row[Any]


def load_chains(connection: sa.Connection, reading_id: str) -> dict[str, tuple[Hop, ...]]:
    """The chains of a reading's attributions, by their ids; those without one are left out."""
    chains = defaultdict(list)
    for row in connection.execute(
        sa.select(hops)
        .where(hops.c.reading_id == reading_id)
        .order_by(hops.c.attribution_id, hops.c.position)
    ):
        chains[row.attribution_id].append(hop_of(row))
    return {identity: tuple(chain) for identity, chain in chains.items()}


def hop_of(row: Row) -> Hop:
    """The record of a row of `hops`."""
    return Hop(entity_id=row.entity_id, how=row.how, evidence=row.evidence[0])


def load_responses(
    connection: sa.Connection, reading_id: str, article_id: str
) -> tuple[Response, ...]:
    """What parties did about the claims of a reading."""
    rows = _select(connection, responses, reading_id)
    return tuple(response_of(row, article_id) for row in rows)


def response_of(row: Row, article_id: str) -> Response:
    """The record of a row of `responses`."""
    return Response(
        article_id=article_id,
        party_id=row.party_id,
        kind=row.kind,
        evidence=row.evidence,
        to_id=row.to_id,
        spokesperson_id=row.spokesperson_id,
        as_of=row.as_of,
        about=row.about or (),
    )


def load_absences(
    connection: sa.Connection, reading_id: str, article_id: str
) -> tuple[Absence, ...]:
    """What the article of a reading says is missing."""
    return tuple(
        Absence(
            article_id=article_id,
            kind=row.kind,
            evidence=row.evidence[0],
            about_id=row.about_id,
        )
        for row in _select(connection, absences, reading_id)
    )


def load_positions(
    connection: sa.Connection, reading_id: str, article_id: str
) -> tuple[Position, ...]:
    """Who stands where in a reading."""
    return tuple(
        Position(
            article_id=article_id,
            party_id=row.party_id,
            proposition=Proposition(row.proposition_text, row.proposition_evidence),
            stance=row.stance,
            word_of_id=row.word_of_id,
            evidence=row.evidence,
        )
        for row in _select(connection, positions, reading_id)
    )


def load_checks(connection: sa.Connection, reading_id: str, article_id: str) -> tuple[Check, ...]:
    """What does not fit in a reading."""
    return tuple(
        Check(
            article_id=article_id,
            kind=row.kind,
            message=row.message,
            evidence=row.evidence,
            against=row.against,
        )
        for row in _select(connection, checks, reading_id)
    )


def _select(connection: sa.Connection, table: sa.Table, reading_id: str) -> sa.CursorResult[Any]:
    return connection.execute(
        sa.select(table).where(table.c.reading_id == reading_id).order_by(table.c.position)
    )

"""The SELECT that finds responses: in each article's latest reading."""

from typing import Any

import sqlalchemy as sa

from onrecord.ledger.found import FoundResponse, ResponseQuery
from onrecord.ledger.keyset import follows
from onrecord.ledger.ledger import Ledger, reading_from
from onrecord.ledger.loading_findings import response_of
from onrecord.ledger.queries import published_between
from onrecord.ledger.search import fold
from onrecord.ledger.tables import articles, attributions, entities, readings, responses


def find_responses(
    ledger: Ledger, query: ResponseQuery, *, after: str | None = None
) -> tuple[FoundResponse, ...]:
    """The wanted responses: newest article first, in the order of its text.

    Args:
        ledger: where to look.
        query: which.
        after: the id of the response that the page before ended with.
    """
    statement = select_responses(query)
    if after is not None:
        statement = statement.where(follows(responses, after))
    with reading_from(ledger) as connection:
        return tuple(
            FoundResponse(
                response=response_of(row, row.article_id),
                party_name=row.party_name,
                spokesperson_name=row.spokesperson_name,
                evidence_text=row.evidence_text,
                about_text=row.about_text,
                claim_source=row.claimant_name or row.source_text,
                claim_text=row.content_text,
                title=row.title,
                publisher=row.publisher,
                published_on=row.published_on,
                url=row.url,
            )
            for row in connection.execute(statement)
        )


def select_responses(query: ResponseQuery) -> sa.Select[Any]:
    """The statement behind `find_responses`."""
    party, spokesperson, claimant = (
        entities.alias(name) for name in ("party", "spokesperson", "claimant")
    )
    statement = (
        sa.select(
            responses,
            party.c.name.label("party_name"),
            spokesperson.c.name.label("spokesperson_name"),
            claimant.c.name.label("claimant_name"),
            *attributions.c["source_text", "content_text"],
            *readings.c["article_id", "published_on"],
            *articles.c["title", "publisher", "url"],
        )
        .join_from(readings, articles)
        .join(responses, responses.c.reading_id == readings.c.id)
        .join(party, _is_of_reading(party, responses.c.party_id))
        .outerjoin(spokesperson, _is_of_reading(spokesperson, responses.c.spokesperson_id))
        .outerjoin(attributions, _is_of_reading(attributions, responses.c.to_id))
        .outerjoin(claimant, _is_of_reading(claimant, attributions.c.entity_id))
        .where(readings.c.latest, *published_between(query.since, query.until))
        .order_by(
            readings.c.published_on.desc().nulls_last(),
            readings.c.article_id.desc(),
            responses.c.position,
        )
        .limit(query.limit)
    )
    if query.party is not None:
        named = sa.select(entities.c.id).where(
            entities.c.folded_name.contains(fold(query.party), autoescape=True)
        )
        statement = statement.where(
            sa.or_(responses.c.party_id.in_(named), responses.c.spokesperson_id.in_(named))
        )
    if query.kind is not None:
        statement = statement.where(responses.c.kind == query.kind)
    if query.article_id is not None:
        statement = statement.where(readings.c.article_id == query.article_id)
    return statement


def _is_of_reading(table: sa.FromClause, identity: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
    return sa.and_(table.c.reading_id == responses.c.reading_id, table.c.id == identity)

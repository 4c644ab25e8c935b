"""Stories: the claims that words find, with the first of what was said and who stands where."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from onrecord.ledger.claim_queries import ClaimQuery, select_claims, summary_of
from onrecord.ledger.claim_rows import load_members, load_names
from onrecord.ledger.claim_tables import claims, members
from onrecord.ledger.columns import OrderedText
from onrecord.ledger.ledger import Ledger, reading_from
from onrecord.ledger.selecting import select_in
from onrecord.ledger.tables import articles, entities, positions, readings
from onrecord.matches.parties import Parties
from onrecord.matches.polarity import settle
from onrecord.matches.stories import Stand, Story, Thread, gather_story

_EVENTS_OF_A_CLAIM, _ANSWERS_OF_A_CLAIM = 5, 24
"""Of each claim of a story so many reports, and among so many those with an answer, are events."""
_OUTLETS = 40


def load_story(ledger: Ledger, query: ClaimQuery) -> Story:
    """The claims that a query asks for, with their events and the positions of their articles.

    Of each claim the first reports and those with an answer are events, and of these articles the
    positions are gathered.
    """
    with reading_from(ledger) as connection:
        rows = connection.execute(select_claims(query).with_only_columns(claims)).all()
        keys = [row.key for row in rows]
        found = load_members(connection, keys, _first_members(keys))
        article_ids = {member.article_id for own in found.values() for member in own}
        names = load_names(connection, article_ids)
        stands = _load_stands(connection, article_ids)
        outlets = _count_outlets(connection, keys)
    parties = Parties(name for article_id in sorted(names) for name in names[article_id])
    threads = [Thread(summary_of(row), settle(found[row.key])) for row in rows]
    return gather_story(
        threads, stands, parties, outlets=outlets, since=query.since, until=query.until
    )


def _first_members(claim_keys: Sequence[int]) -> sa.ColumnElement[bool]:
    """The condition that a member is among the first of its claim, or has an answer."""
    place = sa.func.row_number().over(
        partition_by=members.c.claim_key,
        order_by=(members.c.published_on.nulls_first(), members.c.key),
    )
    ranked = (
        sa.select(members.c.key, members.c.answers, place.label("place"))
        .where(members.c.claim_key.in_(claim_keys))
        .subquery()
    )
    first = (ranked.c.place <= _EVENTS_OF_A_CLAIM) | (
        (ranked.c.answers > 0) & (ranked.c.place <= _ANSWERS_OF_A_CLAIM)
    )
    return members.c.key.in_(sa.select(ranked.c.key).where(first))


def _count_outlets(
    connection: sa.Connection, claim_keys: Sequence[int]
) -> tuple[tuple[str, int], ...]:
    reports = sa.func.count().label("reports")
    wanted = (
        sa.select(articles.c.publisher, reports)
        .join(members, members.c.article_id == articles.c.id)
        .where(members.c.claim_key.in_(claim_keys), members.c.reported)
        .group_by(articles.c.publisher)
        .order_by(reports.desc(), sa.cast(articles.c.publisher, OrderedText))
        .limit(_OUTLETS)
    )
    return tuple((row.publisher, row.reports) for row in connection.execute(wanted))


def _load_stands(connection: sa.Connection, article_ids: Iterable[str]) -> list[Stand]:
    party = entities.alias("party")
    wanted = (
        sa.select(
            *positions.c["id", "proposition_text", "stance", "word_of_id", "party_id"],
            readings.c.article_id,
            party.c.name,
        )
        .join(readings, positions.c.reading_id == readings.c.id)
        .join(
            party,
            (party.c.reading_id == positions.c.reading_id) & (party.c.id == positions.c.party_id),
        )
        .where(readings.c.latest)
        .order_by(
            readings.c.published_on.nulls_first(), readings.c.article_id, positions.c.position
        )
    )
    return [
        Stand(
            row.id,
            row.article_id,
            row.name,
            row.proposition_text,
            row.stance,
            row.word_of_id == row.party_id,
        )
        for row in select_in(connection, wanted, readings.c.article_id, article_ids)
    ]

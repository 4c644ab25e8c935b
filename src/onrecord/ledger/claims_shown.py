"""Claims as pages look at them: those of some reports, who carried them, the last that changed."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa

from onrecord.dates import PartialDate
from onrecord.ledger.claim_queries import load_keys, summary_of
from onrecord.ledger.claim_tables import claims, members
from onrecord.ledger.columns import OrderedText
from onrecord.ledger.ledger import Ledger, reading_from
from onrecord.ledger.packing import unpack_member
from onrecord.ledger.queries import ends_from
from onrecord.ledger.selecting import select_in
from onrecord.ledger.tables import articles, attributions, entities, readings
from onrecord.matches.record import Claim, Summary, list_changes_since
from onrecord.matches.statements import Statement
from onrecord.matches.status import Change
from onrecord.records import EntityKind

_AT_ONCE = 40
_MOST_COVERED = 60
"""Reports of a claim whose outlets are listed: of more nobody reads the names."""
_MOST_READ = 150
_HEAVIEST = 60
"""Claims that are asked who speaks in them."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Who carried a claim, and when.

    Attributes:
        outlets: with their reports, the most first.
        days: the days of the reports that have one, with how many there were.
    """

    outlets: tuple[tuple[str, int], ...] = ()
    days: tuple[tuple[PartialDate, int], ...] = ()


def find_coverage(ledger: Ledger, claim_ids: Collection[str]) -> dict[str, Coverage]:
    """By claim, its outlets and days; nothing of claims with very many reports."""
    wanted = (
        sa.select(
            claims.c.id,
            articles.c.publisher,
            members.c.published_on,
            sa.func.count().label("reports"),
        )
        .join_from(claims, members, members.c.claim_key == claims.c.key)
        .join(articles, articles.c.id == members.c.article_id)
        .where(members.c.reported, claims.c.reports <= _MOST_COVERED)
        .group_by(claims.c.id, articles.c.publisher, members.c.published_on)
    )
    outlets: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    days: dict[str, dict[PartialDate, int]] = defaultdict(lambda: defaultdict(int))
    with reading_from(ledger) as connection:
        for row in select_in(connection, wanted, claims.c.id, claim_ids):
            outlets[row.id][row.publisher] += row.reports
            if row.published_on is not None:
                days[row.id][row.published_on] += row.reports
    return {
        name: Coverage(
            tuple(sorted(own.items(), key=lambda one: (-one[1], one[0]))),
            tuple(sorted(days[name].items(), key=lambda one: str(one[0]))),
        )
        for name, own in outlets.items()
    }


def find_summaries_of(ledger: Ledger, report_ids: Collection[str]) -> dict[str, Summary]:
    """By report, the claim that it is a report of; those of one article alone are left out."""
    wanted = (
        sa.select(members.c.id.label("report_id"), claims)
        .join_from(members, claims, claims.c.key == members.c.claim_key)
        .where(claims.c.weight > 0)
    )
    with reading_from(ledger) as connection:
        rows = select_in(connection, wanted, members.c.id, report_ids)
        return {row.report_id: summary_of(row) for row in rows}


def find_claim_keys(ledger: Ledger, report_ids: Collection[str]) -> dict[str, int]:
    """By report, the key of its claim, which lasts until it joins another."""
    wanted = sa.select(members.c.id, members.c.claim_key)
    with reading_from(ledger) as connection:
        rows = select_in(connection, wanted, members.c.id, report_ids)
        return {row.id: row.claim_key for row in rows}


def load_claims_of(ledger: Ledger, report_ids: Collection[str]) -> dict[str, Claim]:
    """The same with everything on record about each claim, but for those of very many reports."""
    wanted = (
        sa.select(members.c.id, members.c.claim_key)
        .join_from(members, claims, claims.c.key == members.c.claim_key)
        .where(claims.c.weight > 0, claims.c.reports <= _MOST_READ)
    )
    with reading_from(ledger) as connection:
        rows = select_in(connection, wanted, members.c.id, report_ids)
        found = load_keys(connection, list(dict.fromkeys(row.claim_key for row in rows)))
    whole = {name: claim for claim in found for name in claim.names}
    return {row.id: whole[row.id] for row in rows if row.id in whole}


def find_latest_changes(
    ledger: Ledger, since: PartialDate | None = None, *, limit: int
) -> tuple[tuple[Claim, Change], ...]:
    """The last days on which any claim's status became another, the latest first.

    Args:
        ledger: where to look.
        since: nothing before this day.
        limit: at most so many.
    """
    statement = sa.select(claims.c.key, claims.c.last_on).where(
        claims.c.weight > 0, claims.c.last_on.is_not(None)
    )
    if since is not None:
        statement = statement.where(*ends_from(claims.c.last_on, since))
    statement = statement.order_by(claims.c.last_on.desc(), claims.c.key.desc())
    found: list[tuple[Claim, Change]] = []
    start = 0
    with reading_from(ledger) as connection:
        while rows := connection.execute(statement.limit(_AT_ONCE).offset(start)).all():
            start += len(rows)
            some = load_keys(connection, [row.key for row in rows])
            found += list_changes_since(some, since or PartialDate(1))
            found.sort(key=lambda one: (str(one[1].day), one[0].id), reverse=True)
            del found[limit:]
            # No change of a claim is later than the last that was published about it.
            if len(found) == limit and str(found[-1][1].day) > str(rows[-1].last_on):
                break
    return tuple(found)


def find_speakers(ledger: Ledger, limit: int) -> tuple[tuple[str, int], ...]:
    """Who speaks in most of the heaviest claims, with how many of them."""
    heaviest = (
        sa.select(claims.c.key)
        .where(claims.c.weight > 0)
        .order_by(claims.c.weight.desc(), claims.c.id)
        .limit(_HEAVIEST)
    )
    count = sa.func.count(sa.distinct(members.c.claim_key)).label("spoken_in")
    statement = (
        sa.select(entities.c.name, count)
        .join_from(members, readings, readings.c.article_id == members.c.article_id)
        .join(
            attributions,
            (attributions.c.reading_id == readings.c.id) & (attributions.c.id == members.c.id),
        )
        .join(
            entities,
            (entities.c.reading_id == readings.c.id) & (entities.c.id == attributions.c.entity_id),
        )
        .where(
            readings.c.latest,
            members.c.claim_key.in_(heaviest),
            entities.c.kind != EntityKind.UNNAMED,
        )
        .group_by(entities.c.name)
        .order_by(count.desc(), sa.cast(entities.c.name, OrderedText))
        .limit(limit)
    )
    with reading_from(ledger) as connection:
        return tuple((row.name, row.spoken_in) for row in connection.execute(statement))


def list_newest_statements(ledger: Ledger, limit: int) -> tuple[tuple[str, Statement], ...]:
    """The statements that came last, each with its article, in the order in which they came."""
    statement = (
        sa.select(members.c.article_id, members.c.packed)
        .order_by(members.c.key.desc())
        .limit(limit)
    )
    with reading_from(ledger) as connection:
        rows = connection.execute(statement).all()
    return tuple((row.article_id, unpack_member(row.packed).statement) for row in reversed(rows))

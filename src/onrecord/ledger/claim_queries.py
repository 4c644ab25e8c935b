"""Claims as they are looked for: by id, by words, by what changed; each read in one transaction."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from onrecord.dates import PartialDate
from onrecord.errors import LedgerError, SettingsError
from onrecord.ledger.claim_rows import load_claims, load_members, load_names
from onrecord.ledger.claim_tables import claims, members
from onrecord.ledger.columns import OrderedText
from onrecord.ledger.ledger import Ledger, reading_from
from onrecord.ledger.queries import begins_until, ends_from
from onrecord.ledger.search import claims_with, holds
from onrecord.ledger.selecting import select_in
from onrecord.ledger.tables import articles, entities, positions, readings
from onrecord.matches.members import list_known
from onrecord.matches.parties import Parties
from onrecord.matches.polarity import settle
from onrecord.matches.record import Claim, Summary, is_kept, strip_claim
from onrecord.matches.status import Standing
from onrecord.matches.stories import Stand, Story, Thread, gather_story

_NEWEST = 2_000
"""Of the claims that words find so many are ranked: the newest."""
_AT_ONCE = 50
_EVENTS_OF_A_CLAIM, _ANSWERS_OF_A_CLAIM = 5, 24
"""Of each claim of a story so many reports, and among so many those with an answer, are events."""
_OUTLETS = 40


@dataclass(frozen=True, slots=True)
class ClaimQuery:
    """Which claims are wanted, of those that several articles or an answer speak of.

    Attributes:
        words: words, "phrases" and prefix* that title, speakers or passages hold; "" for any.
        as_of: on record at the end of this day.
        since: with a report or an answer published on this day or later.
        until: with one on this day or earlier.
        limit: at most so many, the most reported.
        after: the id of the claim that the page before ended with.
    """

    words: str = ""
    as_of: PartialDate | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    limit: int | None = None
    after: str | None = None


def find_claims(ledger: Ledger, query: ClaimQuery) -> tuple[Claim, ...]:
    """The claims that a query asks for, the most reported first."""
    with reading_from(ledger) as connection:
        keys = connection.scalars(select_claims(query)).all()
        return load_keys(connection, keys)


def list_claims(ledger: Ledger, query: ClaimQuery) -> tuple[Summary, ...]:
    """What a list shows of the claims that a query asks for, the most reported first.

    As of a day each claim is made of what was on record then, which takes longer: nothing that came
    later finds it, is shown of it, or makes it worth showing. The order is that of today.
    """
    with reading_from(ledger) as connection:
        if query.as_of is not None:
            return tuple(itertools.islice(_list_as_of(connection, query, query.as_of), query.limit))
        wanted = select_claims(query).with_only_columns(claims)
        return tuple(summary_of(row) for row in connection.execute(wanted))


def _list_as_of(
    connection: sa.Connection, query: ClaimQuery, as_of: PartialDate
) -> Iterator[Summary]:
    wanted = select_claims(replace(query, limit=None)).add_columns(claims.c.id)
    rows = connection.execute(wanted).all()
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        known = {
            key: then
            for key, own in load_members(connection, [row.key for row in some]).items()
            if is_kept(then := list_known(own, as_of))
        }
        made = load_claims(connection, known)
        for row in some:
            claim = made.get(row.key)
            if claim is not None and (not query.words or holds(claim.searched_text, query.words)):
                yield replace(claim.summary(as_of), id=row.id)


def select_claims(query: ClaimQuery) -> sa.Select[Any]:
    """The keys of the claims that a query asks for."""
    statement = sa.select(claims.c.key).where(claims.c.weight > 0)
    if query.words:
        found = claims_with(query.words, _NEWEST).subquery()
        statement = statement.where(claims.c.key.in_(sa.select(found.c[0])))
    if query.as_of is not None:
        statement = statement.where(begins_until(claims.c.first_on, query.as_of))
    if query.since is not None:
        statement = statement.where(*ends_from(claims.c.last_on, query.since))
    if query.until is not None:
        statement = statement.where(begins_until(claims.c.first_on, query.until))
    if query.after is not None:
        statement = statement.where(_follows(query.after))
    return statement.order_by(claims.c.weight.desc(), claims.c.id).limit(query.limit)


def _follows(identity: str) -> sa.ColumnElement[bool]:
    """That a claim comes after another, the most reported first; nothing after one that is none."""
    before = claims.alias("claim_before")
    weight = sa.select(sa.func.max(before.c.weight)).where(before.c.id == identity)
    most = weight.scalar_subquery()
    return sa.or_(claims.c.weight < most, (claims.c.weight == most) & (claims.c.id > identity))


def load_claim(ledger: Ledger, name: str, *, as_of: PartialDate | None = None) -> Claim:
    """The claim that an id names: its own, one that it had, or that of a report or response in it.

    Args:
        ledger: where it is.
        name: the id, or its beginning.
        as_of: made only of what was on record at the end of this day; None for everything. Where
            that was nothing, the title is today's.

    Raises:
        LedgerError: there is none.
        SettingsError: several ids begin so.
    """
    with reading_from(ledger) as connection:
        keys = _find_keys(connection, name)
        if not keys:
            raise LedgerError(f"no claim has the id {name}: `onrecord claims` lists them")
        own = load_members(connection, keys)
        made = load_claims(connection, own)
        found = [made[key] for key in keys if key in made]
        if as_of is not None and len(found) == 1:
            (key,) = (key for key in keys if key in made)
            known = {key: list_known(own[key], as_of)}
            found = [strip_claim(found[0], load_claims(connection, known).get(key))]
    if len(found) > 1:
        several = ", ".join(one.id for one in found)
        raise SettingsError(f"several claims begin with {name!r}: {several}. Give more of it")
    if not found:
        raise LedgerError(f"{name} is what an answer is about, and no article reports it")
    return found[0]


def list_fellows(ledger: Ledger, member_id: str) -> tuple[str, ...]:
    """The ids of what else is in the claim of a report or of the words of a response.

    Raises:
        LedgerError: it is in none.
    """
    with reading_from(ledger) as connection:
        key = connection.scalar(sa.select(members.c.claim_key).where(members.c.id == member_id))
        if key is None:
            raise LedgerError(f"{member_id} is in no claim: `onrecord claim` lists what is")
        others = sa.select(members.c.id).where(
            members.c.claim_key == key, members.c.id != member_id
        )
        return tuple(connection.scalars(others.order_by(members.c.id)))


def find_changed(ledger: Ledger, since: PartialDate) -> tuple[Claim, ...]:
    """The claims of which anything was published since a day, those that changed first first."""
    statement = (
        sa.select(claims.c.key)
        .where(claims.c.weight > 0, *ends_from(claims.c.last_on, since))
        .order_by(claims.c.last_on, claims.c.key)
    )
    with reading_from(ledger) as connection:
        keys = connection.scalars(statement).all()
        parts = (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE))
        return tuple(claim for part in parts for claim in load_keys(connection, part))


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


def summary_of(row: sa.Row[Any]) -> Summary:
    """What a row of `claims` tells."""
    return Summary(
        row.id,
        row.title,
        Standing(row.status, row.parties),
        row.reports,
        row.articles,
        row.answers,
        row.origins,
        row.first_on,
        row.last_on,
    )


def _find_keys(connection: sa.Connection, name: str) -> Sequence[int]:
    """The keys of at most four claims whose id, or one of whose members' ids, begins so."""
    kind, _, rest = name.partition("_")
    if kind == "clm":
        own = connection.scalars(
            sa.select(claims.c.key)
            .where(_begins(claims.c.id, name))
            .order_by(claims.c.id)
            .limit(_SHOWN)
        ).all()
        if own:
            return own
    prefixes = (f"att_{rest}", f"rsp_{rest}") if kind == "clm" else (name,)
    begins = sa.or_(*(_begins(members.c.id, prefix) for prefix in prefixes))
    return connection.scalars(
        sa.select(members.c.claim_key)
        .where(begins)
        .distinct()
        .order_by(members.c.claim_key)
        .limit(_SHOWN)
    ).all()


_SHOWN = 4


def _begins(column: sa.Column[str], prefix: str) -> sa.ColumnElement[bool]:
    """By range, so that the index of the column serves; ids are ASCII."""
    return sa.and_(column >= prefix, column < prefix + "\x7f")


def load_keys(connection: sa.Connection, keys: Sequence[int]) -> tuple[Claim, ...]:
    """The claims with these keys, in their order."""
    found = load_claims(connection, load_members(connection, keys))
    return tuple(found[key] for key in keys if key in found)


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

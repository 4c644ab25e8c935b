"""Claims as they are looked for: by id, by words, by what changed; each read in one transaction."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from onrecord.dates import PartialDate
from onrecord.errors import LedgerError, SettingsError
from onrecord.ledger.claim_rows import load_claims, load_members
from onrecord.ledger.claim_tables import claims, members
from onrecord.ledger.ledger import Ledger, reading_from
from onrecord.ledger.queries import begins_until, ends_from
from onrecord.ledger.search import claims_with, holds
from onrecord.matches.members import list_known
from onrecord.matches.record import Claim, Summary, is_kept, strip_claim
from onrecord.matches.status import Standing

_NEWEST = 2_000
"""Of the claims that words find so many are ranked: the newest."""
_AT_ONCE = 50


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
            raise LedgerError(_describe_missing(name))
        if len(keys) > 1:
            raise SettingsError(_describe_several(connection, name, keys))
        (key,) = keys
        found = load_claims(connection, load_members(connection, keys)).get(key)
    if found is None:
        raise LedgerError(f"{name} is what an answer is about, and no article reports it")
    return found if as_of is None else load_claim_as_of(ledger, found, as_of)


def load_claim_as_of(ledger: Ledger, claim: Claim, as_of: PartialDate) -> Claim:
    """A claim of today, made only of what was on record at the end of a day."""
    with reading_from(ledger) as connection:
        own = sa.select(members.c.claim_key).where(members.c.id == claim.reports[0].id)
        found = load_members(connection, connection.scalars(own).all())
        known = {key: list_known(every, as_of) for key, every in found.items()}
        made = load_claims(connection, known)
    return strip_claim(claim, next(iter(made.values()), None))


def _describe_missing(name: str) -> str:
    if name.startswith("clm"):
        return f"no claim has the id {name}: `onrecord claims` lists them"
    return f"{name} is in no claim: `onrecord claims` lists what is"


def _describe_several(connection: sa.Connection, name: str, keys: Sequence[int]) -> str:
    found = connection.scalars(
        sa.select(claims.c.id).where(claims.c.key.in_(keys)).order_by(claims.c.id)
    )
    several = ", ".join(found) + (", …" if len(keys) == _SHOWN else "")
    return f"several claims begin with {name!r}: {several}. Give more of it"


def list_fellows(ledger: Ledger, member_id: str) -> tuple[str, ...]:
    """The ids of what else is in the claim of a report or of the words of a response.

    Raises:
        LedgerError: it is in none.
    """
    with reading_from(ledger) as connection:
        key = connection.scalar(sa.select(members.c.claim_key).where(members.c.id == member_id))
        if key is None:
            raise LedgerError(f"{member_id} is in no claim: `onrecord claims` lists what is")
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

"""Members and claims to rows, and claims out of rows."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from onrecord.dates import PartialDate
from onrecord.ledger.claim_tables import claims, members
from onrecord.ledger.columns import OrderedText
from onrecord.ledger.copying import load_copies
from onrecord.ledger.judgements import load_judged
from onrecord.ledger.packing import pack_member, unpack_member
from onrecord.ledger.search import index_claims
from onrecord.ledger.selecting import select_in
from onrecord.ledger.tables import entities, readings
from onrecord.matches.members import Member
from onrecord.matches.polarity import settle
from onrecord.matches.record import Claim, Names, is_kept, make_claim, name_claim
from onrecord.matches.status import Status

if TYPE_CHECKING:
    from onrecord.records import EntityKind

Row = dict[str, Any]

_LARGE = 24
"""Members from which on a claim is not read as a whole each time one is added."""


def member_row(key: int, claim_key: int, member: Member, published_on: PartialDate | None) -> Row:
    """The row of `members`."""
    return {
        "key": key,
        "id": member.id,
        "article_id": member.article_id,
        "claim_key": claim_key,
        "published_on": published_on,
        "reported": member.report is not None,
        "answers": sum(fact.kind is not None for fact in member.facts),
        "packed": pack_member(member),
    }


def blank_claim(key: int, member: Member) -> Row:
    """The row of a new claim before `refresh_claims` has filled it."""
    return {
        "key": key, "id": name_claim(member.id), "title": member.title, "status": Status.REPORTED,
        "parties": (), "reports": 0, "articles": 0, "answers": 0, "origins": 0, "first_on": None,
        "last_on": None, "weight": 0, "stale": True,
    }  # fmt: skip


def refresh_claims(connection: sa.Connection, claim_keys: Iterable[int]) -> None:
    """Write anew what the rows of some claims tell; those without members go.

    A claim of many members is only marked as stale: `refresh_stale` writes it, once for many that
    were added.
    """
    touched = sorted(claim_keys)
    sizes = {
        row.claim_key: row.size
        for row in select_in(
            connection,
            sa.select(members.c.claim_key, sa.func.count().label("size")).group_by(
                members.c.claim_key
            ),
            members.c.claim_key,
            touched,
        )
    }
    gone = [key for key in touched if key not in sizes]
    if gone:
        index_claims(connection, gone, [])
        for key in gone:
            connection.execute(sa.delete(claims).where(claims.c.key == key))
    large = [key for key, size in sizes.items() if size > _LARGE]
    if large:
        connection.execute(sa.update(claims).where(claims.c.key.in_(large)).values(stale=True))
    _write_claims(connection, [key for key in sizes if sizes[key] <= _LARGE])


def refresh_stale(connection: sa.Connection, at_most: int) -> int:
    """Write anew some claims that are marked as stale; how many there were."""
    stale = connection.scalars(
        sa.select(claims.c.key).where(claims.c.stale).order_by(claims.c.key).limit(at_most)
    ).all()
    _write_claims(connection, stale)
    return len(stale)


def _write_claims(connection: sa.Connection, claim_keys: Sequence[int]) -> None:
    found = load_members(connection, claim_keys)
    alone = {key: one for key, one in found.items() if not is_kept(one)}
    shown = load_claims(connection, {key: own for key, own in found.items() if key not in alone})
    rows = [_row_of_members(key, own) for key, own in alone.items()]
    rows += [_row_of_claim(key, claim) for key, claim in shown.items()]
    if rows:
        update = sa.update(claims).where(claims.c.key == sa.bindparam("b_key"))
        connection.execute(
            update.values({name: sa.bindparam(f"b_{name}") for name in rows[0] if name != "key"}),
            [{f"b_{name}": value for name, value in row.items()} for row in rows],
        )
    index_claims(
        connection, claim_keys, [(key, claim.searched_text) for key, claim in shown.items()]
    )


def load_members(
    connection: sa.Connection,
    claim_keys: Iterable[int],
    some: sa.ColumnElement[bool] | None = None,
) -> dict[int, tuple[Member, ...]]:
    """By claim, its members in the order of their days: all, or those with a condition."""
    # Days stay texts, which is all that ordering asks for.
    day = sa.func.coalesce(sa.type_coerce(members.c.published_on, OrderedText), "9999")
    wanted = sa.select(members.c.claim_key, day, *members.c["article_id", "key", "packed"])
    wanted = wanted if some is None else wanted.where(some)
    found: dict[int, list[tuple[str, str, int, bytes]]] = defaultdict(list)
    for row in select_in(connection, wanted, members.c.claim_key, claim_keys):
        found[row[0]].append((row[1], row[2], row[3], row[4]))
    return {
        key: tuple(unpack_member(packed) for *_, packed in sorted(rows))
        for key, rows in found.items()
    }


def load_claims(
    connection: sa.Connection, found: dict[int, tuple[Member, ...]]
) -> dict[int, Claim]:
    """By key, the claims that members make."""
    every = [member for own in found.values() for member in own]
    article_ids = {member.article_id for member in every}
    names = load_names(connection, article_ids)
    copies = load_copies(connection, article_ids)
    judged = load_judged(connection, [member.id for member in every])
    return {
        key: make_claim(own, names, copies, judged)
        for key, own in found.items()
        if any(member.report is not None for member in own)
    }


def load_names(connection: sa.Connection, article_ids: Iterable[str]) -> dict[str, Names]:
    """By article, the names in its latest reading."""
    wanted = (
        sa.select(readings.c.article_id, entities.c.name, entities.c.kind)
        .join(entities, entities.c.reading_id == readings.c.id)
        .where(readings.c.latest)
        .order_by(readings.c.article_id, entities.c.position)
    )
    found: dict[str, list[tuple[str, EntityKind]]] = defaultdict(list)
    for row in select_in(connection, wanted, readings.c.article_id, article_ids):
        found[row[0]].append((row[1], row[2]))
    return {article_id: tuple(names) for article_id, names in found.items()}


def _row_of_members(key: int, own: Sequence[Member]) -> Row:
    """A claim of one article that nobody answers, or of the words of a response alone."""
    own = settle(own)
    reported = [member for member in own if member.report is not None]
    plainest = min(reported or own, key=lambda member: member.rank)
    days = sorted((fact.known_on for member in own for fact in member.facts), key=str)
    return {
        "key": key,
        "id": name_claim((reported or own)[0].id),
        "title": plainest.title,
        "status": Status.REPORTED if reported else Status.UNREPORTED,
        "parties": (),
        "reports": len(reported),
        "articles": len({member.article_id for member in reported}),
        "answers": sum(fact.kind is not None for member in own for fact in member.facts),
        "origins": 0,
        "first_on": days[0] if days else None,
        "last_on": days[-1] if days else None,
        "weight": 0,
        "stale": False,
    }


def _row_of_claim(key: int, claim: Claim) -> Row:
    summary = claim.summary()
    return {
        "key": key,
        "id": summary.id,
        "title": summary.title,
        "status": summary.standing.status,
        "parties": summary.standing.parties,
        "reports": summary.reports,
        "articles": summary.articles,
        "answers": summary.answers,
        "origins": summary.origins,
        "first_on": summary.first_on,
        "last_on": summary.last_on,
        "weight": summary.reports,
        "stale": False,
    }

"""Judgements in the ledger: recorded in the order in which they are made, and never changed."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from onrecord.errors import LedgerError
from onrecord.ledger.ledger import Ledger, reading_from, writing_to
from onrecord.ledger.tables import attributions, judgements, responses
from onrecord.records import Judgement, Verdict

Pair = tuple[str, str]


def store_judgement(ledger: Ledger, judgement: Judgement) -> None:
    """Add a judgement, and leave claims as they are; `gathering.record_judgement` heeds it.

    Raises:
        LedgerError: what it is about, or takes back, is not in the ledger; then nothing is stored.
    """
    with writing_to(ledger) as connection:
        insert_judgement(connection, ledger, judgement)


def insert_judgement(connection: sa.Connection, ledger: Ledger, judgement: Judgement) -> None:
    """The same in a transaction that is open."""
    for identity in (judgement.first_id, judgement.second_id):
        if not _is_known(connection, identity):
            raise LedgerError(
                f"the ledger {ledger.path} has nothing with the id {identity}: "
                "`onrecord claim` lists the ids of a claim's reports"
            )
    if judgement.withdraws_id is not None:
        withdrawn = sa.select(judgements.c.id).where(judgements.c.id == judgement.withdraws_id)
        if connection.scalar(withdrawn) is None:
            raise LedgerError(f"the ledger {ledger.path} has no judgement {judgement.withdraws_id}")
    connection.execute(
        sa.insert(judgements),
        {
            "id": judgement.id,
            "verdict": judgement.verdict,
            "first_id": judgement.first_id,
            "second_id": judgement.second_id,
            "who": judgement.who,
            "why": judgement.why,
            "made_at": judgement.made_at,
            "withdraws_id": judgement.withdraws_id,
        },
    )


def load_judgements(ledger: Ledger) -> tuple[Judgement, ...]:
    """Every judgement ever made, in the order of their instants."""
    with reading_from(ledger) as connection:
        return _select(connection, sa.true())


def load_judgements_about(
    connection: sa.Connection, member_ids: Sequence[str]
) -> tuple[Judgement, ...]:
    """The judgements in force that name any of these contents."""
    if connection.scalar(sa.select(judgements.c.id).limit(1)) is None:
        return ()
    found: dict[str, Judgement] = {}
    for start in range(0, len(member_ids), _AT_ONCE):
        some = member_ids[start : start + _AT_ONCE]
        named = judgements.c.first_id.in_(some) | judgements.c.second_id.in_(some)
        found.update((one.id, one) for one in _select(connection, named))
    return list_in_force(found.values())


_AT_ONCE = 500


def _select(connection: sa.Connection, wanted: sa.ColumnElement[bool]) -> tuple[Judgement, ...]:
    statement = sa.select(judgements).where(wanted).order_by(judgements.c.made_at, judgements.c.id)
    return tuple(
        Judgement(
            row.verdict, row.first_id, row.second_id, row.who, row.why, row.made_at,
            row.withdraws_id,
        )
        for row in connection.execute(statement)
    )  # fmt: skip


def list_in_force(made: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that count: of each pair the last one that nobody took back.

    Whether two contents are one claim, and whether two reports are of one origin, are two
    questions: a judgement of one leaves the other as it is.
    """
    known = list(made)
    withdrawn = {one.withdraws_id for one in known if one.withdraws_id is not None}
    last: dict[tuple[Pair, bool], Judgement] = {}
    for one in sorted(known, key=lambda judgement: (judgement.made_at, judgement.id)):
        if one.verdict is not Verdict.WITHDRAWN and one.id not in withdrawn:
            of_origins = one.verdict in {Verdict.ONE_ORIGIN, Verdict.TWO_ORIGINS}
            last[(one.first_id, one.second_id), of_origins] = one
    return tuple(last.values())


def _is_known(connection: sa.Connection, identity: str) -> bool:
    table = responses if identity.startswith("rsp_") else attributions
    found = sa.select(table.c.id).where(table.c.id == identity).limit(1)
    return connection.scalar(found) is not None

"""Judgements in the ledger: recorded in the order in which they are made, and never changed."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from onrecord.errors import LedgerError
from onrecord.ledger.ledger import Ledger, reading_from, writing_to
from onrecord.ledger.tables import attributions, entities, judgements, readings, responses
from onrecord.matches.judged import Judgements, weigh
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
    places = [_find_article(connection, one) for one in (judgement.first_id, judgement.second_id)]
    for identity, place in zip((judgement.first_id, judgement.second_id), places, strict=True):
        if place is None:
            raise LedgerError(
                f"the ledger {ledger.name} has nothing with the id {identity}: "
                "`onrecord claim` lists the ids of a claim's reports, `onrecord who` those of names"
            )
    _check_kinds(judgement, places)
    if judgement.withdraws_id is not None:
        withdrawn = sa.select(judgements.c.id).where(judgements.c.id == judgement.withdraws_id)
        if connection.scalar(withdrawn) is None:
            raise LedgerError(f"the ledger {ledger.name} has no judgement {judgement.withdraws_id}")
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


def load_judged(connection: sa.Connection, member_ids: Iterable[str]) -> Judgements:
    """What people decided about some contents or reports, and about all that are one with them.

    Whether two judgements contradict each other may show only by what lies between their contents.
    """
    found: dict[str, Judgement] = {}
    asked, waiting = set[str](), set(member_ids)
    while waiting:
        asked |= waiting
        some = load_judgements_about(connection, sorted(waiting))
        found.update((one.id, one) for one in some)
        joined = (one for one in some if one.verdict in _JOINING)
        waiting = {name for one in joined for name in (one.first_id, one.second_id)} - asked
    return weigh(found.values())


_JOINING = frozenset({Verdict.SAME, Verdict.ONE_ORIGIN})
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
    """The judgements that count: on each question the last one that nobody took back.

    Whether two contents are one claim, whether two reports are of one origin, and who an
    attribution's source is are three questions: a judgement of one leaves the others as they are.
    """
    known = list(made)
    withdrawn = {one.withdraws_id for one in known if one.withdraws_id is not None}
    last: dict[tuple[str, ...], Judgement] = {}
    for one in sorted(known, key=lambda judgement: (judgement.made_at, judgement.id)):
        if one.verdict is not Verdict.WITHDRAWN and one.id not in withdrawn:
            last[_question_of(one)] = one
    return tuple(last.values())


def is_correction(judgement: Judgement) -> bool:
    """Whether it is about an attribution's source, or takes such a judgement back."""
    kinds = [one.partition("_")[0] for one in (judgement.first_id, judgement.second_id)]
    return kinds == ["att", "ent"]


def _question_of(judgement: Judgement) -> tuple[str, ...]:
    if judgement.verdict is Verdict.SOURCE:
        return ("source", judgement.first_id)
    of_origins = judgement.verdict in {Verdict.ONE_ORIGIN, Verdict.TWO_ORIGINS}
    return ("origin" if of_origins else "same", judgement.first_id, judgement.second_id)


def _check_kinds(judgement: Judgement, places: Sequence[str | None]) -> None:
    """Raise LedgerError where a verdict says nothing about two such things."""
    kinds = [one.partition("_")[0] for one in (judgement.first_id, judgement.second_id)]
    if judgement.verdict is Verdict.SOURCE:
        if kinds != ["att", "ent"] or places[0] != places[1]:
            raise LedgerError(
                "a source is an entity of the article that the attribution stands in: give the ids "
                f"of both, not {judgement.first_id} and {judgement.second_id}"
            )
    elif judgement.verdict is not Verdict.WITHDRAWN and kinds.count("ent") == 1:
        raise LedgerError(
            f"{judgement.first_id} and {judgement.second_id} are an entity and a content: only two "
            "of a kind can be the same"
        )


def _find_article(connection: sa.Connection, identity: str) -> str | None:
    """The article that an attribution, response or entity is in; None where there is none."""
    kind = identity.partition("_")[0]
    table = {"rsp": responses, "ent": entities}.get(kind, attributions)
    wanted = (
        sa.select(readings.c.article_id)
        .join(table, table.c.reading_id == readings.c.id)
        .where(table.c.id == identity)
        .limit(1)
    )
    return connection.scalar(wanted)

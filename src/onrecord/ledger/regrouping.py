"""Claims gathered anew out of all their members: where a person decided, where one is gone."""

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from onrecord.ledger.claim_tables import members
from onrecord.ledger.claim_work import ClaimWork
from onrecord.ledger.copying import note_copies_of
from onrecord.ledger.judged_claims import load_judged_of
from onrecord.ledger.packing import unpack_member
from onrecord.ledger.selecting import select_in
from onrecord.matches.claims import ClaimGroup, find_matches, gather_claims
from onrecord.matches.claims_in_order import gather_in_order
from onrecord.matches.judged import Judgements
from onrecord.matches.members import Member
from onrecord.matches.statements import Statement

_MOST_COMPARED = 60
"""Members of which every two are compared; of more, each with those that are most like it."""

_Own = dict[str, tuple[sa.Row[Any], Member]]


def regroup(work: ClaimWork, claim_keys: Iterable[int]) -> None:
    """Gather the members of some claims anew: all their likenesses at once, and judgements."""
    wanted = sa.select(*members.c["key", "claim_key", "published_on", "packed"])
    rows = select_in(work.connection, wanted, members.c.claim_key, set(claim_keys))
    rows.sort(key=_order)
    own = {(member := unpack_member(row.packed)).id: (row, member) for row in rows}
    statements = [member.statement for _, member in own.values()]
    groups = _gather(statements, load_judged_of(work, own))
    free = {row.claim_key for row in rows}
    work.touched |= free
    work.postings.remember(free)
    moved: list[str] = []
    for group in groups:
        moved += _keep_together(work, group, own, free)
    note_copies_of(work.connection, dict.fromkeys(own[name][1].article_id for name in moved))


def _order(row: sa.Row[Any]) -> tuple[str, int]:
    return (str(row.published_on or ""), row.key)


def _gather(statements: Sequence[Statement], judged: Judgements) -> tuple[ClaimGroup, ...]:
    if len(statements) > _MOST_COMPARED:
        return gather_in_order(statements, judged)
    return gather_claims(
        statements, find_matches(statements), together=judged.same, apart=judged.different
    )


def _keep_together(work: ClaimWork, group: ClaimGroup, own: _Own, free: set[int]) -> list[str]:
    """Put a group into one claim: that of its first member, unless another group has it already.

    Returns:
        Those of the group that were in another one.
    """
    row, member = own[group.members[0]]
    claim_key = row.claim_key if row.claim_key in free else work.begin_claim(member)
    free.discard(claim_key)
    moved = [name for name in group.members if own[name][0].claim_key != claim_key]
    work.move([own[name][0].key for name in moved], claim_key)
    return moved

"""What people decided, asked of claims: which a content is in, which may not become one."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import sqlalchemy as sa

from onrecord.ledger.claim_tables import members
from onrecord.ledger.claim_work import ClaimWork
from onrecord.ledger.judgements import load_judged
from onrecord.ledger.packing import unpack_member
from onrecord.ledger.tables import judgements
from onrecord.matches.claims import list_keys
from onrecord.matches.compare import find_match
from onrecord.matches.judged import Judgements
from onrecord.records import Verdict


class Decided(NamedTuple):
    """What people decided about one content.

    Attributes:
        joined: the claims that it is in, as they say.
        barred: those that it may not join.
    """

    joined: tuple[int, ...] = ()
    barred: frozenset[int] = frozenset()


def load_judged_of(work: ClaimWork, member_ids: Iterable[str]) -> Judgements:
    """What people decided about some contents."""
    return load_judged(work.connection, member_ids) if work.is_judged else Judgements()


def find_decided(work: ClaimWork, member_id: str) -> Decided:
    """The claims that people put a content into, and those that they keep it out of.

    Whatever is one with it, as they say, is kept out with it.
    """
    if not work.is_judged:
        return Decided()
    judged = load_judged(work.connection, [member_id])
    one_with = judged.list_one_with(member_id)
    parted = judged.list_parted_from(one_with)
    if not parted and len(one_with) == 1:
        return Decided()
    claims = work.find_claims_of([*one_with, *parted])
    barred = frozenset(claims[name] for name in parted if name in claims)
    joined = dict.fromkeys(claims[name] for name in one_with if name in claims)
    return Decided(tuple(joined), barred)


def keep_unparted(work: ClaimWork, claim_keys: Sequence[int]) -> tuple[int, ...]:
    """Of claims that something would make one, those that nobody parted from one before them."""
    if not work.is_judged or len(claim_keys) < 2:
        return tuple(claim_keys)
    parted = _list_parted(work, claim_keys)
    kept: list[int] = []
    for claim_key in claim_keys:
        if all(frozenset((claim_key, other)) not in parted for other in kept):
            kept.append(claim_key)
    return tuple(kept)


def _list_parted(work: ClaimWork, claim_keys: Sequence[int]) -> set[frozenset[int]]:
    first, second = members.alias("first_member"), members.alias("second_member")
    pairs = (
        sa.select(judgements.c.first_id, judgements.c.second_id)
        .join(first, first.c.id == judgements.c.first_id)
        .join(second, second.c.id == judgements.c.second_id)
        .where(
            judgements.c.verdict == Verdict.DIFFERENT,
            first.c.claim_key.in_(claim_keys),
            second.c.claim_key.in_(claim_keys),
            first.c.claim_key != second.c.claim_key,
        )
    )
    stored = {name for row in work.connection.execute(pairs) for name in row}
    # Those of the article in hand are in no table yet.
    fresh = {one.id for key in claim_keys for one in work.known.list_statements(key)}
    judged = load_judged(work.connection, stored | fresh)
    ends = {name for pair in judged.different for name in pair}
    claims = work.find_claims_of(sorted(ends))
    return {
        frozenset((claims[one], claims[other]))
        for one, other in judged.different
        if one in claims and other in claims
    }


def find_claims_about(work: ClaimWork, member_ids: Iterable[str]) -> set[int]:
    """The claims to gather anew where people decide otherwise about some contents.

    Theirs, those of what people joined them with or parted them from, those of what is parted from
    anything in these, and those that they match: it may be that nothing keeps them out any more.
    """
    named = set(member_ids)
    judged = load_judged_of(work, named)
    asked = named | {name for pair in judged.same | judged.different for name in pair}
    own = set(work.find_claims_of(sorted(asked)).values())
    fellows = work.connection.scalars(
        sa.select(members.c.id).where(members.c.claim_key.in_(own))
    ).all()
    parted = {name for pair in load_judged_of(work, fellows).different for name in pair}
    others = set(work.find_claims_of(sorted(parted - set(fellows))).values())
    return own | others | _find_matching(work, sorted(named)[:_MOST_MATCHED])


_MOST_MATCHED = 20
_LARGE = 400
"""Of claims with more members none is gathered anew because something matches it."""


def _find_matching(work: ClaimWork, member_ids: Sequence[str]) -> set[int]:
    """The claims that some contents match, found as they would be if they were new."""
    rows = work.connection.execute(
        sa.select(*members.c["key", "claim_key", "packed"]).where(members.c.id.in_(member_ids))
    ).all()
    own = {row.key: unpack_member(row.packed).statement for row in rows}
    near = work.find_near({one.id: list_keys(one) for one in own.values()})
    found = {
        work.known.claims[key]
        for one in own.values()
        for key in near[one.id]
        if find_match(work.known.statements[key], one) is not None
    }
    sizes = (
        sa.select(members.c.claim_key)
        .where(members.c.claim_key.in_(found))
        .group_by(members.c.claim_key)
        .having(sa.func.count() <= _LARGE)
    )
    return set(work.connection.scalars(sizes))

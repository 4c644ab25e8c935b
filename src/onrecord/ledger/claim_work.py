"""What one transaction knows of the claims that it works on."""

from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa

from onrecord.ledger.claim_rows import blank_claim
from onrecord.ledger.claim_tables import claims, members
from onrecord.ledger.known_members import KnownMembers
from onrecord.ledger.packing import unpack_member
from onrecord.ledger.selecting import select_in
from onrecord.ledger.tables import judgements
from onrecord.ledger.word_postings import WordPostings
from onrecord.matches.claims import pick_near
from onrecord.matches.members import Member
from onrecord.matches.statements import Statement

NEAREST = 16
"""Statements that one is compared with, of those that share its rarest words."""
_MEMBERS_COMPARED = 12
"""Of a larger claim so many members are compared with what may join it."""
_KEYS_AT_ONCE = 500


class ClaimWork:
    """The claims and members of one transaction: those looked at, those changed.

    Attributes:
        is_judged: whether anybody ever judged anything; most ledgers hold no judgement at all.
        known: members that were looked at.
        postings: by which words claims are found.
        touched: claims whose members are others than before.
    """

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection
        self.is_judged = connection.scalar(sa.select(judgements.c.id).limit(1)) is not None
        self.known = KnownMembers()
        self.postings = WordPostings(connection)
        self.touched: set[int] = set()
        self._last_member = connection.scalar(sa.select(sa.func.max(members.c.key))) or 0
        self._last_claim = connection.scalar(sa.select(sa.func.max(claims.c.key))) or 0
        self._listed: set[int] = set()

    def number_member(self) -> int:
        """The key of a new member."""
        self._last_member += 1
        return self._last_member

    def number_claim(self) -> int:
        """The key of a new claim."""
        self._last_claim += 1
        return self._last_claim

    def begin_claim(self, member: Member) -> int:
        """Add a claim that a member of the tables is about to be moved to."""
        claim_key = self.number_claim()
        self.connection.execute(sa.insert(claims), blank_claim(claim_key, member))
        self.touched.add(claim_key)
        self.postings.remember((claim_key,))
        return claim_key

    def move(self, keys: Sequence[int], claim_key: int) -> None:
        """Put members of other claims into a claim."""
        for start in range(0, len(keys), _KEYS_AT_ONCE):
            some = keys[start : start + _KEYS_AT_ONCE]
            self.connection.execute(
                sa.update(members).where(members.c.key.in_(some)).values(claim_key=claim_key)
            )
        self.known.move(keys, claim_key)

    def merge(self, old: int, new: int) -> None:
        """Put all members of one claim into another."""
        self.postings.remember((old, new))
        self.connection.execute(
            sa.update(members).where(members.c.claim_key == old).values(claim_key=new)
        )
        self.known.merge(old, new)
        self.touched |= {old, new}

    def load_known(self, keys: Iterable[int]) -> None:
        """Look at some members."""
        wanted = sa.select(*members.c["key", "claim_key", "packed"])
        lacking = self.known.lacking(set(keys))
        for row in select_in(self.connection, wanted, members.c.key, lacking):
            self.known.add(row.key, row.claim_key, unpack_member(row.packed).statement)

    def find_near(self, words: Mapping[str, frozenset[str]]) -> dict[str, tuple[int, ...]]:
        """By content, the keys of the members to compare it with: they share its rarest words."""
        rare = self.postings.pick_rare(words)
        by_word = self.postings.load({word for own in rare.values() for word in own})
        near = {name: pick_near(own, by_word)[:NEAREST] for name, own in rare.items()}
        self.load_known({key for keys in near.values() for key in keys})
        return near

    def list_statements(self, claim_key: int) -> list[Statement]:
        """The first members of a claim, and those that were looked at already."""
        if claim_key in self._listed:
            return self.known.list_statements(claim_key)
        self._listed.add(claim_key)
        rows = self.connection.execute(
            sa.select(*members.c["key", "packed"])
            .where(members.c.claim_key == claim_key)
            .order_by(members.c.key)
            .limit(_MEMBERS_COMPARED)
        )
        for row in rows:
            if row.key not in self.known.statements:
                self.known.add(row.key, claim_key, unpack_member(row.packed).statement)
        return self.known.list_statements(claim_key)

    def find_claims_of(self, names: Sequence[str]) -> dict[str, int]:
        """The claims that contents are in, by their ids; those of this very article too."""
        found = {
            name: self.known.claims[self.known.keys[name]]
            for name in names
            if name in self.known.keys
        }
        wanted = sa.select(*members.c["id", "claim_key"])
        lacking = [name for name in names if name not in found]
        rows = select_in(self.connection, wanted, members.c.id, lacking)
        return found | {row.id: row.claim_key for row in rows}

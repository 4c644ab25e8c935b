"""One article's contents put into claims: those that state the same join, the others are new."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa

from onrecord.dates import PartialDate
from onrecord.ledger.claim_rows import Row, blank_claim, member_row, refresh_claims
from onrecord.ledger.claim_tables import claims, copies, members, pending
from onrecord.ledger.claim_work import NEAREST, ClaimWork
from onrecord.ledger.copying import note_copies, note_copies_of
from onrecord.ledger.judged_claims import find_claims_about, find_decided, keep_unparted
from onrecord.ledger.judgements import load_judgements_about
from onrecord.ledger.packing import unpack_member
from onrecord.ledger.regrouping import regroup
from onrecord.ledger.selecting import select_in
from onrecord.ledger.upserts import insert_new
from onrecord.ledger.versions import find_versions, know_from, list_known_otherwise
from onrecord.matches.claims import Match, find_joined, list_keys, pick_near
from onrecord.matches.compare import find_match
from onrecord.matches.corrections import correct_sources
from onrecord.matches.judged import Judgements
from onrecord.matches.members import Member, read_members
from onrecord.records import Reading, Verdict

_MOST_RECONSIDERED = 24
_MOST_MOVED = 24
"""Articles that are looked at for copies where two claims become one."""


@dataclass(slots=True)
class _NewRows:
    """What an article adds to the tables.

    Attributes:
        begun: claims.
        placed: members.
        counted: by claim that is begun, the words of its first member.
        found_by: words, each with the key of the member that is found by it.
    """

    begun: list[Row] = field(default_factory=list)
    placed: list[Row] = field(default_factory=list)
    counted: dict[int, frozenset[str]] = field(default_factory=dict)
    found_by: list[tuple[str, int]] = field(default_factory=list)


class Placing:
    """One transaction's work on claims."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._work = ClaimWork(connection)
        self._refused: list[set[int]] = []
        self._disputed: list[set[int]] = []
        self._gone: dict[str, int] = {}

    def remove_article(self, article_id: str) -> None:
        """Take out what was read of an article before."""
        old = self._connection.execute(
            sa.select(*members.c["key", "id", "claim_key", "packed"]).where(
                members.c.article_id == article_id
            )
        ).all()
        if not old:
            return
        work, keys = self._work, [row.key for row in old]
        for column in (copies.c.first_id, copies.c.second_id):
            self._connection.execute(sa.delete(copies).where(column == article_id))
        work.touched |= {row.claim_key for row in old}
        work.postings.remember({row.claim_key for row in old})
        work.postings.remove(
            {row.key: list_keys(unpack_member(row.packed).statement) for row in old}
        )
        self._connection.execute(sa.delete(members).where(members.c.key.in_(keys)))
        work.known.forget(keys)
        work.postings.renew()
        self._gone.update((row.id, row.claim_key) for row in old)

    def add_reading(self, reading: Reading) -> None:
        """Put the contents of a reading into claims, old ones or new ones."""
        reading = self._correct(reading)
        known_on = self._know_from(reading)
        found = read_members(reading, known_on)
        if not found:
            return
        work = self._work
        rows = _NewRows()
        self._place_all(found, rows, known_on or reading.article.published_on)
        work = self._work
        for row in rows.placed:
            # Claims may have been brought together since.
            row["claim_key"] = work.known.claims[row["key"]]
        for table, new in ((claims, rows.begun), (members, rows.placed)):
            if new:
                self._connection.execute(sa.insert(table), new)
        work.postings.add(rows.counted, rows.found_by)
        work.touched |= {row["claim_key"] for row in rows.placed}
        self._reconsider()
        work.postings.renew()
        note_copies(self._connection, reading.article)

    def _place_all(
        self, found: Sequence[Member], rows: _NewRows, known_on: PartialDate | None
    ) -> None:
        """Find the claims of an article's contents, one after the other; write nothing of them."""
        work = self._work
        words = {one.id: list_keys(one.statement) for one in found}
        rare = work.postings.pick_rare(words)
        by_word = work.postings.load({word for own in rare.values() for word in own})
        work.load_known({key for own in rare.values() for key in pick_near(own, by_word)[:NEAREST]})
        for member in found:
            claim_key, new = self._place(member, pick_near(rare[member.id], by_word)[:NEAREST])
            if new:
                rows.begun.append(blank_claim(claim_key, member))
                rows.counted[claim_key] = words[member.id]
            key = work.number_member()
            # A claim is found by each word once, however many report it.
            known = work.known.list_words(claim_key)
            if not new and not known:
                work.postings.remember([claim_key])
            work.known.add(key, claim_key, member.statement)
            for word in (words[member.id] - known).intersection(rare[member.id]):
                by_word[word].append(key)
                rows.found_by.append((word, key))
            rows.placed.append(member_row(key, claim_key, member, known_on))
            self._gone.pop(member.id, None)

    def heed(self, before: Judgements, now: Judgements) -> None:
        """Gather anew the claims of which people decide otherwise than before.

        Whoever is unsure, or says something of origins, leaves them as they are; so does whoever
        says what they show already.
        """
        work = self._work
        withdrawn = (before.same - now.same) | (before.different - now.different)
        joined, parted = now.same - before.same, now.different - before.different
        asked = {name for pair in withdrawn | joined | parted for name in pair}
        claim_of = work.find_claims_of(sorted(asked))
        changed = {name for pair in withdrawn for name in pair if name in claim_of}
        for one, other in joined | parted:
            if one in claim_of and other in claim_of:
                are_one = claim_of[one] == claim_of[other]
                if are_one is not ((one, other) in joined):
                    changed |= {one, other}
        if changed:
            regroup(work, find_claims_about(work, changed))

    def touch(self, member_ids: Iterable[str]) -> None:
        """Let what is told of the claims of some contents be written anew."""
        self._work.touched |= set(self._work.find_claims_of(sorted(member_ids)).values())

    def finish(self) -> None:
        """Write what is told of every claim that was touched."""
        work = self._work
        if self._gone and work.is_judged:
            self._leave_out(self._gone)
        work.postings.renew()
        refresh_claims(self._connection, work.touched)
        work.touched = set()
        self._gone = {}

    def _leave_out(self, gone: dict[str, int]) -> None:
        """Gather anew what people had decided by contents that are no more."""
        judged = load_judgements_about(self._connection, sorted(gone))
        ends = {name for one in judged for name in (one.first_id, one.second_id)}
        left = {gone[name] for name in ends & gone.keys()}
        if ends:
            regroup(self._work, left | find_claims_about(self._work, ends))

    def _correct(self, reading: Reading) -> Reading:
        """With the sources that people named."""
        if not self._work.is_judged:
            return reading
        names = [one.id for one in reading.attributions]
        judged = load_judgements_about(self._connection, names)
        sources = {one.first_id: one.second_id for one in judged if one.verdict is Verdict.SOURCE}
        return correct_sources(reading, sources)

    def _know_from(self, reading: Reading) -> PartialDate | None:
        """From which day a later version is on record; those known otherwise are gathered anew."""
        if reading.article.url is None:
            return None
        versions = find_versions(self._connection, reading.article.url)
        others = {one.article_id for one in versions} - {reading.article.id}
        days = sa.select(*members.c["article_id", "published_on"]).distinct()
        rows = select_in(self._connection, days, members.c.article_id, others)
        known = {row.article_id: row.published_on for row in rows}
        for name in list_known_otherwise(versions, known):
            self._connection.execute(insert_new(self._connection, pending), {"article_id": name})
        return know_from(versions, reading.article.id)

    def _place(self, member: Member, near: Sequence[int]) -> tuple[int, bool]:
        """The claim that a new member joins, or begins; those that it brings together become one.

        Returns:
            The claim's key, and whether it is new.
        """
        work = self._work
        decided = find_decided(work, member.id)
        matches: list[Match] = []
        claim_keys = dict.fromkeys(decided.joined)
        for key in near:
            statement = work.known.statements[key]
            comparison = find_match(statement, member.statement)
            if comparison is not None:
                matches.append(Match(statement.id, member.id, comparison))
                claim_keys[work.known.claims[key]] = None
        matches.sort(key=lambda match: -match.comparison.score)
        groups = {key: work.list_statements(key) for key in claim_keys if key not in decided.barred}
        joined = find_joined(
            member.statement,
            groups,
            matches,
            together=[(groups[key][0].id, member.id) for key in decided.joined if groups.get(key)],
        )
        kept = keep_unparted(work, joined)
        claim_key = self._bring_together(kept) if kept else work.number_claim()
        if not claim_keys.keys() <= set(kept):
            self._refused.append({*claim_keys, claim_key})
        if not set(decided.joined) <= set(kept):
            self._disputed.append({*decided.joined, *decided.barred, claim_key})
        return claim_key, not kept

    def _bring_together(self, claim_keys: Sequence[int]) -> int:
        # The oldest stays: it is in the table already.
        first, *others = sorted(claim_keys)
        for other in others:
            moved = self._connection.scalars(
                sa.select(members.c.article_id)
                .where(members.c.claim_key == other)
                .order_by(members.c.key.desc())
                .limit(_MOST_MOVED)
            ).all()
            self._work.merge(other, first)
            note_copies_of(self._connection, dict.fromkeys(moved))
        return first

    def _reconsider(self) -> None:
        """Look again, all at once, at claims that match a new member and yet were not joined.

        Half of their pairs must match: what the first to come refused the whole may allow. Where
        what a person joined could not be, claims of any size are looked at.
        """
        refused, self._refused = self._refused, []
        disputed, self._disputed = self._disputed, []
        for claim_keys in refused:
            size = self._connection.scalar(
                sa.select(sa.func.count()).where(members.c.claim_key.in_(claim_keys))
            )
            if size is not None and size <= _MOST_RECONSIDERED:
                regroup(self._work, claim_keys)
        for claim_keys in disputed:
            regroup(self._work, claim_keys)

"""One article's contents put into claims: those that state the same join, the others are new."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa

from onrecord.dates import PartialDate
from onrecord.ledger.claim_rows import Row, blank_claim, member_row, refresh_claims
from onrecord.ledger.claim_tables import claims, copies, member_words, members, pending, word_counts
from onrecord.ledger.copying import note_copies
from onrecord.ledger.judgements import load_judgements_about
from onrecord.ledger.known_members import KnownMembers
from onrecord.ledger.packing import number_word, unpack_member
from onrecord.ledger.selecting import select_in
from onrecord.ledger.tables import judgements
from onrecord.ledger.upserts import insert_new, insert_or_add
from onrecord.ledger.versions import find_versions, know_from
from onrecord.matches.claims import (
    Match,
    find_joined,
    find_matches,
    gather_claims,
    list_keys,
    pick_near,
    pick_rare,
)
from onrecord.matches.compare import find_match
from onrecord.matches.corrections import correct_sources
from onrecord.matches.members import Member, read_members
from onrecord.matches.record import Judgements, weigh
from onrecord.matches.statements import Statement
from onrecord.records import Reading, Verdict

_NEAREST = 16
"""Statements that one is compared with, of those that share its rarest words."""
_MOST_RECONSIDERED = 24
_MEMBERS_COMPARED = 12
"""Of a larger claim so many members are compared with what may join it."""


class Placing:
    """One transaction's work on claims."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._next_member = (connection.scalar(sa.select(sa.func.max(members.c.key))) or 0) + 1
        self._next_claim = (connection.scalar(sa.select(sa.func.max(claims.c.key))) or 0) + 1
        self._is_judged = connection.scalar(sa.select(judgements.c.id).limit(1)) is not None
        self._known = KnownMembers()
        self._touched: set[int] = set()
        self._refused: list[set[int]] = []
        self._listed: set[int] = set()

    def remove_article(self, article_id: str) -> None:
        """Take out what was read of an article before."""
        old = self._connection.execute(
            sa.select(members.c.key, members.c.claim_key).where(members.c.article_id == article_id)
        ).all()
        if not old:
            return
        keys = [row.key for row in old]
        self._touched |= {row.claim_key for row in old}
        for column in (copies.c.first_id, copies.c.second_id):
            self._connection.execute(sa.delete(copies).where(column == article_id))
        self._connection.execute(sa.delete(member_words).where(member_words.c.member_key.in_(keys)))
        self._connection.execute(sa.delete(members).where(members.c.key.in_(keys)))
        self._known.forget(keys)
        self._post_anew({row.claim_key for row in old})

    def _post_anew(self, claim_keys: Iterable[int]) -> None:
        """Let the first member of each claim be found by its words, now that others are gone."""
        for claim_key in sorted(claim_keys):
            row = self._connection.execute(
                sa.select(*members.c["key", "packed"])
                .where(members.c.claim_key == claim_key)
                .order_by(members.c.key)
                .limit(1)
            ).one_or_none()
            if row is not None:
                words = list_keys(unpack_member(row.packed).statement)
                found_by = [{"word": number_word(word), "member_key": row.key} for word in words]
                self._connection.execute(insert_new(self._connection, member_words), found_by)

    def add_reading(self, reading: Reading) -> None:
        """Put the contents of a reading into claims, old ones or new ones."""
        reading = self._correct(reading)
        known_on = self._know_from(reading)
        found = read_members(reading, known_on)
        if not found:
            return
        words = {one.id: list_keys(one.statement) for one in found}
        rare = self._pick_rare(words)
        by_word = self._load_words({word for own in rare.values() for word in own})
        near = (key for own in rare.values() for key in pick_near(own, by_word)[:_NEAREST])
        self._load_near(set(near))
        published_on = reading.article.published_on
        fresh, placed, found_by = list[Row](), list[Row](), list[Row]()
        counts: Counter[str] = Counter()
        for member in found:
            candidates = pick_near(rare[member.id], by_word)[:_NEAREST]
            claim_key = self._place(member, candidates)
            if claim_key is None:
                claim_key, self._next_claim = self._next_claim, self._next_claim + 1
                fresh.append(blank_claim(claim_key, member))
            key, self._next_member = self._next_member, self._next_member + 1
            # A claim is found by each word once, however many report it.
            new = words[member.id] - self._known.list_words(claim_key)
            self._known.add(key, claim_key, member.statement)
            for word in new.intersection(rare[member.id]):
                by_word[word].append(key)
                found_by.append({"word": number_word(word), "member_key": key})
            counts.update(new)
            placed.append(member_row(key, claim_key, member, known_on or published_on))
        for row in placed:
            # Claims may have been brought together since.
            row["claim_key"] = self._known.claims[row["key"]]
        self._insert(fresh, placed, found_by, counts)
        self._touched |= {row["claim_key"] for row in placed}
        self._reconsider()
        note_copies(self._connection, reading.article)

    def _correct(self, reading: Reading) -> Reading:
        """With the sources that people named."""
        if not self._is_judged:
            return reading
        names = [one.id for one in reading.attributions]
        judged = load_judgements_about(self._connection, names)
        sources = {one.first_id: one.second_id for one in judged if one.verdict is Verdict.SOURCE}
        return correct_sources(reading, sources)

    def _know_from(self, reading: Reading) -> PartialDate | None:
        """From which day a later version is on record; those after it are gathered anew."""
        if reading.article.url is None:
            return None
        versions = find_versions(self._connection, reading.article.url)
        names = [one.article_id for one in versions]
        later = names[names.index(reading.article.id) + 1 :]
        gathered = sa.select(members.c.article_id).where(members.c.article_id.in_(later)).distinct()
        for name in self._connection.scalars(gathered).all() if later else ():
            self._connection.execute(insert_new(self._connection, pending), {"article_id": name})
        return know_from(versions, reading.article.id)

    def finish(self) -> None:
        """Write what is told of every claim that was touched."""
        refresh_claims(self._connection, self._touched)
        self._touched = set()

    def regroup(self, claim_keys: Iterable[int]) -> None:
        """Gather the members of some claims anew: all their likenesses at once, and judgements."""
        rows = self._connection.execute(
            sa.select(*members.c["key", "claim_key", "packed"])
            .where(members.c.claim_key.in_(list(claim_keys)))
            .order_by(members.c.published_on.nulls_first(), members.c.key)
        ).all()
        own = {(member := unpack_member(row.packed)).id: (row, member) for row in rows}
        statements = [member.statement for _, member in own.values()]
        judged = self._load_judged(list(own))
        groups = gather_claims(
            statements, find_matches(statements), together=judged.same, apart=judged.different
        )
        free = {row.claim_key for row in rows}
        self._touched |= free
        for group in groups:
            row, member = own[group.members[0]]
            # A group keeps the claim of its first member, unless another group has it already.
            claim_key = row.claim_key
            if claim_key not in free:
                claim_key, self._next_claim = self._next_claim, self._next_claim + 1
                self._connection.execute(sa.insert(claims), blank_claim(claim_key, member))
            free.discard(claim_key)
            moved = [own[name][0] for name in group.members if own[name][0].claim_key != claim_key]
            self._move([row.key for row in moved], claim_key)
            self._touched.add(claim_key)

    def _move(self, keys: Sequence[int], claim_key: int) -> None:
        if keys:
            self._connection.execute(
                sa.update(members).where(members.c.key.in_(keys)).values(claim_key=claim_key)
            )
            self._known.move(keys, claim_key)

    def _reconsider(self) -> None:
        """Look again, all at once, at claims that match a new member and yet were not joined.

        Half of their pairs must match: what the first to come refused the whole may allow.
        """
        refused, self._refused = self._refused, []
        for claim_keys in refused:
            size = self._connection.scalar(
                sa.select(sa.func.count()).where(members.c.claim_key.in_(claim_keys))
            )
            if size is not None and size <= _MOST_RECONSIDERED:
                self.regroup(claim_keys)

    def _pick_rare(self, words: dict[str, frozenset[str]]) -> dict[str, tuple[str, ...]]:
        """By member, the words that it is found by: its rarest of those seen so far."""
        numbers = {number_word(word): word for own in words.values() for word in own}
        rows = select_in(self._connection, sa.select(word_counts), word_counts.c.word, numbers)
        counts = {numbers[row.word]: row.members for row in rows}
        return {name: pick_rare(own, counts) for name, own in words.items()}

    def _load_words(self, words: set[str]) -> defaultdict[str, list[int]]:
        numbers = {number_word(word): word for word in words}
        found: defaultdict[str, list[int]] = defaultdict(list)
        wanted = sa.select(member_words).order_by(member_words.c.word, member_words.c.member_key)
        for row in select_in(self._connection, wanted, member_words.c.word, numbers):
            found[numbers[row.word]].append(row.member_key)
        return found

    def _load_near(self, keys: set[int]) -> None:
        wanted = sa.select(*members.c["key", "claim_key", "packed"])
        for row in select_in(self._connection, wanted, members.c.key, self._known.lacking(keys)):
            self._known.add(row.key, row.claim_key, unpack_member(row.packed).statement)

    def _place(self, member: Member, near: Sequence[int]) -> int | None:
        """The claim that a new member joins; claims that it brings together become one."""
        matches: list[Match] = []
        claim_keys = dict.fromkeys(self._find_judged(member.id))
        for key in near:
            statement = self._known.statements[key]
            comparison = find_match(statement, member.statement)
            if comparison is not None:
                matches.append(Match(statement.id, member.id, comparison))
                claim_keys[self._known.claims[key]] = None
        matches.sort(key=lambda match: -match.comparison.score)
        groups = {key: self._list_statements(key) for key in claim_keys}
        names = [statement.id for own in groups.values() for statement in own]
        judged = self._load_judged([member.id, *names])
        joined = find_joined(
            member.statement,
            groups,
            matches,
            together=judged.same,
            apart=judged.different,
        )
        refused = claim_keys.keys() - set(joined)
        if refused:
            self._refused.append(set(claim_keys))
        if not joined:
            return None
        # The oldest stays: it is in the table already.
        first, *others = sorted(joined)
        for other in others:
            self._connection.execute(
                sa.update(members).where(members.c.claim_key == other).values(claim_key=first)
            )
            self._known.merge(other, first)
            self._touched |= {other, first}
        return first

    def _load_judged(self, member_ids: Sequence[str]) -> Judgements:
        """What people decided about some contents; most ledgers hold no judgement at all."""
        if not self._is_judged:
            return Judgements()
        return weigh(load_judgements_about(self._connection, member_ids))

    def _find_judged(self, member_id: str) -> list[int]:
        """The claims of those of which a person said that they state the same as this."""
        judged = self._load_judged([member_id])
        partners = [name for pair in judged.same if member_id in pair for name in pair]
        if not partners:
            return []
        rows = self._connection.execute(
            sa.select(*members.c["key", "claim_key", "packed"]).where(members.c.id.in_(partners))
        ).all()
        for row in rows:
            self._known.add(row.key, row.claim_key, unpack_member(row.packed).statement)
        return [row.claim_key for row in rows]

    def _list_statements(self, claim_key: int) -> list[Statement]:
        """The first members of a claim, and those that are compared already."""
        if claim_key in self._listed:
            return self._known.list_statements(claim_key)
        self._listed.add(claim_key)
        rows = self._connection.execute(
            sa.select(*members.c["key", "packed"])
            .where(members.c.claim_key == claim_key)
            .order_by(members.c.key)
            .limit(_MEMBERS_COMPARED)
        )
        for row in rows:
            if row.key not in self._known.statements:
                self._known.add(row.key, claim_key, unpack_member(row.packed).statement)
        return self._known.list_statements(claim_key)

    def _insert(
        self,
        fresh: Sequence[Row],
        placed: Sequence[Row],
        found_by: Sequence[Row],
        counts: Mapping[str, int],
    ) -> None:
        counted = [{"word": number_word(word), "members": times} for word, times in counts.items()]
        for statement, rows in (
            (sa.insert(claims), fresh),
            (sa.insert(members), placed),
            (sa.insert(member_words), found_by),
            (insert_or_add(self._connection, word_counts, "members"), counted),
        ):
            if rows:
                self._connection.execute(statement, rows)

"""Claims kept up to date with readings: each article is gathered once, in the order of arrival.

Everything here is read out of readings and judgements, so it can be thrown away and made again.
Gathering one article costs the same however many there are: only what shares rare words with it is
compared, and only claims that it touches are written.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

import sqlalchemy as sa

from onrecord.ledger.claim_rows import Row, blank_claim, member_row, refresh_claims
from onrecord.ledger.copying import note_copies
from onrecord.ledger.judgements import load_judgements_about
from onrecord.ledger.ledger import Ledger, reading_from, writing_to
from onrecord.ledger.loading import load_latest_of
from onrecord.ledger.packing import number_word, unpack_member
from onrecord.ledger.selecting import select_in
from onrecord.ledger.tables import (
    claims,
    copies,
    gatherings,
    member_words,
    members,
    pending,
    readings,
    sketches,
    word_counts,
)
from onrecord.ledger.upserts import insert_or_add
from onrecord.matches.claims import (
    Match,
    find_joined,
    find_matches,
    gather_claims,
    list_keys,
    pick_near,
    pick_rare,
)
from onrecord.matches.compare import compare
from onrecord.matches.members import Member, read_members
from onrecord.matches.record import Judgements, weigh
from onrecord.matches.statements import Statement
from onrecord.records import Reading

METHOD = "1"
"""Raised whenever the same readings would be gathered otherwise; older claims are made again."""

_ARTICLES_AT_ONCE = 25
"""Articles of one transaction: other writers wait for no longer."""
_NEAREST = 40
"""Statements that one is compared with, of those that share its rarest words."""
_MOST_RECONSIDERED = 24
_MEMBERS_COMPARED = 12
"""Of a larger claim so many members are compared with what may join it."""


def count_pending(ledger: Ledger) -> int:
    """How many articles are not gathered yet."""
    with reading_from(ledger) as connection:
        if not _is_current(connection):
            return connection.scalar(sa.select(sa.func.count()).where(readings.c.latest)) or 0
        return connection.scalar(sa.select(sa.func.count()).select_from(pending)) or 0


def gather_pending(ledger: Ledger, *, told: Callable[[int], None] | None = None) -> int:
    """Bring claims up to date with the latest readings of all articles.

    Args:
        ledger: where.
        told: called after each transaction with how many articles are gathered so far.

    Returns:
        How many articles were gathered.
    """
    with reading_from(ledger) as connection:
        current = _is_current(connection)
    if not current:
        forget_claims(ledger)
    gathered = 0
    while some := _gather_some(ledger):
        gathered += some
        if told is not None:
            told(gathered)
    return gathered


def forget_claims(ledger: Ledger) -> None:
    """Throw all claims away, and let every article wait to be gathered anew; judgements stay."""
    with writing_to(ledger) as connection:
        connection.execute(sa.text("DELETE FROM claim_search"))
        for table in (copies, sketches, member_words, word_counts, members, claims, pending):
            connection.execute(sa.delete(table))
        connection.execute(sa.delete(gatherings))
        connection.execute(sa.insert(gatherings), {"method": METHOD})
        waiting = (
            sa.select(readings.c.article_id)
            .where(readings.c.latest)
            .order_by(readings.c.published_on.nulls_first(), readings.c.article_id)
        )
        connection.execute(sa.insert(pending).from_select(["article_id"], waiting))


def regather(ledger: Ledger, member_ids: Sequence[str]) -> None:
    """Gather anew the claims that some contents are in, after a judgement about them."""
    with writing_to(ledger) as connection:
        touched = connection.scalars(
            sa.select(members.c.claim_key).where(members.c.id.in_(member_ids)).distinct()
        ).all()
        if touched:
            gathering = _Gathering(connection)
            gathering.regroup(touched)
            gathering.finish()


def _is_current(connection: sa.Connection) -> bool:
    return connection.scalar(sa.select(gatherings.c.method)) == METHOD


def _gather_some(ledger: Ledger) -> int:
    with writing_to(ledger) as connection:
        waiting = connection.scalars(
            sa.select(pending.c.article_id).order_by(pending.c.key).limit(_ARTICLES_AT_ONCE)
        ).all()
        if not waiting:
            return 0
        gathering = _Gathering(connection)
        found = {reading.article.id: reading for reading in load_latest_of(connection, waiting)}
        for article_id in waiting:
            gathering.remove_article(article_id)
            if article_id in found:
                gathering.add_reading(found[article_id])
        gathering.finish()
        connection.execute(sa.delete(pending).where(pending.c.article_id.in_(waiting)))
        return len(waiting)


class _Gathering:
    """One transaction's work on claims."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._next_member = (connection.scalar(sa.select(sa.func.max(members.c.key))) or 0) + 1
        self._next_claim = (connection.scalar(sa.select(sa.func.max(claims.c.key))) or 0) + 1
        self._known = _Known()
        self._touched: set[int] = set()
        self._refused: list[set[int]] = []

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

    def add_reading(self, reading: Reading) -> None:
        """Put the contents of a reading into claims, old ones or new ones."""
        found = read_members(reading)
        if not found:
            return
        judged = weigh(load_judgements_about(self._connection, [one.id for one in found]))
        words = {one.id: list_keys(one.statement) for one in found}
        rare = self._pick_rare(words)
        by_word = self._load_words({word for own in rare.values() for word in own})
        near = (key for own in rare.values() for key in pick_near(own, by_word)[:_NEAREST])
        self._load_near(set(near))
        fresh: list[Row] = []
        placed: list[Row] = []
        for member in found:
            candidates = pick_near(rare[member.id], by_word)[:_NEAREST]
            claim_key = self._place(member, candidates, judged)
            if claim_key is None:
                claim_key, self._next_claim = self._next_claim, self._next_claim + 1
                fresh.append(blank_claim(claim_key, member))
            key, self._next_member = self._next_member, self._next_member + 1
            self._known.add(key, claim_key, member.statement)
            for word in rare[member.id]:
                by_word[word].append(key)
            placed.append(member_row(key, claim_key, member, reading.article.published_on))
        self._insert(fresh, placed, words, rare)
        self._touched |= {row["claim_key"] for row in placed}
        self._reconsider()
        note_copies(self._connection, reading.article)

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
        judged = weigh(load_judgements_about(self._connection, list(own)))
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

    def _place(self, member: Member, near: Sequence[int], judged: Judgements) -> int | None:
        """The claim that a new member joins; claims that it brings together become one."""
        matches: list[Match] = []
        claim_keys = dict.fromkeys(self._find_judged(member.id, judged))
        for key in near:
            statement = self._known.statements[key]
            comparison = compare(statement, member.statement)
            if comparison.is_same:
                matches.append(Match(statement.id, member.id, comparison))
                claim_keys[self._known.claims[key]] = None
        matches.sort(key=lambda match: -match.comparison.score)
        joined = find_joined(
            member.statement,
            {key: self._list_statements(key) for key in claim_keys},
            matches,
            together=judged.same,
            apart=judged.different,
        )
        refused = claim_keys.keys() - set(joined)
        if refused:
            self._refused.append(set(claim_keys))
        if not joined:
            return None
        first, *others = joined
        for other in others:
            self._connection.execute(
                sa.update(members).where(members.c.claim_key == other).values(claim_key=first)
            )
            self._known.merge(other, first)
            self._touched |= {other, first}
        return first

    def _find_judged(self, member_id: str, judged: Judgements) -> list[int]:
        """The claims of those of which a person said that they state the same as this."""
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
        words: dict[str, frozenset[str]],
        rare: dict[str, tuple[str, ...]],
    ) -> None:
        counts = Counter(word for own in words.values() for word in own)
        found_by = [
            {"word": number_word(word), "member_key": row["key"]}
            for row in placed
            for word in rare[row["id"]]
        ]
        counted = [{"word": number_word(word), "members": times} for word, times in counts.items()]
        for statement, rows in (
            (sa.insert(claims), fresh),
            (sa.insert(members), placed),
            (sa.insert(member_words), found_by),
            (insert_or_add(self._connection, word_counts, "members"), counted),
        ):
            if rows:
                self._connection.execute(statement, rows)


class _Known:
    """Statements that were looked at in this transaction, and the claims that they are in."""

    def __init__(self) -> None:
        self.statements: dict[int, Statement] = {}
        self.claims: dict[int, int] = {}
        self._members: defaultdict[int, dict[int, None]] = defaultdict(dict)

    def add(self, key: int, claim_key: int, statement: Statement) -> None:
        """Remember a member; one that is known stays as it is."""
        if key not in self.statements:
            self.statements[key], self.claims[key] = statement, claim_key
            self._members[claim_key][key] = None

    def forget(self, keys: Iterable[int]) -> None:
        """Forget members that are no more."""
        for key in keys:
            if self.statements.pop(key, None) is not None:
                self._members[self.claims.pop(key)].pop(key, None)

    def lacking(self, keys: set[int]) -> set[int]:
        """Those of some members that are not known."""
        return keys - self.statements.keys()

    def merge(self, old: int, new: int) -> None:
        """Put the members of one claim into another."""
        self.move(list(self._members[old]), new)

    def move(self, keys: Iterable[int], claim_key: int) -> None:
        """Put members into a claim."""
        for key in keys:
            if key in self.claims:
                self._members[self.claims[key]].pop(key)
                self._members[claim_key][key] = None
                self.claims[key] = claim_key

    def list_statements(self, claim_key: int) -> list[Statement]:
        """The known members of a claim."""
        return [self.statements[key] for key in self._members[claim_key]]

"""By which words a claim is found, and in how many claims each word stands.

Each claim counts once, with the words of its first member that has any, however many report it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa

from onrecord.ledger.claim_tables import member_words, members, word_counts
from onrecord.ledger.packing import number_word, unpack_member
from onrecord.ledger.selecting import select_in
from onrecord.ledger.upserts import insert_new, insert_or_add
from onrecord.matches.claims import list_keys, pick_rare

_ROWS_AT_ONCE = 12
_NUMBERS_AT_ONCE = 500


class WordPostings:
    """One transaction's work on the words of claims."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._counted: dict[int, frozenset[str]] = {}

    def pick_rare(self, words: Mapping[str, frozenset[str]]) -> dict[str, tuple[str, ...]]:
        """By member, the words that it is found by: its rarest of those seen so far."""
        numbers = {number_word(word): word for own in words.values() for word in own}
        rows = select_in(self._connection, sa.select(word_counts), word_counts.c.word, numbers)
        counts = {numbers[row.word]: row.members for row in rows}
        return {name: pick_rare(own, counts) for name, own in words.items()}

    def load(self, words: set[str]) -> defaultdict[str, list[int]]:
        """By word, the keys of the members that are found by it."""
        numbers = {number_word(word): word for word in words}
        found: defaultdict[str, list[int]] = defaultdict(list)
        wanted = sa.select(member_words).order_by(member_words.c.word, member_words.c.member_key)
        for row in select_in(self._connection, wanted, member_words.c.word, numbers):
            found[numbers[row.word]].append(row.member_key)
        return found

    def add(self, words: Mapping[int, frozenset[str]], found_by: Sequence[tuple[str, int]]) -> None:
        """Count and post words.

        Args:
            words: by new claim, those of its first member.
            found_by: words with the key of the member that is found by each.
        """
        # What has changed since it was begun is counted by `renew`.
        new = (own for claim_key, own in words.items() if claim_key not in self._counted)
        self._count(Counter(word for own in new for word in own))
        self._post(found_by)

    def remove(self, words: Mapping[int, frozenset[str]]) -> None:
        """Take away what members, by their keys, are found by."""
        numbers = sorted({number_word(word) for own in words.values() for word in own})
        for start in range(0, len(numbers), _NUMBERS_AT_ONCE):
            # By the words too: the rows lie in their order.
            self._connection.execute(
                sa.delete(member_words).where(
                    member_words.c.word.in_(numbers[start : start + _NUMBERS_AT_ONCE]),
                    member_words.c.member_key.in_(list(words)),
                )
            )

    def remember(self, claim_keys: Iterable[int]) -> None:
        """Note what is counted of some claims, before their members in the tables change."""
        for claim_key in claim_keys:
            if claim_key not in self._counted:
                self._counted[claim_key] = self._find_first(claim_key)[1]

    def renew(self) -> None:
        """Count and post the words of every claim that was remembered as its members are now."""
        counts: Counter[str] = Counter()
        found_by: list[tuple[str, int]] = []
        for claim_key, counted in sorted(self._counted.items()):
            key, words = self._find_first(claim_key)
            counts.update(words)
            counts.subtract(counted)
            found_by += [(word, key) for word in sorted(words)]
        self._counted = {}
        self._count(counts)
        self._post(found_by)

    def _find_first(self, claim_key: int) -> tuple[int, frozenset[str]]:
        """The first member of a claim that has words, by its key, and those words."""
        last = -1
        while True:
            rows = self._connection.execute(
                sa.select(*members.c["key", "packed"])
                .where(members.c.claim_key == claim_key, members.c.key > last)
                .order_by(members.c.key)
                .limit(_ROWS_AT_ONCE)
            ).all()
            if not rows:
                return last, frozenset()
            for row in rows:
                words = list_keys(unpack_member(row.packed).statement)
                if words:
                    return row.key, words
            last = rows[-1].key

    def _count(self, counts: Counter[str]) -> None:
        rows = [
            {"word": number_word(word), "members": times}
            for word, times in counts.items()
            if times
        ]  # fmt: skip
        if rows:
            self._connection.execute(insert_or_add(self._connection, word_counts, "members"), rows)

    def _post(self, found_by: Sequence[tuple[str, int]]) -> None:
        rows = [{"word": number_word(word), "member_key": key} for word, key in found_by]
        if rows:
            self._connection.execute(insert_new(self._connection, member_words), rows)

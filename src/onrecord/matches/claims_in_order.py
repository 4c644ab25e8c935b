"""Very many contents gathered into claims in linear time: one after the other, as they would come.

Each is compared with those few alone that share most words with it, and with the first of their
claims; a claim is found by each of its words once, however many state it. So no word is too common
to be found by, and what all state alike is one claim though there are thousands.
"""

import dataclasses
from collections import defaultdict
from collections.abc import Sequence

from onrecord.matches.claims import (
    ClaimGroup,
    Match,
    find_joined,
    list_keys,
    pick_near,
)
from onrecord.matches.compare import find_match
from onrecord.matches.judged import Judgements
from onrecord.matches.statements import Statement

_NEAREST = 16
_FIRST = 12


def gather_in_order(
    statements: Sequence[Statement], judged: Judgements
) -> tuple[ClaimGroup, ...]:  # fmt: skip
    """Groups of statements, each statement in one, in the order of their first members.

    Args:
        statements: all that are to be grouped, in the order in which they came.
        judged: what people decided about any of them.
    """
    gathering = _InOrder(judged)
    for statement in statements:
        gathering.add(statement)
    return gathering.listed()


class _InOrder:
    """Claims that grow statement by statement."""

    def __init__(self, judged: Judgements) -> None:
        self._same, self._apart = _list_partners(judged.same), _list_partners(judged.different)
        self._statements: list[Statement] = []
        self._claims: list[int] = []
        """By statement, the number of its claim."""
        self._members: dict[int, list[int]] = {}
        self._words: dict[int, set[str]] = {}
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)
        self._numbers: dict[str, int] = {}
        self._worded: dict[Statement, int] = {}

    def add(self, statement: Statement) -> None:
        """Put a statement into the claim that it joins, or into a new one."""
        number = len(self._statements)
        wording = dataclasses.replace(statement, id="")
        twin = self._worded.get(wording)
        judged = statement.id in self._same or statement.id in self._apart
        words = list_keys(statement)
        if twin is not None and words and not judged:
            # Who says the same word for word says the same: most of a large claim is copies.
            claim = self._claims[twin]
        else:
            claim = self._find_claim(statement, number, words)
        self._statements.append(statement)
        self._numbers[statement.id] = number
        self._claims.append(claim)
        self._members.setdefault(claim, []).append(number)
        self._worded.setdefault(wording, number)
        own = self._words.setdefault(claim, set())
        for word in sorted(words - own):
            self._by_word[word].append(number)
        own |= words

    def _find_claim(self, statement: Statement, number: int, words: frozenset[str]) -> int:
        """The number of the claim that a new statement joins; its own where it begins one."""
        one_with, barred = self._ask_people(statement.id)
        claims = dict.fromkeys(one_with)
        matches = []
        for other in pick_near(sorted(words), self._by_word)[:_NEAREST]:
            near = self._statements[other]
            comparison = find_match(near, statement)
            if comparison is not None and self._claims[other] not in barred:
                matches.append(Match(near.id, statement.id, comparison))
                claims[self._claims[other]] = None
        matches.sort(key=lambda match: -match.comparison.score)
        compared = {self._numbers[match.first] for match in matches}
        groups = {claim: self._list_compared(claim, compared) for claim in claims}
        together = [(groups[claim][0].id, statement.id) for claim in one_with]
        joined = find_joined(statement, groups, matches, together=together)
        if not joined:
            return number
        first, *others = joined
        for other in others:
            if not self._are_parted(first, other):
                first = self._merge(first, other)
        return first

    def _ask_people(self, name: str) -> tuple[list[int], set[int]]:
        """The claims that a statement is in as people say, and those that it may not join."""
        own = self._list_one_with(name)
        parted = {other for one in own for other in self._apart.get(one, ())}
        barred = {self._claims[self._numbers[one]] for one in parted if one in self._numbers}
        found = {self._claims[self._numbers[one]] for one in own if one in self._numbers}
        return sorted(found - barred), barred

    def _list_one_with(self, name: str) -> set[str]:
        found, waiting = {name}, [name]
        while waiting:
            new = self._same.get(waiting.pop(), set()) - found
            found |= new
            waiting += new
        return found

    def _list_compared(self, claim: int, compared: set[int]) -> list[Statement]:
        members = self._members[claim]
        others = sorted(one for one in compared if self._claims[one] == claim)
        return [self._statements[one] for one in dict.fromkeys([*members[:_FIRST], *others])]

    def _are_parted(self, one: int, other: int) -> bool:
        if not self._apart:
            return False
        fewer, more = sorted((one, other), key=lambda claim: len(self._members[claim]))
        ends = (
            self._numbers.get(end)
            for member in self._members[fewer]
            for end in self._apart.get(self._statements[member].id, ())
        )
        return any(end is not None and self._claims[end] == more for end in ends)

    def _merge(self, one: int, other: int) -> int:
        """Make two claims one; the work is that of the smaller, and the larger keeps its number."""
        gone, kept = sorted((one, other), key=lambda claim: len(self._members[claim]))
        for number in self._members[gone]:
            self._claims[number] = kept
        self._members[kept] += self._members.pop(gone)
        self._words[kept] |= self._words.pop(gone)
        return kept

    def listed(self) -> tuple[ClaimGroup, ...]:
        """Each claim once."""
        groups = sorted(map(sorted, self._members.values()))
        return tuple(
            ClaimGroup(tuple(self._statements[number].id for number in members))
            for members in groups
        )


def _list_partners(pairs: frozenset[tuple[str, str]]) -> dict[str, set[str]]:
    partners: defaultdict[str, set[str]] = defaultdict(set)
    for first, second in pairs:
        partners[first].add(second)
        partners[second].add(first)
    return dict(partners)

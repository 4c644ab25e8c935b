"""Claims: contents of many articles that state one proposition, gathered from suggested matches.

A match is a suggestion with its reasons; a person's judgement outranks it. Contents join one claim
only where none of them differs from any other in who, what, how many, when or whether: a chain of
likenesses does not make strangers one.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.identifiers import content_id
from onrecord.matches.compare import Comparison, differ, find_match
from onrecord.matches.parted import Parted
from onrecord.matches.statements import Statement
from onrecord.matches.word_forms import head_of

Pair = tuple[str, str]
Question = Callable[[Statement, Statement], bool]

_RAREST = 6
"""Keys of a statement that are looked up: its rarest words and names."""
_MOST_COMMON = 400
"""A word that more statements have tells nothing."""
_LEAST_KEYS = 2
_FIRST_WORDS = 2
_LEAST_WORDS = 2
_CHECKED = 12
_LEAST_ALIKE = 0.5
_FEW = 60


@dataclass(frozen=True, slots=True)
class Match:
    """Two contents that are suggested as one claim."""

    first: str
    second: str
    comparison: Comparison

    @property
    def id(self) -> str:
        """The same two contents are the same match, whoever compares them."""
        return content_id("mat", *sorted((self.first, self.second)))


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """The contents that state one proposition.

    Attributes:
        members: ids of the statements, in the order in which they were given.
        matches: what joined them; judgements join without one.
    """

    members: tuple[str, ...]
    matches: tuple[Match, ...] = ()


def find_matches(statements: Sequence[Statement]) -> tuple[Match, ...]:
    """Compare what shares rare words or names, of a few statements all; the best matches first."""
    few = len(statements) <= _FEW
    stating = [statement for statement in statements if states_something(statement)]
    pairs = itertools.combinations(stating, 2) if few else find_candidates(stating)
    found = [
        Match(one.id, other.id, comparison)
        for one, other in pairs
        if (comparison := find_match(one, other)) is not None
    ]
    # Of equally good ones those of the earlier statements come first: all join the first of all.
    return tuple(sorted(found, key=lambda match: -match.comparison.score))


def find_candidates(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Pairs worth comparing, each once: they share two of their rarest words and names."""
    keys = [list_keys(statement) for statement in statements]
    counts = Counter(key for own in keys for key in own)
    by_key: dict[str, list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        rare = pick_rare(keys[number], counts)
        for other in pick_near(rare, by_key):
            yield statements[other], statement
        for key in rare:
            by_key[key].append(number)


def list_keys(statement: Statement) -> frozenset[str]:
    """The words, names and meetings by which a statement is found; none where it states nothing."""
    if not states_something(statement):
        return frozenset()
    names = {f"@{name}" for actor in statement.actors for name in actor.names}
    # Two who are named and what one of them does count as one key each: who met whom.
    pair = sorted("+".join(sorted(actor.names)) for actor in statement.actors[:2])
    both = {f"&{'&'.join(pair)}&{head_of(word)}" for word in statement.words[:_FIRST_WORDS]}
    return frozenset(map(head_of, statement.words)) | names | (both if len(pair) > 1 else set())


def states_something(statement: Statement) -> bool:
    """Whether there is enough in a statement to tell it from others."""
    return statement.is_clause and len(statement.words) >= _LEAST_WORDS


def pick_rare(keys: Iterable[str], counts: Mapping[str, int]) -> tuple[str, ...]:
    """The keys that tell most, the rarest first.

    Args:
        keys: of one statement.
        counts: how many statements have each; what is missing has been seen in none.
    """
    known = [key for key in keys if counts.get(key, 0) <= _MOST_COMMON]
    return tuple(sorted(known, key=lambda key: (counts.get(key, 0), key))[:_RAREST])


def pick_near(rare: Sequence[str], by_key: Mapping[str, Sequence[int]]) -> tuple[int, ...]:
    """The statements that share enough of a statement's rare keys, those that share most first."""
    shared = Counter(other for key in rare for other in by_key.get(key, ()))
    meeting = {
        other for key in rare if key.startswith("&") for other in by_key.get(key, ())
    }  # fmt: skip
    least = min(_LEAST_KEYS, len(rare))
    return tuple(
        other for other, times in shared.most_common() if times >= least or other in meeting
    )


def find_joined(
    statement: Statement,
    groups: Mapping[int, Sequence[Statement]],
    matches: Sequence[Match],
    *,
    together: Collection[Pair] = (),
    apart: Collection[Pair] = (),
) -> tuple[int, ...]:
    """The groups that a new statement joins, and thereby makes one; the order is theirs.

    Args:
        statement: the new one.
        groups: statements that are one claim already, by the name of the claim.
        matches: of the new one with any of them, the best first.
        together: pairs that a person accepted.
        apart: pairs that a person rejected.
    """
    known = [statement, *(each for members in groups.values() for each in members)]
    gathering = _Gathering(known, Parted(apart))
    for members in groups.values():
        gathering.unite([member.id for member in members])
    for first, second in together:
        gathering.join(first, second, None)
    for match in matches:
        gathering.join(match.first, match.second, match)
    return tuple(
        name
        for name, members in groups.items()
        if members and gathering.is_one(statement.id, members[0].id)
    )


def gather_claims(
    statements: Sequence[Statement],
    matches: Iterable[Match],
    *,
    together: Collection[Pair] = (),
    apart: Collection[Pair] = (),
) -> tuple[ClaimGroup, ...]:
    """Groups of statements, each statement in one, in the order of their first members.

    Args:
        statements: all that are to be grouped.
        matches: the suggestions, the best first.
        together: pairs that a person accepted.
        apart: pairs that a person rejected: they stay apart whatever else matches them.
    """
    gathering = _Gathering(statements, Parted(apart))
    for first, second in together:
        gathering.join(first, second, None)
    waiting = list(matches)
    while waiting:
        # What did not fit yet may fit a group that has grown.
        left = [match for match in waiting if not gathering.join(match.first, match.second, match)]
        if len(left) == len(waiting):
            break
        waiting = left
    return gathering.listed()


@dataclass(eq=False)
class _Group:
    members: list[int]
    matches: list[Match] = field(default_factory=list)


def _is_match(one: Statement, other: Statement) -> bool:
    return find_match(one, other) is not None


class _Gathering:
    """Groups that grow match by match."""

    def __init__(self, statements: Sequence[Statement], parted: Parted) -> None:
        self._statements = statements
        self._numbers = {statement.id: number for number, statement in enumerate(statements)}
        self._groups = [_Group([number]) for number in range(len(statements))]
        self._parted = parted
        self._differing: dict[tuple[int, int], bool] = {}
        self._matching: dict[tuple[int, int], bool] = {}

    def unite(self, names: Sequence[str]) -> None:
        """Take statements for one group, whatever they state."""
        one = self._groups[self._numbers[names[0]]]
        for name in names[1:]:
            number = self._numbers[name]
            one.members.append(number)
            self._groups[number] = one

    def is_one(self, first: str, second: str) -> bool:
        """Whether two statements are in one group."""
        return self._groups[self._numbers[first]] is self._groups[self._numbers[second]]

    def join(self, first: str, second: str, match: Match | None) -> bool:
        """Join the groups of two statements; a suggestion only where nothing in them differs.

        Returns:
            Whether they are in one group now.
        """
        if first not in self._numbers or second not in self._numbers:
            return False
        one, other = (self._groups[self._numbers[name]] for name in (first, second))
        if one is other:
            if match is not None:
                one.matches.append(match)
            return True
        if self._are_parted(one, other) or (match is not None and not self._fit(one, other)):
            return False
        one.members += other.members
        one.matches += [*other.matches, *([match] if match is not None else [])]
        for number in other.members:
            self._groups[number] = one
        return True

    def _are_parted(self, one: _Group, other: _Group) -> bool:
        return self._parted.is_between(self._list_names(one), self._list_names(other))

    def _list_names(self, group: _Group) -> Iterator[str]:
        return (self._statements[number].id for number in group.members)

    def _fit(self, one: _Group, other: _Group) -> bool:
        """Whether no members state different things, and half of the pairs the same.

        Of large groups the first members are asked.
        """
        pairs = [
            (first, second)
            for first in one.members[:_CHECKED]
            for second in other.members[:_CHECKED]
        ]
        if any(self._look_up(self._differing, differ, pair) for pair in pairs):
            return False
        alike = sum(self._look_up(self._matching, _is_match, pair) for pair in pairs)
        return alike >= _LEAST_ALIKE * len(pairs)

    def _look_up(
        self, known: dict[tuple[int, int], bool], ask: Question, pair: tuple[int, int]
    ) -> bool:
        """Ask once for each pair: groups are put beside each other again and again."""
        if pair not in known:
            known[pair] = ask(self._statements[pair[0]], self._statements[pair[1]])
        return known[pair]

    def listed(self) -> tuple[ClaimGroup, ...]:
        """Each group once."""
        seen = {id(group): group for group in self._groups}
        return tuple(
            ClaimGroup(
                tuple(self._statements[number].id for number in sorted(group.members)),
                tuple(group.matches),
            )
            for group in sorted(seen.values(), key=lambda group: min(group.members))
        )

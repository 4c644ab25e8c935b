"""What judgements ask for where they agree: of those that contradict each other the last counts."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.records import Judgement, Verdict

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Judgements:
    """What people decided, in force: pairs of contents, and pairs of reports' origins."""

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()
    one_origin: frozenset[Pair] = frozenset()
    two_origins: frozenset[Pair] = frozenset()

    def list_one_with(self, name: str) -> tuple[str, ...]:
        """The contents that people hold for one with this: by a chain of judgements, too."""
        linked: defaultdict[str, set[str]] = defaultdict(set)
        for first, second in self.same:
            linked[first].add(second)
            linked[second].add(first)
        found, waiting = {name}, [name]
        while waiting:
            new = linked[waiting.pop()] - found
            found |= new
            waiting += sorted(new)
        return tuple(sorted(found))

    def list_parted_from(self, names: Iterable[str]) -> tuple[str, ...]:
        """The contents that people hold for another than any of these."""
        own = set(names)
        ends = {
            other
            for pair in self.different
            for one, other in (pair, pair[::-1])
            if one in own
        }  # fmt: skip
        return tuple(sorted(ends))


def weigh(in_force: Iterable[Judgement]) -> Judgements:
    """Judgements in force, sorted by what they ask for; whoever is unsure asks for nothing.

    Two that are the same as a third are the same: what contradicts a later judgement, be it by such
    a chain, asks for nothing either.
    """
    claims, origins = _Agreed(), _Agreed()
    latest = sorted(in_force, key=lambda one: (one.made_at, one.id), reverse=True)
    for one in latest:
        pair = (one.first_id, one.second_id)
        if one.verdict is Verdict.SAME:
            claims.join(pair)
        elif one.verdict is Verdict.DIFFERENT:
            claims.part(pair)
        elif one.verdict is Verdict.ONE_ORIGIN:
            origins.join(pair)
        elif one.verdict is Verdict.TWO_ORIGINS:
            origins.part(pair)
    return Judgements(
        frozenset(claims.joined),
        frozenset(claims.parted),
        frozenset(origins.joined),
        frozenset(origins.parted),
    )


class _Agreed:
    """Pairs that are one, and pairs that are not, none of which contradicts those before it."""

    def __init__(self) -> None:
        self.joined: list[Pair] = []
        self.parted: list[Pair] = []
        self._groups: dict[str, set[str]] = {}
        self._partners: defaultdict[str, set[str]] = defaultdict(set)

    def join(self, pair: Pair) -> None:
        fewer, more = sorted(map(self._group_of, pair), key=len)
        if fewer is not more:
            if any(not self._partners[name].isdisjoint(more) for name in fewer):
                return
            more |= fewer
            self._groups.update(dict.fromkeys(fewer, more))
        self.joined.append(pair)

    def part(self, pair: Pair) -> None:
        if self._group_of(pair[0]) is not self._group_of(pair[1]):
            self._partners[pair[0]].add(pair[1])
            self._partners[pair[1]].add(pair[0])
            self.parted.append(pair)

    def _group_of(self, name: str) -> set[str]:
        return self._groups.setdefault(name, {name})

"""Names of one party in many articles: joined with a reason, kept apart where they may be two.

"Orlasca" is "Neda Orlasca" where no other Orlasca is named; two full names that share a surname
are two people, and the surname alone is then nobody's. Whoever speaks as somebody's office,
government or campaign speaks for that one.
"""

import functools
import re
from collections.abc import Iterable

from onrecord.records import EntityKind

_TITLES = frozenset(
    "mr mrs ms dr president prime minister senator sen rep gov sir dame the".split()
)
_OFFICE = re.compile(
    r"(?P<whose>.+?)(?:[’']s?)\s(?:office|government|administration|campaign|team|press office)\b"
    r"(?:,\sknown\sas\s(?P<alias>.+))?$"
)
_OF_WHOM = re.compile(
    r"(?:the\s)?(?:office|government|campaign)\sof\s(?P<whose>.+)$", re.IGNORECASE
)


class Parties:
    """The names that a set of articles calls its parties by.

    Args:
        named: every name in them with what it names.
    """

    def __init__(self, named: Iterable[tuple[str, EntityKind]]) -> None:
        known = [pair for pair in dict.fromkeys(named) if pair[1] is not EntityKind.UNNAMED]
        self._aliases: dict[str, str] = {}
        for name, _ in known:
            office = _OFFICE.match(name)
            if office is not None and office["alias"]:
                self._aliases[_key(office["alias"])] = office["whose"]
        people = {name for name, kind in known if kind is EntityKind.PERSON}
        self._people: dict[tuple[str, ...], str] = {}
        self._by_surname: dict[str, list[tuple[str, ...]]] = {}
        for words, name in sorted(
            ((name_key(name), name) for name in people), key=lambda one: (-len(one[0]), one[1])
        ):
            if words and not self._holders_of(words):
                self._people[words] = name
                self._by_surname.setdefault(words[-1], []).append(words)
        self._others = {_key(name): name for name, _ in reversed(known)}

    def name_of(self, name: str) -> str:
        """The fullest name of the party that a name means; the name itself where two could be."""
        office = _OFFICE.match(name) or _OF_WHOM.match(name)
        whose = self._aliases.get(_key(name)) or (office["whose"] if office is not None else None)
        if whose is not None and self._holders_of(name_key(whose)):
            name = whose
        holders = self._holders_of(name_key(name))
        if len(holders) == 1:
            return self._people[holders[0]]
        return self._others.get(_key(name), name)

    def _holders_of(self, words: tuple[str, ...]) -> list[tuple[str, ...]]:
        """The full names of people that end as the words do and hold them all."""
        if words in self._people:
            return [words]
        namesakes = self._by_surname.get(words[-1], ()) if words else ()
        return [full for full in namesakes if set(words) < set(full)]


def _key(name: str) -> str:
    return " ".join(name.lower().removeprefix("the ").split())


@functools.lru_cache(maxsize=20_000)
def name_key(name: str) -> tuple[str, ...]:
    """The words by which a name is compared: lower case, without titles, articles and "'s"."""
    found = [word.lower().strip(".,’'") for word in re.sub(r"[’']s\b", "", name).split()]
    words = tuple(word for word in found if word and word not in _TITLES)
    return words or tuple(found)

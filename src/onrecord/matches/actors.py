"""Who and what is named in a statement, each once, whatever it is called there."""

import bisect
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.matches.word_forms import country_of
from onrecord.records import Entity, Reading, Span
from onrecord.resolution.layout import Word, lay_out
from onrecord.resolution.lexicon import load_lexicon
from onrecord.resolution.names import find_names

_SHORTEST_ACRONYM = 2


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something named in a statement.

    Attributes:
        names: the words of the fullest name, lower case, without titles.
        position: where it stands among the statement's words.
        joined: whether "and" or a comma ties it to the name before.
        is_place: whether it is no entity that the article speaks of, but named all the same.
    """

    names: frozenset[str]
    position: int
    joined: bool = False
    is_place: bool = False

    @property
    def initials(self) -> frozenset[str]:
        """The first letters of a name of several words, for short forms such as "BPC"."""
        return frozenset(word[0] for word in self.names) if len(self.names) > 1 else frozenset()

    def is_same(self, other: "Actor") -> bool:
        """Whether one name is the other's, a part of it or its short form: "Vesk", "Ilran Vesk"."""
        mine, theirs = self.names, other.names
        if mine <= theirs or theirs <= mine:
            return True
        if len(mine) == 1 and len(theirs) > 1:
            return other._has_short_form(next(iter(mine)))
        if len(theirs) == 1 and len(mine) > 1:
            return self._has_short_form(next(iter(theirs)))
        return False

    def _has_short_form(self, short: str) -> bool:
        if not _SHORTEST_ACRONYM <= len(short) <= len(self.names) + 2:
            return False
        return self.initials <= set(short)


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """Where somebody or something is named, and the words of the name.

    Attributes:
        is_place: whether it is a name beside those of entities: of a place, a ship, a law.
    """

    span: Span
    words: frozenset[str] = field(compare=False)
    is_place: bool = False


def list_named(reading: Reading) -> tuple[Named, ...]:
    """Who and what a reading's text names, in order: its entities, and places, ships, laws."""
    text = reading.article.text
    taken = sorted(span for entity in reading.entities for span in entity.mentions)
    starts = [span.start for span in taken]
    found = [
        Named(span, words)
        for entity in reading.entities
        for words in [name_words(entity)]
        if words
        for span in entity.mentions
    ]
    for name in find_names(lay_out(text), (), load_lexicon()):
        before = bisect.bisect_right(starts, name.span.start) - 1
        inside = before >= 0 and taken[before].end > name.span.start
        ahead = before + 1 < len(taken) and taken[before + 1].start < name.span.end
        if not inside and not ahead:
            found.append(Named(name.span, to_names(name.words), is_place=True))
    return tuple(sorted(found, key=lambda named: (named.span.start, -named.span.end)))


def to_names(words: Iterable[str]) -> frozenset[str]:
    """Words of a name as they are compared: a people's name is its country's."""
    bare = [_bare(word) for word in words]
    joined = country_of(" ".join(bare))
    if joined is not None:
        return frozenset(joined.split())
    expanded = [_COMPASS.get(word, word) for word in bare]
    countries = [country_of(word) for word in expanded]
    return frozenset(
        part
        for word, country in zip(expanded, countries, strict=True)
        for part in (country.split() if country is not None else [word])
    )


_COMPASS = {"n": "north", "s": "south", "e": "east", "w": "west"}


def name_words(entity: Entity) -> frozenset[str]:
    """The words of a proper name; nothing for descriptions, which are words like others."""
    words = entity.name.split()
    if not words or not any(word[0].isupper() for word in words):
        return frozenset()
    if not words[0][0].isupper() and words[0].lower() not in {"the", "al", "de", "van", "von"}:
        return frozenset()
    return to_names(word for word in words if word.lower() != "the")


def _bare(word: str) -> str:
    return re.sub(r"[’']s?$", "", word.lower().rstrip(".,"))


def place_actors(
    words: Sequence[Word], names: Iterable[Named]
) -> tuple[tuple[Actor, ...], set[int]]:
    """The actors in order, each once, and the numbers of the words that name them."""
    actors: list[Actor] = []
    inside: set[int] = set()
    taken: set[int] = set()
    for named in names:
        span, name = named.span, named.words
        covered = {
            number for number, word in enumerate(words) if span.start <= word.start < span.end
        }
        if not covered:
            continue
        first = min(covered)
        # "the Brenn mayor" is his description: its words stay, beside who it is.
        proper = {number for number in covered if to_names([words[number].text]) & name}
        pronoun = {number for number in covered if len(covered) == 1}
        inside |= proper | pronoun
        gap = [words[number].lower for number in range(max(taken, default=first) + 1, first)]
        joined = bool(taken) and gap in ([], ["and"], ["or"])
        taken |= covered
        actor = Actor(name, first, joined, named.is_place)
        if not any(actor.is_same(other) for other in actors):
            actors.append(actor)
    return tuple(actors), inside

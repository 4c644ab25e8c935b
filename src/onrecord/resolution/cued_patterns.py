"""Many patterns sought in one text, each tried only near the words that it cannot do without.

A pattern that begins with optional words ("about two more years") is tried in full at every
character, and thirty such patterns cost more than all else that is read. Each of their matches
holds one of a few words, though: a month, a form of "deny". One pass over the words of a text
tells where those stand, and a pattern is tried at the few words before them from which a match
could begin. The matches are those of `finditer`, in the same order, in time linear in the text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

Cues = Mapping[int, str]
"""By how many words before a cue a match may begin at most, the cues, with spaces between.

A cue is a word in lower case, "#" for every word that begins with a digit, or a beginning of three
letters or more with a hyphen ("may-", "declin-"); every word with the same three or four letters
at its beginning is taken for such a cue.
"""

ANYWHERE = -1
"""In place of a number of words: a text with such a cue is read from end to end."""
BEFORE = -2
"""In place of a number of words: a match begins with the character before the cue."""
BEHIND = -3
"""In place of a number of words: a match begins with the second character behind the cue."""

_STEMS = (3, 4)
_NUMBER = "#"
_WORD = re.compile(r"\w+")
# "Hadn’t": what begins with its "t" may as well begin with its "n’t".
_NOT = re.compile(r"n[’']t\b")
# Characters that match a letter of another code where case is ignored.
_FOLDED = (("İ", "i"), ("ı", "i"), ("ſ", "s"))

_Hit = tuple[int, int]


class CuedPatterns:
    """Patterns with their cues, made once and sought in any number of texts.

    Every match has to begin with a word, with "n’t", or where `BEFORE` or `BEHIND` says, and none
    may be empty; a pattern whose matches begin elsewhere takes its cues `ANYWHERE`.

    Attributes:
        patterns: in the order in which their matches are given.
    """

    def __init__(self, patterns: Iterable[tuple[re.Pattern[str], Cues]]) -> None:
        self.patterns: list[re.Pattern[str]] = []
        self._words: dict[str, tuple[_Hit, ...]] = {}
        self._stems: dict[str, tuple[_Hit, ...]] = {}
        for number, (pattern, cues) in enumerate(patterns):
            self.patterns.append(pattern)
            for reach, words in cues.items():
                for word in words.split():
                    self._learn(word, (number, reach))
        for word, hits in self._words.items():
            self._words[word] = hits + self._stem_hits(word)

    def _learn(self, cue: str, hit: _Hit) -> None:
        stem = cue.removesuffix("-")[: _STEMS[-1]]
        known, key = (self._stems, stem) if cue.endswith("-") else (self._words, cue)
        known[key] = (*known.get(key, ()), hit)

    def find_each(self, text: str) -> list[list[re.Match[str]]]:
        """The matches of each pattern in a text, in order, as its `finditer` gives them."""
        everywhere: set[int] = set()
        places: list[set[int]] = [set() for _ in self.patterns]
        folded = _fold(text)
        words = list(_WORD.finditer(folded))
        begins = [word.start() for word in words]
        for index, word in enumerate(words):
            for number, reach in self._hits(word[0]):
                if reach >= 0:
                    places[number].update(begins[max(0, index - reach) : index + 1])
                elif reach == BEFORE:
                    places[number].add(max(0, word.start() - 1))
                elif reach == BEHIND:
                    places[number].add(word.end() + 1)
                else:
                    everywhere.add(number)
        for match in _NOT.finditer(folded):
            for where in places:
                if match.end() - 1 in where:
                    where.add(match.start())
        return [
            list(pattern.finditer(text) if number in everywhere else _try_at(pattern, text, where))
            for number, (pattern, where) in enumerate(zip(self.patterns, places, strict=True))
        ]

    def _hits(self, word: str) -> tuple[_Hit, ...]:
        hits = self._words.get(word)
        if hits is not None:
            return hits
        if word[0].isdecimal():
            return self._words.get(_NUMBER, ())
        return self._stem_hits(word)

    def _stem_hits(self, word: str) -> tuple[_Hit, ...]:
        short, long = _STEMS
        return self._stems.get(word[:short], ()) + self._stems.get(word[:long], ())


def _fold(text: str) -> str:
    """A text in small letters, each at its old place."""
    for written, letter in _FOLDED:
        text = text.replace(written, letter)
    return text.lower()


def _try_at(pattern: re.Pattern[str], text: str, places: set[int]) -> Iterator[re.Match[str]]:
    end = 0
    for place in sorted(places):
        match = pattern.match(text, place) if place >= end else None
        if match is not None:
            yield match
            end = match.end()

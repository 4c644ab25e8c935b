"""A text as words, units and quotations: what the rules look at."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.articles.quotations import find_quotations
from onrecord.articles.sentences import split_paragraphs, split_sentences
from onrecord.records import Span

_WORD = re.compile(
    r"\w+n['’]t\b"  # didn't
    r"|['’](?:s|re|ve|d|ll|m)\b"  # the clitics stand by themselves
    r"|(?:[A-Za-z]\.){2,}"  # U.S.
    r"|\w+(?:[-./]\w+)*"
    r"|''|``|\S",
    re.IGNORECASE,
)

MAX_UNIT = 400
"""Words of the longest unit; a longer stretch without a sentence end is read in pieces."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Sentences that belong together because a quotation runs through them: words [low, high)."""

    low: int
    high: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, in parallel tuples.

    Attributes:
        lower: the words in lower case, with straight apostrophes.
        quotation: for each word the number of the quotation that it stands in, or -1; a quotation
            mark itself carries the number of its quotation.
        is_mark: whether the word is a quotation mark.
        sentence_starts: the words that begin a sentence.
        units: the stretches that are read one by one.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lower: tuple[str, ...]
    quotation: tuple[int, ...]
    is_mark: tuple[bool, ...]
    continues: frozenset[int]
    sentence_starts: frozenset[int]
    units: tuple[Unit, ...]

    def surface(self, position: int) -> str:
        """The word as it stands in the text."""
        return self.text[self.starts[position] : self.ends[position]]

    def is_capitalised(self, position: int) -> bool:
        """Whether the word begins with a capital letter or is a figure."""
        return self.text[self.starts[position]].isupper()

    def is_word(self, position: int) -> bool:
        """Whether this is a word rather than a sign."""
        return self.text[self.starts[position]].isalnum()

    def is_quoted(self, position: int) -> bool:
        """Whether the word stands inside quotation marks (the marks themselves do not)."""
        return self.quotation[position] >= 0 and not self.is_mark[position]

    def span(self, low: int, high: int) -> Span:
        """The characters of the words [low, high)."""
        return Span(self.starts[low], self.ends[high - 1])


def split_words(text: str) -> Words:
    """Cut a text into words, and put its sentences together into units."""
    matches = list(_WORD.finditer(text))
    starts = tuple(match.start() for match in matches)
    quotations = find_quotations(text)
    sentences = split_sentences(text)
    number = [-1] * len(matches)
    is_mark = [False] * len(matches)
    for index, quotation in enumerate(quotations):
        first = bisect_left(starts, quotation.outer.start)
        last = bisect_left(starts, quotation.outer.end)
        for position in range(first, last):
            number[position] = index
            inside = quotation.inner.start <= starts[position] < quotation.inner.end
            is_mark[position] = not inside
    return Words(
        text=text,
        starts=starts,
        ends=tuple(match.end() for match in matches),
        lower=tuple(match.group().lower().replace("’", "'") for match in matches),
        quotation=tuple(number),
        is_mark=tuple(is_mark),
        continues=frozenset(i for i, quotation in enumerate(quotations) if quotation.continues),
        sentence_starts=frozenset(bisect_left(starts, span.start) for span in sentences),
        units=tuple(_find_units(text, sentences, starts, number)),
    )


def _find_units(
    text: str, sentences: tuple[Span, ...], starts: tuple[int, ...], number: list[int]
) -> Iterator[Unit]:
    """Sentences, joined where a quotation runs from one into the next, cut where too long."""
    paragraph_starts = [span.start for span in split_paragraphs(text)]
    low = 0
    for index, sentence in enumerate(sentences):
        following = sentences[index + 1].start if index + 1 < len(sentences) else len(text)
        high = bisect_left(starts, following)
        paragraph = bisect_left(paragraph_starts, sentence.end)
        if high < len(starts) and high > low:
            joined = number[high - 1] >= 0 and number[high - 1] == number[high]
            ends_here = index + 1 == len(sentences) or (
                bisect_left(paragraph_starts, sentences[index + 1].end) != paragraph
            )
            if joined and not ends_here:
                continue
        for piece in range(low, high, MAX_UNIT):
            yield Unit(piece, min(high, piece + MAX_UNIT), paragraph)
        low = high

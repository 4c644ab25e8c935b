"""Where the words, sentences and quotations of a text are: what resolution looks at."""

import bisect
import itertools
import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from onrecord.articles.quotations import find_quotations
from onrecord.articles.sentences import split_paragraphs, split_sentences
from onrecord.records import Span

# Abbreviations with inner full stops, hyphens and apostrophes stay one word: "U.S.", "O'Malley".
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[A-Z]\.(?=\s+[A-Z])|\w+(?:[-’'.&/]\w+)*")
_CONTRACTION = re.compile(r"[’'](?:m|d|s|ll|ve|re|t)$")
_HEADLINE_WORDS = 4
_LONGEST_HEADLINE = 120
_HEADLINE_SHARE = 0.9
_SMALL_IN_HEADLINES = frozenset(
    """a an the and or but nor of for from in on at to with by about as than that over after before
    is are was were be it its his her their not no who into vs via amid""".split()
)
_POSSESSIVE = re.compile(r"[’']s$|(?<=s)[’']$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the text, without a possessive ending.

    Attributes:
        possessive: whether the ending "'s" or "s'" followed.
        lower: the word in lower case without a final full stop.
        is_capitalised: whether it begins as a proper name does: with a capital, or as "al-Assad".
    """

    start: int
    end: int
    text: str
    possessive: bool
    lower: str = field(init=False, compare=False)
    is_capitalised: bool = field(init=False, compare=False)

    def __post_init__(self) -> None:
        # Made once: every rule asks for them.
        object.__setattr__(self, "lower", self.text.lower().rstrip("."))
        object.__setattr__(self, "is_capitalised", _begins_as_name(self.text))

    @property
    def stem(self) -> str:
        """The word in lower case without what is drawn together with it: "he" of "He's"."""
        return _CONTRACTION.sub("", self.lower)

    @property
    def is_all_caps(self) -> bool:
        """Whether it is written in capitals throughout and has two letters at least."""
        return len(self.text) > 1 and self.text.isupper()


def _begins_as_name(word: str) -> bool:
    if "-" not in word or not word[0].islower():
        return word[0].isupper()
    return any(before == "-" and after.isupper() for before, after in itertools.pairwise(word))


def split_words(text: str, start: int, end: int) -> list[Word]:
    """The words of `text[start:end]`, in order."""
    words = []
    for match in _WORD.finditer(text, start, end):
        piece = match.group()
        ending = _POSSESSIVE.search(piece) if "’" in piece or "'" in piece else None
        if ending is not None and ending.start() > 0:
            kept = piece[: ending.start()]
            words.append(Word(match.start(), match.start() + len(kept), kept, possessive=True))
            continue
        # The apostrophe of "the workers' union" is outside the word.
        after = text[match.end() : match.end() + 1]
        possessive = after in {"'", "’"} and piece[-1] in "sxz" and match.end() < end
        words.append(Word(match.start(), match.end(), piece, possessive))
    return words


class Layout:
    """Words, sentences and quotations of one text, found once and looked up by position."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = split_words(text, 0, len(text))
        self.sentences = split_sentences(text)
        self._word_starts = [word.start for word in self.words]
        self._sentence_starts = [sentence.start for sentence in self.sentences]
        self._paragraph_starts = [paragraph.start for paragraph in split_paragraphs(text)]
        quotations = find_quotations(text)
        self._quotations = [quotation.outer for quotation in quotations]
        self._quotation_starts = [span.start for span in self._quotations]

    def sentence_at(self, position: int) -> int:
        """The number of the sentence in which a position stands (or after which)."""
        return max(0, bisect.bisect_right(self._sentence_starts, position) - 1)

    def sentence_span(self, number: int) -> Span:
        """The span of a sentence."""
        return self.sentences[number]

    def paragraph_at(self, position: int) -> int:
        """The number of the paragraph in which a position stands."""
        return max(0, bisect.bisect_right(self._paragraph_starts, position) - 1)

    def in_headline(self, position: int) -> bool:
        """Whether a position stands in a headline: one short paragraph that begins the text."""
        if len(self._paragraph_starts) < 2 or position >= self._paragraph_starts[1]:
            return False
        return (
            self._paragraph_starts[1] <= _LONGEST_HEADLINE and self.quotation_at(position) is None
        )

    def quotation_at(self, position: int) -> Span | None:
        """The quotation, with its marks, in which a position stands."""
        number = bisect.bisect_right(self._quotation_starts, position) - 1
        if number >= 0 and position < self._quotations[number].end:
            return self._quotations[number]
        return None

    def word_number(self, position: int) -> int:
        """The number of the first word that starts at or after a position."""
        return bisect.bisect_left(self._word_starts, position)

    def words_in(self, span: Span) -> list[Word]:
        """The words that start inside a span."""
        return self.words[self.word_number(span.start) : self.word_number(span.end)]

    @cached_property
    def small_words(self) -> frozenset[str]:
        """Every word that the text also writes without a capital."""
        return frozenset(word.text for word in self.words if word.text.islower())

    @cached_property
    def shouting_sentences(self) -> frozenset[int]:
        """Sentences in capitals, or with capitals on most words, as headlines have them."""
        counts: dict[int, list[int]] = {}
        for word in self.words:
            if word.text[0].isalpha() and word.lower not in _SMALL_IN_HEADLINES:
                words = counts.setdefault(self.sentence_at(word.start), [0, 0])
                words[0] += 1
                words[1] += word.text[0].isupper()
        return frozenset(
            number
            for number, (words, capitals) in counts.items()
            if words >= _HEADLINE_WORDS and capitals >= _HEADLINE_SHARE * words
        )


@lru_cache(maxsize=1)
def lay_out(text: str) -> Layout:
    """The layout of a text; the last one is kept, since every stage asks for the same.

    A layout never changes, so what is found does not depend on what was asked for before.
    """
    return Layout(text)

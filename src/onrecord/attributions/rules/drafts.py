"""What the rules find before it becomes an attribution: ranges of words and a pattern's name."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.attributions.cue_sites import CueSite
from onrecord.attributions.rules.subjects import Range
from onrecord.attributions.words import Words
from onrecord.records import Span, Spans


class Pattern(StrEnum):
    """How the words stood that made the rules see an attribution."""

    QUOTE_BEFORE = "quotation, then source and cue"
    QUOTE_AFTER = "source and cue, then quotation"
    CLAUSE_BEFORE = "clause, then source and cue"
    THAT_CLAUSE = "source, cue, that-clause"
    BARE_CLAUSE = "source, cue, bare clause"
    INFINITIVE = "source, cue, infinitive"
    OBJECT = "source, cue, noun phrase"
    ACCORDING = "according to"
    PARTICIPLE = "participle of a clause before it"
    PASSIVE = "passive"
    RAISING = "seems, appears"
    NOUN = "noun cue"
    ADJECTIVE = "adjective cue"
    LAYOUT = "laid out: turn, credit, line with a speaker"


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution in words: source, cue and content as ranges that do not overlap."""

    pattern: Pattern
    lemma: str
    source: Range | None
    cue: tuple[Range, ...]
    content: tuple[Range, ...]

    @property
    def first(self) -> int:
        """The first word of any part."""
        parts = (*self.cue, *self.content, *((self.source,) if self.source else ()))
        return int(min(low for low, _ in parts))


def without(ranges: tuple[Range, ...], taken: tuple[Range, ...]) -> tuple[Range, ...]:
    """The ranges less every word of the others."""
    pieces = list(ranges)
    for low, high in taken:
        rest: list[Range] = []
        for start, end in pieces:
            if high <= start or end <= low:
                rest.append((start, end))
                continue
            if start < low:
                rest.append((start, low))
            if high < end:
                rest.append((high, end))
        pieces = rest
    return tuple(sorted(pieces))


def make_draft(
    words: Words, pattern: Pattern, site: CueSite, source: Range | None, content: tuple[Range, ...]
) -> Draft | None:
    """The draft with source, cue and content apart, or None where no content is left."""
    cue: tuple[Range, ...] = ((site.low, site.high),)
    if source is not None:
        cue = without(cue, (source,))
        content = without(content, (source,))
    content = without(content, cue)
    content = tuple(
        (low, high)
        for low, high in content
        if any(words.is_word(position) for position in range(low, high))
    )
    if not content or not cue:
        return None
    return Draft(pattern, site.form.lemma, source, cue, content)


_EDGE = frozenset(".,;:-—–!?•")
_KEEP_AT_END = frozenset("?!")


def to_spans(words: Words, ranges: tuple[Range, ...]) -> Spans:
    """The characters of the ranges, without the punctuation at the edges of each.

    Quotation marks stay. Ranges that touch make one span.
    """
    spans: list[Span] = []
    for low, high in _join_touching(ranges):
        start, end = low, high
        while start < end and words.lower[start] in _EDGE:
            start += 1
        while end > start and (
            words.lower[end - 1] in _EDGE - _KEEP_AT_END or _closes_outside(words, start, end)
        ):
            end -= 1
        if start < end and any(words.is_word(position) for position in range(start, end)):
            spans.append(words.span(start, end))
    return tuple(spans)


def _closes_outside(words: Words, low: int, high: int) -> bool:
    """Whether the last word is a closing mark whose quotation began before the range."""
    last = high - 1
    return (
        words.is_mark[last]
        and low > 0
        and words.quotation[low] == words.quotation[low - 1] == words.quotation[last]
    )


def _join_touching(ranges: tuple[Range, ...]) -> list[Range]:
    joined: list[Range] = []
    for low, high in sorted(ranges):
        if joined and joined[-1][1] == low:
            joined[-1] = (joined[-1][0], high)
        else:
            joined.append((low, high))
    return joined

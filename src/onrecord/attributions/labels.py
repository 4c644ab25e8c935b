"""Lines in which a colon says whose words they are: headlines, entries of live blogs, bullets.

"Senator: budget is dead", "Bridge unsafe: inspectors", "14:32 — Ruiz: “We need boats.”". Before the
colon of most lines stands a topic and no speaker, so one side must be somebody who speaks: a word
for a person or a body, a name that the text lets speak elsewhere, or a name with a quotation.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from onrecord.articles.quotations import find_quotations
from onrecord.attributions.classification import Passages
from onrecord.attributions.line_starts import skip_line_start
from onrecord.attributions.speakers import find_speaker, find_speaking_names
from onrecord.records import Span

LABEL_SCORE = 0.9
"""Share that people also marked, `full`: 8 of 8 on PolNeAR dev, 76 of 83 on train."""

_LONGEST_HEADLINE = 200
_FEWEST_WORDS = 2
_COLON = re.compile(r"(?<=\S):(?=\s+\S)")
_KICKER = re.compile(r"(?:EXCLUSIVE|BREAKING|JUST IN|Exclusive|Breaking)\s*[:—–|-]\s+")
_STOP = re.compile(r"[.!?…;][\"”’»)]*$")
_SENTENCE_INSIDE = re.compile(r"[.!?][\"”’»)]*\s+[\"“‘«]?[A-ZÀ-Þ]")
_QUESTION = re.compile(r"(?:what|how|why|who|when|where|which)\b|.*\?$", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")


def find_labelled_lines(text: str, paragraphs: Sequence[Span]) -> Iterator[Passages]:
    """Lines whose colon stands between a speaker and his words, either way round."""
    lines = _Lines(text)
    for number, paragraph in enumerate(paragraphs):
        start = skip_line_start(text, paragraph)
        kicker = _KICKER.match(text, start, paragraph.end)
        start = kicker.end() if kicker else start
        colon = lines.find_colon(start, paragraph.end)
        if colon is None:
            continue
        before = lines.trim(start, colon)
        after = lines.trim(colon + 1, paragraph.end)
        if before is None or after is None:
            continue
        read = lines.read_quoted(before, after)
        if read is None and lines.is_headline(start, paragraph.end, is_first=number == 0):
            read = lines.read_headline(before, after)
        if read is not None:
            source, content = read
            yield Passages(
                source=(source,),
                cue=(Span(colon, colon + 1),),
                content=(content,),
                score=LABEL_SCORE,
            )


class _Lines:
    """One text, with what is looked up in it for line after line."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def names(self) -> frozenset[str]:
        return find_speaking_names(self.text)

    @cached_property
    def quotations(self) -> tuple[Span, ...]:
        return tuple(quotation.outer for quotation in find_quotations(self.text))

    @cached_property
    def quotation_starts(self) -> list[int]:
        return [span.start for span in self.quotations]

    def quotation_at(self, position: int) -> Span | None:
        number = bisect_right(self.quotation_starts, position) - 1
        if number >= 0 and position < self.quotations[number].end:
            return self.quotations[number]
        return None

    def find_colon(self, start: int, end: int) -> int | None:
        """The first colon outside quotations, not too far from the start."""
        position = start
        while match := _COLON.search(self.text, position, min(end, start + _LONGEST_HEADLINE)):
            quotation = self.quotation_at(match.start())
            if quotation is None:
                return match.start()
            position = quotation.end
        return None

    def trim(self, start: int, end: int) -> Span | None:
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        return Span(start, end) if start < end else None

    def is_quoted(self, span: Span) -> bool:
        """Whether a quotation begins with the span, and no letter stands after it."""
        quotation = self.quotation_at(span.start)
        if quotation is None or quotation.start != span.start:
            return False
        return not _WORD.search(self.text, quotation.end, span.end)

    def is_headline(self, start: int, end: int, *, is_first: bool) -> bool:
        """Whether a line is no sentence of the text: it has no full stop, or nothing before it."""
        if end - start > _LONGEST_HEADLINE or _SENTENCE_INSIDE.search(self.text, start, end):
            return False
        return is_first or not _STOP.search(self.text, start, end)

    def read_quoted(self, before: Span, after: Span) -> tuple[Span, Span] | None:
        """Source and content where one side of the colon is a quotation."""
        for side, other in ((before, after), (after, before)):
            if self.is_quoted(other):
                source = find_speaker(self.text, side, self.names, quoted=True)
                return None if source is None else (source, other)
        return None

    def read_headline(self, before: Span, after: Span) -> tuple[Span, Span] | None:
        """Source and content where nothing tells them apart but who can speak."""
        if self._is_said(after):
            source = find_speaker(self.text, before, self.names)
            if source is not None:
                return source, after
        if self._is_said(before):
            source = find_speaker(self.text, after, self.names)
            if source is not None and not _WORD.search(self.text, source.end, after.end):
                return source, before
        return None

    def _is_said(self, span: Span) -> bool:
        """Whether these can be somebody's words: no question of the paper's, and no mere name."""
        if _QUESTION.match(self.text, span.start, span.end):
            return False
        words = [match.group() for match in _WORD.finditer(self.text, span.start, span.end)]
        small = sum(word[0].islower() for word in words)
        return len(words) > _FEWEST_WORDS and (small > 0 or len(words) > 2 * _FEWEST_WORDS)

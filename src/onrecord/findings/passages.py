"""Passages that patterns find: cut to whole words, and none read twice."""

import bisect

from onrecord.records import Span


def cut_to_words(text: str, start: int, end: int) -> Span:
    """A match without white space around it, up to the end of its last word."""
    while text[end - 1].isspace() and end - start > 1:
        end -= 1
    while text[start].isspace() and end - start > 1:
        start += 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)


class Taken:
    """Stretches of text that are read already, none overlapping another."""

    def __init__(self) -> None:
        self._spans: list[Span] = []

    def touches(self, span: Span) -> bool:
        """Whether a stretch overlaps one that is taken."""
        number = bisect.bisect_left(self._spans, span)
        before = number > 0 and self._spans[number - 1].end > span.start
        return before or (number < len(self._spans) and self._spans[number].start < span.end)

    def take(self, span: Span) -> bool:
        """Take a stretch; False, and nothing is taken, where it overlaps another."""
        if self.touches(span):
            return False
        bisect.insort(self._spans, span)
        return True

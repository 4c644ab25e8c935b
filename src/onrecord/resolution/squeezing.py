"""Text with single spaces, for patterns, and the way back to the text that was given."""

import re
from dataclasses import dataclass

from onrecord.records import Span

_DOUBLED = re.compile(r"[ \t\u00a0]{2,}|[\t\u00a0]")


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A text whose runs of spaces are one space each.

    Attributes:
        origin: for each of its characters where it stood; None where nothing was squeezed.
    """

    text: str
    origin: list[int] | None

    def trace_back(self, span: Span) -> Span:
        """Where a stretch of this text, not empty, stands in the text that was given."""
        if self.origin is None:
            return span
        return Span(self.origin[span.start], self.origin[span.end - 1] + 1)


def squeeze(text: str) -> Squeezed:
    """Make every run of spaces, tabs and no-break spaces one space; line breaks stay."""
    pieces: list[str] = []
    origin: list[int] = []
    start = 0
    for match in _DOUBLED.finditer(text):
        pieces += [text[start : match.start()], " "]
        origin += [*range(start, match.start()), match.start()]
        start = match.end()
    if start == 0:
        return Squeezed(text, None)
    return Squeezed("".join(pieces) + text[start:], [*origin, *range(start, len(text))])

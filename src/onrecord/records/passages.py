"""Passages of an article's text: spans, pieces of them, and evidence."""

import itertools
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of `Article.text`: `text[start:end]`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not [{self.start}, {self.end})")

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


Spans = tuple[Span, ...]
"""Pieces of one stretch of text: in order, none touching another."""


def check_spans(spans: Spans, what: str) -> None:
    """Raise ValueError unless the pieces are in order and do not overlap."""
    for one, other in itertools.pairwise(spans):
        if other.start < one.end:
            raise ValueError(f"the pieces of a {what} must be in order and apart: {spans}")


def check_pieces(spans: Spans, what: str) -> None:
    """Raise ValueError unless there are pieces, in order and apart: nothing without a passage."""
    if not spans:
        raise ValueError(f"a {what} needs a passage: its pieces are never an empty tuple")
    check_spans(spans, what)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage, anchored twice as in the W3C Web Annotation model: by position and by quotation.

    Attributes:
        span: position in `Article.text`.
        exact: the characters at that position.
        prefix: up to 32 characters before them.
        suffix: up to 32 characters after them.
    """

    span: Span
    exact: str
    prefix: str
    suffix: str

    CONTEXT: ClassVar[int] = 32

    @classmethod
    def from_span(cls, text: str, span: Span) -> "Evidence":
        """Anchor `text[span.start:span.end]`."""
        if span.end > len(text):
            raise ValueError(f"span [{span.start}, {span.end}) ends after the text ({len(text)})")
        return cls(
            span=span,
            exact=text[span.start : span.end],
            prefix=text[max(0, span.start - cls.CONTEXT) : span.start],
            suffix=text[span.end : span.end + cls.CONTEXT],
        )


def list_positions(spans: Spans) -> list[list[int]]:
    """The pieces as lists of start and end, the form that ids are made from."""
    return [[span.start, span.end] for span in spans]

"""A stretch of text that nobody says, hidden from the network; every position stays."""

from collections.abc import Iterable

from onrecord.attributions.neural.decoding import Draft
from onrecord.records import Span


def touches(span: Span, drafts: Iterable[Draft]) -> bool:
    """Whether a draft takes words of the span for its source, cue or content."""
    return any(
        part.overlaps(span)
        for draft in drafts
        for part in (*(draft.source or ()), *draft.cue, *draft.content)
    )


def blank(text: str, span: Span) -> str:
    """The text with blanks in place of the span."""
    return f"{text[: span.start]}{' ' * (span.end - span.start)}{text[span.end :]}"

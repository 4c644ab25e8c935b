"""What the layout alone marks, as drafts of the rules."""

from bisect import bisect_left

from onrecord.attributions.layouts import find_layout_attributions
from onrecord.attributions.rules.drafts import Draft, Pattern
from onrecord.attributions.rules.subjects import Range
from onrecord.attributions.words import Words
from onrecord.records import Span, Spans


def find_laid_out(words: Words) -> list[Draft]:
    """Turns of transcripts, credits and lines with a speaker, in text order."""
    return [
        Draft(
            Pattern.LAYOUT,
            ":",
            _to_ranges(words, passages.source)[0] if passages.source else None,
            _to_ranges(words, passages.cue),
            _to_ranges(words, passages.content),
        )
        for passages in find_layout_attributions(words.text)
    ]


def _to_ranges(words: Words, spans: Spans) -> tuple[Range, ...]:
    return tuple(_to_range(words, span) for span in spans)


def _to_range(words: Words, span: Span) -> Range:
    return bisect_left(words.ends, span.start + 1), bisect_left(words.starts, span.end)

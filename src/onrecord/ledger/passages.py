"""The words that spans cover."""

from onrecord.records import Spans

GAP = " … "
"""Stands between the pieces of a passage where the text goes on with something else."""


def exact_text(text: str, spans: Spans) -> str:
    """The characters that the spans cover, the pieces of them with a gap between."""
    return GAP.join(text[span.start : span.end] for span in spans)

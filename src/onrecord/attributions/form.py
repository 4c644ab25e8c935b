"""How much of a content stands inside quotation marks."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice

from onrecord.articles.quotations import Quotation, find_quotations
from onrecord.records import Form, Spans


def classify_form(text: str, content: Spans, quotations: Sequence[Quotation] | None = None) -> Form:
    """Direct where all of the content is quoted, indirect where nothing is, mixed in between.

    Only letters and digits count: whether a content holds its marks and commas makes no difference.

    Args:
        text: the article's text.
        content: the pieces of the content.
        quotations: what `find_quotations` finds in the text, in order; found here where not given.
    """
    if quotations is None:
        quotations = find_quotations(text)
    quoted, bare = _split_pieces(text, content, quotations)
    if not any(map(_has_letters, quoted)):
        return Form.INDIRECT
    return Form.MIXED if any(map(_has_letters, bare)) else Form.DIRECT


def _split_pieces(
    text: str, content: Spans, quotations: Sequence[Quotation]
) -> tuple[list[str], list[str]]:
    """What of the content stands inside quotation marks, and what does not."""
    quoted, bare = [], []
    for span in content:
        position = span.start
        nearest = bisect_right(quotations, span.start, key=_inner_end)
        for quotation in islice(quotations, nearest, None):
            inner = quotation.inner
            if inner.start >= span.end:
                break
            bare.append(text[position : inner.start])
            quoted.append(text[max(position, inner.start) : min(inner.end, span.end)])
            position = inner.end
        bare.append(text[position : span.end])
    return quoted, bare


def _has_letters(piece: str) -> bool:
    """Whether a letter or digit is in it."""
    return any(map(str.isalnum, piece))


def _inner_end(quotation: Quotation) -> int:
    return quotation.inner.end

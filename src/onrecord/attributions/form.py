"""How much of a content stands inside quotation marks."""

from bisect import bisect_right
from collections.abc import Sequence

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
    quoted = letters = 0
    for span in content:
        for position in range(span.start, min(span.end, len(text))):
            if not text[position].isalnum():
                continue
            letters += 1
            index = bisect_right(quotations, position, key=_inner_start) - 1
            quoted += index >= 0 and position < quotations[index].inner.end
    if not quoted:
        return Form.INDIRECT
    return Form.DIRECT if quoted == letters else Form.MIXED


def _inner_start(quotation: Quotation) -> int:
    return quotation.inner.start

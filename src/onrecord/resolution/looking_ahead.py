"""Who is named after a pronoun that means him: "In his speech, Ames said …"."""

import bisect
import re
from collections.abc import Iterator, Sequence

from onrecord.records import Span
from onrecord.resolution.layout import Layout
from onrecord.resolution.names import NameMention

_AHEAD = 40
_LONGEST_OPENING = 160
_OPENS = re.compile(
    r"(?:early|late|later|even|just|only|shortly|not long|soon)?\s*"
    r"(?:in|at|on|during|with|along with|like|for|from|by|after|before|since|until|despite|as|when"
    r"|while|although|though|if|because|once|asked|speaking|throughout|through|of|to)\b",
    re.IGNORECASE,
)


def find_named_after_opening(
    layout: Layout, names: Sequence[NameMention], starts: Sequence[int], span: Span
) -> NameMention | None:
    """The name right after the first comma, where the pronoun's phrase opens the sentence.

    Args:
        layout: the text's sentences.
        names: in text order.
        starts: where the names start.
        span: the pronoun.
    """
    text = layout.text
    sentence = layout.sentence_span(layout.sentence_at(span.start))
    if "," in text[sentence.start : span.start] or not _OPENS.match(text, sentence.start):
        return None
    for name in list_names_after(names, starts, span):
        between = text[span.end : name.span.start]
        if name.span.start >= sentence.end or len(between) > _LONGEST_OPENING:
            return None
        opening, comma, rest = between.partition(",")
        if comma:
            apart = rest.strip() or any(mark in opening for mark in '"“”;:')
            return None if apart else name
    return None


def list_names_after(
    names: Sequence[NameMention], starts: Sequence[int], span: Span
) -> Iterator[NameMention]:
    """The next names after a span."""
    first = bisect.bisect_left(starts, span.end)
    yield from names[first : first + _AHEAD]

"""Quotations with a credit: "— Jane Roe, chair" behind or below a quoted paragraph."""

import re
from collections.abc import Iterator, Sequence

from onrecord.articles.quotationmarks import pair_marks
from onrecord.attributions.classification import Passages
from onrecord.records import Span

CREDIT_SCORE = 0.9
"""See `TURN_SCORE`, which was measured on both together."""

_MARKS = "\"“”„«»‹›‘’'‚"

_CREDIT = re.compile(
    r"(?P<mark>[―—–]|(?<=\s)--?(?=\s))[ \t]*"
    r"(?P<name>[A-ZÀ-Þ][^\n]{0,80}?)(?P<stop>\.?)\s*$"
)
_CREDIT_LINE = re.compile(r"(?P<mark>[―—–]|--?)[ \t]*(?P<name>[A-ZÀ-Þ][^\n]{0,80}?)(?P<stop>\.?)")
_SENTENCE_IN_NAME = re.compile(r"[.!?]\s+[A-Z\"“]|[\"“”]|[.!?]$")
_INITIALS = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Jr|Sr|Sen|Rep|Gov|St)\.(?=\s|$)")


def find_credits(text: str, paragraphs: Sequence[Span]) -> Iterator[Passages]:
    """Quoted paragraphs with the one whom a credit names."""
    for number, paragraph in enumerate(paragraphs):
        if text[paragraph.start] not in _MARKS:
            continue
        credit = _CREDIT.search(text, paragraph.start, paragraph.end)
        end = credit.start() if credit else paragraph.end
        if credit is None and number + 1 < len(paragraphs):
            below = paragraphs[number + 1]
            credit = _CREDIT_LINE.fullmatch(text, below.start, below.end)
        if credit is None or not _is_name(credit):
            continue
        quoted = text[paragraph.start : end].rstrip()
        if quoted and quoted[-1] in _MARKS and len(quoted) > 2:
            last = Span(paragraph.start, paragraph.start + len(quoted))
            yield Passages(
                source=(Span(*credit.span("name")),),
                cue=(Span(*credit.span("mark")),),
                content=(*_find_earlier(text, paragraphs, number), last),
                score=CREDIT_SCORE,
            )


def _find_earlier(text: str, paragraphs: Sequence[Span], last: int) -> tuple[Span, ...]:
    """The paragraphs before a quoted one that open the same quotation and leave it open."""
    first = last
    while first > 0 and text[paragraphs[first - 1].start] in _MARKS:
        paragraph = paragraphs[first - 1]
        opened = pair_marks(text, paragraph, text[paragraph.start]).left_open
        if opened is None or opened.outer != paragraph:
            break
        first -= 1
    return tuple(paragraphs[first:last])


def _is_name(credit: re.Match[str]) -> bool:
    """Whether a credit is a name with a description at most, and no sentence."""
    plain = _INITIALS.sub("", credit["name"])
    if credit["stop"] and not all(word[0].isupper() for word in plain.split()):
        return False
    return not _SENTENCE_IN_NAME.search(plain)

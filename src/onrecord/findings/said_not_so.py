"""Whether what is said is first of all that something is not so."""

import re
from collections.abc import Sequence

from onrecord.records import Act, Attribution, Span

_SUBJECT = r"(?:(?!(?:that|which|who|if|whether|because|not|never|but)\b)[\w’'.&-]+\s){1,6}?"
_NOT_SO = re.compile(
    r"[\s“”\"‘’']*(?:that\s)?[“\"‘']{0,2}"
    rf"(?:{_SUBJECT}(?:(?:is|are|was|were|has|have|had|did|does|do)(?:\snot|n[’']t)\b(?!\s(?:only|just)\b)|"
    r"(?:has\s|have\s|had\s)?never\b|(?:is|are|was|were|had|has|have)\sno\b(?!\s(?:longer|doubt)\b))|"
    r"no(?:\sone|body|ne)?\s(?:\w+\s){0,3}?(?:is|are|was|were|has|have|had)\b|"
    r"there\s(?:is|are|was|were|had\sbeen|has\sbeen)\s(?:no\b(?!\s(?:longer|doubt)\b)|not\b))",
    re.IGNORECASE,
)


def find_not_so(text: str, span: Span) -> Span | None:
    """The words with which a clause says that something is not so; None where it says none."""
    match = _NOT_SO.match(text, span.start, span.end)
    return None if match is None else Span(match.start(), match.end())


def denies_something(text: str, attribution: Attribution) -> bool:
    """Whether an attribution is of what is not so: "denied that …", "said that it was not"."""
    if attribution.act is Act.DENIES:
        return True
    return _begins_with_not(text, attribution.content)


def _begins_with_not(text: str, spans: Sequence[Span]) -> bool:
    return bool(spans) and find_not_so(text, spans[0]) is not None

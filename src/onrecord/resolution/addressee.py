"""To whom something was said."""

import re

from onrecord.records import Attribution, Span, Spans

_TELLS = re.compile(
    r"\b(?:told|tells|tell|telling|assured|assures|reminded|informed|advised|urged|warned|asked|"
    r"promised|(?:said|wrote|writing|speaking|spoke|explained|apologi[sz]ed|complained)\sto)\b",
    re.IGNORECASE,
)
_END = re.compile(
    r"[,.;:!?“”\"\n\u2014]|\s-{1,2}\s|\s(?:that|how|whether|if|why|what|he|she|they|it|we|i|to|in|on|at|"
    r"during|after|before|when|while|as|about|this|last|later|earlier|by|from|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b",
    re.IGNORECASE,
)
_LONGEST = 80
_NOBODY = frozenset({"", "that", "it", "the", "a", "an", "of"})


def find_addressee(text: str, attribution: Attribution) -> Spans | None:
    """The words after the cue that name to whom: "told |the Brenn Post|", "said to |the crowd|"."""
    cue = attribution.cue[-1]
    words = text[cue.start : cue.end]
    told = list(_TELLS.finditer(words))
    if not told:
        return None
    start = cue.start + told[-1].end()
    begins = min((p.start for p in attribution.content if p.start >= start), default=len(text))
    limit = min(begins, start + _LONGEST, len(text))
    end = _END.search(text, start + 1, limit)
    stop = end.start() if end is not None else limit
    found = text[start:stop]
    span_start = start + len(found) - len(found.lstrip())
    span_end = start + len(found.rstrip())
    if span_end <= span_start or text[span_start:span_end].lower() in _NOBODY:
        return None
    return (Span(span_start, span_end),)

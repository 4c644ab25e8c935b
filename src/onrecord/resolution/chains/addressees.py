"""To whom something was said: "told reporters", "said to her supporters"."""

import re

from onrecord.records import Attribution, Span, Spans
from onrecord.resolution.chains.context import ChainContext
from onrecord.resolution.chains.telling import Telling
from onrecord.resolution.newsroom_patterns import Reliance

# Verbs that take the hearer as their object, and those that need "to".
_HEARER = (
    r"(?:told|tells?|telling|asked|asks|asking|urged|urges|warned|warns|informed|assured|"
    r"reminded|begged|called on)"
)
_WITH_TO = (
    r"(?:said|says|saying|spoke|speaking|talked|explained|admitted|confirmed|confided|"
    r"complained|wrote|replied|acknowledged|remarked)"
)
_CUE = re.compile(
    rf"\b(?:{_HEARER}(?! (?:to|that|for|of|about|why|how|what|whether|if|by|in|on|not)\b)|"
    rf"{_WITH_TO} to)\s+"
)
_END = re.compile(
    r"[,.;:\"“”‘()\n—–]|\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|that|to|in|on|at|how|why|"
    r"what|whether|if|of|about|during|after|before|when|who|"
    r"last|this|he|she|it|they|we|I|his|because|as|by|not|not to|aboard|for|there|is|was|would|"
    r"will|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_REACH = 80
_NOBODY = re.compile(
    r"(?:the truth|a lie|lies|(?:a|the) stor(?:y|ies)|a joke|questions?|them apart)\b"
)
_WITH = re.compile(r"\binterview (?:\w+ ){0,3}with (?:the |The )?$")
_WITH_REACH = 60
_PREPOSITIONS = re.compile(r"\s(?:of|at) (?:the )?[A-Z]")


def find_addressee(context: ChainContext, telling: Telling) -> Spans | None:
    """Whom the words beside the cue name, or the newsroom that the interview was with."""
    found = _find_hearer(context.text, telling.attribution)
    if found is not None or telling.scene is not None:
        return found
    for room in telling.rooms:
        before = context.text[max(0, room.span.start - _WITH_REACH) : room.span.start]
        if room.reliance is Reliance.INTERVIEWED and _WITH.search(before):
            return (room.span,)
    return None


def _find_hearer(text: str, attribution: Attribution) -> Spans | None:
    """The words that name to whom it was said; None where there are none."""
    cue = attribution.cue
    start, end = cue[0].start, cue[-1].end
    match = _CUE.search(text, start, min(len(text), end + 40))
    if match is None or match.start() >= end:
        return None
    limit = min(len(text), match.end() + _REACH)
    inside = [piece.start for piece in attribution.content if piece.start >= match.end()]
    limit = min([limit, *inside])
    stop = _END.search(text, match.end(), limit)
    last = stop.start() if stop else limit
    # "CNN's “State of the Union”" and "Jo Bell of Fox" go on.
    more = _PREPOSITIONS.match(text, last, limit)
    if more is not None:
        further = _END.search(text, more.end(), limit)
        last = further.start() if further else limit
    words = text[match.end() : last].rstrip()
    if not words or _NOBODY.match(words):
        return None
    return (Span(match.end(), match.end() + len(words)),)

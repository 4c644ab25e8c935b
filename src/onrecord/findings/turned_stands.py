"""Stands on what is to be rejected: who asks others to reject a deal opposes the deal."""

import re

from onrecord.records import Span, Stance
from onrecord.resolution.layout import Layout

_REJECTING = re.compile(
    r"(?:to\s)?(?:reject(?:ing)?|oppos(?:e|ing)|vot(?:e|ing)\s(?:against|down|no\son)|reconsider(?:ing)?|"
    r"rethink(?:ing)?|veto(?:ing)?|kill(?:ing)?|scuttl(?:e|ing)|torpedo(?:ing)?|defeat(?:ing)?)\s"
)
_ENDING = re.compile(
    r"(?:to\s)?(?:tear|rip|kill|block|scrap|repeal|end|stop|abolish|reverse|overturn|cancel|veto|"
    r"reject|oppose|fight|defeat|eliminate|undo)(?:ing)?\s(?P<it>it|this|that|them)\b(?!\s(?!up|down|apart|in|on|from|by|with|if)\w)"
)
_TURNED = {Stance.SUPPORTS: Stance.OPPOSES, Stance.OPPOSES: Stance.SUPPORTS}


def turn_stand(layout: Layout, proposition: Span, stance: Stance) -> tuple[Span, Stance]:
    """What a stand is on in the end: "to reject the deal" and "to tear it up" are against it."""
    ending = _ENDING.match(layout.text, proposition.start, proposition.end)
    if ending is not None:
        return Span(*ending.span("it")), _TURNED.get(stance, stance)
    rejecting = _REJECTING.match(layout.text, proposition.start, proposition.end)
    if rejecting is not None and rejecting.end() < proposition.end:
        return Span(rejecting.end(), proposition.end), _TURNED.get(stance, stance)
    return proposition, stance

"""Stands on what is to be rejected: who asks others to reject a deal opposes the deal."""

import re

from onrecord.findings.propositions import read_proposition
from onrecord.records import Span, Stance
from onrecord.resolution.layout import Layout

_REJECTING = re.compile(
    r"(?:to\s)?(?:reject(?:ing)?|oppos(?:e|ing)|vot(?:e|ing)\s(?:against|down|no\son)|reconsider(?:ing)?|"
    r"rethink(?:ing)?|veto(?:ing)?|scuttl(?:e|ing)|torpedo(?:ing)?)\s"
    r"|(?:to\s)?(?P<plan>kill|defeat)(?:ing)?\s"
)
_ENDING = re.compile(
    r"(?:to\s)?(?:tear|rip|kill|block|scrap|repeal|end|stop|abolish|reverse|overturn|cancel|veto|"
    r"reject|oppose|fight|defeat|eliminate|undo)(?:ing)?\s(?P<it>it|this|that|them)\b(?!\s(?!up|down|apart|in|on|from|by|with|if)\w)"
)
_NOT_TO = re.compile(r"\b(?:not|never)\sto\s$")
_LONGEST_NOT = 12
# "Bell's repeated calls to close the port" are about closing it, for her and for who decries them.
_CALL = re.compile(
    r"(?:(?:[A-Z][\w.’'-]*\s){0,3}[A-Z][\w.-]*[’']s?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s(?:[\w-]+\s){0,2}?"
    r"(?:calls?|proposals?|plans?|promises?|pledges?|demands?|push|requests?|vows?)\s(?:for\s|of\s|(?=to\s))"
)
_NOT = re.compile(r"not\s(?=to\s|\w+ing\b)")
_TURNED = {Stance.SUPPORTS: Stance.OPPOSES, Stance.OPPOSES: Stance.SUPPORTS}


def turn_by_not(layout: Layout, before: Span | None, stance: Stance) -> Stance:
    """The stance on what is asked for after "not to", by the words before it."""
    if before is None:
        return stance
    start = max(before.start, before.end - _LONGEST_NOT)
    negated = _NOT_TO.search(layout.text, start, before.end)
    return stance if negated is None else _TURNED.get(stance, stance)


def turn_stand(layout: Layout, proposition: Span, stance: Stance) -> tuple[Span, Stance]:
    """What a stand is on in the end: "to reject the deal" and "to tear it up" are against it."""
    called = _CALL.match(layout.text, proposition.start, proposition.end)
    if called is not None and called.end() < proposition.end:
        named = read_proposition(layout, Span(called.end(), proposition.end))
        proposition = proposition if named is None else named
    negated = _NOT.match(layout.text, proposition.start, proposition.end)
    if negated is not None and negated.end() < proposition.end:
        return Span(negated.end(), proposition.end), _TURNED.get(stance, stance)
    ending = _ENDING.match(layout.text, proposition.start, proposition.end)
    if ending is not None:
        return Span(*ending.span("it")), _TURNED.get(stance, stance)
    rejecting = _REJECTING.match(layout.text, proposition.start, proposition.end)
    if rejecting is not None and rejecting.end() < proposition.end:
        rest = Span(rejecting.end(), proposition.end)
        # Plans are killed, and so are people.
        if not rejecting["plan"] or read_proposition(layout, rest) is not None:
            return rest, _TURNED.get(stance, stance)
    return proposition, stance

"""Who interviewed whom, where a sentence names a journalist or who gave the interview."""

import re

from onrecord.records import Attribution
from onrecord.resolution.chains.context import ChainContext
from onrecord.resolution.chains.journalists import as_interviewer, talks_to
from onrecord.resolution.chains.rooms import Room
from onrecord.resolution.newsroom_patterns import Reliance

_IN_INTERVIEW = re.compile(r"\bin an? (?:[\w-]+ ){0,3}interview (?:with|on|for|by|in)\b")
_GIVEN = re.compile(
    r"\binterview (?:that )?(?P<who>[A-Z][\w’'.]*(?: [A-Z][\w’'.]*){0,2}) "
    r"(?:did|gave|had|has|held|conducted|taped|sat)\b"
)
_REACH = 60
"""Characters before a newsroom in which words say whose interview it is."""


def find_interviewer(
    context: ChainContext, sentence: int, attribution: Attribution | None = None
) -> list[Room]:
    """The newsroom of the journalist whom the sentence says that somebody talked to."""
    speaker = attribution.entity_id if attribution is not None else None
    content = attribution.content if attribution is not None else ()
    span = context.layout.sentence_span(sentence)
    for one in context.people.named_between(span.start, span.end):
        room = context.employers.get(one.person)
        if room is None or one.person == speaker:
            continue
        said = any(piece.overlaps(one.span) for piece in content)
        if not said and talks_to(context.text, span.start, one.span.start):
            return [as_interviewer(room, one.span)]
    return []


def find_interviewee(context: ChainContext, room: Room) -> str | None:
    """The person right before "in an interview with" a newsroom inside a content."""
    if room.reliance is not Reliance.INTERVIEWED:
        return None
    start = room.span.start
    words = _IN_INTERVIEW.search(context.text, max(0, start - _REACH), start)
    before = context.people.named_before(start)
    if words is None or before is None:
        return None
    if not 0 < words.start() - before.span.start <= _REACH:
        return None
    within = any(
        piece.start <= before.span.start and start < piece.end
        for number in context.cues.get(context.layout.sentence_at(start), ())
        for piece in context.attributions[number].content
    )
    return before.person if within else None


def may_be_interviewed(context: ChainContext, room: Room, attribution: Attribution) -> bool:
    """Whether no other is said to have given it: "points to an interview Marsh did with …"."""
    start = room.span.start
    given = _GIVEN.search(context.text, max(0, start - _REACH), start)
    if given is None:
        return True
    givers = context.people.named_between(*given.span("who"))
    return not givers or givers[0].person == attribution.entity_id

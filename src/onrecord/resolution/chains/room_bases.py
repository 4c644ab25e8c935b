"""On what basis somebody's words came through a newsroom or a document."""

import re
from collections.abc import Sequence

from onrecord.records import Attribution, Basis
from onrecord.resolution.chains.clauses import QUOTED
from onrecord.resolution.chains.context import ChainContext
from onrecord.resolution.chains.rooms import Room
from onrecord.resolution.chains.sayings import is_written
from onrecord.resolution.newsroom_patterns import Reliance

_COURT = re.compile(
    r"lawsuit|suit\b|motion|affidavit|complaint|court|legal|deposition|ruling|indictment|"
    r"brief\b|petition"
)
_ON_AIR = re.compile(r"(?:[’']s)? (?:[\w-]+ )?(?:host|anchor|presenter)\b")
_SHOW = re.compile(
    r" (?:audience|viewers|listeners)\b|"
    r"[’']s (?:[\w-]+ ){0,2}(?:show|programme|program|broadcast)\b"
)
# A newspaper prints what somebody else writes: "in an op-ed for the Vale Post".
_ESSAY = re.compile(
    r"\b(?:op-ed|essay|column|opinion piece|guest commentary)(?: published| that ran| appearing)? "
    r"(?:in|for|by|on) (?:the |The |\w+day[’']s )?$"
)
_ESSAY_REACH = 50
"""Characters before a newsroom in which words say that it prints an essay."""
# Who is on the air and asked there is interviewed: "asked on Vale Radio", "told the hosts".
_QUESTIONED = re.compile(
    r"\b(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|interviewed|visited|stopped by)\b|"
    r"\b(?:told|telling|tells) (?:the |its |his |her )?"
    r"(?:(?:co-)?hosts?|anchors?|moderator|interviewer)\b"
)
_BASES = {
    Reliance.TOLD: Basis.INTERVIEW,
    Reliance.INTERVIEWED: Basis.INTERVIEW,
    Reliance.AIRED: Basis.BROADCAST,
    Reliance.REPORTED: Basis.OTHER_OUTLET,
    Reliance.WRITTEN: Basis.DOCUMENT,
    Reliance.EMPLOYING: Basis.OTHER_OUTLET,
    Reliance.CREDITED: Basis.UNSTATED,
}
WITH_SPEAKER = frozenset(
    {Reliance.TOLD, Reliance.INTERVIEWED, Reliance.AIRED, Reliance.WRITTEN, Reliance.EMPLOYING}
)
"""How a page relies on newsrooms that have it from the speaker himself."""
SPOKEN_BASES = frozenset({Basis.INTERVIEW, Basis.BROADCAST})


def is_essay(context: ChainContext, room: Room) -> bool:
    """Whether a newsroom prints what its speaker writes: "in an op-ed for the Post"."""
    first = max(0, room.span.start - _ESSAY_REACH)
    return room.reliance is Reliance.REPORTED and (
        _ESSAY.search(context.text, first, room.span.start) is not None
    )


def judge_lone_room(context: ChainContext, room: Room) -> Basis:
    """The basis of what came through a newsroom, on no occasion."""
    return Basis.DOCUMENT if is_essay(context, room) else _BASES.get(room.reliance, Basis.UNSTATED)


def judge_words(
    context: ChainContext, attribution: Attribution, rooms: Sequence[Room], occasion: Basis | None
) -> Basis:
    """The basis of words through these newsrooms; who "wrote on Vale Air" did not talk."""
    basis = judge_rooms(context, rooms, occasion)
    written = basis is Basis.BROADCAST and is_written(context, attribution)
    return Basis.OTHER_OUTLET if written else basis


def judge_rooms(context: ChainContext, rooms: Sequence[Room], occasion: Basis | None) -> Basis:
    """The basis of what came through these newsrooms."""
    if not rooms:
        return occasion or Basis.UNSTATED
    room = rooms[0]
    mailed = occasion is Basis.STATEMENT and room.reliance is Reliance.WRITTEN
    if occasion in (Basis.INTERVIEW, Basis.COURT, Basis.STATEMENT) and not mailed:
        return occasion
    if room.reliance is Reliance.EMPLOYING and occasion is Basis.SOCIAL_MEDIA:
        return occasion
    if is_essay(context, room):
        return Basis.DOCUMENT
    return _judge_wording(context, room) or _BASES[room.reliance]


def _judge_wording(context: ChainContext, room: Room) -> Basis | None:
    """The basis that the words beside a newsroom tell."""
    text, span = context.text, room.span
    words = text[span.start : span.end]
    if room.reliance is Reliance.AIRED and _is_questioned(context, room):
        return Basis.INTERVIEW
    if room.reliance is Reliance.WRITTEN and _COURT.search(words) and "piece" not in words:
        return Basis.COURT
    if room.reliance is Reliance.TOLD and _SHOW.match(text, span.end):
        return Basis.BROADCAST
    if room.reliance is Reliance.EMPLOYING and _ON_AIR.match(text, span.end):
        return Basis.BROADCAST
    return None


def _is_questioned(context: ChainContext, room: Room) -> bool:
    """Whether the sentence of a broadcast says that somebody was asked there."""
    span = context.sentence_around(room.span.start)
    words = QUOTED.sub(" ", context.text[span.start : span.end])
    return _QUESTIONED.search(words) is not None

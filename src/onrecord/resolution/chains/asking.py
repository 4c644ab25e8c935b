"""Interviews that are told without the word: a newsroom's journalist asks, somebody replies."""

import re
from dataclasses import replace

from onrecord.records import Attribution, Basis, EntityKind, Span
from onrecord.resolution.chains.context import ChainContext
from onrecord.resolution.chains.rooms import Room
from onrecord.resolution.chains.sayings import is_written
from onrecord.resolution.chains.scenes import Scene
from onrecord.resolution.newsroom_patterns import Reliance

ASKS = re.compile(r"\b(?:asked|asks|pressed|questioned|challenged)\b")
_REPLIES = re.compile(r"\b(?:repli|answer|respond|said|says)")
_HOSTS = re.compile(r"\bwho (?:co-?)?hosts? [^.,;\n]*$")
_HOST_REACH = 60
"""Characters before a newsroom in which words say who hosts it."""
_NEAR = 3
"""Paragraphs beside a newsroom's name in which its journalist speaks on its air."""


def find_reply(context: ChainContext, attribution: Attribution) -> Scene | None:
    """The interview in which a newsroom, or its journalist, asked what this one replies to."""
    if not context.cue_has(_REPLIES, attribution):
        return None
    sentence = context.sentence_of(attribution)
    for number in (*context.cues.get(sentence - 1, ()), *context.cues.get(sentence, ())):
        one = context.attributions[number]
        room = _find_asker(context, one)
        if room is not None and one.entity_id != attribution.entity_id:
            paragraph = context.paragraph_of(attribution)
            return Scene(context.leave_out_own((room,)), Basis.INTERVIEW, paragraph)
    return None


def _find_asker(context: ChainContext, attribution: Attribution) -> Room | None:
    """The newsroom that asks in an attribution, or whose journalist does."""
    source = attribution.source
    if source is None or not context.cue_has(ASKS, attribution):
        return None
    if context.kind_of(attribution.entity_id) is not EntityKind.OUTLET:
        return context.employers.get(attribution.entity_id or "")
    span = Span(source[0].start, source[-1].end)
    return Room(span, Reliance.INTERVIEWED, attribution.entity_id)


def find_own_broadcast(context: ChainContext, attribution: Attribution) -> Scene | None:
    """The broadcast in which a journalist speaks whose interview is told here."""
    room = context.employers.get(attribution.entity_id or "")
    if room is None or (room.reliance is Reliance.EMPLOYING and not _is_hosted(context, room)):
        return None
    paragraph = context.paragraph_of(attribution)
    if abs(context.layout.paragraph_at(room.span.start) - paragraph) > _NEAR:
        return None
    own = replace(room, reliance=Reliance.EMPLOYING)
    basis = Basis.OTHER_OUTLET if is_written(context, attribution) else Basis.BROADCAST
    return Scene(context.leave_out_own((own,)), basis, paragraph)


def _is_hosted(context: ChainContext, room: Room) -> bool:
    """Whether the newsroom is a programme of which its host is told: "who hosts “Noon”"."""
    first = max(0, room.span.start - _HOST_REACH)
    return _HOSTS.search(context.text, first, room.span.start) is not None

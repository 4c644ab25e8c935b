"""Which newsrooms of a sentence an attribution's words came through."""

import itertools
import re
from collections.abc import Sequence

from onrecord.records import Act, Attribution, Basis, EntityKind, Form, Span
from onrecord.resolution.chains.context import ChainContext
from onrecord.resolution.chains.interviewers import (
    find_interviewee,
    find_interviewer,
    may_be_interviewed,
)
from onrecord.resolution.chains.named_occasions import find_occasion
from onrecord.resolution.chains.rooms import Room
from onrecord.resolution.newsroom_patterns import Reliance

_SPOKEN = frozenset({Reliance.TOLD, Reliance.INTERVIEWED, Reliance.AIRED})
_WHO_TALKED = re.compile(
    r"\b(?:who|that|speaking|interviewed|account|interview|remarks|comments|statements?)\b"
)
_WHO_APPEARED = re.compile(r"\b(?:speaking|appearing|appeared|playing|talking|interviewed)\b")
_PRINTED = re.compile(
    r"[^,.;]{0,40}? (?:(?:published|printed|that ran|running|posted|appearing) )?(?:in|by|for|on) "
    r"(?:[Tt]he |an? |\w+day[’']s )?(?:[\w-]+ ){0,2}"
)
_MODERATOR = re.compile(r"\b[Mm]oderator")
_DEBATE = re.compile(r"\b(?:debates?|[Mm]oderat(?:or|ors|ed|ing))\b")
_TWEETS = re.compile(r"\b(?:re)?tweet", re.IGNORECASE)
_WRITING_FOR = re.compile(
    r"(?:riting|wrote|writes)(?: recently| earlier| \w+day| last \w+| this \w+)? "
    r"(?:for|in|at) (?:the |The |an? )?$"
)
_WRITING_REACH = 50
"""Characters before a newsroom in which words say that somebody writes for it."""
_TAIL = 12
"""Characters that can follow a newsroom which ends a content that quotes."""
_MARKS = 8
"""Characters of a quotation beside the title in it: its marks, a stop, an article."""


def find_rooms(context: ChainContext, number: int) -> list[Room]:
    """The newsrooms of its sentence that this attribution's words came through."""
    attribution = context.attributions[number]
    sentence = context.sentence_of(attribution)
    beside = [*context.rooms.get(sentence, ()), *_list_ending(context, attribution)]
    rooms = [room for room in beside if _is_through(context, room, number)]
    rooms = [
        room
        for room in _leave_out_essays(context, rooms)
        if not _is_debating(context, room, attribution)
    ]
    rooms = _leave_out_posters(context, rooms, attribution)
    spoken = [room for room in rooms if room.reliance in _SPOKEN]
    if spoken and context.cue_has(_TWEETS, attribution):
        rooms = []  # what is on the air is what the tweet is about
    elif spoken:
        # Who speaks for one newsroom to another is that one's guest.
        left_out = _list_shows(context, spoken)
        left_out += [room for room in rooms if room.reliance is Reliance.EMPLOYING]
        rooms = [room for room in rooms if room not in left_out]
    return rooms or find_interviewer(context, sentence, attribution)


def _leave_out_posters(
    context: ChainContext, rooms: list[Room], attribution: Attribution
) -> list[Room]:
    """Without those whose journalist posts by himself: "a writer for the Post said on Twitter"."""
    employing = [room for room in rooms if room.reliance is Reliance.EMPLOYING]
    if not employing or find_occasion(context, attribution) is not Basis.SOCIAL_MEDIA:
        return rooms
    return [room for room in rooms if room not in employing]


def _list_ending(context: ChainContext, attribution: Attribution) -> list[Room]:
    """The newsrooms that end a content of several sentences: “… It rained” on Vale Radio."""
    first = context.sentence_of(attribution)
    last = context.layout.sentence_at(attribution.content[-1].end - 1)
    if last <= first or attribution.form is Form.DIRECT or last in context.cues:
        return []
    return [
        room
        for room in context.rooms.get(last, ())
        if room.reliance in _SPOKEN and room.span.start > attribution.content[-1].start
    ]


def _is_through(context: ChainContext, room: Room, number: int) -> bool:
    attribution = context.attributions[number]
    if room.reliance is Reliance.CREDITED or _is_own_source(context, room, attribution):
        return False
    kind = context.kind_of(attribution.entity_id)
    if room.reliance is Reliance.WRITTEN and kind is EntityKind.OUTLET:
        return False  # "the Post said in an article": the Post it is
    return _belongs(context, room, number)


def _leave_out_essays(context: ChainContext, rooms: Sequence[Room]) -> list[Room]:
    """Without the papers that a newsroom printed: "in an essay in the Post" is the Post."""
    printed = {
        one.span
        for one, after in itertools.pairwise(rooms)
        if one.reliance is Reliance.WRITTEN
        and _PRINTED.fullmatch(context.text, one.span.end, after.span.start)
    }
    return [room for room in rooms if room.span not in printed]


def _list_shows(context: ChainContext, spoken: Sequence[Room]) -> list[Room]:
    """The first newsroom's programmes: "in an interview with Vale News aired on “Today”"."""
    if context.kind_of(spoken[0].entity_id) is not EntityKind.OUTLET:
        return []
    no_shows = (EntityKind.OUTLET, None)
    return [one for one in spoken[1:] if context.kind_of(one.entity_id) not in no_shows]


def _is_debating(context: ChainContext, room: Room, attribution: Attribution) -> bool:
    """Whether a newsroom's journalist leads a debate, where everybody hears him."""
    if room.reliance is not Reliance.EMPLOYING:
        return False
    span = context.sentence_around(room.span.start)
    debate = _DEBATE if attribution.act is Act.ASKS else _MODERATOR
    return debate.search(context.text, span.start, span.end) is not None


def _is_own_source(context: ChainContext, room: Room, attribution: Attribution) -> bool:
    """Whether the newsroom is the attribution's source, or named in it."""
    if room.reliance is Reliance.EMPLOYING and room.entity_id != attribution.entity_id:
        return False
    if _is_told_to(context, room, attribution):
        return False
    return _is_in_source(room, attribution)


def _is_told_to(context: ChainContext, room: Room, attribution: Attribution) -> bool:
    """Whether the source is somebody who spoke to the newsroom: "sources who told the Post"."""
    source = attribution.source
    if source is None or room.reliance not in _SPOKEN:
        return False
    pattern = _WHO_APPEARED if room.reliance is Reliance.AIRED else _WHO_TALKED
    return pattern.search(context.text, source[0].start, room.span.start) is not None


def _belongs(context: ChainContext, room: Room, number: int) -> bool:
    """Whether a newsroom beside an attribution is there for it, and not for another."""
    attribution = context.attributions[number]
    if room.reliance is Reliance.EMPLOYING and not _is_employee(context, room, attribution):
        return False
    if _is_in_content(room, attribution) and not _is_named_late(context, room, attribution):
        return False
    if not may_be_interviewed(context, room, attribution):
        return False
    if _is_apart(context, room, attribution):
        return False
    others = [
        context.attributions[other]
        for other in context.cues[context.sentence_of(attribution)]
        if other != number
    ]
    if any(_is_taken(context, room, attribution, other) for other in others):
        return False
    if _is_written_for(context, room) and attribution.source is not None:
        # "Writing for the Post, Bell noted": whoever stands after the comma writes there.
        source = attribution.source[0].start
        return source < room.span.start or "," in context.text[room.span.end : source]
    named_for = room.reliance is Reliance.EMPLOYING and _is_in_source(room, attribution)
    return named_for or _is_nearest(room, attribution, others)


def _is_in_source(room: Room, attribution: Attribution) -> bool:
    return any(piece.overlaps(room.span) for piece in attribution.source or ())


def _is_in_content(room: Room, attribution: Attribution) -> bool:
    return any(piece.overlaps(room.span) for piece in attribution.content)


def _is_named_late(context: ChainContext, room: Room, attribution: Attribution) -> bool:
    """Whether a content ends with where it was said: "that it rained, in an interview with …"."""
    if room.reliance not in (Reliance.INTERVIEWED, Reliance.AIRED) or _is_quoted(context, room):
        return False
    last = attribution.content[-1]
    if room.span.start <= last.start or attribution.form is Form.DIRECT:
        return False
    rest = (last.end - room.span.start) - (room.span.end - room.span.start)
    if attribution.form is Form.MIXED and rest >= _TAIL:
        return False
    return find_interviewee(context, room) in (None, attribution.entity_id)


def _is_quoted(context: ChainContext, room: Room) -> bool:
    """Whether a newsroom is named in what somebody says, and not as a title in marks."""
    quotation = context.layout.quotation_at(room.span.start)
    if quotation is None:
        return False
    return (quotation.end - quotation.start) - (room.span.end - room.span.start) > _MARKS


def _is_apart(context: ChainContext, room: Room, attribution: Attribution) -> bool:
    """Whether a semicolon, which nobody says, stands between the cue and the newsroom."""
    end = attribution.cue[-1].end
    last = max([end, *(piece.end for piece in attribution.content)])
    return room.span.start > last and ";" in context.text[last : room.span.start]


def _is_taken(
    context: ChainContext, room: Room, attribution: Attribution, other: Attribution
) -> bool:
    """Whether another attribution has the newsroom as its source or in what is said."""
    if room.reliance is Reliance.REPORTED and _is_own_source(context, room, other):
        return True
    if not _is_in_content(room, other) or other.id == attribution.parent_id:
        return False
    return not any(piece.overlaps(attribution.cue[0]) for piece in other.content)


def _is_written_for(context: ChainContext, room: Room) -> bool:
    """Whether somebody writes in it: "writing for the Brenn Post"."""
    start = room.span.start
    return _WRITING_FOR.search(context.text, max(0, start - _WRITING_REACH), start) is not None


def _is_employee(context: ChainContext, room: Room, attribution: Attribution) -> bool:
    """Whether it is the newsroom's own journalist who speaks."""
    source = attribution.source
    if source is None:
        return True
    near = Span(source[0].start, source[-1].end + 1)
    return (
        near.overlaps(room.span)
        or context.employers.get(attribution.entity_id or "") is room
        or _is_written_for(context, room)
    )


def _is_nearest(room: Room, attribution: Attribution, others: Sequence[Attribution]) -> bool:
    """Whether no cue of another speaker stands nearer to the newsroom."""
    own = _measure_distance(attribution.cue, room.span)
    return all(
        other.entity_id in (None, attribution.entity_id)
        or _measure_distance(other.cue, room.span) >= own
        for other in others
    )


def _measure_distance(cue: Sequence[Span], span: Span) -> int:
    return min(max(span.start - piece.end, piece.start - span.end, 0) for piece in cue)

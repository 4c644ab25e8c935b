"""Occasions of sentences in which nobody speaks: "On Monday, Bell sat down with Vale Radio"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.records import Basis, EntityKind
from onrecord.resolution.chains.asking import ASKS
from onrecord.resolution.chains.basis_wordings import read_occasion
from onrecord.resolution.chains.clauses import QUOTED
from onrecord.resolution.chains.context import ChainContext
from onrecord.resolution.chains.interviewers import find_interviewee, find_interviewer
from onrecord.resolution.chains.room_bases import WITH_SPEAKER, judge_rooms
from onrecord.resolution.chains.scenes import Scene
from onrecord.resolution.newsroom_patterns import Reliance

_OPENING = WITH_SPEAKER - {Reliance.EMPLOYING}
_LASTING = frozenset({Basis.INTERVIEW, Basis.SPEECH, Basis.PRESS_CONFERENCE, Basis.STATEMENT})
_TALKED = re.compile(r"(?: has| had)? (?:interviewed|spoke|talked|reached|visited)\b")
# What is told of by the way, or to come: "she recently called in to Vale Radio".
_LATELY = re.compile(r"\b(?:[Rr]ecently|will|(?:is|are) (?:set|scheduled) to)\b")


@dataclass(frozen=True, slots=True)
class Unspoken:
    """An occasion that begins before anybody in it says something.

    Attributes:
        people: who is at it.
        has_group: whether a newsroom talked with several: "the Post spoke with a dozen voters".
    """

    scene: Scene
    people: tuple[str, ...]
    has_group: bool = False


def find_unspoken(context: ChainContext, sentences: Iterable[int]) -> Iterator[Unspoken]:
    """The occasions that these sentences begin, in their order."""
    for sentence in sentences:
        if any(_has_voice(context, number) for number in context.cues.get(sentence, ())):
            yield from _find_mentioned(context, sentence)
        else:
            yield from _find_told(context, sentence)


def _has_voice(context: ChainContext, number: int) -> bool:
    """Whether somebody speaks in it; in "Bell was asked" nobody does."""
    one = context.attributions[number]
    if context.cue_has(ASKS, one) and context.kind_of(one.entity_id) is EntityKind.UNNAMED:
        return False
    return one.entity_id is not None


def _find_mentioned(context: ChainContext, sentence: int) -> Iterator[Unspoken]:
    """Interviews that somebody else mentions: "as Ames put it in an interview with …"."""
    for room in context.rooms.get(sentence, ()):
        person = find_interviewee(context, room)
        if person is not None:
            paragraph = context.layout.paragraph_at(room.span.start)
            yield Unspoken(Scene((room,), Basis.INTERVIEW, paragraph), (person,))


def _find_told(context: ChainContext, sentence: int) -> Iterator[Unspoken]:
    """What a sentence tells of that lasts into the next ones."""
    span = context.layout.sentence_span(sentence)
    beside = context.rooms.get(sentence, ())
    rooms = [room for room in beside if room.reliance in _OPENING]
    rooms = rooms or find_interviewer(context, sentence)
    words = QUOTED.sub(" ", context.text[span.start : span.end])
    occasion = read_occasion(words)
    if (not rooms and occasion not in _LASTING) or _LATELY.search(words):
        return
    basis = judge_rooms(context, rooms, occasion)
    paragraph = context.layout.paragraph_at(span.start)
    scene = Scene(context.leave_out_own(rooms), basis, paragraph)
    has_group = bool(rooms) and _TALKED.match(context.text, rooms[0].span.end) is not None
    yield Unspoken(scene, _list_people(context, sentence), has_group)


def _list_people(context: ChainContext, sentence: int) -> tuple[str, ...]:
    """Who is named in a sentence; where it is the rest of one, in the nearest before it."""
    span = context.layout.sentence_span(sentence)
    named = [one.person for one in context.people.named_between(span.start, span.end)]
    quoted = context.layout.quotation_at(span.start) is not None
    if not named and (quoted or context.text[span.start].islower()):
        # "… right?” during a speech on Friday."
        before = context.people.named_before(span.start)
        paragraph = context.layout.paragraph_at(span.start)
        if before is not None and context.layout.paragraph_at(before.span.start) == paragraph:
            return (before.person,)
    return tuple(dict.fromkeys(named))

"""How the last newsroom of a chain knows."""

import re

from onrecord.records import Act, Attribution, Basis, EntityKind
from onrecord.resolution.chains.basis_wordings import is_court_source, judge_source
from onrecord.resolution.chains.clauses import read_sentence
from onrecord.resolution.chains.context import ChainContext
from onrecord.resolution.chains.polled import find_poll
from onrecord.resolution.chains.room_bases import WITH_SPEAKER, judge_lone_room, judge_words
from onrecord.resolution.chains.sayings import NO_SAYING
from onrecord.resolution.chains.telling import Telling

_HANDLE = re.compile(r"(?<![\w.])@[A-Za-z]\w{2,}")
_UNSAID = NO_SAYING | {Act.BELIEVES, Act.KNOWS}
_RULINGS = frozenset({Act.DECIDES, Act.OPPOSES, Act.DENIES, Act.DECLINES, Act.DEMANDS})
_BEHIND_ROOMS = frozenset({Basis.STATEMENT, Basis.DOCUMENT, Basis.UNNAMED_SOURCE})
"""What a source tells that a newsroom which has it from the speaker tells better."""


def judge_basis(context: ChainContext, telling: Telling) -> Basis:
    """How the last newsroom knows what is said in an attribution."""
    attribution, above = telling.attribution, telling.above
    if telling.scene is not None:
        return telling.scene.basis
    if above is not None and context.kind_of(above.entity_id) is not EntityKind.OUTLET:
        return above.basis
    occasion = telling.occasion
    by_source = _judge_source(context, attribution, occasion)
    if by_source is not None and by_source not in _BEHIND_ROOMS:
        return by_source
    for room in telling.rooms:
        if room.reliance in WITH_SPEAKER:
            return judge_words(context, attribution, [room], occasion)
    if by_source is Basis.DOCUMENT and _names_outlet(context, attribution):
        return Basis.OTHER_OUTLET
    return by_source or occasion or _judge_rest(context, telling)


def _judge_source(
    context: ChainContext, attribution: Attribution, occasion: Basis | None
) -> Basis | None:
    words, kind = context.source_words(attribution), context.kind_of(attribution.entity_id)
    by_kind = judge_source(words, kind, read_sentence(context, attribution))
    if by_kind in (Basis.POLL, Basis.COURT):
        return by_kind
    if attribution.act in _RULINGS and is_court_source(words):
        return Basis.COURT
    if find_poll(context, attribution) is not None:
        return Basis.POLL
    if by_kind is Basis.OTHER_OUTLET and occasion is Basis.STATEMENT:
        return occasion
    if by_kind is Basis.UNNAMED_SOURCE and attribution.act in _UNSAID:
        return None  # what allies believe is no word of theirs
    return by_kind


def _names_outlet(context: ChainContext, attribution: Attribution) -> bool:
    """Whether the source names an outlet beside itself: "a report in the Brenn Post"."""
    return context.outlets.names_other(attribution.source or (), attribution.entity_id)


def _judge_rest(context: ChainContext, telling: Telling) -> Basis:
    """The basis of what no source and no occasion tells."""
    rooms = context.leave_out_own(telling.rooms)
    if rooms:
        return judge_lone_room(context, rooms[0])
    if _quotes_handle(context, telling.attribution):
        return Basis.SOCIAL_MEDIA
    return Basis.UNSTATED


def _quotes_handle(context: ChainContext, attribution: Attribution) -> bool:
    """Whether the words are those of a post: they name somebody as "@idabell"."""
    first, last = attribution.content[0].start, attribution.content[-1].end
    found = _HANDLE.search(context.text, first, last)
    return found is not None and context.layout.quotation_at(found.start()) is not None

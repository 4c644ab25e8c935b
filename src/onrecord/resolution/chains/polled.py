"""The poll in which a share of people said something."""

from onrecord.records import Attribution
from onrecord.resolution.chains.context import ChainContext
from onrecord.resolution.chains.rooms import GROUNDS
from onrecord.resolution.polls import PollMention, find_answered

_POINTING = frozenset({"who", "they", "them"})


def find_poll(context: ChainContext, attribution: Attribution) -> PollMention | None:
    """The poll in which the source, a share of people, said it."""
    entity_id = attribution.entity_id
    if attribution.source is None or context.kind_of(entity_id) in GROUNDS:
        return None
    words = context.source_words(attribution)
    entity = context.entities.get(entity_id or "")
    if entity is not None and words.lower() in _POINTING:
        words = entity.name
    end = context.sentence_around(attribution.cue[0].start).end
    return find_answered(words, end, context.paragraph_of(attribution), context.polls)

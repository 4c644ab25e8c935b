"""The hops of a chain: who stands between the page and whoever knows, and how each is known."""

import re
from dataclasses import replace

from onrecord.records import Attribution, Basis, EntityKind, Form, Hop, How, Span
from onrecord.resolution.chains.context import ChainContext
from onrecord.resolution.chains.named_occasions import find_occasion
from onrecord.resolution.chains.polled import find_poll
from onrecord.resolution.chains.rooms import GROUNDS, Room
from onrecord.resolution.chains.scenes import Scene
from onrecord.resolution.chains.telling import Telling
from onrecord.resolution.lexicon import load_lexicon
from onrecord.resolution.newsroom_patterns import Reliance

_TITLE = re.compile(r"\b(?:Show|Tonight|Report|Hour|Podcast|Live|Factor|File)$")


def make_hops(context: ChainContext, telling: Telling) -> tuple[Hop, ...]:
    """The chain of an attribution, from the page outward."""
    attribution, above = telling.attribution, telling.above
    hops = list(above.chain) if above is not None else []
    poll = find_poll(context, attribution)
    if poll is not None and above is None:
        _add(context, hops, poll.entity_id, How.CITES, poll.span)
    passed = {hop.entity_id for hop in hops}
    # Who reports it stands before whom they had it from.
    for room in sorted(telling.rooms, key=lambda one: one.reliance is not Reliance.REPORTED):
        newsroom = _find_newsroom(context, room)
        if room.reliance is not Reliance.CITED and newsroom not in passed:
            _add(context, hops, newsroom, How.CITES, room.span)
    source = attribution.source
    if source is not None and attribution.entity_id is not None:
        evidence = Span(source[0].start, source[-1].end)
        _add(context, hops, attribution.entity_id, _judge_how(context, telling), evidence)
    if context.kind_of(attribution.entity_id) is EntityKind.OUTLET:
        for room in telling.rooms:
            if room.reliance is Reliance.CITED:
                _add(context, hops, room.entity_id, How.CITES, room.span)
    return tuple(hops)


def draw_from(context: ChainContext, one: Attribution, scene: Scene) -> Attribution:
    """An attribution with the newsrooms and the basis of an occasion that is named elsewhere."""
    telling = Telling(one, None, scene.rooms, find_occasion(context, one), scene)
    return replace(one, chain=make_hops(context, telling), basis=scene.basis)


def _add(
    context: ChainContext, hops: list[Hop], entity_id: str | None, how: How, evidence: Span
) -> None:
    """Add a hop, unless it is the page's own newsroom or the last one again."""
    if entity_id is None or entity_id not in context.entities:
        return
    if hops and hops[-1].entity_id == entity_id:
        return
    outlet = how is How.CITES or context.kind_of(entity_id) is EntityKind.OUTLET
    if outlet and context.is_own(evidence, entity_id):
        return
    hops.append(Hop(entity_id, how, evidence))


def _find_newsroom(context: ChainContext, room: Room) -> str | None:
    """The entity of a newsroom; where a journalist is named for it, his newsroom or none."""
    found = room.entity_id
    entity = context.entities.get(found or "")
    if entity is None or entity.kind is not EntityKind.PERSON:
        return found
    if _TITLE.search(context.text, room.span.start, room.span.end):
        return found  # a programme that has its host's name
    employer = context.employers.get(entity.id)
    if employer is not None:
        return employer.entity_id
    given, *surname = entity.name.split()
    return None if surname and load_lexicon().is_given_name(given) else found


def _judge_how(context: ChainContext, telling: Telling) -> How:
    """How the last hop is known."""
    attribution, above = telling.attribution, telling.above
    if above is not None and context.kind_of(above.entity_id) not in GROUNDS:
        return How.RELAYS
    if context.kind_of(attribution.entity_id) in GROUNDS:
        return How.CITES
    if any(room.reliance in (Reliance.TOLD, Reliance.INTERVIEWED) for room in telling.rooms):
        return How.INTERVIEWED
    if telling.occasion is Basis.INTERVIEW:
        return How.INTERVIEWED
    if telling.scene is not None and telling.scene.basis is Basis.INTERVIEW:
        return How.INTERVIEWED
    return How.REPORTS if attribution.form is Form.INDIRECT else How.QUOTES

"""In whose content an attribution stands."""

from onrecord.records import EntityKind, Spans
from onrecord.resolution.chains.context import ChainContext


def find_parent(context: ChainContext, number: int) -> int | None:
    """Whose content this one stands in; a newsroom's named after it counts too."""
    parent_id = context.attributions[number].parent_id
    parent = context.numbers.get(parent_id or "")
    return parent if parent is not None else _find_reporting(context, number)


def _find_reporting(context: ChainContext, number: int) -> int | None:
    """The newsroom whose report the sentence is: "Vesk has resigned, Brenn Wire reported"."""
    attribution = context.attributions[number]
    for other in context.cues[context.sentence_of(attribution)]:
        one = context.attributions[other]
        if other == number or context.kind_of(one.entity_id) is not EntityKind.OUTLET:
            continue
        inside = _overlap(one.cue, attribution.content)
        if inside or not _overlap(one.content, attribution.content):
            continue
        if _measure(one.content) >= _measure(attribution.content):
            return other
    return None


def _overlap(pieces: Spans, others: Spans) -> bool:
    return any(one.overlaps(other) for one in pieces for other in others)


def _measure(pieces: Spans) -> int:
    return sum(piece.end - piece.start for piece in pieces)

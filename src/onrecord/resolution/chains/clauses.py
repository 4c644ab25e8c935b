"""The words that stand beside a cue, without what is said."""

import re
from collections.abc import Sequence

from onrecord.records import Attribution, Span
from onrecord.resolution.chains.context import ChainContext

QUOTED = re.compile(r"[\"“][^\"”\n]*[\"”]")
_RELATIVE = re.compile(r",? (?:who|which|whose)\b[^,.;]*")


def read_sentence(context: ChainContext, attribution: Attribution) -> str:
    """The sentence of the cue without what is attributed or quoted in it."""
    span = context.sentence_around(attribution.cue[0].start)
    return leave_out(context, attribution, span, list_said(context, attribution))


def read_clause(context: ChainContext, attribution: Attribution) -> str:
    """The words of the cue's own clause, without what is said and without relative clauses."""
    said = list_said(context, attribution)
    clauses = list_clauses(context, context.sentence_of(attribution))
    own = next((one for one in clauses if one.start == start_of(attribution)), None)
    sentence = context.sentence_around(attribution.cue[0].start)
    if own is None:
        return leave_out(context, attribution, sentence, said)
    first = own.start == clauses[0].start and sentence.start < own.end
    within = Span(sentence.start, own.end) if first else own
    return _RELATIVE.sub(" ", leave_out(context, attribution, within, said))


def list_clauses(context: ChainContext, sentence: int) -> list[Span]:
    """From each outermost attribution of a sentence to the next."""
    cued = (context.attributions[number] for number in context.cues.get(sentence, ()))
    starts = sorted({start_of(one) for one in cued if one.parent_id is None})
    ends = [*starts[1:], context.layout.sentence_span(sentence).end][: len(starts)]
    return [Span(one, end) for one, end in zip(starts, ends, strict=True) if one < end]


def is_of_another(context: ChainContext, clause: Span, attribution: Attribution) -> bool:
    """Whether all who speak in a clause are known, and none is who speaks in the attribution."""
    sentence = context.layout.sentence_at(clause.start)
    cued = (context.attributions[number] for number in context.cues.get(sentence, ()))
    return all(
        one.entity_id not in (None, attribution.entity_id)
        for one in cued
        if start_of(one) == clause.start
    )


def list_said(context: ChainContext, attribution: Attribution) -> list[Span]:
    """What is said in the cue's sentence, by whomever."""
    said = [*attribution.content]
    for number in context.cues.get(context.sentence_of(attribution), ()):
        if context.attributions[number].parent_id is None:
            said.extend(context.attributions[number].content)
    return said


def leave_out(
    context: ChainContext, attribution: Attribution, span: Span, said: Sequence[Span]
) -> str:
    """The words of a passage without what is said or quoted in it, then those of the cue."""
    start, kept = span.start, []
    for piece in (*sorted(said), Span(span.end, span.end + 1)):
        if piece.end <= start or piece.start > span.end:
            continue
        kept.append(context.text[start : max(start, piece.start)])
        start = max(start, piece.end)
    inside = [piece for piece in attribution.cue if span.start <= piece.start < span.end]
    kept.extend(context.text[piece.start : piece.end] for piece in inside)
    return " ".join(QUOTED.sub(" ", " ".join(kept)).split())


def start_of(attribution: Attribution) -> int:
    """Where an attribution's clause begins: with its source or its cue."""
    starts = [attribution.cue[0].start]
    if attribution.source is not None:
        starts.append(attribution.source[0].start)
    return min(starts)

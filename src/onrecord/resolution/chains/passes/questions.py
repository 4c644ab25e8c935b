"""Questions that nobody is named for, on the way of their answers: "asked on air, he said"."""

from collections.abc import Mapping
from dataclasses import replace

from onrecord.records import Attribution
from onrecord.resolution.chains.context import ChainContext
from onrecord.resolution.chains.sayings import is_question


def trace_questions(
    context: ChainContext, traced: Mapping[int, Attribution]
) -> dict[int, Attribution]:
    """Give a question that nobody is named for the newsrooms and the basis of its answer."""
    changed = {}
    for number, asked in traced.items():
        if asked.entity_id is not None or asked.chain or not is_question(context, asked):
            continue
        answer = _find_answer(context, asked, traced)
        if answer is not None:
            changed[number] = replace(asked, chain=answer.chain[:-1], basis=answer.basis)
    return changed


def _find_answer(
    context: ChainContext, asked: Attribution, traced: Mapping[int, Attribution]
) -> Attribution | None:
    """The next attribution of the sentence with a speaker."""
    beside = (traced[number] for number in context.cues[context.sentence_of(asked)])
    later = [
        one
        for one in beside
        if one.cue[0].start > asked.cue[0].start
        and one.parent_id == asked.parent_id
        and one.entity_id is not None
    ]
    return min(later, key=lambda one: one.cue[0].start, default=None)

"""What is said at the debate that a story tells of, where no sentence says on what occasion."""

import re
from collections.abc import Mapping
from dataclasses import replace

from onrecord.records import Attribution, Basis, EntityKind, Span
from onrecord.resolution.chains.context import ChainContext
from onrecord.resolution.chains.passes.debates import Debate, find_debate
from onrecord.resolution.chains.sayings import is_said_plainly

_DEBATERS = re.compile(
    r"(?:they|both|(?:the|both|two|all|other|his|her|their|several|rival|\w+ican|\w+tic) ?"
    r"(?:[\w-]+ )*(?:candidates?|rivals?|contenders?|hopefuls?|moderators?|opponents?|two|field))",
    re.IGNORECASE,
)
_JOB = (
    r"(?:spokes\w+|strategist|manager|adviser|advisor|director|aide|professor|analyst|pollster|"
    r"consultant|chairman|chairwoman|surrogate)"
)
_JOB_BEFORE = re.compile(rf"\b{_JOB},? $")
_JOB_AFTER = re.compile(rf", [^,.;]{{0,50}}?\b{_JOB}\b")
_REACH = 20
"""Characters before a name in which its job stands."""


def trace_debate(
    context: ChainContext, traced: Mapping[int, Attribution]
) -> dict[int, Attribution]:
    """Give what is said in a debate, on no occasion that is named, the debate."""
    debate = find_debate(context.layout)
    if debate is None:
        return {}
    there = _list_debaters(context, debate)
    return {
        number: replace(one, basis=Basis.SPEECH)
        for number, one in traced.items()
        if context.paragraph_of(one) in debate.paragraphs and _is_said_there(context, one, there)
    }


def _list_debaters(context: ChainContext, debate: Debate) -> frozenset[str]:
    """Who is named where the debate is, but for those who work for somebody."""
    named = context.people.named
    employed = {one.person for one in named if _has_job(context.text, one.span)}
    there = {
        one.person for one in named if context.layout.paragraph_at(one.span.start) in debate.named
    }
    return frozenset(there - employed)


def _has_job(text: str, name: Span) -> bool:
    """Whether a job stands beside a name: "strategist Ida Bell"."""
    before = text[max(0, name.start - _REACH) : name.start]
    return _JOB_BEFORE.search(before) is not None or _JOB_AFTER.match(text, name.end) is not None


def _is_said_there(context: ChainContext, one: Attribution, there: frozenset[str]) -> bool:
    if one.parent_id is not None or not is_said_plainly(context, one):
        return False
    if context.kind_of(one.entity_id) is EntityKind.PERSON and one.entity_id in there:
        return True
    return _DEBATERS.fullmatch(context.source_words(one)) is not None

"""The occasion that the words beside a cue name: "said at a rally", "told the Post by e-mail"."""

import re

from onrecord.records import Attribution, Basis, Form, Span
from onrecord.resolution.chains.basis_wordings import read_occasion
from onrecord.resolution.chains.clauses import (
    QUOTED,
    is_of_another,
    leave_out,
    list_clauses,
    list_said,
    read_clause,
    start_of,
)
from onrecord.resolution.chains.context import ChainContext
from onrecord.resolution.chains.sayings import NO_SAYING, is_aside

_SAT_FOR = re.compile(
    r"(?:\w+ ){0,2}?(?:agreed to|granted|gave|sat(?: down)? for|consented to|accepted) "
    r"(?:an?|the|several|two|three) (?:[\w-]+ ){0,4}?interviews?\b(?! request)"
)
_INSIDE = re.compile(
    r"\bduring ((?:an?|the|his|her) (?:[\w-]+ ){0,3}?(?:interview|speech|rally|debate|appearance|"
    r"news conference|press conference|town hall))\b"
)
_ENDS_WITH = re.compile(
    r"(?:^|[”,\s])\s*(during (?!the event\b)(?:an?|the|his|her|their) [^”.]*)[.]?$|"
    r"”\s*((?:in an? (?:[\w-]+ )?"
    r"(?:interview|statement|speech|tweet)\b|at an? (?:[\w-]+ ){0,2}(?:rally|news conference|"
    r"press conference|town hall|event)\b)[^”.]*)[.]?$"
)
_END = 160
"""Characters at the end of a content in which it can name its occasion."""


def find_occasion(context: ChainContext, attribution: Attribution) -> Basis | None:
    """The occasion that the words beside the cue name; those of other speakers do not count.

    "Bell said at a rally that it rained, and Marsh tweeted that it snowed" has two.
    """
    if _SAT_FOR.match(context.text, attribution.cue[0].start):
        return Basis.INTERVIEW
    said = list_said(context, attribution)
    if is_aside(context, attribution):
        clause = _cut_aside(context, attribution)
        return read_occasion(leave_out(context, attribution, clause, said))
    sentence = context.sentence_of(attribution)
    clauses = list_clauses(context, sentence)
    own = next((one for one in clauses if one.start == start_of(attribution)), None)
    if attribution.act in NO_SAYING and attribution.form is Form.INDIRECT and own is not None:
        return read_occasion(read_clause(context, attribution))
    if own is not None and len(clauses) > 1:
        near = read_occasion(leave_out(context, attribution, own, said))
        if near is not None:
            return near
        others = [one for one in clauses if one != own]
        said += [one for one in others if is_of_another(context, one, attribution)]
    around = leave_out(context, attribution, context.layout.sentence_span(sentence), said)
    return read_occasion(around) or _read_end(context, attribution)


def _cut_aside(context: ChainContext, attribution: Attribution) -> Span:
    """A relative clause: up to the next comma."""
    cue = attribution.cue
    end = context.text.find(",", cue[-1].end)
    last = context.sentence_around(cue[0].start).end
    if end > 0:
        last = min(end, last)
    return Span(cue[0].start, max(last, cue[-1].end))


def _read_end(context: ChainContext, attribution: Attribution) -> Basis | None:
    """The occasion that ends a content: "that it “rained” during a speech on Friday"."""
    text, last = context.text, attribution.content[-1]
    if last.start < attribution.cue[0].start:
        return None
    rest = context.sentence_around(last.end)
    if text[last.end : last.end + 1] == " " and text[rest.start].islower():
        found = read_occasion(QUOTED.sub(" ", text[last.end : rest.end]))
        if found is not None:
            return found
    if attribution.form is Form.DIRECT:
        return None
    words = QUOTED.sub("”", text[max(last.start, last.end - _END) : last.end])
    inside = _INSIDE.search(words)
    if inside is not None and attribution.form is Form.MIXED:
        return read_occasion(inside[0])
    end = _ENDS_WITH.search(words)
    return read_occasion(end[1] or end[2]) if end is not None else None

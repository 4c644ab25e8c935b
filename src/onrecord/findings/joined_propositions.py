"""Propositions that "and" joins, one by one."""

import re

from onrecord.findings.actions import load_actions
from onrecord.findings.proposition_words import DETERMINERS, begins_with_verb, names_thing
from onrecord.records import Span
from onrecord.resolution.layout import Layout

_JOINT = re.compile(r",?\s(?:and|or)\s(?:to\s)?(?=(?P<next>[a-z][\w-]*)\s)")
_ENDS_SOMETHING = re.compile(r"an\s(?:immediate\s)?end\sto\s|a\s(?:halt|stop)\sto\s")
_PARTICLES = frozenset("off out up down back away over".split())


def split_propositions(layout: Layout, span: Span) -> list[Span]:
    """What is joined by "and", one by one: "lift the ban and open the land", "a tax and a ban".

    Only where both sides name by themselves what could be done; otherwise the whole.
    """
    actions = load_actions()
    words = layout.words_in(span)
    opening = words[1:] if words and words[0].lower == "to" else words
    if len(opening) < 2:
        return [span]
    acts = actions.names_action(opening[0].text, opening[1:]) or (
        opening[0].text.islower() and (opening[1].lower in _PARTICLES or begins_with_verb(opening))
    )
    pieces, start = [], span.start
    for joint in _JOINT.finditer(layout.text, span.start, span.end):
        rest = Span(joint.end(), span.end)
        following = layout.words_in(rest)
        if acts:
            form = opening[0].lower.endswith("ing") == joint["next"].endswith("ing")
            splits = form and (
                actions.names_action(joint["next"], following[1:]) or begins_with_verb(following)
            )
        else:
            splits = joint["next"] in DETERMINERS and names_thing(layout, following)
            before = layout.words_in(Span(start, joint.start()))
            splits = splits and names_thing(layout, before)
            splits = splits or (_ENDS_SOMETHING.match(layout.text, joint.end()) is not None)
        if splits:
            pieces.append(Span(start, joint.start()))
            start = joint.end()
    return [*pieces, Span(start, span.end)]

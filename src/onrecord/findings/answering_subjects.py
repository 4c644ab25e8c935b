"""Who does what a verb of the text says: the subject of its clause."""

import re

from onrecord.records import Span
from onrecord.resolution.layout import Layout

_CLAUSE_START = re.compile(
    r"(?:^|[;:\u2014]\s|[,”\"]\s(?:and|but|while|although|though|as|when|because)\s|"
    r"\s(?:but|while|although|whereas|that|something|which)\s|[”\"]\s|(?:\s-{1,2}\s|\s?[\u2013\u2014]\s)(?:something\s)?)",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:(?:But|And|Yet|Still|However|Meanwhile|Asked[^,]*|In\sa\sstatement|On\s\w+day|Later|So|When\s"
    r"[^,]*|In\s[^,]{3,40}|After\s[^,]*|Through\sa\s\w+),?\s)+"
)
# "Ames, who", "Ames continued to": what stands between a subject and its verb.
_VERB_BEFORE = re.compile(
    r"\s(?:who|which|that|(?:(?:has|have|had)\s)?(?:\w+ly\s|also\s)?(?:continu(?:ed|es?)|proceed(?:ed|s)|rush(?:ed|es)|"
    r"mov(?:ed|es)|hastened|hurried|used|went\son|goes\son|(?:was|were|is)\squick)\sto)\s*$"
)
LONGEST_SUBJECT = 160
# A line that begins with its verb ("Says statement denying contact …") hides who speaks.
_VERBS = frozenset("says said asks asked calls called tells told adds denies confirms".split())
_NO_ONE = ("No one", "no one")
_NO_SUBJECT = frozenset("with without nobody none".split())
_DAY = re.compile(
    r"(?:(?:on|late|early|last|by|since)\s){0,2}(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s\w+)?",
    re.IGNORECASE,
)
# "The council, which owns the port, had": a relative clause between commas belongs to the subject.
_SET_OFF = re.compile(r"(?<=\w),\s(?:which|who|whose)\s[^,;:\n“”\"]{2,120},\s$")
_RELATIVE = re.compile(r",\s(?:which|who)\s$")


def subject_before(layout: Layout, position: int) -> Span | None:
    """The subject of the clause whose verb begins at a position."""
    sentence = layout.sentence_span(layout.sentence_at(max(0, position - 1)))
    if position <= sentence.start:
        return None
    set_off = _SET_OFF.search(layout.text, sentence.start, position)
    if set_off is not None:
        return subject_before(layout, set_off.start() + 1)
    start = sentence.start
    for boundary in _CLAUSE_START.finditer(layout.text, sentence.start, position):
        if boundary.end() < position - 2:
            start = boundary.end()
    opening = _OPENING.match(layout.text, start, position)
    if opening is not None and opening.end() < position - 2:
        start = opening.end()
    words = layout.words_in(Span(start, position))
    if words and words[-1].end - words[0].start > LONGEST_SUBJECT:
        # "Asked whether …, who …, Ames demurred": the words after the last comma.
        comma = layout.text.rfind(", ", start, position)
        words = layout.words_in(Span(comma + 2, position)) if comma + 2 < position else []
    if not words or words[-1].end - words[0].start > LONGEST_SUBJECT:
        return None
    if words[0].lower in _VERBS | _NO_SUBJECT or layout.text.startswith(_NO_ONE, words[0].start):
        return None
    span = Span(words[0].start, words[-1].end)
    if _DAY.fullmatch(layout.text, span.start, span.end):
        # "Hallen, which on Tuesday had declined": a day does nothing.
        relative_clause = _RELATIVE.search(layout.text, sentence.start, span.start)
        return None if relative_clause is None else subject_before(layout, relative_clause.start())
    relative = _VERB_BEFORE.search(layout.text[span.start : span.end])
    if relative is not None:
        span = Span(span.start, span.start + relative.start())
    return span

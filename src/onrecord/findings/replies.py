"""Answers that are known by how they are given: in reply, on being asked, or once again.

"Dahl shot back: “I was not there”"; "asked whether he would, Dahl said: “We’ll see”"; "Dahl
continued to say that he had never been there". The words said would be none without that.
"""

import re
from collections.abc import Iterator

from onrecord.findings.wordings import Wording
from onrecord.records import Act, Attribution, ResponseKind, Span
from onrecord.resolution.layout import Layout

_GIVING = frozenset({Act.SAYS, Act.CLAIMS, Act.DENIES, Act.CONFIRMS, Act.BELIEVES})


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_REPLIES = _compile(
    r"\b(?:repl(?:y|ied|ies)|respond(?:ed|s)|retort(?:ed|s)?|rejoin(?:ed|s)|counter(?:ed|s)|"
    r"(?:shot|fired|hit|struck|snapped|pushed|punched|bit)\sback|interjected|protested|objected)\b|"
    r"\bin\s(?:response|reply|a\s(?:\w+\s)?(?:retort|rebuttal|reply))\b"
)
_HOLDS_ON = _compile(
    r"\b(?:continu(?:ed|es|ing)\sto\s(?:say|insist|assert|maintain|claim|suggest|argue|contend)|"
    r"(?:still|again|repeatedly|consistently|always|steadfastly)\s(?:says|said|insist(?:s|ed)|"
    r"maintain(?:s|ed)|assert(?:s|ed))|(?:has|have)\s(?:\w+ly\s|long\s|always\s)?(?:insisted|"
    r"maintained))\b"
)
_TITLED = _compile(r"\b(?:en)?titled\b|\bheadlined\b")
_ASKED = _compile(
    r"\b(?:asked|pressed|questioned|quizzed|prodded|challenged)\b(?!\s(?:for\b|to\b|that\b))|"
    r"\bin\s(?:response|reply|answer)\sto\b|\ba(?:\s\w+)?\squestion\b"
)
# A clear no in the first words: what is said is the reverse of what was put to the speaker.
_CONTRADICTS = _compile(
    r"\b(?:false|untrue|lies?|lying|liar|misleading|disingenuous|ridiculous|absurd|nonsense|"
    r"baseless|dishonest|wrong|inaccurate|incorrect)\b"
)
_NEGATES = _compile(
    r"^[\s“”\"‘’']*(?:that\s)?(?:(?:no|well|look|first|so|but|actually),?\s)?[^.;:!?]{0,60}?"
    r"(?:\b(?:never|no\sone|nobody|nothing|none|did\snot|was\snot|were\snot|is\snot|are\snot|"
    r"has\snot|have\snot|had\snot|does\snot|do\snot)\b|"
    r"\b(?:did|was|were|is|are|has|have|had|does)n[’']t\b)"
)
_NO_DENIAL = _compile(
    r"\b(?:not\sonly|don[’']t\s(?:know|think|want|care)|do\snot\s(?:know|want))\b"
)
_COMMAND = _compile(
    r"[\s“”\"‘’']*(?:please,?\s)?(?:do\snot|don[’']t)\s(?!you\b|we\b|i\b|they\b)\w+"
)
_OPEN = _compile(
    r"^[\s“”\"‘’']*(?:well,?\s|look,?\s|no,?\s|yes,?\s)?(?:we[’']ll\s(?:have\sto\s)?(?:see|find\sout)|"
    r"we\s(?:will|shall)\ssee|who\sknows|time\swill\stell|i\shope\s(?:not|so)\b|"
    r"i\s(?:really\s|just\s|honestly\s)?(?:don[’']t|do\snot)\sknow(?=[.,!”\"’']|\s(?:what|whether|"
    r"if|who|how|that)\b)|i\shave\sno\sidea|i[’']m\snot\s(?:sure|certain|aware)|"
    r"i\sam\snot\s(?:sure|certain|aware)|(?:it[’']s|it\sis)\stoo\s(?:early|soon)\sto|"
    r"i\s(?:can[’']t|cannot)\s(?:say|recall|remember)\b|i\s(?:don[’']t|do\snot)\s(?:recall|remember)"
    r"\b|it[’']s\spossible\b|maybe(?=[.,!”\"]))"
)
_BACK = 240


def find_replies(layout: Layout, attribution: Attribution) -> Iterator[Wording]:
    """What a content says in reply, at most one answer."""
    if attribution.act not in _GIVING or attribution.negated or attribution.hedged:
        return
    text, first = layout.text, attribution.content[0]
    sentence = layout.sentence_span(layout.sentence_at(first.start))
    end = min(first.end, max(sentence.end, first.start + 1))
    if _OPEN.match(text[first.start : end]) is not None and _is_asked(layout, attribution):
        kind = ResponseKind.NEITHER_CONFIRMS_NOR_DENIES
        yield Wording(kind, Span(first.start, end), names_claim=True)
        return
    cue = " ".join(text[span.start : span.end] for span in attribution.cue)
    replies = _REPLIES.search(cue) is not None or _replies_around(layout, attribution)
    holds_on = _HOLDS_ON.search(cue)
    if (not replies and holds_on is None) or _TITLED.search(cue):
        return
    if _NO_DENIAL.search(text, first.start, end) or _COMMAND.match(text, first.start, end):
        return
    contradicts = replies and _CONTRADICTS.search(text, first.start, end) is not None
    if contradicts or _NEGATES.match(text[first.start : end]) is not None:
        again = holds_on is not None and holds_on.group().lower().startswith("continu")
        span = Span(first.start, end)
        yield Wording(ResponseKind.DENIES, span, contests=True, names_claim=again)


def _is_asked(layout: Layout, attribution: Attribution) -> bool:
    """Whether a question stands before the saying, in its sentence or right before it."""
    text, cue = layout.text, attribution.cue[0]
    start = min(cue.start, attribution.content[0].start)
    number = layout.sentence_at(start)
    own = layout.sentence_span(number)
    before = layout.sentence_span(max(0, number - 1))
    if _REPLIES.search(text, own.start, own.end) or _ASKED.search(text, own.start, own.end):
        return True
    asked = _ASKED.search(text, before.start, before.end) is not None
    return asked or text[before.start : before.end].rstrip(" \n”\"’'").endswith("?")


def _replies_around(layout: Layout, attribution: Attribution) -> bool:
    """Whether the words around the cue say that it replies: "in a statement in response"."""
    cue, text = attribution.cue, layout.text
    sentence = layout.sentence_span(layout.sentence_at(cue[0].start))
    content = attribution.content[0]
    start, end = max(sentence.start, cue[0].start - _BACK), cue[-1].end
    if content.start > end:
        end = content.start
    elif content.end < cue[0].start:
        start, end = content.end, sentence.end
    return _REPLIES.search(text, start, max(start, end)) is not None

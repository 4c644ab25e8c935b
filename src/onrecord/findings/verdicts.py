"""Stands that are a verdict on what could be done: "the plan is simply not working", said Varga."""

import re
from collections.abc import Iterator

from onrecord.findings.named_propositions import points_back
from onrecord.findings.propositions import read_matter, read_proposition
from onrecord.records import Act, Attribution, Span, Stance
from onrecord.resolution.layout import Layout
from onrecord.resolution.lexicon import load_lexicon

_GIVING = frozenset({Act.SAYS, Act.CLAIMS, Act.BELIEVES, Act.WARNS})
_BAD = (
    r"(?:(?:an?|the)\s)?(?:\w+(?:,\s\w+)?\s){0,2}?(?:bad\s(?:idea|deal|policy|law|bill|move)|disasters?|"
    r"disastrous|mistake|absurd|unacceptable|misguided|wrong|terrible|horrible|awful|ridiculous|"
    r"unconstitutional|un-American|inhumane|discriminat\w+|dangerous|reckless|irresponsible|"
    r"inappropriate|unworkable|non-?starter|recipe\sfor|betrayal|giveaway|waste\sof|power\sgrab|"
    r"step\sbackwards?|unfair|immoral|illegal|foolish|stupid|outrageous|job-?killer|too\s(?:costly|"
    r"expensive|risky|radical)|anathema|political\s(?:ploy|stunt)|fiasco|catastroph\w+|travesty|"
    r"not\s(?:\w+\s)?(?:working|acceptable|the\s(?:answer|solution|way|right)|a\s(?:good|solution)|"
    r"enough|fair|legitimate|going\sto\swork)|(?:does|do|did|will|would)(?:\snot|n[’']t)\swork)\b"
)
_GOOD = (
    r"(?:(?:an?|the)\s)?(?:\w+\s){0,2}?(?:(?:good|great|excellent|smart|wise|terrific|strong)\s(?:idea|"
    r"deal|step|plan|policy|move|bill|law|thing)|step\s(?:forward|in\sthe\sright\sdirection)|"
    r"the\sright\s(?:thing|move|decision|policy|approach|step)|long\soverdue|(?:much,?\s)+better|"
    r"common\ssense|necessary|essential|win\sfor|game\schanger)\b"
)
_VERDICT = re.compile(
    r"[\s“”\"‘’']*(?:that\s|but\s|and\s|i\s(?:think|believe)\s(?:that\s)?|we\s(?:think|believe)\s"
    r"(?:that\s)?)?(?P<prop>[^.;:!?\n“”\"]{2,120}?)[\s,”\"“’']*\b(?:is|are|was|were|[’']s|would\sbe|"
    r"will\sbe|would\samount\sto|amounts?\sto)\s[“\"‘']*(?:\w+ly\s|just\s|still\s|also\s)*"
    rf"(?:(?P<bad>{_BAD})|(?P<good>{_GOOD}))",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b(?:call(?:ed|s|ing)|describ(?:ed|es)|brand(?:ed|s)|label(?:l?ed|s)|denounc(?:ed|es)|decr(?:ied|"
    r"ies)|criticiz(?:ed|es)|hail(?:ed|s)|prais(?:ed|es))\s(?P<prop>(?:the|a|an|his|her|their|its|that|"
    r"this|[A-Z][\w.’'-]*)\s[^.;:!?\n“”\"]{3,90}?)\s(?:as\s)?[“\"‘']*"
    rf"(?:(?P<bad>{_BAD})|(?P<good>{_GOOD}))"
)
_IDEA = re.compile(
    r"[“\"\s]*(?:the|this|that)\s(?:very\s)?(?:idea|notion|prospect)\sof\s", re.IGNORECASE
)


def find_verdicts(layout: Layout, attribution: Attribution) -> Iterator[tuple[Span, Stance, Span]]:
    """What a speaker finds good or bad to do, with the stance and the words that show it."""
    if attribution.act not in _GIVING or attribution.negated or attribution.hedged:
        return
    text = layout.text
    for piece in attribution.content:
        first = layout.sentence_at(piece.start)
        last = min(layout.sentence_at(max(piece.start, piece.end - 1)), first + _MOST_SENTENCES)
        for number in range(first, last + 1):
            sentence = layout.sentence_span(number)
            begin, end = max(piece.start, sentence.start), min(piece.end, sentence.end)
            match = _VERDICT.match(text, begin, end) if begin < end else None
            found = None if match is None else _read(layout, match)
            if found is not None:
                yield found
                return
    start, end = attribution.cue[0].start, attribution.content[-1].end
    match = _CALLED.match(text, start, max(start, end))
    found = None if match is None else _read(layout, match)
    if found is not None:
        yield found


def _read(layout: Layout, match: re.Match[str]) -> tuple[Span, Stance, Span] | None:
    start = match.start("prop")
    idea = _IDEA.match(layout.text, start, match.end("prop"))
    span = Span(start if idea is None else idea.end(), match.end("prop"))
    comma = layout.text.rfind(", ", span.start, span.end)
    proposition = _name_matter(layout, span) if span.end > span.start else None
    if proposition is None and comma >= 0:
        proposition = _name_matter(layout, Span(comma + 2, span.end))
    if proposition is None:
        return None
    stance = Stance.OPPOSES if match["bad"] else Stance.SUPPORTS
    return proposition, stance, Span(start, match.end())


def _name_matter(layout: Layout, span: Span) -> Span | None:
    """What is found good or bad: a plan, a deed of any kind ("fishing at night"), or "it"."""
    proposition = read_proposition(layout, span)
    if proposition is not None:
        return proposition
    judged = read_matter(layout, span, load_lexicon())
    if judged is not None and _JUDGED.match(layout.text, judged.start, judged.end):
        return judged
    words = layout.words_in(span)
    if points_back(layout, Span(span.start, words[-1].end) if words else span):
        return Span(span.start, words[-1].end)
    deed = len(words) > 1 and words[0].lower.endswith("ing") and len(words[0].text) > _SHORTEST
    return Span(words[0].start, words[-1].end) if deed else None


# What people hand down or hand in is judged too, though nobody agrees on it by name.
_JUDGED = re.compile(
    r"(?:the|this|that|these|those|such|any|a|an|his|her|their|its|[A-Z][\w.’'-]+)\s(?:[\w’',-]+\s){0,4}?"
    r"(?:approach|strategy|moves?|decision|ideas?|order|citation|request|demand|offer|attempt|efforts?|rule|"
    r"system|notion|course|step|injunction|rationales?|schemes?|subpoenas?|ruling|vision|agenda)\b",
    re.IGNORECASE,
)
_SHORTEST = 5
_MOST_SENTENCES = 4

"""Stands that are a verdict on what could be done: "the plan is simply not working", said Varga."""

import re
from collections.abc import Iterator

from onrecord.findings.named_propositions import names_before, points_back
from onrecord.findings.propositions import read_matter, read_proposition, trim_proposition
from onrecord.findings.stance_cues import cue_words
from onrecord.records import Act, Attribution, Span, Stance
from onrecord.resolution.layout import Layout

_GIVING = frozenset({Act.SAYS, Act.CLAIMS, Act.BELIEVES, Act.WARNS})
_BAD = (
    r"(?:(?:an?|the)\s)?(?:\w+(?:,\s\w+)?\s){0,2}?(?:bad\s(?:idea|deal|policy|law|bill|move)|disasters?|"
    r"disastrous|mistake|absurd|unacceptable|misguided|wrong|terrible|horrible|awful|ridiculous|"
    r"unconstitutional|un-American|inhumane|discriminat\w+|dangerous|reckless|irresponsible|"
    r"inappropriate|unworkable|non-?starter|recipe\sfor|betrayal|giveaway|waste\sof|power\sgrab|"
    r"step\sbackwards?|unfair|immoral|illegal|foolish|stupid|outrageous|job-?killer|too\s(?:costly|"
    r"expensive|risky|radical)|anathema|political\s(?:ploy|stunt)|dead\son\sarrival|nothing\s(?:but|more\sthan)|worse\sthan|fiasco|catastroph\w+|travesty|"
    r"not\s(?:\w+\s)?(?:working|acceptable|the\s(?:answer|solution|way|right)|a\s(?:good|solution)|"
    r"enough|fair|legitimate|going\sto\swork)|(?:does|do|did|will|would)(?:\snot|n[’']t)\swork)\b"
)
_GOOD = (
    r"(?:(?:an?|the)\s)?(?:\w+\s){0,2}?(?:(?:good|great|excellent|smart|wise|terrific|strong)\s(?:idea|"
    r"deal|step|plan|policy|move|bill|law|thing)|step\s(?:forward|in\sthe\sright\sdirection)|"
    r"the\sright\s(?:thing|move|decision|policy|approach|step)|long\soverdue|(?:much,?\s)+better|"
    r"common\ssense|necessary|wise|sensible|vital|crucial|welcome|worth(?:while)?|essential|win\sfor|game\schanger)\b"
)
_VERDICT = re.compile(
    r"[\s“”\"‘’']*(?:that\s|but\s|and\s|(?P<doubt>(?:i|we)\s(?:do|did)(?:\snot|n[’']t)\s(?:think|believe)\s(?:that\s)?)|i\s(?:think|believe)\s(?:that\s)?|we\s(?:think|believe)\s"
    r"(?:that\s)?)?(?P<prop>(?:(?!\sthat\s)[^.;:!?\n“”\"\u2014]){2,120}?)[\s,”\"“’']*\b(?:is|are|was|were|[’']s|would\sbe|"
    r"will\sbe|would\samount\sto|amounts?\sto)\s[“\"‘']*(?:\w+ly\s|just\s|still\s|also\s)*"
    rf"(?:(?P<bad>{_BAD})|(?P<good>{_GOOD}))",
    re.IGNORECASE,
)
# Verbs that judge by themselves what a plan does.
_HARMS = (
    r"(?:hurts?|harms?|punish(?:es)?|undermines?|threatens?|violat(?:es?|ed)|jeopardi[sz]es?|weakens?|goes\stoo\sfar|"
    r"go\stoo\sfar|makes?\sno\ssense|rewards?|endangers?|(?:does|do|did|will|would)(?:\snot|n[’']t)\s(?:go\sfar\senough|"
    r"make\ssense|solve|help|work|address|protect)|cost\sjobs|discriminates?|puts?\s[^.;,]{3,40}\sat\srisk)"
)
_HELPS = (
    r"(?:creates?\s(?:\w+\s){0,2}jobs|helps?|protects?|strengthens?|improves?|makes?\s(?:us|\w+\ssafer|sense)|"
    r"keeps?\sus\ssafe|saves?|benefits?|deserves?\s(?:a\svote|support)|honou?rs?)"
)
_DOES = re.compile(
    rf"[\s“”\"‘’']*(?:that\s|but\s|and\s)?(?P<prop>(?:(?!\s(?:if|because|when|that|who|which)\s)[^.;:!?\n“”\",]){{4,90}}?)\s(?:(?:will|would|could|is\sgoing\sto|"
    rf"only|simply|just)\s)*(?:(?P<bad>{_HARMS})|(?P<good>{_HELPS}))\b",
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
    if attribution.act not in _GIVING or attribution.hedged or not _judges(layout, attribution):
        return
    if attribution.negated and attribution.act is not Act.BELIEVES:
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
            if found is None and begin < end:
                match = _DOES.match(text, begin, end)
                found = None if match is None else _read(layout, match)
            if found is not None:
                yield _deny(found) if attribution.negated else found
                return
    start, end = attribution.cue[0].start, attribution.content[-1].end
    match = None if attribution.negated else _CALLED.match(text, start, max(start, end))
    found = None if match is None else _read(layout, match)
    if found is not None:
        yield found


def _judges(layout: Layout, attribution: Attribution) -> bool:
    """Whether a cue is one of speech or thought, and not of what somebody is accused of."""
    cue = cue_words(layout, attribution)
    return _ACCUSES.search(cue) is None and _JUDGES.search(cue) is not None


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
    if layout.text[proposition.start : proposition.end].lower() == "it":
        proposition = _deed_after(layout, match.end()) or proposition
    if points_back(layout, proposition) and (
        _FAINT.search(match.group()) or not names_before(layout, proposition, _CLOSE)
    ):
        return None
    bad = match["bad"] or _NOT_GOOD.match(match["good"])
    against = bool(bad) != bool(match.re is _VERDICT and match["doubt"])
    stance = Stance.OPPOSES if against else Stance.SUPPORTS
    return proposition, stance, Span(start, match.end())


def _deed_after(layout: Layout, start: int) -> Span | None:
    """What "it" leads to: "it would be a mistake to leave the union"."""
    opening = re.compile(r"\s(?:for\s[^.;,]{3,40}?\s)?to\s").match(layout.text, start)
    if opening is None:
        return None
    sentence = layout.sentence_span(layout.sentence_at(start))
    return trim_proposition(layout, Span(opening.end(), sentence.end))


def _deny(found: tuple[Span, Stance, Span]) -> tuple[Span, Stance, Span]:
    proposition, stance, words = found
    return proposition, _TURNED[stance], words


_NOT_GOOD = re.compile(r"(?:\w+\s)?(?:not|never|hardly|no)\s", re.IGNORECASE)
_WHATEVER = frozenset("anything everything something nothing".split())
_CLOSE = 320
_JUDGES = re.compile(
    r"\b(?:sa(?:y|id|w)|t[eo]ld?l?|call|argu|claim|warn|th(?:ink|ought)|belie|feel|felt|wr[io]t|tweet|add|insist|"
    r"case|not(?:e|ing)|maintain|describ|respon|continu|repeat|predict|conten|suggest|assert|declar|stat|agree|"
    r"complain|critici|denounc|decr|hail|prais|brand|label|view|see|regard|consider|explain|fear|worr|concern|"
    r"oppos|object|counter|answer|repl|ask|tout|point|post|acknowledg|admit|conced)|:",
    re.IGNORECASE,
)
_ACCUSES = re.compile(r"\b(?:accus|alleg|charg)\w*|^to\s|\b(?:must|should)\b", re.IGNORECASE)
# "That would be necessary", "it is wise": said of anything, not only of plans.
_FAINT = re.compile(
    r"\b(?:necessary|wise|sensible|vital|crucial|welcome|essential|better|wrong|enough|"
    r"fair|terrible|horrible|awful|ridiculous|irresponsible|outrageous|stupid|unfair|dangerous)$"
)
_TURNED = {Stance.OPPOSES: Stance.SUPPORTS, Stance.SUPPORTS: Stance.OPPOSES}


def _name_matter(layout: Layout, span: Span) -> Span | None:
    """What is found good or bad: a plan, a deed of any kind ("fishing at night"), or "it"."""
    proposition = read_proposition(layout, span)
    if proposition is not None:
        return proposition
    judged = read_matter(layout, span)
    if judged is not None and _JUDGED.match(layout.text, judged.start, judged.end):
        return judged
    words = layout.words_in(span)
    if points_back(layout, Span(span.start, words[-1].end) if words else span):
        return Span(span.start, words[-1].end)
    whatever = bool(words) and words[0].lower in _WHATEVER
    deed = (
        len(words) > 1
        and not whatever
        and words[0].lower.endswith("ing")
        and len(words[0].text) > _SHORTEST
    )
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

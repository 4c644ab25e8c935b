"""Where a cue itself says that somebody stands: "is pressing for", "is skeptical of"."""

import re

from onrecord.records import Act, Attribution, Span, Stance
from onrecord.resolution.layout import Layout

_BY_ACT = {
    Act.SUPPORTS: Stance.SUPPORTS,
    Act.PROPOSES: Stance.SUPPORTS,
    Act.DEMANDS: Stance.SUPPORTS,
    Act.WANTS: Stance.SUPPORTS,
    Act.PROMISES: Stance.SUPPORTS,
    Act.OPPOSES: Stance.OPPOSES,
}
_FOR = re.compile(
    r"\b(?:(?:call(?:s|ed|ing)?|press(?:es|ed|ing)?|push(?:es|ed|ing)?|lobb(?:y|ies|ied|ying)|"
    r"fight(?:s|ing)?|fought|vot(?:e[sd]?|ing)|campaign(?:s|ed|ing)?|argu(?:es?|ed|ing))\s(?:\w+\s)?"
    r"(?:for|in\sfavou?r\sof)|in\s(?:favou?r|support)\sof|intent\son|insist(?:s|ed|ing)?\son|approv(?:es?|ed|"
    r"al)\sof|threat(?:s|ens?|ened|ening)?|willing(?:ness)?|attempts?|efforts?|demands?|"
    r"embrac(?:es?|ed|ing)|committed|(?:is|are|was|were|am)\s(?:\w+\s)?determined|determination|agreed?|accept(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:against|opposed|skeptical|sceptical|hat(?:es?|ed)|refus(?:es?|ed|al|ing)|reject\w*|"
    r"rul(?:es?|ed|ing)\sout)\b",
    re.IGNORECASE,
)
# Words of not believing or wanting: the negation that is read off them is theirs.
_DOUBTS = re.compile(
    r"\b(?:skeptical|sceptical|skepticism|scepticism|doubt\w*|distrust\w*|mistrust\w*|"
    r"(?:back|walk)\w*\s(?:away|off)|waver\w*|abandon\w*|retreat\w*)\b",
    re.IGNORECASE,
)
# "Called for an end to P", "passed a law barring P" are against P.
_ENDING = re.compile(
    r"\b(?:(?:end|halt|stop|limits?|curbs?)\s(?:to|on)|barring|banning|blocking|ending|stopping|prohibiting|"
    r"outlawing|opposing|preventing|killing|repealing|restricting|against|challeng(?:e|es|ed|ing))$",
    re.IGNORECASE,
)
# What is not done yet is not refused.
_UNDECIDED = re.compile(
    r"\b(?:(?:position|stand|stance|side)\s(?:on|about)|tak\w+\sa\s(?:position|stand|stance|side)|"
    r"rul(?:e|es|ed|ing)\sout|sign(?:ed)?\son|commit(?:ted|ting)?|decided?|made\sup|yet)\b",
    re.IGNORECASE,
)
_DECIDED_NOT = re.compile(r"\b(?:decided?|decision|chose|choice|voted?)\snot\b", re.IGNORECASE)
# On what condition a supporter stands, after what he supports.
_CONDITION = re.compile(
    r"\b(?:as\slong\sas|so\slong\sas|provided\s(?:that\s)?|on\s(?:the\s)?condition|but\sonly\sif|only\sif|if\sand\sonly\sif)\b"
)
_REACH = 240
_READ_BY_WORD = frozenset(
    {Act.SAYS, Act.BELIEVES, Act.ASKS, Act.WARNS, Act.SHOWS, Act.CLAIMS, Act.DENIES, Act.DECIDES}
)


def cue_words(layout: Layout, attribution: Attribution) -> str:
    """The words of a cue, in one line."""
    return " ".join(layout.text[span.start : span.end] for span in attribution.cue)


def stance_by_act(attribution: Attribution) -> Stance | None:
    """The stance that lies in what the source is said to have done, without its negation."""
    return _BY_ACT.get(attribution.act)


def stance_by_words(attribution: Attribution, cue: str) -> Stance | None:
    """The stance that lies in a cue's words where its act is none."""
    if attribution.act not in _READ_BY_WORD:
        return None
    if is_undecided(attribution, cue):
        return Stance.OPEN
    if _AGAINST.search(cue):
        return Stance.OPPOSES
    return Stance.SUPPORTS if _FOR.search(cue) else None


def denies_by_its_word(cue: str) -> bool:
    """Whether a cue's word is itself the negation that an attribution has: "is skeptical of"."""
    return _DOUBTS.search(cue) is not None


def ends_against(cue: str) -> bool:
    """Whether a cue closes with words that turn it against its content: "call for an end to"."""
    return _ENDING.search(cue) is not None


_OPEN = re.compile(r"\b(?:open|undecided|noncommittal)\s(?:to|on|about)\b", re.IGNORECASE)


def has_condition(layout: Layout, proposition: Span) -> bool:
    """Whether a sentence goes on with the condition of a stand: "as long as it rains"."""
    sentence = layout.sentence_span(layout.sentence_at(proposition.start))
    end = min(sentence.end, proposition.end + _REACH)
    return _CONDITION.search(layout.text, proposition.start, end) is not None


def is_undecided(attribution: Attribution, cue: str) -> bool:
    """Whether a stand is not taken yet: "has not signed on to", "is open to"."""
    if attribution.negated:
        return _UNDECIDED.search(cue) is not None and _DECIDED_NOT.search(cue) is None
    return _OPEN.search(cue) is not None

"""What somebody does with himself, which is no proposition: to run, to stay in the race."""

import re

from onrecord.findings.actions import load_actions
from onrecord.findings.content_words import stem_word
from onrecord.records import Span
from onrecord.resolution.layout import Layout, Word

_DOING = frozenset(
    map(
        stem_word,
        """stay run debate consider read debut pose attend appear campaign compete rally
        travel visit remain defeat beat win lose see hear watch vote elect unendorse
        disavow throw rally endorse apologize apologise show prove tell say answer understand
        know join remember believe realize realise think imagine forget""".split(),
    )
)
_CANDIDACY = re.compile(
    r"(?:(?:the|a|an|his|her|their|its|any|[A-Z][\w.’'-]+)\s)?(?:[\w’'-]+\s){0,3}?(?:campaign|candidacy|bid|ambitions?|"
    r"candidates?|presidency|presidential\s(?:run|ticket)|(?:re-?)?election|nomination\sfor)\b"
)
_BELIEF = re.compile(
    r"(?:the|any|a|this)\s(?:notion|claims?|suggestion|idea|belief|view|assertion|implication)\sthat\s"
)
# What somebody stood for, or how he spoke, is blamed or asked for, but not agreed on.
_SUPPORT = re.compile(
    r"(?:his|her|their|its|my|our|your|[A-Z][\w.’'-]+[’']s?)\s(?:\w+\s){0,2}?(?:support|opposition|criticisms?|"
    r"success|work|remarks|handling)\b"
)
_NAMING = re.compile(
    r"(?:[Tt]he|[Tt]his|that)\s(?:terms?|words?|labels?|phrases?)\s|the\sprospects?\sof\ssuccess\b"
)
# "Blasted Ames for her support": whoever is blamed is no proposition.
_BLAMED = re.compile(
    r"(?:(?!The\b|A\b|An\b)(?:[A-Z][\w.’'-]+\s){1,3}(?:for|over|as)|(?:him|her|them|me|us)\s(?:for|over|as|because))\s"
)
# What a campaign collects, and what it wants people to bear in mind.
_COLLECTED = re.compile(
    r"(?:to\s)?rais(?:e|ing)\s(?:[\w$.,-]+\s){0,4}?(?:money|funds|cash|dollars|million|billion)\b|"
    r"(?:the\s|his\s|her\s|their\s|more\s)?(?:support|backing|endorsements?|donations?|contributions?|votes?|"
    r"applause|attention)\sfrom\s|(?:to\s)?recall\s(?:that|how|when)\s"
)
# Ends that everybody shares; how they are reached is what can be agreed on.
_ENDS = frozenset(
    map(
        stem_word,
        """job good well better best high paying good-paying well-paying nationwide economy
        country nation america world future people safe strong great competitive prosperity
        growth success sure flourishing together thing concern fear doubt worry question
        american very more new this that here again all""".split(),
    )
)
_WISHING = frozenset(
    """keep keeping make making create creating improve improving strengthen grow growing ensure
    help build get move save fix protect bring do have ease allay address raise""".split()
)
_LEADING = frozenset("a an the our your their his her its my to of for in and i we is are".split())
_NEAR = 6
# What a campaign is after.
_MODALS = frozenset({"should", "must"})
_WON = frozenset(
    "vote votes voters delegate delegates superdelegates nomination primary turnout".split()
)
_WINNING = frozenset(
    map(
        stem_word,
        """secure get gain earn seek cut prevent stop hold lock pull pick draw turn court
        woo reach amass collect take keep bring give make build drive increase deny""".split(),
    )
)
_JOINING = frozenset(map(stem_word, "join vote consider".split()))


def is_conduct(layout: Layout, proposition: Span) -> bool:
    """Whether words name a step in a campaign or a life rather than something to be agreed."""
    words = [word for word in layout.words_in(proposition) if word.lower not in {"to", "not"}]
    if not words:
        return True
    for pattern in (_CANDIDACY, _BELIEF, _BLAMED, _SUPPORT, _NAMING, _COLLECTED):
        if pattern.match(layout.text, proposition.start, proposition.end + 1) is not None:
            return True
    ought = next((n for n, word in enumerate(words[:_NEAR]) if word.lower in _MODALS), None)
    if ought is not None and ought + 1 < len(words):
        words = words[ought + 1 :]
    if words[0].text.islower() and _is_shared_end(words):
        return True
    near = {word.lower for word in words[1:_NEAR]}
    stem = stem_word(words[0].text)
    if near & _WON and stem in _WINNING:
        return True
    if stem in _DOING and words[0].text.islower():
        return stem not in _JOINING or not near & load_actions().nouns
    return False


def _is_shared_end(words: list[Word]) -> bool:
    """Whether a verb has nothing but an end as its object: "keep the country safe"."""
    rest = [stem_word(word.text) for word in words[1:] if word.lower not in _LEADING]
    return bool(rest) and words[0].lower in _WISHING and all(stem in _ENDS for stem in rest)

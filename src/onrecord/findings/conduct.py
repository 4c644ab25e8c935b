"""What somebody does with himself, which is no proposition: to run, to stay in the race."""

import re

from onrecord.findings.actions import load_actions
from onrecord.findings.content_words import stem_word
from onrecord.records import Span
from onrecord.resolution.layout import Layout

_DOING = frozenset(
    map(
        stem_word,
        """stay run debate consider read debut pose attend appear campaign compete rally
        travel visit remain defeat beat win lose see hear watch vote elect unendorse
        disavow apologize apologise show prove tell say answer understand know join""".split(),
    )
)
_CANDIDACY = re.compile(
    r"(?:(?:the|a|an|his|her|their|its|any|[A-Z][\w.’'-]+)\s)?(?:[\w’'-]+\s){0,3}?(?:campaign|candidacy|bid|ambitions?|"
    r"candidates?|presidency|presidential\s(?:run|ticket)|nomination\sfor)\b"
)
_BELIEF = re.compile(
    r"(?:the|any|a|this)\s(?:notion|claims?|suggestion|idea|belief|view|assertion)\sthat\s"
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
_BLAMED = re.compile(r"(?!The\b|A\b|An\b)(?:[A-Z][\w.’'-]+\s){1,3}(?:for|over|as)\s")
_NEAR = 6
# What a campaign is after.
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
    for pattern in (_CANDIDACY, _BELIEF, _BLAMED, _SUPPORT, _NAMING):
        if pattern.match(layout.text, proposition.start, proposition.end + 1) is not None:
            return True
    near = {word.lower for word in words[1:_NEAR]}
    stem = stem_word(words[0].text)
    if near & _WON and stem in _WINNING:
        return True
    if stem in _DOING and words[0].text.islower():
        return stem not in _JOINING or not near & load_actions().nouns
    return False

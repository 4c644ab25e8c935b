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
# "Blasted Ames for her support": whoever is blamed is no proposition.
_BLAMED = re.compile(r"(?!The\b|A\b|An\b)(?:[A-Z][\w.’'-]+\s){1,3}(?:for|over|as)\s")
_NEAR = 6
_JOINING = frozenset(map(stem_word, "join vote consider".split()))


def is_conduct(layout: Layout, proposition: Span) -> bool:
    """Whether words name a step in a campaign or a life rather than something to be agreed."""
    words = [word for word in layout.words_in(proposition) if word.lower not in {"to", "not"}]
    if not words:
        return True
    for pattern in (_CANDIDACY, _BELIEF, _BLAMED):
        if pattern.match(layout.text, proposition.start, proposition.end + 1) is not None:
            return True
    near = {word.lower for word in words[1:_NEAR]}
    stem = stem_word(words[0].text)
    if stem in _DOING and words[0].text.islower():
        return stem not in _JOINING or not near & load_actions().nouns
    return False

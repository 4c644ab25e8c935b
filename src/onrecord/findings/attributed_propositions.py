"""What the stand of an attribution is on, one by one."""

import re

from onrecord.findings.asked_deeds import list_measures, read_asked, read_intention
from onrecord.findings.attributed_stances import ASKED_OF, OUGHT, SUGGESTS
from onrecord.findings.joined_propositions import split_propositions
from onrecord.findings.named_propositions import points_back
from onrecord.findings.proposition_words import head_of_phrase
from onrecord.findings.propositions import read_matter, read_proposition
from onrecord.findings.public_deeds import has_public_object, is_public_deed
from onrecord.findings.stance_cues import cue_words, stance_by_act, stance_by_words
from onrecord.records import Act, Attribution, Span
from onrecord.resolution.layout import Layout, split_words
from onrecord.resolution.lexicon import load_lexicon

_OWN_STANDS = frozenset({Act.SUPPORTS, Act.OPPOSES, Act.PROPOSES, Act.DEMANDS})
# Words for a stand on what could be done; to lament, love or condemn something is none.
_TAKES_STAND = re.compile(
    r"\b(?:support\w*|oppos\w+|back(?:s|ed|ing)?|endors\w+|favou?r\w*|champion\w*|promot\w+|against|"
    r"reject\w*|block\w*|resist\w*|call(?:s|ed|ing)?\s(?:\w+\s)?for|urg(?:e|es|ed|ing)|propos\w+|"
    r"advocat\w+|push(?:es|ed|ing)?|demand\w*|insist\w*|embrac\w+|blast\w*|hammer\w*|rip(?:s|ped)|decr(?:y|ies|ied)|"
    r"assail\w*|denounc\w+|object\w*|issue\swith|critic(?:s|al|i[sz]\w+)\b|protest\w*|slam\w*)\b",
    re.IGNORECASE,
)
_VOTES = re.compile(r"\b(?:vot(?:e[sd]?|ing)|motion|decision|decid(?:e[sd]?|ing))\b", re.IGNORECASE)
# Whatever is voted on is a proposition.
_VOTED = re.compile(r"\bvot(?:e[sd]?|ing)\b", re.IGNORECASE)
_PASSES = re.compile(r"\b(?:pass|approv|reject|veto|sign|adopt|ratif)\w*\b", re.IGNORECASE)


def list_propositions(layout: Layout, attribution: Attribution) -> list[Span]:
    """The propositions in an attribution's content; empty where it names none."""
    whole = attribution.content[0]
    measures = list_measures(layout, whole)
    if measures:
        return measures
    cue = cue_words(layout, attribution)
    promised = attribution.act is Act.PROMISES
    intended = None
    if attribution.act in OUGHT:
        intended = read_intention(layout, whole, promised=promised)
    if intended is not None:
        return [intended[1]]
    asked = None
    if attribution.act in ASKED_OF or _VOTES.search(cue):
        asked = read_asked(layout, whole, at_once=attribution.act is not Act.DEMANDS)
    if asked is not None and _VOTED.search(cue):
        return split_propositions(layout, asked)
    if asked is not None:
        return _split_deed(layout, whole, asked)
    by_words = stance_by_act(attribution) is None and stance_by_words(attribution, cue) is not None
    if by_words:
        asked = read_asked(layout, whole, at_once=False)
        if asked is not None:
            return _split_deed(layout, whole, asked)
    if attribution.act is Act.WANTS:
        asked = read_asked(layout, whole, at_once=False)
        if asked is not None and read_proposition(layout, asked) is not None:
            return split_propositions(layout, asked)
    return _read_whole(layout, attribution, cue, by_words=by_words)


def _read_whole(
    layout: Layout, attribution: Attribution, cue: str, *, by_words: bool
) -> list[Span]:
    """The propositions where the content is named as a whole, by what it is or by its cue."""
    whole = attribution.content[0]
    if by_words or (attribution.act in _OWN_STANDS and _TAKES_STAND.search(cue)):
        proposition = read_matter(layout, whole)
    else:
        proposition = read_proposition(layout, whole, could=SUGGESTS.search(cue) is not None)
    takes_up = attribution.act in _OWN_STANDS or (
        attribution.act is Act.DECIDES and _PASSES.search(cue) is not None
    )
    if proposition is None and takes_up and points_back(layout, whole):
        return [whole]
    if proposition is None or _is_bare_verb(layout, proposition):
        return []
    infinitive = layout.text.startswith("to ", proposition.start)
    if attribution.act is Act.WANTS and infinitive and not has_public_object(layout, proposition):
        return []
    return split_propositions(layout, proposition)


def _is_bare_verb(layout: Layout, proposition: Span) -> bool:
    """Whether there is only a verb, which takes up something named before: "plans to support"."""
    alone = len(layout.words_in(proposition)) == 1
    return alone and layout.text.endswith("to ", 0, proposition.start)


def _split_deed(layout: Layout, whole: Span, asked: Span) -> list[Span]:
    """What is asked for, one by one; empty where it is nothing to be decided.

    What a body is asked to do is a proposition, whatever it is: "urged the council to wait".
    """
    lexicon = load_lexicon()
    bodies = lexicon.government_nouns | lexicon.organisation_nouns
    before = split_words(layout.text, whole.start, max(whole.start, asked.start))
    head = head_of_phrase(layout, before) if before else None
    decides = head is not None and lexicon.singular_of(head.text).lower() in bodies
    if decides or is_public_deed(layout, asked):
        return split_propositions(layout, asked)
    return []

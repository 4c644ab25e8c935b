"""What stance an attribution shows by its act, its cue and what is said."""

import re

from onrecord.findings.asked_deeds import list_measures, read_intention
from onrecord.findings.propositions import is_demand
from onrecord.findings.stance_cues import (
    cue_words,
    denies_by_its_word,
    ends_against,
    is_undecided,
    stance_by_act,
    stance_by_words,
)
from onrecord.records import Act, Attribution, Stance
from onrecord.resolution.layout import Layout

_DECIDED = re.compile(
    r"\b(?:plans?|pledge[sd]?|vow(?:s|ed)|approv\w+|pass(?:es|ed)|impos(?:es|ed)|enact(?:s|ed)|adopt(?:s|ed)|sign(?:s|ed)|ratif(?:ies|ied)|agree[sd]?|intends?|ban(?:s|ned)|"
    r"reject\w*|veto\w*|back(?:s|ed)|vot(?:e[sd]?|ing)|filed?\s(?:\w+\s)?motion|decision|(?:decided?|chose)\snot)\b",
    re.IGNORECASE,
)
_REJECTED = re.compile(
    r"\b(?:reject|veto|block|refus|bans?\b|banned|turn\w* down|rul\w* out)", re.IGNORECASE
)
_DEFENDED = re.compile(r"\bdefend", re.IGNORECASE)
_HAS_TO = re.compile(r"\b(?:ha(?:s|ve|d)\sto|must|needs?\sto|requires?|required)\b", re.IGNORECASE)
# To appeal to people, to be interested in or bound to something is no stand on it.
_NO_STAND = re.compile(
    r"\b(?:appeal(?:s|ed|ing)?\sto|interest(?:s|ed)?\s?(?:in)?|required|requires|commitment|"
    r"would\s(?:\w+\s)?have|unwilling\w*|eager|needs?|vot(?:ed?|es|ing)\son|like(?:s|d)|dislike\w*|love[sd]?|enjoy\w*|"
    r"(?:is|are|was|were|been|being)\s(?:\w+ly\s)?(?:critici[sz]ed|attacked|mocked|assailed|condemned)\s(?:for|over)|"
    r"dare[sd]?|accus\w*|(?:could|might)\shave|demonstrat\w*|struggl\w*|solicit\w*|no\s(?:effort|attempt)s?|spar\w*\sover|clash\w*|distinguish\w*|(?:drew|draws?|drawn|sparked|faced|prompted)\s.*criticism|push(?:es|ed|ing)?\sout|volunteer\w*|compelled|bias|offensive|offer(?:s|ed|ing)?\sno|likely\sto|deadline|begg?(?:s|ed|ing)?|plead(?:s|ed|ing)?\swith\svoters|feel(?:s|ing)?|instruct(?:s|ed|ing)?|"
    r"lament(?:s|ed|ing)?|(?:is|are|was|were|be|been|being)\scalled\son)\b",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"\s*(?:all\s|the\s|his\s|her\s|their\s|other\s|fellow\s|young\s|[A-Z]\w+\s)?(?:people|voters?|supporters|"
    r"followers|fans|everyone|everybody|candidates|viewers|readers|reporters|listeners|attendees|"
    r"delegates|audience|crowd)\s(?:not\s)?to\s"
)
_WHETHER = re.compile(r"\b(?:whether(?:\sor\snot)?|if)\s$")
# What is not known yet is no plan: "has not decided what it would raise, or whether it rained".
_ASKS_WHICH = re.compile(r"\s*(?:what|which|who|whom|when|where|how|why|if|whether)\s(?!to\s)")
_REFUSES = re.compile(r"\b(?:refus\w+|declin\w+|(?:decid|opt)\w*\sagainst)\b", re.IGNORECASE)
_UNLIKELY = re.compile(
    r"\b(?:would|may|might|could|unlikely|likely|if|unless|provided)\b", re.IGNORECASE
)
ASKED_OF = frozenset({Act.DEMANDS, Act.PROPOSES, Act.PROMISES})
SUGGESTS = re.compile(r"\b(?:suggestions?|propos\w*|idea|vision|plan)\b", re.IGNORECASE)
OUGHT = frozenset({Act.SAYS, Act.PROMISES, Act.BELIEVES, Act.CLAIMS, Act.WARNS})


def read_stance(layout: Layout, attribution: Attribution) -> Stance | None:
    """The stance, with its negation and its condition; None where there is none."""
    cue = cue_words(layout, attribution)
    if _takes_none(layout, attribution, cue):
        return None
    stance = stance_by_act(attribution)
    if stance is Stance.SUPPORTS and (ends_against(cue) or _promises_not(layout, attribution)):
        stance = Stance.OPPOSES
    if stance is None and attribution.act is Act.DECIDES and _DECIDED.search(cue):
        against = _REJECTED.search(cue) or ends_against(cue)
        stance = Stance.OPPOSES if against else Stance.SUPPORTS
    silent = attribution.negated and attribution.act is not Act.BELIEVES
    if stance is None and attribution.act in OUGHT and not silent:
        stance = _stance_of_saying(layout, attribution, cue)
        if stance is Stance.CONDITIONAL:
            return stance
    if stance is None:
        stance = stance_by_words(attribution, cue)
    if stance is None:
        return None
    if is_undecided(attribution, cue):
        asks = _ASKS_WHICH.match(layout.text, attribution.content[0].start)
        return Stance.OPEN if asks is None else None
    if stance is Stance.OPPOSES and _DEFENDED.search(cue):
        stance = Stance.SUPPORTS
    if attribution.hedged and _UNLIKELY.search(cue):
        return Stance.CONDITIONAL
    return _negate(attribution, cue, stance)


def _promises_not(layout: Layout, attribution: Attribution) -> bool:
    """As in "promised that she would not allow the deal"."""
    if attribution.act is not Act.PROMISES:
        return False
    intended = read_intention(layout, attribution.content[0], promised=True)
    return intended is not None and intended[0] is Stance.OPPOSES


def _negate(attribution: Attribution, cue: str, stance: Stance) -> Stance | None:
    if denies_by_its_word(cue):
        # Not to be skeptical is no support yet.
        return stance if attribution.negated else None
    # Who refuses to sell decides not to: the stance was read off the refusal already.
    refuses = attribution.act is Act.DECIDES and _REFUSES.search(cue) is not None
    if attribution.negated != refuses:
        return Stance.SUPPORTS if stance is Stance.OPPOSES else Stance.OPPOSES
    return stance


def _stance_of_saying(layout: Layout, attribution: Attribution, cue: str) -> Stance | None:
    """The stand that lies in what is said: what should be done, what the speaker would do."""
    content = attribution.content[0]
    if list_measures(layout, content):
        return Stance.SUPPORTS
    intended = read_intention(layout, content, promised=attribution.act is Act.PROMISES)
    if intended is not None:
        return intended[0]
    if not is_demand(layout, content, could=SUGGESTS.search(cue) is not None):
        return None
    against = any(word.lower in {"not", "never"} for word in layout.words_in(content)[:14])
    return Stance.OPPOSES if against else Stance.SUPPORTS


def _takes_none(layout: Layout, attribution: Attribution, cue: str) -> bool:
    """Whether the cue is no stand, for all its act: to be bound, to ask for votes."""
    if attribution.act is Act.DECIDES and _HAS_TO.search(cue):
        return True
    start = attribution.content[0].start
    public = attribution.act in ASKED_OF and _PUBLIC.match(layout.text, start) is not None
    # "Bell resisted: …" tells why; "the clerk to ask the council for …" has not asked yet.
    no_deed = cue.endswith(":") or (cue.startswith("to ") and not cue.startswith("to vote"))
    if no_deed and stance_by_act(attribution) is not None:
        return True
    return public or _NO_STAND.search(cue) is not None or _is_open_question(layout, attribution)


def _is_open_question(layout: Layout, attribution: Attribution) -> bool:
    """Whether somebody only asks if there is a stand: "whether Q wants P", "Does Q want P?"."""
    start = min(span.start for span in (*(attribution.source or ()), *attribution.cue))
    sentence = layout.sentence_span(layout.sentence_at(start))
    asks = layout.text[sentence.start : sentence.end].rstrip(" \n”\"’'").endswith("?")
    return asks or _WHETHER.search(layout.text, sentence.start, start) is not None

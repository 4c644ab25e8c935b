"""Passages in which a party takes a stand, before anybody is resolved."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.findings.clause_subjects import subject_of_verb
from onrecord.findings.conduct import is_conduct
from onrecord.findings.joined_parties import list_examples, split_party
from onrecord.findings.named_propositions import points_back
from onrecord.findings.propositions import (
    is_demand,
    is_thing,
    list_measures,
    read_asked,
    read_intention,
    read_matter,
    read_proposition,
    split_propositions,
)
from onrecord.findings.said_stands import find_said_stands
from onrecord.findings.stance_cues import (
    cue_words,
    ends_against,
    has_condition,
    is_undecided,
    stance_by_act,
    stance_by_words,
)
from onrecord.findings.stance_patterns import find_worded_stances
from onrecord.findings.stance_sites import StanceSite
from onrecord.findings.stand_acts import find_acts
from onrecord.findings.turned_stands import turn_stand
from onrecord.findings.verdicts import find_verdicts
from onrecord.records import Act, Article, Attribution, Span, Spans, Stance
from onrecord.resolution.layout import Layout, lay_out
from onrecord.resolution.lexicon import load_lexicon
from onrecord.resolution.parties import Party

_OWN_STANDS = frozenset({Act.SUPPORTS, Act.OPPOSES, Act.PROPOSES, Act.DEMANDS})
# Words for a stand on what could be done; to lament, love or condemn something is none.
_TAKES_STAND = re.compile(
    r"\b(?:support\w*|oppos\w+|back(?:s|ed|ing)?|endors\w+|favou?r\w*|champion\w*|promot\w+|against|"
    r"reject\w*|block\w*|resist\w*|call(?:s|ed|ing)?\s(?:\w+\s)?for|urg(?:e|es|ed|ing)|propos\w+|"
    r"advocat\w+|push(?:es|ed|ing)?|demand\w*|insist\w*|embrac\w+|blast\w*|hammer\w*|rip(?:s|ped)|decr(?:y|ies|ied)|"
    r"assail\w*|denounc\w+|object\w*|issue\swith|critic(?:s|al|i[sz]\w+)\b|protest\w*|slam\w*)\b",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"\b(?:plans?|pledge[sd]?|vow(?:s|ed)|approv\w+|pass(?:es|ed)|impos(?:es|ed)|enact(?:s|ed)|adopt(?:s|ed)|sign(?:s|ed)|ratif(?:ies|ied)|agree[sd]?|intends?|ban(?:s|ned)|"
    r"reject\w*|veto\w*|back(?:s|ed)|vot(?:e[sd]?|ing)|filed?\s(?:\w+\s)?motion|decision)\b",
    re.IGNORECASE,
)
_REJECTED = re.compile(
    r"\b(?:reject|veto|block|refus|bans?\b|banned|turn\w* down|rul\w* out)", re.IGNORECASE
)
_DEFENDED = re.compile(r"\bdefend", re.IGNORECASE)
# Cues of speech: whoever is said to have done that said so himself. Any other stand ("backs",
# "voted for", "blocked") is the words of whoever writes about him.
_SPEECH = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|told|tell(?:s|ing)?|call(?:s|ed|ing)?|urg(?:e|es|ed|ing)|ask(?:s|ed|ing)?|"
    r"demand(?:s|ed|ing)?|propos\w+|promis\w+|pledg\w+|vow(?:s|ed|ing)?|announc\w+|argu(?:e|es|ed|"
    r"ing)|insist\w*|declar\w+|suggest\w*|recommend\w*|request\w*|criticiz\w+|criticis\w+|slam\w*|"
    r"blast\w*|denounc\w+|condemn\w*|prais\w+|endors\w+|tweet\w*|wr(?:ite|ites|ote|iting)|"
    r"warn(?:s|ed|ing)?|stat(?:es|ed|ing)|advocat\w+|reject\w*|implor\w+|appeal(?:s|ed|ing)?|"
    r"claim(?:s|ed|ing)?|repeat\w*|reiterat\w*|threaten\w*|unveil\w*|agreed|agrees|encourag\w+|"
    r"rip(?:s|ped)|decri\w+|lambast\w+|oppos(?:e|es|ed|ing)?\sin|statement|motion|letter|speech)\b",
    re.IGNORECASE,
)
_HAS_TO = re.compile(r"\b(?:ha(?:s|ve|d)\sto|must|needs?\sto|requires?|required)\b", re.IGNORECASE)
# To appeal to people, to be interested in or bound to something is no stand on it.
_NO_STAND = re.compile(
    r"\b(?:appeal(?:s|ed|ing)?\sto|interest(?:s|ed)?\s?(?:in)?|required|requires|commitment|"
    r"would\s(?:\w+\s)?have|unwilling\w*|eager|needs?|vot(?:ed?|es|ing)\son|like(?:s|d)|dislike\w*|love[sd]?|enjoy\w*)\b",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"\s*(?:all\s|the\s|his\s|her\s|their\s|other\s|fellow\s|young\s|[A-Z]\w+\s)?(?:people|voters?|supporters|"
    r"followers|fans|everyone|everybody|candidates|viewers|readers|reporters|listeners|attendees|"
    r"delegates|audience|crowd)\s(?:not\s)?to\s"
)
_WHETHER = re.compile(r"\b(?:whether(?:\sor\snot)?|if)\s$")
_UNLIKELY = re.compile(
    r"\b(?:would|may|might|could|unlikely|likely|if|unless|provided)\b", re.IGNORECASE
)
_ASKED_OF = frozenset({Act.DEMANDS, Act.PROPOSES, Act.PROMISES})
_VOTES = re.compile(r"\b(?:vot(?:e[sd]?|ing)|motion|decision|decid(?:e[sd]?|ing))\b", re.IGNORECASE)
_SUGGESTS = re.compile(r"\b(?:suggestions?|propos\w*|idea|vision|plan)\b", re.IGNORECASE)
_PASSIVE = re.compile(r"(?:\b(?:is|are|was|were|been|being|be)|[’'](?:s|re))\s(?:\w+ly\s)?$")
_PASSES = re.compile(r"\b(?:pass|approv|reject|veto|sign|adopt|ratif)\w*\b", re.IGNORECASE)
_OUGHT = frozenset({Act.SAYS, Act.PROMISES, Act.BELIEVES, Act.CLAIMS, Act.WARNS})


def find_stances(article: Article, attributions: Sequence[Attribution]) -> tuple[StanceSite, ...]:
    """Find the passages that show a stand, in text order.

    Two kinds: attributions whose act is a stand (supports, opposes, proposes, demands, wants,
    promises) or whose content says what should be done; and wordings of the author that are none
    for the corpora ("P, which many view as unacceptable"; "P has been rejected by Q").
    """
    layout = lay_out(article.text)
    sites = [
        *_read_attributions(layout, attributions),
        *find_worded_stances(layout),
        *find_acts(layout),
    ]
    taken: list[StanceSite] = []
    for site in sorted(sites, key=lambda site: (site.evidence, site.attribution is None)):
        doubles = [other for other in taken[-_NEAR:] if _is_double(layout, site, other)]
        if doubles and site.attribution and not any(other.attribution for other in doubles):
            # What the reader found is kept before the wordings of the same words.
            for other in doubles:
                taken.remove(other)
            doubles = []
        if not doubles:
            taken.append(site)
    finished = (_finish(layout, site) for site in taken)
    return tuple(site for site in finished if not is_conduct(layout, site.proposition[0]))


def _finish(layout: Layout, site: StanceSite) -> StanceSite:
    """With all who take the stand, and with what it is on in the end."""
    proposition, stance = turn_stand(layout, site.proposition[0], site.stance)
    if stance is Stance.SUPPORTS and has_condition(layout, proposition):
        stance = Stance.CONDITIONAL
    return replace(
            site,
            proposition=(proposition, *site.proposition[1:]),
            stance=stance,
            joint=split_party(layout, site.party),
            examples=list_examples(layout, site.party),
        )


_NEAR = 6


def _is_double(layout: Layout, site: StanceSite, other: StanceSite) -> bool:
    """Whether two sites read the same party out of the same words.

    The second "he" of "Ames said he would sign the bill" is Ames again.
    """
    if not _overlap(site.proposition[0], other.proposition[0]):
        return False
    mine, theirs = site.party.words, other.party.words
    return (
        _overlap(Span(mine[0].start, mine[-1].end), Span(theirs[0].start, theirs[-1].end))
        or _takes_up(layout, site, other)
        or _takes_up(layout, other, site)
    )


def _takes_up(layout: Layout, site: StanceSite, other: StanceSite) -> bool:
    words = site.party.words[0]
    pronoun = layout.text[words.start : words.end].lower() in _PRONOUNS
    return (
        pronoun
        and site.attribution is None
        and other.attribution is not None
        and _overlap(words, other.evidence[0])
    )


_PRONOUNS = frozenset("he she they we i".split())


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _read_attributions(layout: Layout, attributions: Sequence[Attribution]) -> Iterator[StanceSite]:
    inner: dict[str, list[Span]] = {}
    for attribution in attributions:
        if attribution.parent_id is not None:
            inner.setdefault(attribution.parent_id, []).extend(attribution.content)
    for attribution in attributions:
        if attribution.source is None:
            yield from _read_sourceless(layout, attribution)
            continue
        for said in find_said_stands(layout, attribution, inner.get(attribution.id, ())):
            yield _make_site(attribution, said.proposition, said.stance, said.words)
        for proposition, stance, words in find_verdicts(layout, attribution):
            yield _make_site(attribution, proposition, stance, words)
        read = _stance_of(layout, attribution)
        if read is None:
            continue
        own_word = _SPEECH.search(cue_words(layout, attribution)) is not None
        for proposition in _propositions_of(layout, attribution):
            yield _make_site(attribution, proposition, read, proposition, own_word=own_word)


def _make_site(
    attribution: Attribution,
    proposition: Span,
    stance: Stance,
    words: Span,
    *,
    own_word: bool = True,
) -> StanceSite:
    source = attribution.source or ()
    return StanceSite(
        Party(source, attribution.cue),
        (proposition,),
        stance,
        _evidence_of(attribution, words),
        own_word=own_word,
        attribution=attribution,
    )


def _read_sourceless(layout: Layout, attribution: Attribution) -> Iterator[StanceSite]:
    """Stands whose source the reader did not find: the subject of the cue takes them."""
    stance = _stance_of(layout, attribution) if stance_by_act(attribution) else None
    cue = attribution.cue[0]
    infinitive = layout.text.startswith("to ", cue.start)
    passive = _PASSIVE.search(layout.text, max(0, cue.start - 24), cue.start) is not None
    if stance is None or infinitive or passive or layout.text.endswith(("to ", "by "), 0, cue.start):
        return
    party = subject_of_verb(layout, cue.start)
    if party is None or is_thing(layout.text[party.start : party.end]):
        return
    own_word = _SPEECH.search(cue_words(layout, attribution)) is not None
    for proposition in _propositions_of(layout, attribution):
        if proposition.start > cue.start:
            yield replace(
                _make_site(attribution, proposition, stance, proposition, own_word=own_word),
                party=Party((party,), attribution.cue),
                evidence=(Span(party.start, max(party.end, proposition.end)),),
                attribution=None,
            )


def _stance_of(layout: Layout, attribution: Attribution) -> Stance | None:
    cue = cue_words(layout, attribution)
    if _takes_none(layout, attribution, cue):
        return None
    stance = stance_by_act(attribution)
    if stance is Stance.SUPPORTS and ends_against(cue):
        stance = Stance.OPPOSES
    if stance is None and attribution.act is Act.DECIDES and _DECIDED.search(cue):
        against = _REJECTED.search(cue) or ends_against(cue)
        stance = Stance.OPPOSES if against else Stance.SUPPORTS
    if stance is None and attribution.act in _OUGHT:
        stance = _stance_of_saying(layout, attribution, cue)
        if stance is Stance.CONDITIONAL:
            return stance
    if stance is None:
        stance = stance_by_words(attribution, cue)
    if stance is None:
        return None
    if is_undecided(attribution, cue):
        return Stance.OPEN
    if stance is Stance.OPPOSES and _DEFENDED.search(cue):
        stance = Stance.SUPPORTS
    if attribution.hedged and _UNLIKELY.search(cue):
        return Stance.CONDITIONAL
    if attribution.negated:
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
    if not is_demand(layout, content, could=_SUGGESTS.search(cue) is not None):
        return None
    against = any(word.lower in {"not", "never"} for word in layout.words_in(content)[:14])
    return Stance.OPPOSES if against else Stance.SUPPORTS


def _takes_none(layout: Layout, attribution: Attribution, cue: str) -> bool:
    """Whether the cue is no stand, for all its act: to be bound, to ask for votes."""
    if attribution.act is Act.DECIDES and _HAS_TO.search(cue):
        return True
    start = attribution.content[0].start
    public = attribution.act in _ASKED_OF and _PUBLIC.match(layout.text, start) is not None
    return public or _NO_STAND.search(cue) is not None or _is_open_question(layout, attribution)


def _is_open_question(layout: Layout, attribution: Attribution) -> bool:
    """Whether somebody only asks if there is a stand: "whether Q wants P", "Does Q want P?"."""
    start = min(span.start for span in (*(attribution.source or ()), *attribution.cue))
    sentence = layout.sentence_span(layout.sentence_at(start))
    asks = layout.text[sentence.start : sentence.end].rstrip(" \n”\"’'").endswith("?")
    return asks or _WHETHER.search(layout.text, sentence.start, start) is not None


def _propositions_of(layout: Layout, attribution: Attribution) -> list[Span]:
    whole = attribution.content[0]
    measures = list_measures(layout, whole)
    if measures:
        return measures
    cue = cue_words(layout, attribution)
    promised = attribution.act is Act.PROMISES
    intended = None
    if attribution.act in _OUGHT:
        intended = read_intention(layout, whole, promised=promised)
    if intended is not None:
        return [intended[1]]
    asked = None
    if attribution.act in _ASKED_OF or _VOTES.search(cue):
        asked = read_asked(layout, whole, at_once=attribution.act is not Act.DEMANDS)
    if asked is not None:
        return split_propositions(layout, asked)
    by_words = stance_by_act(attribution) is None and stance_by_words(attribution, cue) is not None
    if by_words:
        asked = read_asked(layout, whole, at_once=False)
        if asked is not None:
            return split_propositions(layout, asked)
    if attribution.act is Act.WANTS:
        asked = read_asked(layout, whole, at_once=False)
        if asked is not None and read_proposition(layout, asked) is not None:
            return split_propositions(layout, asked)
    if by_words or (attribution.act in _OWN_STANDS and _TAKES_STAND.search(cue)):
        proposition = read_matter(layout, whole, load_lexicon())
    else:
        proposition = read_proposition(layout, whole, could=_SUGGESTS.search(cue) is not None)
    takes_up = attribution.act in _OWN_STANDS or (
        attribution.act is Act.DECIDES and _PASSES.search(cue) is not None
    )
    if proposition is None and takes_up and points_back(layout, whole):
        return [whole]
    return [] if proposition is None else split_propositions(layout, proposition)


def _evidence_of(attribution: Attribution, proposition: Span) -> Spans:
    pieces = [*(attribution.source or ()), *attribution.cue, proposition]
    return (Span(min(s.start for s in pieces), max(s.end for s in pieces)),)

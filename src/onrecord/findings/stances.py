"""Passages in which a party takes a stand, before anybody is resolved."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.attributions.reader import StandPassage
from onrecord.findings.attributed_propositions import list_propositions
from onrecord.findings.attributed_stances import read_stance
from onrecord.findings.clause_subjects import subject_of_verb
from onrecord.findings.conduct import is_conduct
from onrecord.findings.joined_parties import list_examples, split_party
from onrecord.findings.party_phrases import starts_a_party
from onrecord.findings.propositions import is_thing
from onrecord.findings.said_stands import find_said_stands
from onrecord.findings.seen_stands import SeenStands
from onrecord.findings.stance_cues import cue_words, has_condition, stance_by_act
from onrecord.findings.stance_patterns import find_worded_stances
from onrecord.findings.stance_sites import StanceSite
from onrecord.findings.stand_acts import find_acts
from onrecord.findings.turned_stands import turn_by_not, turn_stand
from onrecord.findings.verdicts import find_verdicts
from onrecord.records import Article, Attribution, Span, Spans, Stance
from onrecord.resolution.layout import Layout, lay_out
from onrecord.resolution.parties import Party

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
_PASSIVE = re.compile(r"(?:\b(?:is|are|was|were|been|being|be)|[’'](?:s|re))\s(?:\w+ly\s)?$")
_NEAR = 6
_STRETCH = 256
"""Characters of a stretch in which stands on the same words are looked for."""
_PRONOUNS = frozenset("he she they we i".split())


def find_stances(
    article: Article,
    attributions: Sequence[Attribution],
    seen: Sequence[StandPassage] = (),
) -> tuple[StanceSite, ...]:
    """Find the passages that show a stand, in text order.

    Two kinds: attributions whose act is a stand (supports, opposes, proposes, demands, wants,
    promises) or whose content says what should be done; and wordings of the author that are none
    for the corpora ("P, which many view as unacceptable"; "P has been rejected by Q").
    What the reader sees by itself is added.

    Args:
        article: the article.
        attributions: its attributions.
        seen: stands that the reader sees by itself.
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
    sites = [site for site in finished if not is_conduct(layout, site.proposition[0])]
    return tuple(_add_seen(layout, sites, SeenStands(layout, attributions).list_sites(seen)))


def _finish(layout: Layout, site: StanceSite) -> StanceSite:
    """With all who take the stand, and with what it is on in the end."""
    given = site.proposition[0]
    stance = turn_by_not(layout, _content_before(site, given), site.stance)
    proposition, stance = turn_stand(layout, given, stance)
    if stance is Stance.SUPPORTS and has_condition(layout, proposition):
        stance = Stance.CONDITIONAL
    return replace(
        site,
        proposition=(proposition, *site.proposition[1:]),
        stance=stance,
        joint=split_party(layout, site.party),
        examples=list_examples(layout, site.party),
    )


def _content_before(site: StanceSite, proposition: Span) -> Span | None:
    """The content that stands before a proposition: "urged | her not to | lift it"."""
    for each in () if site.attribution is None else site.attribution.content:
        if each.start < proposition.start < each.end:
            return Span(each.start, proposition.start)
    return None


def _is_double(layout: Layout, site: StanceSite, other: StanceSite) -> bool:
    """Whether two sites read the same party out of the same words.

    The second "he" of "Ames said he would sign the bill" is Ames again.
    """
    if not site.proposition[0].overlaps(other.proposition[0]):
        return False
    mine, theirs = site.party.words, other.party.words
    return (
        Span(mine[0].start, mine[-1].end).overlaps(Span(theirs[0].start, theirs[-1].end))
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
        and words.overlaps(other.evidence[0])
    )


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
        read = read_stance(layout, attribution)
        if read is None:
            continue
        own_word = _SPEECH.search(cue_words(layout, attribution)) is not None
        told = inner.get(attribution.id, ()) if stance_by_act(attribution) is None else ()
        for proposition in list_propositions(layout, attribution):
            if any(proposition.start < each.start < proposition.end for each in told):
                continue  # what another thinks should be done
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
    stance = read_stance(layout, attribution) if stance_by_act(attribution) else None
    cue = attribution.cue[0]
    infinitive = layout.text.startswith("to ", cue.start)
    passive = _PASSIVE.search(layout.text, max(0, cue.start - 24), cue.start) is not None
    if (
        stance is None
        or infinitive
        or passive
        or layout.text.endswith(("to ", "by "), 0, cue.start)
    ):
        return
    party = subject_of_verb(layout, cue.start)
    name = "" if party is None else layout.text[party.start : party.end]
    if party is None or is_thing(name) or not starts_a_party(name):
        return
    own_word = _SPEECH.search(cue_words(layout, attribution)) is not None
    for proposition in list_propositions(layout, attribution):
        if proposition.start > cue.start:
            yield replace(
                _make_site(attribution, proposition, stance, proposition, own_word=own_word),
                party=Party((party,), attribution.cue),
                evidence=(Span(party.start, max(party.end, proposition.end)),),
                attribution=None,
            )


def _evidence_of(attribution: Attribution, proposition: Span) -> Spans:
    pieces = [*(attribution.source or ()), *attribution.cue, proposition]
    return (Span(min(s.start for s in pieces), max(s.end for s in pieces)),)


def _add_seen(
    layout: Layout, sites: Sequence[StanceSite], seen: Iterable[StanceSite]
) -> list[StanceSite]:
    """Sites with those that only the reader sees, in text order."""
    added = list(sites)
    near: dict[int, list[StanceSite]] = {}
    for site in sites:
        _keep_near(near, site)
    for site in seen:
        others = [other for place in _places_of(site) for other in near.get(place, ())]
        if any(_says_the_same(layout, site, other) for other in others):
            continue
        _keep_near(near, site)
        joint, examples = split_party(layout, site.party), list_examples(layout, site.party)
        added.append(replace(site, joint=joint, examples=examples))
    return sorted(added, key=lambda site: site.evidence)


def _keep_near(near: dict[int, list[StanceSite]], site: StanceSite) -> None:
    for place in _places_of(site):
        near.setdefault(place, []).append(site)


def _places_of(site: StanceSite) -> range:
    """The stretches of the text that what a stand is on touches."""
    span = site.proposition[0]
    return range(span.start // _STRETCH, span.end // _STRETCH + 1)


def _says_the_same(layout: Layout, site: StanceSite, other: StanceSite) -> bool:
    return site.stance == other.stance and _is_double(layout, site, other)

"""Which claim of an article an answer or an absence is about."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.findings.content_words import content_stems
from onrecord.records import Act, Attribution, Span, Spans
from onrecord.resolution.layout import Layout, split_words

# What somebody did not say, or refused to, is no claim that others answer.
_NO_CLAIM = frozenset(
    {Act.DECLINES, Act.ASKS, Act.DEMANDS, Act.WANTS, Act.SUPPORTS, Act.OPPOSES, Act.DECIDES}
)
_FIRM = frozenset({Act.CLAIMS, Act.SHOWS})
_NEAR_PARAGRAPHS = 2
_MOST_SHARED = 3
_FARTHEST = 8
_NAMES_PARTY, _PER_PARAGRAPH, _NESTED, _IS_FIRM, _NOBODYS = 2.0, 0.6, 0.5, 0.5, 1.0
_LEADS = 2.5
_LEAST = 0.5


@dataclass(frozen=True, slots=True)
class Remark:
    """A passage that is about some claim.

    Attributes:
        evidence: the passage.
        about: more words that say what it is about: the content of a denial.
        party_id: whose answer it is; nobody answers his own claim.
        mentions: the passages that mean the party; claims that speak of it are likelier.
        attribution_id: the attribution that the remark itself is.
        owner_id: whose claim it is likely to be: he "gave no details" of what he said.
        of_lead: whether it is likely about what the article leads with: silence, and absences.
    """

    evidence: Spans
    about: Spans = ()
    party_id: str | None = None
    mentions: Spans = ()
    attribution_id: str | None = None
    owner_id: str | None = None
    of_lead: bool = False


def find_claim(
    layout: Layout, remark: Remark, attributions: Sequence[Attribution]
) -> Attribution | None:
    """The attribution before the remark that fits best, or None.

    It shares words with the remark, speaks of the party, stands near; the weights were set on the
    open part of the labels.
    """
    about = _stems_of(layout, (*remark.evidence, *remark.about))
    best, best_score = None, _LEAST
    meant = [
        each
        for each in attributions
        if _may_be_meant(remark, each) and len(_stems_of(layout, each.content)) > 1
    ]
    lead = next((each for each in meant if each.source is not None), None)
    for attribution in meant:
        score = _score(layout, remark, attribution, about)
        if score is not None and remark.of_lead and attribution is lead:
            score = max(score + _LEADS, _LEAST)
        if score is not None and score >= best_score:
            best, best_score = attribution, score
    return best


def count_shared_words(layout: Layout, remark: Remark, attribution: Attribution) -> int:
    """How many meaning words a remark has in common with a claim."""
    about = _stems_of(layout, (*remark.evidence, *remark.about))
    return len(about & _stems_of(layout, attribution.content))


def _may_be_meant(remark: Remark, attribution: Attribution) -> bool:
    if attribution.id == remark.attribution_id or attribution.act in _NO_CLAIM:
        return False
    if attribution.negated or (
        remark.party_id is not None and attribution.entity_id == remark.party_id
    ):
        return False
    after = attribution.content[0].start > remark.evidence[-1].end
    return not after and not any(
        one.start < cue.end and cue.start < one.end
        for one in remark.evidence
        for cue in attribution.cue
    )


def _score(
    layout: Layout, remark: Remark, attribution: Attribution, about: frozenset[str]
) -> float | None:
    place, start = remark.evidence[0].start, attribution.content[0].start
    distance = layout.paragraph_at(place) - layout.paragraph_at(start)
    if distance < 0:
        return None
    score = float(min(_MOST_SHARED, len(about & _stems_of(layout, attribution.content))))
    if any(_inside(mention, attribution) for mention in remark.mentions):
        score += _NAMES_PARTY
    if remark.owner_id is not None and attribution.entity_id == remark.owner_id:
        score += _NAMES_PARTY
    score += 1.0 if distance <= _NEAR_PARAGRAPHS else 0.0
    score += _IS_FIRM if attribution.act in _FIRM else 0.0
    score -= _NESTED if attribution.parent_id is not None else 0.0
    score -= _NOBODYS if attribution.source is None else 0.0
    return score - _PER_PARAGRAPH * min(distance, _FARTHEST)


def _stems_of(layout: Layout, spans: Spans) -> frozenset[str]:
    return frozenset(
        stem
        for span in spans
        for stem in content_stems(split_words(layout.text, span.start, span.end))
    )


def _inside(mention: Span, attribution: Attribution) -> bool:
    return any(piece.start <= mention.start < piece.end for piece in attribution.content)

"""Which claim of an article an answer or an absence is about."""

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.findings.content_words import stems_in
from onrecord.records import Act, Attribution, Spans
from onrecord.resolution.layout import Layout

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
_MEMORY = 200


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


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An attribution that can be a claim, with what is asked of it again and again."""

    id: str
    attribution: Attribution
    stems: frozenset[str]
    paragraph: int


class Claims:
    """What an article claims, prepared once and looked up for each remark.

    Only the last `_MEMORY` claims before a remark are weighed, and the one that the article leads
    with: the cost of a remark does not grow with the text.
    """

    def __init__(self, layout: Layout, attributions: Sequence[Attribution]) -> None:
        self._layout = layout
        ordered = sorted(attributions, key=lambda each: each.cue[0].start)
        self._candidates = [
            _Candidate(each.id, each, stems, layout.paragraph_at(each.content[0].start))
            for each in ordered
            if each.act not in _NO_CLAIM and not each.negated
            if len(stems := self._stems_of(each.content)) > 1
        ]
        self._starts = [each.attribution.cue[0].start for each in self._candidates]

    def find(self, remark: Remark) -> Attribution | None:
        """The attribution before the remark that fits best, or None.

        It shares words with the remark, speaks of the party, stands near; the weights were set on
        the open part of the labels.
        """
        last = bisect.bisect_right(self._starts, remark.evidence[-1].end)
        near = self._candidates[max(0, last - _MEMORY) : last]
        lead = self._find_lead(remark, last) if remark.of_lead else None
        about = self._stems_of((*remark.evidence, *remark.about))
        best, best_score = None, _LEAST
        for candidate in near if lead is None or lead in near else (lead, *near):
            if not _may_be_meant(remark, candidate):
                continue
            score = self._score(remark, candidate, about)
            if candidate is lead:
                score = max(score + _LEADS, _LEAST)
            if score >= best_score:
                best, best_score = candidate.attribution, score
        return best

    def _nearness(self, distance: int) -> float:
        near = 1.0 if distance <= _NEAR_PARAGRAPHS else 0.0
        return near - _PER_PARAGRAPH * min(max(0, distance), _FARTHEST)

    def count_shared_words(self, remark: Remark, attribution: Attribution) -> int:
        """How many meaning words a remark has in common with a claim."""
        about = self._stems_of((*remark.evidence, *remark.about))
        return len(about & self._stems_of(attribution.content))

    def _find_lead(self, remark: Remark, last: int) -> _Candidate | None:
        """The first claim that somebody makes and that the remark can be about."""
        for candidate in self._candidates[: min(last, _MEMORY)]:
            if candidate.attribution.source is not None and _may_be_meant(remark, candidate):
                return candidate
        return None

    def _score(self, remark: Remark, candidate: _Candidate, about: frozenset[str]) -> float:
        attribution = candidate.attribution
        here = self._layout.paragraph_at(remark.evidence[0].start)
        distance = max(0, here - candidate.paragraph)
        score = float(min(_MOST_SHARED, len(about & candidate.stems)))
        if speaks_of(attribution, remark.mentions):
            score += _NAMES_PARTY
        if remark.owner_id is not None and attribution.entity_id == remark.owner_id:
            score += _NAMES_PARTY
        score += _IS_FIRM if attribution.act in _FIRM else 0.0
        score -= _NESTED if attribution.parent_id is not None else 0.0
        score -= _NOBODYS if attribution.source is None else 0.0
        return score + self._nearness(distance)

    def _stems_of(self, spans: Spans) -> frozenset[str]:
        return stems_in(self._layout.text, spans)


def _may_be_meant(remark: Remark, candidate: _Candidate) -> bool:
    """Whether a remark can be about a claim: it is not that claim, nor of the same party."""
    attribution = candidate.attribution
    own = remark.party_id is not None and attribution.entity_id == remark.party_id
    later = attribution.content[0].start > remark.evidence[-1].end
    if own or later or candidate.id == remark.attribution_id:
        return False
    return not any(one.overlaps(cue) for one in remark.evidence for cue in attribution.cue)


def speaks_of(attribution: Attribution, mentions: Spans) -> bool:
    """Whether a content speaks of somebody; `mentions` are in order."""
    return holds_any(attribution.content, mentions)


def holds_any(spans: Spans, mentions: Spans) -> bool:
    """Whether a mention begins inside one of some passages; `mentions` are in order."""
    for span in spans:
        number = bisect.bisect_left(mentions, span.start, key=lambda mention: mention.start)
        if number < len(mentions) and mentions[number].start < span.end:
            return True
    return False

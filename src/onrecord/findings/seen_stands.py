"""Stands that a reader sees by itself, as sites."""

import re
from collections.abc import Iterable, Iterator, Sequence

from onrecord.attributions.reader import StandPassage, WhoseWord
from onrecord.findings.stance_sites import StanceSite
from onrecord.records import Attribution, Span, Spans
from onrecord.resolution.layout import Layout
from onrecord.resolution.parties import Party
from onrecord.resolution.speech import Speech

SHOWN = 0.5
"""Score from which a stand that only the reader sees is shown."""
_JOINT = re.compile(r",?\s(?:and|or|nor)\s|,\s|;\s")
_BACK = 60
# "Nobody should have to bury a son": a wish for all, and no measure to be for.
_NOBODY = re.compile(r"\b(?:nobody|no\sone|no-one)\s[^.,;:!?]{0,40}$", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"(?:I|we|us|me|my|our)\b", re.IGNORECASE)


class SeenStands:
    """Turns the stands that a reader sees in one text into sites."""

    def __init__(self, layout: Layout, attributions: Sequence[Attribution]) -> None:
        self._layout = layout
        self._attributions = attributions
        self._speech = Speech(attributions)

    def list_sites(self, seen: Iterable[StandPassage]) -> Iterator[StanceSite]:
        """What the reader sees well enough, in its order."""
        for stand in seen:
            if stand.score >= SHOWN:
                yield from self._read(stand)

    def _read(self, stand: StandPassage) -> Iterator[StanceSite]:
        parties = [each for each in stand.parties if not is_first_person(self._layout, each)]
        propositions = choose_joined(self._layout, stand.propositions)
        start = propositions[0].start
        if _NOBODY.search(self._layout.text, max(0, start - _BACK), start) is not None:
            return
        positions = (propositions[0].start, stand.cue.start)
        speaker = speaker_at(self._speech, self._attributions, positions)
        if speaker is not None and (not parties or share_words(parties, speaker.source or ())):
            source = speaker.source or ()
            for proposition in propositions:
                yield self._make(stand, Party(source, speaker.cue), proposition, speaker)
            return
        for words in parties:
            for proposition in propositions:
                yield self._make(stand, Party((words,), (stand.cue,)), proposition, None)

    def _make(
        self,
        stand: StandPassage,
        party: Party,
        proposition: Span,
        attribution: Attribution | None,
    ) -> StanceSite:
        words = Span(min(stand.cue.start, proposition.start), max(stand.cue.end, proposition.end))
        return StanceSite(
            party,
            (proposition,),
            stand.stance,
            (near_span(self._layout, words, party.words[0]),),
            own_word=stand.word is WhoseWord.PARTY,
            attribution=attribution,
        )


def choose_joined(layout: Layout, pieces: Spans) -> list[Span]:
    """The longest of some passages, and those that "and" or a comma joins to it.

    It leaves words out of the middle of a passage more often than it sees two apart.
    """
    best = max(range(len(pieces)), key=lambda number: pieces[number].end - pieces[number].start)
    first = last = best
    while first and _joins(layout, pieces[first - 1], pieces[first]):
        first -= 1
    while last + 1 < len(pieces) and _joins(layout, pieces[last], pieces[last + 1]):
        last += 1
    return list(pieces[first : last + 1])


def _joins(layout: Layout, one: Span, other: Span) -> bool:
    return _JOINT.fullmatch(layout.text, one.end, other.start) is not None


def is_first_person(layout: Layout, span: Span) -> bool:
    """Whether words are those of somebody who speaks of himself."""
    return _FIRST_PERSON.fullmatch(layout.text, span.start, span.end) is not None


def speaker_at(
    speech: Speech, attributions: Sequence[Attribution], positions: Iterable[int]
) -> Attribution | None:
    """The innermost attribution in whose content one of the positions stands, by its source."""
    for position in positions:
        for number in speech.contents_around(position, but=None):
            attribution = attributions[number]
            return attribution if attribution.source is not None else None
    return None


def share_words(some: Iterable[Span], others: Sequence[Span]) -> bool:
    """Whether a passage of the first overlaps one of the second."""
    return any(one.start < other.end and other.start < one.end for one in some for other in others)


def near_span(layout: Layout, words: Span, party: Span) -> Span:
    """Words with those that name the party, where they stand in one sentence."""
    if layout.sentence_at(party.start) != layout.sentence_at(words.start):
        return words
    return Span(min(words.start, party.start), max(words.end, party.end))

"""Stands that a reader sees by itself, as sites."""

import re
from collections.abc import Iterable, Iterator, Sequence

from onrecord.attributions.reader import StandPassage
from onrecord.findings.stance_sites import StanceSite
from onrecord.records import Attribution, Span, Spans
from onrecord.resolution.layout import Layout
from onrecord.resolution.mentions import FIRST_PERSON
from onrecord.resolution.parties import Party
from onrecord.resolution.speech import Speech

_JOINT = re.compile(r",?\s(?:and|or|nor)\s|,\s|;\s")
_BACK = 60
# "Nobody should have to bury a son": a wish for all, and no measure to be for.
_NOBODY = re.compile(r"\b(?:nobody|no\sone|no-one)\s[^.,;:!?]{0,40}$", re.IGNORECASE)
# "The freeze mirrors what | the army wants": what is wanted ends before the verb.
_LEADS_ON = re.compile(r"\s[a-z]+\swhat$|\s(?:which|that|who|whom|whose)$")


class SeenStands:
    """Turns the stands that a reader sees in one text into sites."""

    def __init__(self, layout: Layout, attributions: Sequence[Attribution]) -> None:
        self._layout = layout
        self._attributions = attributions
        self._speech = Speech(attributions)

    def list_sites(self, seen: Iterable[StandPassage]) -> Iterator[StanceSite]:
        """A site for each party of each stand and each thing that it is on, in their order."""
        for stand in seen:
            yield from self._read(stand)

    def _read(self, stand: StandPassage) -> Iterator[StanceSite]:
        text = self._layout.text
        worded = self._leave_out_marks(stand.propositions)
        if not worded:
            return
        propositions = [self._cut_loose_end(each) for each in choose_joined(self._layout, worded)]
        start = propositions[0].start
        if self._layout.sentence_at(start) != self._layout.sentence_at(stand.cue.start):
            return  # what another sentence names is mostly not what this one is on
        if _NOBODY.search(text, max(0, start - _BACK), start) is not None:
            return
        named = [
            each
            for each in self._leave_out_marks(stand.parties)
            if text[each.start : each.end].lower() not in FIRST_PERSON
        ]
        speaker = self._speaker_at(start) or self._speaker_at(stand.cue.start)
        if speaker is not None and speaker.source is not None:
            source = speaker.source
            if not named or any(one.overlaps(other) for one in named for other in source):
                for proposition in propositions:
                    yield self._make(stand, Party(source, speaker.cue), proposition, speaker)
                return
        for words in named:
            for proposition in propositions:
                yield self._make(stand, Party((words,), (stand.cue,)), proposition, None)

    def _leave_out_marks(self, passages: Spans) -> list[Span]:
        """The passages that have a word: a reader can take a bracket for one."""
        return [each for each in passages if self._layout.words_in(each)]

    def _cut_loose_end(self, passage: Span) -> Span:
        """A passage without words at its end that lead on to a clause."""
        loose = _LEADS_ON.search(self._layout.text, passage.start, passage.end)
        return passage if loose is None else Span(passage.start, loose.start())

    def _speaker_at(self, position: int) -> Attribution | None:
        """The innermost attribution in whose content a position stands."""
        around = self._speech.contents_around(position, but=None)
        return self._attributions[around[0]] if around else None

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
            (_with_party(self._layout, words, party.words[0]),),
            own_word=stand.own_word,
            attribution=attribution,
        )


def choose_joined(layout: Layout, pieces: Sequence[Span]) -> list[Span]:
    """The longest of some passages, and those that "and" or a comma joins to it.

    A reader leaves words out of the middle of a passage more often than it sees two apart.
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


def _with_party(layout: Layout, words: Span, party: Span) -> Span:
    """Words with those that name the party, where they stand in one sentence."""
    if layout.sentence_at(party.start) != layout.sentence_at(words.start):
        return words
    return Span(min(words.start, party.start), max(words.end, party.end))

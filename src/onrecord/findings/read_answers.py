"""Answers that the reader's network sees, and what it thinks of those that rules find."""

import bisect
from collections.abc import Iterator, Sequence

from onrecord.attributions.reader import AnswerPassage
from onrecord.findings.answers import Answer
from onrecord.findings.read_stances import is_first_person, near_span, share_words, speaker_at
from onrecord.records import Attribution, Span, Spans
from onrecord.resolution.layout import Layout
from onrecord.resolution.parties import Party
from onrecord.resolution.speech import Speech

SHOWN = 0.7
"""Score from which an answer that only the network sees is shown."""
DOUBTED = 0.0
"""Score under which an answer that only rules see is not."""


class SeenAnswers:
    """The answers that a network sees in one text, looked up by position."""

    def __init__(
        self, layout: Layout, attributions: Sequence[Attribution], seen: Sequence[AnswerPassage]
    ) -> None:
        self._layout = layout
        self._attributions = attributions
        self._speech = Speech(attributions)
        self._seen = sorted(seen, key=lambda each: each.evidence)
        self._starts = [each.evidence[0].start for each in self._seen]

    def score_of(self, evidence: Spans) -> float:
        """How likely something is answered somewhere in a passage."""
        last = bisect.bisect_left(self._starts, evidence[-1].end)
        near = [each for each in self._seen[:last] if each.evidence[-1].end > evidence[0].start]
        return max((each.score for each in near), default=0.0)

    def list_answers(self) -> Iterator[Answer]:
        """What the network sees well enough, in text order."""
        for seen in self._seen:
            if seen.score >= SHOWN:
                answer = self._read(seen)
                if answer is not None:
                    yield answer

    def _read(self, seen: AnswerPassage) -> Answer | None:
        whole = Span(seen.evidence[0].start, seen.evidence[-1].end)
        parties = [each for each in seen.parties if not is_first_person(self._layout, each)]
        speaker = speaker_at(self._speech, self._attributions, (whole.start, whole.end - 1))
        if speaker is not None and (not parties or share_words(parties, speaker.source or ())):
            source = (speaker.source or ())[:1]
            return Answer(
                Party(source, (whole,)),
                seen.kind,
                (near_span(self._layout, whole, source[0]),),
                attribution=speaker,
            )
        if not parties:
            return None
        words = min(parties, key=lambda each: abs(each.start - whole.start))
        evidence = near_span(self._layout, whole, words)
        return Answer(Party((words,), (whole,)), seen.kind, (evidence,))

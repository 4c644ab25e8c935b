"""Which passage of the article an answer answers: sentences weighed by what they share with it.

The weights are learned from labelled answers (`training.answered`): a passage's worth is a sum over
what it shares with the answer, who speaks in it and of whom, and how far off it stands.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.findings.answered_weights import WEIGHTS
from onrecord.findings.claims import holds_any
from onrecord.findings.content_words import stems_in
from onrecord.findings.voices import Voices
from onrecord.records import Act, Attribution, ResponseKind, Span, Spans
from onrecord.resolution.layout import Layout

_BEFORE, _AFTER, _LEADS = 60, 2, 4
_MOST_SHARED, _MOST_RARE, _MANY_STEMS = 4, 1.5, 20
_FEWEST_STEMS, _FEWEST_TOLD = 2, 5
_FIRM = frozenset({Act.CLAIMS, Act.SHOWS})
_ACCUSES = re.compile(
    r"\b(?:accus\w+|alleg\w+|claim(?:s|ed|ing)?|charg(?:e[sd]?|ing)|blam\w+|critici\w+|question(?:s|ed|ing)|suggest\w+|"
    r"assert\w+|report(?:s|ed|edly)?|rumou?r\w*|insinuat\w+|impl(?:y|ied|ies|ying)|attack\w*|sued?|suing|lawsuits?|"
    r"violat\w+|li(?:ed|es|ar)|fals\w+|wrong\w*|scandal|controvers\w+|fraud\w*|illegal\w*)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\?[”\"’']*\s*$|\b(?:asked|pressed|questioned)\b|\b(?:whether|demand\w*|call(?:ed|s|ing)\s(?:for|on)|urg\w+|request\w*)\b",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\b(?:that|this|it|those|these|the\s(?:\w+\s)?(?:claims?|allegations?|accusations?|charges?|reports?|comments?|"
    r"remarks?|question|idea|notion|attacks?|comparisons?|parallels?|premise|suggestions?))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sought:
    """What an answered passage is looked for by.

    Attributes:
        evidence: the words of the answer.
        about: more words that say what it is about.
        stated: the answer's own words for what it answers, where it has them.
        party_id: who answers; mentions: the passages that mean him, in order.
    """

    kind: ResponseKind
    evidence: Spans
    about: Spans
    stated: Spans
    party_id: str
    mentions: Spans


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or the part of one before the answer.

    Attributes:
        speaker: the outermost attribution of which it says a good part; None in the author's voice.
    """

    span: Span
    number: int
    paragraph: int
    stems: frozenset[str]
    speaker: Attribution | None


class AnsweredPassages:
    """The sentences of an article, prepared once and weighed for each answer.

    Only those near an answer and those with which the article begins are weighed: the cost of an
    answer does not grow with the text.
    """

    def __init__(
        self, layout: Layout, attributions: Sequence[Attribution], told: Iterable[Span] = ()
    ) -> None:
        """Prepare the sentences.

        Args:
            layout: the text's words and sentences.
            attributions: who speaks where.
            told: the words that tell of answers; what the author tells of them is none.
        """
        self._layout = layout
        self._telling = {layout.sentence_at(span.start) for span in told}
        self._voices = Voices(attributions)
        self._passages = [
            self._prepare(number, span) for number, span in enumerate(layout.sentences)
        ]
        self._spread = Counter(stem for each in self._passages for stem in each.stems)
        body = (n for n, span in enumerate(layout.sentences) if not layout.in_headline(span.start))
        self._first = next(body, 0)

    def find(
        self, sought: Sought, may_be: Callable[[Passage], bool] | None = None
    ) -> tuple[Passage | None, float]:
        """The likeliest passage, and how likely it is among all that are weighed.

        Args:
            sought: what it is looked for by.
            may_be: which passages can be meant at all; None: all of them.
        """
        found = [(each, _weigh(self.describe(sought, each))) for each in self.list_near(sought)]
        fitting = [pair for pair in found if may_be is None or may_be(pair[0])]
        if not fitting:
            return None, 0.0
        best, top = max(fitting, key=lambda pair: (pair[1], pair[0].number))
        return best, 1 / sum(math.exp(score - top) for _, score in found)

    def list_near(self, sought: Sought) -> Iterator[Passage]:
        """The passages that may be meant, in text order."""
        own = self._layout.sentence_at(sought.evidence[0].start)
        last = self._layout.sentence_at(max(sought.evidence[0].start, sought.evidence[-1].end - 1))
        near = range(max(0, own - _BEFORE), min(len(self._passages), last + 1 + _AFTER))
        leads = range(min(self._first + _LEADS, near.start))
        for number in (*leads, *near):
            passage = self._passages[number]
            if number == own:
                passage = self._cut(passage, sought.evidence[0].start)
            elsewhere = number <= own or number > last
            if elsewhere and self._states(passage, number == own):
                yield passage

    def _states(self, passage: Passage, is_cut: bool) -> bool:
        """Whether a passage says enough to be answered: "On Monday night" and datelines do not."""
        if passage.speaker is not None:
            return len(passage.stems) >= _FEWEST_STEMS
        is_told = not is_cut and passage.number in self._telling
        return len(passage.stems) >= _FEWEST_TOLD and not is_told

    def describe(self, sought: Sought, passage: Passage) -> Mapping[str, float]:
        """What speaks for a passage and against it, each named; left out is 0."""
        found = {**self._describe_words(sought, passage), **self._describe_place(sought, passage)}
        silent = sought.kind.is_silence
        points = not sought.stated and any(
            _POINTS.search(self._layout.text, piece.start, piece.end) for piece in sought.evidence
        )
        both = {
            "silent, lead": silent * found["lead"],
            "silent, distance": silent * found["distance"],
            "silent, party": silent * found["party"],
            "silent, asks": silent * found["asks"],
            "stated, distance": bool(sought.stated) * found["distance"],
            "stated, before": bool(sought.stated) * found["before"],
            "stated, shared": bool(sought.stated) * found["shared"],
            "points, before": points * found["before"],
            "party, accuses": found["party"] * found["accuses"],
            "paragraph, before": found["paragraph"] * found["before"],
        }
        return {name: value for name, value in {**found, **both}.items() if value}

    def _describe_words(self, sought: Sought, passage: Passage) -> dict[str, float]:
        """What its words share with the answer, of whom it speaks and who speaks in it."""
        span, speaker = passage.span, passage.speaker
        shared = self._stems((*sought.evidence, *sought.about)) & passage.stems
        stated = self._stems(sought.stated)
        text = self._layout.text[span.start : span.end]
        own = speaker is not None and speaker.entity_id == sought.party_id
        retracts = sought.kind is ResponseKind.RETRACTS
        return {
            "shared": min(_MOST_SHARED, len(shared)) / _MOST_SHARED,
            "rare": min(_MOST_RARE, sum(1 / self._spread[stem] for stem in shared)),
            "stated shared": len(stated & passage.stems) / max(1, len(stated)),
            "party": float(holds_any((span,), sought.mentions)),
            "accuses": float(_ACCUSES.search(text) is not None),
            "asks": float(_ASKS.search(text) is not None),
            "own": float(own and not retracts),
            "own, withdrawn": float(own and retracts),
            "another": float(speaker is not None and not own and speaker.source is not None),
            "firm": float(speaker is not None and not own and speaker.act in _FIRM),
            "length": min(1.0, len(passage.stems) / _MANY_STEMS),
        }

    def _describe_place(self, sought: Sought, passage: Passage) -> dict[str, float]:
        """Where it stands: before the answer, and in the article."""
        start = sought.evidence[0].start
        back = self._layout.sentence_at(start) - passage.number
        paragraphs = self._layout.paragraph_at(start) - passage.paragraph
        return {
            "distance": math.log1p(max(0, back)) / 4,
            "before": float(back == 1),
            "same": float(back == 0),
            "later": float(back < 0),
            "paragraph": float(paragraphs == 0),
            "paragraph before": float(paragraphs == 1),
            "lead": float(self._first <= passage.number < self._first + 2),
            "headline": float(passage.number < self._first),
        }

    def _prepare(self, number: int, span: Span) -> Passage:
        covers = [(_count_letters(each, span), each) for each in self._voices.attributions_in(span)]
        most = max(covers, key=lambda pair: pair[0], default=None)
        speaker = most[1] if most is not None and 3 * most[0] > span.end - span.start else None
        paragraph = self._layout.paragraph_at(span.start)
        return Passage(span, number, paragraph, self._stems((span,)), speaker)

    def _cut(self, passage: Passage, end: int) -> Passage:
        """The part of a sentence that stands before the answer in it."""
        words = self._layout.words_in(Span(passage.span.start, max(end, passage.span.start + 1)))
        words = [word for word in words if word.end <= end]
        if not words:
            return Passage(passage.span, passage.number, passage.paragraph, frozenset(), None)
        return self._prepare(passage.number, Span(words[0].start, words[-1].end))

    def _stems(self, spans: Spans) -> frozenset[str]:
        return stems_in(self._layout.text, spans)


def _count_letters(attribution: Attribution, span: Span) -> int:
    """How many letters of a passage an attribution's content covers."""
    return sum(
        max(0, min(span.end, piece.end) - max(span.start, piece.start))
        for piece in attribution.content
    )


def _weigh(described: Mapping[str, float]) -> float:
    return sum(WEIGHTS.get(name, 0.0) * value for name, value in described.items())

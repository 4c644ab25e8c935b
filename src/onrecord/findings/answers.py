"""Passages that show an answer or its absence, before anybody is resolved."""

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.findings.answering_subjects import LONGEST_SUBJECT, subject_before
from onrecord.findings.content_words import content_stems
from onrecord.findings.passages import Taken
from onrecord.findings.said_not_so import find_not_so
from onrecord.findings.spoken_answers import (
    find_disowned,
    find_innocence,
    find_said_not,
    find_spoken,
)
from onrecord.findings.subjects import find_asked, is_asked
from onrecord.findings.voices import Voices
from onrecord.findings.wordings import Wording, find_wordings, left_unsaid
from onrecord.records import Act, Article, Attribution, ResponseKind, Span, Spans
from onrecord.resolution.layout import Layout, lay_out
from onrecord.resolution.parties import Party
from onrecord.resolution.spokespeople import Spokesperson, find_spokespeople

_CONFIRMS = re.compile(r"\bconfirm(?:s|ed|ing)?\b", re.IGNORECASE)
_ADMITS = re.compile(
    r"\b(?:acknowledg(?:es|ed|ing)|admit(?:s|ted|ting)|conced(?:es|ed|ing)|accept(?:s|ed|ing))\b",
    re.IGNORECASE,
)
_NEVER_SAID = re.compile(
    r"\b(?:never|not|n[’']t)\s(?:ever\s)?(?:said|say|claim(?:ed)?)\b", re.IGNORECASE
)
_BUT = re.compile(r"\b(?:but|though|although|however|while|only)\b", re.IGNORECASE)
# "No such conversation took place" says itself that somebody claimed one.
_NAMES_CLAIM = re.compile(r"no\ssuch\s|nothing\sof\sthe\s", re.IGNORECASE)
_THROUGH = re.compile(r"\bthrough\s(?P<who>(?:an?|his|her|its|their|the)\s(?:\w+\s)?spokes\w+)")
_COORDINATED = re.compile(r",\s(?:but|and|yet)\s(?:\w+ly\s|also\s|has\s|had\s)?$")
_SUBORDINATE = re.compile(r"\b(?:after|when|while|since|before|because|though|although)\s$")
_LEAST_SHARED = 2
_NEAR = 30
# What bears a claim out or speaks against it answers nothing: "the records contradict her".
_THINGS = re.compile(
    r"^(?:(?:the|this|that|these|those|his|her|its|their|several|some|many|all|of|new|such|[A-Z][\w.]+[’']s?)\s)*"
    r"(?:\w+\s(?:and\s\w+\s)?)?(?:findings?|records?|data|videos?|footage|evidence|documents?|e-?mails|polls?|"
    r"surveys?|figures|numbers|results?|support|success|victory|stream|facts|transcripts?|tapes?|history|"
    r"statement\sof|policy|policies|laws?|bills?|rules?|primaries|there[’']s\sno)\b"
    r"(?=\s*$|,|\s(?:of|by|from|in|on|for|that|which|showing|collected|released|obtained|and)\b)",
    re.IGNORECASE,
)
# Those whom a poll asked accept and acknowledge nothing that was put to them.
_SHARE = re.compile(r"\bper\s?cent\b|%")
_STATED = frozenset(
    {ResponseKind.DENIES, ResponseKind.DISPUTES, ResponseKind.CONFIRMS, ResponseKind.DECLINES}
)
_EARLIER = re.compile(
    r"\b(?:in\s(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December)|last\s(?:year|month|spring|summer|fall|autumn|winter)|(?:years?|months?)\s(?:ago|"
    r"earlier)|in\s(?:19|20)\d\d)\b"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A passage in which somebody answers or is silent.

    Attributes:
        evidence: from the party, where it stands in the clause, to the end of the answer.
        attribution: the denial or confirmation that it was read from, where it is one.
        least_shared: how many meaning words a claim must share for this to answer it; None: the
            words say themselves that something is answered, whether the claim is found or not.
        names_party: whether that claim must speak of the party: "I never met her".
        contests: whether it contests a claim without "deny": a denial by a party to the matter, a
            dispute by anybody else.
        says_not: whether it says itself that something is not so: "confirms that it is not in
            talks" contests a claim of talks, and confirms their denial.
    """

    party: Party
    kind: ResponseKind
    evidence: Spans
    spokesperson: Party | None = None
    attribution: Attribution | None = None
    least_shared: int | None = None
    names_party: bool = False
    contests: bool = False
    says_not: bool = False

    @property
    def parties(self) -> tuple[Party, ...]:
        """Whom resolution has to find."""
        return (self.party,) if self.spokesperson is None else (self.party, self.spokesperson)


def find_answers(article: Article, attributions: Sequence[Attribution]) -> tuple[Answer, ...]:
    """Find the passages that show an answer or its absence, in text order.

    Wordings of the text come first; attributions whose act is a confirmation add what no wording
    covers. One passage is one answer.
    """
    reader = _AnswerReader(lay_out(article.text), attributions, find_spokespeople(article))
    found = [each for each in map(reader.read_wording, find_wordings(article.text)) if each]
    found.extend(reader.read_sayings(found))
    found.sort(key=lambda answer: answer.evidence)
    return tuple(found)


class _AnswerReader:
    """What reading the answers of one text looks up again and again; made for it."""

    def __init__(
        self,
        layout: Layout,
        attributions: Sequence[Attribution],
        spokespeople: Sequence[Spokesperson],
    ) -> None:
        self.layout = layout
        self.attributions = attributions
        self.voices = Voices(attributions)
        self.cues = sorted(
            (cue.start, number)
            for number, attribution in enumerate(attributions)
            for cue in attribution.cue
        )
        self.spokespeople = sorted(spokespeople, key=lambda each: each.noun)

    def read_wording(self, wording: Wording) -> Answer | None:
        """The answer that a wording shows; None where nobody is seen to give it, or long ago."""
        trigger = wording.trigger
        quotation = self.layout.quotation_at(trigger.start)
        holder = self._attribution_of(trigger)
        words = wording.party
        if words is None and holder is not None and holder.source is not None:
            source = holder.source[0]
            quoted = self.layout.quotation_at(source.start)
            words = source if quotation is None or quoted is not None else None
        if quotation is None and (words is None or self._is_subordinate(words)):
            words = self._subject_of_coordinated(trigger.start) or words
        if words is None and quotation is None:
            words = subject_before(self.layout, trigger.start)
        if words is None:
            return None
        if _THINGS.search(self.layout.text[words.start : words.end]) is not None:
            return None
        if wording.kind in _STATED and self._is_background(words, trigger):
            return None
        if wording.kind.is_silence and self._is_told_by_another(trigger, holder):
            return None
        answer = self._make_answer(words, wording.kind, trigger, holder)
        return replace(answer, contests=wording.contests)

    def _is_subordinate(self, words: Span) -> bool:
        """Whether words are the subject of a clause inside another: "after her office denied"."""
        before = self.layout.text[max(0, words.start - _NEAR) : words.start]
        return _SUBORDINATE.search(before) is not None

    def _subject_of_coordinated(self, position: int) -> Span | None:
        """The subject of "…, but rejected it": that of the verb with which the sentence begins."""
        sentence = self.layout.sentence_span(self.layout.sentence_at(position))
        if _COORDINATED.search(self.layout.text, sentence.start, position) is None:
            return None
        first = bisect.bisect_left(self.cues, (sentence.start, -1))
        for start, number in self.cues[first : first + 1]:
            source = self.attributions[number].source
            if start < position and source is not None and source[0].start >= sentence.start:
                return source[0]
        return None

    def read_sayings(self, found: Sequence[Answer]) -> Iterator[Answer]:
        """What no wording covers: sayings that confirm, and those whose words are an answer."""
        taken = Taken()
        for answer in found:
            for span in answer.evidence:
                taken.take(span)
        for attribution in self.attributions:
            if attribution.source is None:
                continue
            for answer in (*self._read_confirmation(attribution), *self._read_spoken(attribution)):
                if all(taken.take(span) for span in answer.evidence):
                    yield answer

    def _read_confirmation(self, attribution: Attribution) -> Iterator[Answer]:
        """A saying that confirms, or that admits and with a "but" takes a part back."""
        kind = self._kind_of_confirmation(attribution)
        if kind is None or attribution.source is None:
            return
        source = attribution.source[0]
        if _THINGS.search(self.layout.text[source.start : source.end]) is not None:
            return
        if _SHARE.search(self.layout.text, source.start, source.end) is not None:
            return
        span = Span(attribution.cue[0].start, attribution.cue[-1].end)
        sentence = self.layout.sentence_span(self.layout.sentence_at(span.start))
        end = max(span.end, min(attribution.content[0].end, sentence.end))
        trigger = Span(span.start, end) if end - span.start <= LONGEST_SUBJECT else span
        answer = self._make_answer(attribution.source[0], kind, trigger, attribution)
        # "Acknowledged …, but" takes up what another said, if it shares but a word with that.
        partly = kind is ResponseKind.PARTLY_CONFIRMS
        stems = content_stems(self.layout.words_in(attribution.content[0]))
        least = 1 if partly or len(stems) < _LEAST_SHARED else _LEAST_SHARED
        says_not = not partly and find_not_so(self.layout.text, attribution.content[0]) is not None
        yield replace(answer, least_shared=least, says_not=says_not)

    def _read_spoken(self, attribution: Attribution) -> Iterator[Answer]:
        """The sentences of a content that are themselves an answer."""
        source = attribution.source
        if source is None:
            return
        for wording in find_spoken(self.layout, attribution):
            answer = self._make_answer(source[0], wording.kind, wording.trigger, attribution)
            start = wording.trigger.start
            names_claim = _NAMES_CLAIM.match(self.layout.text, start) is not None
            answers = names_claim or wording.kind is ResponseKind.DECLINES
            least = None if answers or is_asked(self.layout, start) else 0
            open_answer = wording.kind is ResponseKind.NEITHER_CONFIRMS_NOR_DENIES
            if open_answer and find_asked(self.layout, answer.evidence) is None:
                continue
            yield replace(answer, least_shared=least, contests=wording.contests)
        for wording in find_disowned(self.layout, attribution):
            answer = self._make_answer(source[0], wording.kind, wording.trigger, attribution)
            # "I never said that" takes up what somebody says that he said.
            said = _NEVER_SAID.search(self.layout.text, wording.trigger.start, wording.trigger.end)
            if said is not None:
                yield replace(answer, least_shared=1)
            else:
                yield replace(answer, least_shared=_LEAST_SHARED, names_party=True)
        for wording in find_said_not(self.layout, attribution):
            answer = self._make_answer(source[0], wording.kind, wording.trigger, attribution)
            yield replace(
                answer, least_shared=_LEAST_SHARED, names_party=True, contests=True, says_not=True
            )
        for wording in find_innocence(self.layout, attribution):
            answer = self._make_answer(source[0], wording.kind, wording.trigger, attribution)
            least = None if wording.names_claim else 0
            yield replace(answer, least_shared=least, names_party=True)

    def _kind_of_confirmation(self, attribution: Attribution) -> ResponseKind | None:
        text = self.layout.text
        if attribution.act is not Act.CONFIRMS or attribution.negated or attribution.hedged:
            return None
        start, end = attribution.cue[0].start, attribution.cue[-1].end
        cue = " ".join(text[span.start : span.end] for span in attribution.cue)
        if left_unsaid(text, start) is not None:
            return None
        if _ADMITS.search(cue):
            # "He admitted that it was late" alone is a saying like others, and answers no claim.
            sentence = self.layout.sentence_span(self.layout.sentence_at(start))
            takes_back = _BUT.search(text, end, max(end, sentence.end))
            return ResponseKind.PARTLY_CONFIRMS if takes_back else None
        return ResponseKind.CONFIRMS if _CONFIRMS.search(cue) else None

    def _is_background(self, words: Span, trigger: Span) -> bool:
        """Whether the answer is of another time, to an earlier report: "in November denied …"."""
        start = min(words.start, trigger.start)
        return _EARLIER.search(self.layout.text, start, trigger.end) is not None

    def _is_told_by_another(self, trigger: Span, holder: Attribution | None) -> bool:
        """Whether somebody says of another that he is silent: "He didn't answer you", she said."""
        told = self.voices.attribution_at(trigger.start)
        return told is not None and told is not holder and told.source is not None

    def _attribution_of(self, trigger: Span) -> Attribution | None:
        """The attribution whose cue begins in the trigger."""
        first = bisect.bisect_left(self.cues, (trigger.start, -1))
        last = bisect.bisect_left(self.cues, (trigger.end, -1))
        numbers = [number for _, number in self.cues[first:last]]
        return self.attributions[min(numbers)] if numbers else None

    def _spokesperson_in(self, words: Span) -> Spokesperson | None:
        first = bisect.bisect_left(self.spokespeople, words.start, key=lambda each: each.noun.start)
        for each in self.spokespeople[first : first + 1]:
            if each.noun.start < words.end:
                return each
        return None

    def _make_answer(
        self, words: Span, kind: ResponseKind, trigger: Span, attribution: Attribution | None
    ) -> Answer:
        party, text = Party((words,), (trigger,)), self.layout.text
        spokesperson = None
        speaks = self._spokesperson_in(words)
        if speaks is not None:
            spokesperson, party = party, Party(speaks.principal.words, (trigger,))
        through = _THROUGH.search(text, trigger.start, min(len(text), trigger.end + _NEAR))
        if spokesperson is None and through is not None:
            spokesperson = Party((Span(*through.span("who")),), (trigger,))
        start, end = min(words.start, trigger.start), max(words.end, trigger.end)
        far = trigger.start - words.end > LONGEST_SUBJECT
        evidence = (trigger,) if far else (Span(start, end),)
        return Answer(party, kind, evidence, spokesperson, attribution)

"""Passages that show an answer or its absence, before anybody is resolved."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.findings.answer_patterns import Wording, find_wordings, left_unsaid
from onrecord.records import Act, Article, Attribution, ResponseKind, Span, Spans
from onrecord.resolution.layout import Layout, lay_out
from onrecord.resolution.parties import Party
from onrecord.resolution.spokespeople import Spokesperson, find_spokespeople

_CONFIRMS = re.compile(r"\bconfirm(?:s|ed|ing)?\b", re.IGNORECASE)
_ADMITS = re.compile(
    r"\b(?:acknowledg(?:es|ed|ing)|admit(?:s|ted|ting)|conced(?:es|ed|ing))\b", re.IGNORECASE
)
_BUT = re.compile(r"\b(?:but|though|although|however|while|only)\b", re.IGNORECASE)
_THROUGH = re.compile(r"\bthrough\s(?P<who>(?:an?|his|her|its|their|the)\s(?:\w+\s)?spokes\w+)")
_CLAUSE_START = re.compile(
    r"(?:^|[;:\u2014]\s|[,”\"]\s(?:and|but|while|although|though|as|when|because)\s|"
    r"\s(?:but|while|although|whereas|that)\s|[”\"]\s|\s-{1,2}\s|\u2013\s)",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:(?:But|And|Yet|Still|However|Meanwhile|Asked[^,]*|In\sa\sstatement|On\s\w+day|Later|So|When\s"
    r"[^,]*|In\s[^,]{3,40}|After\s[^,]*|Through\sa\s\w+),?\s)+"
)
_VERB_BEFORE = re.compile(r"\s(?:who|which|that)\s*$")
_LONGEST_SUBJECT = 160
# A line that begins with its verb ("Says statement denying contact …") hides who speaks.
_VERBS = frozenset("says said asks asked calls called tells told adds denies confirms".split())
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
    """

    party: Party
    kind: ResponseKind
    evidence: Spans
    spokesperson: Party | None = None
    attribution: Attribution | None = None

    @property
    def parties(self) -> tuple[Party, ...]:
        """Whom resolution has to find."""
        return (self.party,) if self.spokesperson is None else (self.party, self.spokesperson)


def find_answers(article: Article, attributions: Sequence[Attribution]) -> tuple[Answer, ...]:
    """Find the passages that show an answer or its absence, in text order.

    Wordings of the text come first; attributions whose act is a confirmation add what no wording
    covers. One passage is one answer.
    """
    layout = lay_out(article.text)
    spokespeople = find_spokespeople(article)
    found: list[Answer] = []
    for wording in find_wordings(article.text):
        answer = _read_wording(layout, wording, attributions, spokespeople)
        if answer is not None:
            found.append(answer)
    found.extend(_read_confirmations(layout, attributions, found, spokespeople))
    return tuple(sorted(found, key=lambda answer: answer.evidence))


def _read_wording(
    layout: Layout,
    wording: Wording,
    attributions: Sequence[Attribution],
    spokespeople: Sequence[Spokesperson],
) -> Answer | None:
    quotation = layout.quotation_at(wording.trigger.start)
    holder = _attribution_of(wording.trigger, attributions)
    words = wording.party
    if words is None and holder is not None and holder.source is not None:
        source = holder.source[0]
        quoted = layout.quotation_at(source.start)
        words = source if quotation is None or quoted is not None else None
    if words is None and quotation is None:
        words = _subject_before(layout, wording.trigger.start)
    if words is None or (wording.kind in _STATED and _is_background(layout, words, wording)):
        return None
    return _make_answer(layout, words, wording.kind, wording.trigger, spokespeople, holder)


def _is_background(layout: Layout, words: Span, wording: Wording) -> bool:
    """Whether the answer is of another time, to an earlier report: "in November denied …"."""
    start, end = min(words.start, wording.trigger.start), wording.trigger.end
    return _EARLIER.search(layout.text, start, end) is not None


def _attribution_of(trigger: Span, attributions: Sequence[Attribution]) -> Attribution | None:
    """The attribution whose cue the trigger holds."""
    for attribution in attributions:
        if any(trigger.start <= cue.start < trigger.end for cue in attribution.cue):
            return attribution
    return None


def _subject_before(layout: Layout, position: int) -> Span | None:
    """The subject of the clause whose verb begins at a position."""
    sentence = layout.sentence_span(layout.sentence_at(max(0, position - 1)))
    if position <= sentence.start:
        return None
    start = sentence.start
    for boundary in _CLAUSE_START.finditer(layout.text, sentence.start, position):
        if boundary.end() < position - 2:
            start = boundary.end()
    opening = _OPENING.match(layout.text, start, position)
    if opening is not None and opening.end() < position - 2:
        start = opening.end()
    words = layout.words_in(Span(start, position))
    if not words or words[-1].end - words[0].start > _LONGEST_SUBJECT:
        return None
    if words[0].lower in _VERBS:
        return None
    span = Span(words[0].start, words[-1].end)
    relative = _VERB_BEFORE.search(layout.text[span.start : span.end])
    if relative is not None:
        span = Span(span.start, span.start + relative.start())
    return span


def _make_answer(
    layout: Layout,
    words: Span,
    kind: ResponseKind,
    trigger: Span,
    spokespeople: Sequence[Spokesperson],
    attribution: Attribution | None,
) -> Answer:
    party = Party((words,), (trigger,))
    spokesperson = None
    for each in spokespeople:
        if words.start <= each.noun.start < words.end:
            spokesperson, party = party, Party(each.principal.words, (trigger,))
            break
    through = _THROUGH.search(layout.text, trigger.start, min(len(layout.text), trigger.end + 30))
    if spokesperson is None and through is not None:
        spokesperson = Party((Span(*through.span("who")),), (trigger,))
    start, end = min(words.start, trigger.start), max(words.end, trigger.end)
    far = trigger.start - words.end > _LONGEST_SUBJECT
    evidence = (trigger,) if far else (Span(start, end),)
    return Answer(party, kind, evidence, spokesperson, attribution)


def _read_confirmations(
    layout: Layout,
    attributions: Sequence[Attribution],
    found: Sequence[Answer],
    spokespeople: Sequence[Spokesperson],
) -> Iterator[Answer]:
    """Attributions that confirm, or that admit and with a "but" take a part back."""
    for attribution in attributions:
        kind = ResponseKind.CONFIRMS
        cue = " ".join(layout.text[span.start : span.end] for span in attribution.cue)
        admits = _ADMITS.search(cue) is not None
        if attribution.act is not Act.CONFIRMS or attribution.negated or attribution.hedged:
            continue
        if attribution.source is None or not (admits or _CONFIRMS.search(cue)):
            continue
        span = Span(attribution.cue[0].start, attribution.cue[-1].end)
        if left_unsaid(layout.text, span.start) is not None:
            continue
        if any(_touch(answer.evidence, span) for answer in found):
            continue
        sentence = layout.sentence_span(layout.sentence_at(span.start))
        rest = layout.text[span.end : sentence.end]
        if admits and not _BUT.search(rest):
            # "He admitted that it was late": mostly a saying like others, and no answer to a claim.
            continue
        if admits:
            kind = ResponseKind.PARTLY_CONFIRMS
        trigger = Span(span.start, max(span.end, min(attribution.content[0].end, sentence.end)))
        if trigger.end - trigger.start > _LONGEST_SUBJECT:
            trigger = span
        yield _make_answer(layout, attribution.source[0], kind, trigger, spokespeople, attribution)


def _touch(evidence: Spans, span: Span) -> bool:
    return any(one.start < span.end and span.start < one.end for one in evidence)

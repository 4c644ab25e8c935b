"""Which passage an answer answers: what somebody claims, or what the author tells."""

from collections.abc import Callable, Sequence

from onrecord.findings.answered_passages import AnsweredPassages, Passage, Sought
from onrecord.findings.answers import Answer
from onrecord.findings.asked_matters import find_refusals, may_be_asked
from onrecord.findings.subjects import find_asked, is_asked, stated_in_answer, stems_of
from onrecord.records import Act, Attribution, Entity, ResponseKind, Span, Spans
from onrecord.resolution.layout import Layout

# How likely a passage must be among all: alone, beside the answer's own words for it, and in the
# author's voice, which is right less often.
_LIKELY, _LIKELY_BESIDE, _LIKELY_TOLD = 0.15, 0.3, 0.5


class Settler:
    """The passages of one article, and what of them each answer answers."""

    def __init__(
        self, layout: Layout, attributions: Sequence[Attribution], answers: Sequence[Answer]
    ) -> None:
        told = [answer.party.doing[0] for answer in answers]
        self._layout = layout
        self._passages = AnsweredPassages(layout, attributions, told)
        self._refusals = find_refusals(answers)

    def may_settle(self, answer: Answer) -> bool:
        """Whether it says enough to weigh passages by: "we do not discuss calls" does not."""
        quoted = self._layout.quotation_at(answer.party.doing[0].start) is not None
        return not quoted or answer.kind is not ResponseKind.DECLINES or self._is_asked(answer)

    def settle(self, answer: Answer, party: Entity) -> tuple[Attribution | None, Spans]:
        """The attribution that states what is answered, and the words beside it that say what.

        An answer can say itself what it answers ("denied that …"), or the question before it does.
        What the author tells is answered as well as what somebody claims.
        """
        own = self._find_stated(answer)
        stated = () if own is None else (own,)
        content = () if answer.attribution is None else answer.attribution.content
        sought = Sought(answer.kind, answer.evidence, content, stated, party.id, party.mentions)
        may_be = None if stated else self._judge_by(answer, party)
        passage, likely = self._passages.find(sought, may_be)
        if passage is None or likely < (_LIKELY_BESIDE if stated else _LIKELY):
            return None, stated
        if stated and not self._share_stems(stated, (passage.span,)):
            return None, stated
        claim = passage.speaker
        if claim is not None and claim.act is Act.DENIES and _is_quiet(answer):
            # What was denied is the matter, and not that it was.
            return None, tuple(sorted({*stated, *claim.content}))
        if claim is not None and _may_answer(answer, party, claim):
            return claim, stated
        in_question = own is not None and self._is_asked(answer) and passage.span.overlaps(own)
        if likely < _LIKELY_TOLD or in_question:
            return None, stated
        return None, tuple(sorted({*stated, passage.span}))

    def _find_stated(self, answer: Answer) -> Span | None:
        """The answer's own words, or those of the question before it, for what it answers."""
        words, trigger = answer.party.words[0], answer.party.doing[0]
        silent = answer.kind.is_silence
        asked = None if silent else find_asked(self._layout, answer.evidence)
        if asked is not None or self._layout.quotation_at(trigger.start) is not None:
            return asked
        return stated_in_answer(self._layout, words, trigger, is_silence=silent)

    def _judge_by(self, answer: Answer, party: Entity) -> Callable[[Passage], bool]:
        """What tells which passages can be meant at all.

        "Asked about the reports, she …" names what was reported before, and does not state it.
        """
        layout = self._layout
        asking = layout.sentence_at(answer.evidence[0].start) if self._is_asked(answer) else None

        def may_be(passage: Passage) -> bool:
            if passage.number == asking:
                return False
            return not _is_quiet(answer) or may_be_asked(
                layout, answer, party, passage, self._refusals
            )

        return may_be

    def _is_asked(self, answer: Answer) -> bool:
        return is_asked(self._layout, answer.party.doing[0].start)

    def _share_stems(self, some: Spans, others: Spans) -> bool:
        return bool(stems_of(self._layout, some) & stems_of(self._layout, others))


def _is_quiet(answer: Answer) -> bool:
    return answer.kind.is_silence or answer.kind is ResponseKind.DECLINES


def _may_answer(answer: Answer, party: Entity, claim: Attribution) -> bool:
    """Nobody answers his own claim, but whoever made one can withdraw it."""
    own = claim.entity_id == party.id
    answers = claim.source is not None and (not own or answer.kind is ResponseKind.RETRACTS)
    return answers and claim is not answer.attribution

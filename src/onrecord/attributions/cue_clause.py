"""The words of the clause that a cue stands in, without its content."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.attributions.cue_head import first_words, lower_words
from onrecord.attributions.word_classes import AUXILIARIES
from onrecord.records import Span, Spans

# Characters before a cue, or before its source, in which what bears on it is looked for.
_REACH = 160
_LEAD = 30
_OPENING = 6
_SUBJECT = 3
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+|\n")
_NEXT_END = re.compile(r"[.!?…\n]")
_QUESTION_WORDS = frozenset("who whom whose what when where why how which".split())
_CIRCUMSTANCE = frozenset("when after while because before".split())
_ASIDE = re.compile(r"\s*[,(—]\s*(?:who|whose|which|whom)\b")


@dataclass(frozen=True, slots=True)
class CueClause:
    """What stands around a cue, in lower case.

    Attributes:
        lead: the last words before the source, where it comes before the cue in its sentence.
        opens: whether the sentence begins with the lead.
        before: the words between source and cue; with no source before it, those before the cue.
        cue: the words of the cue and those between its pieces, up to a subordinate clause.
        opening: the first words of the content after the cue.
        asks: whether the clause is a question: "Has she said".
        subject: the first words of the source.
    """

    lead: tuple[str, ...]
    opens: bool
    before: tuple[str, ...]
    cue: tuple[str, ...]
    opening: tuple[str, ...]
    asks: bool
    subject: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The words up to the end of the cue."""
        return self.before + self.cue


def read_cue_clause(text: str, cue: Spans, source: Spans | None, content: Spans) -> CueClause:
    """Read the words around a cue.

    Args:
        text: the article's text.
        cue: the pieces of the cue.
        source: the pieces of the source, or None.
        content: the pieces of the content.
    """
    first, last = cue[0].start, cue[-1].end
    sentence = _find_sentence(text, first, source or ())
    earlier = [span for span in source or () if sentence <= span.start < first]
    taken = sorted((*content, *(source or ())))
    begin = _pass_aside(text, earlier, first) if earlier else sentence
    subject = earlier[0].start if earlier else sentence
    front = max(sentence, subject - _LEAD)
    lead = lower_words(text, tuple(_leave_out(front, subject, content)))
    after = tuple(span for span in content if span.start >= last)
    return CueClause(
        lead=lead,
        opens=front == sentence,
        before=lower_words(text, tuple(_leave_out(begin, first, taken))),
        cue=_cut_circumstance(lower_words(text, tuple(_leave_out(first, last, taken)))),
        opening=first_words(text, after[:1], _OPENING),
        asks=_is_inverted(lead) and _ends_in_question(text, last),
        subject=first_words(text, source or (), _SUBJECT),
    )


def _find_sentence(text: str, position: int, source: Spans) -> int:
    """Where the sentence of a position begins, as far back as matters."""
    low = max(0, position - _REACH)
    begin = low
    for match in _SENTENCE_END.finditer(text, low, position):
        # The full stop of "Gov. Ruiz" or of "the U.N." ends no sentence.
        if not any(span.start <= match.start() < span.end for span in source):
            begin = match.end()
    return begin


def _cut_circumstance(cue: tuple[str, ...]) -> tuple[str, ...]:
    """A cue without what went on meanwhile: "said, when she seemed to stumble"."""
    for position, word in enumerate(cue):
        if position and (word in _CIRCUMSTANCE or _is_as_if(cue, position)):
            return cue[:position]
    return cue


def _is_as_if(cue: tuple[str, ...], position: int) -> bool:
    """Whether a comparison begins: "went on, as if she had not heard", not "as if to say"."""
    return cue[position : position + 2] == ("as", "if") and cue[position + 2 : position + 3] != (
        "to",
    )


def _is_inverted(lead: tuple[str, ...]) -> bool:
    """Whether a question for yes or no opens: "But has | she", not "why has | she"."""
    return lead[-1:] != () and lead[-1] in AUXILIARIES and _QUESTION_WORDS.isdisjoint(lead)


def _ends_in_question(text: str, position: int) -> bool:
    end = _NEXT_END.search(text, position)
    return end is not None and end.group() == "?"


def _pass_aside(text: str, source: Sequence[Span], cue: int) -> int:
    """Where the words between source and cue begin, after what is said of the source by the way.

    "One grower, who did not want his name in the paper, said" denies nothing.
    """
    end = min(source[-1].end, cue)
    between = text[end:cue]
    if _ASIDE.match(between) or _ASIDE.search(text, source[0].start, end):
        return end + max(between.rfind(","), between.rfind(")"), between.rfind("—")) + 1
    return end


def _leave_out(begin: int, end: int, taken: Sequence[Span]) -> Iterator[Span]:
    """What is left of a stretch of text without the spans."""
    for span in taken:
        if span.end <= begin or span.start >= end:
            continue
        if begin < span.start:
            yield Span(begin, span.start)
        begin = max(begin, span.end)
    if begin < end:
        yield Span(begin, end)

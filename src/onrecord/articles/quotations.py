"""What stands between quotation marks: pairs of marks, paragraph by paragraph."""

import re
from dataclasses import dataclass

from onrecord.articles.quotationmarks import pair_marks
from onrecord.articles.sentences import split_paragraphs
from onrecord.records import Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """One stretch of text in quotation marks, inside one paragraph.

    Attributes:
        outer: with the marks; ends with the paragraph where the closing mark is missing.
        inner: what stands between them.
        continues: the paragraph before left its quotation open and this one opens it again by the
            same mark, as newspapers print a quotation of several paragraphs.
    """

    outer: Span
    inner: Span
    continues: bool = False


# In a quoted transcript another speaker's words begin here.
_TURN = re.compile(r"[A-Z][A-Z.'’-]+(?: [A-Z.'’-]+){0,4}:\s")


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Every quotation of the text, outermost ones only, in order.

    Double marks, guillemets either way round, low marks („…“) and single ones, which may stand
    around double ones and may be apostrophes. A quotation left open ends with its paragraph; where
    others are closed after it, it counts only if the next paragraph opens it again.
    """
    quotations: list[Quotation] = []
    paragraphs = split_paragraphs(text)
    open_mark = ""
    for number, paragraph in enumerate(paragraphs):
        following = text[paragraphs[number + 1].start] if number + 1 < len(paragraphs) else ""
        marks = pair_marks(text, paragraph, following)
        found = (*marks.pairs, marks.left_open) if marks.left_open else marks.pairs
        for pair in found:
            resumes = pair.outer.start == paragraph.start and text[paragraph.start] == open_mark
            resumes = resumes and not _TURN.match(text, pair.inner.start)
            quotations.append(Quotation(pair.outer, pair.inner, continues=resumes))
        open_mark = text[marks.left_open.outer.start] if marks.left_open else ""
    return tuple(quotations)

"""What stands between quotation marks: pairs of marks, paragraph by paragraph."""

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
        continues: the paragraph before left its quotation open and this one opens it again, as
            newspapers print a quotation of several paragraphs.
    """

    outer: Span
    inner: Span
    continues: bool = False


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Every quotation of the text, outermost ones only, in order.

    Double marks, guillemets either way round, low marks („…“) and single ones, which may stand
    around double ones and may be apostrophes. A quotation left open ends with its paragraph; where
    others are closed after it, it counts only if the next paragraph opens it again.
    """
    quotations: list[Quotation] = []
    paragraphs = split_paragraphs(text)
    was_left_open = False
    for number, paragraph in enumerate(paragraphs):
        following = text[paragraphs[number + 1].start] if number + 1 < len(paragraphs) else ""
        marks = pair_marks(text, paragraph, following)
        found = (*marks.pairs, marks.left_open) if marks.left_open else marks.pairs
        for pair in found:
            resumes = was_left_open and pair is found[0] and pair.outer.start == paragraph.start
            quotations.append(Quotation(pair.outer, pair.inner, continues=resumes))
        was_left_open = marks.left_open is not None
    return tuple(quotations)

"""What stands between quotation marks: pairs of marks, paragraph by paragraph."""

import re
from dataclasses import dataclass

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


_DOUBLE = re.compile(r"[“”„‟«»\"＂]|''|``|‘‘|’’")
_SINGLE_OPEN = re.compile(r"(?<![\w’'])[‘'‹](?=[\w“\"$£€(\[…])")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…;:%)\]—–-])[’'›](?!\w)")
# A plural possessive ("the workers’ union") looks like a closing mark; it is none where a real one
# still follows.
_POSSESSIVE = re.compile(r"(?<=s)[’'] [a-z]")
_OPENING = frozenset(("“", "„", "‟", "«", "``", "‘‘"))
_CLOSING = frozenset(("”", "»", "’’"))
_LONGEST_SINGLE = 1200


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Every quotation of the text, outermost ones only, in order.

    Straight marks open after white space or a bracket and close elsewhere; curly ones and
    guillemets say what they do, German ones („…“) included. A quotation left open ends with its
    paragraph. Single marks count where no double ones surround them and where they cannot be
    apostrophes.
    """
    quotations: list[Quotation] = []
    left_open = False
    for paragraph in split_paragraphs(text):
        pairs, now_open = _pair_marks(text, paragraph)
        for number, (outer, inner) in enumerate(pairs):
            resumes = left_open and number == 0 and outer.start == paragraph.start
            quotations.append(Quotation(outer, inner, continues=resumes))
        left_open = now_open
    return tuple(quotations)


def _pair_marks(text: str, paragraph: Span) -> tuple[list[tuple[Span, Span]], bool]:
    """The pairs (outer, inner) of one paragraph, and whether its last quotation is left open."""
    pairs: list[tuple[Span, Span]] = []
    opened: re.Match[str] | None = None
    outside = paragraph.start
    for mark in _DOUBLE.finditer(text, paragraph.start, paragraph.end):
        if opened is None:
            if mark.group() in _CLOSING and mark.group() != "»":
                continue
            pairs.extend(_pair_single_marks(text, outside, mark.start()))
            opened = mark
        elif _closes(text, mark, opened, paragraph):
            if opened.end() < mark.start():
                outer = Span(opened.start(), mark.end())
                pairs.append((outer, Span(opened.end(), mark.start())))
            opened, outside = None, mark.end()
    if opened is None:
        pairs.extend(_pair_single_marks(text, outside, paragraph.end))
    elif opened.end() < paragraph.end:
        rest = (Span(opened.start(), paragraph.end), Span(opened.end(), paragraph.end))
        pairs.append(rest)
    return sorted(pairs), opened is not None


def _closes(text: str, mark: re.Match[str], opened: re.Match[str], paragraph: Span) -> bool:
    """Whether the mark closes the quotation that `opened` opened."""
    if opened.group() in {"„", "‟"}:
        return mark.group() in {"“", "”", '"'}
    if opened.group() == "»":
        return mark.group() == "«"
    if mark.group() in _OPENING:
        return False
    if mark.group() in {'"', "''", "＂"}:
        # A straight mark between a space and a letter opens a quotation within the quotation.
        before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
        after = text[mark.end()] if mark.end() < paragraph.end else " "
        opens_again = before.isspace() and after.isalnum()
        return not (opens_again and opened.group() in {"“", "«"})
    return True


def _pair_single_marks(text: str, start: int, end: int) -> list[tuple[Span, Span]]:
    """Quotations in single marks between two positions that hold no double ones."""
    pairs = []
    position = start
    while opening := _SINGLE_OPEN.search(text, position, end):
        closing = _find_single_close(text, opening.end(), min(end, opening.end() + _LONGEST_SINGLE))
        if closing is None or closing == opening.end():
            position = opening.end()
            continue
        pairs.append((Span(opening.start(), closing + 1), Span(opening.end(), closing)))
        position = closing + 1
    return pairs


def _find_single_close(text: str, start: int, end: int) -> int | None:
    candidates = [mark.start() for mark in _SINGLE_CLOSE.finditer(text, start, end)]
    later_opening = _SINGLE_OPEN.search(text, start, end)
    if later_opening:
        candidates = [c for c in candidates if c < later_opening.start()] or candidates[:1]
    for number, candidate in enumerate(candidates):
        more_follow = number + 1 < len(candidates)
        if not (more_follow and _POSSESSIVE.match(text, candidate)):
            return candidate
    return None

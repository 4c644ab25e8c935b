"""Pairs of quotation marks within one paragraph, whatever their style.

A mark's place says more than its shape: one after a space and before a letter opens, one after a
letter and before a space closes, as a reader takes them. The shape decides where the place leaves
it open. So inverted guillemets pair as others do, and so do marks that somebody typed wrongly.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from onrecord.records import Span


@dataclass(frozen=True, slots=True)
class Pair:
    """Two marks that belong together: with them, and what stands between them."""

    outer: Span
    inner: Span


@dataclass(frozen=True, slots=True)
class Marks:
    """The outermost pairs of one paragraph, in order, and the last of which the partner is missing.

    Attributes:
        left_open: reaches to the end of the paragraph.
    """

    pairs: tuple[Pair, ...]
    left_open: Pair | None = None


class _Side(Enum):
    OPENS = 1
    CLOSES = 2
    EITHER = 3


_MARK = re.compile(r"[“”„‟«»‹›\"＂]|''|``|‘‘|’’")
_SHAPES = {
    **dict.fromkeys(("“", "„", "‟", "``", "‘‘"), _Side.OPENS),
    **dict.fromkeys(("”", "’’"), _Side.CLOSES),
}
_POINTED = {"«": "«", "»": "«", "‹": "‹", "›": "‹"}
_OF_TWO = frozenset(("''", "``", "‘‘", "’’"))
_SINGLES = ("'", "‘", "‚")
_ALL_MARKS = "“”„‟«»‹›\"＂'`‘’‚‛"
_FREE_LEFT = frozenset("([{—–-/")
_FREE_RIGHT = frozenset(".,;:!?…)]}—–-/")
_NEVER_INSIDE = frozenset(",;:!?)]}")


def pair_marks(text: str, paragraph: Span, following: str) -> Marks:
    """The outermost quotations of a paragraph.

    A mark without a partner opens a quotation that the paragraph leaves open. Where others are
    closed after it, or where it could be an apostrophe, that takes the same mark at the start of
    the next paragraph.

    Args:
        text: the whole text.
        paragraph: where to look.
        following: the first character of the next paragraph, "" after the last.
    """
    doubles, strays = _pair_doubles(text, paragraph)
    stray = strays[-1] if strays else None
    if stray is not None and doubles and doubles[-1].outer.start > stray.start:
        if following == text[stray.start] and _starts_speech(text, paragraph, stray.start):
            doubles = [pair for pair in doubles if pair.outer.end <= stray.start]
        else:
            stray = None
    end = paragraph.end if stray is None else stray.start
    pairs = _add_singles(text, paragraph.start, end, doubles)
    if stray is None and following in _SINGLES:
        after = pairs[-1].outer.end if pairs else paragraph.start
        stray = _find_open_single(text, paragraph, after, following)
    if stray is None or stray.end >= paragraph.end:
        return Marks(pairs)
    left_open = Pair(Span(stray.start, paragraph.end), Span(stray.end, paragraph.end))
    return Marks(pairs, left_open)


def _starts_speech(text: str, paragraph: Span, position: int) -> bool:
    """Whether a sentence, or what a colon or comma announces, begins here."""
    while position > paragraph.start and text[position - 1].isspace():
        position -= 1
    return position == paragraph.start or text[position - 1] in ".,:!?…" + _ALL_MARKS


def _find_open_single(text: str, paragraph: Span, after: int, mark: str) -> Span | None:
    """The first such single mark after the last pair that can open a quotation."""
    for opening in _SINGLE_OPEN.finditer(text, after, paragraph.end):
        elided = _ELISION.match(text, opening.start())
        if (
            opening.group() == mark
            and not elided
            and _starts_speech(text, paragraph, opening.start())
        ):
            return Span(*opening.span())
    return None


def _pair_doubles(text: str, paragraph: Span) -> tuple[list[Pair], list[Span]]:
    """The outermost pairs of marks that are no apostrophes, and the opening marks left over."""
    pairs: list[Pair] = []
    opened: list[re.Match[str]] = []
    for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
        partner = _find_partner(mark, opened)
        side = _find_side(text, mark, paragraph)
        if side is _Side.EITHER:
            side = _Side.OPENS if partner is None else _Side.CLOSES
        if side is _Side.OPENS:
            opened.append(mark)
        elif partner is not None:
            opening = opened[partner]
            del opened[partner:]
            if opening.end() < mark.start():
                outer = Span(opening.start(), mark.end())
                while pairs and pairs[-1].outer.start > outer.start:
                    pairs.pop()
                pairs.append(Pair(outer, Span(opening.end(), mark.start())))
    return pairs, [Span(*mark.span()) for mark in opened]


def _find_partner(mark: re.Match[str], opened: Sequence[re.Match[str]]) -> int | None:
    """The last open mark that this one could close."""
    shape = mark.group()
    for number in range(len(opened) - 1, max(-1, len(opened) - 1 - _DEEPEST), -1):
        opening = opened[number].group()
        if _POINTED.get(shape) != _POINTED.get(opening):
            continue
        if shape != "’’" or opening in _OF_TWO:
            return number
    return None


_DEEPEST = 8
"""Marks that may stand open at once; more are no nesting."""


def _find_side(text: str, mark: re.Match[str], paragraph: Span) -> _Side:
    left, right = _neighbours(text, mark, paragraph)
    shape = mark.group()
    if shape in "„‟":
        return _Side.OPENS
    if (left.isspace() or left in _FREE_LEFT) and not (right.isspace() or right in _NEVER_INSIDE):
        return _Side.OPENS
    if not left.isspace() and (right.isspace() or right in _FREE_RIGHT):
        return _Side.CLOSES
    return _SHAPES.get(shape, _Side.EITHER)


def _neighbours(text: str, mark: re.Match[str], paragraph: Span) -> tuple[str, str]:
    """The characters beside a mark, other marks passed over; a space at the paragraph's ends."""
    before, after = mark.start() - 1, mark.end()
    lowest = max(paragraph.start, before - _DEEPEST)
    while before >= lowest and text[before] in _ALL_MARKS:
        before -= 1
    highest = min(paragraph.end, after + _DEEPEST)
    while after < highest and text[after] in _ALL_MARKS:
        after += 1
    left = text[before] if before >= paragraph.start else " "
    right = text[after] if after < paragraph.end else " "
    if right == "." and not text[after + 1 : after + 2].strip(" \n"):
        right = ","  # a full stop, and no "...and so on" that a quotation begins with
    return left, right


# Single marks: the same sign is an apostrophe.
_SINGLE_OPEN = re.compile(r"(?<![\w’'])[‘'‚‛](?=[\w“\"$£€«(\[…]|[’'][A-Z])")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…;:%)\]—–”\"»-])[’'‘](?!\w)")
# "the '90s", "rock 'n' roll", "tell 'em": letters are left out, nothing is quoted.
_ELISION = re.compile(r"[‘'’](?:\d\ds?|em|tis|twas|til|n(?=[’'‘]))\b", re.IGNORECASE)
# A plural possessive ("the workers’ union") and a clipped word ("cup o’ tea", "goin’ home") look
# like a closing mark; they are none where one follows that cannot be an apostrophe.
_APOSTROPHE = re.compile(r"(?:(?<=s)|(?<=\bo)|(?<=\wn))[’'] [a-z]")
_LONGEST_SINGLE = 1200


def _add_singles(text: str, start: int, end: int, doubles: Sequence[Pair]) -> tuple[Pair, ...]:
    """The pairs, with those of single marks that stand outside of them or around them."""
    pairs: list[Pair] = []
    upcoming = list(reversed(doubles))
    opening = _SINGLE_OPEN.search(text, start, end)
    while opening is not None:
        if upcoming and upcoming[-1].outer.start <= opening.start():
            pairs.append(upcoming.pop())
            position = pairs[-1].outer.end
            if opening.start() < position:
                opening = _SINGLE_OPEN.search(text, position, end)
            continue
        elided = _ELISION.match(text, opening.start())
        single = None if elided else _close_single(text, opening, end, upcoming)
        position = opening.end() if single is None else single.outer.end
        if single is not None:
            pairs.append(single)
            while upcoming and upcoming[-1].outer.start < position:
                upcoming.pop()
        opening = _SINGLE_OPEN.search(text, position, end)
    return (*pairs, *reversed(upcoming))


def _close_single(
    text: str, opening: re.Match[str], end: int, upcoming: Sequence[Pair]
) -> Pair | None:
    """The pair that a single mark opens: before the next double ones, or else around them."""
    start = opening.end()
    limit = min(end, start + _LONGEST_SINGLE)
    first = upcoming[-1].outer.start if upcoming else limit
    closing = _find_single_close(text, start, min(limit, first))
    if closing is None and first < limit:
        masked = _mask(text, start, limit, upcoming)
        closing = _find_single_close(masked, 0, len(masked))
        if closing is not None:
            closing += start
            if text[closing - 1] not in '.,!?…”"»—–':
                return None
    if closing is None or closing == start:
        return None
    return Pair(Span(opening.start(), closing + 1), Span(start, closing))


def _mask(text: str, start: int, end: int, upcoming: Sequence[Pair]) -> str:
    """The text with what stands in the pairs blotted out, marks included."""
    pieces = []
    for pair in reversed(upcoming):
        if pair.outer.start >= end:
            break
        pieces.append(text[start : pair.outer.start])
        pieces.append('"' * (min(end, pair.outer.end) - pair.outer.start))
        start = min(end, pair.outer.end)
    return "".join((*pieces, text[start:end]))


def _find_single_close(text: str, start: int, end: int) -> int | None:
    candidates = [mark.start() for mark in _SINGLE_CLOSE.finditer(text, start, end)]
    later_opening = _SINGLE_OPEN.search(text, start + 1, end)
    if later_opening:
        candidates = [c for c in candidates if c < later_opening.start()] or candidates[:1]
    for candidate in candidates:
        if not _APOSTROPHE.match(text, candidate):
            return candidate
    return candidates[0] if candidates else None

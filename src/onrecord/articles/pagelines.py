"""What kind of line each line of a page is, judged by its own wording and shape."""

import dataclasses
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from onrecord.articles.bylines import read_avatar, read_byline
from onrecord.articles.furniture import Furniture, recognise_furniture
from onrecord.articles.lineshapes import (
    count_words,
    ends_sentence,
    is_clock_time,
    is_item,
    is_prose,
    is_speech_turn,
)
from onrecord.articles.pagedates import is_date_line

_CREDIT = re.compile(
    r"^[\s(\[—–-]*(?:additional |with )?(?:reporting|writing|editing|compiled|edited|files|inputs?|"
    r"with (?:files|inputs?|reporting|agencies)|translated)\s(?:by|from)\s",
    re.IGNORECASE,
)

_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ .'’/-]{2,40},\s(?:[A-Z][\w. ]{2,20},\s)?"
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}|\d{1,2}\s(?:Jan|Feb|Mar|Apr|"
    r"May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?)\b(?!.*\d{4}).{0,60}$"
)
_PARTS = re.compile(r"\s+[|·•–—-]\s+")


class LineKind(Enum):
    """What a line is likely to be."""

    PROSE = auto()
    ITEM = auto()
    TIME = auto()
    FRAGMENT = auto()
    BYLINE = auto()
    DATE = auto()
    WEAK = auto()
    FURNITURE = auto()
    LINKS = auto()
    COMMENTS = auto()

    @property
    def is_body(self) -> bool:
        """Whether lines of this kind make up articles."""
        return self in (LineKind.PROSE, LineKind.ITEM)

    @property
    def is_certain_furniture(self) -> bool:
        """Whether such a line is furniture wherever it stands."""
        return self in (LineKind.FURNITURE, LineKind.LINKS, LineKind.COMMENTS)


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of a page and its kind."""

    text: str
    kind: LineKind


_BY_FURNITURE = {
    Furniture.WEAK: LineKind.WEAK,
    Furniture.PLAIN: LineKind.FURNITURE,
    Furniture.LINKS: LineKind.LINKS,
    Furniture.COMMENTS: LineKind.COMMENTS,
}


def judge_line(text: str) -> LineKind:
    """The kind of a line, looked at alone."""
    if _CREDIT.match(text):
        is_desk = text.lower().startswith("compiled by the ") and not ends_sentence(text)
        return LineKind.BYLINE if is_desk and is_byline(text) else LineKind.PROSE
    if _DATELINE.match(text):
        return LineKind.PROSE
    if is_clock_time(text):
        return LineKind.TIME
    if is_date_line(_drop_labels(text)):
        return LineKind.DATE
    furniture = recognise_furniture(text)
    if furniture is not Furniture.NONE:
        return _BY_FURNITURE[furniture]
    if is_byline(text):
        return LineKind.BYLINE
    if read_avatar(text) is not None:
        return LineKind.FURNITURE
    if is_item(text):
        return LineKind.ITEM
    if is_prose(text) or is_speech_turn(text):
        return LineKind.PROSE
    return LineKind.FRAGMENT


def mark_dates(lines: Sequence[PageLine], places: Collection[int]) -> list[PageLine]:
    """The same lines, those at the `places` as date lines."""
    return [
        dataclasses.replace(line, kind=LineKind.DATE) if index in places else line
        for index, line in enumerate(lines)
    ]


def _drop_labels(text: str) -> str:
    """The line without its parts that are furniture: "11 Jun 2024 · 3 min read"."""
    parts = _PARTS.split(text)
    if len(parts) < 2 or len(text) > 160:
        return text
    return " ".join(part for part in parts if recognise_furniture(part) is Furniture.NONE)


def is_byline(text: str) -> bool:
    """Whether the line is a byline and not a sentence that opens like one."""
    if ends_sentence(text) and count_words(text) > 8:
        return False
    return read_byline(text) is not None


def is_credit(text: str) -> bool:
    """Whether the line credits a wire's reporters and editors, at the foot of its copy."""
    return bool(_CREDIT.match(text))


def is_dump(lines: Sequence[PageLine]) -> bool:
    """Whether the text is a whole page with its furniture, and not an article alone.

    One line of furniture can be a coincidence ("Discussion" as a subheading); two are a page, or
    one among several single words of menus.
    """
    certain = sum(line.kind.is_certain_furniture for line in lines)
    weak = sum(line.kind is LineKind.WEAK for line in lines)
    return certain >= 2 or (certain >= 1 and weak >= 2) or weak >= 5

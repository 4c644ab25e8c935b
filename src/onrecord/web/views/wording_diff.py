"""Two wordings side by side: what stands in both, what in one alone."""

import difflib
import re
from dataclasses import dataclass

_WORD = re.compile(r"\s*\S+")
_EDGES = "\"“”‘’'.,;:!?()[] "


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words.

    Attributes:
        shared: whether it stands in the other wording too.
    """

    text: str
    shared: bool


def compare_wordings(first: str, second: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both texts in pieces; put together, the pieces of each are the text on one line."""
    mine, theirs = _words_of(first), _words_of(second)
    matcher = difflib.SequenceMatcher(None, _bare(mine), _bare(theirs), autojunk=False)
    left: list[Piece] = []
    right: list[Piece] = []
    for kind, low, high, below, above in matcher.get_opcodes():
        shared = kind == "equal"
        if high > low:
            left.append(Piece("".join(mine[low:high]), shared))
        if above > below:
            right.append(Piece("".join(theirs[below:above]), shared))
    return tuple(left), tuple(right)


def _words_of(text: str) -> list[str]:
    """Words with the white space before them."""
    return _WORD.findall(" ".join(text.split()))


def _bare(words: list[str]) -> list[str]:
    return [word.strip(_EDGES).casefold() or word.strip() for word in words]

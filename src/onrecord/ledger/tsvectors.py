"""Texts and searches as PostgreSQL's tsvector and tsquery, in words as SQLite's FTS5 cuts them.

PostgreSQL's own parser makes one word of an address or a number with its sign, two of "well-known"
and others by the locale of the server. One search has to find the same in both stores, so words
are cut here: letters and digits, without case and diacritics, and nothing is stemmed or left out.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence

_LAST_POSITION = 16_383
"""PostgreSQL counts no further: phrases are not told apart beyond, single words are."""
_LONGEST_WORD = 255
"""Characters; a word may have 2,046 bytes."""
_LONGEST_TEXT = 150_000
"""Characters of one text that are searched; a tsvector may have a million bytes."""


def split_words(text: str) -> list[str]:
    """The words of a text as they are compared."""
    words = text[:_LONGEST_TEXT].translate(_folds).split(" ")
    return [word[:_LONGEST_WORD] for word in words if word]


def make_tsvector(texts: Iterable[str]) -> str:
    """Several texts as one tsvector; no phrase reaches from one of them into the next."""
    positions: defaultdict[str, list[int]] = defaultdict(list)
    position = 1
    for text in texts:
        for word in split_words(text):
            positions[word].append(min(position, _LAST_POSITION))
            position += 1
        position += 1
    return " ".join(f"{word}:{','.join(map(str, at))}" for word, at in positions.items())


def make_tsquery(pieces: Sequence[tuple[str, bool]]) -> str:
    """A search as a tsquery: every piece, its words together, a last word that is only begun.

    Args:
        pieces: the words of each piece, and whether its last one is the beginning of a word.

    Returns:
        "" where there is no word in it; that matches nothing.
    """
    found = []
    for text, is_begun in pieces:
        words = split_words(text)
        if words:
            found.append(" <-> ".join(words) + (":*" if is_begun else ""))
    return " & ".join(f"({piece})" for piece in found)


class _Folds(dict[int, str]):
    """What becomes of each character, worked out when it is first seen."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold(chr(code))
        return folded


_folds = _Folds()


def _fold(character: str) -> str:
    if "\u0300" <= character <= "\u036f":
        return ""
    category = unicodedata.category(character)
    if category[0] not in "LN" and category != "Co":
        return " "
    base = unicodedata.normalize("NFD", character)[0]
    # FTS5 takes marks off Latin letters alone.
    plain = base if base.isascii() else character
    folded = plain.casefold()
    return folded if len(folded) == 1 else plain.lower()[0]

"""Text → the numbers that the encoder reads, with the characters that each of them covers.

Nothing outside the neural reader and its training uses this file: everywhere else positions are
characters.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from onrecord.articles.quotations import find_quotations

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from onrecord.articles.quotations import Quotation

    Integers = NDArray[np.int64]

CLS, SEP, COLON, BREAK = 101, 102, 1024, 1
"""Ids in the BERT vocabulary; BREAK is its first unused piece and stands for a new paragraph."""

WINDOW = 160
"""Pieces in one window of the encoder, [CLS] and [SEP] included."""
OVERLAP = 16
"""Pieces that two windows share, so that every unit is read with context on both sides.

Attention grows with a window's length, what is read twice with its shortness.
"""

# One spelling for each kind of mark, so that a text reads the same in straight and curly quotes.
# Every replacement is one character long: offsets stay those of the text.
_PLAIN_MARKS = str.maketrans("“”„‟«»＂‘’‚‛‹›`–", '"""""""\'\'\'\'\'\'’—'.replace("’", "'"))

_NEWLINE = re.compile(r"\n")

QUOTE_STATES = 3
"""Outside quotation marks, a mark itself, between marks."""
MARK = 1
CASES = 4
"""Lower case, capitalised, all capitals, no letters."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """One text as word pieces, and which of them begin a unit (a word or a punctuation mark).

    Attributes:
        pieces: ids of word pieces, shape (P,).
        quotes: quotation state of each piece, shape (P,).
        cases: letter case of each piece, shape (P,).
        firsts: index of the first piece of each unit, shape (U,).
        starts, ends: code points of the text that each unit covers, shape (U,); a paragraph break
            is a unit that covers nothing.
    """

    pieces: Integers
    quotes: Integers
    cases: Integers
    firsts: Integers
    starts: Integers
    ends: Integers

    def __len__(self) -> int:
        """Number of units."""
        return len(self.firsts)


def load_tokenizer(definition: str) -> Tokenizer:
    """A tokenizer from the JSON of the `tokenizers` library, without truncation or padding."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_str(definition)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def tokenize(
    text: str, tokenizer: Tokenizer, quotations: Sequence[Quotation] | None = None
) -> Tokens:
    """Cut a text into units and pieces; linear in its length.

    Args:
        text: the text.
        tokenizer: cuts words into pieces.
        quotations: what `find_quotations` finds in the text; found here where not given.
    """
    if quotations is None:
        quotations = find_quotations(text)
    encoding = tokenizer.encode(_spell_plainly(text, quotations), add_special_tokens=False)
    pieces = np.asarray(encoding.ids, dtype=np.int64)
    offsets = np.fromiter(chain.from_iterable(encoding.offsets), np.int64).reshape(-1, 2)
    words = np.asarray([-1 if word is None else word for word in encoding.word_ids], dtype=np.int64)
    # A piece that covers nothing (a stripped accent on its own) belongs to the unit before it.
    is_first = np.ones(len(pieces), dtype=bool)
    is_first[1:] = words[1:] != words[:-1]
    firsts = np.flatnonzero(is_first)
    lasts = np.append(firsts[1:], len(pieces)) - 1 if len(firsts) else firsts
    starts, ends = offsets[firsts, 0], offsets[lasts, 1]
    quotes = _quote_states(quotations, len(text))[starts]
    covered = map(text.__getitem__, map(slice, starts.tolist(), ends.tolist()))
    cases = np.fromiter(map(_case, covered), np.int64, len(firsts))
    unit_of_piece = np.cumsum(is_first) - 1
    tokens = Tokens(pieces, quotes[unit_of_piece], cases[unit_of_piece], firsts, starts, ends)
    return _mark_paragraphs(tokens, text)


def _spell_plainly(text: str, quotations: Sequence[Quotation]) -> str:
    """The text with one spelling for each kind of mark, double ones around every quotation."""
    letters = list(text.translate(_PLAIN_MARKS))
    for quotation in quotations:
        outer, inner = quotation.outer, quotation.inner
        if inner.start - outer.start == 1:
            letters[outer.start] = '"'
        if outer.end - inner.end == 1:
            letters[inner.end] = '"'
    return "".join(letters)


def _quote_states(quotations: Sequence[Quotation], length: int) -> Integers:
    states = np.zeros(length + 1, dtype=np.int64)
    for quotation in quotations:
        states[quotation.outer.start : quotation.outer.end] = MARK
        states[quotation.inner.start : quotation.inner.end] = 2
    return states


@functools.lru_cache(maxsize=1 << 14)  # the words of newspapers repeat
def _case(word: str) -> int:
    if not any(map(str.isalpha, word)):
        return 3
    if word.isupper() and len(word) > 1:
        return 2
    return 1 if word[0].isupper() else 0


def _mark_paragraphs(tokens: Tokens, text: str) -> Tokens:
    """Put a BREAK piece, a unit of its own, where a line ends between two units."""
    newlines = np.asarray([match.start() for match in _NEWLINE.finditer(text)], dtype=np.int64)
    passed = np.searchsorted(newlines, tokens.starts[1:])
    breaks = 1 + np.flatnonzero(passed > np.searchsorted(newlines, tokens.ends[:-1]))
    if not len(breaks):
        return tokens
    at_piece = tokens.firsts[breaks]
    is_first = np.zeros(len(tokens.pieces), dtype=np.int64)
    is_first[tokens.firsts] = 1
    positions = tokens.ends[breaks - 1]
    return Tokens(
        pieces=np.insert(tokens.pieces, at_piece, BREAK),
        quotes=np.insert(tokens.quotes, at_piece, 0),
        cases=np.insert(tokens.cases, at_piece, 3),
        firsts=np.flatnonzero(np.insert(is_first, at_piece, 1)),
        starts=np.insert(tokens.starts, breaks, positions),
        ends=np.insert(tokens.ends, breaks, positions),
    )


def find_windows(
    tokens: Tokens, *, size: int = WINDOW, overlap: int = OVERLAP
) -> Iterator[tuple[int, int]]:
    """Ranges of pieces, each about a window's, that together cover the text.

    As few windows as the overlap allows, all of about the same length: so little is read twice.

    Args:
        tokens: the text.
        size: pieces in a window, two of them for [CLS] and [SEP].
        overlap: pieces that neighbours share, give or take a unit.

    Yields:
        start and end piece, at unit boundaries. A unit longer than the overlap (a number or a
        name of a file; at most 100 letters, a longer word is one unknown piece) may lie across it:
        the window that begins with it is longer by as much.
    """
    length, room = len(tokens.pieces), size - 2
    if length == 0:
        return
    is_first = np.zeros(length + 1, dtype=bool)
    is_first[tokens.firsts] = True
    is_first[length] = True
    count = max(1, -(-(length - overlap) // (room - overlap)))
    step = (length - overlap) / count
    end = 0
    for number in range(count):
        start = min(end, _step_forward(is_first, int(number * step)))
        end = length if number == count - 1 else int((number + 1) * step + overlap)
        end = _step_back(is_first, end, start)
        yield start, end


def _step_forward(is_first: NDArray[np.bool_], position: int) -> int:
    """The first unit boundary at or after the position."""
    while not is_first[position]:
        position += 1
    return position


def _step_back(is_first: NDArray[np.bool_], position: int, lowest: int) -> int:
    """The last unit boundary at or before the position, but after the lowest."""
    while position > lowest + 1 and not is_first[position]:
        position -= 1
    return position

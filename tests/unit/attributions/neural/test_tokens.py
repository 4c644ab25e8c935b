import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters import TOKENIZER
from onrecord.attributions.neural.tokens import BREAK, Tokens, find_windows, tokenize


def units(text: str) -> list[str]:
    tokens = tokenize(text, TOKENIZER)
    return [text[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True)]


def test_units_are_words_and_marks_and_cover_their_characters():
    assert units("“Go,” he said.") == ["“", "Go", ",", "”", "he", "said", "."]


def test_a_new_paragraph_is_a_unit_that_covers_nothing():
    tokens = tokenize("One.\n\nTwo.", TOKENIZER)
    assert [tokens.pieces[first] for first in tokens.firsts].count(BREAK) == 1
    assert units("One.\n\nTwo.") == ["One", ".", "", "Two", "."]


def test_quotation_marks_of_every_style_read_the_same():
    styles = ["“go” he", '"go" he', "«go» he"]
    read = [tokenize(text, TOKENIZER) for text in styles]
    for tokens in read[1:]:
        assert tokens.pieces.tolist() == read[0].pieces.tolist()
        assert tokens.quotes.tolist() == read[0].quotes.tolist()


def test_quotation_states_and_cases():
    tokens = tokenize("“Go” NATO 5", TOKENIZER)
    of_units = tokens.firsts
    assert tokens.quotes[of_units].tolist() == [1, 2, 1, 0, 0]
    assert tokens.cases[of_units].tolist() == [3, 1, 3, 2, 3]


@pytest.mark.parametrize("text", ["", " \n ", "🙂", "שלום «אמת»", "e\u0301a", "\u200d"])
def test_odd_texts_give_units_inside_the_text(text):
    tokens = tokenize(text, TOKENIZER)
    assert all(0 <= s <= e <= len(text) for s, e in zip(tokens.starts, tokens.ends, strict=True))


def make_tokens(sizes: list[int]) -> Tokens:
    firsts = np.cumsum([0, *sizes[:-1]]) if sizes else np.zeros(0, dtype=np.int64)
    pieces = np.full(sum(sizes), 5)
    positions = np.arange(len(sizes))
    return Tokens(pieces, pieces * 0, pieces * 0, firsts, positions, positions + 1)


@given(
    st.lists(st.integers(1, 6), max_size=60),
    st.integers(30, 60),
    st.integers(12, 20),
)
def test_windows_cover_the_text_fit_and_move_on(sizes, size, overlap):
    tokens = make_tokens(sizes)
    windows = list(find_windows(tokens, size=size, overlap=overlap))
    covered: set[int] = set()
    for start, end in windows:
        assert 0 <= start < end <= len(tokens.pieces)
        assert end - start <= size - 2
        assert start in tokens.firsts
        covered.update(range(start, end))
    assert covered == set(range(len(tokens.pieces)))
    assert all(one[1] < other[1] for one, other in itertools.pairwise(windows))


@pytest.mark.parametrize("before", range(40, 100))
def test_a_unit_longer_than_the_overlap_is_in_a_window_too(before):
    long = 28
    tokens = make_tokens([1] * before + [long] + [1] * (140 - before))
    windows = list(find_windows(tokens, size=100, overlap=8))
    assert {piece for start, end in windows for piece in range(start, end)} == set(
        range(len(tokens.pieces))
    )
    assert all(start in tokens.firsts and end - start <= 98 + long for start, end in windows)

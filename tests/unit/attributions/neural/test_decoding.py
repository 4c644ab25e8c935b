import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.quotations import find_quotations
from onrecord.attributions.neural.decoding import (
    Draft,
    clip_draft,
    complete_quotations,
    merge_spans,
    nest_drafts,
    tidy_draft,
    trim_span,
)
from onrecord.attributions.neural.tag_rows import decode_tags
from onrecord.records import Span


def score_path(emissions, transitions, path):
    moves = sum(transitions[a, b] for a, b in itertools.pairwise(path))
    return moves + sum(emissions[i, tag] for i, tag in enumerate(path))


@given(st.integers(0, 2**32 - 1), st.integers(1, 5))
def test_viterbi_finds_the_path_that_trying_all_paths_finds(seed, length):
    generator = np.random.default_rng(seed)
    emissions = generator.normal(size=(1, length, 4)).astype(np.float32)
    transitions = generator.normal(size=(4, 4)).astype(np.float32)
    present = np.ones((1, length), dtype=bool)
    best = max(
        itertools.product(range(4), repeat=length),
        key=lambda path: score_path(emissions[0], transitions, path),
    )
    assert tuple(decode_tags(emissions, present, transitions)[0]) == best


def test_absent_units_are_outside_and_do_not_count():
    generator = np.random.default_rng(3)
    emissions = generator.normal(size=(1, 8, 4)).astype(np.float32)
    transitions = generator.normal(size=(4, 4)).astype(np.float32)
    present = np.zeros((1, 8), dtype=bool)
    present[0, 2:6] = True
    tags = decode_tags(emissions, present, transitions)[0]
    alone = decode_tags(emissions[:, 2:6], present[:, 2:6], transitions)[0]
    assert tags.tolist() == [0, 0, *alone.tolist(), 0, 0]


@given(st.integers(0, 2**32 - 1), st.lists(st.integers(0, 6), min_size=1, max_size=5))
def test_rows_of_any_length_decoded_together_read_as_each_alone(seed, lengths):
    generator = np.random.default_rng(seed)
    emissions = generator.normal(size=(len(lengths), 8, 4)).astype(np.float32)
    transitions = generator.normal(size=(4, 4)).astype(np.float32)
    present = np.zeros((len(lengths), 8), dtype=bool)
    for row, length in enumerate(lengths):
        start = int(generator.integers(0, 8 - length + 1))
        present[row, start : start + length] = True
    together = decode_tags(emissions, present, transitions)
    for row in range(len(lengths)):
        one = slice(row, row + 1)
        alone = decode_tags(emissions[one], present[one], transitions)
        assert together[row].tolist() == alone[0].tolist()


TEXT = "“It is late. We go,” Ada Roe said. “Now.”"


def draft(content, source=None, cue=((29, 33),), score=0.9):
    def spans(pairs):
        return tuple(Span(*pair) for pair in pairs)

    return Draft(spans(source) if source else None, spans(cue), spans(content), score)


def test_a_content_that_holds_most_of_a_quotation_gets_all_of_it():
    completed = complete_quotations(draft([(0, 12)]), find_quotations(TEXT), TEXT)
    assert [TEXT[s.start : s.end] for s in completed.content] == ["“It is late. We go,”"]


def test_a_quotation_that_is_only_brushed_stays_out():
    before = draft([(1, 6)])
    assert complete_quotations(before, find_quotations(TEXT), TEXT).content == before.content


def test_a_quotation_of_several_paragraphs_is_followed_to_its_end():
    text = "Ada Roe said: “One and two.\n\n“Three.\n\n“Four.”\n\n“Other,” he said."
    before = Draft((Span(0, 7),), (Span(8, 12),), (Span(14, 27),), 0.9)
    completed = complete_quotations(before, find_quotations(text), text)
    assert [text[s.start : s.end] for s in completed.content] == [
        "“One and two.\n\n“Three.\n\n“Four.”"
    ]


def test_a_quotation_with_the_cue_in_it_is_not_taken_whole():
    text = "“I said it would rain,” he wrote."
    inner = Draft((Span(1, 2),), (Span(3, 7),), (Span(8, 21),), 0.9)
    assert complete_quotations(inner, find_quotations(text), text).content == (Span(8, 21),)


@pytest.mark.parametrize(
    ("span", "expected"),
    [(Span(0, 5), Span(0, 5)), (Span(5, 9), Span(6, 8)), (Span(5, 6), None)],
)
def test_separating_marks_at_the_ends_are_cut_off(span, expected):
    assert trim_span(span, "Never it, no") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('" that nobody would ask', "that nobody would ask"),
        ('he is."', "he is."),
        ('"he is."', '"he is."'),
        ('it was "late" and "cold"', 'it was "late" and "cold"'),
        ("“One.", "“One."),
        ("” she said so", "she said so"),
    ],
)
def test_a_mark_whose_partner_stands_outside_is_left_out(text, expected):
    (span,) = merge_spans([Span(0, len(text))], text)
    assert text[span.start : span.end] == expected


def test_a_piece_of_punctuation_alone_is_no_content():
    text = "— x yes"
    assert merge_spans([Span(0, 1), Span(4, 7)], text) == (Span(4, 7),)


def test_pieces_with_only_white_space_between_them_are_one():
    assert merge_spans([Span(4, 6), Span(0, 3)], "one two") == (Span(0, 6),)


def test_of_two_drafts_of_one_cue_the_better_scored_stays():
    low, high = draft([(0, 12)], score=0.4), draft([(0, 20)], score=0.8)
    assert nest_drafts([low, high]) == [high]


def test_a_draft_inside_a_content_gets_the_smallest_holder_as_parent():
    outer = draft([(10, 40)], cue=[(5, 9)])
    middle = draft([(20, 40)], cue=[(12, 16)])
    inner = draft([(30, 40)], cue=[(22, 26)])
    nested = nest_drafts([inner, outer, middle])
    assert [d.parent for d in nested] == [None, 0, 1]


def test_a_clipped_draft_keeps_only_what_lies_in_the_holder():
    text = "Roe said Lee wants peace now. Then she left."
    inner = Draft((Span(9, 12),), (Span(13, 18),), (Span(19, 43),), 0.9)
    clipped = clip_draft(inner, (Span(9, 28),), text)
    assert clipped is not None
    assert clipped.content == (Span(19, 28),)
    assert clip_draft(inner, (Span(0, 8),), text) is None


@pytest.mark.parametrize(
    ("text", "source", "tidied"),
    [
        (") - Prime Minister Ida Bell said it", ") - Prime Minister Ida Bell", "Prime Minister Ida Bell"),
        ("“Ida Bell (D-Wis.) said it", "“Ida Bell (D-Wis.)", "Ida Bell (D-Wis.)"),
    ],
)  # fmt: skip
def test_a_source_begins_with_a_word(text: str, source: str, tidied: str) -> None:
    end = len(text)
    draft = Draft((Span(0, len(source)),), (Span(end - 7, end - 3),), (Span(end - 2, end),), 0.9)
    tidy = tidy_draft(draft, text)
    assert tidy is not None
    assert tidy.source is not None
    (span,) = tidy.source
    assert text[span.start : span.end] == tidied


def test_the_mark_of_a_list_is_no_source() -> None:
    text = "* Says the dam is safe"
    draft = Draft((Span(0, 1),), (Span(2, 6),), (Span(7, 22),), 0.9)
    tidy = tidy_draft(draft, text)
    assert tidy is not None
    assert tidy.source is None

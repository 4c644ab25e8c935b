from hypothesis import given
from hypothesis import strategies as st

from onrecord.export.passages import Part, Passage, cut_segments
from onrecord.records import Span

spans = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 40), st.integers(1, 30)
)
marked = st.lists(st.builds(Passage, spans, st.integers(1, 9), st.sampled_from(Part)), max_size=12)


def content(start: int, end: int, number: int) -> Passage:
    return Passage(Span(start, end), number, Part.CONTENT)


def numbers(start: int, end: int, *passages: Passage) -> list[tuple[int, int, list[int]]]:
    return [
        (one.span.start, one.span.end, [passage.number for passage in one.passages])
        for one in cut_segments(Span(start, end), passages)
    ]


def test_text_without_passages_is_one_segment() -> None:
    assert numbers(0, 9) == [(0, 9, [])]


def test_a_nested_passage_cuts_the_one_around_it() -> None:
    assert numbers(0, 9, content(2, 4, 2), content(0, 9, 1)) == [
        (0, 2, [1]),
        (2, 4, [1, 2]),
        (4, 9, [1]),
    ]


def test_crossing_passages_share_the_middle() -> None:
    assert numbers(0, 9, content(0, 6, 1), content(3, 9, 2)) == [
        (0, 3, [1]),
        (3, 6, [1, 2]),
        (6, 9, [2]),
    ]


def test_a_passage_that_begins_where_another_ends_does_not_touch_it() -> None:
    assert numbers(0, 4, content(0, 2, 1), content(2, 4, 2)) == [(0, 2, [1]), (2, 4, [2])]


def test_a_passage_is_cut_where_the_stretch_ends() -> None:
    assert numbers(5, 9, content(0, 7, 1), content(8, 20, 2), content(9, 12, 3)) == [
        (5, 7, [1]),
        (7, 8, []),
        (8, 9, [2]),
    ]


@given(marked, spans)
def test_the_segments_are_the_stretch_again(passages: list[Passage], stretch: Span) -> None:
    text = "".join(chr(0x4E00 + place) for place in range(80))
    segments = cut_segments(stretch, passages)
    joined = "".join(text[one.span.start : one.span.end] for one in segments)
    assert joined == text[stretch.start : stretch.end]


@given(marked, spans)
def test_every_character_has_just_the_passages_that_cover_it(
    passages: list[Passage], stretch: Span
) -> None:
    for segment in cut_segments(stretch, passages):
        for place in range(segment.span.start, segment.span.end):
            covering = [one for one in passages if one.span.start <= place < one.span.end]
            assert sorted(segment.passages) == sorted(covering)

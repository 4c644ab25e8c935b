from hypothesis import given
from hypothesis import strategies as st

from onrecord.findings.passages import Taken, cut_to_words
from onrecord.records import Span

spans = st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda p: Span(p[0], p[0] + p[1]))


@given(wanted=st.lists(spans, max_size=20))
def test_what_is_taken_never_overlaps(wanted: list[Span]) -> None:
    taken = Taken()
    kept: list[Span] = []
    for span in wanted:
        overlaps = any(one.start < span.end and span.start < one.end for one in kept)
        assert taken.touches(span) is overlaps
        assert taken.take(span) is not overlaps
        if not overlaps:
            kept.append(span)


def test_a_match_is_cut_to_whole_words() -> None:
    text = "he has yet to comment on it"
    assert cut_to_words(text, 2, 17) == Span(3, 21)

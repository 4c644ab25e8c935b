"""Single spaces for patterns."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Span
from onrecord.resolution.squeezing import squeeze
from unit.resolution.traced import last_chain


@given(st.text(alphabet="ab \t\u00a0\n", max_size=40))
def test_every_stretch_of_letters_is_found_again(text: str) -> None:
    squeezed = squeeze(text)
    assert "  " not in squeezed.text
    for start, letter in enumerate(squeezed.text):
        if letter in "ab":
            span = squeezed.trace_back(Span(start, start + 1))
            assert text[span.start : span.end] == letter


def test_doubled_and_no_break_spaces_hide_no_newsroom() -> None:
    text = (
        "In an\u00a0interview with  the Brenn  Post, [source:Ida Bell] [cue:said] "
        "[content:it rained]."
    )
    assert last_chain(text)[-1] == "Ida Bell interviewed"
    assert len(last_chain(text)) == 2

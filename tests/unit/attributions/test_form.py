import pytest
from hypothesis import given
from hypothesis import strategies as st

from marked import parse_marked
from onrecord.articles.quotations import find_quotations
from onrecord.attributions.form import classify_form
from onrecord.records import Form, Span


@pytest.mark.parametrize(
    ("marked_text", "form"),
    [
        ('[content:"It is over,"] he [cue:said].', Form.DIRECT),
        ('"[content:It is over]," he [cue:said].', Form.DIRECT),
        ('[content:"It is over,"] he [cue:said]. [content:"Go."]', Form.DIRECT),
        ('He [cue:said] [content:it was "over"].', Form.MIXED),
        ('[content:"It is over,"] he [cue:said], [content:and left].', Form.MIXED),
        ("He [cue:said] [content:it was over].", Form.INDIRECT),
        ('"Yes." He [cue:said] [content:it was over].', Form.INDIRECT),
        ("[content:«It is over»], he [cue:said].", Form.DIRECT),
        ("[content:‘It’s over,’] he [cue:said].", Form.DIRECT),
        ("[content:„It is over“], he [cue:said].", Form.DIRECT),
        ("[content:''It is over,''] he [cue:said].", Form.DIRECT),
    ],
)
def test_form_is_how_much_of_the_content_is_quoted(marked_text: str, form: Form) -> None:
    text, marked = parse_marked(marked_text)
    assert classify_form(text, marked[1].content) is form


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    text, marked = parse_marked('He [cue:said]: [content:"It is over.\n\nHe left the room].')
    assert classify_form(text, marked[1].content) is Form.MIXED


@given(st.text(min_size=1), st.data())
def test_quotations_given_or_found_make_no_difference(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    content = (Span(start, end),)
    assert classify_form(text, content) is classify_form(text, content, find_quotations(text))


@given(st.text(alphabet='ab, \n"“”', min_size=1, max_size=40), st.data())
def test_form_is_what_counting_letter_by_letter_gives(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=4)))
    content = tuple(Span(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=False))
    letters = [p for span in content for p in range(span.start, span.end) if text[p].isalnum()]
    inner = [quotation.inner for quotation in find_quotations(text)]
    quoted = sum(any(span.start <= p < span.end for span in inner) for p in letters)
    expected = Form.DIRECT if quoted == len(letters) else Form.MIXED
    assert classify_form(text, content) is (expected if quoted else Form.INDIRECT)

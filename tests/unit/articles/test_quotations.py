import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import grows_in_line
from onrecord.articles.quotations import find_quotations


def inner(text: str) -> list[str]:
    return [text[q.inner.start : q.inner.end] for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Go," she said. "Now."', ["Go,", "Now."]),
        ("“Go,” she said. “Now.”", ["Go,", "Now."]),
        ("«Go», she said.", ["Go"]),
        ("»Go«, she said.", ["Go"]),
        ("„Go“, she said.", ["Go"]),
        ("``Go,'' she said.", ["Go,"]),
        ("‘Go,’ she said.", ["Go,"]),
        ("'It's late,' she said, 'and I'm tired.'", ["It's late,", "and I'm tired."]),
        ("She didn't say it wasn't the workers' union.", []),
        ("the Varga family's and workers’ homes", []),
        ("‘The workers’ union agreed,’ she said.", ["The workers’ union agreed,"]),
        ("“He told me ‘never’ twice,” she said.", ["He told me ‘never’ twice,"]),
        ("the so-called ‘quiet deal’ and “loud” one", ["quiet deal", "loud"]),
        ("“Left open\n\nNext paragraph", ["Left open"]),
        ("closing only” here", []),
        ("rock 'n' roll in the '90s", []),
        ("‘’Tis late,’ she said, ‘tell ’em.’", ["’Tis late,", "tell ’em."]),
        ("“She called it “late” today,” he said.", ["She called it “late” today,"]),
        ('"She called it "late" today," he said.', ['She called it "late" today,']),
        ("‘She called it “late” today,’ he said.", ["She called it “late” today,"]),
        ("'She called it \"late\" today,' he said.", ['She called it "late" today,']),
        ("‘She called it “late,”’ he said, “go.”", ["She called it “late,”", "go."]),
        ("the ferry’s ‘late’ crew “slept” on the owners’ pier", ["late", "slept"]),
        ("„Sie sagte ‚nie‘ dazu,“ he said.", ["Sie sagte ‚nie‘ dazu,"]),
        ("« Go », she said, « now ».", [" Go ", " now "]),
        ("»She said ›never‹ twice,« he said.", ["She said ›never‹ twice,"]),
        ("›Go,‹ she said, ›now.‹", ["Go,", "now."]),
        ("‚Go,‘ she said, ‚now.‘", ["Go,", "now."]),
        ('”Go,” she said. “Now,“ he said. "Yes,” I said.', ["Go,", "Now,", "Yes,"]),
        ("The “quiet deal was old. “Go,” she said.", ["Go,"]),
        ('Go home," he said. "Stay," she said.', ["Stay,"]),
        ('He is 6\'3" tall. "Go," she said.', ["Go,"]),
        ('"She came ," he said, "at nine."', ["She came ,", "at nine."]),
    ],
)
def test_quotations_are_found_in_every_style(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_a_quotation_of_several_paragraphs_continues() -> None:
    text = "“One.\n\n“Two.”\n\n“Three.”"
    assert [q.continues for q in find_quotations(text)] == [False, True, False]


def test_single_marks_continue_where_the_next_paragraph_opens_them_again() -> None:
    text = "‘Go,’ she said. ‘The school is full.\n\n‘The church is full.’"
    assert inner(text) == ["Go,", "The school is full.", "The church is full."]
    assert [q.continues for q in find_quotations(text)] == [False, False, True]
    assert inner("She said ’tis late in the workers’ club.\n\nShe left.") == []


def test_a_quotation_that_quotes_goes_on_where_the_next_paragraph_opens_it_again() -> None:
    text = "“He wrote “late” on it.\n\n“Twice.”"
    assert inner(text) == ["He wrote “late” on it.", "Twice."]


QUOTED = st.lists(st.sampled_from(["Go", "it's late,", "the crews' pay.", "no?"]), min_size=1)
STYLES = ["““””", '""""', "«««»", "»»««", "„„““", "„„””", "‘‘’’"]


@given(st.lists(QUOTED.map(" ".join), min_size=1, max_size=4), st.sampled_from(STYLES))
def test_every_style_pairs_alike(quoted: list[str], style: str) -> None:
    opening, closing = style[0], style[-1]
    text = " he said. ".join(f"{opening}{words}{closing}" for words in quoted)
    assert inner(text) == quoted


@pytest.mark.parametrize("unit", ["“ ‘ « ", "'a ", "“a ‘b ", '"a" \'b ', "‘a “b” ", "”'‘"])
def test_time_grows_with_the_text_and_not_with_its_square(unit: str) -> None:
    assert grows_in_line(lambda times: find_quotations(unit * times), 500, 4_000)


@given(st.text(alphabet="ab '\"“”‘’«»„\n.,s", max_size=60))
def test_quotations_are_in_order_apart_and_inside_their_paragraph(text: str) -> None:
    last = 0
    for quotation in find_quotations(text):
        assert last <= quotation.outer.start <= quotation.inner.start
        assert quotation.inner.end <= quotation.outer.end
        assert "\n" not in text[quotation.outer.start : quotation.outer.end]
        last = quotation.outer.end

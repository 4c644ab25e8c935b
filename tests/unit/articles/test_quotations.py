import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        ("rock 'n' roll in the '90s", ["n"]),
        ("“She called it “late” today,” he said.", ["She called it “late"]),
    ],
)
def test_quotations_are_found_in_every_style(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_a_quotation_of_several_paragraphs_continues() -> None:
    text = "“One.\n\n“Two.”\n\n“Three.”"
    assert [q.continues for q in find_quotations(text)] == [False, True, False]


@given(st.text(alphabet="ab '\"“”‘’«»„\n.,s", max_size=60))
def test_quotations_are_in_order_apart_and_inside_their_paragraph(text: str) -> None:
    last = 0
    for quotation in find_quotations(text):
        assert last <= quotation.outer.start <= quotation.inner.start
        assert quotation.inner.end <= quotation.outer.end
        assert "\n" not in text[quotation.outer.start : quotation.outer.end]
        last = quotation.outer.end

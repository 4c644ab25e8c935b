import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.sentences import split_paragraphs, split_sentences


def sentences(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("Is it? It is!", ["Is it?", "It is!"]),
        ("Sen. Ada Kole left. Dr. Roe stayed.", ["Sen. Ada Kole left.", "Dr. Roe stayed."]),
        ("He met J. P. Varga on Jan. 5 in Ohio.", ["He met J. P. Varga on Jan. 5 in Ohio."]),
        ("“It is over.” She left.", ["“It is over.”", "She left."]),
        ('"It is over," she said. "Go."', ['"It is over," she said.', '"Go."']),
        (
            "He works for Orla Inc. The firm denies it.",
            ["He works for Orla Inc.", "The firm denies it."],
        ),
        ("The U.S. envoy left the U.S. He flew.", ["The U.S. envoy left the U.S.", "He flew."]),
        ("It rose 3.5 percent. Prices fell.", ["It rose 3.5 percent.", "Prices fell."]),
        ("He waited… Then he spoke.", ["He waited…", "Then he spoke."]),
        ("“Why?” he asked.", ["“Why?” he asked."]),
        (
            "Headline without a stop\n\nA sentence. Another.",
            ["Headline without a stop", "A sentence.", "Another."],
        ),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(alphabet="ab .!?\"'”\nA1", max_size=60))
def test_sentences_are_in_order_and_cover_all_but_white_space(text: str) -> None:
    covered = set()
    last = 0
    for span in split_sentences(text):
        assert span.start >= last
        last = span.end
        covered.update(range(span.start, span.end))
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)


@given(st.text(max_size=80))
def test_paragraphs_hold_no_newline(text: str) -> None:
    for span in split_paragraphs(text):
        assert "\n" not in text[span.start : span.end]

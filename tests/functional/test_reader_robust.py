"""What must not change a reading: the style of quotation marks, white space, the text's length."""

import functools
import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth import grows_in_line
from onrecord.articles.normalisation import normalise_text
from onrecord.attributions.neural.model import load_neural_reader
from onrecord.attributions.reader import Reader
from onrecord.attributions.rules.reader import RulesReader
from onrecord.records import Article, Attribution, Spans

FEW = settings(max_examples=10, deadline=None, derandomize=True)
READERS = ("rules", "neural")

SENTENCES = (
    "⟦We will not pay,⟧ Ana Ruiz said. ⟦Nobody signed for it.⟧",
    "Tomas Holt told reporters that the bridge wasn't safe and the crews' pay was late.",
    "⟦The road is closed,⟧ said the mayor, who called the lease ⟦careless and late.⟧",
    "According to the harbour board, three ferries are out of service.",
    "The ministry denied that ⟦any paper⟧ had been lost in May.",
    "The captain said: ⟦The lamp was out. I don't know who put it out.⟧",
    "It rained for three days, and the ferry stayed in port.",
    "Holt said Ruiz wants to leave the alliance, a claim she didn't answer.",
    "⟦Where is the money?⟧ Sanna Meyer asked.",
    "Lena Marsh warned that the water would rise again, adding: ⟦Stay away from the quay.⟧",
    "The union, ⟦tired of promises⟧ as Brandt put it, demanded a vote.",
)
TEXTS = st.lists(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join),
    min_size=1,
    max_size=4,
).map("\n\n".join)

STYLES = {
    "straight": ('"', '"'),
    "guillemets": ("«", "»"),
    "inverted guillemets": ("»", "«"),
    "spaced guillemets": ("« ", " »"),
    "low and high": ("„", "“"),
    "low and high, closed as in English": ("„", "”"),
    "single": ("‘", "’"),
    "straight single": ("'", "'"),
}
EVERY_STYLE = [(reader, style) for reader in READERS for style in STYLES]


@dataclass(frozen=True)
class Row:
    """An attribution by its letters alone, which neither marks nor white space move."""

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    classes: tuple[object, ...]
    parent: int | None


@functools.cache
def load_reader(name: str) -> Reader:
    return RulesReader() if name == "rules" else load_neural_reader(threads=1)


def set_marks(text: str, marks: tuple[str, str] = ("“", "”")) -> str:
    return text.replace("⟦", marks[0]).replace("⟧", marks[1])


def read(reader: str, text: str) -> tuple[Attribution, ...]:
    return load_reader(reader).read(Article(title="", text=text)).attributions


def make_rows(text: str, found: tuple[Attribution, ...]) -> list[Row]:
    numbers = {one.id: number for number, one in enumerate(found)}
    ordinals = list(count_letters(text))

    def letters(spans: Spans | None) -> tuple[int, ...]:
        return tuple(
            ordinals[position]
            for span in spans or ()
            for position in range(span.start, span.end)
            if text[position].isalnum()
        )

    return [
        Row(
            letters(one.source),
            letters(one.cue),
            letters(one.content),
            (one.form, one.act, one.negated, one.hedged),
            numbers[one.parent_id] if one.parent_id else None,
        )
        for one in found
    ]


def count_letters(text: str) -> Iterator[int]:
    """For each character the number of letters and digits before it."""
    count = 0
    for character in text:
        yield count
        count += character.isalnum()


def check_same(reader: str, text: str, other: str) -> None:
    found, found_in_other = read(reader, text), read(reader, other)
    assert make_rows(other, found_in_other) == make_rows(text, found)
    scores = [one.score for one in found]
    assert [one.score for one in found_in_other] == pytest.approx(scores, abs=1e-3)


@pytest.mark.parametrize(("reader", "style"), EVERY_STYLE)
@FEW
@given(text=TEXTS)
def test_the_style_of_quotation_marks_changes_nothing(reader: str, style: str, text: str) -> None:
    check_same(reader, set_marks(text), set_marks(text, STYLES[style]))


@pytest.mark.parametrize("reader", READERS)
@FEW
@given(text=TEXTS)
def test_the_style_of_apostrophes_changes_nothing(reader: str, text: str) -> None:
    check_same(reader, set_marks(text), set_marks(text).replace("'", "’"))


@pytest.mark.parametrize("reader", READERS)
@FEW
@given(text=TEXTS.map(set_marks), between=st.sampled_from(["\n", "\n\n\n", "\n\n\n\n", " \n \n"]))
def test_blank_lines_change_nothing(reader: str, text: str, between: str) -> None:
    check_same(reader, text, text.replace("\n\n", between))


@pytest.mark.parametrize("reader", READERS)
@FEW
@given(text=TEXTS.map(set_marks), space=st.sampled_from(["  ", "   ", "\u00a0"]))
def test_wide_spaces_change_nothing(reader: str, text: str, space: str) -> None:
    check_same(reader, text, text.replace(" ", space))


@given(
    text=TEXTS.map(set_marks),
    space=st.sampled_from(["  ", "\t", " \u00a0"]),
    end=st.sampled_from(["\r\n", "\r", " \n", "\u2028"]),
)
@settings(derandomize=True)
def test_what_comes_in_is_brought_into_the_form_that_is_read(
    text: str, space: str, end: str
) -> None:
    assert normalise_text(text.replace(" ", space).replace("\n", end) + end) == text


def write_long_text(words: int) -> str:
    """Paragraphs of three sentences, no two alike, with speakers of their own."""
    paragraphs = []
    count = 0
    number = 0
    while count < words:
        chosen = [SENTENCES[(number * 3 + step * step) % len(SENTENCES)] for step in range(3)]
        paragraph = set_marks(" ".join(chosen)).replace("ferry", f"ferry {number}")
        paragraphs.append(paragraph)
        count += len(paragraph.split())
        number += 1
    return "\n\n".join(paragraphs)


@pytest.mark.parametrize("reader", READERS)
def test_forty_thousand_words_cost_eight_times_five_thousand(reader: str) -> None:
    texts = {words: write_long_text(words) for words in (5_000, 40_000)}
    assert grows_in_line(lambda words: read(reader, texts[words]), *texts)
    peaks, rows = [], []
    for text in texts.values():
        tracemalloc.start()
        rows.append(len(read(reader, text)))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 11 * peaks[0]
    assert 7 < rows[1] / rows[0] < 9

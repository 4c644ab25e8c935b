import csv
import io
import json

import pytest
from hypothesis import given

from onrecord.export.tabular import COLUMNS, render_csv
from onrecord.records import Reading
from unit.export.reading_strategies import readings
from unit.export.sample_reading import SAMPLE, TEXT, small_reading


def rows(written: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written)))


def test_every_attribution_is_a_row_under_the_header() -> None:
    written = rows(render_csv([SAMPLE, SAMPLE]))
    assert len(written) == 2 * len(SAMPLE.attributions)
    assert tuple(written[0]) == COLUMNS


def test_no_reading_is_a_header_alone() -> None:
    assert render_csv([]) == ",".join(COLUMNS) + "\n"


def test_a_row_says_who_said_what_where() -> None:
    row = rows(render_csv([SAMPLE]))[2]
    assert row["publisher"] == "The Tarn Courier"
    assert row["published_on"] == "2026-03-05"
    assert (row["source"], row["entity_name"], row["entity_kind"]) == (
        "She",
        "Ilse Varga",
        "person",
    )
    assert (row["cue"], row["act"], row["form"], row["score"]) == ("said", "says", "mixed", "0.960")
    assert (row["negated"], row["hedged"], row["parent_id"]) == ("false", "false", "")
    assert TEXT[int(row["start"]) : int(row["end"])].startswith("She said her Keshite counterpart")


def test_a_row_says_how_and_when_the_words_reached_the_page() -> None:
    written = rows(render_csv([SAMPLE]))
    assert written[7]["chain"] == (
        "The Tarn Courier → Lomar Dispatch → Two people familiar with the talks"
    )
    assert (written[7]["basis"], written[7]["addressee"]) == (
        "unnamed_source",
        "the Lomar Dispatch",
    )
    assert (written[0]["said_on"], written[1]["said_on"], written[2]["said_on"]) == (
        "2026-03-05",
        "2026-03",
        "",
    )
    assert (written[6]["chain"], written[6]["basis"]) == ("", "unstated")


def test_pieces_are_joined_and_a_paragraph_break_is_a_space() -> None:
    content = rows(render_csv([SAMPLE]))[10]["content"]
    assert content == (
        "“This is not a quarrel about water,” … “It is a quarrel about who is believed when the "
        "river is low. “If we cannot agree on a number, we will not agree on a dam.”"
    )


def test_a_source_that_is_not_named_is_an_empty_cell() -> None:
    row = rows(render_csv([SAMPLE]))[6]
    assert (row["source"], row["entity_name"], row["source_spans"]) == ("", "", "")


def test_the_exact_pieces_can_be_read_back() -> None:
    for row, attribution in zip(rows(render_csv([SAMPLE])), SAMPLE.attributions, strict=True):
        assert json.loads(row["content_spans"]) == [
            [span.start, span.end] for span in attribution.content
        ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "\t=", "\r\n@"])
def test_no_cell_of_a_hostile_page_starts_a_formula(start: str) -> None:
    formula = f'{start}HYPERLINK("http://evil.example")'
    reading = small_reading(
        f"{formula} said it was so.",
        formula.strip(),
        "said",
        "it was so",
        publisher=formula,
        url=formula,
    )
    row = rows(render_csv([reading]))[0]
    for column in ("publisher", "url", "source", "entity_name"):
        assert row[column] == f"'{formula.strip()}"


@given(readings())
def test_any_reading_is_as_many_lines_as_it_has_attributions_and_none_is_a_formula(
    reading: Reading,
) -> None:
    written = render_csv([reading])
    assert written.count("\n") == 1 + len(reading.attributions)
    for row in csv.reader(io.StringIO(written)):
        assert len(row) == len(COLUMNS)
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t"))]

import json

import pytest

from onrecord.export.contract import reading_from_dict, reading_to_dict, render_json, render_jsonl
from unit.export.sample_reading import SAMPLE, plain_reading


def test_one_reading_is_an_object_and_several_are_a_list() -> None:
    assert isinstance(json.loads(render_json([SAMPLE])), dict)
    assert len(json.loads(render_json([SAMPLE, SAMPLE]))) == 2
    assert json.loads(render_json([])) == []


def test_one_reading_left_of_several_inputs_can_stay_a_list() -> None:
    assert isinstance(json.loads(render_json([SAMPLE], as_list=True)), list)


def test_positions_stand_on_one_line() -> None:
    assert '"source": [\n        [0, 18]\n      ]' in render_json([SAMPLE])


def test_text_that_looks_like_indented_positions_is_left_alone() -> None:
    reading = plain_reading("A list: [\n  1,\n  2\n].")
    assert json.loads(render_json([reading]))["article"]["text"] == reading.article.text


def test_text_is_written_as_it_is_and_not_as_escapes() -> None:
    assert "“an understanding in principle”" in render_json([SAMPLE])


@pytest.mark.parametrize("line_break", ["\n", "\r", "\u0085", "\u2028", "\u2029", "\x1c"])
def test_jsonl_is_one_line_whatever_counts_as_a_line_break(line_break: str) -> None:
    reading = plain_reading(f"One{line_break}two.")
    written = render_jsonl(reading)
    assert len(written.splitlines()) == 1
    assert json.loads(written)["article"]["text"] == reading.article.text


@pytest.mark.parametrize(
    ("place", "field", "changed"),
    [
        ("entities", "mentions", [[1, 2]]),
        ("attributions", "cue", [[1, 2]]),
        ("responses", "evidence", [[1, 2]]),
        ("absences", "evidence", [1, 2]),
        ("positions", "word_of", "author"),
        ("checks", "kind", "number_conflict"),
    ],
)
def test_a_record_changed_after_it_was_written_is_refused(
    place: str, field: str, changed: object
) -> None:
    record = json.loads(render_json([SAMPLE]))
    record[place][0][field] = changed
    with pytest.raises(ValueError, match="was changed after it was written"):
        reading_from_dict(record)


def test_a_text_changed_after_it_was_written_is_refused() -> None:
    record = reading_to_dict(SAMPLE)
    record["article"]["text"] += " More."
    with pytest.raises(ValueError, match="article art_"):
        reading_from_dict(record)

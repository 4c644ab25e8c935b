from pathlib import Path

from evaluation.floors import SLACK, WIDE_SLACK, hold_floors, read_floors, write_floors

FLOORS = {"neural": {"full": 0.7}, "slices": {"form: direct": 0.9}}


def test_a_better_figure_raises_its_floor() -> None:
    held, fallen = hold_floors({"neural": {"full": 0.8}}, FLOORS, lower=False)
    assert held["neural"]["full"] == round(0.8 - SLACK, 4)
    assert fallen == []


def test_within_the_slack_nothing_happens() -> None:
    held, fallen = hold_floors({"neural": {"full": 0.701}}, FLOORS, lower=False)
    assert (held, fallen) == (FLOORS, [])


def test_below_its_floor_a_figure_is_named_and_the_floor_stays() -> None:
    held, fallen = hold_floors({"neural": {"full": 0.6}}, FLOORS, lower=False)
    assert held == FLOORS
    assert fallen == ["neural: full 0.6000 < 0.7000"]


def test_a_floor_falls_when_told_to() -> None:
    held, fallen = hold_floors({"neural": {"full": 0.6}}, FLOORS, lower=True)
    assert held["neural"]["full"] == round(0.6 - SLACK, 4)
    assert fallen == []


def test_what_was_not_measured_keeps_its_floor() -> None:
    held, _ = hold_floors({"neural": {"full": 0.1}}, FLOORS, lower=True)
    assert held["slices"] == FLOORS["slices"]
    assert FLOORS["neural"] == {"full": 0.7}


def test_small_sections_have_more_room() -> None:
    held, _ = hold_floors({"slices": {"form: mixed": 0.5}}, FLOORS, lower=False)
    assert held["slices"]["form: mixed"] == round(0.5 - WIDE_SLACK["slices"], 4)


def test_floors_are_written_as_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    write_floors(FLOORS, path)
    assert read_floors(path) == FLOORS

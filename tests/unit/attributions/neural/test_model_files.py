import hashlib
import json
from pathlib import Path

import numpy as np
import pytest

from onrecord.attributions.neural.model import (
    NeuralReader,
    read_calibrations,
    read_model_files,
)
from onrecord.errors import ReaderError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "encoder.onnx").write_bytes(b"weights")
    description = {
        "format": 2,
        "sha256": {"encoder.onnx": hashlib.sha256(b"weights").hexdigest()},
    }
    (tmp_path / "model.json").write_text(json.dumps(description))
    return tmp_path


def test_the_files_of_a_whole_model_are_read(folder: Path) -> None:
    assert read_model_files(folder)[1] == {"encoder.onnx": b"weights"}


def test_a_damaged_file_is_named(folder: Path) -> None:
    (folder / "encoder.onnx").write_bytes(b"weig")
    with pytest.raises(ReaderError, match=r"encoder\.onnx is damaged"):
        read_model_files(folder)


@pytest.mark.parametrize("name", ["encoder.onnx", "model.json"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ReaderError, match=name):
        read_model_files(folder)


def test_a_file_that_the_description_lacks_is_named(folder: Path) -> None:
    with pytest.raises(ReaderError, match=r"has no stands\.json, stands\.onnx: install"):
        read_model_files(folder, needed=("encoder.onnx", "stands.onnx", "stands.json"))


def test_a_description_that_is_no_json_is_an_error(folder: Path) -> None:
    (folder / "model.json").write_text("{")
    with pytest.raises(ReaderError, match="install onrecord again"):
        read_model_files(folder)


def test_a_model_of_another_format_is_refused(folder: Path) -> None:
    (folder / "model.json").write_text(json.dumps({"format": 7}))
    with pytest.raises(ReaderError, match="format 7"):
        read_model_files(folder)


def test_a_logit_is_worth_what_the_knots_say() -> None:
    knots = {"logits": [-2.0, 0.0, 2.0], "probabilities": [0.1, 0.4, 0.8]}
    level = {"logits": [-1.0, 1.0], "probabilities": [0.3, 0.3]}
    maps = read_calibrations({"calibration": knots, "nested_calibration": level})
    assert maps is not None
    outermost, nested = maps
    assert outermost(np.array([-2.0, 1.0, 9.0])) == pytest.approx([0.1, 0.6, 0.8])
    assert nested(np.array([0.5])) == pytest.approx([0.3])


def test_below_its_lowest_knot_a_map_falls_on_towards_nothing() -> None:
    knots = {"logits": [-2.0, 2.0], "probabilities": [0.1, 0.8]}
    maps = read_calibrations({"calibration": knots, "nested_calibration": knots})
    assert maps is not None
    likely = maps[0](np.array([-2.0, -2.1, -4.0, -9.0]))
    assert (np.diff(likely) < 0).all()
    assert likely[1] == pytest.approx(0.1, abs=0.01)
    assert likely[-1] < 0.001


def test_a_model_that_is_not_calibrated_yet_has_no_map() -> None:
    assert read_calibrations({}) is None


def test_readers_that_find_different_things_have_different_settings() -> None:
    class Nothing:
        """Neither a network nor a tokenizer: nothing is read."""

    limits = [(0.3, 0.4, 0.0), (0.3, 0.3, 0.0), (0.3, 0.3, 0.3), (0.4, 0.4, 0.4)]
    readers = [
        NeuralReader("a", Nothing(), Nothing(), low, nested, Nothing(), joint)
        for low, nested, joint in limits
    ]
    assert len({tuple(reader.settings.items()) for reader in readers}) == len(limits)

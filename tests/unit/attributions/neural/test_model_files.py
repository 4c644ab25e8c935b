import hashlib
import json
from pathlib import Path

import pytest

from onrecord.attributions.neural.model import read_model_files
from onrecord.errors import ReaderError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "encoder.onnx").write_bytes(b"weights")
    description = {
        "format": 1,
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


def test_a_description_that_is_no_json_is_an_error(folder: Path) -> None:
    (folder / "model.json").write_text("{")
    with pytest.raises(ReaderError, match="install onrecord again"):
        read_model_files(folder)


def test_a_model_of_another_format_is_refused(folder: Path) -> None:
    (folder / "model.json").write_text(json.dumps({"format": 7}))
    with pytest.raises(ReaderError, match="format 7"):
        read_model_files(folder)

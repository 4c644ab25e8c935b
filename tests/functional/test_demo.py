"""`make demo`: short enough to be read, and every command of it can be pasted."""

import importlib.util
import io
import re
import shlex
from pathlib import Path
from types import ModuleType

import pytest

from onrecord.cli import run

ROOT = Path(__file__).parents[2]


@pytest.fixture
def demo(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("FULL", raising=False)
    spec = importlib.util.spec_from_file_location("demo", ROOT / "examples" / "demo.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_fits_on_two_screens_and_its_commands_run_as_shown(
    demo: ModuleType,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    demo.main(tmp_path)
    shown = capsys.readouterr().out
    assert 60 <= len(shown.splitlines()) <= 90
    commands = [shlex.split(line[2:]) for line in shown.splitlines() if line.startswith("$ ")]
    assert len(commands) >= 6
    for program, *arguments in commands:
        assert program == demo.find_program()
        assert Path(program).name == "onrecord"
        if arguments[0] != "read":
            assert run(arguments) == 0
    left = [int(count) for count in re.findall(r"^… (\d+) more lines$", shown, re.MULTILINE)]
    assert len(left) >= 3

    capsys.readouterr()
    monkeypatch.setenv("FULL", "1")
    demo.main(tmp_path)
    full = capsys.readouterr().out
    assert "more lines" not in full
    assert len(full.splitlines()) > len(shown.splitlines()) + sum(left)


def test_lines_beyond_the_first_are_counted(demo: ModuleType) -> None:
    stream = io.StringIO()
    first = demo.FirstLines(stream, 2)
    for text in ("one\ntw", "o\nthree\n", "fo", "ur\n"):
        first.write(text)
    assert (stream.getvalue(), first.left) == ("one\ntwo\n", 2)


def test_the_program_is_called_as_it_lies_in_the_environment(
    demo: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / ".venv" / "bin"
    place.mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(demo.sys, "executable", str(place / "python"))
    assert demo.find_program() == "onrecord"
    (place / "onrecord").touch()
    assert demo.find_program() == ".venv/bin/onrecord"

"""`onrecord read -o`: nothing that is there already is destroyed."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.cli import run

STORY = """Quay workers vote to end strike

By Lena Marsh
12 May 2025

“We have what we came for,” Ada Roe, the chair of the Quay Workers’ Union, said. “Nobody will be dismissed.”

The port authority denied that it had promised any such thing. A spokesman said the talks would go on.
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def read(*arguments: object) -> int:
    return run(["read", "--reader", "rules", *map(str, arguments)])


def run_apart(*arguments: object, **options: object) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "onrecord", "read", "--reader", "rules", "--no-ledger"]
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [*command, *map(str, arguments)], text=True, stderr=subprocess.PIPE, **options
    )


@pytest.mark.parametrize("through", ["itself", "link", "hard link", "its folder"])
def test_an_input_is_not_written_over(story: Path, capsys, through: str) -> None:
    target, named = story, story
    if through == "link":
        target = story.with_name("link.txt")
        target.symlink_to(story)
    elif through == "hard link":
        target = story.with_name("same.txt")
        target.hardlink_to(story)
    elif through == "its folder":
        named = story.parent
    assert read(named, "--no-ledger", "-o", target) == 1
    assert "name another file with -o" in capsys.readouterr().err
    assert story.read_text(encoding="utf-8") == STORY


@pytest.mark.parametrize("suffix", ["", "-wal", "-shm"])
def test_the_ledger_is_not_written_over(story: Path, tmp_path: Path, capsys, suffix: str) -> None:
    ledger = tmp_path / "ledger.db"
    assert read(story, "--ledger", ledger) == 0
    before = ledger.read_bytes()
    capsys.readouterr()
    target = f"{ledger}{suffix}"
    assert read(story, "--ledger", ledger, "--format", "json", "-o", target) == 1
    assert "would write over the ledger" in capsys.readouterr().err
    assert ledger.read_bytes() == before


@pytest.mark.parametrize("suffix", ["", "-wal", "-journal"])
def test_no_other_ledger_is_written_over_either(
    story: Path, tmp_path: Path, capsys, suffix: str
) -> None:
    ledger = tmp_path / "ledger.db"
    assert read(story, "--ledger", ledger) == 0
    before = ledger.read_bytes()
    assert read(story, "--no-ledger", "--format", "json", "-o", f"{ledger}{suffix}") == 1
    assert "would write over a database" in capsys.readouterr().err
    assert ledger.read_bytes() == before


def test_a_link_stays_and_what_it_points_to_is_written(story: Path, tmp_path: Path) -> None:
    target, link = tmp_path / "real.json", tmp_path / "link.json"
    target.write_text("old")
    link.symlink_to(target)
    assert read(story, "--no-ledger", "-o", link) == 0
    assert link.is_symlink()
    assert json.loads(target.read_text(encoding="utf-8"))["article"]["title"]


def test_a_pipe_is_written_through_and_stays(story: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE)
    assert read(story, "--no-ledger", "-o", pipe) == 0
    out, _ = reader.communicate(timeout=30)
    assert json.loads(out)["article"]["title"] == "Quay workers vote to end strike"
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_devices_stay_devices(story: Path, capsys) -> None:
    assert read(story, "--no-ledger", "-o", "/dev/null") == 0
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    assert read(story, "--no-ledger", "-o", "/dev/full") == 1
    assert "/dev/full could not be written" in capsys.readouterr().err


def test_standard_output_can_be_named_and_keeps_what_is_in_it(story: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_text("before\n")
    with kept.open("a") as out:
        finished = run_apart(story, "--format", "json", "-o", "/dev/stdout", stdout=out)
    assert finished.returncode == 0
    assert kept.read_text(encoding="utf-8").startswith("before\n")
    assert "Quay workers" in kept.read_text(encoding="utf-8")


def test_a_file_stays_where_nothing_was_read(story: Path, tmp_path: Path) -> None:
    for name in ("old.json", "old.jsonl", "old.html"):
        target = tmp_path / "kept" / name
        target.parent.mkdir(exist_ok=True)
        target.write_text("what was read yesterday")
        gone = (tmp_path / "gone.txt", tmp_path / "gone too.txt")
        assert read(*gone, "--no-ledger", "-o", target) == 1
        assert target.read_text() == "what was read yesterday"
        assert [one.name for one in target.parent.iterdir()] == [name]
        target.unlink()
    assert story.exists()


@pytest.mark.parametrize(
    ("target", "message"),
    [("", "the name of the file is empty"), ("x.pdf", ".json, .jsonl, .csv"), (".", "is a folder")],
)
def test_a_name_that_cannot_be_is_a_usage_error(
    story: Path, capsys, target: str, message: str
) -> None:
    assert read(story, "--no-ledger", "-o", target) == 2
    assert message in capsys.readouterr().err
    assert not Path("x.pdf").exists()

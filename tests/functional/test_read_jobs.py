"""`onrecord read --jobs`: several processes give what one gives."""

import contextlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.cli import run

STORY = """Ferry line {number} keeps its winter timetable

By Jonas Hale
3 March 2025

The ferry company said on Monday that line {number} would sail through the winter.

“Nobody on the islands will be cut off,” Mara Quill, the company's director, said. “We have the crews.”

The seamen's union denied that it had agreed to {number} extra crossings. A spokeswoman warned that the crews were tired.
"""


@pytest.fixture
def stories(tmp_path: Path) -> list[Path]:
    return write_stories(tmp_path / "stories", 7)


def write_stories(folder: Path, count: int, *, length: int = 1) -> list[Path]:
    """Stories whose body comes so many times."""
    folder.mkdir()
    paths = [folder / f"{number:03}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        head, _, body = STORY.format(number=number + 2).partition("2025\n")
        path.write_text(f"{head}2025\n{body * length}", encoding="utf-8")
    return paths


def read(*arguments: object, jobs: int, reader: str = "rules", ledger: Path | None = None) -> int:
    kept = ["--ledger", str(ledger)] if ledger else ["--no-ledger"]
    return run(["read", "--reader", reader, "--jobs", str(jobs), *kept, *map(str, arguments)])


@pytest.mark.parametrize("reader", ["rules", "neural"])
def test_two_processes_give_what_one_gives(reader, stories, capsys):
    inputs = stories if reader == "rules" else stories[:3]
    shown = {}
    for jobs in (1, 2):
        assert read(*inputs, "--format", "jsonl", jobs=jobs, reader=reader) == 0
        shown[jobs] = capsys.readouterr().out
    assert shown[1] == shown[2]
    titles = [json.loads(line)["article"]["title"] for line in shown[2].splitlines()]
    assert titles == [f"Ferry line {n + 2} keeps its winter timetable" for n in range(len(inputs))]


def test_bad_inputs_are_recorded_in_their_place_and_the_others_go_on(stories, tmp_path, capsys):
    stories[1].write_bytes(b"")
    stories[4].write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 20)
    empty = tmp_path / "empty"
    empty.mkdir()
    records = {}
    for jobs in (1, 3):
        ledger = tmp_path / f"{jobs}.db"
        inputs = (*stories[:3], empty, *stories[3:], tmp_path / "gone.txt")
        assert read(*inputs, "--format", "jsonl", jobs=jobs, ledger=ledger) == 1
        records[jobs] = (capsys.readouterr(), list_rows(ledger))
    assert records[1] == records[3]
    assert len(records[3][1]["failures"]) == 4
    assert len(records[3][1]["articles"]) == 5


def test_reading_twice_in_processes_writes_once(stories, tmp_path):
    ledger = tmp_path / "ledger.db"
    assert read(*stories, *stories[:2], jobs=2, ledger=ledger) == 0
    before = list_rows(ledger)
    assert len(before["captures"]) == len(before["articles"]) == len(stories)
    assert read(*stories, jobs=2, ledger=ledger) == 0
    assert list_rows(ledger) == before


def list_rows(ledger: Path) -> dict[str, list[str]]:
    """What is on record: ids, and for failures what was said."""
    columns = {
        "captures": "id",
        "articles": "id",
        "entities": "id",
        "attributions": "id",
        "failures": "message",
    }
    with contextlib.closing(sqlite3.connect(ledger)) as connection:
        return {
            table: [row[0] for row in connection.execute(f"SELECT {column} FROM {table}")]
            for table, column in columns.items()
        }


def test_standard_input_is_one_of_the_inputs(stories):
    command = [sys.executable, "-m", "onrecord", "read", "--no-ledger", "--reader", "fast", "-j",
               "2", "--format", "jsonl", str(stories[0]), "-", str(stories[1])]  # fmt: skip
    finished = subprocess.run(
        command, input=STORY.format(number=77).encode(), capture_output=True, check=True
    )
    titles = [json.loads(line)["article"]["title"] for line in finished.stdout.splitlines()]
    assert [title.split()[2] for title in titles] == ["2", "77", "3"]


def test_the_fast_reader_names_itself_in_what_it_reads(stories, capsys):
    shown = []
    for name in ("fast", "rules"):
        assert read(stories[0], "--format", "json", jobs=0, reader=name) == 0
        shown.append(json.loads(capsys.readouterr().out))
    assert shown[0] == shown[1]


@pytest.mark.parametrize("jobs", ["-1", "two"])
def test_a_number_of_jobs_that_is_none_is_a_usage_error(jobs, stories):
    assert run(["read", "--no-ledger", "--jobs", jobs, str(stories[0])]) == 2


def test_a_score_that_is_none_is_refused_once(stories, capsys):
    assert read(*stories, "--min-score", "7", jobs=2) == 2
    assert capsys.readouterr().err.count("between 0 and 1") == 1


def hear_interrupts() -> None:
    """Even where the tests run in the background, whose shell lets nobody hear them."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def start(folder: Path, ledger: Path, output: Path) -> subprocess.Popen[str]:
    """A batch in two processes, once the first readings are stored."""
    command = [sys.executable, "-m", "onrecord", "read", "--reader", "rules", "--jobs", "2",
               "--ledger", str(ledger), "-o", str(output), str(folder)]  # fmt: skip
    child = subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, start_new_session=True,
        preexec_fn=hear_interrupts,
    )  # fmt: skip
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and count_stored(ledger) < 3:
        time.sleep(0.02)
    return child


def count_stored(ledger: Path) -> int:
    if not ledger.exists():
        return 0
    with contextlib.closing(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)) as connection:
        try:
            return int(connection.execute("SELECT count(*) FROM readings").fetchone()[0])
        except sqlite3.OperationalError:
            return 0


def test_an_interruption_of_all_processes_keeps_what_was_read(tmp_path):
    folder, ledger, output = tmp_path / "many", tmp_path / "ledger.db", tmp_path / "out.jsonl"
    write_stories(folder, 400)
    child = start(folder, ledger, output)
    os.killpg(child.pid, signal.SIGINT)
    _, error = child.communicate(timeout=120)
    assert child.returncode == 130, error
    assert "interrupted" in error
    assert "Traceback" not in error
    written = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    # Three were stored; the third may not have been written when the key was pressed.
    assert 2 <= len(written) < 400
    assert count_stored(ledger) - len(written) in {0, 1}
    numbers = [int(reading["article"]["title"].split()[2]) for reading in written]
    assert numbers == list(range(2, 2 + len(written)))


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="finds the processes in /proc")
def test_a_process_that_is_killed_costs_one_input_and_the_batch_goes_on(tmp_path):
    folder, ledger, output = tmp_path / "many", tmp_path / "ledger.db", tmp_path / "out.jsonl"
    # Long ones: a process is killed while it reads, hardly ever between two of them.
    paths = write_stories(folder, 30, length=60)
    child = start(folder, ledger, output)
    os.kill(find_worker(child.pid), signal.SIGKILL)
    _, error = child.communicate(timeout=240)
    assert child.returncode == 1, error
    assert "Traceback" not in error
    rows = list_rows(ledger)
    (failure,) = rows["failures"]
    assert "killed by signal 9" in failure
    (lost,) = [path for path in paths if str(path) in failure]
    assert len(output.read_text(encoding="utf-8").splitlines()) == len(paths) - 1
    assert len(rows["articles"]) == len(paths) - 1
    assert read(lost, jobs=2, ledger=ledger) == 0
    assert len(list_rows(ledger)["articles"]) == len(paths)


def find_worker(parent: int) -> int:
    """One of the reading processes that a process has started."""
    for folder in Path("/proc").iterdir():
        with contextlib.suppress(OSError, IndexError, ValueError):
            status = (folder / "stat").read_text().rpartition(")")[2].split()
            command = (folder / "cmdline").read_bytes()
            if int(status[1]) == parent and b"spawn_main" in command:
                return int(folder.name)
    raise AssertionError("no reading process was found")

"""`onrecord read` as a user runs it: exit status, what is printed, what is recorded."""

import csv
import io
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

STORY = """Quay workers vote to end strike

By Lena Marsh
12 May 2025

Dock workers in Port Sarrel voted on Monday to end a strike of eleven days, their union said.

“We have what we came for,” Ada Roe, the chair of the Quay Workers’ Union, said. “Nobody will be dismissed.”

The port authority denied that it had promised any such thing. A spokesman said the talks would go on.

The ships that had waited in the bay began to come in on Monday evening, the first of them with grain for the mills up the river.
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


def read(*arguments: object, ledger: Path | None = None) -> int:
    kept = ["--ledger", str(ledger)] if ledger else ["--no-ledger"]
    return run(["read", "--reader", "rules", *kept, *map(str, arguments)])


def test_text_shows_the_facts_and_who_said_what(story, capsys):
    assert read(story) == 0
    shown = capsys.readouterr().out
    assert "Quay workers vote to end strike" in shown
    assert "Lena Marsh" in shown
    assert "Ada Roe" in shown
    assert "We have what we came for" in shown


def test_json_has_positions_in_its_own_text(story, capsys):
    assert read(story, "--format", "json") == 0
    reading = json.loads(capsys.readouterr().out)
    text = reading["article"]["text"]
    assert reading["article"]["published_on"] == "2025-05-12"
    contents = [
        " ".join(text[start:end] for start, end in attribution["content"])
        for attribution in reading["attributions"]
    ]
    assert any("Nobody will be dismissed" in content for content in contents)
    known = {entity["id"] for entity in reading["entities"]}
    assert {a["entity"] for a in reading["attributions"] if a["source"]} <= known


def test_several_inputs_give_a_list_and_one_line_each(story, tmp_path, capsys):
    other = tmp_path / "other.txt"
    other.write_text(STORY.replace("Ada Roe", "Ida Poe"), encoding="utf-8")
    assert read(story, other, "--format", "json") == 0
    assert len(json.loads(capsys.readouterr().out)) == 2
    assert read(story, other, "--format", "jsonl") == 0
    lines = capsys.readouterr().out.splitlines()
    assert ["Ada Roe" in line for line in lines] == [True, False]


def test_csv_has_a_row_an_attribution(story, capsys):
    assert read(story, "--format", "csv") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert any("Ada Roe" in " ".join(row.values()) for row in rows)


def test_the_name_of_the_output_file_chooses_the_format(story, tmp_path):
    page, table = tmp_path / "out.html", tmp_path / "out.csv"
    assert read(story, "-o", page) == 0
    assert read(story, "-o", table) == 0
    assert page.read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    assert "," in table.read_text(encoding="utf-8").splitlines()[0]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.csv", "out.html", "story.txt"]


def test_an_output_that_cannot_be_written_is_an_error(story, tmp_path, capsys):
    assert read(story, "-o", tmp_path / "missing" / "out.json") == 1
    assert "missing" in capsys.readouterr().err


def test_standard_input_is_read(story):
    command = [sys.executable, "-m", "onrecord", "read", "--no-ledger", "--reader", "rules",
               "--format", "json", "-"]  # fmt: skip
    finished = subprocess.run(command, input=STORY.encode(), capture_output=True, check=True)
    assert json.loads(finished.stdout)["article"]["title"] == "Quay workers vote to end strike"


def test_reading_twice_writes_once(story, ledger, capsys):
    assert read(story, ledger=ledger) == 0
    before = count_rows(ledger)
    assert read(story, ledger=ledger) == 0
    assert count_rows(ledger) == before
    assert run(["articles", "--ledger", str(ledger)]) == 0
    assert "Quay workers vote" in capsys.readouterr().out


def count_rows(path: Path) -> dict[str, int]:
    connection = sqlite3.connect(path)
    tables = ("captures", "articles", "readings", "runs", "entities", "attributions", "failures")
    counts = {t: connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tables}
    connection.close()
    return counts


BAD_INPUTS = {
    "empty.txt": b"",
    "blank.txt": b" \n\n \t\n",
    "photo.html": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "paper.txt": b"%PDF-1.7\n" + bytes(range(256)) * 20,
    "nothing.html": b"<html><body><nav><a href='/'>Home</a><a href='/x'>More</a></nav></body></html>",
    "french.txt": (
        "Le gouvernement a annoncé mardi que les négociations sur le port reprendraient la semaine "
        "prochaine. « Nous avons obtenu ce que nous voulions », a déclaré la présidente du syndicat, "
        "qui a précisé que personne ne serait licencié et que les salaires seraient versés."
    ).encode(),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_INPUTS)
def test_a_bad_input_is_named_and_recorded_and_the_others_go_on(
    name, story, tmp_path, ledger, capsys
):
    bad = tmp_path / name
    bad.write_bytes(BAD_INPUTS[name])
    assert read(bad, story, "--format", "jsonl", ledger=ledger) == 1
    shown = capsys.readouterr()
    assert "Traceback" not in shown.err
    assert name in shown.err
    assert len(shown.out.splitlines()) == 1
    assert count_rows(ledger)["failures"] == 1
    assert count_rows(ledger)["articles"] == 1
    assert run(["failures", "--ledger", str(ledger)]) == 0
    assert name in capsys.readouterr().out


@pytest.mark.parametrize("recorded", [True, False])
def test_failures_are_pointed_to_only_where_they_are_recorded(tmp_path, ledger, capsys, recorded):
    missing = [str(tmp_path / name) for name in ("one.txt", "two.txt")]
    kept = ["--ledger", str(ledger)] if recorded else ["--no-ledger"]
    assert run(["read", "--reader", "rules", *kept, *missing]) == 1
    error = capsys.readouterr().err
    assert "0 of 2 inputs read" in error
    assert ("onrecord failures" in error) is recorded


def test_a_missing_file_and_an_empty_folder_are_failures(tmp_path, ledger, capsys):
    folder = tmp_path / "empty"
    folder.mkdir()
    assert read(tmp_path / "gone.txt", folder, ledger=ledger) == 1
    error = capsys.readouterr().err
    assert "gone.txt" in error
    assert str(folder) in error
    assert count_rows(ledger)["failures"] == 2


def test_a_page_of_sixty_megabytes_is_refused(tmp_path, capsys):
    page = tmp_path / "huge.html"
    with page.open("wb") as handle:
        handle.write(b"<html><body><article>")
        handle.seek(60_000_000)
        handle.write(b"</article></body></html>")
    assert read(page) == 1
    assert "huge.html" in capsys.readouterr().err


def test_a_deeply_nested_page_ends_in_an_article_or_a_clear_error(tmp_path, capsys):
    page = tmp_path / "deep.html"
    page.write_text("<div>" * 50_000 + STORY + "</div>" * 50_000, encoding="utf-8")
    began = time.monotonic()
    assert read(page) in {0, 1}
    assert time.monotonic() - began < 60
    assert "Traceback" not in capsys.readouterr().err


HARD_TEXTS = {
    "unbalanced": "“We go, Ada Roe said on Monday, and nobody will be left behind.\n\n"
    "The chair added that the ships” would come. 'Never,' said Ida Poe.",
    "long": "The port authority said on Monday that the ships would come in again. " * 1700,
    "emoji": "“We won 🎉👩‍👩‍👧,” Ada Roe said on Monday, and the workers cheered at the gate. 🚢",
    "right-to-left": "“שלום” said Ada Roe on Monday to the workers of the port of Sarrel. "
    "The minister replied: «مرحبا بكم», and they all went home that evening.",
}


@pytest.mark.parametrize("name", HARD_TEXTS)
def test_hard_texts_are_read_with_positions_that_hold(name, tmp_path, capsys):
    path = tmp_path / f"{name}.txt"
    path.write_text(HARD_TEXTS[name], encoding="utf-8")
    assert read(path, "--format", "json") == 0
    reading = json.loads(capsys.readouterr().out)
    text = reading["article"]["text"]
    assert reading["attributions"]
    for attribution in reading["attributions"]:
        for role in ("source", "cue", "content"):
            for start, end in attribution[role] or ():
                assert 0 <= start < end <= len(text)
                assert text[start:end] == text[start:end].strip()


def test_a_ledger_that_is_no_ledger_is_named(story, tmp_path, capsys):
    for name, body in {"text.db": b"not a database, just words " * 100}.items():
        path = tmp_path / name
        path.write_bytes(body)
        assert read(story, ledger=path) == 1
        error = capsys.readouterr().err
        assert name in error
        assert "Traceback" not in error


def test_a_ledger_of_a_newer_schema_is_left_alone(story, ledger, capsys):
    assert read(story, ledger=ledger) == 0
    connection = sqlite3.connect(ledger)
    connection.execute("UPDATE schema_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    assert read(story, ledger=ledger) == 1
    assert "newer" in capsys.readouterr().err


def test_a_ledger_in_a_place_that_is_no_folder_is_an_error(story, capsys):
    assert read(story, ledger=story / "ledger.db") == 1
    assert "Traceback" not in capsys.readouterr().err


def hear_interrupts() -> None:
    """Even where the tests run in the background, whose shell lets nobody hear them."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def test_an_interruption_keeps_what_was_read(tmp_path, ledger):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(400):
        (folder / f"{number:03}.txt").write_text(STORY.replace("eleven", str(number)))
    output = tmp_path / "out.jsonl"
    command = [sys.executable, "-m", "onrecord", "read", "--reader", "rules", "--ledger",
               str(ledger), "-o", str(output), str(folder)]  # fmt: skip
    child = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, preexec_fn=hear_interrupts)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not (ledger.exists() and stored(ledger) >= 3):
        time.sleep(0.02)
    os.kill(child.pid, signal.SIGINT)
    _, error = child.communicate(timeout=60)
    assert child.returncode == 130, error
    assert "interrupted" in error
    assert "Traceback" not in error
    written = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    assert 2 <= len(written) < 400
    # The reading in hand when the key was pressed may be stored and not yet written.
    assert stored(ledger) - len(written) in {0, 1}


def stored(ledger: Path) -> int:
    connection = sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)
    try:
        return int(connection.execute("SELECT count(*) FROM readings").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()


def test_a_score_that_is_none_is_refused(story, capsys):
    assert read(story, "--min-score", "7") == 2
    assert "between 0 and 1" in capsys.readouterr().err


def test_an_unknown_option_is_a_usage_error(story):
    assert read(story, "--frmat", "json") == 2


def test_a_ledger_can_be_named_by_the_environment(story, ledger, monkeypatch):
    monkeypatch.setenv("ONRECORD_LEDGER", str(ledger))
    assert run(["read", "--reader", "rules", str(story)]) == 0
    assert count_rows(ledger)["articles"] == 1

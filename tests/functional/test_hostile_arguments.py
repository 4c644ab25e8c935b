"""What a hostile or unlucky person types: an error of one line, no escape, no traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ledger_examples import NOON, make_article, make_capture, make_reading
from onrecord.cli import run
from onrecord.dates import PartialDate
from onrecord.ledger.ledger import open_ledger, store_reading

TEXT = "“We have what we came for,” Ada Roe, the chair of the union, said on Monday in Sarrel.\n"
COMMANDS = (
    ["articles"], ["attributions"], ["responses"], ["claims"], ["story", "cracks"],
    ["changes", "--since", "2031"], ["who", "Varga"], ["articles", "--format", "csv"],
    ["attributions", "--format", "jsonl"], ["schema"], ["--help"], ["--version"],
    ["show", "att_"], ["read", "-"],
)  # fmt: skip


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("hostile") / "ledger.db"
    with open_ledger(path) as opened:
        for article in (make_article(1, published_on=PartialDate(2031, 3, 1)), make_article(2)):
            store_reading(opened, make_capture(article), make_reading(article), NOON)
    return str(path)


def run_in_shell(
    redirection: str, *arguments: str | bytes, ledger: str
) -> "subprocess.CompletedProcess[str]":
    """Run a command as a shell does, which can close streams and give any bytes."""
    own = [sys.executable, "-m", "onrecord", *arguments]
    return subprocess.run(
        ["/bin/sh", "-c", f'"$@" {redirection}', "sh", *own],
        env={**os.environ, "ONRECORD_LEDGER": ledger},
        input=TEXT,
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.mark.parametrize("redirection", [">/dev/full", ">&-"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_output_that_cannot_be_written_is_said(
    ledger: str, tmp_path: Path, command: list[str], redirection: str
) -> None:
    if command[0] == "read":
        command, ledger = [*command, "--reader", "rules"], str(tmp_path / "own.db")
    elif command[0] == "show":
        command = ["show", make_reading(make_article(2)).attributions[0].id]
    finished = run_in_shell(redirection, *command, ledger=ledger)
    assert finished.returncode == 1
    lines = finished.stderr.splitlines()
    assert lines[-1].startswith("error: standard output could not be written (")
    assert "Traceback" not in finished.stderr
    assert "Exception" not in finished.stderr


@pytest.mark.parametrize(
    ("command", "status", "message"),
    [
        (("read", "-", "--no-ledger"), 1, "standard input could not be read"),
        (("judge", "--by", "Ida"), 2, "say what to decide"),
    ],
)
def test_closed_input_is_said(
    ledger: str, command: tuple[str, ...], status: int, message: str
) -> None:
    finished = run_in_shell("<&-", *command, ledger=ledger)
    assert finished.returncode == status
    assert message in finished.stderr
    assert "Traceback" not in finished.stderr


def test_closed_errors_do_no_harm(ledger: str) -> None:
    assert run_in_shell("2>&-", "claims", "nosuch", ledger=ledger).returncode == 0


@pytest.mark.parametrize(
    "command",
    [
        ("who", b"\xff"), ("claims", b"\xff"), ("story", b"\xff"), ("claim", b"\xff"),
        ("judge", "att_1", "att_2", "same", "--by", b"\xff"), ("articles", "--publisher", b"\xff"),
        ("attributions", "--search", b"\xff"), ("articles", "--ledger", b"\xff"),
    ],
    ids=lambda command: str(command[0]),
)  # fmt: skip
def test_bytes_that_are_no_text_are_refused(ledger: str, command: tuple[str | bytes, ...]) -> None:
    finished = run_in_shell("", *command, ledger=ledger)
    assert finished.returncode == 2
    assert "is not text in UTF-8" in finished.stderr
    assert "damaged" not in finished.stderr
    assert "Traceback" not in finished.stderr


def test_a_search_for_no_text_is_no_damage_of_the_ledger(ledger: str) -> None:
    from onrecord.errors import SettingsError
    from onrecord.ledger.identities import load_identities

    with open_ledger(Path(ledger)) as opened, pytest.raises(SettingsError, match="no text"):
        load_identities(opened, "\udcff")


def test_names_of_files_that_are_no_names_cost_one_input_each(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(TEXT, encoding="utf-8")
    odd = os.fsencode(tmp_path) + b"/\xff.txt"
    Path(os.fsdecode(odd)).write_text(TEXT, encoding="utf-8")
    database = str(tmp_path / "own.db")
    arguments = ("read", "--reader", "rules", "x" * 5000, odd, str(good), "--format", "jsonl")
    finished = run_in_shell("", *arguments, ledger=database)
    assert finished.returncode == 1
    assert len(finished.stdout.splitlines()) == 1
    assert "1 of 3 inputs read, 1 new, 2 failed" in finished.stderr
    assert "Traceback" not in finished.stderr
    assert max(map(len, finished.stderr.splitlines())) < 300
    assert "too long" in run_in_shell("", "failures", ledger=database).stdout


ESCAPE = "\x1b]0;owned\x07\u202e"


@pytest.mark.parametrize(
    "arguments",
    [
        ["claim", ESCAPE], ["claims", "--limit", ESCAPE], [ESCAPE], ["claims", f"--{ESCAPE}"],
        ["who", "Nemo", "--ledger", f"/nowhere/{ESCAPE}"], ["versions", f"http://x{ESCAPE}/"],
        ["read", "--no-ledger", "--reader", "rules", f"/nowhere/{ESCAPE}"],
        ["read", "--no-ledger", "--reader", "rules", f"http://x{ESCAPE}/"],
        ["judge", ESCAPE, "--by", "I"], ["articles", "--since", ESCAPE], ["show", ESCAPE],
    ],
    ids=lambda arguments: arguments[0],
)  # fmt: skip
def test_no_message_speaks_to_the_terminal(
    ledger: str, capsys, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.setenv("ONRECORD_LEDGER", ledger)
    assert run(arguments) in {1, 2}
    error = capsys.readouterr().err
    assert error.strip()
    assert not set(error) & set("\x1b\x07\u202e")


def test_long_words_are_cut_in_messages(ledger: str, capsys) -> None:
    assert run(["claim", "clm_" + "0" * 4000, "--ledger", ledger]) == 1
    error = capsys.readouterr().err
    assert len(error) < 250
    assert "clm_0000" in error


@pytest.mark.parametrize("number", ["9223372036854775807", "9223372036854775808", "1" + "0" * 60])
def test_a_limit_beyond_all_rows_is_refused(ledger: str, capsys, number: str) -> None:
    assert run(["articles", "--limit", number, "--ledger", ledger]) == 2
    assert "--limit" in capsys.readouterr().err


def test_a_pipe_is_no_file_to_read(tmp_path: Path, capsys) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert run(["read", "--no-ledger", "--reader", "rules", str(pipe)]) == 1
    assert "is no regular file: give it as standard input" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["", "  "])
def test_a_name_without_a_name_is_not_the_whole_folder(capsys, name: str) -> None:
    assert run(["read", "--no-ledger", "--reader", "rules", name]) == 2
    assert "the name of an input is empty" in capsys.readouterr().err


@pytest.mark.parametrize("address", ["ftp://a:secret@x.example/a", "file:///etc/hostname"])
def test_only_pages_of_the_web_are_fetched(capsys, address: str) -> None:
    assert run(["read", "--no-ledger", "--reader", "rules", address]) == 1
    error = capsys.readouterr().err
    assert "they begin with https:// or http://" in error
    assert error.startswith(f"error: {address.replace('a:secret@', '')} is no address")


@pytest.mark.parametrize(
    "body",
    ['{"article": {"text": "Ada Roe said so."}}', '[{"a": 1}]', '{"a": 1}\n{"a": 2}\n'],
)
def test_json_is_named(tmp_path: Path, capsys, body: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(body)
    assert run(["read", "--no-ledger", "--reader", "rules", str(path)]) == 1
    assert "x.json is JSON, not an article" in capsys.readouterr().err


@pytest.mark.parametrize("opening", ["[1]\n", "[Update] ", "{Correction} "])
def test_an_article_in_brackets_is_no_json(tmp_path: Path, opening: str) -> None:
    path = tmp_path / "x.txt"
    path.write_text(opening + TEXT, encoding="utf-8")
    assert run(["read", "--no-ledger", "--reader", "rules", str(path)]) == 0


@pytest.mark.parametrize("how", ["option", "environment"])
def test_serving_makes_no_ledger(
    tmp_path: Path, capsys, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    path = tmp_path / "below" / "nosuch.db"
    monkeypatch.setenv("ONRECORD_LEDGER", str(path) if how == "environment" else "/nowhere/x.db")
    named = ["--ledger", str(path)] if how == "option" else []
    assert run(["serve", "--port", "0", *named]) == 1
    assert f"there is no ledger {path}" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_is_recorded_the_usual_ledger_does_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_LEDGER", "ftp://nowhere.example/x")
    path = tmp_path / "x.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert run(["read", "--no-ledger", "--reader", "rules", str(path)]) == 0


def test_an_empty_file_stays_empty_where_it_is_only_read(tmp_path: Path, capsys) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    assert run(["claims", "--ledger", str(path)]) == 1
    assert "holds nothing yet" in capsys.readouterr().err
    assert path.stat().st_size == 0


@pytest.mark.parametrize("command", ["claims", "articles"])
def test_a_device_is_no_ledger(capsys, command: str) -> None:
    assert run([command, "--ledger", "/dev/null"]) == 1
    assert "is not a file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["claims", ""], 2, "no word to search for"),
        (["claims", "!"], 2, "no word to search for"),
        (["story", ""], 2, "no word to search for"),
        (["attributions", "--search", ""], 2, "no word to search for"),
        (["attributions", "--source", " "], 2, "'--source': it is empty"),
        (["articles", "--publisher", ""], 2, "'--publisher': it is empty"),
        (["responses", "--party", ""], 2, "'--party': it is empty"),
        (["serve", "--host", ""], 2, "'--host': it is empty"),
        (["serve", "--name", ""], 2, "'--name': it is empty"),
        (["token", " "], 2, "the name is empty"),
        (["who", "x" * 60_000], 2, "60000 characters are no name"),
        (["articles", "--publisher", "x" * 60_000], 2, "60000 characters are no name"),
        (["who", "!!!"], 2, "there is no name in '!!!'"),
        (["articles", "--since", "2025-13-40"], 2, "no such date: '2025-13-40'"),
        (["articles", "--since", "２０２５"], 2, "not a date of the form"),
        (["articles", "--since", "2025-03", "--until", "2025-02"], 2, "2025-03 is after"),
        (["responses", "--since", "2025-03", "--until", "2025-02"], 2, "2025-03 is after"),
        (["story", "x", "--since", "2025-03", "--until", "2025-02"], 2, "2025-03 is after"),
        (["articles", "--limit", "1"], 0, "there are more than this one: --limit 0 shows all"),
    ],
)
def test_what_makes_no_sense_is_said(
    ledger: str, capsys, arguments: list[str], status: int, message: str
) -> None:
    assert run([*arguments, "--ledger", ledger]) == status
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("name", ["below/nosuch.db", "/dev/null", ""])
def test_a_token_is_made_only_where_a_ledger_is(tmp_path: Path, capsys, name: str) -> None:
    path = tmp_path / name
    assert run(["token", "Ida Bell", "--ledger", str(path)]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert str(path) in shown.err
    assert list(tmp_path.iterdir()) == []


def test_a_token_is_kept_beside_its_ledger(ledger: str, capsys) -> None:
    assert run(["token", "Ida Bell", "--ledger", ledger]) == 0
    assert capsys.readouterr().out.startswith("onr_")
    kept = Path(f"{ledger}.tokens.json")
    assert "Ida Bell" in kept.read_text(encoding="utf-8")
    kept.unlink()


def test_a_home_that_nobody_has_is_named(capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(["articles", "--ledger", "~nosuchuser/x.db"]) == 2
    assert "nobody knows the folder ~nosuchuser" in capsys.readouterr().err
    monkeypatch.setenv("ONRECORD_LEDGER", "~nosuchuser/x.db")
    assert run(["articles"]) == 1
    assert "nobody knows the folder ~nosuchuser" in capsys.readouterr().err


def test_a_month_and_a_day_in_it_are_in_order(ledger: str, capsys) -> None:
    arguments = ["articles", "--since", "2031-03-02", "--until", "2031-03", "--ledger", ledger]
    assert run(arguments) == 0
    assert capsys.readouterr().out


def test_a_story_of_nothing_prints_nothing(ledger: str, capsys) -> None:
    assert run(["story", "nosuch", "--ledger", ledger]) == 0
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", "no claim found\n")


@pytest.mark.parametrize("score", ["2", "-1", "nan"])
def test_a_score_is_a_matter_of_usage(capsys, score: str) -> None:
    assert run(["read", "--no-ledger", f"--min-score={score}", "x.txt"]) == 2
    assert "between 0 and 1" in capsys.readouterr().err

"""`onrecord articles`, `attributions`, `responses`, `show`, `failures`, from the command line to the page."""

import csv
import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from ledger_examples import NOON, make_article, make_capture, make_reading
from onrecord.cli import run
from onrecord.dates import PartialDate
from onrecord.export.contract import reading_to_dict
from onrecord.export.tabular import render_csv
from onrecord.ledger.ledger import open_ledger, store_failure, store_reading
from onrecord.records import Act, Failure, Run

MARCH_1, MARCH = make_article(1, published_on=PartialDate(2031, 3, 1)), make_article(2)
WARNING, CLAIM, SILENCE = make_reading(MARCH).attributions


@pytest.fixture
def ledger(address: Path | str) -> str:
    with open_ledger(address) as opened:
        for article in (MARCH_1, MARCH):
            store_reading(opened, make_capture(article), make_reading(article), NOON)
        store_failure(opened, Failure("/gone.html", "CaptureError", "/gone.html is empty", NOON))
    return str(address)


@pytest.fixture
def ask(ledger: str, capsys: pytest.CaptureFixture[str]):
    """Run a command against the ledger; its standard output. It has to succeed."""

    def ask(*arguments: str) -> str:
        assert run([*arguments, "--ledger", ledger]) == 0
        return capsys.readouterr().out

    return ask


def test_articles_are_listed_with_their_facts(ask) -> None:
    assert ask("articles").splitlines()[:3] == [
        "Kell Bridge stays shut (2)",
        "  The Orsund Courier · 2031-03-03 · Nell Aster, Jörn Ekwall · 3 attributions",
        f"  {MARCH.id}",
    ]
    assert "(2)" not in ask("articles", "--until", "2031-03-02")
    assert ask("articles", "--publisher", "gazette") == ""


def test_an_update_is_listed_where_it_is_of_another_day(tmp_path: Path, capsys) -> None:
    path = tmp_path / "updated.db"
    day, later = PartialDate(2031, 3, 1), PartialDate(2031, 3, 4)
    with open_ledger(path) as opened:
        for number, updated in ((1, later), (2, day), (3, None)):
            article = make_article(number, published_on=day, updated_on=updated)
            store_reading(opened, make_capture(article), make_reading(article), NOON)
    assert run(["articles", "--ledger", str(path)]) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if "2031-03-01" in line]
    assert sorted(" · updated 2031-03-04 · " in line for line in lines) == [False, False, True]
    assert sum("updated" in line for line in lines) == 1


def test_attributions_are_listed_under_their_article(ask) -> None:
    lines = ask("attributions", "--article", MARCH.id).splitlines()
    assert lines == [
        "Kell Bridge stays shut (2)",
        f"The Orsund Courier · 2031-03-03 · {MARCH.id}",
        f"  {WARNING.id}  Tomas Brandt [the engineer] possibly warns (inside {CLAIM.id})",
        "    cracks … in the north pier",
        "    The Orsund Courier → Ilse Varga → Tomas Brandt",
        f"  {CLAIM.id}  Ilse Varga [Varga] claims",
        '    the engineer Tomas Brandt "warned of cracks" in the north pier',
        "    to the engineer · in a statement · said on 3 March 2031",
        f"  {SILENCE.id}  Brandt did does NOT confirm",
        "    that he had been asked",
    ]


def test_the_json_names_the_fields_of_the_records(ask) -> None:
    arguments = ("attributions", "--act", "warns", "--search", "cracks", "--since", "2031-03-02")
    (found,) = json.loads(ask(*arguments, "--format", "json"))
    as_read = next(
        one for one in reading_to_dict(make_reading(MARCH))["attributions"] if one["act"] == "warns"
    )
    assert {name: found[name] for name in as_read} == as_read
    assert found["content_text"] == "cracks … in the north pier"
    assert (found["entity_name"], found["published_on"]) == ("Tomas Brandt", "2031-03-03")


def test_responses_are_listed_under_their_article_with_the_claim(ask) -> None:
    lines = ask("responses", "--article", MARCH.id).splitlines()
    assert lines == [
        "Kell Bridge stays shut (2)",
        f"The Orsund Courier · 2031-03-03 · {MARCH.id}",
        "  Tomas Brandt (through Ilse Varga) neither confirms nor denies · as of March 2031",
        "    “Brandt did not confirm”",
        f"    to {CLAIM.id} · Ilse Varga: "
        'the engineer Tomas Brandt "warned of cracks" in the north pier',
    ]


def test_responses_are_found_by_party_kind_and_date(ask) -> None:
    kind = "neither_confirms_nor_denies"
    found = json.loads(ask("responses", "--party", "brandt", "--kind", kind, "--format", "json"))
    assert [one["article_id"] for one in found] == [MARCH.id, MARCH_1.id]
    as_read = reading_to_dict(make_reading(MARCH))["responses"][0]
    assert {name: found[0][name] for name in as_read} == as_read
    assert (found[0]["party_name"], found[0]["claim_source"]) == ("Tomas Brandt", "Ilse Varga")
    assert ask("responses", "--kind", "denies") == ""
    assert ask("responses", "--party", "nobody") == ""
    assert MARCH.id not in ask("responses", "--until", "2031-03-02", "--format", "csv")


def test_an_attribution_is_shown_with_its_way_and_its_answers(ask) -> None:
    shown = ask("show", CLAIM.id)
    assert "in a statement · said on 3 March 2031" in shown
    assert (
        "Tomas Brandt (through Ilse Varga) neither confirms nor denies · as of March 2031" in shown
    )
    as_json = json.loads(ask("show", CLAIM.id, "--format", "json"))
    assert [one["to"] for one in as_json["responses"]] == [CLAIM.id]


def test_an_article_is_shown_with_its_findings(ask) -> None:
    shown = ask("show", MARCH.id)
    for heading in ("Answers", "What is missing", "Positions", "What does not fit"):
        assert heading in shown


def test_jsonl_is_one_object_a_line(ask) -> None:
    lines = ask("articles", "--format", "jsonl").splitlines()
    assert [json.loads(line)["id"] for line in lines] == [MARCH.id, MARCH_1.id]


def test_csv_has_the_columns_of_read(ask) -> None:
    listed = list(csv.DictReader(io.StringIO(ask("attributions", "--format", "csv"))))
    read = render_csv([make_reading(MARCH), make_reading(MARCH_1)])
    assert listed == list(csv.DictReader(io.StringIO(read)))


def test_csv_gives_a_spreadsheet_no_formula(tmp_path: Path, capsys) -> None:
    path = tmp_path / "onrecord.db"
    with open_ledger(path) as opened:
        failure = Failure("=HYPERLINK()", "CaptureError", "nothing\nthere", NOON)
        store_failure(opened, failure)
    assert run(["failures", "--format", "csv", "--ledger", str(path)]) == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert (row["origin"], row["message"]) == ("'=HYPERLINK()", "nothing there")


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
@pytest.mark.parametrize("command", ["articles", "attributions", "responses", "failures"])
def test_nothing_found_is_well_formed(tmp_path: Path, capsys, command: str, form: str) -> None:
    path = tmp_path / "onrecord.db"
    open_ledger(path).close()
    assert run([command, "--format", form, "--ledger", str(path)]) == 0
    out, err = capsys.readouterr()
    assert "found" in err
    if form == "json":
        assert json.loads(out) == []
    else:
        assert len(out.splitlines()) == (1 if form == "csv" else 0)


def test_more_than_the_limit_is_said_and_not_mixed_in(ledger: str, capsys) -> None:
    for limit, said in (("1", True), ("2", False), ("0", False)):
        arguments = ["articles", "--limit", limit, "--format", "jsonl", "--ledger", ledger]
        assert run(arguments) == 0
        out, err = capsys.readouterr()
        assert len(out.splitlines()) == (int(limit) or 2)
        assert ("--limit 0" in err) is said


def test_an_article_is_shown_with_what_was_read_and_from_where(ask) -> None:
    page = ask("show", MARCH.id[:12])
    for words in (MARCH.title, "Ilse Varga", "3 attributions", str(MARCH.url), "2031-03-04 12:00"):
        assert words in page
    assert "earlier reading" not in page
    assert json.loads(ask("show", MARCH.id, "--format", "json")) == reading_to_dict(
        make_reading(MARCH)
    )


def test_an_attribution_is_shown_marked_in_its_paragraph(ask) -> None:
    page = ask("show", WARNING.id)
    assert (
        "  Varga claimed that [source:the engineer Tomas Brandt] "
        '"[cue:warned of] [content:cracks]" [content:in the north pier]. '
        "Brandt did not confirm that he had been asked.\n"
    ) in page
    assert f"Stands inside\n  {CLAIM.id}  Ilse Varga" in page
    assert f"Inside it\n  {WARNING.id}  Tomas Brandt" in ask("show", CLAIM.id)


def test_an_attribution_in_json_has_its_surroundings(ask) -> None:
    shown = json.loads(ask("show", CLAIM.id, "--format", "json"))
    around = shown["surroundings"]
    assert around["text"] == MARCH.text[around["start"] : around["end"]]
    assert around["text"].startswith("Varga claimed")
    assert (shown["nested"], shown["act"]) == ([WARNING.id], Act.CLAIMS)


def test_what_only_an_earlier_reading_found_is_shown_as_such(ledger: str, ask) -> None:
    with open_ledger(ledger) as opened:
        newer = make_reading(MARCH, Run("0.2.0", "neural-1"))
        newer = type(newer)(MARCH, newer.entities, (CLAIM,), newer.run)
        store_reading(opened, make_capture(MARCH), newer, NOON)
    assert "not in the latest reading" in ask("show", SILENCE.id)
    assert "not in the latest reading" not in ask("show", CLAIM.id)
    assert "1 earlier reading" in ask("show", MARCH.id)


def test_failures_are_open_until_the_input_was_read(ledger: str, ask) -> None:
    assert ask("failures").splitlines() == [
        "/gone.html",
        "  CaptureError · 2031-03-04 12:00 UTC",
        "  /gone.html is empty",
    ]
    with open_ledger(ledger) as opened:
        store_reading(opened, make_capture(origin="/gone.html"), make_reading(), NOON)
    assert ask("failures") == ""
    assert "resolved 2031-03-04 12:00 UTC" in ask("failures", "--all")


@pytest.mark.parametrize(
    "command", [["articles"], ["attributions"], ["failures"], ["show", "art_"]]
)
def test_a_missing_ledger_is_said_and_not_made(
    tmp_path: Path, capsys, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    path = tmp_path / "below" / "onrecord.db"
    monkeypatch.setenv("ONRECORD_LEDGER", str(path))
    assert run(command) == 1
    error = capsys.readouterr().err
    assert error.startswith(f"error: there is no ledger {path}: nothing has been read")
    assert "onrecord read" in error
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["show", "art_"], 1, "several ids begin with 'art_'"),
        (["show", "art_0000000000000000"], 1, "nothing in the ledger"),
        (["show", "bridge"], 1, "is not the id of an article"),
        (["attributions", "--article", "att_00"], 1, "is not the id of an article"),
        (["attributions", "--search", " "], 2, "no word to search for"),
        (["attributions", "--act", "sings"], 2, "'sings' is not one of"),
        (["articles", "--since", "yesterday"], 2, "not a date of the form"),
        (["articles", "--limit", "-1"], 2, "-1"),
    ],
)
def test_what_makes_no_sense_is_said(
    ledger: str, capsys, arguments: list[str], status: int, message: str
) -> None:
    assert run([*arguments, "--ledger", ledger]) == status
    assert message in capsys.readouterr().err


def test_a_page_cannot_speak_to_the_terminal(tmp_path: Path, capsys) -> None:
    article = make_article(title="Kell\x1b]0;owned\x07 \u202egnihs", publisher="[bold]Courier[/]")
    path = tmp_path / "onrecord.db"
    with open_ledger(path) as opened:
        store_reading(opened, make_capture(article), make_reading(article), NOON)
        store_failure(opened, Failure("/a\x1b[2J", "CaptureError", "no\x9bm", NOON))
    attribution = make_reading(article).attributions[0].id
    for command in (["articles"], ["attributions"], ["failures"], ["show", attribution]):
        assert run([*command, "--ledger", str(path)]) == 0
        page = capsys.readouterr().out
        assert not set(page) & set("\x1b\x07\x9b\u202e")
    assert run(["articles", "--ledger", str(path)]) == 0
    assert "[bold]Courier[/]" in capsys.readouterr().out


def test_lines_are_whole_in_a_pipe_and_wrapped_on_a_terminal(ledger: str) -> None:
    script = "import sys; from onrecord.cli import main; main(sys.argv[1:])"
    command = [sys.executable, "-c", script, "show", WARNING.id, "--ledger", ledger]
    environment = {**os.environ, "COLUMNS": "60", "TERM": "xterm-256color"}
    environment.pop("NO_COLOR", None)
    piped = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert max(map(len, piped.stdout.splitlines())) > 120
    assert "\x1b" not in piped.stdout

    ours, theirs = pty.openpty()
    subprocess.run(command, env=environment, stdout=theirs, check=True)
    os.close(theirs)
    seen = b""
    # The other end reports the end of the session as an error.
    try:
        while chunk := os.read(ours, 4096):
            seen += chunk
    except OSError:
        pass
    finally:
        os.close(ours)
    assert b"\x1b[1m" in seen
    assert b"[source:" in seen


def test_a_long_paragraph_is_shown_where_the_attribution_stands(tmp_path: Path, capsys) -> None:
    short = make_article()
    filler = "The river rose and fell. " * 400
    text = short.text.replace("Varga claimed", f"{filler}Varga claimed") + " " + filler.strip()
    article = make_article(text=text)
    path = tmp_path / "onrecord.db"
    with open_ledger(path) as opened:
        store_reading(opened, make_capture(article), make_reading(article), NOON)
    assert run(["show", make_reading(article).attributions[0].id, "--ledger", str(path)]) == 0
    excerpt = next(line for line in capsys.readouterr().out.splitlines() if "[cue:" in line)
    assert 600 < len(excerpt) < 900
    assert excerpt.startswith("  … ")
    assert excerpt.endswith(" …")
    assert " Varga claimed that [source:the engineer Tomas Brandt]" in excerpt


def test_help_loads_no_database() -> None:
    script = (
        "import sys; from onrecord.cli import run; run(['attributions', '--help']); "
        "sys.exit(bool({'sqlalchemy', 'alembic', 'rich'} & set(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", script], check=True, stdout=subprocess.DEVNULL)

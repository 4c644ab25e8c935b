"""What docs/api.md shows is run."""

import re
import subprocess
import sys
from pathlib import Path

from browser.desk import serve
from onrecord.web.app import make_app
from onrecord.web.settings import WebSettings
from story_ledger import read_story

DOCS = Path(__file__).parents[2] / "docs/api.md"


def find_client() -> str:
    found = re.search(r"```python\n(.+?)```", DOCS.read_text("utf-8"), re.DOTALL)
    assert found
    return found[1]


def test_the_client_in_the_docs_prints_the_heaviest_claim() -> None:
    client = find_client()
    assert len([line for line in client.splitlines() if line.strip()]) <= 20
    with serve(make_app(WebSettings(ledger=read_story(), read_only=True))) as address:
        done = subprocess.run(
            [sys.executable, "-X", "utf8", "-c", client, address],
            capture_output=True, text=True, encoding="utf-8", timeout=60, check=False,
        )  # fmt: skip
    assert done.stderr == ""
    first, *reports = done.stdout.splitlines()
    assert re.fullmatch(r"\d+ claims; “.+”: [a-z_]+", first)
    assert len(reports) > 3
    assert all(", on the word of " in line for line in reports)


def test_every_path_of_the_api_is_in_the_docs() -> None:
    """Each by its method and its whole path, and none that is not there."""
    app = make_app(WebSettings(ledger=read_story(), read_only=True))
    there = {
        (method.upper(), path.removeprefix("/api/v1").replace("{identity}", "{id}"))
        for path, methods in app.openapi()["paths"].items()
        for method in methods
    }
    text = DOCS.read_text("utf-8")
    rows = [row.split("|")[1] for row in text.splitlines() if row.startswith("| `")]
    told = {
        (method or "GET", path)
        for cell in rows
        for method, path in re.findall(r"`(?:([A-Z]+) )?(/[^` ]*)`", cell)
    }
    (watching,) = [line for line in text.splitlines() if line.startswith("`/healthz` tells")]
    assert told | {("GET", path) for path in re.findall(r"`(/\w+)`", watching)} == there


def test_the_verdicts_in_the_docs_are_those_that_are_taken() -> None:
    app = make_app(WebSettings(ledger=read_story(), read_only=True))
    taken = app.openapi()["components"]["schemas"]["NewJudgement"]["properties"]["verdict"]["enum"]
    (line,) = [
        one for one in DOCS.read_text("utf-8").splitlines() if one.startswith("`verdict` is")
    ]
    assert set(re.findall(r"`(\w+)`", line)) == {"verdict", *taken}

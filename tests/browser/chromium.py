"""Headless Chromium for tests: what a page becomes, what it asks for, what it complains about."""

import html
import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
    "--no-proxy-server",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--enable-logging=stderr",
    "--dump-dom",
)


@dataclass(frozen=True)
class Visit:
    """What came of opening a page: its DOM, the addresses it asked for, the console's messages."""

    dom: str
    requests: tuple[str, ...]
    console: tuple[str, ...]


def visit(page: str, folder: Path) -> Visit:
    """Open a page from a file, wait until it is loaded and look at it.

    Fails where no browser is installed: a page that nobody opened is not a tested page.
    """
    browser = next(filter(None, map(shutil.which, NAMES)), None)
    if browser is None:
        pytest.fail(f"the browser tests need one of {', '.join(NAMES)}: apt-get install chromium")
    file = folder / "page.html"
    file.write_text(page, "utf-8")
    log = folder / "net.json"
    done = subprocess.run(
        [browser, *SWITCHES, f"--user-data-dir={folder}", f"--log-net-log={log}", file.as_uri()],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return Visit(
        dom=done.stdout,
        requests=_read_requests(log),
        console=tuple(line for line in done.stderr.splitlines() if "CONSOLE" in line),
    )


def measure(page: str, expression: str, width: int, folder: Path) -> object:
    """The value of a JavaScript expression over `page` (its document), at a width in CSS pixels."""
    wrapper = f"""<!doctype html><meta charset="utf-8">
<iframe style="width:{width}px;height:800px;border:0" srcdoc="{html.escape(page)}"></iframe>
<pre id="measured"></pre>
<script>onload = () => {{
  const page = document.querySelector("iframe").contentDocument;
  document.querySelector("#measured").textContent = JSON.stringify({expression});
}}</script>"""
    dom = visit(wrapper, folder).dom
    found = dom.rpartition('<pre id="measured">')[2].partition("</pre>")[0]
    return json.loads(html.unescape(found))


def _read_requests(log: Path) -> tuple[str, ...]:
    """Every address that a page asked for: the browser's own errands have no origin."""
    events = json.loads(log.read_text("utf-8"))["events"]
    asked = [event["params"] for event in events if "initiator" in event.get("params", {})]
    return tuple(sorted({one["url"] for one in asked if one["initiator"] != "not an origin"}))

"""What a newcomer should see: the commands of a first quarter of an hour, with real output.

`FULL=1` shows all of it; without, the beginnings.
"""

from __future__ import annotations

import contextlib
import io
import os
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from onrecord.cli import run

if TYPE_CHECKING:
    from collections.abc import Iterator

STORY = Path("examples/dispatches")
BUILD = Path("build/demo")
PAGE = "https://lowlanddaily.example/news/immery-growers-april-water-18842"


class FirstLines(io.TextIOBase):
    """Lets so many lines through to a stream, and counts the others."""

    def __init__(self, stream: TextIO, most: int) -> None:
        self._stream = stream
        self._most = most
        self._begun = 0

    @property
    def left(self) -> int:
        """Lines that were not shown."""
        return max(0, self._begun - self._most)

    def isatty(self) -> bool:
        """As the stream itself: what is shown on a terminal is styled and wrapped for it."""
        return self._stream.isatty()

    def write(self, text: str) -> int:
        """Show the lines that are within the limit."""
        for line in text.splitlines(keepends=True):
            if self._begun < self._most:
                self._stream.write(line)
            self._begun += line.endswith("\n")
        return len(text)


def show(title: str, *arguments: str, most: int | None = None) -> None:
    """Print a heading and the command, and run it; of what it prints, the first lines."""
    print(f"\n\033[1m{title}\033[0m" if sys.stdout.isatty() else f"\n== {title} ==")
    print(f"$ {shlex.join((find_program(), *arguments))}", flush=True)
    with showing_first(None if is_full() else most):
        status = run(arguments)
    sys.stdout.flush()
    if status:
        sys.exit(status)


@contextlib.contextmanager
def showing_first(most: int | None) -> Iterator[None]:
    """Cut what is printed, and say how much there is."""
    if most is None:
        yield
        return
    first = FirstLines(sys.stdout, most)
    with contextlib.redirect_stdout(first):
        yield
    if first.left:
        print(f"… {first.left} more lines")


def is_full() -> bool:
    """Whether all of it was asked for."""
    return os.environ.get("FULL", "") not in {"", "0"}


def find_program() -> str:
    """How the program of this environment is called from here."""
    beside = Path(sys.executable).parent / "onrecord"
    if not beside.exists():
        return "onrecord"
    with contextlib.suppress(ValueError):
        return str(beside.relative_to(Path.cwd()))
    return str(beside)


def find_central_claim(ledger: Path) -> str:
    """The most reported claim about a talk by telephone."""
    from onrecord.ledger.claim_queries import ClaimQuery, find_claims
    from onrecord.ledger.gathering import gather_pending
    from onrecord.ledger.ledger import open_ledger

    with open_ledger(ledger) as opened:
        gather_pending(opened)
        (claim, *_) = find_claims(opened, ClaimQuery('"talked by telephone"'))
    return claim.id


def main(build: Path = BUILD) -> None:
    """Read the example story and ask the ledger about it."""
    build.mkdir(parents=True, exist_ok=True)
    ledger, report = build / "story.db", build / "story.html"
    for leftover in build.glob("story.db*"):
        leftover.unlink()
    ask = ("--ledger", str(ledger))
    print("The presidents of two invented countries: did they speak on the telephone?")
    show(
        "Read fourteen dispatches into a ledger, and write them as one page",
        "read", str(STORY), *ask, "-o", str(report),
    )  # fmt: skip
    show_the_claim(ask, find_central_claim(ledger))
    show(
        "A page that was read twice: what became of its claims",
        "versions", PAGE, *ask, most=9,
    )  # fmt: skip
    show(
        "One of the dispatches: who says what, on whose word, and who has answered",
        "read", str(next(STORY.glob("*orlasca-acknowledges*"))), *ask, most=12,
    )  # fmt: skip
    if is_full():
        show_the_rest(ask)
    name = find_program()
    print(
        f"""
The story as a page, every passage marked: {report}
In a browser: {name} serve {shlex.join(ask)}
Your own: {name} read ARTICLE.html (or a folder, a web address, -)
For a program: {name} read --format json ARTICLE.html
All of this, and who is who, denials, searches: FULL=1 make demo"""
    )


def show_the_claim(ask: tuple[str, ...], claim: str) -> None:
    """What the ledger says about the question, now and on the second day."""
    show(
        "Across all fourteen: which claims have many reports, and how many origins",
        "claims", "--limit", "2", *ask,
    )  # fmt: skip
    show(
        "The central claim: what changed when, and who has it from whom",
        "claim", claim, *ask, most=17,
    )  # fmt: skip
    show(
        "The same as it stood on the second day",
        "claim", claim, "--as-of", "2025-03-04", *ask, most=9,
    )  # fmt: skip


def show_the_rest(ask: tuple[str, ...]) -> None:
    """The lists: articles, answers, attributions, names, changes."""
    show("What was read", "articles", *ask)
    show("Who answered, and who is silent", "responses", "--limit", "12", *ask)
    show("Who denied what, all week", "attributions", "--act", "denies", *ask)
    show(
        "Everything the prime minister is reported to have said",
        "attributions", "--source", "Orlasca", "--limit", "8", *ask,
    )  # fmt: skip
    show("Who is who, and why the names are one", "who", "Vesk", *ask)
    show("What changed in the last days", "changes", "--since", "2025-03-10", *ask)
    show("Search the words", "attributions", "--search", '"telephone"', "--limit", "5", *ask)


if __name__ == "__main__":
    main()

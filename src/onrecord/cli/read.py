"""`onrecord read`: articles in, the record of who says what out."""

from __future__ import annotations

import contextlib
import dataclasses
import sys
from functools import partial
from typing import TYPE_CHECKING

import click

from onrecord.cli import INTERRUPTED
from onrecord.cli.messages import say, say_error
from onrecord.cli.options import LEDGER, LedgerType
from onrecord.cli.output import FORMATS, Output
from onrecord.cli.target import TargetType, check_target
from onrecord.errors import SettingsError
from onrecord.operations import (
    ALIASES,
    READERS,
    STANDARD_INPUT,
    count_cores,
    expand_inputs,
    open_reader,
    read_inputs,
    read_inputs_in_processes,
)
from onrecord.settings import FetchSettings, default_ledger

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from onrecord.operations import Outcome

_SOME_FAILED = 1
_PROGRESS_FROM = 4
"""Inputs from which on a progress bar is worth its line."""


def _check_score(
    ctx: click.Context,  # noqa: ARG001
    param: click.Parameter,  # noqa: ARG001
    value: float | None,
) -> float | None:
    if value is not None and not 0.0 <= value <= 1.0:
        raise click.BadParameter(f"a score lies between 0 and 1, {value:g} does not")
    return value


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), help="Default: by the name of -o, or text."
)
@click.option(
    "-o", "--output", type=TargetType(), metavar="FILE",
    help="Write to this file: .txt, .json, .jsonl, .csv or .html.",
)  # fmt: skip
@click.option(
    "--ledger",
    type=LedgerType(),
    metavar=LEDGER,
    help="The ledger to record in: a file, or postgresql://user@host/name. "
    "[default: onrecord.db in your data folder]",
)
@click.option("--no-ledger", is_flag=True, help="Record nothing.")
@click.option(
    "--reader", type=click.Choice((*READERS, *ALIASES)), default="neural", show_default=True,
    help="neural: the model; rules, or fast: quotation marks and a lexicon of cues, less exact and "
    "many times as fast, for bulk work.",
)  # fmt: skip
@click.option(
    "-j", "--jobs", type=click.IntRange(min=0), default=1, show_default=True, metavar="N",
    help="Read several inputs at once, in N processes of about 200 MB each; 0: one a core.",
)  # fmt: skip
@click.option(
    "--min-score", type=float, callback=_check_score,
    help="Leave out attributions scored lower (0 to 1).",
)  # fmt: skip
@click.option("--allow-private", is_flag=True, help="Also fetch from private addresses.")
@click.option("--ignore-robots", is_flag=True, help="Do not ask a site's robots.txt.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary.")
def read(
    inputs: tuple[str, ...],
    form: str | None,
    output: Path | None,
    ledger: Path | str | None,
    no_ledger: bool,
    reader: str,
    jobs: int,
    min_score: float | None,
    allow_private: bool,
    ignore_robots: bool,
    quiet: bool,
) -> int:
    """Read articles: files, folders, web addresses, or - for standard input.

    Prints what each article says on whose word, and records it in the ledger. Inputs that cannot
    be read are reported and recorded, the others go on, and the exit status is 1.
    """
    settings = FetchSettings()
    settings = dataclasses.replace(
        settings, allow_private=allow_private, honour_robots=not ignore_robots
    )
    if not all(one.strip() for one in inputs):
        raise click.UsageError("the name of an input is empty: name a file, a folder or an address")
    if inputs.count("-") > 1:
        raise SettingsError("standard input (-) can be read only once: name it once")
    names = expand_inputs(inputs)
    # Where nothing is recorded, it does not matter whether the usual ledger could be.
    address = default_ledger() if ledger is None and not no_ledger else ledger
    writer = Output(form, output, several=len(names) > 1)
    if output is not None:
        files = (one for one in names if isinstance(one, str) and one != STANDARD_INPUT)
        check_target(output, files, address)
    with contextlib.ExitStack() as stack:
        book = None
        if address is not None and not no_ledger:
            from onrecord.ledger.ledger import open_ledger

            book = stack.enter_context(open_ledger(address))
        open_own = partial(open_reader, reader, min_score=min_score)
        processes = min(jobs or count_cores(), len(names))
        if processes > 1:
            outcomes = read_inputs_in_processes(
                names, partial(open_own, threads=1), settings, processes=processes, ledger=book
            )
        else:
            outcomes = read_inputs(names, open_own(), settings, ledger=book)
        target = stack.enter_context(writer)
        stack.enter_context(contextlib.closing(outcomes))
        shown = outcomes if quiet else _with_progress(outcomes, len(names))
        status = _write_all(shown, target, total=len(names), quiet=quiet)
    if status == _SOME_FAILED and book is not None and len(names) > 1 and not quiet:
        say("see them with: onrecord failures")
    return status


def _write_all(outcomes: Iterable[Outcome], target: Output, *, total: int, quiet: bool) -> int:
    """Write each outcome as it comes; what was read before an interruption is kept."""
    done, new, failed, interrupted = 0, 0, 0, False
    try:
        for outcome in outcomes:
            done += 1
            new += bool(outcome.is_new)
            if outcome.failure is not None:
                failed += 1
                say_error(outcome.failure.message)
            if outcome.reading is not None:
                target.write(outcome.reading)
    except KeyboardInterrupt:
        interrupted = True
    target.finish()
    if interrupted:
        say(
            f"interrupted after {done} of {total} inputs: what was read is kept, "
            "run the same command again for the rest"
        )
        return INTERRUPTED
    if total > 1 and not quiet:
        read_count = done - failed
        say(f"{read_count} of {total} inputs read, {new} new, {failed} failed")
    return _SOME_FAILED if failed else 0


def _with_progress(outcomes: Iterator[Outcome], total: int) -> Iterator[Outcome]:
    if total < _PROGRESS_FROM or not sys.stderr.isatty():
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(
        outcomes, description="Reading", total=total, console=Console(stderr=True), transient=True
    )

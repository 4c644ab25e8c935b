"""Options that the commands on a ledger share, and what they do with them."""

from __future__ import annotations

import functools
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from onrecord.cli.messages import say
from onrecord.dates import PartialDate
from onrecord.errors import SettingsError
from onrecord.settings import default_ledger, ledger_address

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onrecord.ledger.ledger import Ledger

LEDGER = "PATH|URL"
FORMATS = ("text", "json", "jsonl", "csv")
DEFAULT_LIMIT = 100

_MOST = 2**62
"""More rows than any ledger holds, and a number that every one of them takes."""

LONGEST_NAME = 1000
"""Characters; a database compares much longer ones with nothing."""

Found = TypeVar("Found")


class DateType(click.ParamType[PartialDate]):
    """A date as precise as one likes."""

    name = "date"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> PartialDate:
        """Read "2025", "2025-02" or "2025-02-07"."""
        try:
            return value if isinstance(value, PartialDate) else PartialDate.parse(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


class NameType(click.ParamType[str]):
    """A name or a part of one: an empty one would mean everything."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Refuse what is empty, and what is no name for its length."""
        if not str(value).strip():
            self.fail("it is empty: give a name, or leave it out", param, ctx)
        if len(str(value)) > LONGEST_NAME:
            self.fail(
                f"{len(str(value))} characters are no name: give at most {LONGEST_NAME}", param, ctx
            )
        return str(value)


class LedgerType(click.ParamType[Path | str]):
    """A file, or the URL of a PostgreSQL database."""

    name = "path or url"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path | str:
        """Tell the two apart."""
        try:
            return ledger_address(value) if isinstance(value, str) else value
        except SettingsError as error:
            self.fail(str(error), param, ctx)


def ledger_option(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the option that names the ledger."""
    return click.option(
        "--ledger",
        "path",
        type=LedgerType(),
        metavar=LEDGER,
        help="The ledger to look in: a file, or postgresql://user@host/name. "
        "[default: onrecord.db in your data folder]",
    )(command)


def _check_limit(
    ctx: click.Context,  # noqa: ARG001
    param: click.Parameter,  # noqa: ARG001
    value: int,
) -> int:
    if value > _MOST:
        raise click.BadParameter(f"{value} is more than any ledger holds: 0 shows all")
    return value


def list_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a list: ledger, format and limit."""
    for option in (
        ledger_option,
        click.option(
            "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True
        ),
        click.option(
            "--limit",
            type=click.IntRange(0),
            callback=_check_limit,
            default=DEFAULT_LIMIT,
            show_default=True,
            metavar="NUMBER",
            help="At most so many; 0 for all.",
        ),
    ):
        command = option(command)
    return command


def date_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the first and the last day of publication, in this order."""

    @functools.wraps(command)
    def check_order(**given: Any) -> None:
        since, until = given["since"], given["until"]
        if since is not None and until is not None and since.first_day > until.last_day:
            raise click.UsageError(
                f"--since {since} is after --until {until}: nothing lies between them"
            )
        command(**given)

    until = click.option(
        "--until", type=DateType(), help="Published on this day or earlier, or possibly so."
    )
    since = click.option(
        "--since",
        type=DateType(),
        help="Published on this day or later, or possibly so: 2025, 2025-02 or 2025-02-07.",
    )
    return since(until(check_order))


def check_words(words: str) -> str:
    """Words to search for as they stand.

    Raises:
        UsageError: there is nothing in them to search for.
    """
    from onrecord.ledger.search import list_pieces

    try:
        list_pieces(words)
    except SettingsError as error:
        raise click.UsageError(str(error)) from error
    return words


def open_existing(address: Path | str | None) -> Ledger:
    """The ledger at an address, or the one in the data folder; it must exist."""
    from onrecord.ledger.ledger import open_ledger

    return open_ledger(default_ledger() if address is None else address, create=False)


def open_gathered(address: Path | str | None) -> Ledger:
    """The same, with its claims brought up to date; shows how far it is where that takes long."""
    from onrecord.ledger.gathering import count_pending, gather_pending

    ledger = open_existing(address)
    try:
        waiting = count_pending(ledger)
        if waiting < _MANY:
            gather_pending(ledger)
            return ledger
        with click.progressbar(
            length=waiting, label=f"Gathering claims of {waiting} articles", file=sys.stderr
        ) as bar:
            gather_pending(ledger, told=lambda gathered: bar.update(gathered - bar.pos))
    except BaseException:
        ledger.close()
        raise
    return ledger


_MANY = 200


def one_more(limit: int) -> int | None:
    """One more than is shown, to know whether there are more."""
    return limit + 1 if limit else None


def cut(found: Sequence[Found], limit: int, noun: str) -> Sequence[Found]:
    """What is shown of a list that has one more than its limit; says so where there is more."""
    if not found:
        say(f"no {noun} found")
    if limit and len(found) > limit:
        these = "this one" if limit == 1 else f"these {limit}"
        say(f"there are more than {these}: --limit 0 shows all")
        return found[:limit]
    return found

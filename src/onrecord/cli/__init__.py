"""The command line: `onrecord COMMAND`."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.messages import say, say_error, show_usage_error
from onrecord.cli.streams import describe_fault, flush_output, open_closed_streams
from onrecord.errors import OnrecordError
from onrecord.settings import is_text
from onrecord.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130

# Command → where it lives: a command's module, and what it needs, is loaded when it is used.
_COMMANDS = {
    "read": ("onrecord.cli.read", "read"),
    "articles": ("onrecord.cli.ledger", "articles"),
    "attributions": ("onrecord.cli.ledger", "attributions"),
    "responses": ("onrecord.cli.ledger", "responses"),
    "claims": ("onrecord.cli.claims", "claims"),
    "claim": ("onrecord.cli.claims", "claim"),
    "story": ("onrecord.cli.claims", "story"),
    "changes": ("onrecord.cli.claims", "changes"),
    "who": ("onrecord.cli.who", "who"),
    "versions": ("onrecord.cli.versions", "versions"),
    "judge": ("onrecord.cli.judge", "judge"),
    "show": ("onrecord.cli.ledger", "show"),
    "failures": ("onrecord.cli.ledger", "failures"),
    "serve": ("onrecord.cli.serve", "serve"),
    "token": ("onrecord.cli.serve", "token"),
    "schema": ("onrecord.cli.schema", "schema"),
}


class LazyGroup(click.Group):
    """A group whose commands are loaded when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """In the order in which a newcomer needs them."""
        return list(_COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002
        cmd_name: str,
    ) -> click.Command | None:
        """Load one command."""
        place = _COMMANDS.get(cmd_name)
        if place is None:
            return None
        command: click.Command = getattr(import_module(place[0]), place[1])
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="onrecord")
def command() -> None:
    """Read news articles and keep the record: who says what, on whose word.

    Start with: onrecord read FILE-OR-URL
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit status.

    0: all done. 1: something could not be read or stored, and was reported. 2: the command line
    makes no sense. 130: interrupted.
    """
    open_closed_streams()
    sys.exit(flush_output(run(arguments)))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit status back."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        _check_words(given)
        status: Any = command.main(args=given, prog_name="onrecord", standalone_mode=False)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.exceptions.Abort:
        say("interrupted")
        return INTERRUPTED
    except click.ClickException as error:
        show_usage_error(error)
        return error.exit_code
    except OnrecordError as error:
        say_error(error)
        return 1
    except BrokenPipeError:
        # The reader of our output has gone (`onrecord … | head`): nothing is wrong.
        return 0
    except OSError as error:
        say_error(describe_fault(error))
        return 1
    return status if isinstance(status, int) else 0


def _check_words(arguments: Sequence[str]) -> None:
    """Refuse bytes that are no text; names of files may be any bytes, and `read` looks at them."""
    if arguments[:1] == ["read"]:
        return
    for one in arguments:
        if not is_text(one):
            raise click.UsageError(f"{one!r} is not text in UTF-8: write it in UTF-8")

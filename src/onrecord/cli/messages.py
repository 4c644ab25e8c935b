"""Messages on standard error: the one way there, for whatever words others have put into them."""

from __future__ import annotations

import io
import re
import unicodedata

import click

from onrecord.export.terminal_lines import clean_line

_LONGEST_WORD = 88
"""Characters: a path or address of a common length stays whole."""
_LONGEST_LINE = 1200
_LONG_WORD = re.compile(rf"\S{{{_LONGEST_WORD + 1},}}")


def say(message: str) -> None:
    """Write a message to standard error, without what a terminal would obey; long words are cut."""
    click.echo(clean_message(message), err=True)


def say_error(message: object) -> None:
    """Say what went wrong."""
    say(f"error: {message}")


def show_usage_error(error: click.ClickException) -> None:
    """Say what click found wrong, and how the command is used."""
    kept = io.StringIO()
    error.show(file=kept)
    say(kept.getvalue().rstrip("\n"))


def clean_message(message: str) -> str:
    """A message as a terminal can show it: its lines stay, and nothing in them is obeyed."""
    return "\n".join(_clean(line) for line in message.split("\n"))


def _clean(line: str) -> str:
    indent = " " * (len(line) - len(line.lstrip(" ")))
    words = "".join(
        "\ufffd" if unicodedata.category(character) == "Cs" else character
        for character in clean_line(line)
    )
    words = _LONG_WORD.sub(_cut_middle, words)
    return indent + (words if len(words) <= _LONGEST_LINE else words[:_LONGEST_LINE] + "…")


def _cut_middle(word: re.Match[str]) -> str:
    return f"{word[0][:50]}…{word[0][-30:]}"

"""Lines and tables on a console that writes to memory, at a given width."""

import io
import unicodedata
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

_BIDI_CONTROLS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def open_console(width: int, *, colour: bool) -> "Console":
    """A console that obeys its arguments and not the environment."""
    from rich.console import Console

    return Console(
        file=io.StringIO(),
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )


def close_console(console: "Console") -> str:
    """What was printed, without white space at the ends of lines."""
    if not isinstance(console.file, io.StringIO):
        raise TypeError("this console does not write to memory")
    return "".join(f"{line.rstrip()}\n" for line in console.file.getvalue().split("\n")[:-1])


def make_table(*columns: tuple[str, int]) -> "Table":
    """An empty table without lines: headers and widths, the first column set to the right."""
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for place, (header, column_width) in enumerate(columns):
        justify: Literal["left", "right"] = "right" if place == 0 else "left"
        table.add_column(header, width=column_width, justify=justify, overflow="fold")
    return table


def style(words: str, look: str = "") -> "Text":
    """Words in a style."""
    from rich.text import Text

    return Text(words, style=look)


def clean_line(text: str) -> str:
    """On one line, without the characters that a terminal obeys instead of showing."""
    line = " ".join(text.split())
    return "".join(
        character
        for character in line
        if character not in _BIDI_CONTROLS and unicodedata.category(character) != "Cc"
    )

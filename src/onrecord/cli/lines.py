"""Lines on standard output: wrapped and styled on a terminal, whole and plain in a pipe."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from onrecord.export.terminal_lines import clean_line

if TYPE_CHECKING:
    from rich.console import Console


def join_facts(*facts: object) -> str:
    """Facts beside each other on one line; empty ones are left out."""
    return " · ".join(clean_line(str(fact)) for fact in facts if str(fact))


def open_console() -> Console:
    """Standard output; in a pipe lines are as long as they are, for grep and awk."""
    from rich.console import Console

    return Console(
        file=sys.stdout,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=not sys.stdout.isatty(),
    )


def print_indented(console: Console, indent: int, *pieces: tuple[str, str]) -> None:
    """Print pieces of text with their styles as one paragraph, all its lines indented."""
    from rich.padding import Padding
    from rich.text import Text

    paragraph = Text.assemble(*pieces)
    if console.soft_wrap:
        console.print(Text(" " * indent) + paragraph)
    else:
        console.print(Padding(paragraph, (0, 0, 0, indent), expand=False))

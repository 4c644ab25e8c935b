"""What may stand before the words of a line: a bullet, a number, a time, chevrons."""

import re

from onrecord.records import Span

_BULLET = r"(?:[•‣▪◦*·]|[-–—]|\d{1,2}[.)](?!\d)|>{1,2})\s+"
_TIME = (
    r"[\[(]?(?:[01]?\d|2[0-3])[:.][0-5]\d(?:[:.][0-5]\d)?(?:\s?[ap]\.?m\b\.?)?"
    r"(?:\s(?:GMT|BST|UTC|CET|CEST|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T))?(?:\s[Uu]pdate)?[\])]?"
    r"(?:\s*[:—–|-]\s+|\s+)"
)
_LINE_START = re.compile(rf"(?:{_BULLET})?(?:{_TIME})?")


def skip_line_start(text: str, line: Span) -> int:
    """Where the words of a line begin, after "• " or "14:32 — "."""
    match = _LINE_START.match(text, line.start, line.end)
    return match.end() if match else line.start

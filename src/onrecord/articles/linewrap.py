"""Lines of page text: cut out, and joined again where a mail program or printer has wrapped them.

Text is wrapped at width W when a line breaks only because the next word would not have fitted. That
law tells wrapped text from text with one paragraph a line, whose breaks come anywhere.
"""

import itertools
import re
from dataclasses import dataclass

from onrecord.articles.lineshapes import ends_sentence, is_item

NARROWEST, WIDEST = 45, 130
"""Widths between which text is wrapped; nobody wraps prose narrower or wider."""

FEWEST_WRAPS = 3
"""Breaks in mid-sentence that it takes to call a text wrapped."""

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of page text, with single spaces.

    Attributes:
        after_blank: whether a blank line, or the top of the text, stands before it.
    """

    text: str
    after_blank: bool = False


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines that are not blank, re-joined into paragraphs where the text is wrapped."""
    lines: list[Line] = []
    blank = True
    for raw in text.split("\n"):
        stripped = _SPACES.sub(" ", raw).strip()
        if stripped:
            lines.append(Line(stripped, blank))
        blank = not stripped
    width = _find_width(lines)
    return tuple(_rejoin(lines, width)) if width else tuple(lines)


def _find_width(lines: list[Line]) -> int:
    """The width at which the text is wrapped, or 0."""
    lengths = sorted(len(line.text) for line in lines if " " in line.text)
    if not lengths:
        return 0
    width = lengths[int(0.98 * (len(lengths) - 1))]
    if not NARROWEST <= width <= WIDEST:
        return 0
    breaks = [
        (one, other)
        for one, other in itertools.pairwise(lines)
        if not other.after_blank and len(one.text) > width / 2
    ]
    wraps = [pair for pair in breaks if _is_wrap(*pair, width)]
    mid_sentence = sum(not ends_sentence(one.text) for one, _ in wraps)
    is_wrapped = mid_sentence >= FEWEST_WRAPS and mid_sentence >= 0.5 * len(breaks)
    return width if is_wrapped else 0


def _is_wrap(line: Line, following: Line, width: int) -> bool:
    """Whether the line ends where it does because the next word would not have fitted."""
    if following.after_blank or is_item(following.text):
        return False
    first_word = following.text.split(" ", 1)[0]
    return len(line.text) + 1 + len(first_word) > width


def _rejoin(lines: list[Line], width: int) -> list[Line]:
    joined: list[Line] = []
    previous: Line | None = None
    for line in lines:
        if previous is not None and _is_wrap(previous, line, width):
            last = joined[-1]
            # A word hyphenated by hand keeps its hyphen: "long-" + "term" is one word.
            glue = "" if last.text.endswith("-") and not last.text.endswith(" -") else " "
            joined[-1] = Line(last.text + glue + line.text, last.after_blank)
        else:
            joined.append(line)
        previous = line
    return joined

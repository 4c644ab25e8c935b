"""Parts of a page that other stories and the readers have: links and comments.

They begin at a heading ("Related", "Most read", "12 Comments"); where they end takes evidence.
"""

import dataclasses
from collections.abc import Sequence

from onrecord.articles.lineshapes import find_content_words, find_names, is_solid
from onrecord.articles.pagelines import LineKind, PageLine

ENOUGH_PROSE = 200
"""Characters of prose that must stand before a comment section for it to end the article."""

_ASIDE = frozenset({LineKind.FURNITURE, LineKind.WEAK, LineKind.DATE, LineKind.BYLINE})


def mark_asides(lines: Sequence[PageLine]) -> list[PageLine]:
    """The same lines, those of links to other stories and of readers' comments as furniture."""
    stop = _find_comments(lines)
    dropped = _find_links(lines[:stop]) | set(range(stop, len(lines)))
    return [
        dataclasses.replace(line, kind=LineKind.FURNITURE)
        if index in dropped and not line.kind.is_certain_furniture
        else line
        for index, line in enumerate(lines)
    ]


def _find_comments(lines: Sequence[PageLine]) -> int:
    """Where the readers' comments begin, or the number of lines."""
    for index, line in enumerate(lines):
        if line.kind is not LineKind.COMMENTS:
            continue
        before = _measure_prose(lines[:index])
        after = lines[index + 1 :]
        answered = any(other.kind.is_certain_furniture for other in after)
        if before >= ENOUGH_PROSE and (answered or _measure_prose(after) < before):
            return index
    return len(lines)


def _measure_prose(lines: Sequence[PageLine]) -> int:
    return sum(len(line.text) for line in lines if line.kind is LineKind.PROSE)


def _find_links(lines: Sequence[PageLine]) -> set[int]:
    """The lines under headings such as "Related", up to where the article resumes."""
    dropped: set[int] = set()
    index = 0
    while index < len(lines):
        if lines[index].kind is not LineKind.LINKS or not _is_below_head(lines[:index]):
            index += 1
            continue
        end = index + 1
        while end < len(lines) and not _resumes(lines, index, end):
            end += 1
        if end < len(lines):
            while end - 1 > index and _is_short_paragraph(lines[end - 1]):
                end -= 1
        dropped.update(range(index, end))
        index = end
    return dropped


def _is_below_head(before: Sequence[PageLine]) -> bool:
    """Whether the article has begun: in a menu at the top, "For you" announces no links."""
    return any(
        line.kind in (LineKind.BYLINE, LineKind.DATE)
        or (line.kind is LineKind.PROSE and is_solid(line.text))
        for line in before
    )


def _resumes(lines: Sequence[PageLine], heading: int, index: int) -> bool:
    """Whether the article goes on at `index`, after links that `heading` announced."""
    line = lines[index]
    if line.kind is LineKind.COMMENTS:
        return True
    if line.kind is LineKind.TIME:
        return _opens_entry(lines[index + 1 : index + 4])
    if line.kind is not LineKind.PROSE or not is_solid(line.text):
        return False
    following = next((other for other in lines[index + 1 :] if other.kind not in _ASIDE), None)
    if following is not None and following.kind is LineKind.PROSE and is_solid(following.text):
        return True
    before = " ".join(other.text for other in lines[:heading] if other.kind is LineKind.PROSE)
    if find_names(line.text) & find_names(before) or any(mark in line.text for mark in '"“”'):
        return True
    return len(find_content_words(line.text) & find_content_words(before)) >= 2


def _opens_entry(following: Sequence[PageLine]) -> bool:
    """Whether a clock time begins an entry of a live blog, not an item of its table of contents."""
    for line in following:
        if line.kind is LineKind.TIME:
            return False
        if line.kind is LineKind.PROSE:
            return True
    return False


def _is_short_paragraph(line: PageLine) -> bool:
    """A sentence that is no headline: those end without a full stop."""
    return line.kind is LineKind.PROSE and line.text.rstrip("\"'”’)").endswith((".", ":", "…"))

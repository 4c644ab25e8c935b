"""Parts of a page that other stories and the readers have: links and comments.

They begin at a heading ("Related", "Most read", "12 Comments"); where they end takes evidence.
"""

import dataclasses
import itertools
from collections.abc import Sequence

from onrecord.articles.lineshapes import find_content_words, find_names, is_solid
from onrecord.articles.pagelines import LineKind, PageLine

ENOUGH_PROSE = 200
"""Characters of prose that must stand before a comment section for it to end the article."""

NEAR = 12
"""Lines within which the next paragraph of the article follows, buttons and adverts between."""

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
    sizes = [len(line.text) if line.kind is LineKind.PROSE else 0 for line in lines]
    before, total = 0, sum(sizes)
    last_furniture = max(
        (i for i, line in enumerate(lines) if line.kind.is_certain_furniture), default=-1
    )
    for index, line in enumerate(lines):
        if line.kind is LineKind.COMMENTS and before >= ENOUGH_PROSE:
            answered = last_furniture > index
            if answered or total - before < before:
                return index
        before += sizes[index]
    return len(lines)


def _find_links(lines: Sequence[PageLine]) -> set[int]:
    """The lines under headings such as "Related", up to where the article resumes."""
    dropped: set[int] = set()
    known = _Subjects(set(), set())
    index, begun = 0, False
    while index < len(lines):
        line = lines[index]
        if line.kind is not LineKind.LINKS or not begun:
            begun = begun or _begins(line)
            known.add(line)
            index += 1
            continue
        end = index + 1
        while end < len(lines) and not _resumes(lines, known, end):
            end += 1
        if end < len(lines):
            while end - 1 > index and _is_short_paragraph(lines[end - 1]):
                end -= 1
        dropped.update(range(index, end))
        index = end
    return dropped


def _begins(line: PageLine) -> bool:
    """Whether the article has begun: in a menu at the top, "For you" announces no links."""
    if line.kind in (LineKind.BYLINE, LineKind.DATE):
        return True
    return line.kind is LineKind.PROSE and is_solid(line.text)


@dataclasses.dataclass(frozen=True, slots=True)
class _Subjects:
    """What the article has spoken of so far."""

    names: set[str]
    words: set[str]

    def add(self, line: PageLine) -> None:
        if line.kind is LineKind.PROSE:
            self.names.update(find_names(line.text))
            self.words.update(find_content_words(line.text))


def _resumes(lines: Sequence[PageLine], known: _Subjects, index: int) -> bool:
    """Whether the article, which spoke of what is `known`, goes on at `index` after links."""
    line = lines[index]
    if line.kind is LineKind.COMMENTS:
        return True
    if line.kind is LineKind.TIME:
        return _opens_entry(lines[index + 1 : index + 4])
    if line.kind is not LineKind.PROSE or not is_solid(line.text):
        return False
    near = itertools.islice(lines, index + 1, index + 1 + NEAR)
    following = next((other for other in near if other.kind not in _ASIDE), None)
    if following is not None and following.kind is LineKind.PROSE and is_solid(following.text):
        return True
    if find_names(line.text) & known.names or any(mark in line.text for mark in '"“”'):
        return True
    return len(find_content_words(line.text) & known.words) >= 2


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

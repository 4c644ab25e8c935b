"""Who writes: the name under a letter, in a byline, or in the note at the end of an essay."""

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.attributions.reader import NameLabel
from onrecord.records import EntityKind, Span
from onrecord.resolution.joining import NameGroup
from onrecord.resolution.layout import Layout
from onrecord.resolution.lexicon import Gender
from onrecord.resolution.names import NameMention

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_HANDLE = re.compile(r"\s*(@\w{2,30})\.?\s*")
_BYLINE = re.compile(r"\s*(?:By|BY)\s+")
_NOTE = re.compile(r"(?:, [^\n.]{2,80},)? is (?!not\b|now\b)")
_HEAD_LINES = 4
_NOTE_LINES = 3
_LONGEST_LETTER = 6000


@dataclass(frozen=True, slots=True)
class Writers:
    """The names that say who wrote which part of a text.

    Attributes:
        signatures: names alone on their lines, in order; each signs what stands above it.
        whole: who wrote all of it, where a byline or a closing note says so.
    """

    layout: Layout
    signatures: tuple[NameMention, ...]
    whole: NameMention | None

    def find(self, position: int, *, alone: bool) -> NameMention | None:
        """Who says "I" (alone) or "we" here, outside of all quotations.

        The "we" of an essay takes in its readers, and is nobody's name.
        """
        starts = [name.span.start for name in self.signatures]
        number = bisect.bisect_right(starts, position)
        if number < len(starts) and starts[number] - position < _LONGEST_LETTER:
            name = self.signatures[number]
            if not name.words[0].startswith("@") or self._is_right_above(position, name):
                return name
        return self.whole if alone else None

    def _is_right_above(self, position: int, name: NameMention) -> bool:
        """Whether only one line break lies between: a post is one paragraph over its handle."""
        between = self.layout.text[position : name.span.start].strip()
        return "\n" not in between


def find_writers(layout: Layout, names: Sequence[NameMention], first: set[Span]) -> Writers:
    """Find signatures, byline and closing note.

    Args:
        layout: the text.
        names: its proper names, in order.
        first: the spans at which somebody is named for the first time: a writer is not somebody
            of whom the text has spoken before.
    """
    starts = {name.span.start: name for name in names}
    lines = list(_LINE.finditer(layout.text))
    new = [name for name in names if name.span in first and _is_full_person(name)]
    by_start = {name.span.start: name for name in new}
    signatures = tuple(_signatures(layout, lines[1:], by_start))
    whole = _byline(lines[:_HEAD_LINES], starts) or _note(layout, lines[-_NOTE_LINES:], by_start)
    return Writers(layout, signatures, whole)


def group_of_handle(name: NameMention) -> NameGroup:
    """Somebody who is known by this handle alone."""
    return NameGroup(name.words, name.label, name.kind, members=[name], starts=[name.span.start])


def _is_full_person(name: NameMention) -> bool:
    return (
        name.kind in (EntityKind.PERSON, None)
        and name.label is not NameLabel.LOCATION
        and (len(name.words) > 1 or bool(name.title))
    )


def _signatures(
    layout: Layout, lines: Sequence[re.Match[str]], by_start: dict[int, NameMention]
) -> Iterator[NameMention]:
    for line in lines:
        handle = _HANDLE.fullmatch(line.group())
        if handle is not None:
            start = line.start() + handle.start(1)
            span = Span(start, start + len(handle.group(1)))
            yield NameMention(
                span, (handle.group(1),), "", NameLabel.PERSON, EntityKind.PERSON, Gender.UNKNOWN
            )
            continue
        name = by_start.get(line.start() + len(line.group()) - len(line.group().lstrip()))
        if name is not None and layout.text[name.span.end : line.end()].strip() in {"", "."}:
            yield name


def _byline(lines: Sequence[re.Match[str]], starts: dict[int, NameMention]) -> NameMention | None:
    for line in lines:
        by = _BYLINE.match(line.group())
        name = starts.get(line.start() + by.end()) if by is not None else None
        if name is not None and _is_full_person(name):
            rest = line.group()[name.span.end - line.start() :].strip(" .")
            # "By Ida Bell and Karl Ode": neither of them alone.
            return name if not rest or rest.startswith((",", "|")) else None
    return None


def _note(
    layout: Layout, lines: Sequence[re.Match[str]], by_start: dict[int, NameMention]
) -> NameMention | None:
    for line in reversed(lines):
        name = by_start.get(line.start())
        if name is not None and _NOTE.match(layout.text, name.span.end):
            return name
    return None

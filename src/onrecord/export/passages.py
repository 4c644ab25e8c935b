"""A text cut at every boundary of the passages marked in it, however they nest and overlap."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from onrecord.records import Span


class Part(StrEnum):
    """What a passage is to its attribution; or that it shows a finding."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"
    FINDING = "finding"


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """One piece of one part of an attribution or of a finding, which has a number here.

    Attributions are numbered apart from findings.
    """

    span: Span
    number: int
    part: Part


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text inside which no passage begins or ends.

    Attributes:
        passages: all that cover it, the outermost first.
    """

    span: Span
    passages: tuple[Passage, ...]


def cut_segments(stretch: Span, passages: Iterable[Passage]) -> tuple[Segment, ...]:
    """Cut a stretch of text so that every passage is made of whole segments.

    Passages may nest, cross, repeat and reach beyond the stretch. The segments are in order and
    touch: put together they are the stretch.
    """
    ordered = sorted(passages, key=_outermost_first)
    clipped = [
        (max(passage.span.start, stretch.start), min(passage.span.end, stretch.end), passage)
        for passage in ordered
        if passage.span.start < stretch.end and passage.span.end > stretch.start
    ]
    bounds = {stretch.start, stretch.end}
    starting: dict[int, list[int]] = {}
    ending: dict[int, list[int]] = {}
    for rank, (start, end, _) in enumerate(clipped):
        bounds |= {start, end}
        starting.setdefault(start, []).append(rank)
        ending.setdefault(end, []).append(rank)
    segments = []
    cuts = sorted(bounds)
    covering: set[int] = set()
    for start, end in itertools.pairwise(cuts):
        covering.difference_update(ending.get(start, ()))
        covering.update(starting.get(start, ()))
        inside = tuple(clipped[rank][2] for rank in sorted(covering))
        segments.append(Segment(Span(start, end), inside))
    return tuple(segments)


def _outermost_first(passage: Passage) -> tuple[int, int, int, Part]:
    return (passage.span.start, -passage.span.end, passage.number, passage.part)

"""Rows of tags → linked, nested attributions, as positions in the text."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from onrecord.attributions.neural.tag_rows import find_runs, to_spans
from onrecord.attributions.neural.tags import BEFORE, Tag
from onrecord.records import Span, Spans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.articles.quotations import Quotation
    from onrecord.attributions.neural.tokens import Tokens

    Floats = NDArray[np.float32]
    Integers = NDArray[np.int64]

# A quotation of which this share was tagged content belongs to the content as a whole; below it
# the quotation is only brushed. On PolNeAR dev 0.3, 0.5 and 0.7 give the same full F1 to 0.1.
_QUOTATION_SHARE = 0.5
_EDGE_CHARACTERS = " \t\n,;:"
_DOUBLE_MARKS = '"“”„‟«»'
_DOUBLE_MARK = re.compile(f"[{_DOUBLE_MARKS}]")
_SOURCE_EDGE = ' \t\n,;:"“”„‟«»‘‚‛‹›—–'
_NOT_FIRST = _SOURCE_EDGE + ")]-"


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution before it is classified: its passages, its score, its place in the nesting.

    Attributes:
        parent: position of the enclosing draft in the list that this one stands in; None for
            outermost ones.
    """

    source: Spans | None
    cue: Spans
    content: Spans
    score: float
    parent: int | None = None


def decode_draft(tokens: Tokens, anchor: int, tags: Integers, score: float) -> Draft | None:
    """The passages of one cue's tag sequence, or None where it has no content."""
    row = tags.astype(np.uint8).tobytes()
    first = anchor - BEFORE
    content = find_runs(row, Tag.CONTENT, first)
    if not content:
        return None
    cue = _pick_run(find_runs(row, Tag.CUE, first), anchor) or (anchor, anchor)
    source = _pick_run(find_runs(row, Tag.SOURCE, first), anchor)
    content_spans = to_spans(tokens, content)
    cue_spans = to_spans(tokens, [cue])
    if not content_spans or not cue_spans:
        return None
    return Draft(
        source=(to_spans(tokens, [source]) or None) if source else None,
        cue=cue_spans,
        content=content_spans,
        score=score,
    )


def _pick_run(runs: list[tuple[int, int]], anchor: int) -> tuple[int, int] | None:
    """The run nearest to the cue's first unit, the longer one where two are as near."""

    def distance(run: tuple[int, int]) -> tuple[int, int]:
        first, last = run
        gap = first - anchor if first > anchor else max(0, anchor - last)
        return gap, first - last

    return min(runs, key=distance, default=None)


def complete_quotations(draft: Draft, quotations: Sequence[Quotation], text: str) -> Draft:
    """Make a content that holds most of a quotation hold all of it.

    A quotation that goes on in the following paragraphs ("continues") is followed to its end.
    """
    taken = list(draft.content)
    kept_out = (*draft.cue, *(draft.source or ()))
    follows = False
    nearest = bisect_left(quotations, draft.content[0].start, key=lambda q: q.outer.end)
    for quotation in itertools.islice(quotations, nearest, None):
        outer = quotation.outer
        share = sum(_common(outer, span) for span in draft.content) / (outer.end - outer.start)
        follows = share >= _QUOTATION_SHARE or (follows and quotation.continues)
        if follows and not any(_common(outer, span) for span in kept_out):
            taken.append(outer)
        if not follows and outer.start >= draft.content[-1].end:
            break
    content = merge_spans(taken, text)
    return replace(draft, content=content) if content != draft.content else draft


def _common(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def clip_draft(draft: Draft, holder: Spans, text: str) -> Draft | None:
    """The draft with only what lies inside the holder, or None where no content does."""
    content = merge_spans(_intersect(draft.content, holder), text)
    cue = _intersect(draft.cue, holder)
    if not content or not cue:
        return None
    source = _intersect(draft.source, holder) if draft.source else ()
    return replace(draft, source=source or None, cue=cue, content=content)


def _intersect(spans: Spans, holder: Spans) -> Spans:
    pieces = []
    for span in spans:
        for other in holder:
            start, end = max(span.start, other.start), min(span.end, other.end)
            if start < end:
                pieces.append(Span(start, end))
    return tuple(sorted(pieces))


def merge_spans(spans: Sequence[Span], text: str) -> Spans:
    """The pieces of a content in order: joined where no letter or digit stands between them.

    Commas and white space at their ends are cut off, and pieces without a letter or digit left out.
    """
    merged: list[Span] = []
    for span in sorted(spans):
        gap = text[merged[-1].end : span.start] if merged else ""
        if merged and not any(map(str.isalnum, gap)):
            last = merged.pop()
            span = Span(last.start, max(last.end, span.end))
        merged.append(span)
    trimmed = (trim_span(span, text) for span in merged)
    whole = (_drop_loose_mark(span, text) for span in trimmed if span is not None)
    return tuple(s for s in whole if any(map(str.isalnum, text[s.start : s.end])))


def _drop_loose_mark(span: Span, text: str) -> Span:
    """The span without a quotation mark at its edge whose partner stands outside.

    A mark that opens a quotation which the span does not close stays: so newspapers print a
    quotation of several paragraphs.
    """
    piece = text[span.start : span.end]
    if len(_DOUBLE_MARK.findall(piece)) % 2 == 0:
        return span
    first, last = piece[0], piece[-1]
    if first in _DOUBLE_MARKS and (first in "”»" or piece[1:2].isspace()):
        trimmed = trim_span(Span(span.start + 1, span.end), text) if len(piece) > 1 else None
        return trimmed or span
    if last in _DOUBLE_MARKS and first not in _DOUBLE_MARKS and len(piece) > 1:
        return Span(span.start, span.end - 1)
    return span


def trim_span(span: Span, text: str, characters: str = _EDGE_CHARACTERS) -> Span | None:
    """The span without white space and separating marks at its ends; None if nothing is left."""
    start, end = span.start, span.end
    while start < end and text[start] in characters:
        start += 1
    while start < end and text[end - 1] in characters:
        end -= 1
    return Span(start, end) if start < end else None


def tidy_draft(draft: Draft, text: str) -> Draft | None:
    """The draft with tidy edges: a source holds no loose quotation mark, a content some words.

    None where only punctuation is left of the content.
    """
    content = merge_spans(draft.content, text)
    if not content:
        return None
    source = None
    if draft.source:
        trimmed = (_trim_source(span, text) for span in draft.source)
        source = tuple(span for span in trimmed if span is not None) or None
    if (source, content) == (draft.source, draft.content):
        return draft
    return replace(draft, source=source, content=content)


def _trim_source(span: Span, text: str) -> Span | None:
    """The span without marks at its ends, and without what closes a dateline at its start.

    None where nothing else is left: the mark of a list says nothing.
    """
    if not any(map(str.isalnum, text[span.start : span.end])):
        return None
    start = span.start
    while start < span.end and text[start] in _NOT_FIRST:
        start += 1
    return trim_span(Span(start, span.end), text, _SOURCE_EDGE) if start < span.end else None


def join_drafts(certain: Sequence[Draft], drafts: Sequence[Draft]) -> list[Draft]:
    """Both, without those of the second that give the content of a certain one to another cue.

    A draft whose cue stands inside a certain one's content is kept: it is nested there.
    """

    def contradicts(draft: Draft, other: Draft) -> bool:
        shared = sum(_common(a, b) for a in draft.content for b in other.content)
        return 2 * shared > _size(draft.content) and not _overlap(draft.cue, other.content)

    kept = [d for d in drafts if not any(contradicts(d, other) for other in certain)]
    return nest_drafts([*certain, *kept])


def keep_scored(drafts: Sequence[Draft], lowest: float) -> list[Draft]:
    """Those that score at least the lowest; what stood inside one that goes moves up."""
    kept = [draft for draft in drafts if draft.score >= lowest]
    return list(drafts) if len(kept) == len(drafts) else nest_drafts(kept)


def nest_drafts(drafts: Sequence[Draft]) -> list[Draft]:
    """Drop doubles and give each draft whose cue stands in another's content that one as parent.

    Of two drafts that read the same cue the better scored one stays. Returned in text order.
    """
    kept: list[Draft] = []
    taken: set[int] = set()
    for draft in sorted(drafts, key=lambda d: (-d.score, d.cue)):
        letters = {position for span in draft.cue for position in range(span.start, span.end)}
        if not letters & taken:
            kept.append(draft)
            taken |= letters
    kept.sort(key=lambda d: (d.cue[0].start, d.cue[0].end))
    holders = _index_contents(kept)
    parents = [_find_parent(draft, kept, holders) for draft in kept]
    return [
        draft if draft.parent == parent else replace(draft, parent=parent)
        for draft, parent in zip(kept, parents, strict=True)
    ]


def _overlap(one: Spans, other: Spans) -> bool:
    return any(_common(a, b) for a in one for b in other)


def _size(spans: Spans) -> int:
    return sum(span.end - span.start for span in spans)


_BUCKET = 512
"""Characters of one entry of the index of contents."""


def _index_contents(drafts: Sequence[Draft]) -> dict[int, list[int]]:
    """Which drafts' contents touch each stretch of the text: an article may hold thousands."""
    index: dict[int, list[int]] = {}
    for number, draft in enumerate(drafts):
        for span in draft.content:
            for bucket in range(span.start // _BUCKET, span.end // _BUCKET + 1):
                index.setdefault(bucket, []).append(number)
    return index


def _find_parent(draft: Draft, drafts: Sequence[Draft], index: dict[int, list[int]]) -> int | None:
    """The smallest other draft with a larger content that holds this one's cue."""
    cue = draft.cue[0]
    holders = [
        (_size(drafts[number].content), number)
        for number in index.get(cue.start // _BUCKET, ())
        if any(s.start <= cue.start and cue.end <= s.end for s in drafts[number].content)
    ]
    size = _size(draft.content)
    return min((holder for holder in holders if holder[0] > size), default=(0, None))[1]

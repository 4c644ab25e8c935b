"""One row of tags for each cue: the best one by the scores, and the passages that it marks."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import numpy as np

from onrecord.attributions.neural.tags import Tag
from onrecord.records import Span, Spans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.attributions.neural.tokens import Tokens

    Floats = NDArray[np.float32]
    Integers = NDArray[np.int64]

# A row of tags is searched as bytes, one a unit: the quickest way to find runs in a short row.
_RUNS = {tag: re.compile(re.escape(bytes([tag])) + b"+") for tag in Tag}


def decode_tags(emissions: Floats, present: NDArray[np.bool_], transitions: Floats) -> Integers:
    """The best tag sequence of each row (Viterbi).

    Args:
        emissions: (N, L, tags).
        present: (N, L); the units that are present are one unbroken run in each row.
        transitions: (tags, tags), from row to column.

    Returns:
        tags (N, L), OUTSIDE where no unit is present.
    """
    tags = np.full(present.shape, Tag.OUTSIDE, dtype=np.int64)
    lengths = present.sum(1).tolist()
    if not any(lengths):
        return tags
    # All runs are moved to the front, so that every step is one operation on all rows: what
    # stands behind a run's end is computed too, and never looked at.
    columns = present.argmax(1)[:, None] + np.arange(max(lengths))
    columns = np.minimum(columns, present.shape[1] - 1)
    runs = emissions[np.arange(len(emissions))[:, None], columns]
    best = _score_paths(runs, transitions)
    before = _find_origins(best, transitions)
    last = best[np.asarray(lengths) - 1, :, np.arange(len(runs))].argmax(1).tolist()
    paths: list[int] = []
    for row, length, final in zip(before, lengths, last, strict=True):
        paths += _trace_path(row[: max(length - 1, 0)].tobytes(), final)[:length]
    tags[present] = paths
    return tags


def _score_paths(emissions: Floats, transitions: Floats) -> Floats:
    """The score of the best path to each tag of each step: (N, L, tags) → (L, tags, N)."""
    best = np.ascontiguousarray(emissions.transpose(1, 2, 0))
    moves = transitions[:, :, None]
    scores = np.empty((len(transitions), *best.shape[1:]), dtype=best.dtype)
    for before, here in itertools.pairwise(best):
        np.add(before[:, None], moves, out=scores)
        here += np.maximum.reduce(scores)
    return best


def _find_origins(best: Floats, transitions: Floats) -> NDArray[np.uint8]:
    """The tag before each tag on its best path, shape (N, L - 1, tags)."""
    origins = (best[:-1, :, None] + transitions[:, :, None]).argmax(1)
    return np.ascontiguousarray(origins.transpose(2, 0, 1).astype(np.uint8))


def _trace_path(before: bytes, last: int) -> list[int]:
    """The path that ends with the last tag, given the tag before each tag of each step.

    In Python, a byte a step: quicker than a step of all rows at once, as rows are few.
    """
    path = [last]
    for step in range(len(before) - len(Tag), -1, -len(Tag)):
        last = before[step + last]
        path.append(last)
    return path[::-1]


def find_runs(row: bytes, tag: Tag, first: int) -> list[tuple[int, int]]:
    """Unbroken runs of one tag in a row of tags that begins at a unit: first and last unit."""
    return [(first + match.start(), first + match.end() - 1) for match in _RUNS[tag].finditer(row)]


def to_spans(tokens: Tokens, runs: Sequence[tuple[int, int]]) -> Spans:
    """What runs of units cover of the text; nothing for a paragraph break."""
    spans = []
    for first, last in runs:
        start, end = int(tokens.starts[first]), int(tokens.ends[last])
        if start < end:
            spans.append(Span(start, end))
    return tuple(spans)

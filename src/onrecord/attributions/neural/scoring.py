"""Window by window: the encoder and the tagger run over a text; which backend runs them is open.

The shipped model runs on onnxruntime (`model.py`), training evaluates the same code on PyTorch.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from onrecord.attributions.neural.decoding import (
    Draft,
    complete_quotations,
    decode_draft,
    decode_tags,
    nest_drafts,
    tidy_draft,
)
from onrecord.attributions.neural.tags import AFTER, BEFORE
from onrecord.attributions.neural.tokens import CLS, PAD, SEP, Tokens, find_windows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from onrecord.articles.quotations import Quotation

    Floats = NDArray[np.float32]
    Integers = NDArray[np.int64]

BATCH_PIECES = 512
"""Pieces, padding included, that the encoder reads at once: what the second-level cache holds.

On one core a window of 384 alone is read a fifth faster than eight of them together."""
BATCH_CUES = 8
"""Cues that the tagger reads at once, for the same reason."""


class Backend(Protocol):
    """Runs the two parts of the network."""

    @property
    def transitions(self) -> Floats:
        """(tags, tags)."""
        ...

    def encode(self, pieces: Integers, quotes: Integers, cases: Integers) -> Sequence[Floats]:
        """(B, T) each → anchor logits (B, T), name logits, local and local_cue (B, T, d)."""
        ...

    def tag(self, local: Floats, cue: Floats, present: Floats) -> Floats:
        """(N, L, d), (N, d), (N, L) → emissions (N, L, tags)."""
        ...


@dataclass(frozen=True, slots=True)
class Scores:
    """What the encoder says of each unit.

    Attributes:
        anchor: (U,) probability that the cue of an outermost attribution begins here.
        names: (U, name tags) logits.
        local, local_cue: (U, d).
        window: (U, 2) first and one past the last unit of the window that the unit was read in.
    """

    anchor: Floats
    names: Floats
    local: Floats
    local_cue: Floats
    window: Integers


def encode_text(tokens: Tokens, backend: Backend) -> Scores:
    """Run the encoder over one text of at least one unit."""
    return encode_texts([tokens], backend)[0]


def encode_texts(texts: Sequence[Tokens], backend: Backend) -> list[Scores]:
    """Run the encoder over all windows; each unit keeps the reading with most context around it.

    Args:
        texts: each of at least one unit.
        backend: runs the encoder.
    """
    windows: list[_Window] = []
    for number, tokens in enumerate(texts):
        cuts = list(find_windows(tokens))
        owned = _assign_units(tokens, cuts)
        windows += [_Window(number, *cut, *units) for cut, units in zip(cuts, owned, strict=True)]
    parts: dict[_Window, list[Floats]] = {}
    for batch in _batch_windows(windows):
        outputs = backend.encode(*_pad_windows(texts, batch))
        for row, window in enumerate(batch):
            firsts = texts[window.text].firsts[window.first_unit : window.last_unit]
            parts[window] = [output[row, firsts - window.start + 1] for output in outputs]
    return [
        _join_windows(tokens, [(w, parts[w]) for w in windows if w.text == number])
        for number, tokens in enumerate(texts)
    ]


@dataclass(frozen=True, slots=True)
class _Window:
    """Pieces [start, end) of one text, and the units that this window answers for."""

    text: int
    start: int
    end: int
    first_unit: int
    last_unit: int


def _batch_windows(windows: Sequence[_Window]) -> Iterator[list[_Window]]:
    """Windows of about the same length together, so that little is padding."""
    batch: list[_Window] = []
    for window in sorted(windows, key=lambda w: w.end - w.start):
        if batch and (len(batch) + 1) * (window.end - window.start + 2) > BATCH_PIECES:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def _join_windows(tokens: Tokens, parts: Sequence[tuple[_Window, list[Floats]]]) -> Scores:
    spans = np.zeros((len(tokens), 2), dtype=np.int64)
    for window, _ in parts:
        in_window = np.searchsorted(tokens.firsts, [window.start, window.end])
        spans[window.first_unit : window.last_unit] = in_window
    anchor, names, local, local_cue = (
        np.concatenate([outputs[number] for _, outputs in parts]) for number in range(4)
    )
    return Scores(1.0 / (1.0 + np.exp(-anchor)), names, local, local_cue, spans)


def _assign_units(tokens: Tokens, windows: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Units that each window answers for: two neighbours share their overlap half and half."""
    cuts = [0]
    for (_, end), (start, _) in itertools.pairwise(windows):
        cuts.append(int(np.searchsorted(tokens.firsts, (start + end) // 2)))
    cuts.append(len(tokens))
    return list(itertools.pairwise(cuts))


def _pad_windows(
    texts: Sequence[Tokens], windows: Sequence[_Window]
) -> tuple[Integers, Integers, Integers]:
    length = max(window.end - window.start for window in windows) + 2
    pieces = np.full((len(windows), length), PAD, dtype=np.int64)
    quotes, cases = np.zeros_like(pieces), np.zeros_like(pieces)
    for row, window in enumerate(windows):
        tokens, size = texts[window.text], window.end - window.start
        pieces[row, 0], pieces[row, size + 1] = CLS, SEP
        inside = slice(window.start, window.end)
        pieces[row, 1 : size + 1] = tokens.pieces[inside]
        quotes[row, 1 : size + 1] = tokens.quotes[inside]
        cases[row, 1 : size + 1] = tokens.cases[inside]
    return pieces, quotes, cases


def gather_local(scores: Scores, anchors: Integers) -> tuple[Floats, Floats, Floats]:
    """The vectors around each anchor: local (N, L, d), cue (N, d), present (N, L) 1 or 0."""
    units = anchors[:, None] + np.arange(-BEFORE, AFTER)
    first, last = scores.window[anchors, 0], scores.window[anchors, 1]
    present = ((units >= first[:, None]) & (units < last[:, None])).astype(np.float32)
    local = scores.local[np.clip(units, 0, len(scores.local) - 1)] * present[:, :, None]
    return local, scores.local_cue[anchors], present


def find_drafts(
    tokens: Tokens, scores: Scores, backend: Backend, *, threshold: float
) -> list[Draft]:
    """What the tagger reads around each unit that may begin a cue; linked, not yet nested."""
    anchors = np.flatnonzero((scores.anchor >= threshold) & (tokens.ends > tokens.starts))
    if not len(anchors):
        return []
    local, cue, present = gather_local(scores, anchors)
    emissions = np.concatenate(
        [
            backend.tag(*(a[begin : begin + BATCH_CUES] for a in (local, cue, present)))
            for begin in range(0, len(anchors), BATCH_CUES)
        ]
    )
    tags = decode_tags(emissions, present > 0, backend.transitions)
    drafts = (
        decode_draft(tokens, anchor, row, float(scores.anchor[anchor]))
        for anchor, row in zip(anchors.tolist(), tags, strict=True)
    )
    return [draft for draft in drafts if draft is not None]


def read_drafts(
    text: str,
    tokens: Tokens,
    quotations: Sequence[Quotation],
    backend: Backend,
    *,
    threshold: float,
) -> tuple[list[Draft], Scores]:
    """The attributions of a text whose cue scores at least the threshold."""
    scores = encode_text(tokens, backend)
    drafts = find_drafts(tokens, scores, backend, threshold=threshold)
    tidy = (tidy_draft(complete_quotations(d, quotations, text), text) for d in drafts)
    return nest_drafts([draft for draft in tidy if draft is not None]), scores

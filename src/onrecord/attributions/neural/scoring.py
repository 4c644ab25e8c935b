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
)
from onrecord.attributions.neural.tags import AFTER, BEFORE
from onrecord.attributions.neural.tokens import CLS, PAD, SEP, Tokens, find_windows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.articles.quotations import Quotation

    Floats = NDArray[np.float32]
    Integers = NDArray[np.int64]

BATCH = 8
"""Windows that the encoder reads at once."""


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
    """Run the encoder over all windows; each unit keeps the reading with most context around it."""
    windows = list(find_windows(tokens))
    owners = _assign_units(tokens, windows)
    parts: list[list[Floats]] = []
    spans = np.zeros((len(tokens), 2), dtype=np.int64)
    for begin in range(0, len(windows), BATCH):
        batch = windows[begin : begin + BATCH]
        outputs = backend.encode(*_pad_windows(tokens, batch))
        for row, (start, end) in enumerate(batch):
            first, last = owners[begin + row]
            rows = tokens.firsts[first:last] - start + 1
            parts.append([output[row, rows] for output in outputs])
            in_window = np.searchsorted(tokens.firsts, [start, end])
            spans[first:last] = in_window
    anchor, names, local, local_cue = (
        np.concatenate([part[number] for part in parts]) for number in range(4)
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
    tokens: Tokens, windows: Sequence[tuple[int, int]]
) -> tuple[Integers, Integers, Integers]:
    length = max(end - start for start, end in windows) + 2
    pieces = np.full((len(windows), length), PAD, dtype=np.int64)
    quotes, cases = np.zeros_like(pieces), np.zeros_like(pieces)
    for row, (start, end) in enumerate(windows):
        size = end - start
        pieces[row, 0], pieces[row, size + 1] = CLS, SEP
        pieces[row, 1 : size + 1] = tokens.pieces[start:end]
        quotes[row, 1 : size + 1] = tokens.quotes[start:end]
        cases[row, 1 : size + 1] = tokens.cases[start:end]
    return pieces, quotes, cases


def gather_local(scores: Scores, anchors: Integers) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    """The vectors around each anchor: local (N, L, d), cue (N, d), present (N, L)."""
    units = anchors[:, None] + np.arange(-BEFORE, AFTER)
    first, last = scores.window[anchors, 0], scores.window[anchors, 1]
    present = (units >= first[:, None]) & (units < last[:, None])
    local = scores.local[np.clip(units, 0, len(scores.local) - 1)]
    local = np.where(present[:, :, None], local, 0.0).astype(np.float32)
    return local, scores.local_cue[anchors], present


def read_drafts(
    text: str,
    tokens: Tokens,
    quotations: Sequence[Quotation],
    backend: Backend,
    *,
    threshold: float,
) -> tuple[list[Draft], Scores]:
    """The attributions of a text whose cue scores at least the threshold, nested ones included."""
    scores = encode_text(tokens, backend)
    best = scores.anchor
    covers_text = tokens.ends > tokens.starts
    anchors = np.flatnonzero((best >= threshold) & covers_text)
    if not len(anchors):
        return [], scores
    local, cue, present = gather_local(scores, anchors)
    emissions = backend.tag(local, cue, present.astype(np.float32))
    tags = decode_tags(emissions, present, backend.transitions)
    drafts = []
    for anchor, row in zip(anchors.tolist(), tags, strict=True):
        draft = decode_draft(tokens, anchor, row, float(best[anchor]))
        if draft is not None:
            drafts.append(complete_quotations(draft, quotations, text))
    return nest_drafts(drafts), scores

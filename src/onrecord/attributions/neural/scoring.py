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
from onrecord.attributions.neural.tags import AFTER, BEFORE, Tag
from onrecord.attributions.neural.tokens import CLS, SEP, Tokens, find_windows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.articles.quotations import Quotation

    Floats = NDArray[np.float32]
    Integers = NDArray[np.int64]


class Backend(Protocol):
    """Runs the two parts of the network, one window and one cue at a time.

    One at a time is the fastest way on a processor: what one window needs stays in the cache (a
    fifth faster than eight at once, at 384 pieces), nothing is padded, and so nothing is masked.
    """

    @property
    def transitions(self) -> Floats:
        """(tags, tags)."""
        ...

    def encode(self, pieces: Integers, quotes: Integers, cases: Integers) -> Sequence[Floats]:
        """(T,) each → anchor logits (T,), name logits, local and local_cue (T, d)."""
        ...

    def tag(self, local: Floats, cue: Floats, distances: Integers) -> Floats:
        """(L, d), (d,) and (L,) → emissions (L, tags).

        Distances are counted in units from the first one that the tagger could see.
        """
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
    for window in windows:
        tokens = texts[window.text]
        outputs = backend.encode(*_frame_window(tokens, window))
        firsts = tokens.firsts[window.first_unit : window.last_unit]
        parts[window] = [output[firsts - window.start + 1] for output in outputs]
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


def _frame_window(tokens: Tokens, window: _Window) -> tuple[Integers, Integers, Integers]:
    """The pieces of a window between [CLS] and [SEP], their quotation states and cases."""
    inside = slice(window.start, window.end)
    return (
        np.concatenate(([CLS], tokens.pieces[inside], [SEP])),
        np.concatenate(([0], tokens.quotes[inside], [0])),
        np.concatenate(([0], tokens.cases[inside], [0])),
    )


def score_tags(
    scores: Scores, anchors: Integers, backend: Backend
) -> tuple[Floats, NDArray[np.bool_]]:
    """What the tagger says of the units around each anchor.

    Returns:
        emissions (N, BEFORE + AFTER, tags), and which of those units are in the anchor's window.
    """
    seen = BEFORE + AFTER
    emissions = np.zeros((len(anchors), seen, len(Tag)), dtype=np.float32)
    present = np.zeros((len(anchors), seen), dtype=bool)
    for number, anchor in enumerate(anchors.tolist()):
        first, last = scores.window[anchor]
        low, high = max(first, anchor - BEFORE), min(last, anchor + AFTER)
        distances = np.arange(low, high) - (anchor - BEFORE)
        present[number, distances] = True
        emissions[number, distances] = backend.tag(
            scores.local[low:high], scores.local_cue[anchor], distances
        )
    return emissions, present


def find_drafts(
    texts: Sequence[tuple[Tokens, Scores]], backend: Backend, *, threshold: float
) -> list[list[Draft]]:
    """What the tagger reads around each unit that may begin a cue; linked, not yet nested.

    Returns:
        one list of drafts a text; all texts are decoded together.
    """
    found: list[tuple[int, int]] = []
    emissions, present = [], []
    for number, (tokens, scores) in enumerate(texts):
        likely = (scores.anchor >= threshold) & (tokens.ends > tokens.starts)
        anchors = np.flatnonzero(likely)
        found += [(number, anchor) for anchor in anchors.tolist()]
        scored = score_tags(scores, anchors, backend)
        emissions.append(scored[0])
        present.append(scored[1])
    drafts: list[list[Draft]] = [[] for _ in texts]
    if not found:
        return drafts
    tags = decode_tags(np.concatenate(emissions), np.concatenate(present), backend.transitions)
    for (number, anchor), row in zip(found, tags, strict=True):
        tokens, scores = texts[number]
        draft = decode_draft(tokens, anchor, row, float(scores.anchor[anchor]))
        if draft is not None:
            drafts[number].append(draft)
    return drafts


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
    (drafts,) = find_drafts([(tokens, scores)], backend, threshold=threshold)
    tidy = (tidy_draft(complete_quotations(d, quotations, text), text) for d in drafts)
    return nest_drafts([draft for draft in tidy if draft is not None]), scores

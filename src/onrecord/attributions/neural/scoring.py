"""Window by window: the encoder and the tagger run over a text; which backend runs them is open.

The shipped model runs on onnxruntime (`model.py`). Training and its evaluation on PyTorch cut, join
and reach by the same functions, with many windows side by side.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

import numpy as np

from onrecord.attributions.neural.claimless import says_nothing
from onrecord.attributions.neural.content_edges import mend_end
from onrecord.attributions.neural.decoding import (
    Draft,
    complete_quotations,
    decode_draft,
    nest_drafts,
    tidy_draft,
)
from onrecord.attributions.neural.source_edges import mend_source
from onrecord.attributions.neural.tag_rows import decode_tags
from onrecord.attributions.neural.tags import AFTER, BEFORE, Tag
from onrecord.attributions.neural.tokens import CLS, COLON, SEP, Tokens, find_windows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
        """(T,) each → anchor logits (T, 2), name logits (not used), local and local_cue (T, d).

        Last the states of a lower layer (T, width), from which what reads stands goes on.
        """
        ...

    def judge(self, anchor: Floats) -> Floats:
        """Anchor logits (U, 2) → probabilities (U, 2)."""
        ...

    def tag(self, local: Floats, cue: Floats, distances: Integers) -> Floats:
        """(L, d), (d,) and (L,) → emissions (L, tags).

        Distances are counted in units from the first one that the tagger could see.
        """
        ...


def squash(logits: Floats) -> Floats:
    """The logistic function."""
    return (1.0 / (1.0 + np.exp(-logits))).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Scores:
    """What the encoder says of each unit.

    Attributes:
        anchor: (U,) probability that the cue of an outermost attribution begins here.
        nested: (U,) probability that the cue of an attribution inside another's content does.
        local, local_cue: (U, d).
        trunk: the states of a lower layer, of each window of the text, [CLS] and [SEP] included
            (T, width); kept where a whole text is encoded.
    """

    anchor: Floats
    nested: Floats
    local: Floats
    local_cue: Floats
    trunk: tuple[Floats, ...] = ()


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces [start, end) of a text, and the units [first, last) that this window answers for."""

    start: int
    end: int
    first: int
    last: int


def plan_windows(tokens: Tokens, **sizes: int) -> list[Window]:
    """The windows of a text of at least one unit; two neighbours share their overlap half and half.

    Args:
        tokens: the text.
        sizes: see `find_windows`.
    """
    cuts = list(find_windows(tokens, **sizes))
    bounds = [0]
    for (_, end), (start, _) in itertools.pairwise(cuts):
        bounds.append(int(np.searchsorted(tokens.firsts, (start + end) // 2)))
    bounds.append(len(tokens))
    return [
        Window(*cut, *owned) for cut, owned in zip(cuts, itertools.pairwise(bounds), strict=True)
    ]


def frame_window(tokens: Tokens, window: Window) -> tuple[Integers, Integers, Integers]:
    """The pieces of a window between [CLS] and [SEP], their quotation states and cases."""
    inside = slice(window.start, window.end)
    return (
        np.concatenate(([CLS], tokens.pieces[inside], [SEP])),
        np.concatenate(([0], tokens.quotes[inside], [0])),
        np.concatenate(([0], tokens.cases[inside], [0])),
    )


def encode_text(tokens: Tokens, backend: Backend) -> Scores:
    """Run the encoder over a text of at least one unit, window by window.

    Each unit keeps the reading with most context around it.
    """
    parts: list[list[Floats]] = []
    trunk: list[Floats] = []
    for window in plan_windows(tokens):
        *outputs, states = backend.encode(*frame_window(tokens, window))
        trunk.append(states)
        pieces = tokens.firsts[window.first : window.last] - window.start + 1
        parts.append([output[pieces] for output in outputs])
    return replace(join_windows(parts, backend.judge), trunk=tuple(trunk))


def join_windows(parts: Sequence[Sequence[Floats]], judge: Callable[[Floats], Floats]) -> Scores:
    """The scores of a text from its windows' outputs, each cut to the units it answers for."""
    anchor, _, local, local_cue = (np.concatenate(part) for part in zip(*parts, strict=True))
    likely = judge(anchor)
    return Scores(likely[:, 0], likely[:, 1], local, local_cue)


def find_reach(tokens: Tokens, anchors: Integers) -> Integers:
    """First and one past the last unit that the tagger looks at around each anchor, shape (N, 2).

    The anchor's paragraph, and the next one where that begins with a quotation mark or follows a
    colon: on PolNeAR dev 99.2 % of the units of attributions lie inside, as many as with every
    next paragraph, which takes half as many units again.
    """
    breaks = np.flatnonzero(tokens.ends <= tokens.starts)
    starts = np.concatenate(([0], breaks + 1))
    ends = np.concatenate((breaks, [len(tokens)]))
    quoted = tokens.quotes[tokens.firsts[np.minimum(starts[1:], len(tokens) - 1)]] != 0
    announced = tokens.pieces[tokens.firsts[np.maximum(ends[:-1] - 1, 0)]] == COLON
    last = ends.copy()
    last[:-1] = np.where(quoted | announced, ends[1:], ends[:-1])
    paragraph = np.searchsorted(breaks, anchors)
    low = np.maximum(starts[paragraph], anchors - BEFORE)
    high = np.minimum(last[paragraph], anchors + AFTER)
    return np.stack((low, high), axis=1)


def score_tags(
    scores: Scores, anchors: Integers, reach: Integers, backend: Backend
) -> tuple[Floats, NDArray[np.bool_]]:
    """What the tagger says of the units around each anchor.

    Returns:
        emissions (N, BEFORE + AFTER, tags), and which of those units are in reach.
    """
    seen = BEFORE + AFTER
    emissions = np.zeros((len(anchors), seen, len(Tag)), dtype=np.float32)
    present = np.zeros((len(anchors), seen), dtype=bool)
    looks = zip(anchors.tolist(), reach.tolist(), strict=True)
    for number, (anchor, (low, high)) in enumerate(looks):
        distances = np.arange(low, high) - (anchor - BEFORE)
        present[number, distances] = True
        emissions[number, distances] = backend.tag(
            scores.local[low:high], scores.local_cue[anchor], distances
        )
    return emissions, present


@dataclass(frozen=True, slots=True)
class Anchors:
    """Units that begin a cue.

    Attributes:
        units: (N,) positions.
        likely: (N,) probabilities; they become the drafts' scores.
        reach: (N, 2) first and one past the last unit of what the tagger looks at.
    """

    units: Integers
    likely: Floats
    reach: Integers


def link_drafts(tokens: Tokens, scores: Scores, anchors: Anchors, backend: Backend) -> list[Draft]:
    """What the tagger reads around each anchor."""
    if not len(anchors.units):
        return []
    emissions, present = score_tags(scores, anchors.units, anchors.reach, backend)
    rows = decode_tags(emissions, present, backend.transitions)
    found = zip(anchors.units.tolist(), rows, anchors.likely.tolist(), strict=True)
    drafts = [decode_draft(tokens, unit, row, score) for unit, row, score in found]
    return [draft for draft in drafts if draft is not None]


def find_anchors(tokens: Tokens, likely: Floats, threshold: float) -> Anchors:
    """Units, paragraph breaks left out, that begin a cue with at least this probability.

    Args:
        tokens: the text.
        likely: (U,) the probability of each of its units.
        threshold: the lowest.
    """
    units = np.flatnonzero((likely >= threshold) & (tokens.ends > tokens.starts))
    return Anchors(units, likely[units], find_reach(tokens, units))


def read_drafts(
    text: str,
    tokens: Tokens,
    quotations: Sequence[Quotation],
    backend: Backend,
    *,
    threshold: float,
) -> tuple[list[Draft], Scores]:
    """The attributions of a text that are read as outermost and score at least the threshold."""
    scores = encode_text(tokens, backend)
    anchors = find_anchors(tokens, scores.anchor, threshold)
    drafts = link_drafts(tokens, scores, anchors, backend)
    tidy = (tidy_draft(complete_quotations(d, quotations, text), text) for d in drafts)
    told = [draft for draft in tidy if draft is not None and not says_nothing(draft, text)]
    return nest_drafts([mend_source(mend_end(draft, text), text) for draft in told]), scores

"""Attributions inside the contents of others.

PolNeAR marks only the outermost attribution, so the network was never shown where a nested one
begins. But its tagger works from any cue it is given: the lexicon says where the cues inside a
content are, the tagger says what belongs to each.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from onrecord.attributions.cue_sites import find_cue_sites
from onrecord.attributions.cues import load_lexicon
from onrecord.attributions.neural.decoding import (
    Draft,
    clip_draft,
    decode_draft,
    decode_tags,
    nest_drafts,
)
from onrecord.attributions.neural.scoring import Backend, Scores, gather_local
from onrecord.attributions.neural.tags import BEFORE, Tag
from onrecord.attributions.words import split_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.attributions.neural.tokens import Tokens

    Floats = NDArray[np.float32]

# Lowest mean probability of the tags that a nested reading chose for source, cue and content.
_SURE_ENOUGH = 0.5


def read_nested(
    text: str, tokens: Tokens, scores: Scores, outermost: Sequence[Draft], backend: Backend
) -> list[Draft]:
    """All drafts in text order: the outermost ones and those found inside their contents."""
    anchors = _find_anchors(text, tokens, outermost)
    if not anchors:
        return list(outermost)
    local, cue, present = gather_local(scores, np.asarray(anchors))
    emissions = backend.tag(local, cue, present.astype(np.float32))
    tags = decode_tags(emissions, present, backend.transitions)
    sureness = _mean_probability(emissions, tags)
    drafts = list(outermost)
    for anchor, row, sure in zip(anchors, tags, sureness.tolist(), strict=True):
        if row[BEFORE] != Tag.CUE or sure < _SURE_ENOUGH:
            continue
        draft = decode_draft(tokens, anchor, row, sure)
        holder = _find_holder(tokens, anchor, outermost)
        if draft is None or holder is None:
            continue
        clipped = clip_draft(draft, holder.content, text)
        if clipped is not None:
            drafts.append(replace(clipped, score=sure * holder.score))
    return nest_drafts(drafts)


def _find_anchors(text: str, tokens: Tokens, outermost: Sequence[Draft]) -> list[int]:
    """First units of the lexicon's cues that lie inside contents, other drafts' cues left out."""
    words = split_words(text)
    taken = {
        int(np.searchsorted(tokens.ends, span.start, "right"))
        for draft in outermost
        for span in draft.cue
    }
    anchors = set()
    for draft in outermost:
        for span in draft.content:
            covered = list(words.covered((span,)))
            if not covered:
                continue
            sites = find_cue_sites(words, covered[0], covered[-1] + 1, load_lexicon(), quoted=True)
            for site in sites:
                unit = int(np.searchsorted(tokens.ends, words.starts[site.low], "right"))
                anchors.add(unit)
    return sorted(anchors - taken)


def _find_holder(tokens: Tokens, anchor: int, drafts: Sequence[Draft]) -> Draft | None:
    """The draft whose content the unit stands in, the shortest where several do."""
    position = int(tokens.starts[anchor])
    holders = [
        draft
        for draft in drafts
        if any(span.start <= position < span.end for span in draft.content)
    ]
    return min(holders, key=lambda d: sum(s.end - s.start for s in d.content), default=None)


def _mean_probability(emissions: Floats, tags: NDArray[np.int64]) -> Floats:
    """Mean softmax of the chosen tags over the units that play a part: (N,)."""
    shifted = np.exp(emissions - emissions.max(2, keepdims=True))
    probabilities = shifted / shifted.sum(2, keepdims=True)
    chosen = np.take_along_axis(probabilities, tags[:, :, None], 2)[:, :, 0]
    plays = tags != Tag.OUTSIDE
    mean: Floats = np.where(plays, chosen, 0.0).sum(1) / np.maximum(plays.sum(1), 1)
    return mean

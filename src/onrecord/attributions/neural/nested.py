"""Attributions inside the contents of others.

The encoder gives each unit a second score: that the cue of an attribution begins here whose whole
stands inside another's content. PolNeAR marks only outermost attributions: what this score learned
from is in docs/model.md.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from onrecord.attributions.neural.claimless import is_nobodys, says_nothing
from onrecord.attributions.neural.content_edges import mend_end
from onrecord.attributions.neural.decoding import (
    Draft,
    clip_draft,
    complete_quotations,
    nest_drafts,
    tidy_draft,
)
from onrecord.attributions.neural.scoring import (
    Anchors,
    Backend,
    Scores,
    find_anchors,
    link_drafts,
)
from onrecord.attributions.neural.source_edges import mend_source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.articles.quotations import Quotation
    from onrecord.attributions.neural.tokens import Tokens

    Integers = NDArray[np.int64]

# Words that PolNeAR has in cues of several words, and that are none by themselves.
_NO_CUE = frozenset("about to for of on with do does did as at in by alone from".split())
_PRONOUNS = frozenset("it this that he she they we i you him her them us me who which what".split())
_SAME_SHARE = 0.9
"""Share of its holder's content from which on a sourceless nested one says nothing of its own."""


@dataclass(frozen=True, slots=True)
class ScoredText:
    """One text with its units, its quotations and what the encoder says of it."""

    text: str
    tokens: Tokens
    quotations: Sequence[Quotation]
    scores: Scores


def read_nested(
    scored: ScoredText, drafts: Sequence[Draft], backend: Backend, *, threshold: float
) -> list[Draft]:
    """All drafts in text order: those given and those found inside contents of outermost ones.

    A nested draft's score is the product of its own and its holder's.
    """
    text, tokens, scores = scored.text, scored.tokens, scored.scores
    found = list(drafts)
    holders = [draft for draft in drafts if draft.parent is None]
    owners, reaches = _find_owners(tokens, holders)
    anchors = find_anchors(tokens, np.where(owners >= 0, scores.nested, -1.0), threshold)
    inside = replace(anchors, reach=_stay_inside(anchors, reaches[owners[anchors.units]]))
    for draft in link_drafts(tokens, scores, inside, backend):
        unit = int(np.searchsorted(tokens.ends, draft.cue[0].start, "right"))
        if owners[unit] < 0:
            continue
        holder = holders[owners[unit]]
        whole = complete_quotations(draft, scored.quotations, text)
        clipped = clip_draft(whole, holder.content, text)
        nested = tidy_draft(clipped, text) if clipped else None
        if nested is not None and _says_something(text, nested, holder):
            mended = mend_source(mend_end(nested, text), text)
            found.append(replace(mended, score=nested.score * holder.score))
    return nest_drafts(found)


def _says_something(text: str, draft: Draft, holder: Draft) -> bool:
    """Whether an editor would keep it: a cue that can be one, a content that is not its holder's.

    "It" and "this" as a whole content point back at what the holder says anyway.
    """
    cue = " ".join(text[span.start : span.end] for span in draft.cue).lower().strip()
    content = " ".join(text[span.start : span.end] for span in draft.content).lower().strip(" .,")
    if cue in _NO_CUE or content in _PRONOUNS:
        return False
    if says_nothing(draft, text) or is_nobodys(draft, text):
        return False
    size = sum(span.end - span.start for span in draft.content)
    held = sum(span.end - span.start for span in holder.content)
    return draft.source is not None or size < _SAME_SHARE * held


def _find_owners(tokens: Tokens, holders: Sequence[Draft]) -> tuple[Integers, Integers]:
    """Whose content each unit stands in, and from where to where each content goes.

    Returns:
        (U,) position of the unit's holder, -1 where it has none; (holders, 2) first and one past
        the last unit of its content, gaps included.
    """
    owners = np.full(len(tokens), -1, dtype=np.int64)
    reaches = np.zeros((len(holders), 2), dtype=np.int64)
    for number, holder in enumerate(holders):
        firsts = np.searchsorted(tokens.starts, [span.start for span in holder.content])
        lasts = np.searchsorted(tokens.ends, [span.end for span in holder.content], "right")
        for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True):
            owners[first:last] = number
        reaches[number] = firsts[0], lasts[-1]
    return owners, reaches


def _stay_inside(anchors: Anchors, reaches: Integers) -> Integers:
    """Each anchor's reach cut to its holder's, (N, 2)."""
    return np.stack(
        (
            np.maximum(anchors.reach[:, 0], reaches[:, 0]),
            np.minimum(anchors.reach[:, 1], reaches[:, 1]),
        ),
        axis=1,
    )

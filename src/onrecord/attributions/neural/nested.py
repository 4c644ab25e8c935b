"""Attributions inside the contents of others.

The encoder gives each unit a second score: that the cue of an attribution begins here whose whole
stands inside another's content. PolNeAR marks only outermost attributions: what this score learned
from is in docs/model.md.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

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

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.articles.quotations import Quotation
    from onrecord.attributions.neural.tokens import Tokens


# Words that PolNeAR has in cues of several words, and that are none by themselves.
_NO_CUE = frozenset("about to for of on with do does did as at in by alone from".split())
_PRONOUNS = frozenset("it this that he she they we i you him her them us me who which what".split())
_SAME_SHARE = 0.9
"""Share of its holder's content from which on a sourceless nested one says nothing of its own."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One text with what is known of it."""

    text: str
    tokens: Tokens
    quotations: Sequence[Quotation]
    scores: Scores


def read_nested(
    reading: Reading, drafts: Sequence[Draft], backend: Backend, *, threshold: float
) -> list[Draft]:
    """All drafts in text order: those given and those found inside contents of outermost ones.

    A nested draft's score is the product of its own and its holder's.
    """
    text, tokens, scores = reading.text, reading.tokens, reading.scores
    found = list(drafts)
    holders = [draft for draft in drafts if draft.parent is None]
    owners = _find_owners(tokens, holders)
    anchors = find_anchors(tokens, np.where(owners >= 0, scores.nested, 0.0), threshold)
    inside = replace(anchors, reach=_stay_inside(anchors, owners))
    for draft in link_drafts(tokens, scores, inside, backend):
        unit = int(np.searchsorted(tokens.ends, draft.cue[0].start, "right"))
        if owners[unit] < 0:
            continue
        holder = holders[owners[unit]]
        whole = complete_quotations(draft, reading.quotations, text)
        clipped = clip_draft(whole, holder.content, text)
        nested = tidy_draft(clipped, text) if clipped else None
        if nested is not None and _says_something(text, nested, holder):
            found.append(replace(nested, score=nested.score * holder.score))
    return nest_drafts(found)


def _says_something(text: str, draft: Draft, holder: Draft) -> bool:
    """Whether an editor would keep it: a cue that can be one, a content that is not its holder's.

    "It" and "this" as a whole content point back at what the holder says anyway.
    """
    cue = " ".join(text[span.start : span.end] for span in draft.cue).lower().strip()
    content = " ".join(text[span.start : span.end] for span in draft.content).lower().strip(" .,")
    if cue in _NO_CUE or content in _PRONOUNS:
        return False
    size = sum(span.end - span.start for span in draft.content)
    held = sum(span.end - span.start for span in holder.content)
    return draft.source is not None or size < _SAME_SHARE * held


def _find_owners(tokens: Tokens, holders: Sequence[Draft]) -> NDArray[np.int64]:
    """For each unit the holder whose content it stands in, by position; -1 where none does."""
    owners = np.full(len(tokens), -1, dtype=np.int64)
    for number, holder in enumerate(holders):
        for span in holder.content:
            first = np.searchsorted(tokens.starts, span.start)
            last = np.searchsorted(tokens.ends, span.end, "right")
            owners[first:last] = number
    return owners


def _stay_inside(anchors: Anchors, owners: NDArray[np.int64]) -> NDArray[np.int64]:
    """Each reach cut to the units from the first to the last of its holder's content."""
    cut = anchors.reach.copy()
    for number, unit in enumerate(anchors.units.tolist()):
        held = np.flatnonzero(owners == owners[unit])
        cut[number] = max(cut[number, 0], held[0]), min(cut[number, 1], held[-1] + 1)
    return cut

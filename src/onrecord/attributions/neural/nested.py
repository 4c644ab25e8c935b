"""Attributions inside the contents of others.

PolNeAR marks only the outermost attribution, so the network learned to pass over a cue that stands
inside a content. But a content read on its own, without what is around it, is a text like any
other: there the same cue is an outermost one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from onrecord.attributions.cues import load_lexicon
from onrecord.attributions.neural.decoding import (
    Draft,
    clip_draft,
    nest_drafts,
    tidy_draft,
)
from onrecord.attributions.neural.scoring import Backend, encode_texts, find_drafts
from onrecord.attributions.neural.tokens import MARK, Tokens, select_units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attributions.cues import Lexicon
    from onrecord.records import Spans

_SHORTEST = 4
"""Units of the shortest content that can hold source, cue and content."""
_OPENERS = frozenset(("that", "whether", "if", ",", "", "—", "and", "but"))


def read_nested(
    text: str, tokens: Tokens, drafts: Sequence[Draft], backend: Backend, *, threshold: float
) -> list[Draft]:
    """All drafts in text order: those given and those found inside contents of outermost ones.

    A nested draft's score is the product of its own and its holder's.
    """
    holders: list[Draft] = []
    contents: list[Tokens] = []
    for draft in drafts:
        if draft.parent is not None:
            continue
        units = _units_inside(text, tokens, draft.content)
        if len(units) >= _SHORTEST and _may_hold_cue(text, tokens, units, load_lexicon()):
            holders.append(draft)
            contents.append(select_units(tokens, np.asarray(units)))
    found = list(drafts)
    scored = list(zip(contents, encode_texts(contents, backend), strict=True))
    inner = find_drafts(scored, backend, threshold=threshold)
    for holder, drafts_inside in zip(holders, inner, strict=True):
        for draft in drafts_inside:
            clipped = clip_draft(draft, holder.content, text)
            nested = tidy_draft(clipped, text) if clipped else None
            if nested is not None:
                found.append(replace(nested, score=nested.score * holder.score))
    return nest_drafts(found)


def _units_inside(text: str, tokens: Tokens, spans: Spans) -> list[int]:
    """The units that make the content a text of its own.

    Its quotation marks and a "that" in front go: to the network they say that it depends on
    something outside.
    """
    units: list[int] = []
    for span in spans:
        first = int(np.searchsorted(tokens.starts, span.start))
        last = int(np.searchsorted(tokens.ends, span.end, "right"))
        units.extend(u for u in range(first, last) if tokens.quotes[tokens.firsts[u]] != MARK)
    while units and text[tokens.starts[units[0]] : tokens.ends[units[0]]].lower() in _OPENERS:
        del units[0]
    return units


def _may_hold_cue(text: str, tokens: Tokens, units: Sequence[int], lexicon: Lexicon) -> bool:
    words = [text[tokens.starts[unit] : tokens.ends[unit]].lower() for unit in units]
    return any(
        form.is_verbal for position in range(len(words)) for form in lexicon.match(words, position)
    )

"""Name tags of the network → proper names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.attributions.neural.tags import NAME_TAGS
from onrecord.attributions.reader import Name, NameLabel
from onrecord.records import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from onrecord.attributions.neural.tokens import Tokens

_LABELS = {
    "PER": NameLabel.PERSON,
    "ORG": NameLabel.ORGANISATION,
    "LOC": NameLabel.LOCATION,
    "MISC": NameLabel.OTHER,
}


def decode_names(tokens: Tokens, logits: NDArray[np.float32]) -> tuple[Name, ...]:
    """Runs of units with name tags; a run's label is that of its first unit.

    Args:
        tokens: the text.
        logits: (U, name tags).
    """
    names: list[Name] = []
    start: int | None = None
    label = ""
    best = logits.argmax(1).tolist()
    for unit, tag in enumerate([*(NAME_TAGS[b] for b in best), "O"]):
        prefix, _, kind = tag.partition("-")
        if start is not None and (prefix != "I" or kind != label):
            span = Span(int(tokens.starts[start]), int(tokens.ends[unit - 1]))
            names.append(Name(span, _LABELS[label]))
            start = None
        covers = unit < len(tokens) and tokens.ends[unit] > tokens.starts[unit]
        if start is None and kind and covers:
            start, label = unit, kind
    return tuple(names)

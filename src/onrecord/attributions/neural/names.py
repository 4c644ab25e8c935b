"""Name tags of the network → proper names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.attributions.neural.tags import NAME_TAGS
from onrecord.attributions.reader import Name, NameLabel
from onrecord.records import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from onrecord.attributions.neural.tokens import Tokens

_OUTSIDE = NAME_TAGS.index("O")
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
    tags = logits.argmax(1)
    runs: list[tuple[int, int, str]] = []
    for unit in np.flatnonzero(tags != _OUTSIDE).tolist():
        prefix, _, kind = NAME_TAGS[tags[unit]].partition("-")
        if prefix == "I" and runs and runs[-1][1:] == (unit - 1, kind):
            runs[-1] = (runs[-1][0], unit, kind)
        elif tokens.ends[unit] > tokens.starts[unit]:
            runs.append((unit, unit, kind))
    return tuple(
        Name(Span(int(tokens.starts[first]), int(tokens.ends[last])), _LABELS[kind])
        for first, last, kind in runs
    )

"""Stands on what could be done or agreed, read by a branch of the encoder with its own tagger.

The branch goes on from the encoder's embeddings with four layers of its own. For each unit it says
whether the words that carry a stance begin there, and its tagger says around that unit who
stands and on what, as the other one does for attributions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.attributions.neural.scoring import find_reach, plan_windows
from onrecord.attributions.neural.tag_rows import decode_tags, find_runs, to_spans
from onrecord.attributions.neural.tags import BEFORE, Tag
from onrecord.attributions.reader import StandPassage
from onrecord.records import Span, Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

    from onrecord.attributions.neural.tokens import Tokens

    Floats = NDArray[np.float32]
    Run = Callable[[Mapping[str, NDArray[Any]]], Sequence[Floats]]

TRUNK = "layer_0"
"""The encoder's output from which the branch goes on."""
LOWEST = 0.45
"""Probability from which a stand is read; chosen on articles that the branch had not seen."""
STAND = 0
"""What the tagger is told: that it looks from the cue of a stand. What else it was taught, answers
and absences, is not good enough to read."""
STANCES = (Stance.SUPPORTS, Stance.OPPOSES, Stance.CONDITIONAL, Stance.OPEN)
"""Classes of the head of stances, in the order of its outputs; "none" comes before them."""
OWN_WORD = 0
"""Class of the head that says whose word it is: the party's own; the others are 1 and 2."""
_PARTS = (Tag.SOURCE, Tag.CUE, Tag.CONTENT)
OUTPUTS = ("stance", "word", "local", "local_cue")
"""What is read of the branch for each piece."""


class StandNetwork:
    """The branch and its tagger; what runs them is open.

    Args:
        branch: `states` of one window (1, T, width) → `OUTPUTS`, each (1, T, ...).
        tagger: `local` (1, L, d), `cue` (1, d), `mark` (1,), `distances` (L,) → emissions
            (1, L, tags).
        transitions: (tags, tags), from row to column.
    """

    def __init__(self, branch: Run, tagger: Run, transitions: Floats) -> None:
        self._branch, self._tagger = branch, tagger
        self._transitions = transitions

    def read(self, tokens: Tokens, trunk: Sequence[Floats]) -> tuple[StandPassage, ...]:
        """Every stand likely enough in a text, in text order.

        Args:
            tokens: the text, of at least one unit.
            trunk: the states of its windows, each (T, width).
        """
        outputs = self._run(tokens, trunk)
        likely = _soften(outputs["stance"])
        units = np.flatnonzero((1.0 - likely[:, 0] >= LOWEST) & (tokens.ends > tokens.starts))
        reach = find_reach(tokens, units).tolist()
        stands = []
        for unit, (low, high) in zip(units.tolist(), reach, strict=True):
            row = self._tag(outputs, unit, (low, high))
            passages = {tag: to_spans(tokens, find_runs(row, tag, low)) for tag in _PARTS}
            if not passages[Tag.CONTENT]:
                continue
            own = Span(int(tokens.starts[unit]), int(tokens.ends[unit]))
            cues = (each for each in passages[Tag.CUE] if each.start <= own.start < each.end)
            stands.append(
                StandPassage(
                    STANCES[int(likely[unit, 1:].argmax())],
                    next(cues, own),
                    passages[Tag.SOURCE],
                    passages[Tag.CONTENT],
                    int(outputs["word"][unit].argmax()) == OWN_WORD,
                )
            )
        return tuple(stands)

    def _run(self, tokens: Tokens, trunk: Sequence[Floats]) -> dict[str, Floats]:
        """The branch's outputs of each unit."""
        parts: dict[str, list[Floats]] = {name: [] for name in OUTPUTS}
        for window, states in zip(plan_windows(tokens), trunk, strict=True):
            pieces = tokens.firsts[window.first : window.last] - window.start + 1
            outputs = self._branch({"states": states[None]})
            for name, output in zip(OUTPUTS, outputs, strict=True):
                parts[name].append(output[0][pieces])
        return {name: np.concatenate(part) for name, part in parts.items()}

    def _tag(self, outputs: dict[str, Floats], unit: int, reach: tuple[int, int]) -> bytes:
        """The part that each unit in reach plays in the stand that begins at a unit."""
        low, high = reach
        inputs: dict[str, NDArray[Any]] = {
            "local": outputs["local"][None, low:high],
            "cue": outputs["local_cue"][None, unit],
            "mark": np.asarray([STAND], dtype=np.int64),
            "distances": np.arange(low, high) - (unit - BEFORE),
        }
        emissions = self._tagger(inputs)[0]
        present = np.ones((1, high - low), dtype=bool)
        return decode_tags(emissions, present, self._transitions).astype(np.uint8).tobytes()


def _soften(logits: Floats) -> Floats:
    """Probabilities of each row's classes."""
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float32)

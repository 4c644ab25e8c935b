"""Stands, answers and absences, read by a branch of the encoder with a tagger of its own.

The branch goes on from the encoder's second layer, so that a text is encoded once. For each unit it
says whether a stand, an answer or the naming of an absence begins there, and its tagger says around
that unit who stands or answers and what it is about, as the other one does for attributions.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.attributions.neural.decoding import decode_tags
from onrecord.attributions.neural.scoring import find_reach, plan_windows
from onrecord.attributions.neural.tags import BEFORE, Tag
from onrecord.attributions.reader import (
    AbsencePassage,
    AnswerPassage,
    StandPassage,
    WhoseWord,
)
from onrecord.records import AbsenceKind, ResponseKind, Span, Spans, Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from onrecord.attributions.neural.tokens import Tokens

    Floats = NDArray[np.float32]
    Integers = NDArray[np.int64]
    Run = Callable[[Mapping[str, NDArray[Any]]], Sequence[Floats]]

TRUNK = "layer_2"
"""The encoder's output from which the branch goes on."""
LOWEST = 0.005
"""Probability under which nothing is followed up."""


class Mark(enum.IntEnum):
    """What a unit can begin; the tagger is told."""

    STAND = 0
    ANSWER = 1
    ABSENCE = 2


STANCES = (Stance.SUPPORTS, Stance.OPPOSES, Stance.CONDITIONAL, Stance.OPEN)
KINDS = (
    ResponseKind.CONFIRMS,
    ResponseKind.PARTLY_CONFIRMS,
    ResponseKind.DENIES,
    ResponseKind.DISPUTES,
    ResponseKind.NEITHER_CONFIRMS_NOR_DENIES,
    ResponseKind.DECLINES,
    ResponseKind.NO_RESPONSE_YET,
    ResponseKind.NOT_REACHED,
    ResponseKind.RETRACTS,
)
MISSING = (
    AbsenceKind.NO_DIRECT_QUOTE,
    AbsenceKind.NO_EVIDENCE,
    AbsenceKind.NO_DETAILS,
    AbsenceKind.NO_DATE,
    AbsenceKind.NO_INDEPENDENT_CONFIRMATION,
)
WORDS = (WhoseWord.PARTY, WhoseWord.AUTHOR, WhoseWord.OTHER)
"""Classes of the heads, in the order of their outputs; "none" comes before those of all but words."""
OUTPUTS = ("stance", "kind", "missing", "word", "local", "local_cue")
"""What the branch gives of each piece."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the branch reads in one text, in text order."""

    stands: tuple[StandPassage, ...] = ()
    answers: tuple[AnswerPassage, ...] = ()
    absences: tuple[AbsencePassage, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    """A unit that begins something: what, as which class of its head, how likely, and around it."""

    mark: Mark
    unit: int
    likely: float
    chosen: int
    sources: Spans
    cues: Spans
    contents: Spans


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

    def read(self, tokens: Tokens, trunk: Sequence[Floats]) -> Seen:
        """Everything likely enough in a text of at least one unit, whose windows' states these are."""
        outputs = self._run(tokens, trunk)
        found = sorted(self._find(tokens, outputs), key=lambda each: each.unit)
        word = outputs["word"]
        return Seen(
            tuple(
                StandPassage(
                    STANCES[each.chosen],
                    each.cues[0],
                    each.sources,
                    each.contents,
                    WORDS[int(word[each.unit].argmax())],
                    each.likely,
                )
                for each in found
                if each.mark is Mark.STAND and each.contents
            ),
            tuple(
                AnswerPassage(KINDS[each.chosen], each.contents, each.sources, each.likely)
                for each in found
                if each.mark is Mark.ANSWER and each.contents
            ),
            tuple(
                AbsencePassage(MISSING[each.chosen], each.contents[0], each.likely)
                for each in found
                if each.mark is Mark.ABSENCE and each.contents
            ),
        )

    def _run(self, tokens: Tokens, trunk: Sequence[Floats]) -> dict[str, Floats]:
        """The branch's outputs of each unit."""
        parts: dict[str, list[Floats]] = {name: [] for name in OUTPUTS}
        for window, states in zip(plan_windows(tokens), trunk, strict=True):
            pieces = tokens.firsts[window.first : window.last] - window.start + 1
            outputs = self._branch({"states": states[None]})
            for name, output in zip(OUTPUTS, outputs, strict=True):
                parts[name].append(output[0][pieces])
        return {name: np.concatenate(part) for name, part in parts.items()}

    def _find(self, tokens: Tokens, outputs: dict[str, Floats]) -> Iterator[_Found]:
        covers = tokens.ends > tokens.starts
        for mark, name in zip(Mark, ("stance", "kind", "missing"), strict=True):
            likely = _soften(outputs[name])
            units = np.flatnonzero((1.0 - likely[:, 0] >= LOWEST) & covers)
            for unit, (low, high) in zip(
                units.tolist(), find_reach(tokens, units).tolist(), strict=True
            ):
                row = self._tag(outputs, mark, unit, (low, high))
                cues = _spans_of(tokens, row, low, Tag.CUE)
                own = Span(int(tokens.starts[unit]), int(tokens.ends[unit]))
                yield _Found(
                    mark,
                    unit,
                    float(1.0 - likely[unit, 0]),
                    int(likely[unit, 1:].argmax()),
                    _spans_of(tokens, row, low, Tag.SOURCE),
                    tuple(each for each in cues if each.start <= own.start < each.end) or (own,),
                    _spans_of(tokens, row, low, Tag.CONTENT),
                )

    def _tag(
        self, outputs: dict[str, Floats], mark: Mark, unit: int, reach: tuple[int, int]
    ) -> Integers:
        low, high = reach
        inputs = {
            "local": outputs["local"][None, low:high],
            "cue": outputs["local_cue"][None, unit],
            "mark": np.asarray([mark], dtype=np.int64),
            "distances": np.arange(low, high) - (unit - BEFORE),
        }
        emissions = self._tagger(inputs)[0]
        present = np.ones((1, high - low), dtype=bool)
        return decode_tags(emissions, present, self._transitions)[0]


def _soften(logits: Floats) -> Floats:
    """Probabilities of each row's classes."""
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float32)


def _spans_of(tokens: Tokens, row: Integers, low: int, tag: Tag) -> Spans:
    """The unbroken runs of a tag, as passages of the text."""
    inside = np.concatenate(([0], (row == tag).astype(np.int8), [0]))
    edges = np.flatnonzero(np.diff(inside))
    spans = []
    for first, past in edges.reshape(-1, 2).tolist():
        start, end = int(tokens.starts[low + first]), int(tokens.ends[low + past - 1])
        if start < end:
            spans.append(Span(start, end))
    return tuple(spans)


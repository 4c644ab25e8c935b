"""Articles, whole or cut to a few sentences, as batches of windows with their gold.

An article is cut into windows exactly as in reading, and its units are joined again before the
tagger sees them: what is learned is what is run.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from onrecord.attributions.neural.scoring import find_reach, frame_window, plan_windows
from onrecord.attributions.neural.tags import BEFORE, Tag
from onrecord.attributions.neural.tokens import Tokens
from training.corpus import Example, GoldAttribution
from training.teacher import Lesson

# Share of texts cut down to a few sentences: the network must also read short texts.
CROPPED = 0.2
LONGEST_CROP = 4  # sentences
# Share of texts shown in capitals, and without any capital.
CAPITALS, SMALL = 0.03, 0.02
# Windows are cut at other places every epoch.
SHORTEST_WINDOW, LONGEST_WINDOW = 136, 184
_FRESH = 152
"""Pieces of a text for each window, about: to count windows before they are cut."""

# Cues of one step are padded in this many groups of like length.
CUE_GROUPS = 4

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Text:
    """What windows are cut from, one after the other: an article, or a few of its sentences.

    Attributes:
        tokens: the text.
        attributions: those whose cue begins in it, over its own units.
        names: name tag of each unit.
        nested_known: (U,) 1 where it is known whether a nested one begins.
        lesson: what a teacher says of it, if there is one.
    """

    tokens: Tokens
    attributions: tuple[GoldAttribution, ...]
    names: Integers
    nested_known: NDArray[np.float32]
    lesson: Lesson | None


def draw_texts(
    examples: list[Example], lessons: dict[str, Lesson], source: random.Random
) -> list[Text]:
    """One text an example, in random order, some cropped, some in other letters."""
    texts = []
    for example in examples:
        crop = _draw_crop(example, source) if source.random() < CROPPED else None
        first, last = crop or (0, len(example.tokens))
        text = _cut_text(example, lessons.get(example.name), first, last)
        texts.append(_recase(text, source.random()))
    source.shuffle(texts)
    return texts


def _draw_crop(example: Example, source: random.Random) -> tuple[int, int] | None:
    """First and one past the last unit of a few whole sentences; None if there are none."""
    bounds = np.searchsorted(example.tokens.firsts, example.sentences).tolist()
    if len(bounds) < 2:
        return None
    first = source.randrange(len(bounds) - 1)
    last = min(len(bounds) - 1, first + source.randint(1, LONGEST_CROP))
    return (bounds[first], bounds[last]) if bounds[first] < bounds[last] else None


def _cut_text(example: Example, lesson: Lesson | None, first: int, last: int) -> Text:
    tokens = example.tokens
    nested, known = _choose_nested(example, lesson)
    pieces = np.append(tokens.firsts, len(tokens.pieces))[[first, last]]
    inside = slice(*pieces.tolist())
    return Text(
        tokens=Tokens(
            pieces=tokens.pieces[inside],
            quotes=tokens.quotes[inside],
            cases=tokens.cases[inside],
            firsts=tokens.firsts[first:last] - pieces[0],
            starts=tokens.starts[first:last],
            ends=tokens.ends[first:last],
        ),
        attributions=tuple(
            replace(a, anchor=a.anchor - first, units=a.units - first)
            for a in (*example.attributions, *nested)
            if first <= a.anchor < last
        ),
        names=example.names[first:last],
        nested_known=known[first:last],
        lesson=lesson.cut(first, last) if lesson else None,
    )


def _choose_nested(
    example: Example, lesson: Lesson | None
) -> tuple[tuple[GoldAttribution, ...], NDArray[np.float32]]:
    """Nested attributions as the labels have them, or else as the teacher reads them."""
    known = np.ones(len(example.tokens), dtype=np.float32)
    if example.nested is not None:
        known[list(example.nested.unsure)] = 0.0
        return example.nested.attributions, known
    if lesson is not None and lesson.nested is not None:
        return lesson.nested, known
    return (), np.zeros_like(known)


def _recase(text: Text, draw: float) -> Text:
    if draw >= CAPITALS + SMALL:
        return text
    cases = text.tokens.cases
    letters = cases < 3
    changed = np.where(letters, 2 if draw < CAPITALS else 0, cases)
    return replace(text, tokens=replace(text.tokens, cases=changed))


def make_batches(texts: list[Text], rows: int, source: random.Random) -> Iterator["Batch"]:
    """Batches of about this many windows, whole texts only."""
    waiting: list[Text] = []
    count = 0
    for text in texts:
        waiting.append(text)
        count += 1 + len(text.tokens.pieces) // _FRESH
        if count >= rows:
            yield Batch(waiting, source.randint(SHORTEST_WINDOW, LONGEST_WINDOW))
            waiting, count = [], 0
    if waiting:
        yield Batch(waiting, LONGEST_WINDOW)


class Batch:
    """Windows of several texts, padded, with their gold.

    Attributes:
        pieces, quotes, cases: (B, T), 0 as piece for padding.
        unit: (U,) where each unit of all texts stands in the flattened windows.
        names: (U,) tags, -100 where not known.
        anchor: (U, 2) 1 where a cue begins; anchor_known (U, 2) 1 where that teaches.
        teacher_anchor: (U,) the teacher's probability; -1 where there is none.
        cues: what the tagger is to say, cues of like reach side by side.

    Args:
        texts: each of at least one unit.
        size: pieces in a window.
    """

    def __init__(self, texts: list[Text], size: int) -> None:
        windows, owners, names, anchors, known, cues = [], [], [], [], [], []
        teacher = []
        first_unit = 0
        for text in texts:
            for window in plan_windows(text.tokens, size=size):
                pieces = text.tokens.firsts[window.first : window.last] - window.start + 1
                owners += [(len(windows), piece) for piece in pieces.tolist()]
                windows.append(frame_window(text.tokens, window))
            names.append(text.names)
            marks, certain = _mark_anchors(text)
            cues += list(_find_cues(text, first_unit, certain))
            anchors.append(marks)
            known.append(certain)
            nobody = np.full(len(text.tokens), -1.0, dtype=np.float32)
            teacher.append(text.lesson.anchor if text.lesson else nobody)
            first_unit += len(text.tokens)
        length = max(len(window[0]) for window in windows)
        self.pieces, self.quotes, self.cases = (
            stack_padded([window[part] for window in windows]) for part in range(3)
        )
        self.unit = torch.tensor([row * length + piece for row, piece in owners])
        self.names = torch.from_numpy(np.concatenate(names))
        self.anchor = torch.from_numpy(np.concatenate(anchors))
        self.anchor_known = torch.from_numpy(np.concatenate(known))
        self.teacher_anchor = torch.from_numpy(np.concatenate(teacher).astype(np.float32))
        cues.sort(key=lambda cue: len(cue.tags))
        group = max(1, -(-len(cues) // CUE_GROUPS))
        self.cues = [CueBatch(cues[i : i + group]) for i in range(0, len(cues), group)]


def stack_padded(rows: Sequence[NDArray[Any]]) -> torch.Tensor:
    """Rows of different lengths as one tensor, 0 behind the shorter ones."""
    length = max(len(row) for row in rows)
    padded = [np.pad(row, ((0, length - len(row)), *((0, 0),) * (row.ndim - 1))) for row in rows]
    return torch.from_numpy(np.stack(padded))


class CueBatch:
    """Cues of a batch with the units in their reach, padded behind.

    Attributes:
        cue: (N,) unit that begins each cue; units are counted over all texts of the batch.
        local: (N, L) the units in its reach; distances, present and tags of these, (N, L).
        teacher: (N, L, tags) a teacher's log-probabilities; taught (N,) 1 where there are some.
    """

    def __init__(self, cues: list["_Cue"]) -> None:
        self.cue = torch.tensor([cue.unit for cue in cues], dtype=torch.long)
        self.local = stack_padded([cue.units for cue in cues])
        self.distances = stack_padded([cue.distances for cue in cues])
        self.tags = stack_padded([cue.tags for cue in cues])
        self.present = stack_padded([np.ones(len(cue.tags), dtype=np.float32) for cue in cues])
        empty = [np.zeros((len(cue.tags), len(Tag)), dtype=np.float32) for cue in cues]
        taught = [e if c.lesson is None else c.lesson for c, e in zip(cues, empty, strict=True)]
        self.teacher = stack_padded(taught)
        self.taught = torch.tensor([float(cue.lesson is not None) for cue in cues])


@dataclass(frozen=True, slots=True)
class _Cue:
    unit: int
    units: Integers
    distances: Integers
    tags: Integers
    lesson: NDArray[np.float32] | None


def _mark_anchors(text: Text) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    marks = np.zeros((len(text.tokens), 2), dtype=np.float32)
    known = np.stack((np.ones_like(text.nested_known), text.nested_known), axis=1)
    reach = _reach_of(text)
    for attribution, (low, high) in zip(text.attributions, reach, strict=True):
        column = int(attribution.is_nested)
        marks[attribution.anchor, column] = 1.0
        inside = (attribution.units >= low) & (attribution.units < high)
        if Tag.CONTENT not in attribution.tags[inside]:
            # What is said was cut off: neither a cue nor none.
            known[attribution.anchor, column] = 0.0
    return marks, known


def _reach_of(text: Text) -> list[list[int]]:
    anchors = np.asarray([a.anchor for a in text.attributions], dtype=np.int64)
    reach: list[list[int]] = find_reach(text.tokens, anchors).tolist()
    return reach


def _find_cues(text: Text, first_unit: int, known: NDArray[np.float32]) -> Iterator[_Cue]:
    """What the tagger is to say around each gold cue; positions count units of the whole batch."""
    for attribution, (low, high) in zip(text.attributions, _reach_of(text), strict=True):
        if not known[attribution.anchor, int(attribution.is_nested)]:
            continue
        units = np.arange(low, high)
        tags = np.zeros(len(units), dtype=np.int64)
        inside = (attribution.units >= low) & (attribution.units < high)
        tags[attribution.units[inside] - low] = attribution.tags[inside]
        lesson = None
        if text.lesson and not attribution.is_nested:
            lesson = text.lesson.tags_around(attribution.anchor, low, high)
        yield _Cue(
            unit=first_unit + attribution.anchor,
            units=units + first_unit,
            distances=units - attribution.anchor + BEFORE,
            tags=tags,
            lesson=lesson,
        )

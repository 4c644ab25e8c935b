"""Labelled articles as batches of windows of the encoder's states, with what begins where."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from onrecord.attributions.neural.model import open_session, read_model_files
from onrecord.attributions.neural.scoring import Window, find_reach, frame_window, plan_windows
from onrecord.attributions.neural.stands import TRUNK
from onrecord.attributions.neural.tags import BEFORE
from onrecord.attributions.neural.tokens import WINDOW, Tokens, load_tokenizer, tokenize
from training.batches import CUE_GROUPS, stack_padded
from training.corpus import read_text
from training.stand_labels import (
    UNKNOWN,
    Beginning,
    Mark,
    find_beginnings,
    list_marks,
    read_lessons,
)

SIZES = (WINDOW, WINDOW - 18)
"""Windows are cut at one of these sizes every epoch, so that what stands at an edge changes."""
_FAR = -1e4

Halves = NDArray[np.float16]
Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class StandText:
    """One article.

    Attributes:
        cuts: for each of `SIZES` its windows and their states (T, width).
        beginnings: what begins at which unit.
        marks: those that were labelled; of others the text teaches nothing.
    """

    name: str
    tokens: Tokens
    cuts: tuple[tuple[tuple[Window, Halves], ...], ...]
    beginnings: dict[tuple[Mark, int], Beginning]
    marks: frozenset[Mark] = frozenset(Mark)


def read_stand_texts(polnear: Path, labels: Sequence[Path], model: Path) -> list[StandText]:
    """The labelled articles, invented ones and PolNeAR's, their states by the packaged encoder."""
    _, files = read_model_files(model)
    session = open_session(files["encoder.onnx"], threads=0)
    tokenizer = load_tokenizer(files["tokenizer.json"].decode())
    texts = []
    for label in read_lessons(labels):
        text = label.get("text") or read_text(
            polnear / "train" / "text" / f"{label['article']}.txt"
        )
        tokens = tokenize(text, tokenizer)
        cuts = []
        for size in SIZES:
            states = []
            for window in plan_windows(tokens, size=size):
                framed = zip(
                    ("pieces", "quotes", "cases"), frame_window(tokens, window), strict=True
                )
                (each,) = session.run([TRUNK], {name: part[None] for name, part in framed})
                states.append((window, each[0].astype(np.float16)))
            cuts.append(tuple(states))
        texts.append(
            StandText(
                label["article"],
                tokens,
                tuple(cuts),
                find_beginnings(tokens, label),
                list_marks(label),
            )
        )
    return texts


def make_stand_batches(
    texts: Sequence[StandText], rows: int, source: random.Random
) -> Iterator["StandBatch"]:
    """Batches of about this many windows, whole articles in random order."""
    order = list(texts)
    source.shuffle(order)
    waiting: list[tuple[StandText, int]] = []
    count = 0
    for text in order:
        cut = source.randrange(len(text.cuts))
        waiting.append((text, cut))
        count += len(text.cuts[cut])
        if count >= rows:
            yield StandBatch(waiting)
            waiting, count = [], 0
    if waiting:
        yield StandBatch(waiting)


class StandBatch:
    """Windows of several articles, padded, with what begins at their units.

    Attributes:
        states: (B, T, width); bias: (B, 1, 1, T) as `Block` takes it.
        unit: (U,) where each unit of all texts stands in the flattened windows.
        chosen: (U, marks) class of each head; known (U, marks) 1 where that teaches.
        word: (U,) class of whose word, UNKNOWN where no stand begins.
        cues: what the tagger is to say, units of like reach side by side.
    """

    def __init__(self, texts: Sequence[tuple[StandText, int]]) -> None:
        windows = [window for text, cut in texts for window in text.cuts[cut]]
        length = max(len(states) for _, states in windows)
        width = windows[0][1].shape[1]
        states = np.zeros((len(windows), length, width), dtype=np.float32)
        bias = np.full((len(windows), 1, 1, length), _FAR, dtype=np.float32)
        units, chosen, known, words, cues = [], [], [], [], []
        row = first_unit = 0
        for text, cut in texts:
            for window, each in text.cuts[cut]:
                states[row, : len(each)] = each
                bias[row, ..., : len(each)] = 0
                firsts = text.tokens.firsts[window.first : window.last]
                units.append(row * length + firsts - window.start + 1)
                row += 1
            marks = _mark_units(text)
            for whole, part in zip((chosen, known, words), marks, strict=True):
                whole.append(part)
            cues += list(_list_cues(text, first_unit))
            first_unit += len(text.tokens)
        self.states, self.bias = torch.from_numpy(states), torch.from_numpy(bias)
        self.unit = torch.from_numpy(np.concatenate(units))
        self.chosen = torch.from_numpy(np.concatenate(chosen))
        self.known = torch.from_numpy(np.concatenate(known))
        self.word = torch.from_numpy(np.concatenate(words))
        cues.sort(key=lambda cue: len(cue.tags))
        group = max(1, -(-len(cues) // CUE_GROUPS))
        self.cues = [StandCues(cues[i : i + group]) for i in range(0, len(cues), group)]


@dataclass(frozen=True, slots=True)
class _Cue:
    unit: int
    mark: Mark
    units: Integers
    distances: Integers
    tags: Integers


class StandCues:
    """Units of a batch that begin something, with the units in their reach, padded behind.

    Attributes:
        cue, mark: (N,); local, distances, tags and present: (N, L).
    """

    def __init__(self, cues: Sequence[_Cue]) -> None:
        self.cue = torch.tensor([cue.unit for cue in cues])
        self.mark = torch.tensor([int(cue.mark) for cue in cues])
        self.local = stack_padded([cue.units for cue in cues])
        self.distances = stack_padded([cue.distances for cue in cues])
        self.tags = stack_padded([cue.tags for cue in cues])
        self.present = stack_padded([np.ones(len(cue.tags), dtype=np.float32) for cue in cues])


def _mark_units(text: StandText) -> tuple[Integers, NDArray[np.float32], Integers]:
    size = len(text.tokens)
    chosen = np.zeros((size, len(Mark)), dtype=np.int64)
    known = np.zeros((size, len(Mark)), dtype=np.float32)
    known[:, sorted(text.marks)] = 1
    word = np.full(size, UNKNOWN, dtype=np.int64)
    for (mark, unit), beginning in text.beginnings.items():
        chosen[unit, mark] = beginning.chosen
        known[unit, mark] = beginning.sure
        if mark is Mark.STAND:
            word[unit] = beginning.word
    return chosen, known, word


def _list_cues(text: StandText, first_unit: int) -> Iterator[_Cue]:
    if not text.beginnings:
        return
    anchors = np.asarray([unit for _, unit in text.beginnings])
    reach = find_reach(text.tokens, anchors).tolist()
    for ((mark, unit), beginning), (low, high) in zip(text.beginnings.items(), reach, strict=True):
        tags = np.zeros(high - low, dtype=np.int64)
        for position, tag in beginning.tags.items():
            if low <= position < high:
                tags[position - low] = tag
        units = np.arange(low, high)
        yield _Cue(first_unit + unit, mark, units + first_unit, units - unit + BEFORE, tags)

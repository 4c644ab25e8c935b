"""What a trained network says of the training articles: the lessons of a smaller one.

A teacher gives each unit its probability of beginning a cue, and each gold cue its scores of tags
(Hinton, Vinyals & Dean 2015). It also reads the contents of gold attributions on their own, as
texts: PolNeAR marks only outermost attributions, and what is nested inside a content is outermost
when the content is all there is.
"""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from onrecord.attributions.cues import load_lexicon
from onrecord.attributions.neural.scoring import (
    Scores,
    find_anchors,
    find_reach,
    frame_window,
    join_windows,
    plan_windows,
    squash,
)
from onrecord.attributions.neural.tag_rows import decode_tags
from onrecord.attributions.neural.tags import BEFORE, Tag
from onrecord.attributions.neural.tokens import MARK, Tokens
from training.corpus import Example, GoldAttribution
from training.network import Network

NESTED_THRESHOLD = 0.6
"""Lowest score of a cue in a content read on its own: only the surer ones are taught."""
_ROWS = 32
"""Windows that the teacher reads side by side."""
_SHORTEST = 4
"""Units of the shortest content that can hold source, cue and content."""
_OPENERS = frozenset(("that", "whether", "if", ",", "", "—", "and", "but"))

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Lesson:
    """One article under a teacher.

    Attributes:
        anchor: (U,) probability that the cue of an outermost attribution begins at each unit.
        tags: by gold cue's first unit: first unit looked at, and log-probabilities (L, tags).
        nested: attributions found inside contents; None where they are not to be learned from.
    """

    anchor: Floats
    tags: dict[int, tuple[int, Floats]] = field(default_factory=dict)
    nested: tuple[GoldAttribution, ...] | None = None

    def tags_around(self, anchor: int, low: int, high: int) -> Floats | None:
        """Log-probabilities (high - low, tags) of a cue's units, None where they are not known."""
        first, rows = self.tags.get(anchor, (0, np.zeros((0, len(Tag)), dtype=np.float32)))
        if low < first or high > first + len(rows):
            return None
        return rows[low - first : high - first]

    def cut(self, first: int, last: int) -> "Lesson":
        """The lesson of units [first, last), which begin at 0 again; nested ones stay out."""
        tags = {a - first: (low - first, rows) for a, (low, rows) in self.tags.items()}
        return Lesson(self.anchor[first:last], tags)


def save_lessons(lessons: dict[str, Lesson], path: Path) -> None:
    """Write lessons, whole or not at all."""
    state = {
        name: {
            "anchor": torch.from_numpy(lesson.anchor),
            "tags": {a: (low, torch.from_numpy(r).half()) for a, (low, r) in lesson.tags.items()},
            "nested": [
                (a.anchor, torch.from_numpy(a.units), torch.from_numpy(a.tags))
                for a in lesson.nested or ()
            ],
        }
        for name, lesson in lessons.items()
    }
    fresh = path.with_suffix(".new")
    torch.save(state, fresh)
    fresh.replace(path)


def load_lessons(path: Path, *, with_nested: bool) -> dict[str, Lesson]:
    """Lessons as they were saved; without nested ones where labels take their place."""
    state = torch.load(path, weights_only=True)
    return {
        name: Lesson(
            anchor=kept["anchor"].numpy(),
            tags={a: (low, rows.float().numpy()) for a, (low, rows) in kept["tags"].items()},
            nested=tuple(
                GoldAttribution(anchor, units.numpy(), tags.numpy(), is_nested=True)
                for anchor, units, tags in kept["nested"]
            )
            if with_nested
            else None,
        )
        for name, kept in state.items()
    }


def prepare_lessons(examples: list[Example], network: Network) -> dict[str, Lesson]:
    """The lesson of each article; its gold cues are those of all its annotators."""
    network.eval()
    by_article: dict[str, list[Example]] = {}
    for example in examples:
        by_article.setdefault(example.name, []).append(example)
    articles = [
        (
            versions[0],
            {a.anchor: a for version in versions for a in version.attributions},
        )
        for versions in by_article.values()
    ]
    tokens = [example.tokens for example, _ in articles]
    scores = encode_texts(tokens, network)
    anchors = [np.asarray(sorted(gold), dtype=np.int64) for _, gold in articles]
    emissions = tag_cues(tokens, scores, anchors, network)
    nested = read_contents(articles, network)
    lessons = {}
    for number, (example, _) in enumerate(articles):
        tags = {anchor: (low, _log_softmax(rows)) for anchor, low, rows in emissions[number]}
        lessons[example.name] = Lesson(scores[number].anchor, tags, tuple(nested[number]))
    return lessons


def encode_texts(texts: list[Tokens], network: Network) -> list[Scores]:
    """`encode_text` of many texts: windows of like length side by side."""
    rows = [
        (number, window, frame_window(tokens, window))
        for number, tokens in enumerate(texts)
        for window in plan_windows(tokens)
    ]
    order = sorted(range(len(rows)), key=lambda row: len(rows[row][2][0]))
    outputs: list[list[Floats]] = [[] for _ in rows]
    for start in range(0, len(order), _ROWS):
        chosen = order[start : start + _ROWS]
        length = max(len(rows[row][2][0]) for row in chosen)
        inputs = [
            torch.from_numpy(
                np.stack([np.pad(rows[r][2][p], (0, length - len(rows[r][2][p]))) for r in chosen])
            )
            for p in range(3)
        ]
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            parts = [part.float().numpy() for part in network.encoder(*inputs)]
        for place, row in enumerate(chosen):
            number, window, _ = rows[row]
            pieces = texts[number].firsts[window.first : window.last] - window.start + 1
            outputs[row] = [part[place][pieces] for part in parts]
    joined: list[list[list[Floats]]] = [[] for _ in texts]
    for (number, _, _), parts in zip(rows, outputs, strict=True):
        joined[number].append(parts)
    return [join_windows(parts, squash) for parts in joined]


def tag_cues(
    texts: list[Tokens], scores: list[Scores], anchors: list[Integers], network: Network
) -> list[list[tuple[int, int, Floats]]]:
    """For each text and anchor: the anchor, the first unit in its reach, emissions (L, tags)."""
    found: list[list[tuple[int, int, Floats]]] = [[] for _ in texts]
    rows = [
        (number, anchor, low, high)
        for number, (tokens, units) in enumerate(zip(texts, anchors, strict=True))
        for anchor, (low, high) in zip(
            units.tolist(), find_reach(tokens, units).tolist(), strict=True
        )
    ]
    rows.sort(key=lambda row: row[3] - row[2])
    for start in range(0, len(rows), _ROWS * 2):
        chosen = rows[start : start + _ROWS * 2]
        shape = (len(chosen), max(high - low for *_, low, high in chosen))
        local = np.zeros((*shape, network.shape.local), dtype=np.float32)
        present, distances = (
            np.zeros(shape, dtype=np.float32),
            np.zeros(shape, dtype=np.int64),
        )
        for row, (number, anchor, low, high) in enumerate(chosen):
            local[row, : high - low] = scores[number].local[low:high]
            present[row, : high - low] = 1.0
            distances[row, : high - low] = np.arange(low, high) - anchor + BEFORE
        cue = np.stack([scores[number].local_cue[anchor] for number, anchor, *_ in chosen])
        inputs = (torch.from_numpy(array) for array in (local, cue, distances, present))
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            emissions = network.tagger(*inputs).float().numpy()
        for row, (number, anchor, low, high) in enumerate(chosen):
            found[number].append((anchor, low, emissions[row, : high - low]))
    return found


def read_contents(
    articles: list[tuple[Example, dict[int, GoldAttribution]]], network: Network
) -> list[list[GoldAttribution]]:
    """For each article the attributions that its contents hold when read as texts of their own."""
    found: list[dict[int, GoldAttribution]] = [{} for _ in articles]
    contents: list[tuple[int, Integers]] = []
    for number, (example, gold) in enumerate(articles):
        for attribution in gold.values():
            units = _units_inside(example.text, example.tokens, attribution)
            if units is not None:
                contents.append((number, units))
    texts = [_select_units(articles[number][0].tokens, units) for number, units in contents]
    scores = encode_texts(texts, network)
    anchors = [
        find_anchors(tokens, score.anchor, NESTED_THRESHOLD).units
        for tokens, score in zip(texts, scores, strict=True)
    ]
    transitions = network.transitions.detach().numpy()
    tagged = tag_cues(texts, scores, anchors, network)
    for (number, units), cues in zip(contents, tagged, strict=True):
        for anchor, low, rows in cues:
            present = np.ones((1, len(rows)), dtype=bool)
            tags = decode_tags(rows[None], present, transitions)[0]
            where = np.flatnonzero(tags != Tag.OUTSIDE)
            if Tag.CONTENT in tags and Tag.CUE in tags:
                found[number][int(units[anchor])] = GoldAttribution(
                    anchor=int(units[anchor]),
                    units=units[where + low],
                    tags=tags[where],
                    is_nested=True,
                )
    return [list(nested.values()) for nested in found]


def _log_softmax(rows: Floats) -> Floats:
    shifted = rows - rows.max(axis=-1, keepdims=True)
    normal: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return normal


def _units_inside(text: str, tokens: Tokens, attribution: GoldAttribution) -> Integers | None:
    """The units that make a content a text of its own; None where it can hold no cue.

    Its quotation marks and a "that" in front go: to the network they say that it depends on
    something outside.
    """
    units = attribution.units[attribution.tags == Tag.CONTENT]
    units = units[tokens.quotes[tokens.firsts[units]] != MARK]
    while len(units) and text[tokens.starts[units[0]] : tokens.ends[units[0]]].lower() in _OPENERS:
        units = units[1:]
    if len(units) < _SHORTEST or not _may_hold_cue(text, tokens, units):
        return None
    return units


def _select_units(tokens: Tokens, units: Integers) -> Tokens:
    """Some units as a text of their own, read as if nothing of it were quoted."""
    lasts = np.append(tokens.firsts[1:], len(tokens.pieces))
    sizes = (lasts - tokens.firsts)[units]
    firsts = np.cumsum(sizes) - sizes
    inside = np.repeat(tokens.firsts[units] - firsts, sizes) + np.arange(sizes.sum())
    return Tokens(
        pieces=tokens.pieces[inside],
        quotes=np.zeros(len(inside), dtype=np.int64),
        cases=tokens.cases[inside],
        firsts=firsts,
        starts=tokens.starts[units],
        ends=tokens.ends[units],
    )


def _may_hold_cue(text: str, tokens: Tokens, units: Integers) -> bool:
    lexicon = load_lexicon()
    words = [text[tokens.starts[unit] : tokens.ends[unit]].lower() for unit in units]
    return any(
        form.is_verbal for position in range(len(words)) for form in lexicon.match(words, position)
    )

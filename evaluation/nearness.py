"""Nearness in meaning: what the vectors of our own encoder add to the comparison with reasons.

The corpora are those of `evaluation.matches`. Each is measured by the cosine alone, by the cosine
less a tenth where the comparison names a difference, and by `compare(..., similarity=cosine)`.
"""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from evaluation.matches import (
    MINILM,
    RELATIONS,
    average_precision,
    choose_threshold,
    correlate,
    read_headlines,
    read_paraphrases,
    read_relations,
    score_paraphrases,
)
from onrecord.attributions.neural.vectors import embed
from onrecord.matches.compare import compare, differ
from onrecord.matches.statements import Statement, read_sentence

_LESS = 0.1
"""What a named difference takes off a cosine."""


def measure_nearness(data: Path) -> dict[str, dict[str, float]]:
    """Print the figures of the corpora under a folder, and give them back as shares."""
    figures: dict[str, float] = {}
    headlines = list(read_headlines(data))
    train, test = (list(read_paraphrases(data, part)) for part in ("train", "test"))
    relations = {name: list(read_relations(data, part)) for name, (part, _) in RELATIONS.items()}
    print(f"  {'':24}" + "".join(f"{name:>13}" for name in MINILM))
    print(f"  {'MiniLM cosine':24}" + "".join(f"{figure:13.1f}" for figure in MINILM.values()))
    for name, score in SCORES.items():
        threshold = choose_threshold([(gold, score(one, other)) for gold, one, other in train])
        tested = [(gold, score(one, other)) for gold, one, other in test]
        own = {
            "headlines": correlate(headlines, score),
            "paraphrase": score_paraphrases(tested, threshold),
            **{each: average_precision(pairs, score) for each, pairs in relations.items()},
        }
        shown = "".join(f"{100 * own[each]:13.1f}" for each in MINILM)
        print(f"  {name:24}{shown}   (paraphrase from {threshold:.2f})")
        figures |= {f"{each}, {name}": figure for each, figure in own.items()}
    return {"nearness": figures}


@lru_cache(maxsize=20_000)
def score_by_cosine(one: str, other: str) -> float:
    """The cosine of the vectors of two sentences."""
    first, second = embed((one, other))
    return float(first @ second)


def score_less_differences(one: str, other: str) -> float:
    """The cosine, less a tenth where the comparison names a difference."""
    return score_by_cosine(one, other) - _LESS * differ(*_read(one, other))


def score_with_cosine(one: str, other: str) -> float:
    """How alike the comparison holds two sentences to be that is told their cosine."""
    return compare(*_read(one, other), similarity=score_by_cosine(one, other)).likeness


SCORES: dict[str, Callable[[str, str], float]] = {
    "cosine": score_by_cosine,
    "cosine less differences": score_less_differences,
    "comparison with cosine": score_with_cosine,
}


@lru_cache(maxsize=20_000)
def _read(one: str, other: str) -> tuple[Statement, Statement]:
    return read_sentence(one, context=other), read_sentence(other, context=one)

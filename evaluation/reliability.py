"""How far scores mean what they say: measures over (score, right or not).

Guo, Pleiss, Sun & Weinberger, "On Calibration of Modern Neural Networks", ICML 2017.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """One stretch of the reliability curve.

    Attributes:
        low, high: scores in it, low <= score < high (the last bin holds its high end too).
        count: attributions in it.
        score: their mean score; 0 where there are none.
        right: the share of them that is right; 0 where there are none.
    """

    low: float
    high: float
    count: int
    score: float
    right: float


def cut_by_width(scores: Floats, right: Floats, *, bins: int = BINS) -> list[Bin]:
    """The reliability curve over bins of equal width."""
    numbers = np.minimum((scores * bins).astype(int), bins - 1)
    return [
        _fill(scores[numbers == n], right[numbers == n], n / bins, (n + 1) / bins)
        for n in range(bins)
    ]


def cut_by_mass(scores: Floats, right: Floats, *, bins: int = BINS) -> list[Bin]:
    """The reliability curve over bins that hold as many attributions each."""
    parts = np.array_split(np.argsort(scores, kind="stable"), bins)
    return [
        _fill(scores[part], right[part], float(scores[part].min()), float(scores[part].max()))
        for part in parts
        if len(part)
    ]


def _fill(scores: Floats, right: Floats, low: float, high: float) -> Bin:
    if not len(scores):
        return Bin(low, high, 0, 0.0, 0.0)
    return Bin(low, high, len(scores), float(scores.mean()), float(right.mean()))


def calibration_error(bins: list[Bin]) -> float:
    """Expected calibration error: the mean distance of score and share, by attributions."""
    total = sum(one.count for one in bins)
    return sum(one.count * abs(one.score - one.right) for one in bins) / total if total else 0.0


def brier_score(scores: Floats, right: Floats) -> float:
    """Mean squared distance between score and what was so; 0 is perfect."""
    return float(np.mean((scores - right) ** 2)) if len(scores) else 0.0


def average_precision(scores: Floats, right: Floats, gold: int) -> float:
    """The area under the precision-recall curve.

    Args:
        scores: of the predictions.
        right: 1 or 0 each.
        gold: how many there are to find.
    """
    ordered = right[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(ordered) / np.arange(1, len(ordered) + 1)
    return float((precision * ordered).sum() / gold) if gold else 0.0

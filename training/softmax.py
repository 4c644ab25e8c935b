"""Weights under which the right ones of several candidates are likeliest."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Choice = tuple[float, Floats, Floats]
"""What a choice counts; a row of features for each candidate; 1 for the right ones, else 0."""

_RATE, _STEPS = 0.1, 400


def fit_choices(choices: Sequence[Choice], given: Floats, *, penalty: float = 1.0) -> Floats:
    """The weights of a softmax over each choice's candidates, by Adam's steps from those given.

    Where several candidates are right the loss is not convex: Newton's steps run off.

    Args:
        choices: at least one candidate of each is right.
        given: what the weights are where the choices say nothing, one for each feature.
        penalty: what the squares of their distances from the given ones count.
    """
    weights, mean, spread = given.copy(), np.zeros_like(given), np.zeros_like(given)
    for step in range(1, _STEPS + 1):
        slope = penalty * (weights - given)
        for worth, rows, wanted in choices:
            sums = rows @ weights
            chances = np.exp(sums - sums.max())
            chances /= chances.sum()
            right = chances * wanted / (chances @ wanted)
            slope += worth * (rows.T @ (chances - right))
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.99 * spread + 0.01 * slope * slope
        size = np.sqrt(spread / (1 - 0.99**step)) + 1e-8
        weights = weights - _RATE * mean / (1 - 0.9**step) / size
    return weights

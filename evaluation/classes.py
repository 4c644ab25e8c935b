"""Measures over two labellings of the same things: gold and predicted, or two people's."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TypeVar

L = TypeVar("L", bound=Hashable)


@dataclass(frozen=True, slots=True)
class ClassScore:
    """How well one class was told from the others.

    Attributes:
        right: labelled so on both sides.
        gold: labelled so in gold.
        predicted: labelled so by the prediction.
    """

    right: int
    gold: int
    predicted: int

    @property
    def precision(self) -> float:
        """0 where it was never predicted."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """0 where gold holds none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """0 where neither side has it."""
        both = self.gold + self.predicted
        return 2 * self.right / both if both else 0.0


def score_classes(gold: Sequence[L], predicted: Sequence[L]) -> dict[L, ClassScore]:
    """Each class that either side uses, the commonest in gold first."""
    right = Counter(one for one, other in zip(gold, predicted, strict=True) if one == other)
    in_gold, in_predicted = Counter(gold), Counter(predicted)
    classes = sorted({*gold, *predicted}, key=lambda label: (-in_gold[label], str(label)))
    return {one: ClassScore(right[one], in_gold[one], in_predicted[one]) for one in classes}


def macro_f1(scores: dict[L, ClassScore], *, fewest: int) -> float:
    """The mean F1 of the classes of which gold holds at least so many."""
    counted = [score.f1 for score in scores.values() if score.gold >= fewest]
    return sum(counted) / len(counted) if counted else 0.0


def accuracy(gold: Sequence[L], predicted: Sequence[L]) -> float:
    """The share that both sides label alike."""
    if not gold:
        return 0.0
    return sum(one == other for one, other in zip(gold, predicted, strict=True)) / len(gold)


def cohens_kappa(first: Sequence[L], second: Sequence[L]) -> float:
    """Agreement beyond what two people would reach who label at random, each with his shares."""
    if not first:
        return 0.0
    shares = Counter(first), Counter(second)
    by_chance = sum(shares[0][label] * shares[1][label] for label in shares[0]) / len(first) ** 2
    observed = accuracy(first, second)
    return (observed - by_chance) / (1 - by_chance) if by_chance < 1 else 1.0

"""Statements near in meaning, by their vectors: worth a person's look, and never joined by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.matches.claims import Match, states_something
from onrecord.matches.compare import LEAST_NEAR, Comparison, compare

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from onrecord.matches.statements import Statement

    Vectors = NDArray[np.float32]

_LEAST_SCORE = 0.47
"""Lowest score, of wording and meaning, of what is offered; set on pairs of training data."""
_LONGEST = 400
"""Characters that the head has learned from; a longer passage is near to all about its subject."""
_LOOKED_AT = 12
"""Neighbours of a statement that are looked at: the same content is often carried by many."""


def find_near(vectors: Vectors, least: float) -> Iterator[tuple[int, int, float]]:
    """Pairs whose cosine reaches the least, each once, the nearest first.

    Every row is compared with every other, which for a few thousand is one product of matrices and
    finds the same pairs whatever else is there.

    Args:
        vectors: rows of unit length, or of nothing but 0, which is near to nothing.
        least: cosine from which two are near, above 0.
    """
    likeness = vectors @ vectors.T
    np.fill_diagonal(likeness, 0.0)
    pairs: dict[tuple[int, int], float] = {}
    for row, nears in enumerate(likeness):
        nearest = np.argsort(-nears, kind="stable")[:_LOOKED_AT]
        for other in nearest[nears[nearest] >= least].tolist():
            pairs[min(row, other), max(row, other)] = float(nears[other])
    yield from sorted(
        ((*pair, near) for pair, near in pairs.items()), key=lambda one: (-one[2], one[:2])
    )


def match_near(
    statements: Sequence[Statement],
    holders: Mapping[str, str],
    matched: Collection[frozenset[str]],
    *,
    embed: Callable[[Sequence[str]], Vectors],
) -> tuple[Match, ...]:
    """Pairs of different articles that no rule matches or keeps apart, the best first.

    Of all that a statement is near to, the nearest is taken. None of them is held for the same:
    that is for a person to say.

    Args:
        statements: what is compared.
        holders: the article of each, by its id.
        matched: pairs that a rule matches.
        embed: gives the vectors of texts, of unit length.
    """
    stating = [one for one in statements if len(one.text) <= _LONGEST and states_something(one)]
    vectors = embed([" ".join(one.text.split()) for one in stating])
    taken: set[str] = set()
    found: list[Match] = []
    for number, other_number, near in find_near(vectors, LEAST_NEAR):
        one, other = stating[number], stating[other_number]
        names = {one.id, other.id}
        if names <= taken or holders[one.id] == holders[other.id] or frozenset(names) in matched:
            continue
        # What differs in something that is named has a score of 0.
        comparison = compare(one, other, similarity=near)
        if comparison.score >= _LEAST_SCORE:
            taken |= names
            found.append(Match(one.id, other.id, _leave_open(comparison)))
    return tuple(sorted(found, key=lambda one: (-one.comparison.score, one.id)))


def _leave_open(comparison: Comparison) -> Comparison:
    return Comparison(comparison.score, False, comparison.reasons, comparison.likeness)

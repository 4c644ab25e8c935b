"""Scores of matching."""

import pytest
from evaluation.matches import average_precision, correlate, score_paraphrases

SAME = ("The council sold the harbour to a bank.", "The council has sold the harbour to the bank.")
OTHER = ("The council sold the harbour to a bank.", "Snow closed every road over the heights.")


def test_paraphrases_are_scored_by_f1() -> None:
    scored = [(1.0, 0.9), (1.0, 0.2), (0.0, 0.8), (0.0, 0.1)]
    assert score_paraphrases(scored, 0.5) == pytest.approx(0.5)
    assert score_paraphrases(scored, 0.95) == 0.0


def test_average_precision_is_one_where_the_right_pairs_come_first() -> None:
    assert average_precision([(0.0, *OTHER), (1.0, *SAME)]) == 1.0
    assert average_precision([(1.0, *OTHER), (0.0, *SAME)]) == 0.5


def test_the_correlation_follows_the_order() -> None:
    middle = ("The council sold the harbour to a bank.", "The council sold its mill.")
    assert correlate([(5.0, *SAME), (2.5, *middle), (0.0, *OTHER)]) == pytest.approx(1.0)

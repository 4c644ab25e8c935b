import numpy as np
import pytest
from evaluation.reliability import (
    average_precision,
    brier_score,
    calibration_error,
    cut_by_mass,
    cut_by_width,
)
from hypothesis import given
from hypothesis import strategies as st

SCORES = np.array([0.1, 0.1, 0.9, 0.9])


def test_scores_that_mean_what_they_say_have_no_error() -> None:
    scores = np.full(10, 0.7)
    right = np.array([1.0] * 7 + [0.0] * 3)
    assert calibration_error(cut_by_width(scores, right)) == pytest.approx(0.0)


def test_the_error_is_weighed_by_attributions() -> None:
    right = np.array([0.0, 0.0, 1.0, 0.0])
    # Two at 0.1 off by 0.1, two at 0.9 off by 0.4.
    assert calibration_error(cut_by_width(SCORES, right)) == pytest.approx(0.25)


def test_one_belongs_to_the_last_bin() -> None:
    last = cut_by_width(np.array([1.0, 0.95]), np.array([1.0, 1.0]))[-1]
    assert (last.count, last.right) == (2, 1.0)


def test_bins_of_equal_mass_hold_as_many() -> None:
    bins = cut_by_mass(np.linspace(0, 1, 20) ** 4, np.zeros(20), bins=5)
    assert [one.count for one in bins] == [4] * 5


def test_empty_bins_count_nothing() -> None:
    assert calibration_error(cut_by_width(np.array([]), np.array([]))) == 0.0
    assert sum(one.count for one in cut_by_width(SCORES, np.zeros(4))) == 4


def test_brier_score_is_the_squared_distance() -> None:
    assert brier_score(SCORES, np.array([0.0, 0.0, 1.0, 1.0])) == pytest.approx(0.01)


def test_average_precision_counts_what_was_never_found() -> None:
    scores, right = np.array([0.9, 0.8, 0.7]), np.array([1.0, 0.0, 1.0])
    assert average_precision(scores, right, gold=2) == pytest.approx((1 + 2 / 3) / 2)
    assert average_precision(scores, right, gold=4) == pytest.approx((1 + 2 / 3) / 4)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_cutting_loses_and_doubles_nothing(rows: list[tuple[float, bool]]) -> None:
    scores = np.array([score for score, _ in rows])
    right = np.array([float(truth) for _, truth in rows])
    for bins in (cut_by_width(scores, right), cut_by_mass(scores, right)):
        assert sum(one.count for one in bins) == len(rows)
        assert 0 <= calibration_error(bins) <= 1

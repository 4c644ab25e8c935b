"""Weights fitted to choices among candidates."""

import numpy as np
from training.softmax import fit_choices

NOTHING = np.zeros(2)
NEARER = (1.0, np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([1.0, 0.0]))
FARTHER = (1.0, np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([0.0, 1.0]))


def test_what_the_right_ones_have_gets_weight() -> None:
    near, far = fit_choices([NEARER, NEARER], NOTHING)
    assert near > 0 > far


def test_choices_that_contradict_each_other_say_nothing() -> None:
    assert np.allclose(fit_choices([NEARER, FARTHER], NOTHING), NOTHING, atol=0.01)


def test_a_choice_worth_more_decides() -> None:
    near, far = fit_choices([NEARER, (3.0, *FARTHER[1:])], NOTHING)
    assert far > near


def test_without_choices_the_weights_stay_as_given() -> None:
    given = np.array([1.5, -0.5])
    assert np.allclose(fit_choices([], given), given)


def test_of_several_right_ones_one_is_enough() -> None:
    rows = np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 0.0]])
    near, far = fit_choices([(1.0, rows, np.array([1.0, 1.0, 0.0])), NEARER], NOTHING)
    assert near > far

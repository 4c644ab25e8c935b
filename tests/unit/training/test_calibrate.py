import numpy as np
import pytest
from training.calibrate import (
    KNOTS,
    apply_knots,
    fit_calibration,
    fit_isotonic,
    fit_platt,
    read_out_of_fold,
    to_logits,
)

RANDOM = np.random.default_rng(5)
# A network twice as sure as it may be: right with the odds' square root.
LOGITS = RANDOM.normal(0.5, 2.0, 6000)
TRUE = 1 / (1 + np.exp(-LOGITS / 2))
RIGHT = (RANDOM.random(6000) < TRUE).astype(float)


@pytest.mark.parametrize("fit", [fit_platt, fit_isotonic])
def test_a_map_finds_what_the_scores_are_worth(fit) -> None:
    knots = fit(LOGITS, RIGHT)
    middle = np.abs(LOGITS) < 3
    assert np.abs(apply_knots(knots, LOGITS) - TRUE)[middle].max() < 0.06


@pytest.mark.parametrize("fit", [fit_platt, fit_isotonic])
def test_a_map_is_small_and_rises(fit) -> None:
    knots = fit(LOGITS, RIGHT)
    assert 2 <= len(knots["logits"]) == len(knots["probabilities"]) <= KNOTS
    assert (np.diff(knots["logits"]) > 0).all()
    assert (np.diff(knots["probabilities"]) > 0).all()
    assert min(knots["probabilities"]) > 0
    assert max(knots["probabilities"]) < 1


def test_beyond_its_ends_a_map_stays_level() -> None:
    knots = {"logits": [-1.0, 1.0], "probabilities": [0.2, 0.8]}
    assert apply_knots(knots, np.array([-9.0, 0.0, 9.0])) == pytest.approx([0.2, 0.5, 0.8])


def test_shares_that_fall_are_pooled() -> None:
    logits = np.arange(24.0)
    right = np.array([0.0] * 8 + [1.0, 1.0] + [0.0, 0.0] + [1.0] * 12)
    probabilities = apply_knots(fit_isotonic(logits, right), logits)
    assert (np.diff(probabilities) >= 0).all()
    assert probabilities[9] == pytest.approx(0.5, abs=0.2)


def test_an_article_is_read_by_a_map_that_has_not_seen_it() -> None:
    groups = [f"article {number % 10}" for number in range(len(LOGITS))]
    seen: list[int] = []

    def fit(logits, truth):
        seen.append(len(logits))
        return {"logits": [0.0, 1.0], "probabilities": [0.1, 0.1 * len(seen)]}

    read = read_out_of_fold(fit, np.full(len(LOGITS), 2.0), RIGHT, groups)
    assert seen == [4800] * 5
    by_article = {group: set(read[np.array(groups) == group]) for group in groups}
    assert all(len(values) == 1 for values in by_article.values())


def test_the_better_map_is_taken() -> None:
    scores = (1 / (1 + np.exp(-LOGITS))).tolist()
    groups = [f"article {number % 50}" for number in range(len(scores))]
    knots = fit_calibration(scores, RIGHT.astype(bool).tolist(), groups)
    mapped = apply_knots(knots, to_logits(scores))
    assert np.mean((mapped - TRUE) ** 2) < 0.001


def test_scores_that_say_nothing_fit_no_map() -> None:
    with pytest.raises(SystemExit, match="say nothing"):
        fit_platt(LOGITS, (LOGITS < 0).astype(float) * (RANDOM.random(6000) < 0.9))

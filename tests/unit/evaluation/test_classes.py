import pytest
from evaluation.classes import accuracy, cohens_kappa, macro_f1, score_classes

GOLD = ["says", "says", "says", "denies", "asks"]
FOUND = ["says", "says", "denies", "denies", "says"]


def test_each_class_has_its_own_figures() -> None:
    scores = score_classes(GOLD, FOUND)
    assert list(scores) == ["says", "asks", "denies"]
    says, denies = scores["says"], scores["denies"]
    assert (says.precision, says.recall) == pytest.approx((2 / 3, 2 / 3))
    assert (denies.precision, denies.recall, denies.f1) == pytest.approx((0.5, 1.0, 2 / 3))
    assert scores["asks"].f1 == 0.0


def test_what_was_only_predicted_is_a_class_too() -> None:
    assert score_classes(["says"], ["asks"])["asks"].predicted == 1


def test_rare_classes_do_not_count_in_the_average() -> None:
    scores = score_classes(GOLD, FOUND)
    assert macro_f1(scores, fewest=3) == pytest.approx(2 / 3)
    assert macro_f1(scores, fewest=1) == pytest.approx((2 / 3 + 2 / 3 + 0) / 3)
    assert macro_f1(scores, fewest=9) == 0.0


def test_accuracy_is_the_share_labelled_alike() -> None:
    assert accuracy(GOLD, FOUND) == pytest.approx(0.6)


def test_kappa_is_nothing_for_agreement_by_chance() -> None:
    assert cohens_kappa(GOLD, GOLD) == pytest.approx(1.0)
    assert cohens_kappa([True, True, False, False], [True, False, True, False]) == 0.0
    # Observed 0.7; by chance 0.5 * 0.6 + 0.5 * 0.4 = 0.5.
    first = [True] * 5 + [False] * 5
    second = [True] * 4 + [False] + [True] * 2 + [False] * 3
    assert cohens_kappa(first, second) == pytest.approx(0.4)


def test_people_who_use_one_label_only_agree() -> None:
    assert cohens_kappa([False] * 3, [False] * 3) == 1.0

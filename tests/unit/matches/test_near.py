"""Statements near in meaning: found by vectors, offered with reasons, and never joined by them."""

import numpy as np
import pytest

from onrecord.attributions.neural.vectors import embed
from onrecord.matches.compare import compare
from onrecord.matches.differences import Aspect
from onrecord.matches.near import find_near, match_near
from onrecord.matches.statements import read_sentence

WITHDRAW = "Neda Orlasca agreed to pull the army off the Tellin Heights."
BRING_DOWN = "Neda Orlasca agreed to bring her troops down from the Tellin Heights."
HERRING = "Herring was cheaper than ever at the market in Sundhaven."


def find(*texts: str, articles: str = "", matched=()):
    statements = [read_sentence(text, context=" ".join(texts)) for text in texts]
    names = articles or "abcdefgh"
    holders = {one.id: names[number] for number, one in enumerate(statements)}
    return match_near(statements, holders, {frozenset(pair) for pair in matched}, embed=embed)


def test_pairs_come_once_and_the_nearest_first() -> None:
    rows = np.array([[1, 0], [0.8, 0.6], [0, 1], [0.96, 0.28]], dtype=np.float32)
    found = list(find_near(rows, 0.7))
    assert [pair[:2] for pair in found] == [(0, 3), (1, 3), (0, 1)]
    assert [pair[2] for pair in found] == pytest.approx([0.96, 0.936, 0.8], abs=1e-3)


def test_a_row_of_nothing_is_near_to_nothing() -> None:
    rows = np.zeros((3, 4), dtype=np.float32)
    assert list(find_near(rows, 0.1)) == []
    assert list(find_near(rows[:0], 0.1)) == []


def test_one_row_alone_is_near_to_nothing() -> None:
    assert list(find_near(np.ones((1, 1), dtype=np.float32), 0.1)) == []


def test_what_is_said_in_other_words_is_found_with_reasons() -> None:
    (match,) = find(WITHDRAW, HERRING, BRING_DOWN)
    assert {match.first, match.second} == {WITHDRAW, BRING_DOWN}
    reasons = {one.aspect: one.agrees for one in match.comparison.reasons}
    assert reasons[Aspect.MEANING]
    assert reasons[Aspect.ACTORS]


def test_what_is_only_near_is_never_held_for_the_same() -> None:
    (match,) = find(WITHDRAW, BRING_DOWN)
    assert not match.comparison.is_same


@pytest.mark.parametrize(
    "other",
    [
        "Neda Orlasca did not agree to bring her troops down from the Tellin Heights.",
        "Neda Orlasca could agree to bring her troops down from the Tellin Heights.",
    ],
)
def test_what_differs_in_something_named_is_not_offered(other: str) -> None:
    assert find(WITHDRAW, other) == ()


def test_another_figure_is_not_offered() -> None:
    said = "Orlasca said that 40 villages along the river had been emptied."
    assert find(said, "According to Orlasca 52 villages along the river stand empty.") == ()
    assert find(said, "According to Orlasca 40 villages along the river stand empty.") != ()


def test_one_article_is_not_compared_with_itself() -> None:
    assert find(WITHDRAW, BRING_DOWN, articles="aa") == ()


def test_what_a_rule_matches_is_not_offered_twice() -> None:
    assert find(WITHDRAW, BRING_DOWN, matched=[(WITHDRAW, BRING_DOWN)]) == ()


def test_a_long_passage_is_not_offered() -> None:
    long = f"{BRING_DOWN} " * 8
    assert find(f"{WITHDRAW} " * 8, long) == ()


def test_a_cosine_adds_a_reason_and_leaves_the_others() -> None:
    one, other = (read_sentence(text, context=BRING_DOWN) for text in (WITHDRAW, BRING_DOWN))
    plain, told = compare(one, other), compare(one, other, similarity=0.8)
    assert told.reasons[:-1] == plain.reasons
    assert "near in meaning, 0.80 of 1" in told.reasons[-1].message
    assert told.score > plain.score
    far = compare(one, other, similarity=-0.3)
    assert not far.reasons[-1].agrees
    assert "not near in meaning, 0.00 of 1" in far.reasons[-1].message

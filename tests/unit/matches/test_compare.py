"""Comparison of statements: traps are kept apart, and what is the same in other words is not."""

from collections import Counter

import pytest

from onrecord.dates import PartialDate
from onrecord.matches.compare import compare
from onrecord.matches.differences import Aspect
from onrecord.matches.statements import Statement, read_sentence
from unit.matches.perturbations import rephrasings, traps

DAY = PartialDate(2025, 3, 10)


def pair(one: str, other: str) -> tuple[Statement, Statement]:
    known = f"They say {one}. They say {other}."
    return read_sentence(one, DAY, context=known), read_sentence(other, DAY, context=known)


def differ(one: str, other: str) -> list[str]:
    reasons = compare(*pair(one, other)).reasons
    return [reason.aspect.value for reason in reasons if not reason.agrees]


def test_traps_are_kept_apart() -> None:
    missed = Counter(kind for kind, one, other in traps(1200) if compare(*pair(one, other)).is_same)
    assert missed.total() <= 0.05 * 1200, missed


def test_the_same_in_other_words_is_suggested() -> None:
    missed = Counter(
        kind for kind, one, other in rephrasings(600) if not compare(*pair(one, other)).is_same
    )
    assert missed.total() <= 0.05 * 600, missed


@pytest.mark.parametrize(
    ("one", "other", "aspect"),
    [
        ("Some 214 people died", "Some 246 people died", Aspect.NUMBERS),
        ("Exports rose 4 percent", "Exports rose 7 percent", Aspect.NUMBERS),
        ("The levy cost $8,300", "The levy cost $8,900", Aspect.NUMBERS),
        ("Vesk did not call Orlasca", "Vesk called Orlasca", Aspect.NEGATION),
        ("Nobody was hurt", "Many were hurt", Aspect.NEGATION),
        ("The gates could open", "The gates opened", Aspect.MODALITY),
        ("The gates will open", "The gates opened", Aspect.MODALITY),
        (
            "The court upheld the ban on 3 March",
            "The court upheld the ban on 5 March",
            Aspect.DATES,
        ),
        ("The court accepted the appeal", "The court rejected the appeal", Aspect.ACTION),
        ("Vesk accused Orlasca of theft", "Orlasca accused Vesk of theft", Aspect.ACTORS),
        ("Vesk sold the old barges", "Orlasca sold the old barges", Aspect.ACTORS),
    ],
)
def test_each_difference_is_named(one: str, other: str, aspect: Aspect) -> None:
    assert aspect.value in differ(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vesk spoke with Orlasca by telephone", "Orlasca talked with Vesk on the phone"),
        ("214 people were killed in the fighting", "The fighting killed 214 people"),
        ("The U.S. and Hallen signed the pact", "Hallen and the US signed the agreement"),
        ("French soldiers patrol the strip", "Soldiers from France patrol the strip"),
        ("The fire killed 4.2 million bees", "The fire killed 4,200,000 bees"),
        ("Brenn Port Council fell silent on the gates", "BPC fell silent on the gates"),
        ("Vesk decided to open the gates", "Vesk decided that the gates would open"),
    ],
)
def test_nothing_differs_in_what_states_the_same(one: str, other: str) -> None:
    assert [aspect for aspect in differ(one, other) if aspect != Aspect.WORDING.value] == []


def test_reasons_are_words_that_a_person_can_check() -> None:
    (reason,) = compare(*pair("Some 214 people died", "Some 246 people died")).reasons
    assert reason.message == "214 people here, 246 people there"


def test_comparison_has_no_direction() -> None:
    for _, one, other in (*traps(60), *rephrasings(60)):
        first, second = pair(one, other)
        assert compare(first, second).is_same == compare(second, first).is_same
        assert compare(first, second).score == pytest.approx(compare(second, first).score)


def test_empty_statements_are_not_the_same() -> None:
    assert not compare(read_sentence(""), read_sentence("")).is_same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("You are going to win.", "We are going to win the county and then the state.", False),
        ("They do not know.", "They do not know enough about the river to vote.", False),
        ("He resigned on Monday.", "He resigned.", True),
    ],
)
def test_few_words_have_to_be_nearly_all_of_it(one: str, other: str, same: bool) -> None:
    assert compare(read_sentence(one), read_sentence(other)).is_same is same

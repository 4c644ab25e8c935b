import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dates import PartialDate
from onrecord.export.wording import (
    act_in_words,
    count_in_words,
    cut_words,
    date_in_words,
    describe_source,
    score_in_words,
)
from onrecord.records import Act
from unit.export.sample_reading import SAMPLE


@pytest.mark.parametrize("act", Act)
def test_every_act_can_be_negated_in_words(act: Act) -> None:
    attribution = dataclasses.replace(SAMPLE.attributions[0], act=act, negated=True)
    words = act_in_words(attribution)
    assert words.startswith("does NOT ")
    assert act.value.startswith(words.removeprefix("does NOT ")[:2])


def test_negation_and_hedging_are_said_together() -> None:
    attribution = dataclasses.replace(
        SAMPLE.attributions[0], act=Act.CONFIRMS, negated=True, hedged=True
    )
    assert act_in_words(attribution) == "possibly does NOT confirm"


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (PartialDate(2026), "2026"),
        (PartialDate(2026, 3), "March 2026"),
        (PartialDate(2026, 3, 5), "5 March 2026"),
    ],
)
def test_a_date_is_no_more_precise_than_it_is_known(date: PartialDate, words: str) -> None:
    assert date_in_words(date) == words


@pytest.mark.parametrize(
    ("score", "words"),
    [(1.0, "sure"), (0.9, "sure"), (0.8, "fairly sure"), (0.5, "not very sure"), (0.2, "unsure")],
)
def test_a_score_has_words(score: float, words: str) -> None:
    assert score_in_words(score) == words


def test_counts_know_the_plural() -> None:
    assert [count_in_words(n, "article") for n in (0, 1, 2)] == [
        "0 articles",
        "1 article",
        "2 articles",
    ]


@pytest.mark.parametrize(
    ("name", "source", "shown"),
    [
        ("Ilse Varga", "Ilse Varga", ""),
        ("Ardel Growers’ Union", "the Ardel Growers’ Union", ""),
        ("Ilse Varga", "She", "She"),
        ("Ilse Varga", "Ilse Varga’s deputy", "Ilse Varga’s deputy"),
        ("Ilse Varga", "Ilse Varga, the water minister", "the water minister"),
        ("Ilse Varga", "Minister Ilse Varga, in Port Ardel", "Minister … in Port Ardel"),
        ("Ilse Varga", "“Ilse Varga”,", ""),
        ("Kesh", "the Keshite side", "the Keshite side"),
        ("", "she", "she"),
    ],
)
def test_the_words_used_are_shown_where_they_are_not_the_name(
    name: str, source: str, shown: str
) -> None:
    assert describe_source(name, source) == shown


def test_a_cut_falls_between_words_and_closes_the_quotation() -> None:
    assert cut_words("“The gates stay shut until it rains”", 22) == "“The gates stay …”"
    assert cut_words("The gates stay shut, until it rains", 24) == "The gates stay shut …"


def test_a_short_text_is_not_cut() -> None:
    assert cut_words("“Yes”", 5) == "“Yes”"


@given(st.text(min_size=1, max_size=60), st.integers(8, 60))
def test_a_cut_text_keeps_to_its_limit(text: str, limit: int) -> None:
    assert len(cut_words(text, limit)) <= limit

import dataclasses
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dates import PartialDate
from onrecord.export.wording import (
    ABSENCE_WORDS,
    AGAINST_WORDS,
    BASIS_WORDS,
    CHECK_WORDS,
    FORM_WORDS,
    HOW_WORDS,
    KIND_WORDS,
    RESPONSE_WORDS,
    STANCE_WORDS,
    act_in_words,
    count_in_words,
    cut_words,
    date_in_words,
    day_in_words,
    describe_source,
    origins_in_words,
    score_in_words,
    word_in_words,
)
from onrecord.records import (
    AbsenceKind,
    Act,
    Against,
    Basis,
    CheckKind,
    EntityKind,
    Form,
    How,
    Position,
    Proposition,
    ResponseKind,
    Span,
    Stance,
)
from unit.export.sample_reading import SAMPLE


@pytest.mark.parametrize("act", Act)
def test_every_act_can_be_negated_in_words(act: Act) -> None:
    attribution = dataclasses.replace(SAMPLE.attributions[0], act=act, negated=True)
    words = act_in_words(attribution)
    assert words.startswith("does NOT ")
    assert act.value.startswith(words.removeprefix("does NOT ")[:2])


def test_who_refuses_to_do_it_decides_not_to() -> None:
    attribution = dataclasses.replace(SAMPLE.attributions[0], act=Act.DECIDES, negated=True)
    assert act_in_words(attribution, "to drop the rake") == "decides NOT"
    assert act_in_words(attribution, "whether to run") == "does NOT decide"


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


@pytest.mark.parametrize(
    ("words", "enum"),
    [
        (ABSENCE_WORDS, AbsenceKind),
        (AGAINST_WORDS, Against),
        (BASIS_WORDS, Basis),
        (CHECK_WORDS, CheckKind),
        (FORM_WORDS, Form),
        (HOW_WORDS, How),
        (KIND_WORDS, EntityKind),
        (RESPONSE_WORDS, ResponseKind),
        (STANCE_WORDS, Stance),
    ],
)
def test_every_member_has_words_of_its_own(words: dict[StrEnum, str], enum: type[StrEnum]) -> None:
    assert set(words) == set(enum)
    assert len(set(words.values())) == len(words)
    assert not any("_" in one for one in words.values())


def test_silence_is_not_worded_as_a_denial() -> None:
    silent = (ResponseKind.NO_RESPONSE_YET, ResponseKind.NOT_REACHED, ResponseKind.DECLINES)
    assert not any("den" in RESPONSE_WORDS[kind] for kind in silent)


@pytest.mark.parametrize(
    ("word_of", "teller", "words"),
    [
        ("ent_party", "Ilse Varga", "own word"),
        (None, "", "on the author’s word"),
        ("ent_other", "Ilse Varga", "on Ilse Varga’s word"),
        ("ent_other", "Growers", "on Growers’ word"),
        ("ent_other", "two people at the talks", "on the word of two people at the talks"),
    ],
)
def test_a_position_says_on_whose_word_it_is_known(
    word_of: str | None, teller: str, words: str
) -> None:
    passage = (Span(0, 1),)
    position = Position(
        "art", "ent_party", Proposition("x", passage), Stance.OPEN, word_of, passage
    )
    assert word_in_words(position, teller) == words


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (PartialDate(2026, 3, 5), "said on 5 March 2026"),
        (PartialDate(2026, 3), "said in March 2026"),
        (PartialDate(2026), "said in 2026"),
    ],
)
def test_the_day_of_saying_is_not_taken_for_that_of_publication(
    date: PartialDate, words: str
) -> None:
    assert day_in_words(date) == words


def test_no_known_origin_is_not_none() -> None:
    assert [origins_in_words(n) for n in (0, 1, 2)] == [
        "no origin known",
        "1 independent origin",
        "2 independent origins",
    ]
    assert [origins_in_words(n, "origin") for n in (0, 2)] == ["no origin known", "2 origins"]


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

"""What people decide holds through whatever comes later, and changes nothing beside it."""

import itertools
from dataclasses import replace

import pytest
import sqlalchemy as sa

from judged_dispatches import (
    BRIDGE,
    FERRY,
    are_one,
    count_words,
    decide,
    list_counts,
    list_groups,
    list_posted,
    read_again,
    store_all,
    take_back,
    write_dispatch,
)
from onrecord.judging import split_claim
from onrecord.ledger.claim_queries import load_claim
from onrecord.ledger.claim_tables import copies, members
from onrecord.ledger.gathering import count_pending, forget_claims, gather_pending
from onrecord.ledger.judgements import store_judgement
from onrecord.ledger.ledger import Ledger
from onrecord.matches.ties import Tie
from onrecord.records import Reading, Verdict

_MANY = 20
"""More reports of one claim than are compared with the next."""


def name_of(reading: Reading, place: int = 0) -> str:
    return reading.attributions[place].id


def report_bridge(count: int, first: int = 0) -> list[Reading]:
    return [write_dispatch(number, [BRIDGE]) for number in range(first, first + count)]


def test_what_a_person_parted_stays_apart_when_either_is_read_again(ledger: Ledger) -> None:
    readings = report_bridge(_MANY)
    store_all(ledger, *readings)
    one, other = (name_of(readings[place]) for place in (17, 18))
    decide(ledger, Verdict.DIFFERENT, one, other)
    assert sorted(map(len, list_groups(ledger))) == [1, _MANY - 1]
    for place in (17, 18):
        store_all(ledger, read_again(readings[place], place))
        assert not are_one(ledger, one, other)
    forget_claims(ledger)
    gather_pending(ledger)
    assert not are_one(ledger, one, other)


def test_a_new_report_does_not_bring_together_what_a_person_parted(ledger: Ledger) -> None:
    readings = report_bridge(_MANY * 2)
    store_all(ledger, *readings)
    # Beyond the first members of either claim, which alone are compared.
    one, other = (name_of(readings[place]) for place in (-3, -2))
    decide(ledger, Verdict.DIFFERENT, one, other)
    store_all(ledger, *report_bridge(3, first=_MANY * 2))
    assert not are_one(ledger, one, other)
    assert len(list_groups(ledger)) == 2


def test_what_a_person_joined_inside_one_article_is_one_whenever_it_is_read(
    ledger: Ledger,
) -> None:
    reading = write_dispatch(1, [BRIDGE, FERRY])
    store_all(ledger, reading)
    one, other = name_of(reading), name_of(reading, 1)
    assert not are_one(ledger, one, other)
    decide(ledger, Verdict.SAME, one, other)
    store_all(ledger, read_again(reading, 1))
    assert are_one(ledger, one, other)
    forget_claims(ledger)
    gather_pending(ledger)
    assert are_one(ledger, one, other)


def test_a_claim_left_with_words_that_state_nothing_does_not_stop_gathering(
    ledger: Ledger,
) -> None:
    first, second = (
        write_dispatch(number, [(who, what)])
        for number, (who, what) in enumerate(
            [("Ilse Varga", "it was over"), ("Tomas Brandt", "it was done")]
        )
    )
    store_all(ledger, first, second)
    decide(ledger, Verdict.SAME, name_of(first), name_of(second))
    store_all(ledger, read_again(first, 1, ()))
    assert count_pending(ledger) == 0
    assert list_groups(ledger) == {frozenset([name_of(second)])}


@pytest.mark.parametrize("verdict", [Verdict.UNSURE, Verdict.ONE_ORIGIN, Verdict.TWO_ORIGINS])
def test_who_is_unsure_or_speaks_of_origins_joins_nothing(ledger: Ledger, verdict: Verdict) -> None:
    # Two claims that would be one if they were gathered now.
    readings = report_bridge(2)
    one, other = map(name_of, readings)
    store_all(ledger, *readings)
    parted = decide(ledger, Verdict.DIFFERENT, one, other)
    undone = replace(
        parted, verdict=Verdict.WITHDRAWN, withdraws_id=parted.id, why="stored, not heeded"
    )
    store_judgement(ledger, undone)
    made = decide(ledger, verdict, one, other, minute=5)
    assert not are_one(ledger, one, other)
    take_back(ledger, made)
    assert not are_one(ledger, one, other)


def test_a_verdict_that_another_outranks_is_taken_back_by_being_unsure(ledger: Ledger) -> None:
    readings = report_bridge(2)
    one, other = map(name_of, readings)
    store_all(ledger, *readings)
    decide(ledger, Verdict.DIFFERENT, one, other, minute=1)
    assert not are_one(ledger, one, other)
    decide(ledger, Verdict.UNSURE, one, other, minute=2)
    assert are_one(ledger, one, other)


def test_judgements_that_contradict_are_settled_by_the_later(ledger: Ledger) -> None:
    things = [BRIDGE, FERRY, ("Nell Aster", "the brewery of Dunmoor was sold to a bidder")]
    readings = [write_dispatch(number, [said]) for number, said in enumerate(things)]
    store_all(ledger, *readings)
    one, other, third = map(name_of, readings)
    decide(ledger, Verdict.SAME, one, other, minute=1)
    decide(ledger, Verdict.DIFFERENT, one, third, minute=2)
    decide(ledger, Verdict.SAME, other, third, minute=3)
    for _ in range(2):
        assert list_groups(ledger) == {frozenset([one]), frozenset([other, third])}
        forget_claims(ledger)
        gather_pending(ledger)


def test_a_claim_of_a_withdrawn_report_that_a_person_had_joined_falls_apart(
    ledger: Ledger,
) -> None:
    bridge, ferry = write_dispatch(1, [BRIDGE]), write_dispatch(2, [FERRY])
    link = write_dispatch(3, [("Oren Dahl", "seven lorries had overturned near Tarvin")])
    store_all(ledger, bridge, ferry, link)
    decide(ledger, Verdict.SAME, name_of(bridge), name_of(link))
    decide(ledger, Verdict.SAME, name_of(ferry), name_of(link))
    assert are_one(ledger, name_of(bridge), name_of(ferry))
    store_all(ledger, read_again(link, 1, ()))
    assert not are_one(ledger, name_of(bridge), name_of(ferry))


def test_copies_are_found_where_a_person_makes_two_claims_one(ledger: Ledger) -> None:
    body = " ".join(
        f"{place} {verb} its {thing} before the winter"
        for place, verb, thing in itertools.product(
            ("Dunmoor", "Hessle", "Tarvin", "Osk"),
            ("repaired", "flooded", "painted"),
            ("quay", "school", "mill", "chapel"),
        )
    )
    first, second = (
        write_dispatch(number, [said], body=f"{body}.")
        for number, said in enumerate([BRIDGE, (BRIDGE[0], FERRY[1])])
    )
    store_all(ledger, first, second)
    one, other = name_of(first), name_of(second)
    assert not are_one(ledger, one, other)
    decide(ledger, Verdict.SAME, one, other)
    with ledger.engine.connect() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(copies)) == 1
    (origin,) = load_claim(ledger, one).origins
    assert [tie.tie for tie in origin.groupings] == [Tie.COPY]


@pytest.fixture
def crowd(ledger: Ledger) -> list[Reading]:
    """A claim of more reports than a word may have that tells anything."""
    said = [(f"Ilse Varga{'a' * number}", BRIDGE[1]) for number in range(52)]
    readings = [write_dispatch(number, said) for number in range(8)]
    store_all(ledger, *readings)
    return readings


def test_a_claim_of_hundreds_of_reports_stays_whole_but_for_what_is_judged(
    ledger: Ledger, crowd: list[Reading]
) -> None:
    names = [one.id for reading in crowd for one in reading.attributions]
    assert list_groups(ledger) == {frozenset(names)}
    one, other = name_of(crowd[2]), name_of(crowd[5], 7)
    decide(ledger, Verdict.UNSURE, one, other)
    assert list_groups(ledger) == {frozenset(names)}
    made = decide(ledger, Verdict.DIFFERENT, one, other, minute=1)
    assert sorted(map(len, list_groups(ledger))) == [1, len(names) - 1]
    assert not are_one(ledger, one, other)
    take_back(ledger, made)
    assert list_groups(ledger) == {frozenset(names)}
    split_claim(ledger, one, who="Ida Bell")
    assert list_groups(ledger) == {frozenset([one]), frozenset(names) - {one}}


def test_reading_again_leaves_the_words_of_a_claim_counted_once(ledger: Ledger) -> None:
    reading = write_dispatch(1, [BRIDGE])
    store_all(ledger, reading)
    before = list_counts(ledger)
    assert set(before.values()) == {1}
    for times in range(4):
        store_all(ledger, read_again(reading, times))
    assert list_counts(ledger) == before == count_words(ledger)
    with ledger.engine.connect() as connection:
        keys = set(connection.scalars(sa.select(members.c.key)))
    assert {key for _, key in list_posted(ledger)} == keys

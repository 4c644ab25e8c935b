"""Status: read from dated facts, and never rewritten by later ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dates import PartialDate
from onrecord.matches.status import Fact, Status, list_changes, read_status
from onrecord.records import ResponseKind as Kind


def day(number: int) -> PartialDate:
    return PartialDate(2031, 5, number)


def report(number: int) -> Fact:
    return Fact(f"rep{number}", day(number), f"art{number}")


def answer(number: int, party: str, kind: Kind) -> Fact:
    return Fact(f"rsp{number}{party}", day(number), f"art{number}", party, kind)


def status(*facts: Fact, as_of: int | None = None) -> str:
    return str(read_status(facts, None if as_of is None else day(as_of)))


def test_a_claim_without_an_answer_is_reported() -> None:
    assert status(report(1), report(2)) == "reported"


def test_silence_leaves_a_claim_unanswered_and_is_no_denial() -> None:
    facts = [report(1), answer(2, "Dahl", Kind.NO_RESPONSE_YET)]
    assert read_status(facts).status is Status.UNANSWERED
    assert read_status([*facts, answer(3, "Dahl", Kind.DECLINES)]).status is Status.UNANSWERED


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ([Kind.DENIES], "denied by A"),
        ([Kind.CONFIRMS], "confirmed by A"),
        ([Kind.PARTLY_CONFIRMS], "partly confirmed by A"),
        ([Kind.NEITHER_CONFIRMS_NOR_DENIES], "neither confirmed nor denied by A"),
        ([Kind.DENIES, Kind.CONFIRMS], "disputed"),
        ([Kind.DISPUTES], "disputed"),
        ([Kind.RETRACTS, Kind.DENIES], "retracted by A"),
        ([Kind.DENIES, Kind.DENIES], "denied by A, B"),
    ],
)
def test_answers_of_parties_make_the_status(kinds: list[Kind], expected: str) -> None:
    facts = [answer(2, name, kind) for name, kind in zip("AB", kinds, strict=False)]
    assert status(report(1), *facts) == expected


def test_the_last_answer_of_a_party_counts_and_silence_replaces_none() -> None:
    facts = (
        report(1), answer(2, "Dahl", Kind.DENIES), answer(4, "Dahl", Kind.PARTLY_CONFIRMS),
        answer(5, "Dahl", Kind.NO_RESPONSE_YET),
    )  # fmt: skip
    assert status(*facts) == "partly confirmed by Dahl"
    assert status(*facts, as_of=3) == "denied by Dahl"
    assert status(*facts, as_of=1) == "reported"


def test_nothing_is_on_record_before_the_first_report() -> None:
    assert status(report(3), as_of=2) == "unreported"


def test_a_denial_alone_puts_what_it_denies_on_record() -> None:
    assert status(answer(2, "Dahl", Kind.DENIES)) == "denied by Dahl"


def test_a_month_holds_from_its_last_day() -> None:
    vague = Fact("rep", PartialDate(2031, 5), "art")
    assert read_status([vague], day(30)).status is Status.UNREPORTED
    assert read_status([vague], day(31)).status is Status.REPORTED


def test_the_history_lists_what_changed_and_which_fact_changed_it() -> None:
    facts = [
        report(1), report(2), answer(3, "Dahl", Kind.DENIES), answer(4, "Varga", Kind.CONFIRMS)
    ]  # fmt: skip
    history = [(change.day, str(change.standing), change.fact.id) for change in list_changes(facts)]
    assert history == [
        (day(1), "reported", "rep1"),
        (day(3), "denied by Dahl", "rsp3Dahl"),
        (day(4), "disputed", "rsp4Varga"),
    ]


facts = st.builds(
    lambda number, party, kind: report(number) if kind is None else answer(number, party, kind),
    st.integers(1, 28),
    st.sampled_from("ABC"),
    st.none() | st.sampled_from(Kind),
)


@given(st.lists(facts, max_size=8), st.lists(facts, max_size=4), st.integers(1, 28))
def test_later_facts_never_rewrite_earlier_days(
    before: list[Fact], added: list[Fact], today: int
) -> None:
    known = [fact for fact in before if fact.known_on.last_day <= day(today).last_day]
    later = [fact for fact in added if fact.known_on.last_day > day(today).last_day]
    assert read_status([*known, *later], day(today)) == read_status(known)


@given(st.lists(facts, max_size=8))
def test_the_order_of_adding_changes_nothing(found: list[Fact]) -> None:
    assert read_status(found) == read_status(list(reversed(found)))


@given(st.lists(facts, min_size=1, max_size=8))
def test_the_last_change_is_the_status_of_today(found: list[Fact]) -> None:
    changes = list_changes(found)
    assert changes[-1].standing.status is read_status(found).status


def test_of_one_day_the_answer_that_the_article_gives_first_changes_the_status() -> None:
    last = Fact("rsp1", day(3), "art3", "Oren Dahl", Kind.DECLINES, place=900)
    first = Fact("rsp9", day(3), "art3", "Neda Orlasca", Kind.NO_RESPONSE_YET, place=400)
    changes = list_changes([last, report(3), first])
    assert [change.fact for change in changes[1:]] == [first]

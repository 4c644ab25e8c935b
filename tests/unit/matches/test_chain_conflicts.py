"""Chains that contradict each other: told only where both name somebody, and not the same."""

import pytest

from growth import grows_in_line
from onrecord.dates import PartialDate
from onrecord.matches.chain_conflicts import find_chain_conflicts
from onrecord.matches.reports import Report
from onrecord.records import Act, Basis, Form


def report(
    name: str, publisher: str, source: str, *newsrooms: str, day: int = 1,
    basis: Basis = Basis.UNSTATED, unnamed: bool = False, speaks_for: str = "",
) -> Report:  # fmt: skip
    return Report(
        name, f"art-{name}", publisher, PartialDate(2031, 5, day), None, Act.SAYS,
        negated=False, hedged=False, form=Form.INDIRECT, basis=basis, source=source,
        newsrooms=newsrooms, unnamed=unnamed, speaks_for=speaks_for,
    )  # fmt: skip


OWN = report("a", "The Brenn Post", "Ilse Varga")


def test_another_source_than_the_newsroom_itself_names_does_not_fit() -> None:
    citing = report("b", "Dale Mail", "Oren Dahl", "Brenn Post", day=2)
    (conflict,) = find_chain_conflicts([OWN, citing])
    assert (conflict.citing, conflict.cited) == ("b", "a")
    assert conflict.message == (
        "Dale Mail has it that Brenn Post relied on Oren Dahl; Brenn Post names Ilse Varga"
    )


@pytest.mark.parametrize(
    "citing",
    [
        report("b", "Dale Mail", "Varga", "Brenn Post", day=2),
        report("b", "Dale Mail", "", "Brenn Post", day=2),
        report("b", "Dale Mail", "an aide", "Brenn Post", day=2, unnamed=True),
        report("b", "Dale Mail", "Oren Dahl", "Vale Weekly", day=2),
        report("b", "Dale Mail", "Oren Dahl", day=2),
        report("b", "The Brenn Post", "Oren Dahl", day=2),
    ],
    ids=["surname", "nobody", "unnamed", "another newsroom", "no newsroom", "its own"],
)
def test_what_may_be_the_same_is_no_conflict(citing: Report) -> None:
    assert find_chain_conflicts([OWN, citing]) == ()


def test_a_newsrooms_later_report_is_no_measure_of_an_earlier_one() -> None:
    citing = report("b", "Dale Mail", "Oren Dahl", "Brenn Post", day=2)
    later = report("a", "The Brenn Post", "Ilse Varga", day=3)
    assert find_chain_conflicts([later, citing]) == ()


def test_one_of_several_sources_is_enough() -> None:
    other = report("c", "The Brenn Post", "Oren Dahl")
    citing = report("b", "Dale Mail", "Oren Dahl", "Brenn Post", day=2)
    assert find_chain_conflicts([OWN, other, citing]) == ()


def test_who_speaks_for_somebody_is_no_other_source() -> None:
    own = report("a", "The Brenn Post", "Pia Lund", speaks_for="the Citadel")
    citing = report("b", "Dale Mail", "Citadel", "Brenn Post", day=2)
    assert find_chain_conflicts([own, citing]) == ()


def test_another_newsroom_behind_the_newsroom_does_not_fit_its_own_interview() -> None:
    own = report("a", "The Brenn Post", "Ilse Varga", basis=Basis.INTERVIEW)
    citing = report("b", "Dale Mail", "Ilse Varga", "Brenn Post", "Vale Weekly", day=2)
    (conflict,) = find_chain_conflicts([own, citing])
    assert "relied on Vale Weekly; Brenn Post names its own interview" in conflict.message


def test_a_newsroom_that_leaves_open_where_it_has_it_from_contradicts_nobody() -> None:
    citing = report("b", "Dale Mail", "Ilse Varga", "Brenn Post", "Vale Weekly", day=2)
    assert find_chain_conflicts([OWN, citing]) == ()


def test_conflicts_take_time_in_line_with_the_reports() -> None:
    own = [report(f"o{number:05}", "The Brenn Post", "Ilse Varga") for number in range(1600)]
    citing = [
        report(f"c{number:05}", f"Paper {number}", "Oren Dahl", "Brenn Post", day=2)
        for number in range(1600)
    ]

    def find(size: int) -> int:
        return len(find_chain_conflicts([*own[:size], *citing[:size]]))

    assert find(20) == 20
    assert grows_in_line(find, 200, 1600)


def test_a_newsroom_does_not_contradict_what_its_own_article_cites() -> None:
    both = report("b", "The Brenn Post", "Oren Dahl", "Brenn Post", day=2)
    again = report("c", "Brenn Post", "Oren Dahl", day=2)
    assert [one.cited for one in find_chain_conflicts([OWN, both])] == ["a"]
    assert find_chain_conflicts([OWN, both, again]) == ()

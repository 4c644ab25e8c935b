"""Saying that something is not so denies what another says is so, and nothing else."""

import pytest

from ferry import NOT_SOLD, SOLD, read
from onrecord.dates import PartialDate
from onrecord.matches.polarity import read_denial
from onrecord.matches.record import Claim, find_claim, gather_record
from onrecord.matches.statements import read_statement
from onrecord.matches.status import Status
from onrecord.records import Act, Reading, ResponseKind


def claim_of(reading: Reading, *readings: Reading) -> Claim | None:
    return find_claim(gather_record([reading, *readings]), reading.attributions[0].id)


def test_what_one_says_is_so_another_denies() -> None:
    said, denied = read(SOLD, 3), read(NOT_SOLD, 5)
    claim = claim_of(said, denied)
    assert claim is not None
    assert len(claim.reports) == 2
    assert claim.title == "[Oren Dahl] had sold the old ferry to Norrow Lines"
    assert str(claim.standing()) == "denied by Bram Teller"
    (denial,) = [fact for fact in claim.facts if fact.kind is ResponseKind.DENIES]
    assert (denial.party, str(denial.known_on)) == ("Bram Teller", "2031-03-05")
    assert claim.standing(PartialDate(2031, 3, 4)).status is Status.REPORTED


def test_the_order_in_which_they_say_it_does_not_matter() -> None:
    denied, said = read(NOT_SOLD, 3), read(SOLD, 5)
    claim = claim_of(said, denied)
    assert claim is not None
    assert claim.title == "[Oren Dahl] had sold the old ferry to Norrow Lines"
    assert str(claim.standing()) == "denied by Bram Teller"


def test_where_nobody_says_that_it_is_so_nobody_denies_it() -> None:
    first, second = read(NOT_SOLD, 3), read(NOT_SOLD, 5)
    claim = claim_of(first, second)
    assert claim is not None
    assert len(claim.reports) == 2
    assert claim.standing().status is Status.REPORTED
    assert "not sold" in claim.title
    assert claim_of(first) is None


@pytest.mark.parametrize(
    ("content", "denies"),
    [
        ("he had not sold the old ferry to Norrow Lines", True),
        ("the crew never asked Norrow Lines for help", True),
        ("Norrow Lines didn’t buy the old ferry", True),
        ("he had sold the old ferry to Norrow Lines", False),
        ("he would not sell the old ferry to Norrow Lines", False),
        ("Norrow Lines refused to buy the old ferry", False),
        ("he had not sold the ferry. He will sell it soon", False),
        ("he had not sold it", False),
        ("if he had not sold the ferry, Norrow Lines would have sued", False),
        ("not even Norrow Lines wanted a ferry that nobody had not paid for", False),
    ],
)
def test_only_the_plain_case_is_a_denial(content: str, denies: bool) -> None:
    reading = read(f"Bram Teller said that {content}.", 7)
    (one, *_) = reading.attributions
    statement = read_statement(reading, one)
    assert (read_denial(statement, one) is not None) is denies


def test_other_acts_than_saying_deny_nothing() -> None:
    reading = read("Bram Teller denied that Oren Dahl had not sold the old ferry.", 8)
    (one, *_) = reading.attributions
    assert one.act is Act.DENIES
    assert read_denial(read_statement(reading, one), one) is None

"""Lists of an earlier day: nothing of a later one finds a claim, or shows in it."""

import pytest

from ferry import NOT_SOLD, SOLD, read
from ledger_examples import NOON, make_capture
from onrecord.dates import PartialDate
from onrecord.ledger.claim_queries import ClaimQuery, list_claims, load_claim
from onrecord.ledger.gathering import gather_pending
from onrecord.ledger.ledger import Ledger, store_reading
from onrecord.ledger.search import holds


@pytest.fixture
def ferry(ledger: Ledger) -> Ledger:
    """Two say on the 3rd and 6th that it was not sold, a third on the 9th that it was."""
    for text, day in ((NOT_SOLD, 3), (NOT_SOLD, 6), (SOLD, 9)):
        reading = read(text, day)
        store_reading(ledger, make_capture(reading.article), reading, NOON)
    gather_pending(ledger)
    return ledger


@pytest.mark.parametrize("day", [3, 5, 6, 8, 9])
def test_a_list_shows_what_the_claim_itself_says_of_that_day(ferry: Ledger, day: int) -> None:
    as_of = PartialDate(2031, 3, day)
    found = list_claims(ferry, ClaimQuery("ferry", as_of=as_of))
    # One article that nobody answers is no claim worth showing yet.
    assert len(found) == (day >= 6)
    for one in found:
        assert one == load_claim(ferry, one.id, as_of=as_of).summary(as_of)


def test_a_denial_is_none_before_anybody_says_so(ferry: Ledger) -> None:
    (then,) = list_claims(ferry, ClaimQuery("ferry", as_of=PartialDate(2031, 3, 8)))
    (now,) = list_claims(ferry, ClaimQuery("ferry"))
    assert (str(then.standing), str(now.standing)) == ("reported", "denied by Bram Teller")
    assert "not sold" in then.title
    assert "not sold" not in now.title


def test_who_spoke_later_finds_nothing_earlier(ferry: Ledger) -> None:
    assert list_claims(ferry, ClaimQuery("he had sold", as_of=PartialDate(2031, 3, 9)))
    assert not list_claims(ferry, ClaimQuery('"that he had sold"', as_of=PartialDate(2031, 3, 8)))


@pytest.mark.parametrize(
    ("words", "is_there"),
    [
        ("Élan ferry", True),
        ("elan", True),
        ('"old ferry"', True),
        ('"ferry old"', False),
        ("fer*", True),
        ("fer", False),
        ("o'neill", True),
        ("boat", False),
    ],
)
def test_a_text_holds_what_the_index_would_find(words: str, is_there: bool) -> None:
    assert holds("Élan’s old ferry, said O'Neill", words) is is_there

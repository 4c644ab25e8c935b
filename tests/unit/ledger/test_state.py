"""The mark of a ledger: another one after everything that is written, and after nothing else."""

import datetime

from ledger_examples import NOON, make_article, make_capture, make_reading
from onrecord.ledger.claim_queries import ClaimQuery, list_claims
from onrecord.ledger.gathering import forget_claims, gather_pending
from onrecord.ledger.ledger import Ledger, store_reading
from onrecord.ledger.state import State, read_state
from onrecord.records import Run


def test_whatever_is_written_moves_the_mark(ledger: Ledger) -> None:
    article = make_article(1)
    first, second = (make_reading(article, run) for run in (Run("1", "a"), Run("2", "b")))
    seen: list[State] = []
    # The same readings in turn: from the third on no row is added.
    for number, reading in enumerate((first, second, first, second)):
        at = NOON + datetime.timedelta(minutes=number)
        store_reading(ledger, make_capture(article), reading, at)
        seen.append(read_state(ledger))
        gather_pending(ledger)
        seen.append(read_state(ledger))
    forget_claims(ledger)
    seen.append(read_state(ledger))
    assert len({one.changes for one in seen}) == len(seen)
    gathered = [one.gathered for one in seen[1::2]] + [seen[-1].gathered]
    assert gathered == sorted(set(gathered))


def test_looking_and_gathering_nothing_move_it_not(ledger: Ledger) -> None:
    store_reading(ledger, make_capture(make_article(1)), make_reading(make_article(1)), NOON)
    gather_pending(ledger)
    before = read_state(ledger)
    list_claims(ledger, ClaimQuery())
    gather_pending(ledger)
    assert read_state(ledger) == before

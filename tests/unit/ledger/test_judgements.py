"""Judgements: added, never changed; a later one outranks, a withdrawal takes back."""

import datetime

import pytest
import sqlalchemy as sa

from ledger_examples import NOON, make_capture, make_reading
from onrecord.errors import LedgerError
from onrecord.ledger.judgements import list_in_force, load_judgements, store_judgement
from onrecord.ledger.ledger import Ledger, store_reading
from onrecord.records import Judgement, Reading, Run, Verdict

FIRST, SECOND, THIRD = sorted(one.id for one in make_reading().attributions)


@pytest.fixture
def ledger(ledger: Ledger) -> Ledger:
    store_reading(ledger, make_capture(), make_reading(), NOON)
    return ledger


def judgement(
    verdict: Verdict, minute: int, second: str = SECOND, withdraws: str | None = None
) -> Judgement:
    at = NOON + datetime.timedelta(minutes=minute)
    return Judgement(verdict, FIRST, second, "Ida Bell", "read both", at, withdraws)


def test_what_is_stored_comes_back_in_order(ledger: Ledger) -> None:
    made = [judgement(Verdict.DIFFERENT, 2), judgement(Verdict.SAME, 1, THIRD)]
    for one in made:
        store_judgement(ledger, one)
    assert load_judgements(ledger) == (made[1], made[0])


def test_the_last_one_counts_and_both_stay(ledger: Ledger) -> None:
    for one in (judgement(Verdict.SAME, 1), judgement(Verdict.DIFFERENT, 2)):
        store_judgement(ledger, one)
    assert [one.verdict for one in list_in_force(load_judgements(ledger))] == [Verdict.DIFFERENT]
    assert len(load_judgements(ledger)) == 2


def test_a_withdrawal_brings_the_one_before_back(ledger: Ledger) -> None:
    first, second = judgement(Verdict.SAME, 1), judgement(Verdict.DIFFERENT, 2)
    for one in (first, second, judgement(Verdict.WITHDRAWN, 3, withdraws=second.id)):
        store_judgement(ledger, one)
    assert list_in_force(load_judgements(ledger)) == (first,)


def test_claims_and_origins_are_two_questions() -> None:
    both = (judgement(Verdict.SAME, 1), judgement(Verdict.TWO_ORIGINS, 2))
    assert set(list_in_force(both)) == set(both)


def test_what_is_not_in_the_ledger_cannot_be_judged(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="nothing with the id att_zz"):
        store_judgement(ledger, judgement(Verdict.SAME, 1, "att_zz"))
    with pytest.raises(LedgerError, match="no judgement jdg_0"):
        store_judgement(ledger, judgement(Verdict.WITHDRAWN, 1, withdraws="jdg_0"))
    assert load_judgements(ledger) == ()


def test_a_reading_without_what_was_judged_leaves_the_judgement_and_may_be_judged(
    ledger: Ledger,
) -> None:
    made = judgement(Verdict.SAME, 1)
    store_judgement(ledger, made)
    reading = make_reading()
    silent = Reading(reading.article, reading.entities, (), Run("0.2.0", "rules-2", {}))
    store_reading(ledger, make_capture(), silent, NOON + datetime.timedelta(hours=1))
    assert load_judgements(ledger) == (made,)
    store_judgement(ledger, judgement(Verdict.WITHDRAWN, 2, withdraws=made.id))
    assert list_in_force(load_judgements(ledger)) == ()


def test_no_statement_of_ours_changes_or_deletes_one(ledger: Ledger) -> None:
    store_judgement(ledger, judgement(Verdict.SAME, 1))
    with ledger.engine.connect() as connection:
        before = connection.execute(sa.text("SELECT * FROM judgements")).all()
    store_judgement(ledger, judgement(Verdict.DIFFERENT, 2))
    with ledger.engine.connect() as connection:
        assert connection.execute(sa.text("SELECT * FROM judgements")).all()[:1] == before


@pytest.mark.parametrize(
    ("fields", "match"),
    [
        ({"first_id": SECOND, "second_id": FIRST}, "sorts first"),
        ({"who": " "}, "name of who"),
        ({"made_at": datetime.datetime(2031, 1, 1)}, "time zone"),  # noqa: DTZ001
        ({"withdraws_id": "jdg_1"}, "withdrawal"),
    ],
)
def test_a_judgement_that_cannot_be_is_refused(fields: dict[str, object], match: str) -> None:
    known: dict[str, object] = {
        "verdict": Verdict.SAME, "first_id": FIRST, "second_id": SECOND, "who": "Ida Bell",
        "why": "", "made_at": NOON,
    }  # fmt: skip
    with pytest.raises(ValueError, match=match):
        Judgement(**{**known, **fields})  # type: ignore[arg-type]

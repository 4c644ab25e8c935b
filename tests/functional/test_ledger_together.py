"""Several processes at one ledger, in both stores: nothing lost, nothing double, nothing half."""

import datetime
import json
import random
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa

from ledger_examples import NOON, make_article, make_capture, make_reading
from ledger_processes import RUNS, Tell, make_readings, start
from onrecord.errors import LedgerError
from onrecord.ledger.claim_queries import ClaimQuery, find_claims
from onrecord.ledger.found import AttributionQuery
from onrecord.ledger.gathering import count_pending, gather_pending
from onrecord.ledger.judgements import load_judgements, store_judgement
from onrecord.ledger.ledger import (
    Ledger,
    open_ledger,
    reading_from,
    store_failure,
    store_reading,
    writing_to,
)
from onrecord.ledger.loading import load_latest_readings, load_readings
from onrecord.ledger.queries import find_attributions, find_failures
from onrecord.matches.members import read_members
from onrecord.records import Failure, Judgement, Verdict

DISPATCHES = 12
READINGS = make_readings(range(DISPATCHES))
WRITERS = 3
FAILURES = 10
SECONDS = 60


def write(address: Path | str, seed: int, tell: Tell) -> None:
    """Store every reading in an order of its own, and fail now and then."""
    ordered = list(range(len(READINGS)))
    random.Random(seed).shuffle(ordered)
    with open_ledger(address) as ledger:
        for place, number in enumerate(ordered):
            reading = READINGS[number]
            is_new = store_reading(ledger, make_capture(reading.article), reading, NOON)
            tell(json.dumps([number, is_new]))
            if place < FAILURES:
                store_failure(ledger, Failure("/gone.html", "CaptureError", "it is gone", NOON))
                own = Failure(f"/{seed}/{place}.html", "CaptureError", "it is gone", NOON)
                store_failure(ledger, own)


def look(address: Path | str, tell: Tell) -> None:
    """Look until everything is there: at every moment what is there is whole."""
    end = time.monotonic() + SECONDS
    seen: set[int] = set()
    with open_ledger(address) as ledger:
        while DISPATCHES not in seen:
            assert time.monotonic() < end
            latest = load_latest_readings(ledger)
            assert all(reading in READINGS for reading in latest)
            assert len({reading.article.id for reading in latest}) == len(latest)
            found = find_attributions(ledger, AttributionQuery(search="cracks"))
            assert Counter(each.title for each in found).keys() >= {
                reading.article.title for reading in latest
            }
            assert all(times == 2 for times in Counter(each.title for each in found).values())
            seen.add(len(latest))
    tell(json.dumps(sorted(seen)))


def run_together(*works: Callable[[Tell], None]) -> list[list[str]]:
    """What each process told; all of them have to end well."""
    processes = [start(work) for work in works]
    statuses = [process.wait(SECONDS) for process in processes]
    assert statuses == [0] * len(works)
    return [process.told for process in processes]


def test_writers_and_readers_at_once(unmade_address: Path | str) -> None:
    # The first of them makes the ledger, while the others wait for it.
    told = run_together(
        *(partial(write, unmade_address, seed) for seed in range(WRITERS)),
        *(partial(look, unmade_address) for _ in range(2)),
    )
    stored = [json.loads(line) for lines in told[:WRITERS] for line in lines]
    # Of each reading one writer was told that it is new, and every other that it is not.
    assert sorted(number for number, is_new in stored if is_new) == list(range(len(READINGS)))
    assert len(stored) == WRITERS * len(READINGS)
    with open_ledger(unmade_address) as ledger:
        for number in range(DISPATCHES):
            found = load_readings(ledger, make_article(number).id)
            assert len(found) == len(RUNS)
            assert all(reading.run in RUNS for reading in found)
        failures = {found.failure.origin: found.count for found in find_failures(ledger)}
        assert failures.pop("/gone.html") == WRITERS * FAILURES
        assert len(failures) == WRITERS * FAILURES


def store_some(address: Path | str, numbers: range, tell: Tell) -> None:
    with open_ledger(address) as ledger:
        for reading in make_readings(numbers):
            store_reading(ledger, make_capture(reading.article), reading, NOON)


def gather(address: Path | str, total: int, tell: Tell) -> None:
    """Gather claims until so many articles are gathered by whomever."""
    end = time.monotonic() + SECONDS
    with open_ledger(address) as ledger:
        while True:
            gather_pending(ledger)
            if len(load_latest_readings(ledger)) == total and not count_pending(ledger):
                return
            assert time.monotonic() < end


def look_at_claims(address: Path | str, total: int, tell: Tell) -> None:
    """Look until one claim has so many reports: what a claim's row tells is what is in it."""
    end = time.monotonic() + SECONDS
    with open_ledger(address) as ledger:
        while True:
            with reading_from(ledger) as connection:
                assert connection.execute(DISAGREEING).all() == []
                most = connection.scalar(sa.text("SELECT max(reports) FROM claims"))
            if most == total:
                return
            assert time.monotonic() < end


DISAGREEING = sa.text(
    "SELECT claims.key FROM claims LEFT JOIN members ON members.claim_key = claims.key "
    "GROUP BY claims.key "
    "HAVING claims.reports <> sum(CASE WHEN members.reported THEN 1 ELSE 0 END) "
    "OR count(members.key) = 0"
)


def test_claims_are_gathered_while_others_store(address: Path | str) -> None:
    run_together(
        partial(look_at_claims, address, 12),
        partial(store_some, address, range(8)),
        partial(store_some, address, range(4, 12)),
        partial(gather, address, 12),
        partial(gather, address, 12),
    )
    with open_ledger(address) as ledger:
        readings = [make_reading(make_article(number)) for number in range(12)]
        expected = {member.id for reading in readings for member in read_members(reading)}
        assert list_members(ledger) == Counter(expected)
        (claim,) = find_claims(ledger, ClaimQuery("cracks"))
        assert len(claim.reports) == 12


def list_members(ledger: Ledger) -> Counter[str]:
    """What is in claims, with how often each is."""
    with ledger.engine.connect() as connection:
        return Counter(connection.scalars(sa.text("SELECT id FROM members")))


def judge(address: Path | str, person: int, tell: Tell) -> None:
    first, second = sorted(one.id for one in make_reading().attributions)[:2]
    with open_ledger(address) as ledger:
        for minute in range(10):
            at = NOON + datetime.timedelta(minutes=minute)
            verdict = Verdict.SAME if person % 2 else Verdict.DIFFERENT
            name = f"Person {person}"
            store_judgement(ledger, Judgement(verdict, first, second, name, "", at))


def test_every_judgement_is_kept(ledger: Ledger, address: Path | str) -> None:
    store_reading(ledger, make_capture(), make_reading(), NOON)
    run_together(*(partial(judge, address, person) for person in range(4)))
    made = Counter(one.who for one in load_judgements(ledger))
    assert made == {f"Person {person}": 10 for person in range(4)}


def test_a_reader_does_not_wait_for_a_writer(address: Path | str) -> None:
    with (
        open_ledger(address, wait_seconds=0.1) as ledger,
        open_ledger(address) as other,
        ExitStack() as stack,
    ):
        store_reading(ledger, make_capture(), make_reading(), NOON)
        stack.enter_context(writing_to(other))
        assert load_latest_readings(ledger) == (make_reading(),)


def test_a_locked_ledger_says_so_and_works_afterwards(address: Path | str) -> None:
    with open_ledger(address, wait_seconds=0.1) as ledger:
        with (
            open_ledger(address) as other,
            writing_to(other),
            pytest.raises(LedgerError, match="is locked") as caught,
        ):
            store_reading(ledger, make_capture(), make_reading(), NOON)
        assert ledger.name in str(caught.value)
        assert store_reading(ledger, make_capture(), make_reading(), NOON) is True


def test_an_interrupt_in_a_transaction_leaves_nothing_of_it(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("onrecord.ledger.ledger.index_reading", interrupt)
        with pytest.raises(KeyboardInterrupt):
            store_reading(ledger, make_capture(), make_reading(), NOON)
    assert load_latest_readings(ledger) == ()
    assert store_reading(ledger, make_capture(), make_reading(), NOON) is True


def test_the_engine_gives_back_every_connection(ledger: Ledger) -> None:
    store_reading(ledger, make_capture(), make_reading(), NOON)
    find_attributions(ledger, AttributionQuery())
    assert ledger.engine.pool.checkedout() == 0  # type: ignore[attr-defined]

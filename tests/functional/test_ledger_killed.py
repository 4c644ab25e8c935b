"""kill -9 at any moment of an ingest: the ledger opens, is sound, and a second run completes it."""

import os
import random
import sqlite3
import time
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa
from evaluation.synthetic import write_readings

from ledger_examples import NOON, make_capture
from ledger_processes import RUNS, Tell, ingest, make_readings, start
from onrecord.ledger import gathering
from onrecord.ledger.claim_tables import claims, members
from onrecord.ledger.found import ArticleQuery, AttributionQuery
from onrecord.ledger.gathering import count_pending, forget_claims, gather_pending
from onrecord.ledger.ledger import Ledger, open_ledger, store_reading
from onrecord.ledger.loading import find_captures, load_capture, load_readings
from onrecord.ledger.queries import find_articles, find_attributions
from onrecord.ledger.tables import metadata
from onrecord.matches.members import read_members
from postgres_server import Server

DISPATCHES = 10
KILLS = int(os.environ.get("ONRECORD_TEST_KILLS", "50"))
"""Of an ingest into a file; of everything else a part."""
READINGS = make_readings(range(DISPATCHES))
SEARCH_CHECK = (
    "INSERT INTO attribution_search (attribution_search, rank) VALUES ('integrity-check', 1)"
)
# What one reading of a dispatch fills.
ROWS_OF_A_READING = {
    "entities": 2, "mentions": 3, "roles": 1, "attributions": 3, "hops": 3, "responses": 1,
    "absences": 1, "positions": 2, "checks": 1,
}  # fmt: skip


def count_rows(ledger: Ledger) -> Counter[str]:
    with ledger.engine.connect() as connection:
        counts = sa.select(
            *(
                sa.select(sa.func.count()).select_from(table).scalar_subquery().label(name)
                for name, table in metadata.tables.items()
            )
        )
        return Counter(connection.execute(counts).one()._asdict())


def check_whole(address: Path | str) -> int:
    """The ledger opens and is sound, and what is in it is complete; how many readings are."""
    if isinstance(address, Path):
        with closing(sqlite3.connect(address)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    with open_ledger(address) as ledger:
        if isinstance(address, Path):
            with ledger.engine.connect() as connection:
                assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
                connection.exec_driver_sql(SEARCH_CHECK)
        counts = count_rows(ledger)
        for name, times in ROWS_OF_A_READING.items():
            assert counts[name] == times * counts["readings"], name
        expected = {reading.article.id: reading.article for reading in READINGS}
        found = find_articles(ledger, ArticleQuery())
        assert counts["articles"] == counts["captures"] == counts["article_captures"] == len(found)
        for article in found:
            loaded = load_readings(ledger, article.id)
            assert 1 <= len(loaded) <= len(RUNS)
            assert all(reading in READINGS for reading in loaded)
            (capture,) = find_captures(ledger, article.id)
            assert load_capture(ledger, capture.id) == make_capture(expected[article.id])
        searched = find_attributions(ledger, AttributionQuery(search="cracks"))
        assert len(searched) == 2 * len(found)
        return counts["readings"]


def check_complete(address: Path | str) -> None:
    """Everything is there, and once."""
    assert check_whole(address) == len(READINGS)
    with open_ledger(address) as ledger:
        counts = count_rows(ledger)
        assert counts["articles"] == counts["pending"] == DISPATCHES
        assert counts["runs"] == len(RUNS)
        latest = sa.text("SELECT count(*) FROM readings WHERE latest")
        with ledger.engine.connect() as connection:
            assert connection.scalar(latest) == DISPATCHES


def measure_ingest(address: Path | str) -> float:
    """Seconds of an ingest that nobody disturbs."""
    begun = time.perf_counter()
    process = start(partial(ingest, address, READINGS))
    assert process.wait() == 0
    return time.perf_counter() - begun


def kill_ingest(address: Path | str, seconds: float) -> int:
    """Begin an ingest, kill it after so long, and look; how many readings it stored at least."""

    def work(tell) -> None:
        while True:
            ingest(address, READINGS, tell)

    process = start(work)
    process.wait_for_line()
    time.sleep(seconds)
    process.kill()
    told = [line for line in process.told if line != "opening"]
    stored = check_whole(address)
    assert stored >= len(set(told))
    return len(set(told))


def kill_and_complete(
    addresses: Iterable[Path | str], span: float, *, seed: int, kills: int
) -> None:
    """Kill ingests so often into each ledger, and let a last one end."""
    moments = random.Random(seed)
    reached = []
    for address in addresses:
        reached += [kill_ingest(address, moments.uniform(0, span)) for _ in range(kills)]
        process = start(partial(ingest, address, READINGS))
        assert process.wait() == 0
        check_complete(address)
    # They were killed all over the run: near its beginning and near its end.
    assert min(reached) < len(READINGS) / 3
    assert max(reached) > len(READINGS) / 2


def test_fifty_kills_of_an_ingest_into_a_file(tmp_path: Path) -> None:
    span = measure_ingest(tmp_path / "undisturbed.db")
    paths = (tmp_path / f"{number}.db" for number in range(5))
    kill_and_complete(paths, span, seed=11, kills=KILLS // 5)


def test_kills_of_an_ingest_into_postgresql(postgres: Server) -> None:
    span = measure_ingest(postgres.lend_ledger())
    addresses = (postgres.lend_ledger() for _ in range(2))
    kill_and_complete(addresses, span, seed=13, kills=KILLS // 10)


def test_kills_while_a_file_is_being_made(tmp_path: Path) -> None:
    moments = random.Random(7)
    for number in range(KILLS // 5):
        kill_ingest(tmp_path / str(number) / "onrecord.db", moments.uniform(0, 0.2))


def test_kills_while_a_database_is_being_filled(postgres: Server) -> None:
    moments = random.Random(7)
    for _ in range(KILLS // 10):
        with postgres.lend_database() as url:
            kill_ingest(url, moments.uniform(0, 0.3))


@pytest.mark.parametrize("before", [0, 7])
def test_a_run_again_after_a_kill_begins_where_it_likes(address: Path | str, before: int) -> None:
    kill_ingest(address, 0.05)
    process = start(partial(ingest, address, [*READINGS[before:], *READINGS[:before]]))
    assert process.wait() == 0
    check_complete(address)


WRITTEN = tuple(written.reading for written in write_readings(14, seed=6))
CLAIM_SEARCH_CHECK = "INSERT INTO claim_search (claim_search, rank) VALUES ('integrity-check', 1)"


def gather(address: Path | str, tell: Tell) -> None:
    """Gather claims; tells after each transaction."""
    with open_ledger(address) as ledger:
        tell("opened")
        gather_pending(ledger, told=tell)


def read_claims(ledger: Ledger) -> list[tuple[object, ...]]:
    """What is told of every claim and member, without the numbers that rows have by chance."""
    with ledger.engine.connect() as connection:
        wanted = sa.select(members.c.id, *(c for c in claims.c if c.name != "key"))
        return sorted(
            map(
                tuple, connection.execute(wanted.join(claims, claims.c.key == members.c.claim_key))
            ),
            key=str,
        )


def check_claims(ledger: Ledger) -> None:
    """What is gathered is gathered whole: members, claims and the index of their words agree."""
    with ledger.engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
            connection.exec_driver_sql(CLAIM_SEARCH_CHECK)
        shown = sa.text("SELECT key FROM claims WHERE weight > 0 ORDER BY key")
        indexed = sa.text("SELECT rowid FROM claim_search ORDER BY rowid")
        assert set(connection.scalars(shown)) <= set(connection.scalars(indexed))
        every = set(connection.scalars(sa.text("SELECT article_id FROM members")))
        waiting = set(connection.scalars(sa.text("SELECT article_id FROM pending")))
        assert not every & waiting
        found = Counter(connection.scalars(sa.select(members.c.id)))
    expected = {
        one.id
        for reading in WRITTEN
        if reading.article.id in every
        for one in read_members(reading)
    }
    assert found == Counter(expected)


def test_kills_of_a_gathering(address: Path | str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "_ARTICLES_AT_ONCE", 2)
    with open_ledger(address) as ledger:
        for reading in WRITTEN:
            store_reading(ledger, make_capture(reading.article), reading, NOON)
        begun = time.perf_counter()
        gather_pending(ledger)
        span = time.perf_counter() - begun
        undisturbed = read_claims(ledger)
        moments = random.Random(17)
        reached = []
        for _ in range(KILLS // 7):
            forget_claims(ledger)
            process = start(partial(gather, address))
            process.wait_for_line()
            time.sleep(moments.uniform(0, span))
            process.kill()
            reached.append(count_pending(ledger))
            check_claims(ledger)
            gather_pending(ledger)
            assert read_claims(ledger) == undisturbed
    assert any(0 < waiting < len(WRITTEN) for waiting in reached)

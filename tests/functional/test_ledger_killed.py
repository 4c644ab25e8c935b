"""kill -9 at any moment of an ingest: the ledger opens, is sound, and a second run completes it."""

import random
import shutil
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa

from ledger_examples import make_capture
from ledger_processes import RUNS, ingest, make_readings, start
from onrecord.ledger.found import ArticleQuery, AttributionQuery
from onrecord.ledger.ledger import Ledger, open_ledger
from onrecord.ledger.loading import find_captures, load_capture, load_readings
from onrecord.ledger.queries import find_articles, find_attributions
from onrecord.ledger.tables import metadata
from postgres_server import Server

DISPATCHES = 15
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


def kill_and_complete(addresses: Iterator[Path | str], span: float, seed: int, kills: int) -> None:
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
    kill_and_complete(paths, span, seed=11, kills=10)


def test_kills_of_an_ingest_into_postgresql(postgres: Server) -> None:
    span = measure_ingest(postgres.lend_ledger())
    addresses = (postgres.lend_ledger() for _ in range(2))
    kill_and_complete(addresses, span, seed=13, kills=5)


def test_kills_while_the_ledger_is_being_made(unmade_address: Path | str) -> None:
    moments = random.Random(7)
    for _ in range(5):
        kill_ingest(unmade_address, moments.uniform(0, 0.2))
        if isinstance(unmade_address, Path):
            shutil.rmtree(unmade_address.parent)
        else:
            with psycopg.connect(unmade_address) as connection:
                connection.execute("DROP SCHEMA public CASCADE")
                connection.execute("CREATE SCHEMA public")


@pytest.mark.parametrize("before", [0, 7])
def test_a_run_again_after_a_kill_begins_where_it_likes(address: Path | str, before: int) -> None:
    kill_ingest(address, 0.05)
    process = start(partial(ingest, address, [*READINGS[before:], *READINGS[:before]]))
    assert process.wait() == 0
    check_complete(address)

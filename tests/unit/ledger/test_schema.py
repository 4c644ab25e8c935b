"""The schema: what migrations make is what the tables say; other schemas are refused."""

import datetime
import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from ledger_examples import NOON, make_article, make_reading, without_findings
from ledger_processes import Tell, start
from onrecord.errors import LedgerError
from onrecord.ledger import schema
from onrecord.ledger.claim_queries import ClaimQuery, find_claims
from onrecord.ledger.found import AttributionQuery, ResponseQuery
from onrecord.ledger.gathering import count_pending, gather_pending
from onrecord.ledger.judgements import load_judgements
from onrecord.ledger.ledger import open_ledger, store_reading
from onrecord.ledger.loading import find_captures, load_capture, load_reading
from onrecord.ledger.queries import find_attributions, find_failures
from onrecord.ledger.response_queries import find_responses
from onrecord.ledger.sqlite import make_engine
from onrecord.ledger.tables import metadata
from postgres_server import Server

HERE = Path(__file__).parent


def is_ours(thing: object, name: str | None, kind: str, *_: object) -> bool:
    """Without the tables in which FTS5 keeps its index."""
    return not (kind == "table" and (name or "").startswith(("attribution_search", "claim_search")))


def test_migrations_make_what_the_tables_say(unmade_address: Path | str) -> None:
    with open_ledger(unmade_address) as ledger, ledger.engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"version_table": schema.VERSION_TABLE, "include_object": is_ours},
        )
        lacking = compare_metadata(context, metadata)
        if connection.dialect.name == "postgresql":
            # This one is for files alone.
            assert [one[1].name for one in lacking] == ["ix_entities_folded_name"]
        else:
            assert lacking == []
        foreign_keys = {
            (table, tuple(key["constrained_columns"]), key["referred_table"])
            for table in metadata.tables
            for key in sa.inspect(connection).get_foreign_keys(table)
        }
    assert foreign_keys == {
        (table.name, tuple(key.column_keys), key.referred_table.name)
        for table in metadata.tables.values()
        for key in table.foreign_key_constraints
    }


def test_the_newest_migration_is_the_one_that_is_expected() -> None:
    folder = Path(schema.__file__).parent / "migrations"
    assert ScriptDirectory(str(folder)).get_current_head() == schema.HEAD


def test_a_new_ledger_is_in_wal_mode_with_foreign_keys_and_full_sync(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "onrecord.db") as ledger, ledger.engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        }
    assert pragmas == {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "synchronous": 2,
        "busy_timeout": 30000,
    }


def test_an_interrupted_migration_leaves_nothing(tmp_path: Path) -> None:
    engine = make_engine(tmp_path / "onrecord.db", wait_seconds=1)
    with engine.connect() as connection, connection.begin() as transaction:
        schema.upgrade_schema(connection)
        assert "articles" in sa.inspect(connection).get_table_names()
        transaction.rollback()
    with engine.connect() as connection:
        assert sa.inspect(connection).get_table_names() == []
    engine.dispose()


def test_a_database_of_another_schema_is_refused(unmade_address: Path | str) -> None:
    with open_ledger(unmade_address) as ledger:
        name = ledger.name
        with ledger.engine.begin() as connection:
            connection.execute(sa.text("UPDATE schema_version SET version_num = '0999'"))
    with pytest.raises(LedgerError, match=r"has schema 0999.*upgrade onrecord") as caught:
        open_ledger(unmade_address)
    assert name in str(caught.value)


def test_a_database_with_the_tables_of_others_is_refused(postgres: Server) -> None:
    with postgres.lend_database() as url:
        postgres.execute("CREATE TABLE notes (words text)", sa.make_url(url).database)
        with pytest.raises(LedgerError, match="another program"):
            open_ledger(url)


def test_a_newer_schema_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    open_ledger(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE schema_version SET version_num = '0999'")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(LedgerError, match=r"has schema 0999.*upgrade onrecord") as caught:
        open_ledger(path)
    assert str(path) in str(caught.value)
    assert path.read_bytes() == before


def test_the_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE notes (text)")
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="another program"):
        open_ledger(path)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    path.touch()
    open_ledger(path).close()
    assert path.stat().st_size > 0


def test_a_path_may_hold_any_character(tmp_path: Path) -> None:
    path = tmp_path / "100% ?mode=ro&" / "ledger #1.db"
    open_ledger(path).close()
    assert path.is_file()


def test_the_tables_can_be_made_in_postgresql() -> None:
    dialect = postgresql.dialect()
    for table in metadata.sorted_tables:
        assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=dialect))
        for index in table.indexes:
            assert "CREATE" in str(CreateIndex(index).compile(dialect=dialect))
    latest = next(i for i in metadata.tables["readings"].indexes if i.name == "uq_readings_latest")
    assert str(CreateIndex(latest).compile(dialect=dialect)).endswith("WHERE latest")


# Each was written by the version of onrecord that had this schema: the dispatches 1 and 2 of
# `ledger_examples`; from 2 on also a failure, a judgement from 4 on, and the claims from 5 on.
@pytest.mark.parametrize("version", [1, 2, 3, 4, 5])
def test_an_older_ledger_is_brought_up_to_date_with_everything_in_it(
    tmp_path: Path, version: int
) -> None:
    path = tmp_path / "onrecord.db"
    path.write_bytes(gzip.decompress(HERE.joinpath(f"version_{version}.db.gz").read_bytes()))
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT version_num FROM schema_version").fetchone()
        assert found == (f"000{version}",)
    readings = [make_reading(make_article(number)) for number in (1, 2)]
    kept = [without_findings(one) for one in readings] if version == 1 else readings
    with open_ledger(path) as ledger:
        with ledger.engine.connect() as connection:
            now = connection.scalar(sa.text("SELECT version_num FROM schema_version"))
            assert now == schema.HEAD
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        assert [load_reading(ledger, one.article.id) for one in readings] == kept
        assert len(find_attributions(ledger, AttributionQuery(search="cracks"))) == 4
        assert len(find_responses(ledger, ResponseQuery())) == (0 if version == 1 else 2)
        assert len(find_failures(ledger)) == (0 if version == 1 else 1)
        assert [one.who for one in load_judgements(ledger)] == ["Ida Bell"] * (version >= 4)
        assert count_pending(ledger) == gather_pending(ledger) == 2
        (claim,) = find_claims(ledger, ClaimQuery("cracks"))
        assert len(claim.reports) == 2
        (capture,) = find_captures(ledger, readings[0].article.id)
        again = store_reading(
            ledger, load_capture(ledger, capture.id), readings[0], NOON + datetime.timedelta(days=1)
        )
        # What is read now is more: findings since 2, and the words that an answer answers since 3.
        assert again is (version < 3)
        assert load_reading(ledger, readings[0].article.id) == readings[0]


@pytest.mark.parametrize("version", [1, 2, 3, 4, 5])
def test_an_upgrade_makes_the_schema_of_a_new_ledger(tmp_path: Path, version: int) -> None:
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    old.write_bytes(gzip.decompress(HERE.joinpath(f"version_{version}.db.gz").read_bytes()))
    found = []
    for path in (old, new):
        with open_ledger(path) as ledger, ledger.engine.connect() as connection:
            rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master ORDER BY name")
            found.append([tuple(row) for row in rows])
    assert found[0] == found[1]


def test_an_older_ledger_that_is_asked_at_once_is_upgraded_once(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    path.write_bytes(gzip.decompress(HERE.joinpath("version_2.db.gz").read_bytes()))

    def ask(tell: Tell) -> None:
        with open_ledger(path, create=False) as ledger:
            tell(len(find_attributions(ledger, AttributionQuery(search="cracks"))))

    processes = [start(ask) for _ in range(4)]
    assert [process.wait() for process in processes] == [0] * 4
    assert [process.told for process in processes] == [["4"]] * 4

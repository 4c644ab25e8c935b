"""The schema: what migrations make is what the tables say; other schemas are refused."""

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

from onrecord.errors import LedgerError
from onrecord.ledger import schema
from onrecord.ledger.ledger import open_ledger
from onrecord.ledger.sqlite import make_engine
from onrecord.ledger.tables import metadata


def is_ours(thing: object, name: str | None, kind: str, *_: object) -> bool:
    """Without the tables in which FTS5 keeps its index."""
    return not (kind == "table" and (name or "").startswith("attribution_search"))


def test_migrations_make_what_the_tables_say(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "onrecord.db") as ledger, ledger.engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"version_table": schema.VERSION_TABLE, "include_object": is_ours},
        )
        assert compare_metadata(context, metadata) == []
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

"""The schema: what migrations make is what the tables say; other schemas are refused."""

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

from ledger_examples import NOON, make_article, make_capture, make_reading, without_findings
from onrecord.errors import LedgerError
from onrecord.ledger import schema
from onrecord.ledger.found import AttributionQuery, ResponseQuery
from onrecord.ledger.ledger import open_ledger, store_reading
from onrecord.ledger.loading import load_reading
from onrecord.ledger.queries import find_attributions
from onrecord.ledger.response_queries import find_responses
from onrecord.ledger.sqlite import make_engine
from onrecord.ledger.tables import metadata

VERSION_1 = Path(__file__).with_name("version_1.db.gz")


def is_ours(thing: object, name: str | None, kind: str, *_: object) -> bool:
    """Without the tables in which FTS5 keeps its index."""
    return not (kind == "table" and (name or "").startswith(("attribution_search", "claim_search")))


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


def test_a_ledger_of_version_1_is_brought_up_to_date_with_everything_in_it(tmp_path: Path) -> None:
    # Written by onrecord 0.1.0 with schema 0001: the dispatches 1 and 2 of `ledger_examples`.
    path = tmp_path / "onrecord.db"
    path.write_bytes(gzip.decompress(VERSION_1.read_bytes()))
    articles = [make_article(number) for number in (1, 2)]
    with open_ledger(path) as ledger, ledger.engine.connect() as connection:
        version = connection.scalar(sa.text("SELECT version_num FROM schema_version"))
        assert version == schema.HEAD
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        for article in articles:
            assert load_reading(ledger, article.id) == without_findings(make_reading(article))
        assert len(find_attributions(ledger, AttributionQuery(search="cracks"))) == 4
        assert find_responses(ledger, ResponseQuery()) == ()
        reading = make_reading(articles[0])
        assert store_reading(ledger, make_capture(articles[0]), reading, NOON) is True
        assert load_reading(ledger, articles[0].id) == reading

"""Opening the ledger, and the writes: each function one transaction, so all of it or nothing."""

import datetime
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import sqlalchemy as sa

from onrecord.errors import LedgerError, SettingsError
from onrecord.ledger import finding_rows, postgres, rows, sqlite
from onrecord.ledger.claim_tables import pending
from onrecord.ledger.references import check_reading
from onrecord.ledger.schema import is_current, upgrade_schema
from onrecord.ledger.search import index_reading
from onrecord.ledger.tables import (
    absences,
    article_captures,
    articles,
    attributions,
    captures,
    checks,
    entities,
    failures,
    hops,
    marks,
    mentions,
    positions,
    readings,
    responses,
    roles,
    runs,
)
from onrecord.ledger.upserts import insert_new
from onrecord.ledger.writing import WRITING
from onrecord.records import Capture, Failure, Reading
from onrecord.settings import check_path, ledger_address


@dataclass(frozen=True, slots=True)
class Ledger:
    """An open ledger; what can be done with it are the functions that take it.

    Attributes:
        name: the absolute path of its file, or its URL without the password.
        engine: its connections; closed by `close`, or at the end of a `with`.
    """

    name: str
    engine: sa.Engine

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open_ledger(address: Path | str, *, create: bool = True, wait_seconds: float = 30.0) -> Ledger:
    """Open a ledger, and bring an older schema up to date.

    Args:
        address: a file, which is made with its folder where it does not exist; or the URL of a
            PostgreSQL database, `postgresql://user@host/name`, which exists and may be empty.
        create: False to raise LedgerError where there is no ledger yet.
        wait_seconds: how long a write waits for another process to finish its own.

    Raises:
        LedgerError: it is missing, unreadable, read-only, damaged, locked, not reachable, no
            ledger, or of a newer schema.
        SettingsError: the address is none.
    """
    where = ledger_address(address) if isinstance(address, str) else check_path(address)
    if isinstance(where, Path):
        path = where.absolute()
        sqlite.prepare_folder(path, create=create)
        ledger = Ledger(str(path), sqlite.make_engine(path, wait_seconds=wait_seconds))
    else:
        engine = postgres.make_engine(where, wait_seconds=wait_seconds)
        ledger = Ledger(postgres.name_ledger(engine.url), engine)
    try:
        _prepare_schema(ledger, create=create)
    except BaseException:
        ledger.close()
        raise
    return ledger


def _prepare_schema(ledger: Ledger, *, create: bool) -> None:
    is_file = ledger.engine.dialect.name == "sqlite"
    with reading_from(ledger) as connection:
        if is_current(connection, ledger.name):
            return
        if not is_file:
            postgres.check_database(connection, ledger.name, create=create)
    if is_file:
        with _reporting_faults(ledger):
            sqlite.use_write_ahead_log(ledger.engine)
    with _locking(ledger) as connection:
        # Asked again: another process may have upgraded while this one waited for the lock.
        if not is_current(connection, ledger.name):
            upgrade_schema(connection)


@contextmanager
def _reporting_faults(ledger: Ledger, *, only_reads: bool = False) -> Iterator[None]:
    """Turn what can go wrong with the store into LedgerError; mistakes in our SQL stay as they are.

    Of code that only reads also ValueError: what was stored was valid, so a stored value that makes
    no record any more is damage.
    """
    store = sqlite if ledger.engine.dialect.name == "sqlite" else postgres
    try:
        yield
    except (sa.exc.DBAPIError, sqlite3.Error) as error:
        fault = store.name_fault(error.orig if isinstance(error, sa.exc.DBAPIError) else error)
        if fault is None:
            raise
        raise LedgerError(f"the ledger {ledger.name} {fault}") from error
    except UnicodeEncodeError as error:
        raise SettingsError(
            "what is looked for holds characters that are no text: write it in UTF-8"
        ) from error
    except ValueError as error:
        if not only_reads:
            raise
        raise LedgerError(
            f"the ledger {ledger.name} {store.DAMAGED} (a stored value: {error})"
        ) from error


@contextmanager
def reading_from(ledger: Ledger) -> Iterator[sa.Connection]:
    """A transaction that only reads: every SELECT in it sees the same state."""
    with _reporting_faults(ledger, only_reads=True), ledger.engine.connect() as connection:
        yield connection


@contextmanager
def writing_to(ledger: Ledger) -> Iterator[sa.Connection]:
    """A transaction that writes: all of it is stored, or nothing. Others that write wait.

    It is counted, so that whoever keeps an answer knows that it is old (`state.read_state`).
    """
    with _locking(ledger) as connection:
        yield connection
        connection.execute(sa.update(marks).values(changes=marks.c.changes + 1))


@contextmanager
def _locking(ledger: Ledger) -> Iterator[sa.Connection]:
    with _reporting_faults(ledger), ledger.engine.connect() as connection:
        connection.execution_options(**{WRITING: True})
        with connection.begin():
            yield connection


def store_reading(
    ledger: Ledger, capture: Capture, reading: Reading, at: datetime.datetime
) -> bool:
    """Store what one run read out of one capture, and close the open failures of its origin.

    It becomes the article's latest reading; earlier ones stay. When the function has returned, the
    reading survives a crash of the process and of the machine.

    Args:
        ledger: where to.
        capture: the bytes that the article was found in.
        reading: what was read.
        at: when it was read.

    Returns:
        False where the same was stored before; then only `last_read_at` moves on.

    Raises:
        LedgerError: it could not be written; then nothing of it was.
        ValueError: the reading refers to something that is not in it.
    """
    check_reading(reading)
    identity = rows.reading_id(reading)
    with writing_to(ledger) as connection:
        _store_capture(connection, capture)
        connection.execute(insert_new(connection, articles), rows.article_row(reading))
        connection.execute(
            insert_new(connection, article_captures),
            {"article_id": reading.article.id, "capture_id": capture.id},
        )
        is_new = not _touch_reading(connection, reading.article.id, identity, at)
        if is_new:
            _insert_reading(connection, reading, identity, at)
        connection.execute(
            sa.update(failures)
            .where(failures.c.origin == capture.origin, failures.c.resolved_at.is_(None))
            .values(resolved_at=at)
        )
    return is_new


def _store_capture(connection: sa.Connection, capture: Capture) -> None:
    connection.execute(insert_new(connection, captures), rows.capture_row(capture))
    connection.execute(
        sa.update(captures)
        .where(captures.c.id == capture.id, captures.c.last_fetched_at < capture.fetched_at)
        .values(last_fetched_at=capture.fetched_at)
    )


def _touch_reading(
    connection: sa.Connection, article_id: str, identity: str, at: datetime.datetime
) -> bool:
    """Make a stored reading the latest of its article; False where it is not stored."""
    replaced = connection.execute(
        sa.update(readings)
        .where(readings.c.article_id == article_id, readings.c.latest, readings.c.id != identity)
        .values(latest=False)
    )
    if replaced.rowcount:
        connection.execute(insert_new(connection, pending), {"article_id": article_id})
    touched = connection.execute(
        sa.update(readings)
        .where(readings.c.id == identity)
        .values(
            latest=True,
            # A clock that was set back does not set the record back.
            last_read_at=sa.case((readings.c.last_read_at < at, at), else_=readings.c.last_read_at),
        )
    )
    return touched.rowcount == 1


def _insert_reading(
    connection: sa.Connection, reading: Reading, identity: str, at: datetime.datetime
) -> None:
    connection.execute(insert_new(connection, pending), {"article_id": reading.article.id})
    connection.execute(insert_new(connection, runs), rows.run_row(reading))
    connection.execute(sa.insert(readings), rows.reading_row(reading, at))
    for table, found in (
        (entities, rows.entity_rows(reading, identity)),
        (mentions, rows.mention_rows(reading, identity)),
        (roles, rows.role_rows(reading, identity)),
        (attributions, rows.attribution_rows(reading, identity)),
        (hops, finding_rows.hop_rows(reading, identity)),
        (responses, finding_rows.response_rows(reading, identity)),
        (absences, finding_rows.absence_rows(reading, identity)),
        (positions, finding_rows.position_rows(reading, identity)),
        (checks, finding_rows.check_rows(reading, identity)),
    ):
        if found:
            connection.execute(sa.insert(table), found)
    index_reading(connection, identity)


def store_failure(ledger: Ledger, failure: Failure) -> bool:
    """Store that an input could not be read; a failure that was resolved is open again.

    Returns:
        False where the same failure was stored before; then it is counted once more.

    Raises:
        LedgerError: it could not be written.
    """
    with writing_to(ledger) as connection:
        again = connection.execute(
            sa.update(failures)
            .where(failures.c.id == failure.id)
            .values(
                last_failed_at=failure.failed_at,
                count=failures.c.count + 1,
                resolved_at=None,
            )
        )
        if again.rowcount == 0:
            connection.execute(sa.insert(failures), rows.failure_row(failure))
    return again.rowcount == 0

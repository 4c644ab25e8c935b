"""What only SQLite has: its connection, its transactions, its errors.

The file is in WAL mode, so readers and one writer do not wait for each other. `synchronous` is
FULL: what a transaction reported as stored survives the end of the process and the loss of power;
NORMAL would survive only the first. The price is one fsync for each stored reading.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import event

from onrecord.errors import LedgerError
from onrecord.ledger.writing import WRITING

_PRIMARY_CODE = 0xFF
_FAULTS = {
    sqlite3.SQLITE_FULL: (
        "could not be written: the disk is full. What was stored before is safe; "
        "make room and run the same command again"
    ),
    sqlite3.SQLITE_IOERR: (
        "could not be read or written: the disk is full, not reachable or broken. What was "
        "stored before is kept; check the disk and run the same command again"
    ),
    sqlite3.SQLITE_READONLY: (
        "is read-only: make the file and its folder writable, or name another with --ledger"
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "could not be opened: it must be a file in a folder that you may write to; "
        "name another with --ledger"
    ),
    sqlite3.SQLITE_PERM: (
        "may not be opened by you: change its permissions, or name another with --ledger"
    ),
    sqlite3.SQLITE_NOTADB: (
        "is not a ledger: the file is no SQLite database. Move it away or restore it from a "
        "backup, or name another with --ledger"
    ),
    sqlite3.SQLITE_CORRUPT: (
        "is damaged: restore it from a backup, or save what can be saved with "
        '`sqlite3 LEDGER ".recover"`'
    ),
    sqlite3.SQLITE_BUSY: (
        "is locked: another program has been writing to it for too long. Wait until it has "
        "finished, or stop it, and run the same command again"
    ),
    sqlite3.SQLITE_TOOBIG: (
        "cannot hold so large a text: SQLite's limit for one value is a thousand million bytes"
    ),
}


def make_engine(path: Path, *, wait_seconds: float) -> sa.Engine:
    """An engine for the database file at an absolute path; nothing is opened yet.

    Args:
        path: created by the first connection where it does not exist.
        wait_seconds: how long a transaction waits for another writer before it gives up.
    """

    def connect() -> sqlite3.Connection:
        # isolation_level=None leaves BEGIN to us: the module's own way runs DDL outside of
        # transactions, and an interrupted migration would leave half a schema.
        connection = sqlite3.connect(
            path, timeout=wait_seconds, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = FULL")
        except BaseException:
            connection.close()
            raise
        return connection

    url = sa.URL.create("sqlite", database=str(path))
    engine = sa.create_engine(url, creator=connect)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: sa.Connection) -> None:
    # A transaction that reads first and writes later fails at once, without waiting, when another
    # wrote in between; taking the write lock at the start makes writers queue.
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN DEFERRED")


def use_write_ahead_log(engine: sa.Engine) -> None:
    """Put the file in WAL mode, which it keeps; file systems without shared memory stay as is."""
    with closing(engine.raw_connection()) as connection:
        connection.cursor().execute("PRAGMA journal_mode = WAL")


DAMAGED = _FAULTS[sqlite3.SQLITE_CORRUPT]


def prepare_folder(path: Path, *, create: bool) -> None:
    """Make the folder of a file that is to be made.

    Raises:
        LedgerError: it cannot be made, it is no file, or it is missing or empty and not to be made.
    """
    try:
        missing = not path.exists()
        if missing and create:
            path.parent.mkdir(parents=True, exist_ok=True)
        is_file = missing or path.is_file()
        # Beside a file that has just been made its first pages may still wait in the log.
        is_empty = is_file and not missing and not (_size(path) or _size(Path(f"{path}-wal")))
    except OSError as error:
        raise LedgerError(
            f"the folder {path.parent} of the ledger cannot be used ({error.strerror}): "
            "name another file with --ledger"
        ) from error
    if not is_file:
        raise LedgerError(
            f"the ledger {path} could not be opened: it is not a file; name another with --ledger"
        )
    if is_empty and not create:
        raise LedgerError(
            f"the ledger {path} holds nothing yet: run `onrecord read FILE` first, "
            "or name another with --ledger"
        )
    if missing and not create:
        raise LedgerError(
            f"there is no ledger {path}: nothing has been read into it yet. "
            "Run `onrecord read FILE` first, or name another with --ledger"
        )


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def name_fault(error: BaseException | None) -> str | None:
    """What is wrong with the file and what to do; None where a mistake in our SQL is to blame."""
    fault = _FAULTS.get(getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE)
    if fault is None and "no such module: fts5" in str(error):
        return "needs full-text search: install a Python whose SQLite has FTS5"
    if fault is None and "Could not decode to UTF-8" in str(error):
        return DAMAGED
    return fault

"""What only PostgreSQL has: its connection, its transactions, its errors.

A transaction that reads sees one state (REPEATABLE READ) and waits for nobody. Those that write
queue behind one advisory lock, as they queue for SQLite's: what holds there holds here, two
writers cannot deadlock, and a transaction is short beside the reading that it stores. The server
lets go of the lock of a client that was killed.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy import event

from onrecord.errors import LedgerError
from onrecord.ledger.writing import WRITING

if TYPE_CHECKING:
    import psycopg

_DRIVER = "postgresql+psycopg"
_CONNECT_SECONDS = 10
_MOST_IDLE_SECONDS = 600
"""A writer whose machine is gone keeps the others waiting no longer."""
_WRITE_LOCK = int.from_bytes(b"onrecord")

# PostgreSQL keeps every character but NUL, which pages hold now and then: it is written in two.
_ESCAPE, _NUL, _ITSELF = "\ufffe", "\ufffe0", "\ufffee"

DAMAGED = "is damaged: restore the database from a backup"
_FULL = (
    "could not be written: the disk of the server is full. What was stored before is safe; "
    "make room and run the same command again"
)
_LOST = (
    "was cut off: the server was stopped or the connection broke. What was stored before is safe; "
    "run the same command again"
)
_LOCKED = (
    "is locked: another program has been writing to it for too long. Wait until it has finished, "
    "or stop it, and run the same command again"
)
_REFUSED = (
    "may not be used by this user: it needs the rights to connect, and to make tables in the "
    "schema public (GRANT CREATE ON SCHEMA public TO user), or name another with --ledger"
)
# By SQLSTATE or its first two characters, the class.
_FAULTS = {
    "08": _LOST,
    "25006": "is read-only: name the server that may be written to, or another with --ledger",
    "25P03": _LOST,
    "28": _REFUSED,
    "3D000": "does not exist: make the database (createdb NAME), or name another with --ledger",
    "40": _LOCKED,
    "42501": _REFUSED,
    "53": "cannot be served: the server is out of connections or memory. Try again later",
    "53100": _FULL,
    "54": "cannot hold so large a text: PostgreSQL's limit for one value is exceeded",
    "55P03": _LOCKED,
    "57": _LOST,
    "58": "could not be read or written: the disk of the server fails. Check the server",
    "XX001": DAMAGED,
    "XX002": DAMAGED,
}


def make_engine(url: str, *, wait_seconds: float) -> sa.Engine:
    """An engine for the database at a URL; nothing is opened yet.

    Args:
        url: `postgresql://user:password@host:port/name?option=value`, the options libpq's.
        wait_seconds: how long a transaction waits for another writer before it gives up.

    Raises:
        LedgerError: the URL is none, or psycopg is not installed.
    """
    parsed = _parse(url)
    arguments: dict[str, Any] = {"client_encoding": "utf8"}
    if "connect_timeout" not in parsed.query:
        arguments["connect_timeout"] = _CONNECT_SECONDS
    try:
        engine = sa.create_engine(parsed, connect_args=arguments, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise LedgerError(
            f"the ledger {name_ledger(parsed)} is in PostgreSQL, for which a package is missing: "
            "pip install 'onrecord[postgres]'"
        ) from error
    event.listen(engine, "connect", _adapt_texts)
    event.listen(engine, "begin", _begin_with(wait_seconds))
    return engine


def _parse(url: str) -> sa.URL:
    fault = LedgerError(
        # The URL is not shown: it may hold a password.
        "the URL of the ledger cannot be read: write it as "
        "postgresql://user@host:5432/name, special characters in user and password as %40"
    )
    try:
        parsed = sa.make_url(url).set(drivername=_DRIVER)
    except (sa.exc.ArgumentError, ValueError) as error:
        raise fault from error
    if any("@" in part for part in (parsed.host or "", parsed.database or "")):
        # A part of the password that follows an unwritten %40.
        raise fault
    return parsed


def name_ledger(url: sa.URL) -> str:
    """The URL for messages: without the password and without options, which may hold one."""
    shown = url.set(drivername="postgresql", password=None, query={})
    return shown.render_as_string(hide_password=True)


def check_database(connection: sa.Connection, ledger: str, *, create: bool) -> None:
    """Raise LedgerError where an empty database may not become a ledger."""
    encoding = connection.scalar(sa.text("SHOW server_encoding"))
    if encoding != "UTF8":
        raise LedgerError(
            f"the database of {ledger} has the encoding {encoding}, a ledger needs UTF8: "
            "make another with createdb -E UTF8 -T template0 NAME"
        )
    if not create and not sa.inspect(connection).get_table_names():
        raise LedgerError(
            f"there is no ledger {ledger}: nothing has been read into it yet. "
            "Run `onrecord read FILE` first, or name another with --ledger"
        )


def name_fault(error: BaseException | None) -> str | None:
    """What is wrong with the store and what to do; None where a mistake in our SQL is to blame."""
    import psycopg

    if not isinstance(error, psycopg.Error):
        return None
    state = error.sqlstate
    if state is not None:
        return _FAULTS.get(state) or _FAULTS.get(state[:2])
    reason = " ".join(str(error).split())
    if isinstance(error, psycopg.OperationalError):
        return (
            f"cannot be reached ({reason}): check that the server runs, and the host, port, "
            "user and database of the URL (createdb makes one); a password is best kept in "
            "~/.pgpass. What was stored before is safe"
        )
    if "connection option" in reason:
        return f"has a URL with an option that PostgreSQL does not know ({reason})"
    return None


def _begin_with(wait_seconds: float) -> Callable[[sa.Connection], None]:
    milliseconds = {"wait": f"{round(wait_seconds * 1000)}", "idle": f"{_MOST_IDLE_SECONDS}s"}
    limits = sa.text(
        "SELECT set_config('lock_timeout', :wait, true), "
        "set_config('idle_in_transaction_session_timeout', :idle, true)"
    )

    def begin(connection: sa.Connection) -> None:
        if not connection.get_execution_options().get(WRITING, False):
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            return
        connection.execute(limits, milliseconds)
        # READ COMMITTED: what comes after the lock sees what those before it have stored.
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITE_LOCK})")

    return begin


def _adapt_texts(connection: "psycopg.Connection[Any]", _: object) -> None:
    """Let a connection write and read texts with NUL in them."""
    from psycopg.adapt import Buffer, Loader
    from psycopg.types.string import StrDumper

    class Escaping(StrDumper):
        def dump(self, obj: str) -> Buffer | None:
            if "\0" in obj or _ESCAPE in obj:
                obj = obj.replace(_ESCAPE, _ITSELF).replace("\0", _NUL)
            return super().dump(obj)

    class Unescaping(Loader):
        def load(self, data: Buffer) -> str:
            text = bytes(data).decode()
            if _ESCAPE in text:
                text = text.replace(_NUL, "\0").replace(_ITSELF, _ESCAPE)
            return text

    connection.adapters.register_dumper(str, Escaping)
    for kind in ("text", "varchar"):
        connection.adapters.register_loader(kind, Unescaping)

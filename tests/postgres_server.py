"""A PostgreSQL server for the tests: Debian's package, a cluster of its own, gone afterwards."""

import contextlib
import importlib.util
import os
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pytest

STORES = ("sqlite", "postgresql")
_DEBIAN = Path("/usr/lib/postgresql")
_SETTINGS = {
    # Nothing has to survive the machine here; what has to survive is the end of a client.
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "autovacuum": "off",
    "max_connections": "60",
    "shared_buffers": "32MB",
    "listen_addresses": "",
}

_EMPTY = """
SET session_replication_role = replica;
DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT tablename FROM pg_tables
              WHERE schemaname = 'public' AND tablename NOT IN ('schema_version', 'marks')
  LOOP EXECUTE format('DELETE FROM %I', name); END LOOP;
END $$
"""


@dataclass(frozen=True, slots=True)
class Server:
    """A server that listens at a socket in a folder, and trusts who can reach it."""

    folder: Path

    def url_of(self, database: str) -> str:
        return f"postgresql://postgres@/{database}?host={self.folder}"

    def execute(self, command: str, database: str = "postgres") -> None:
        import psycopg

        with psycopg.connect(self.url_of(database), autocommit=True) as connection:
            connection.execute(command)  # type: ignore[call-overload]

    def lend_ledger(self) -> str:
        """The URL of the one ledger that is made already, emptied: that is quicker than a new one."""
        self.execute(_EMPTY, "ledger")
        return self.url_of("ledger")

    @contextlib.contextmanager
    def lend_database(self, options: str = "") -> Iterator[str]:
        """The URL of a new and empty database, dropped afterwards."""
        name = f"ledger_{uuid.uuid4().hex}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE template0 {options}")
        try:
            yield self.url_of(name)
        finally:
            self.execute(f"DROP DATABASE {name} WITH (FORCE)")


def find_programs() -> Path | None:
    """The folder of `initdb` and `pg_ctl`, of the newest version where there are several."""
    found = sorted(_DEBIAN.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    named = shutil.which("initdb")
    if found:
        return found[-1].parent
    return None if named is None else Path(named).resolve().parent


def raise_missing(reason: str) -> NoReturn:
    """Skip the test; in CI nothing may be missing."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@contextlib.contextmanager
def run_server() -> Iterator[Server]:
    """A server with an empty cluster; the test that asks is skipped where there can be none."""
    programs = find_programs()
    if programs is None:
        raise_missing("PostgreSQL is not installed: run tests/install_postgres.sh")
    if importlib.util.find_spec("psycopg") is None:
        raise_missing("psycopg is not installed: run make setup")
    folder = Path(tempfile.mkdtemp(prefix="onrecord-postgres-"))
    # PostgreSQL refuses to run as root.
    account = {"user": "postgres", "group": "postgres", "extra_groups": []} if _is_root() else {}
    if account:
        shutil.chown(folder, "postgres", "postgres")
        folder.chmod(0o755)

    def run(program: str, *arguments: str) -> None:
        with (folder / "log").open("a") as log:
            subprocess.run(
                [programs / program, *arguments],
                cwd=folder, check=True, stdout=log, stderr=log, **account,
            )  # fmt: skip

    cluster = str(folder / "cluster")
    try:
        run("initdb", "-D", cluster, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C",
            "--no-sync")  # fmt: skip
        options = " ".join(f"-c {name}='{value}'" for name, value in _SETTINGS.items())
        run("pg_ctl", "-D", cluster, "-w", "-o", f"-k {folder} {options}", "start")
        try:
            yield Server(folder)
        finally:
            run("pg_ctl", "-D", cluster, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def _is_root() -> bool:
    return os.geteuid() == 0

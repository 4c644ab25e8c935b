"""The two stores that a ledger can be in: tests that ask for `address` run on both."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.ledger.ledger import Ledger, open_ledger
from postgres_server import STORES, Server, run_server


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A server with one ledger."""
    with run_server() as server:
        server.execute("CREATE DATABASE ledger TEMPLATE template0")
        open_ledger(server.url_of("ledger")).close()
        yield server


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def address(store: str, request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Where an empty ledger is, or will be when it is opened."""
    if store == "sqlite":
        return tmp_path / "onrecord.db"
    server: Server = request.getfixturevalue("postgres")
    return server.lend_ledger()


@pytest.fixture
def unmade_address(
    store: str, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[Path | str]:
    """Where a ledger can be made: a folder without the file, or an empty database."""
    if store == "sqlite":
        yield tmp_path / "new" / "onrecord.db"
        return
    server: Server = request.getfixturevalue("postgres")
    with server.lend_database() as url:
        yield url


@pytest.fixture
def ledger(address: Path | str) -> Iterator[Ledger]:
    """An empty ledger in each of the stores."""
    with open_ledger(address) as opened:
        yield opened

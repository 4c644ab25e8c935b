from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from story_ledger import copy_story, read_story
from web_story import make_client


@pytest.fixture(scope="session")
def reading_client() -> Iterator[TestClient]:
    """The page over the story; tests only look."""
    with make_client(read_story()) as client:
        yield client


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    """The page over a copy of the story that may be written to."""
    with make_client(copy_story(tmp_path)) as client:
        yield client


@pytest.fixture
def empty_client(tmp_path: Path) -> Iterator[TestClient]:
    """The page over a ledger that holds nothing."""
    with make_client(tmp_path / "empty.db") as client:
        yield client

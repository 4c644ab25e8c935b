"""What the world does to a ledger that is a file: full disks, damage, missing rights."""

import contextlib
import os
import random
import resource
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import alembic.command
import pytest

from ledger_examples import NOON, make_article, make_capture, make_reading
from onrecord.errors import LedgerError
from onrecord.ledger.found import ArticleQuery, AttributionQuery
from onrecord.ledger.ledger import Ledger, open_ledger, store_reading
from onrecord.ledger.loading import find_captures, load_capture, load_reading
from onrecord.ledger.queries import find_articles, find_attributions, find_failures

assert alembic.command, "loaded before a test takes its rights away"


def check_whole(path: Path, numbers: set[int]) -> None:
    """The file is sound, and every numbered dispatch is there, complete, as is every other."""
    with open_ledger(path) as ledger:
        with ledger.engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
            connection.exec_driver_sql(
                "INSERT INTO attribution_search (attribution_search, rank) "
                "VALUES ('integrity-check', 1)"
            )
        for number in numbers:
            reading = make_reading(make_article(number))
            assert load_reading(ledger, reading.article.id) == reading
            (capture,) = find_captures(ledger, reading.article.id)
            assert load_capture(ledger, capture.id) == make_capture(reading.article)
        for article in find_articles(ledger, ArticleQuery()):
            assert article.attributions == 3
            assert len(find_captures(ledger, article.id)) == 1


def store(ledger: Ledger, number: int) -> None:
    article = make_article(number)
    store_reading(ledger, make_capture(article), make_reading(article), NOON)


def test_a_full_disk_keeps_what_was_stored_and_nothing_half(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    with open_ledger(path) as ledger:
        store(ledger, 0)
        with ledger.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        body = random.Random(1).randbytes(200_000)
        with pytest.raises(LedgerError, match="disk is full") as caught:
            store_reading(ledger, make_capture(body=body), make_reading(make_article(1)), NOON)
        assert str(path) in str(caught.value)
        assert len(find_articles(ledger, ArticleQuery())) == 1
        with ledger.engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {2**30}")
        store(ledger, 1)
    check_whole(path, {0, 1})


def test_a_file_that_may_not_grow_is_reported_by_the_system(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    body = random.Random(1).randbytes(400_000)
    with open_ledger(path) as ledger:
        store(ledger, 0)
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, hard))
        try:
            with pytest.raises(LedgerError, match="disk is full"):
                store_reading(ledger, make_capture(body=body), make_reading(make_article(1)), NOON)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        store(ledger, 1)
    check_whole(path, {0, 1})


@contextlib.contextmanager
def without_rights() -> Iterator[None]:
    """Act as nobody where the tests run as root, whom no permission stops."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter, unlike `tmp_path`."""
    folder = Path(tempfile.mkdtemp(prefix="onrecord-"))
    folder.chmod(0o777)
    yield folder
    folder.chmod(0o777)
    shutil.rmtree(folder)


def test_a_read_only_folder_is_named(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    path = open_folder / "onrecord.db"
    with without_rights(), pytest.raises(LedgerError, match="--ledger") as caught:
        open_ledger(path)
    assert str(path) in str(caught.value)
    with without_rights(), pytest.raises(LedgerError, match="Permission denied"):
        open_ledger(open_folder / "below" / "onrecord.db")
    assert list(open_folder.iterdir()) == []


def test_a_read_only_file_is_named_when_it_is_written_to(open_folder: Path) -> None:
    path = open_folder / "onrecord.db"
    with open_ledger(path) as ledger:
        store(ledger, 0)
    path.chmod(0o444)
    with (
        without_rights(),
        open_ledger(path) as ledger,
        pytest.raises(LedgerError, match="read-only") as caught,
    ):
        store(ledger, 1)
    assert str(path) in str(caught.value)


def test_a_folder_that_may_not_be_entered_is_named(open_folder: Path) -> None:
    open_folder.chmod(0o000)
    with without_rights(), pytest.raises(LedgerError, match="Permission denied"):
        open_ledger(open_folder / "onrecord.db", create=False)


def test_a_folder_in_the_place_of_the_ledger_is_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="could not be opened") as caught:
        open_ledger(tmp_path)
    assert str(tmp_path) in str(caught.value)


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("not a folder")
    with pytest.raises(LedgerError, match="cannot be"):
        open_ledger(tmp_path / "notes" / "onrecord.db")
    with pytest.raises(LedgerError, match="cannot be"):
        open_ledger(tmp_path / "notes" / "below" / "onrecord.db")


def test_a_missing_ledger_is_not_made_for_a_question(tmp_path: Path) -> None:
    path = tmp_path / "below" / "onrecord.db"
    with pytest.raises(LedgerError, match="nothing has been read"):
        open_ledger(path, create=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content", [b"just a text, and no database\n" * 50, b"\x89PNG\r\n\x1a\n" + bytes(900)]
)
def test_a_file_that_is_no_database_is_refused_and_left_alone(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "onrecord.db"
    path.write_bytes(content)
    with pytest.raises(LedgerError, match="is not a ledger") as caught:
        open_ledger(path)
    assert str(path) in str(caught.value)
    assert path.read_bytes() == content


def test_damage_anywhere_is_reported_or_harmless(tmp_path: Path) -> None:
    whole = tmp_path / "whole.db"
    with open_ledger(whole) as ledger:
        for number in range(30):
            store(ledger, number)
    places = random.Random(3)
    path = tmp_path / "damaged.db"
    content = whole.read_bytes()
    reported = 0
    for _ in range(60):
        damaged = bytearray(content)
        start = places.randrange(100, len(content) - 4096)
        damaged[start : start + 4096] = places.randbytes(4096)
        path.write_bytes(damaged)
        try:
            read_everything(path)
        except LedgerError:
            reported += 1
    assert reported > 20


def read_everything(path: Path) -> None:
    with open_ledger(path, create=False) as ledger:
        for article in find_articles(ledger, ArticleQuery()):
            load_reading(ledger, article.id)
            for capture in find_captures(ledger, article.id):
                load_capture(ledger, capture.id)
        find_attributions(ledger, AttributionQuery(search="cracks"))
        find_failures(ledger, include_resolved=True)


def test_half_a_file_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    with open_ledger(path) as ledger:
        for number in range(30):
            store(ledger, number)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(LedgerError, match="is damaged") as caught:
        read_everything(path)
    assert str(path) in str(caught.value)

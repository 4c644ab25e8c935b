"""Where a ledger can be, and what is said where there is none: nothing of it shows a password."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from ledger_examples import NOON, make_article, make_capture, make_reading
from onrecord.cli import run
from onrecord.errors import LedgerError, SettingsError
from onrecord.ledger.found import ArticleQuery
from onrecord.ledger.ledger import Ledger, open_ledger, store_reading, writing_to
from onrecord.ledger.loading import load_latest_readings
from onrecord.ledger.queries import find_articles
from onrecord.settings import default_ledger, ledger_address
from postgres_server import Server

NOWHERE = "127.0.0.1:1"


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://ann:geheim@{NOWHERE}/story",
        f"POSTGRES://ann:geheim@{NOWHERE}/story",
        f"postgresql://ann:geheim@{NOWHERE}",
        f"postgresql://ann:ge%40heim@{NOWHERE}/story",
        f"postgresql://ann:x@heim@{NOWHERE}/story",
        f"postgresql://ann:x/heim@{NOWHERE}/story",
        f"postgresql://ann:x?heim@{NOWHERE}/story",
        f"postgresql://ann:x#heim@{NOWHERE}/story",
        f"postgresql://{NOWHERE}/story?user=ann&password=geheim",
        f"postgresql://{NOWHERE}/story?passwort=geheim",
        "postgresql://ann:geheim@no-such-host.invalid/story",
        "postgresql://ann:geheim@127.0.0.1:99999/story",
        "postgresql://ann:geheim@127.0.0.1:port/story",
        "postgresql://ann:geheim@[::1/story",
        "postgresql:/ann:geheim@host/story",
        "postgresql:ann:geheim@host/story",
        "mysql://ann:geheim@host/story",
        "postgresql+asyncpg://ann:geheim@host/story",
    ],
)
def test_what_cannot_be_reached_is_said_without_the_password(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("psycopg")
    monkeypatch.chdir(tmp_path)
    assert run(["articles", "--ledger", url]) != 0
    said = capsys.readouterr()
    assert "ledger" in said.err
    assert "heim" not in said.err + said.out
    assert "Traceback" not in said.err
    assert list(tmp_path.iterdir()) == []


def test_a_url_that_was_made_a_path_is_refused_and_makes_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SettingsError, match="two slashes"):
        open_ledger(Path("postgresql://ann@host/story"))
    assert list(tmp_path.iterdir()) == []


def test_a_ledger_is_a_path_or_a_url() -> None:
    assert ledger_address("story.db") == Path("story.db")
    assert ledger_address("~/story.db") == Path.home() / "story.db"
    assert ledger_address("C:/story.db") == Path("C:/story.db")
    assert ledger_address("postgresql://host/story") == "postgresql://host/story"
    assert default_ledger({"ONRECORD_LEDGER": "postgres://host/story"}) == "postgres://host/story"
    with pytest.raises(SettingsError, match="is empty"):
        ledger_address(" ")


def test_a_server_that_is_down_is_said(tmp_path: Path) -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(LedgerError, match=r"cannot be reached.*check that the server runs"):
        open_ledger(f"postgresql://ann@/story?host={tmp_path}")


def test_a_database_that_is_not_there_is_named(postgres: Server) -> None:
    with pytest.raises(LedgerError, match=r"nowhere.*does not exist.*createdb"):
        open_ledger(postgres.url_of("nowhere"))


def test_an_empty_database_is_no_ledger_for_a_question(postgres: Server) -> None:
    with postgres.lend_database() as url:
        with pytest.raises(LedgerError, match="there is no ledger"):
            open_ledger(url, create=False)
        open_ledger(url).close()
        open_ledger(url, create=False).close()


def test_a_database_of_another_encoding_is_refused(postgres: Server) -> None:
    with (
        postgres.lend_database("ENCODING 'LATIN1' LOCALE 'C'") as url,
        pytest.raises(LedgerError, match="encoding LATIN1"),
    ):
        open_ledger(url)


def test_a_user_without_rights_is_told_which(postgres: Server) -> None:
    with postgres.lend_database() as url:
        postgres.execute("DROP ROLE IF EXISTS nobody")
        postgres.execute("CREATE ROLE nobody LOGIN")
        with pytest.raises(LedgerError, match="GRANT CREATE ON SCHEMA public"):
            open_ledger(url.replace("postgres@", "nobody@"))


def test_a_server_that_may_only_be_read_is_said(postgres: Server) -> None:
    url = postgres.lend_ledger() + "&options=-c%20default_transaction_read_only%3Don"
    with open_ledger(url) as ledger:
        assert find_articles(ledger, ArticleQuery()) == ()
        with pytest.raises(LedgerError, match="is read-only"):
            store_reading(ledger, make_capture(), make_reading(), NOON)


def test_a_connection_that_breaks_leaves_nothing_half_and_is_made_again(postgres: Server) -> None:
    with open_ledger(postgres.lend_ledger()) as ledger:
        store_reading(ledger, make_capture(), make_reading(), NOON)
        with pytest.raises(LedgerError, match="was cut off"):  # noqa: PT012, SIM117
            with writing_to(ledger) as connection:
                connection.execute(sa.text("DELETE FROM checks"))
                cut_off(postgres)
                connection.execute(sa.text("DELETE FROM positions"))
        assert load_latest_readings(ledger) == (make_reading(),)
        article = make_article(1)
        assert store_reading(ledger, make_capture(article), make_reading(article), NOON) is True
        assert [found.attributions for found in find_articles(ledger, ArticleQuery())] == [3, 3]
        cut_off(postgres)
        assert len(find_articles(ledger, ArticleQuery())) == 2


def cut_off(postgres: Server) -> None:
    postgres.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = 'ledger' AND pid <> pg_backend_pid()"
    )


def test_an_error_of_ours_is_no_fault_of_the_store(ledger: Ledger) -> None:
    with pytest.raises(sa.exc.DBAPIError), writing_to(ledger) as connection:
        connection.execute(sa.text("SELECT nothing FROM articles"))

"""A published desk: the same pages for everybody, kept until the record changes."""

import asyncio
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.errors import LedgerError, SettingsError
from onrecord.ledger.gathering import gather_pending
from onrecord.ledger.ledger import open_ledger, store_reading
from onrecord.operations import open_reader, utc_now
from onrecord.pipeline import read
from onrecord.records import Capture
from onrecord.web import published
from onrecord.web.guard import POLICY
from onrecord.web.kept import Kept
from onrecord.web.settings import WebSettings
from story_ledger import copy_story, read_story
from web_story import make_client


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the pages that were made."""
    from onrecord.web.pages import claims

    made: list[str] = []
    render = claims.render_page

    def note(request: object, *args: object, **values: object) -> object:
        made.append(str(request.url))
        return render(request, *args, **values)

    monkeypatch.setattr(claims, "render_page", note)
    return made


def test_a_page_is_made_once_and_the_same_for_everybody(counted: list[str]) -> None:
    with make_client(read_story(), read_only=True) as client:
        first = client.get("/")
        again = client.get("/", headers={"cookie": "onrecord_name=Ada"})
        assert first.content == again.content
        assert first.headers == again.headers
        assert "set-cookie" not in first.headers
        assert len(counted) == 1
        client.get("/", headers={"host": "127.0.0.1"})
        client.get("/?q=telephone")
        assert len(counted) == 3
        plain = client.get("/", headers={"accept-encoding": "identity"})
        assert plain.text == first.text
        assert "content-encoding" not in plain.headers


def test_a_kept_page_is_made_anew_when_the_record_has_changed(
    tmp_path: Path, counted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.web.kept._LOOK_EVERY", 0.0)
    path = copy_story(tmp_path)
    with make_client(path, read_only=True) as client:
        assert "14 articles read" in client.get("/").text
        text = "Bridge closes\n3 March 2031\n\nAna Ruiz said that the bridge would close in May."
        capture = Capture("a.txt", text.encode(), utc_now(), media_type="text/plain")
        with open_ledger(path) as ledger:
            store_reading(ledger, capture, read(capture, open_reader("rules")), utc_now())
            gather_pending(ledger)
        assert "15 articles read" in client.get("/").text
        assert len(counted) == 2


def test_faults_and_answers_of_the_api_are_not_kept(counted: list[str]) -> None:
    with make_client(read_story(), read_only=True) as client:
        for _ in range(2):
            assert client.get("/?q=%22%22").status_code == 422
            assert client.get("/api/v1/claims", headers={"accept": "text/csv"}).text.startswith(
                "id,"
            )
            assert client.get("/api/v1/claims").json()["items"]
        app = client.app.middleware_stack
        while not isinstance(app, Kept):
            app = getattr(app, "app", None) or app._app
        assert not app._pages


def test_a_worker_opens_the_desk_that_its_environment_tells_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings = WebSettings(ledger=read_story(), names=("record.example",), read_only=True)
    monkeypatch.setenv(published.PUBLISHED, published.describe_published(settings))
    with TestClient(published.make_published_app(), base_url="http://record.example") as client:
        assert client.get("/").status_code == 200
        assert client.get("/add").status_code == 403


def test_several_workers_only_publish(tmp_path: Path) -> None:
    from click.testing import CliRunner

    from onrecord.cli.serve import serve

    done = CliRunner().invoke(serve, ["--workers", "2", "--ledger", str(tmp_path / "x.db")])
    assert isinstance(done.exception, SettingsError)
    assert "--read-only" in str(done.exception)


def test_a_published_desk_says_when_its_ledger_cannot_be_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_ledger: object) -> None:
        raise LedgerError("the ledger is locked")

    with make_client(read_story(), read_only=True) as client:
        monkeypatch.setattr("onrecord.web.kept._LOOK_EVERY", 0.0)
        monkeypatch.setattr("onrecord.web.kept.read_state", fail)
        assert client.get("/method").status_code == 200
        monkeypatch.setattr("onrecord.web.record.read_state", fail)
        answer = client.get("/")
        assert answer.status_code == 503
        assert "the ledger is locked" in answer.text
        assert answer.headers["content-security-policy"] == POLICY
        assert client.get("/readyz").headers["content-type"] == "application/problem+json"


def test_the_record_is_looked_at_beside_the_event_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    in_loop: list[bool] = []

    def look(_ledger: object) -> object:
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            in_loop.append(False)
        else:
            in_loop.append(True)
        return None

    monkeypatch.setattr("onrecord.web.kept.read_state", look)
    with make_client(read_story(), read_only=True) as client:
        client.get("/method")
    assert in_loop == [False]


@pytest.mark.parametrize("path", ["/sources", "/api/v1/sources"])
def test_what_is_answered_where_a_bug_is_caught_is_dressed(
    monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    def fail(*_: object, **_options: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("onrecord.web.pages.sources.render_page", fail)
    monkeypatch.setattr("onrecord.web.api.encoding.source_fields", fail)
    with make_client(read_story()) as client:
        bare = TestClient(client.app, base_url="http://localhost", raise_server_exceptions=False)
        answer = bare.get(path)
    assert answer.status_code == 500
    assert answer.headers["content-security-policy"] == POLICY

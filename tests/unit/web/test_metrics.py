"""The figures for whoever watches over the program, and who may see them."""

import importlib.util
import re
import sys
from pathlib import Path

import pytest

from onrecord.cli import run
from onrecord.errors import SettingsError
from story_ledger import DISPATCHES, copy_story, read_story
from web_story import make_client, make_tokens

needs_client = pytest.mark.skipif(
    importlib.util.find_spec("prometheus_client") is None,
    reason="prometheus-client is not installed: run make setup",
)


def read_figures(text: str) -> dict[str, float]:
    lines = (line.rpartition(" ") for line in text.splitlines() if not line.startswith("#"))
    return {name: float(value) for name, _, value in lines}


@needs_client
def test_requests_are_counted_by_route_and_status_and_nothing_else_is_told() -> None:
    with make_client(read_story(), metrics=True) as client:
        claim = client.get("/api/v1/claims").json()["items"][0]["id"]
        for _ in range(3):
            client.get(f"/claims/{claim}")
        client.get("/claims/clm_nowhere?q=secretword")
        client.get("/secretpath")
        client.get("/static/secretfile.css")
        client.get("/", headers={"host": "secrethost.example"})
        client.request("SECRETMETHOD", "/search")
        answer = client.get("/metrics")
    figures = read_figures(answer.text)
    assert answer.headers["content-type"].startswith("text/plain; version=")
    assert answer.headers["cache-control"] == "no-store"
    assert figures['onrecord_requests_total{route="/claims/{identity}",status="200"}'] == 3
    assert figures['onrecord_requests_total{route="/claims/{identity}",status="404"}'] == 1
    assert figures['onrecord_requests_total{route="none",status="404"}'] == 1
    assert figures['onrecord_requests_total{route="none",status="421"}'] == 1
    assert figures['onrecord_requests_total{route="/api/v1/claims",status="200"}'] == 1
    assert figures['onrecord_request_seconds_count{route="/claims/{identity}"}'] == 4
    assert figures['onrecord_request_seconds_sum{route="/claims/{identity}"}'] > 0
    assert "secret" not in answer.text.lower()
    assert claim not in answer.text
    assert set(re.findall(r"[{,](\w+)=", answer.text)) == {"route", "status", "le"}


@needs_client
def test_what_the_ledger_holds_is_told() -> None:
    with make_client(read_story(), metrics=True) as client:
        figures = read_figures(client.get("/metrics").text)
        claims = client.get("/api/v1/claims", params={"limit": 100}).json()["items"]
    assert figures["onrecord_articles"] == len(list(DISPATCHES.glob("*.*"))) > 0
    assert figures["onrecord_claims"] == len(claims) > 0
    assert figures["onrecord_pending_articles"] == 0


@needs_client
def test_kept_pages_of_a_published_desk_are_counted_and_the_figures_are_never_kept() -> None:
    with make_client(read_story(), metrics=True, read_only=True) as client:
        name = 'onrecord_requests_total{route="/method",status="200"}'
        for times in (1, 2, 3):
            client.get("/method")
            assert read_figures(client.get("/metrics").text)[name] == times


@needs_client
def test_a_page_that_breaks_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **_options: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("onrecord.web.pages.sources.render_page", fail)
    with make_client(read_story(), metrics=True) as client:
        with pytest.raises(RuntimeError, match="broken"):
            client.get("/sources")
        figures = read_figures(client.get("/metrics").text)
    assert figures['onrecord_requests_total{route="/sources",status="500"}'] == 1


@needs_client
@pytest.mark.parametrize("read_only", [False, True])
def test_from_other_machines_the_figures_take_a_token(read_only: bool) -> None:
    tokens, secrets = make_tokens()
    settings = {"metrics": True, "host": "0.0.0.0", "tokens": tokens, "read_only": read_only}
    with make_client(read_story(), **settings) as client:
        refused = client.get("/metrics")
        assert refused.status_code == 401
        assert refused.headers["www-authenticate"] == "Bearer"
        assert "onrecord_articles" not in refused.text
        wrong = client.get("/metrics", headers={"authorization": "Bearer onr_wrong"})
        assert wrong.status_code == 401
        headers = {"authorization": f"Bearer {secrets['read']}"}
        assert "onrecord_articles" in client.get("/metrics", headers=headers).text


def test_nothing_is_measured_unless_it_is_asked_for() -> None:
    with make_client(read_story()) as client:
        assert client.get("/metrics").status_code == 404


def test_without_the_extra_one_line_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "prometheus_client", None)
    monkeypatch.delitem(sys.modules, "onrecord.web.metrics", raising=False)
    with pytest.raises(SettingsError, match=r"pip install 'onrecord\[metrics\]'"):
        make_client(copy_story(tmp_path), metrics=True)


def test_several_workers_are_not_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--metrics", "--workers", "2", "--read-only", "--ledger", str(tmp_path / "x.db")]
    assert run(["serve", *options]) == 1
    assert "leave out --metrics or --workers" in capsys.readouterr().err

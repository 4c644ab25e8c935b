"""What a page asks of the ledger and of the network: no more than it shows."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from onrecord import review
from onrecord.ledger.ledger import Ledger
from onrecord.web.views import claim as claim_view
from story_ledger import read_story
from web_story import form_token_of, make_client, make_tokens


@contextmanager
def noting(ledger: Ledger) -> Iterator[list[str]]:
    """The statements that a ledger is asked meanwhile."""
    asked: list[str] = []

    def note(*args: object) -> None:
        asked.append(str(args[2]))

    sa.event.listen(ledger.engine, "before_cursor_execute", note)
    yield asked
    sa.event.remove(ledger.engine, "before_cursor_execute", note)


def test_the_queue_asks_for_judgements_and_the_state_twice_at_most(
    client: TestClient,
) -> None:
    page = client.get("/review").text
    match = page.split('name="match" value="', 1)[1].split('"', 1)[0]
    fields = {"form_token": form_token_of(client, "/review"), "match": match}
    client.post("/review", data={**fields, "verdict": "accept", "who": "Ada Quill"})
    client.app.state.desk.jobs.stop()
    with noting(client.app.state.desk.ledger) as asked:
        assert client.get("/review", params={"match": match}).status_code == 200
    judgements = [one for one in asked if "ORDER BY judgements.made_at" in one]
    states = [one for one in asked if "FROM marks" in one]
    assert 1 <= len(judgements) <= 2
    assert 1 <= len(states) <= 2


def test_counting_what_matches_runs_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr("onrecord.attributions.neural.vectors.embed", refuse)
    review._match.cache_clear()
    review._find_near.cache_clear()
    review._queue.cache_clear()
    with make_client(read_story()) as client:
        assert "to review" in client.get("/").text
        with pytest.raises(AssertionError, match="was asked"):
            client.get("/review")


def test_what_waits_is_counted_for_whoever_may_judge_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counted: list[Ledger] = []
    monkeypatch.setattr("onrecord.web.pages.claims.count_matches", counted.append)
    monkeypatch.setattr("onrecord.web.jobs.count_matches", counted.append)
    with make_client(read_story(), read_only=True) as client:
        assert "to review" not in client.get("/").text
    tokens, secrets = make_tokens()
    with make_client(read_story(), host="0.0.0.0", tokens=tokens) as client:
        client.app.state.desk.jobs.stop()
        counted.clear()
        sealed = form_token_of(client, "/sign-in")
        client.post("/sign-in", data={"form_token": sealed, "token": secrets["read"], "to": "/x"})
        assert client.get("/").status_code == 200
    assert counted == []


def test_a_claim_s_page_chooses_once_what_it_shows(
    reading_client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen: list[object] = []
    choose = claim_view.choose_shown

    def note(*args: object) -> object:
        chosen.append(args)
        return choose(*args)

    monkeypatch.setattr(claim_view, "choose_shown", note)
    monkeypatch.setattr("onrecord.web.pages.claims.choose_shown", note)
    identity = reading_client.get("/api/v1/claims").json()["items"][0]["id"]
    assert reading_client.get(f"/claims/{identity}").status_code == 200
    assert len(chosen) == 1

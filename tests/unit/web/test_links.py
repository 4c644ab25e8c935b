"""Following a link changes nothing, whatever stands in its address and whoever follows it."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord.ledger.ledger import Ledger
from onrecord.records import Verdict
from onrecord.review import decide, list_suggestions
from onrecord.web.jobs import Job, Jobs
from onrecord.web.seals import SIGN_IN_COOKIE
from story_ledger import copy_story
from web_story import form_token_of, make_client, make_tokens

WHO = "Ada Quill"
NOT_IN_A_ROUTER = {"/api/v1/openapi.json"}


def list_routes(routes: Iterable[Any]) -> Iterator[Any]:
    """The routes of an application, those of the routers that it includes too."""
    for one in routes:
        inner = getattr(one, "original_router", None)
        yield from [one] if inner is None else list_routes(inner.routes)


def dump(ledger: Ledger) -> list[str]:
    """All that a ledger holds, as statements."""
    with ledger.engine.connect() as connection:
        return list(connection.connection.dbapi_connection.iterdump())


def test_nothing_is_changed_by_following_a_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known, secrets = make_tokens()
    with make_client(copy_story(tmp_path), tokens=known) as client:
        ledger = client.app.state.desk.ledger
        waiting, decided = list_suggestions(ledger)[:2]
        own = decide(ledger, Verdict.SAME, decided.pair, who=WHO)
        client.headers["authorization"] = f"Bearer {secrets['all']}"
        added = client.post("/api/v1/articles", json={"text": "Ida Bell said that it would rain."})
        ids = {
            "claims": client.get("/api/v1/claims").json()["items"][0]["id"],
            "articles": waiting.first.attribution.article_id, "passages": waiting.pair[0],
            "judgements": own.id, "jobs": added.json()["id"], "add": added.json()["id"],
            "sources": "Neda Orlasca", "static": "site.css",
        }  # fmt: skip
        sent = {  # By the names of all forms' fields.
            "form_token": form_token_of(client, "/add"), "who": WHO, "text": "Ida Bell said no.",
            "match": waiting.match.id, "verdict": "accept", "first": waiting.pair[0],
            "second": waiting.pair[1], "report": waiting.pair[0], "attribution": waiting.pair[0],
            "source": "Neda Orlasca", "token": secrets["all"],
        }  # fmt: skip
        assert list(client.app.state.desk.jobs.find(ids["jobs"]).watch(beat=30))
        called: list[str] = []
        monkeypatch.setattr(Job, "cancel", lambda _self: called.append("cancel"))
        monkeypatch.setattr(Jobs, "add", lambda *_: called.append("add"))
        before = dump(ledger)
        routes = list(list_routes(client.app.routes))
        assert sum("POST" in one.methods for one in routes) > 10
        assert sum("GET" in one.methods for one in routes) > 30
        for route in routes:
            assert not ("POST" in route.methods and route.methods & {"GET", "HEAD"}), route.path
            address = re.sub(
                r"(\w+)/\{[\w:]+\}", lambda found: f"{found[1]}/{ids[found[1]]}", route.path
            )
            for method in ("GET", "HEAD"):
                answer = client.request(method, address, params=sent)
                assert SIGN_IN_COOKIE not in answer.headers.get("set-cookie", ""), address
                assert (dump(ledger), called) == (before, []), f"{method} {address}"

"""The pages over a ledger in PostgreSQL: the same as over a file."""

import re

import pytest
from lxml import html
from starlette.testclient import TestClient

from onrecord.ledger.ledger import open_ledger
from onrecord.operations import expand_inputs, open_reader, read_inputs
from onrecord.settings import FetchSettings
from postgres_server import Server
from story_ledger import DISPATCHES
from web_story import make_client

PAGES = (
    "/",
    "/?q=telephone",
    "/changes",
    "/articles",
    "/sources",
    "/sources?q=orlasca",
    "/story",
    "/story?q=Orlasca",
    "/search",
    "/search?q=telephone+talk*",
    "/search?answered=yes",
    "/review",
    "/add",
    "/method",
    "/readyz",
    "/api/v1/claims",
    "/api/v1/attributions?q=telephone",
    "/api/v1/responses",
    "/api/v1/changes",
    "/api/v1/suggestions",
)
LINK = re.compile(r"/(?:claims|articles|sources|passages)/[^\"#?&]+")


@pytest.fixture
def address_of_story(postgres: Server) -> str:
    address = postgres.lend_ledger()
    with open_ledger(address) as ledger:
        inputs = expand_inputs([str(DISPATCHES)])
        for outcome in read_inputs(inputs, open_reader(), FetchSettings(), ledger=ledger):
            assert outcome.failure is None
    return address


def show(client: TestClient, path: str) -> str:
    """What a person reads on a page, or a program is told."""
    answer = client.get(path)
    assert answer.status_code == 200, (path, answer.text[:500])
    if not answer.headers["content-type"].startswith("text/html"):
        return answer.text
    return " ".join(html.fromstring(answer.text).find(".//main").text_content().split())


def test_every_page_is_the_same_over_postgresql_and_a_decision_is_kept_there(
    address_of_story: str, client: TestClient
) -> None:
    with make_client(address_of_story) as other:
        linked = {link for page in PAGES[:8] for link in LINK.findall(client.get(page).text)}
        kinds = ("/claims/", "/articles/", "/sources/")
        some = [one for kind in kinds for one in sorted(linked) if one.startswith(kind)][:40]
        assert {one.split("/")[1] for one in some} >= {"claims", "articles"}
        for path in (*PAGES, *some):
            assert show(other, path) == show(client, path), path
        for one in (client, other):
            form = html.fromstring(one.get("/review").text).get_element_by_id("suggestion")
            fields = {**dict(form.form_values()), "who": "Ada Quill", "verdict": "reject"}
            assert one.post("/review", data=fields).status_code == 200
        for path in ("/", "/review", "/api/v1/claims", "/api/v1/suggestions"):
            assert show(other, path) == show(client, path), path
        assert "Ada Quill" in other.get("/review/judgements.jsonl").text

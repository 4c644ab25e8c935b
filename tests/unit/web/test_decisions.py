"""What an editor decides on the pages, and what becomes of it."""

import json

import pytest
from lxml import html
from starlette.testclient import TestClient

from web_story import form_token_of


def find_call(client: TestClient) -> dict[str, object]:
    found = client.get("/api/v1/claims", params={"q": "talked telephone"}).json()["items"][0]
    return dict(client.get(f"/api/v1/claims/{found['id']}").json())


def post_form(client: TestClient, form: html.HtmlElement, **fields: str) -> int:
    values = {**dict(form.form_values()), **fields}
    return int(client.post(form.get("action"), data=values).status_code)


def origins_of(claim: dict[str, object]) -> int:
    return len(list(claim["origins"]))


def test_two_reports_that_are_held_for_one_origin_are_parted_and_joined_again(
    client: TestClient,
) -> None:
    before = find_call(client)
    page = html.fromstring(client.get(f"/claims/{before['id']}").text)
    forms = page.xpath("//form[contains(@class, 'decision')][.//button[@value='two_origins']]")
    assert forms
    for form in forms:
        assert post_form(client, form, who="Ada Quill", verdict="two_origins") == 200
    parted = find_call(client)
    assert origins_of(parted) > origins_of(before)
    page = html.fromstring(client.get(f"/claims/{parted['id']}").text)
    join = page.xpath("//form[contains(@class, 'decision')][.//button[@value='one_origin']]")[0]
    assert join.xpath(".//input[@name='who']/@value") == ["Ada Quill"]
    assert post_form(client, join, verdict="one_origin") == 200
    assert "a person decided so" in client.get(f"/claims/{parted['id']}").text


def test_whoever_gives_no_name_decides_nothing(client: TestClient) -> None:
    token = form_token_of(client, "/review")
    match = html.fromstring(client.get("/review").text).xpath("//input[@name='match']/@value")[0]
    fields = {"form_token": token, "match": match, "verdict": "accept", "who": " "}
    answer = client.post("/review", data=fields)
    assert answer.status_code == 422
    assert "needs your name" in answer.text
    assert client.get("/review/judgements.jsonl").text == ""


@pytest.mark.parametrize("verdict", ["", "maybe", "withdrawn", "one_origin"])
def test_a_verdict_that_is_none_decides_nothing(client: TestClient, verdict: str) -> None:
    token = form_token_of(client, "/review")
    match = html.fromstring(client.get("/review").text).xpath("//input[@name='match']/@value")[0]
    fields = {"form_token": token, "match": match, "verdict": verdict, "who": "Ada"}
    assert client.post("/review", data=fields).status_code == 422
    assert client.get("/review/judgements.jsonl").text == ""


def test_a_rejected_pair_comes_apart_and_an_undone_one_comes_back(client: TestClient) -> None:
    def current() -> html.HtmlElement:
        return html.fromstring(client.get("/review").text).get_element_by_id("suggestion")

    first = current()
    match = first.xpath(".//input[@name='match']/@value")
    assert post_form(client, first, who="Ada Quill", verdict="reject") == 200
    assert current().xpath(".//input[@name='match']/@value") != match
    undo = html.fromstring(client.get("/review").text).find_class("undo")[0]
    assert post_form(client, undo) == 200
    assert current().xpath(".//input[@name='match']/@value") == match


def test_judgements_are_exported_with_both_passages(client: TestClient) -> None:
    form = html.fromstring(client.get("/review").text).get_element_by_id("suggestion")
    post_form(client, form, who="Ada Quill", verdict="unsure")
    rows = [json.loads(line) for line in client.get("/review/judgements.jsonl").text.splitlines()]
    assert [(one["verdict"], one["who"], one["in_force"]) for one in rows] == [
        ("unsure", "Ada Quill", True)
    ]
    assert rows[0]["first"]["content"]
    assert rows[0]["second"]["content"]
    assert rows[0]["first"]["article_id"] != rows[0]["second"]["article_id"]


@pytest.mark.parametrize("missing", ["claim", "first", "second"])
def test_nothing_is_recorded_of_origins_that_are_not_of_the_claim(
    client: TestClient, missing: str
) -> None:
    claim = find_call(client)
    reports = [one["id"] for one in list(claim["reports"])]
    others = client.get("/api/v1/attributions", params={"limit": 200}).json()["items"]
    stranger = next(one["id"] for one in others if one["id"] not in reports)
    fields = {
        "form_token": form_token_of(client, "/review"),
        "first": stranger if missing == "first" else reports[0],
        "second": stranger if missing == "second" else reports[1],
        "verdict": "two_origins",
        "who": "Ada Quill",
    }
    identity = "clm_0000000000000000" if missing == "claim" else claim["id"]
    answer = client.post(f"/claims/{identity}/origins", data=fields)
    assert answer.status_code == 404
    assert client.get("/review/judgements.jsonl").text == ""

"""What HTTP promises: HEAD, entity tags, kinds that are asked for, and the way through a sign-in."""

import pytest
from lxml import html
from starlette.testclient import TestClient

from story_ledger import read_story
from web_story import form_token_of, make_client, make_tokens

MISSING = "/api/v1/claims/clm_0000000000000000"


@pytest.mark.parametrize("known", ["*", '"x", *'])
def test_of_what_is_not_on_record_nothing_is_known(reading_client: TestClient, known: str) -> None:
    headers = {"if-none-match": known}
    assert reading_client.get(MISSING, headers=headers).status_code == 404
    claim = reading_client.get("/api/v1/claims").json()["items"][0]["id"]
    for path in (f"/api/v1/claims/{claim}", "/api/v1/claims", "/static/site.css"):
        assert reading_client.get(path, headers=headers).status_code == 304


@pytest.mark.parametrize("path", ["/api/v1/claims", "/static/site.css"])
def test_what_has_not_changed_is_not_sent_again(reading_client: TestClient, path: str) -> None:
    first = reading_client.get(path)
    for tag in (first.headers["etag"], f'"x", W/{first.headers["etag"]}'):
        again = reading_client.get(path, headers={"if-none-match": tag})
        assert again.status_code == 304
        assert again.content == b""
        assert again.headers["etag"] == first.headers["etag"]
        if path.startswith("/api"):
            assert "accept" in again.headers["vary"].lower()


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("text/csv", "text/csv"),
        ("application/json;q=0, */*", "text/csv"),
        ("application/json;q=0, text/csv;q=0.1", "text/csv"),
        ("*/*;q=0.1, application/x-ndjson", "application/jsonl"),
        ("text/csv;q=0.2, application/json;q=0.4", "application/json"),
        ("", "application/json"),
        ("application/json;q=0", None),
        ("*/*;q=0", None),
        ("text/csv;q=0, image/png", None),
    ],
)
def test_what_is_not_wanted_is_not_given(
    reading_client: TestClient, accept: str, kind: str | None
) -> None:
    answer = reading_client.get("/api/v1/claims", headers={"accept": accept})
    assert answer.status_code == (200 if kind else 406)
    if kind:
        assert answer.headers["content-type"].partition(";")[0] == kind


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    "path",
    ["/", "/healthz", "/readyz", "/articles", "/search?q=telephone", "/method", "/static/site.css", "/api/v1/claims", "/nowhere"],
)  # fmt: skip
def test_a_head_is_that_of_the_page(path: str, read_only: bool) -> None:
    with make_client(read_story(), read_only=read_only) as client:
        whole = client.get(path)
        for _ in range(2):
            head = client.head(path)
            assert head.status_code == whole.status_code
            assert head.content == b""
            for name in ("content-type", "content-length", "etag", "content-security-policy"):
                assert head.headers.get(name) == whole.headers.get(name)


def test_a_head_changes_nothing_and_waits_for_no_stream(client: TestClient) -> None:
    assert client.head("/review/undo").status_code == 405
    assert client.head("/add/nothing/events").status_code == 405


def test_a_fault_of_the_page_for_programs_is_for_a_person() -> None:
    tokens, _ = make_tokens()
    with make_client(read_story(), host="0.0.0.0", tokens=tokens) as client:
        answer = client.get("/api/v1", follow_redirects=False)
        assert answer.status_code == 303
        assert answer.headers["location"] == "/sign-in?to=/api/v1"


@pytest.mark.parametrize(
    "path",
    ["/search?q=a%20b&source=Neda+Orlasca", "/sources/Neda%20Orlasca?did=said", "/sources/50%25%20%26%2Fmore", "/articles"],
)  # fmt: skip
def test_whoever_signs_in_goes_on_to_what_they_asked_for(path: str) -> None:
    tokens, secrets = make_tokens()
    with make_client(read_story(), host="0.0.0.0", tokens=tokens) as client:
        way = client.get(path, follow_redirects=False).headers["location"]
        form = html.fromstring(client.get(way).text).xpath("//form[@action='/sign-in']")[0]
        data = {**dict(form.form_values()), "token": secrets["read"]}
        answer = client.post("/sign-in", data=data, follow_redirects=False)
        assert answer.headers["location"] == path


@pytest.mark.parametrize(
    "elsewhere",
    ["//evil.example", "/\\evil.example", "https://evil.example", "/\t/evil.example", "/\n/evil.example", "evil.example", "javascript:x", ""],
)  # fmt: skip
def test_no_sign_in_leads_to_another_site(elsewhere: str) -> None:
    tokens, secrets = make_tokens()
    with make_client(read_story(), host="0.0.0.0", tokens=tokens) as client:
        form = html.fromstring(client.get("/sign-in", params={"to": elsewhere}).text)
        assert form.xpath("//input[@name='to']/@value") == ["/"]
        sealed = form.xpath("//input[@name='form_token']/@value")[0]
        data = {"form_token": sealed, "token": secrets["read"], "to": elsewhere}
        answer = client.post("/sign-in", data=data, follow_redirects=False)
        assert answer.headers["location"] == "/"


def test_an_address_without_an_end_is_signed_in_to_all_the_same() -> None:
    tokens, _ = make_tokens()
    with make_client(read_story(), host="0.0.0.0", tokens=tokens) as client:
        answer = client.get("/search?q=" + "x" * 9000, follow_redirects=True)
        assert answer.status_code == 200
        assert 'name="token"' in answer.text


@pytest.mark.parametrize("bearer", ["", "onr_unknown"])
def test_a_published_desk_offers_no_token_and_needs_none(bearer: str) -> None:
    headers = {"authorization": f"Bearer {bearer}"} if bearer else {}
    with make_client(read_story(), read_only=True) as client:
        assert client.get("/api/v1/claims", headers=headers).status_code == 200
        made = {"text": "Ana Ruiz said so."}
        for answer in (
            client.get("/add"),
            client.post("/api/v1/articles", json=made, headers=headers),
        ):
            assert answer.status_code == 403
            assert "onrecord token" not in answer.text
            assert "read-only" in answer.text


def test_a_desk_that_can_be_written_refuses_an_unknown_token() -> None:
    with make_client(read_story()) as client:
        headers = {"authorization": "Bearer onr_unknown"}
        assert client.get("/api/v1/claims", headers=headers).status_code == 401
        assert form_token_of(client, "/add")

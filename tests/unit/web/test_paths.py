"""No path leads out of what is served or kept, however it is written."""

from collections.abc import MutableMapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
from starlette.testclient import TestClient

from web_story import form_token_of, wait_for

WAYS = (
    "../app.py", "..%2fapp.py", "%2e%2e/app.py", "%2e%2e%2fapp.py", "..%252fapp.py", "....//app.py",
    "fonts/../../app.py", "fonts%2f..%2f..%2fapp.py", "./../app.py", "..%5capp.py", "\\..\\app.py",
    "/etc/passwd", "%2fetc%2fpasswd", "..//..//..//..//..//..//..//..//etc/passwd", "site.css%00.html",
    "site.css/../../app.py", "%c0%ae%c0%ae/app.py",
)  # fmt: skip


def ask(client: TestClient, path: str) -> tuple[int, bytes]:
    """What is answered to a path exactly as it is written: clients tidy paths up themselves."""
    raw = path.encode()
    scope: dict[str, Any] = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET",
        "scheme": "http", "path": unquote_to_bytes(raw).decode("utf-8", "replace"), "raw_path": raw,
        "query_string": b"", "root_path": "", "headers": [(b"host", b"localhost")],
        "client": ("127.0.0.1", 1), "server": ("localhost", 80), "state": {},
    }  # fmt: skip
    sent: list[MutableMapping[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    assert client.portal is not None
    client.portal.call(client.app, scope, receive, send)
    return sent[0]["status"], b"".join(one.get("body", b"") for one in sent)


@pytest.mark.parametrize("way", WAYS)
def test_no_path_leads_out_of_what_is_served(reading_client: TestClient, way: str) -> None:
    status, body = ask(reading_client, f"/static/{way}")
    assert status == 404
    assert b"def make_app" not in body
    assert b"root:" not in body


def test_what_is_served_is_served_by_its_name(reading_client: TestClient) -> None:
    status, body = ask(reading_client, "/static/site.css")
    assert status == 200
    assert b"--lit" in body


@pytest.mark.parametrize("stem", ["articles", "claims", "passages", "sources", "add", "api/v1/articles"])  # fmt: skip
def test_a_path_is_no_name_of_anything_on_record(reading_client: TestClient, stem: str) -> None:
    assert {ask(reading_client, f"/{stem}/{way}")[0] for way in WAYS} == {404}


@pytest.mark.parametrize(
    "name",
    ["../../evil.txt", "..\\..\\evil.txt", "{root}/evil.txt", "evil\0.txt", "a" * 400 + ".txt", "evil.txt"],
)  # fmt: skip
def test_the_name_of_an_upload_is_never_a_path(
    client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    here = tmp_path / "one" / "two" / "three"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    text = b"Bridge closes\n3 March 2031\n\nAna Ruiz said that the bridge would close in May.\n"
    before = {one for one in tmp_path.rglob("*") if not one.name.startswith("story.db")}
    token = form_token_of(client, "/add")
    files = {"files": (name.format(root=tmp_path), text, "text/plain")}
    answer = client.post("/add", data={"form_token": token}, files=files, follow_redirects=False)
    assert answer.status_code == 303
    job = client.app.state.desk.jobs.find(answer.headers["location"].rpartition("/")[2])
    assert wait_for(job)
    assert job.progress[0].step.name == "DONE"
    after = {one for one in tmp_path.rglob("*") if not one.name.startswith("story.db")}
    assert after == before

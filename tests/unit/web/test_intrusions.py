"""What must not come in, and what must not go out, at the desk."""

import gzip
import hmac
import io
import json
import logging
import socket
import threading
import zipfile
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from onrecord.web import tokens
from onrecord.web.guard import POLICY
from onrecord.web.jobs import wait_for
from story_ledger import copy_story
from web_story import form_token_of, make_client, make_tokens

PUBLIC = "93.184.215.14"
PATHS = (
    "/", "/articles", "/story", "/search", "/sources", "/review", "/add", "/method", "/sign-in", "/nowhere",
    "/api/v1", "/api/v1/claims", "/api/v1/nowhere", "/api/v1/openapi.json", "/healthz", "/readyz",
    "/static/site.css", "/static/nowhere", "/search.atom", "/review/judgements.jsonl",
)  # fmt: skip


def add(client: TestClient, **form: object) -> dict[str, object]:
    """Send the form of the page Add, wait for the reading to end, and give what became of it."""
    files = form.pop("files", None)
    fields = {"form_token": form_token_of(client, "/add"), **form}
    answer = client.post("/add", data=fields, files=files, follow_redirects=False)
    if answer.status_code != 303:
        return {"status": answer.status_code, "text": html.fromstring(answer.text).text_content()}
    identity = answer.headers["location"].rpartition("/")[2]
    job = client.app.state.desk.jobs.find(identity)
    assert wait_for(job, 30)
    one = job.progress[0]
    return {"status": 303, "step": one.step.name, "text": one.message}


# Headers


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_forbids_frames_sniffing_and_foreign_or_inline_scripts(
    reading_client: TestClient, path: str
) -> None:
    headers = reading_client.get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert "frame-ancestors 'none'" in POLICY
    assert "unsafe" not in POLICY
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in headers
    assert "server" not in headers


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "evil.example:8017", "", "[::2]", "localhost@evil.example"],
)  # fmt: skip
def test_a_foreign_host_header_is_answered_with_nothing_of_the_record(
    reading_client: TestClient, host: str
) -> None:
    answer = reading_client.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "Orlasca" not in answer.text
    assert answer.headers["content-security-policy"] == POLICY


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8017", "127.0.0.1:9", "[::1]:8017"])
def test_the_machine_s_own_names_are_answered(reading_client: TestClient, host: str) -> None:
    assert reading_client.get("/healthz", headers={"host": host}).status_code == 200


def test_addresses_on_a_page_are_those_of_the_host_that_was_checked(
    reading_client: TestClient,
) -> None:
    page = reading_client.get("/api/v1", headers={"x-forwarded-host": "evil.example"}).text
    assert "evil.example" not in page


# CSRF

FORMS = (
    ("/add", {"text": "x"}),
    ("/review", {"match": "mat_0000000000000000", "verdict": "accept", "who": "Eve"}),
    ("/review/undo", {"who": "Eve"}),
    ("/add/nothing/cancel", {}),
    ("/sign-in", {"token": "onr_x"}),
    ("/sign-out", {}),
    ("/claims/clm_0000000000000000/origins", {"first": "a", "second": "b", "verdict": "one_origin", "who": "Eve"}),
)  # fmt: skip


@pytest.mark.parametrize(("path", "fields"), FORMS)
def test_a_form_without_its_token_changes_nothing(
    client: TestClient, path: str, fields: dict[str, str]
) -> None:
    client.get("/add")
    assert client.post(path, data=fields).status_code == 403
    assert client.post(path, data={**fields, "form_token": "x.y"}).status_code == 403
    assert client.post(path, data={**fields, "form_token": ""}).status_code == 403


@pytest.mark.parametrize(("path", "fields"), FORMS)
def test_a_form_that_another_site_sends_changes_nothing(
    client: TestClient, path: str, fields: dict[str, str]
) -> None:
    token = form_token_of(client, "/add")
    for site in ("cross-site", "same-site"):
        answer = client.post(
            path, data={**fields, "form_token": token}, headers={"sec-fetch-site": site}
        )
        assert answer.status_code == 403


def test_another_browser_s_token_is_worth_nothing(tmp_path: Path) -> None:
    with make_client(copy_story(tmp_path)) as client:
        token = form_token_of(client, "/add")
        client.cookies.clear()
        form_token_of(client, "/add")
        answer = client.post("/add", data={"text": "x", "form_token": token})
        assert answer.status_code == 403


def test_cookies_are_kept_from_scripts_and_other_sites(client: TestClient) -> None:
    cookie = client.get("/add").headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_the_api_takes_no_cookie_for_a_change(client: TestClient) -> None:
    client.get("/add")
    made = {"verdict": "same", "first": "att_0000000000000000", "second": "att_0000000000000001"}
    answer = client.post("/api/v1/judgements", json=made)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"


# Paths


@pytest.mark.parametrize("stem", ["/static/", "/articles/", "/claims/", "/passages/", "/add/", "/api/v1/articles/"])  # fmt: skip
@pytest.mark.parametrize(
    "way",
    [
        "../app.py", "..%2fapp.py", "%2e%2e/app.py", "..%252fapp.py", "....//app.py", "%2fetc%2fpasswd",
        "..%5capp.py", "/etc/passwd", "site.css%00.html", "fonts/../../app.py", "%c0%ae%c0%ae/app.py", "\\..\\app.py",
    ],
)  # fmt: skip
def test_no_path_leads_out_of_what_is_served(
    reading_client: TestClient, stem: str, way: str
) -> None:
    answer = reading_client.get(stem + way)
    assert answer.status_code in {400, 404, 405, 421, 422}
    assert "import" not in answer.text
    assert "root:" not in answer.text


def test_the_name_of_an_upload_is_never_a_path(client: TestClient, tmp_path: Path) -> None:
    text = b"Bridge closes\n3 March 2031\n\nAna Ruiz said that the bridge would close in May.\n"
    before = sorted(tmp_path.iterdir())
    for name in (
        "../../evil.txt",
        "..\\..\\evil.txt",
        "/etc/evil.txt",
        "evil\0.txt",
        "a" * 400 + ".txt",
    ):
        made = add(client, files={"files": (name, text, "text/plain")})
        assert made["status"] in {303, 400, 422}
    assert {one.name for one in tmp_path.iterdir()} - {one.name for one in before} <= {
        "story.db-wal", "story.db-shm",
    }  # fmt: skip


# Bombs


def test_a_body_that_announces_too_much_is_refused_unread(tmp_path: Path) -> None:
    with make_client(copy_story(tmp_path), max_upload_bytes=10_000) as client:
        answer = client.post("/add", content=b"x", headers={"content-length": "10000000"})
        assert answer.status_code == 413


@pytest.mark.parametrize("path", ["/add", "/api/v1/articles"])
def test_a_body_that_announces_nothing_and_turns_out_too_large_is_refused(
    tmp_path: Path, path: str
) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(1_000):
            yield b"x" * 1_000

    known, secrets = make_tokens()
    settings = {"max_upload_bytes": 50_000, "tokens": known}
    with make_client(copy_story(tmp_path), **settings) as client:
        client.get("/add")
        kind = (
            "application/json" if path.startswith("/api") else "application/x-www-form-urlencoded"
        )
        headers = {"content-type": kind, "authorization": f"Bearer {secrets['all']}"}
        answer = client.post(path, content=endless(), headers=headers)
        assert answer.status_code == 413
        assert "larger than" in answer.text


def pack(body: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("article.html", body)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "make"),
    [("a.html", lambda body: gzip.compress(body)), ("a.html.gz", gzip.compress), ("a.zip", pack), ("a.txt", pack), ("a.docx", pack)],
)  # fmt: skip
def test_a_packed_upload_is_refused_and_never_unpacked(
    client: TestClient, name: str, make: Callable[[bytes], bytes]
) -> None:
    bomb = make(b"\0" * 30_000_000)
    made = add(client, files={"files": (name, bomb, "text/html")})
    assert made["step"] == "FAILED"
    assert "archive" in str(made["text"])


def test_a_packed_body_of_a_request_is_not_unpacked(client: TestClient) -> None:
    token = form_token_of(client, "/add")
    body = gzip.compress(f"form_token={token}&text={'x' * 1_000_000}".encode())
    headers = {"content-encoding": "gzip", "content-type": "application/x-www-form-urlencoded"}
    assert client.post("/add", content=body, headers=headers).status_code == 403


@pytest.mark.parametrize("opened", ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<!--<p>"])
def test_deep_html_is_read_or_refused_and_the_desk_goes_on(client: TestClient, opened: str) -> None:
    body = f"<html><body>{opened * 60_000}<p>Ana Ruiz said that it would close.</p>".encode()
    made = add(client, files={"files": ("deep.html", body, "text/html")})
    assert made["step"] in {"DONE", "FAILED"}
    assert "our mistake" not in str(made["text"])
    assert client.get("/readyz").status_code == 200


def test_too_many_files_fields_or_readings_at_once_are_refused(client: TestClient) -> None:
    many = [
        ("files", (f"{number}.txt", b"Ana Ruiz said so.", "text/plain")) for number in range(30)
    ]
    assert add(client, files=many)["status"] == 422
    token = form_token_of(client, "/add")
    fields = {f"field{number}": "x" for number in range(2_000)}
    answer = client.post("/add", data={**fields, "form_token": token})
    assert answer.status_code in {400, 413, 422}


def test_who_changes_too_much_has_to_wait(tmp_path: Path) -> None:
    with make_client(copy_story(tmp_path), writes_a_minute=5) as client:
        answers = []
        for _ in range(7):
            token = form_token_of(client, "/review")
            answers.append(client.post("/review/undo", data={"form_token": token, "who": "Ada"}))
        assert [one.status_code for one in answers] == [404] * 5 + [429] * 2
        assert int(answers[-1].headers["retry-after"]) > 0


# SSRF

INSIDE = (
    "http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f.1/", "http://0/", "http://localhost/",
    "http://[::1]/", "http://[::]/", "http://[::ffff:127.0.0.1]/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/",
    "http://10.0.0.1/", "http://172.16.0.1/", "http://172.31.255.255/", "http://192.168.0.1/", "http://100.64.0.1/",
    "http://169.254.169.254/latest/meta-data/", "http://169.254.1.1/", "http://[fe80::1]/", "http://[fc00::1]/",
    "http://[fd00:ec2::254]/", "http://192.0.2.1/", "http://198.18.0.1/", "http://224.0.0.1/", "http://255.255.255.255/",
    "http://240.0.0.1/", "http://inside.example/", "http://metadata.example/", "http://both.example/", "http://127.0.0.1.:80/",
    "http://ana:secret@inside.example/", "http://１２７.０.０.１/",
)  # fmt: skip
HOSTS = {
    "localhost": ["127.0.0.1", "::1"],
    "inside.example": ["10.0.0.8"],
    "metadata.example": ["169.254.169.254"],
    "both.example": [PUBLIC, "10.0.0.8"],
    "news.example": [PUBLIC],
}


@pytest.fixture
def connected(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A network of names without machines; what would have been connected to."""
    import urllib3.util.connection

    made: list[str] = []

    def answer(host: str, port: object, *_args: object, **_options: object) -> list[object]:
        numbers = {
            "127.1": "127.0.0.1",
            "2130706433": "127.0.0.1",
            "0x7f.1": "127.0.0.1",
            "0": "0.0.0.0",
        }
        found = HOSTS.get(host.rstrip("."), [numbers[host]] if host in numbers else None)
        if found is None:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port or 0)) for one in found]

    def connect(address: tuple[str, int], *_args: object, **_options: object) -> socket.socket:
        made.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    monkeypatch.setattr(urllib3.util.connection, "create_connection", connect)
    return made


@pytest.mark.parametrize("address", INSIDE)
def test_no_address_inside_is_even_connected_to(
    client: TestClient, connected: list[str], address: str
) -> None:
    made = add(client, addresses=address)
    assert made["status"] == 422 or made["step"] == "FAILED"
    assert connected == []
    assert "our mistake" not in str(made["text"])


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "ftp://news.example/", "gopher://127.0.0.1:25/", "data:text/html,x", "//10.0.0.1/", "/etc/passwd", "C:\\x"],
)  # fmt: skip
def test_only_web_addresses_are_taken(
    client: TestClient, connected: list[str], address: str
) -> None:
    assert add(client, addresses=address)["status"] == 422
    assert connected == []


def test_a_public_address_is_asked_for(client: TestClient, connected: list[str]) -> None:
    made = add(client, addresses="http://news.example/")
    assert made["step"] == "FAILED"
    assert set(connected) == {PUBLIC}


@pytest.fixture
def newsroom(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, object]]:
    """A server under a public address that sends whoever asks to a place inside."""
    import urllib3.util.connection

    connect = urllib3.util.connection.create_connection
    seen: dict[str, object] = {
        "to": "http://10.0.0.8/",
        "connected": [],
        "resolved": 0,
        "answers": [PUBLIC],
    }

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/robots.txt":
                self.send_response(404)
            else:
                self.send_response(302)
                self.send_header("Location", str(seen["to"]))
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def reach(address: tuple[str, int], *args: object, **options: object) -> socket.socket:
        seen["connected"].append(address[0])
        if address[0] != PUBLIC:
            raise ConnectionRefusedError
        return connect(("127.0.0.1", server.server_port), *args, **options)

    known = socket.getaddrinfo

    def answer(host: str, port: object, *args: object, **options: object) -> list[object]:
        if not host.endswith(".example"):
            return known(host, port, *args, **options)
        answers = seen["answers"]
        found = answers[min(seen["resolved"], len(answers) - 1)]
        seen["resolved"] += 1
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (found, port or 0))]

    monkeypatch.setattr(urllib3.util.connection, "create_connection", reach)
    monkeypatch.setattr(socket, "getaddrinfo", answer)
    yield seen
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    "target", ["http://10.0.0.8/", "http://169.254.169.254/latest/", "http://[::1]:8017/", "file:///etc/passwd", "//127.0.0.1/"]
)  # fmt: skip
def test_a_redirect_to_a_place_inside_is_not_followed(
    client: TestClient, newsroom: dict[str, object], target: str
) -> None:
    newsroom["to"] = target
    made = add(client, addresses="http://news.example/x")
    assert made["step"] == "FAILED"
    assert set(newsroom["connected"]) == {PUBLIC}


def test_a_name_that_is_rebound_after_its_check_is_connected_to_where_it_was_checked(
    client: TestClient, newsroom: dict[str, object]
) -> None:
    newsroom["answers"] = [PUBLIC, "127.0.0.1"]
    newsroom["to"] = "/again"
    made = add(client, addresses="http://news.example/x")
    assert made["step"] == "FAILED"
    assert newsroom["resolved"] == 1
    assert set(newsroom["connected"]) == {PUBLIC}


# Secrets


def test_tokens_are_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    known, secrets = make_tokens()
    compared: list[tuple[str, str]] = []
    constant = hmac.compare_digest

    def compare(one: str, other: str) -> bool:
        compared.append((one, other))
        return constant(one, other)

    monkeypatch.setattr(tokens.hmac, "compare_digest", compare)
    for presented in (*secrets.values(), "onr_wrong", "", "\ud800"):
        compared.clear()
        tokens.find_token(known, presented)
        assert [one for one, _ in compared] == [one.digest for one in known]
        assert all(presented not in pair for pair in compared if presented)


def test_no_module_of_the_page_compares_secrets_by_equality() -> None:
    import onrecord.web

    folder = Path(onrecord.web.__file__).parent
    for file in (folder / "tokens.py", folder / "seals.py"):
        text = file.read_text("utf-8")
        assert "compare_digest" in text
        assert "digest ==" not in text
        assert "== seal" not in text


def test_secrets_are_in_no_log_page_file_or_message(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    known, secrets = make_tokens()
    path = copy_story(tmp_path)
    tokens.store_tokens(tokens.tokens_path(path), known)
    caplog.set_level(logging.DEBUG)
    shown: list[str] = []
    with make_client(path, tokens=known, host="10.1.1.1", names=("localhost",)) as client:
        for secret in (secrets["all"], "onr_wrongwrongwrong"):
            headers = {"authorization": f"Bearer {secret}"}
            shown += [
                client.get(one, headers=headers).text
                for one in ("/api/v1/claims", "/api/v1/nowhere")
            ]
            shown.append(client.post("/api/v1/judgements", headers=headers, content=b"{").text)
            token = form_token_of(client, "/sign-in")
            answer = client.post("/sign-in", data={"token": secret, "form_token": token, "to": "/"})
            shown += [answer.text, json.dumps(dict(answer.headers))]
            shown += [client.get(one).text for one in ("/", "/review", "/method")]
        desk = client.app.state.desk
        shown += [repr(desk), repr(desk.settings)]
        sealed = desk.secret.hex()
    written = "".join((*shown, caplog.text, *capfd.readouterr()))
    files = "".join(one.read_text("latin-1") for one in tmp_path.iterdir())
    for secret in (*secrets.values(), "onr_wrongwrongwrong", sealed):
        assert secret not in written
        assert secret not in files
    assert tokens.tokens_path(path).stat().st_mode & 0o077 == 0


def test_a_password_in_an_address_is_kept_nowhere(client: TestClient, connected: list[str]) -> None:
    made = add(client, addresses="http://ana:hunter2@news.example/")
    assert made["status"] == 422
    assert "hunter2" not in str(made["text"])
    path = Path(client.app.state.desk.ledger.name)
    for file in path.parent.iterdir():
        assert b"hunter2" not in file.read_bytes()


def test_a_read_only_desk_changes_nothing_for_anybody(tmp_path: Path) -> None:
    known, secrets = make_tokens()
    path = copy_story(tmp_path)
    with make_client(path, read_only=True, tokens=known) as client:
        assert client.get("/add").status_code == 403
        for target, fields in FORMS:
            assert client.post(target, data=fields).status_code == 403
        headers = {"authorization": f"Bearer {secrets['all']}"}
        made = {
            "verdict": "same",
            "first": "att_0000000000000000",
            "second": "att_0000000000000001",
        }
        assert client.post("/api/v1/judgements", json=made, headers=headers).status_code == 403
        assert (
            client.post("/api/v1/articles", json={"text": "x"}, headers=headers).status_code == 403
        )


def test_a_desk_that_others_reach_shows_nothing_without_a_sign_in(tmp_path: Path) -> None:
    known, secrets = make_tokens()
    with make_client(
        copy_story(tmp_path), tokens=known, host="10.1.1.1", names=("localhost",)
    ) as client:
        for path in PATHS:
            if path.startswith(
                (
                    "/static",
                    "/healthz",
                    "/readyz",
                    "/sign-in",
                    "/nowhere",
                    "/api/v1/nowhere",
                    "/api/v1/openapi.json",
                )
            ):
                continue
            answer = client.get(path, follow_redirects=False)
            assert answer.status_code in {303, 401}, path
            assert "Orlasca" not in answer.text
        token = form_token_of(client, "/sign-in")
        data = {"token": secrets["read"], "form_token": token, "to": "//evil.example"}
        answer = client.post("/sign-in", data=data, follow_redirects=False)
        assert answer.headers["location"] == "/"
        assert "Orlasca" in client.get("/").text
        assert client.get("/add").status_code == 403

"""Fetching over real connections, from a server on the loopback address."""

import datetime
import email.utils
import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from onrecord.captures.fetch import MAX_WAIT, fetch_url
from onrecord.errors import CaptureError
from onrecord.settings import FetchSettings

NOW = datetime.datetime(2025, 3, 1, 12, tzinfo=datetime.UTC)
PAGE = b"<html><body><p>The harbour master said the ferry would sail.</p></body></html>"
HTML = {"Content-Type": "text/html; charset=windows-1252"}
NEWS = "news.example"
SETTINGS = FetchSettings(
    allow_private=True, connect_timeout=2.0, read_timeout=2.0, backoff=0.5, retries=2
)


@dataclass
class Site:
    """A server that answers each path as told and keeps what it was asked."""

    port: int = 0
    answers: dict[str, Callable[[], tuple[int, dict[str, str], bytes]]] = field(
        default_factory=dict
    )
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def answer(self, path: str, status: int, headers: dict[str, str], body: bytes = b"") -> None:
        self.answers[path] = lambda: (status, headers, body)

    def url(self, path: str, scheme: str = "http") -> str:
        return f"{scheme}://{NEWS}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


def make_handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers_asked = {name.lower(): value for name, value in self.headers.items()}
            site.asked.append((self.path, headers_asked))
            status, headers, body = site.answers.get(self.path, lambda: (404, {}, b"gone"))()
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if "Content-Length" not in headers:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args: object) -> None:
            pass

    return Handler


class QuietServer(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_args: object) -> None:
        pass  # clients that hang up early are what these tests are about


@contextmanager
def serve(site: Site, tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    server = QuietServer(("127.0.0.1", 0), make_handler(site))
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def site() -> Iterator[Site]:
    with serve(Site()) as running:
        running.answer("/a", 200, HTML, PAGE)
        yield running


@contextmanager
def serve_bytes(
    *pieces: bytes, pause: float = 0.0, tls: ssl.SSLContext | None = None
) -> Iterator[str]:
    """Answer every connection with these pieces, whatever it asks."""
    listener = socket.create_server(("127.0.0.1", 0))
    stop = threading.Event()

    def answer(connection: socket.socket) -> None:
        connection.recv(65536)
        for piece in pieces:
            connection.sendall(piece)
            if stop.wait(pause):
                return

    def accept() -> None:
        while True:
            connection, _ = listener.accept()
            with connection:
                if stop.is_set():
                    return
                with suppress(OSError):  # the client hung up, as it should
                    if tls is None:
                        answer(connection)
                    else:
                        with tls.wrap_socket(connection, server_side=True) as secured:
                            answer(secured)

    thread = threading.Thread(target=accept)
    thread.start()
    port = listener.getsockname()[1]
    try:
        yield f"{'https' if tls else 'http'}://{NEWS}:{port}/a"
    finally:
        stop.set()
        socket.create_connection(("127.0.0.1", port)).close()
        thread.join()
        listener.close()


def loopback(_host: str) -> tuple[str, ...]:
    return ("127.0.0.1",)


def fetch(url, settings=SETTINGS, resolve=loopback, sleep=lambda _seconds: None):
    return fetch_url(url, settings, fetched_at=NOW, resolve=resolve, sleep=sleep)


def but(**changes: object) -> FetchSettings:
    values = {name: getattr(SETTINGS, name) for name in FetchSettings.__slots__}
    return FetchSettings(**(values | changes))


# Pages


def test_a_page_becomes_a_capture(site):
    capture = fetch(site.url("/a#top"))
    assert capture.body == PAGE
    assert (capture.origin, capture.url) == (site.url("/a#top"), site.url("/a"))
    assert (capture.media_type, capture.charset) == ("text/html", "windows-1252")
    assert capture.fetched_at == NOW


def test_the_request_says_honestly_who_asks(site):
    fetch(site.url("/a"))
    _, headers = site.asked[-1]
    assert headers["user-agent"].startswith("onrecord/")
    assert headers["host"] == f"{NEWS}:{site.port}"
    assert "cookie" not in headers


@pytest.mark.parametrize(
    ("encoding", "compress"),
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("identity", bytes)],
)
def test_the_body_is_decompressed(site, encoding, compress):
    site.answer("/a", 200, HTML | {"Content-Encoding": encoding}, compress(PAGE))
    assert fetch(site.url("/a")).body == PAGE


def test_a_body_in_chunks_is_put_together():
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    with serve_bytes(head, b"a\r\nThe mayor \r\n", b"8\r\nsaid no.\r\n", b"0\r\n\r\n") as url:
        assert fetch(url, but(honour_robots=False)).body == b"The mayor said no."


def test_an_encoding_that_was_not_asked_for_is_refused(site):
    site.answer("/a", 200, HTML | {"Content-Encoding": "br"}, PAGE)
    with pytest.raises(CaptureError, match="compressed as 'br'"):
        fetch(site.url("/a"))


@pytest.mark.parametrize("media_type", ["image/png", "application/pdf", "application/json"])
def test_what_says_it_is_no_text_is_refused_unread(site, media_type):
    site.answer("/a", 200, {"Content-Type": media_type}, b"x" * 100)
    with pytest.raises(CaptureError, match=f"is {media_type}, not a page of text"):
        fetch(site.url("/a"))


@pytest.mark.parametrize(
    "content_type", ["", "html", "text/\x1b[2J", ";charset=utf-8", "\xe9/\xe9"]
)
def test_a_content_type_that_is_none_counts_as_not_given(site, content_type):
    site.answer("/a", 200, {"Content-Type": content_type}, PAGE)
    assert fetch(site.url("/a")).media_type == ""


def test_an_image_that_says_it_is_html_is_refused(site):
    site.answer("/a", 200, HTML, b"\x89PNG\r\n\x1a\n\0\0\0")
    with pytest.raises(CaptureError, match="a PNG image"):
        fetch(site.url("/a"))


def test_an_empty_page_is_refused(site):
    site.answer("/a", 204, {})
    with pytest.raises(CaptureError, match="is empty"):
        fetch(site.url("/a"))


# Size


@pytest.mark.parametrize("announced", [True, False])
def test_a_body_over_the_limit_is_refused(announced):
    length = b"Content-Length: 2001\r\n" if announced else b""
    with (
        serve_bytes(b"HTTP/1.1 200 OK\r\n" + length + b"\r\n" + b"a" * 2001) as url,
        pytest.raises(CaptureError, match="is larger than"),
    ):
        fetch(url, but(max_body_bytes=2000, honour_robots=False))


def test_a_body_of_the_largest_size_is_taken_in(site):
    site.answer("/a", 200, HTML, b"a" * 2000)
    assert len(fetch(site.url("/a"), but(max_body_bytes=2000)).body) == 2000


def test_a_gzip_bomb_is_refused_early(site):
    bomb = gzip.compress(bytes(100 * 1024 * 1024), 6)
    site.answer("/a", 200, HTML | {"Content-Encoding": "gzip"}, bomb)
    started = time.process_time()
    with pytest.raises(CaptureError, match="is larger than 10 MB"):
        fetch(site.url("/a"))
    # Inflating all 100 MB takes several times as long as the 10 MB that are allowed.
    inflating = time.process_time()
    gzip.decompress(bomb)
    assert inflating - started < time.process_time() - inflating


def test_a_bomb_in_a_bomb_is_not_opened(site):
    headers = HTML | {"Content-Encoding": "gzip, gzip"}
    site.answer("/a", 200, headers, gzip.compress(gzip.compress(PAGE)))
    with pytest.raises(CaptureError, match="compressed as 'gzip, gzip'"):
        fetch(site.url("/a"))


# Redirects


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_to_the_final_address(site, status):
    site.answer("/old", status, {"Location": "/a?from=old"})
    site.answer("/a?from=old", 200, HTML, PAGE)
    capture = fetch(site.url("/old"))
    assert (capture.origin, capture.url) == (site.url("/old"), site.url("/a?from=old"))


def test_five_redirects_are_followed_and_no_sixth(site):
    for hop in range(6):
        site.answer(f"/{hop}", 302, {"Location": f"/{hop + 1}"})
    site.answer("/6", 200, HTML, PAGE)
    assert fetch(site.url("/1")).url == site.url("/6")
    with pytest.raises(CaptureError, match="redirects more than 5 times"):
        fetch(site.url("/0"))


def test_a_circle_of_redirects_is_noticed(site):
    site.answer("/x", 302, {"Location": "/y"})
    site.answer("/y", 302, {"Location": "/x"})
    with pytest.raises(CaptureError, match="in a circle"):
        fetch(site.url("/x"))
    assert site.paths.count("/x") == 1


def test_a_redirect_to_nowhere_is_refused(site):
    site.answer("/x", 302, {})
    with pytest.raises(CaptureError, match="without saying where to"):
        fetch(site.url("/x"))


@pytest.mark.parametrize(
    "location",
    [
        "ftp://news.example/",
        "file:///etc/passwd",
        "http://ana:secret@news.example/",
        "http://127.1/",
    ],
)
def test_a_redirect_is_checked_like_the_first_address(site, location):
    site.answer("/x", 302, {"Location": location})
    with pytest.raises(CaptureError):
        fetch(site.url("/x"))
    assert site.paths == ["/robots.txt", "/x"]


def test_a_redirect_to_a_metadata_service_is_refused_even_where_private_is_allowed(site):
    site.answer("/x", 302, {"Location": "http://169.254.169.254/latest/meta-data/"})
    with pytest.raises(CaptureError, match="cloud metadata"):
        fetch(site.url("/x"))


# Addresses


@pytest.mark.parametrize("path", ["/a", "/robots.txt"])
def test_a_private_address_is_not_even_connected_to(site, path):
    with pytest.raises(CaptureError, match=r"127\.0\.0\.1, a loopback address"):
        fetch(site.url(path), but(allow_private=False))
    assert site.asked == []


def test_a_redirect_from_a_public_to_a_private_address_is_refused(site, monkeypatch):
    """The public server is played by the local one, under a public address."""
    reach_local_server(monkeypatch, "93.184.215.14")
    hosts = {NEWS: ("93.184.215.14",), "inside.example": ("10.0.0.8",)}
    site.answer("/x", 302, {"Location": f"http://inside.example:{site.port}/a"})
    with pytest.raises(CaptureError, match=r"inside\.example is at 10\.0\.0\.8, a private"):
        fetch(site.url("/x"), but(allow_private=False), resolve=hosts.__getitem__)
    assert site.paths == ["/robots.txt", "/x"]


def test_a_name_that_is_rebound_after_the_check_changes_nothing(site, monkeypatch):
    """The first answer is public, all later ones are the loopback address."""
    answers = iter([("93.184.215.14",)])
    asked = []

    def rebinding(host: str) -> tuple[str, ...]:
        asked.append(host)
        return next(answers, ("127.0.0.1",))

    connected = reach_local_server(monkeypatch, "93.184.215.14")
    site.answer("/x", 302, {"Location": "/a"})
    assert fetch(site.url("/x"), but(allow_private=False), resolve=rebinding).body == PAGE
    assert asked == [NEWS]  # once, for robots.txt, two pages and all their connections
    assert set(connected) == {"93.184.215.14"}
    with pytest.raises(CaptureError, match="loopback"):
        fetch(site.url("/x"), but(allow_private=False), resolve=rebinding)


def reach_local_server(monkeypatch, address: str) -> list[str]:
    """Let connections to one public address arrive at the loopback address; note all of them."""
    import urllib3.util.connection

    connect = urllib3.util.connection.create_connection
    connected: list[str] = []

    def redirect(target, *args, **options):
        connected.append(target[0])
        assert target[0] == address
        return connect(("127.0.0.1", target[1]), *args, **options)

    monkeypatch.setattr(urllib3.util.connection, "create_connection", redirect)
    return connected


def test_the_next_address_is_tried_where_the_first_does_not_answer(site):
    addresses = ("127.0.0.9", "127.0.0.1")  # the server listens at the second only
    assert fetch(site.url("/a"), resolve=lambda _: addresses).body == PAGE


def test_an_unknown_host_is_named():
    def resolve(_host: str) -> tuple[str, ...]:
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(CaptureError, match=r"the host nowhere\.example was not found"):
        fetch("http://nowhere.example/", resolve=resolve)


# TLS


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for news.example, signed by itself."""
    folder = tmp_path_factory.mktemp("tls")
    openssl = shutil.which("openssl")
    assert openssl, "these tests make their certificate with the openssl program: install it"
    command = f"{openssl} req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
    subject = f"-subj /CN={NEWS} -addext subjectAltName=DNS:{NEWS} -keyout key.pem -out cert.pem"
    subprocess.run(f"{command} {subject}".split(), cwd=folder, check=True, capture_output=True)
    return folder


def make_tls(certificate) -> ssl.SSLContext:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    return tls


@pytest.fixture
def safe_site(certificate) -> Iterator[tuple[Site, list[str | None]]]:
    names: list[str | None] = []
    tls = make_tls(certificate)
    tls.sni_callback = lambda _socket, name, _context: names.append(name)
    with serve(Site(), tls) as running:
        running.answer("/a", 200, HTML, PAGE)
        yield running, names


def test_tls_is_checked_for_the_name_although_an_address_is_connected_to(
    safe_site, certificate, monkeypatch
):
    site, names = safe_site
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "cert.pem"))
    assert fetch(site.url("/a", "https")).body == PAGE
    assert set(names) == {NEWS}
    with pytest.raises(CaptureError, match=r"no safe connection to other\.example.*mismatch"):
        fetch(f"https://other.example:{site.port}/a")


def test_an_unknown_certificate_is_refused_at_once(safe_site):
    site, _ = safe_site
    pauses: list[float] = []
    with pytest.raises(CaptureError, match=r"self-signed certificate.*SSL_CERT_FILE"):
        fetch(site.url("/a", "https"), sleep=pauses.append)
    assert site.asked == []
    assert pauses == []


# robots.txt


def test_robots_txt_is_asked_first_and_once(site):
    site.answer("/robots.txt", 200, {}, b"User-agent: *\nDisallow: /private/")
    site.answer("/x", 302, {"Location": "/a"})
    fetch(site.url("/x"))
    assert site.paths == ["/robots.txt", "/x", "/a"]


def test_a_page_that_robots_txt_closes_is_not_asked_for(site):
    site.answer("/robots.txt", 200, {}, b"User-agent: onrecord\nDisallow: /a")
    with pytest.raises(CaptureError, match=r"robots\.txt asks programs to leave it alone"):
        fetch(site.url("/a"))
    assert site.paths == ["/robots.txt"]


def test_a_redirect_into_a_closed_part_is_not_followed(site):
    site.answer("/robots.txt", 200, {}, b"User-agent: *\nDisallow: /a")
    site.answer("/x", 302, {"Location": "/a"})
    with pytest.raises(CaptureError, match="leave it alone"):
        fetch(site.url("/x"))
    assert site.paths == ["/robots.txt", "/x"]


def test_robots_txt_may_itself_be_redirected(site):
    site.answer("/robots.txt", 301, {"Location": "/rules"})
    site.answer("/rules", 200, {}, b"User-agent: *\nDisallow: /")
    with pytest.raises(CaptureError, match="leave it alone"):
        fetch(site.url("/a"))


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_a_site_without_robots_txt_allows_everything(site, status):
    site.answer("/robots.txt", status, {}, b"User-agent: *\nDisallow: /")
    assert fetch(site.url("/a")).body == PAGE


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_site_whose_robots_txt_fails_is_left_alone(site, status):
    site.answer("/robots.txt", status, {})
    with pytest.raises(CaptureError, match=rf"robots\.txt, .* answers HTTP {status}"):
        fetch(site.url("/a"))
    assert set(site.paths) == {"/robots.txt"}


def test_robots_txt_is_not_asked_for_when_told_so(site):
    site.answer("/robots.txt", 200, {}, b"User-agent: *\nDisallow: /")
    assert fetch(site.url("/a"), but(honour_robots=False)).body == PAGE
    assert site.paths == ["/a"]


# Errors and retries


@pytest.mark.parametrize(
    ("status", "advice"),
    [
        (401, "login"),
        (402, "paywall"),
        (403, "save the page in a browser"),
        (404, "check the address"),
        (410, "web archive"),
        (451, "legal reasons"),
        (418, "save the page in a browser"),
        (206, "save the page in a browser"),
    ],
)
def test_a_final_status_says_what_to_do_and_is_not_retried(site, status, advice):
    site.answer("/a", status, HTML, PAGE)
    with pytest.raises(CaptureError, match=f"answers HTTP {status}: .*{advice}"):
        fetch(site.url("/a"))
    assert site.paths.count("/a") == 1


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_a_passing_failure_is_retried_with_growing_pauses(site, status):
    answers = iter([(status, {}, b""), (status, {}, b"")])
    site.answers["/a"] = lambda: next(answers, (200, HTML, PAGE))
    pauses: list[float] = []
    assert fetch(site.url("/a"), sleep=pauses.append).body == PAGE
    assert pauses == [0.5, 1.0]


def test_a_lasting_failure_is_reported_after_the_last_retry(site):
    site.answer("/a", 503, {})
    with pytest.raises(CaptureError, match="answers HTTP 503: the server failed; try again later"):
        fetch(site.url("/a"))
    assert site.paths.count("/a") == 3


def test_retry_after_is_waited_for(site):
    answers = iter([(429, {"Retry-After": "7"}, b"")])
    site.answers["/a"] = lambda: next(answers, (200, HTML, PAGE))
    pauses: list[float] = []
    fetch(site.url("/a"), sleep=pauses.append)
    assert pauses == [7.0]


def test_retry_after_can_be_a_date(site):
    later = datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=8)
    answers = iter([(503, {"Retry-After": email.utils.format_datetime(later, usegmt=True)}, b"")])
    site.answers["/a"] = lambda: next(answers, (200, HTML, PAGE))
    pauses: list[float] = []
    fetch(site.url("/a"), sleep=pauses.append)
    assert len(pauses) == 1
    assert 5 < pauses[0] <= 8


@pytest.mark.parametrize(
    "asked", [str(int(MAX_WAIT) + 1), "9" * 5000, "Sun, 01 Mar 2099 00:00:00 GMT"]
)
def test_a_server_that_wants_a_long_rest_is_not_asked_again(site, asked):
    site.answer("/a", 429, {"Retry-After": asked})
    pauses: list[float] = []
    with pytest.raises(CaptureError, match=r"HTTP 429: .*it asks to wait"):
        fetch(site.url("/a"), sleep=pauses.append)
    assert pauses == []
    assert site.paths.count("/a") == 1


@pytest.mark.parametrize("asked", ["soon", "-5", "", "Wed, 21 Oct 2015 07:28:00 GMT", "Mon, 99 X"])
def test_a_retry_after_that_says_nothing_is_passed_over(site, asked):
    answers = iter([(503, {"Retry-After": asked}, b"")])
    site.answers["/a"] = lambda: next(answers, (200, HTML, PAGE))
    pauses: list[float] = []
    fetch(site.url("/a"), sleep=pauses.append)
    assert pauses == [0.5]


def test_nobody_listening_is_an_expected_error():
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    pauses: list[float] = []
    with pytest.raises(CaptureError, match=rf"the connection to {NEWS}:{port} failed") as caught:
        fetch(f"http://{NEWS}:{port}/", sleep=pauses.append)
    assert type(caught.value) is CaptureError
    assert len(pauses) == SETTINGS.retries


def test_a_proxy_that_the_environment_names_is_not_used_and_mentioned(monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "")
    with serve(Site()) as site:
        site.answer("/a", 200, HTML, PAGE)
        assert fetch(site.url("/a")).body == PAGE
    with pytest.raises(CaptureError, match="onrecord connects directly"):
        fetch(site.url("/a"))


@pytest.mark.parametrize(
    "reply",
    [
        b"",
        b"nonsense \x1b[2J\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\ncut off",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\ncut off",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nno number\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nno gzip",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\nabc",
    ],
)
def test_a_broken_reply_is_retried_and_then_an_expected_error(reply):
    pauses: list[float] = []
    with (
        serve_bytes(reply) as url,
        pytest.raises(CaptureError, match=r"the connection to .* failed") as caught,
    ):
        fetch(url, but(honour_robots=False), sleep=pauses.append)
    assert str(caught.value).isprintable()
    assert len(pauses) == SETTINGS.retries


# Time


def test_a_silent_server_is_left_after_the_read_timeout():
    with (
        serve_bytes(b"HTTP/1.1 200 OK\r\n", b"", pause=0.6) as url,
        pytest.raises(CaptureError, match=r"sent nothing for 0\.2 s"),
    ):
        fetch(url, but(honour_robots=False, read_timeout=0.2, retries=0))


@pytest.mark.parametrize(
    "head",
    [
        b"",  # drips into the status line
        b"HTTP/1.1 200 OK\r\nX-Slow: ",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n",
    ],
)
def test_a_server_that_drips_is_left_at_the_deadline(head):
    """Every byte comes well within the read timeout; only the deadline ends it."""
    started = time.monotonic()
    settings = but(honour_robots=False, connect_timeout=0.1, read_timeout=0.1)
    with (
        serve_bytes(head, *[b"a"] * 500, pause=0.02) as url,
        pytest.raises(CaptureError, match=r"took longer than 0\.5 s in all"),
    ):
        fetch(url, settings)
    # All the bytes would take ten seconds.
    assert 0.4 < time.monotonic() - started < 8


def test_no_pause_goes_beyond_the_deadline(site):
    site.answer("/a", 503, {"Retry-After": "20"})
    pauses: list[float] = []
    with pytest.raises(CaptureError, match="HTTP 503"):
        fetch(site.url("/a"), but(connect_timeout=1.0, read_timeout=1.0), sleep=pauses.append)
    assert pauses == []


def test_a_server_that_drips_over_tls_is_left_at_the_deadline(certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "cert.pem"))
    settings = but(honour_robots=False, connect_timeout=0.6, read_timeout=0.1)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    tls = make_tls(certificate)
    with (
        serve_bytes(head, *[b"a"] * 500, pause=0.02, tls=tls) as url,
        pytest.raises(CaptureError, match=r"took longer than 1 s in all"),
    ):
        fetch(url, settings)

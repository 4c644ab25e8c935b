"""One HTTP request to one checked address: the only file that opens connections.

The connection goes to an address that was checked before, never to a name, so that a second
answer of the name server changes nothing; the name is kept for the Host header, for TLS (SNI)
and for the certificate. A watchdog shuts the socket at the deadline, whatever the server sends
and however slowly it sends it.

No proxies are used: through a proxy, the proxy would resolve the name and the check of the
address would be worth nothing. Where the environment names a proxy, a failing connection says so.
"""

import contextlib
import http.client
import socket
import ssl
import threading
import time
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.captures.weburls import WebUrl
from onrecord.errors import CaptureError
from onrecord.settings import FetchSettings

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse
    from urllib3.connection import HTTPConnection

_ACCEPT = "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1"
_ENCODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
_PIECE = 64 * 1024
_MAX_REASON = 200


class BrokenExchangeError(CaptureError):
    """The connection was not made or broke off: worth another attempt."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a whole fetch must be over: `time.monotonic()` seconds, and how many it was given."""

    ends_at: float
    seconds: float

    def remaining(self, url: WebUrl) -> float:
        """Seconds left; CaptureError where none are."""
        left = self.ends_at - time.monotonic()
        if left <= 0:
            raise CaptureError(
                f"{url} took longer than {self.seconds:g} s in all: try again later, "
                "or allow longer timeouts"
            )
        return left


@dataclass(frozen=True, slots=True)
class Reply:
    """The head of a response, and its body while the connection is open."""

    url: WebUrl
    status: int
    headers: Mapping[str, str]
    response: "BaseHTTPResponse"

    @property
    def announced_bytes(self) -> int:
        """Bytes of the body as sent (compressed, perhaps), or 0 where the server does not say."""
        return self.response.length_remaining or 0

    def read(self, limit: int) -> bytes:
        """Read the decompressed body: all of it, or `limit` + 1 bytes where there are more.

        Nothing is decompressed beyond that.
        """
        encoding = self.headers.get("content-encoding", "").strip().lower()
        if encoding not in _ENCODINGS:
            raise CaptureError(
                f"{self.url} came compressed as {encoding!r}, which was not asked for: "
                "save the page in a browser and read the file"
            )
        pieces: list[bytes] = []
        missing = limit + 1
        while missing > 0:
            piece = self.response.read1(min(_PIECE, missing))
            if not piece:
                break
            pieces.append(piece)
            missing -= len(piece)
        return b"".join(pieces)


@contextlib.contextmanager
def open_reply(
    url: WebUrl, addresses: tuple[str, ...], settings: FetchSettings, deadline: Deadline
) -> Iterator[Reply]:
    """Ask for a page at the first of the addresses that takes the connection.

    Raises:
        BrokenExchangeError: no connection, or it broke off, or stood still for too long.
        CaptureError: the certificate is not valid for the host, or the deadline has passed.
    """
    from urllib3.exceptions import HTTPError, ReadTimeoutError

    connection: HTTPConnection | None = None
    watchdog: _Watchdog | None = None
    try:
        connection = _connect(url, addresses, settings, deadline)
        watchdog = _Watchdog(connection.sock, deadline.remaining(url))
        connection.timeout = settings.read_timeout
        headers = {
            "Host": url.netloc,
            "User-Agent": settings.user_agent,
            "Accept": _ACCEPT,
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
        }
        connection.request("GET", url.target, headers=headers, preload_content=False)
        with contextlib.closing(connection.getresponse()) as response:
            names = {name.lower(): value for name, value in response.headers.items()}
            yield Reply(url, response.status, names, response)
        watchdog.check(url, deadline)  # a shut socket looks like the end of the body
    except ssl.SSLError as error:
        raise CaptureError(
            f"no safe connection to {url.netloc}: {_describe(error)}; check the address, "
            "or name the missing certificates in SSL_CERT_FILE"
        ) from error
    except (HTTPError, http.client.HTTPException, OSError) as error:
        if watchdog is not None:
            watchdog.check(url, deadline)
        if isinstance(error, ReadTimeoutError | TimeoutError):
            raise BrokenExchangeError(
                f"{url} sent nothing for {settings.read_timeout:g} s: try again later"
            ) from error
        raise BrokenExchangeError(
            f"the connection to {url.netloc} failed: {_describe(error)}{_mention_proxy(url)}"
        ) from error
    finally:
        if watchdog is not None:
            watchdog.cancel()
        if connection is not None:
            connection.close()


class _Watchdog:
    """Shuts a socket down when its time is up, which ends every wait on it."""

    def __init__(self, sock: socket.socket, seconds: float) -> None:
        self._sock = sock
        self._fired = threading.Event()
        self._timer = threading.Timer(seconds, self._shut)
        self._timer.daemon = True
        self._timer.start()

    def _shut(self) -> None:
        self._fired.set()
        with contextlib.suppress(OSError):  # already closed
            # Not the method of an SSLSocket, which would first forget the TLS state that the
            # reading thread is using.
            socket.socket.shutdown(self._sock, socket.SHUT_RDWR)

    def check(self, url: WebUrl, deadline: Deadline) -> None:
        if self._fired.is_set():
            deadline.remaining(url)

    def cancel(self) -> None:
        self._timer.cancel()


def _connect(
    url: WebUrl, addresses: tuple[str, ...], settings: FetchSettings, deadline: Deadline
) -> "HTTPConnection":
    """Connect to the first address that answers; the last failure speaks for all."""
    from urllib3.connection import HTTPConnection, HTTPSConnection
    from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

    failure: Exception = OSError("it has no address")
    for address in addresses:
        timeout = min(settings.connect_timeout, deadline.remaining(url))
        connection: HTTPConnection
        if url.scheme == "https":
            connection = HTTPSConnection(
                address, url.port, timeout=timeout, server_hostname=url.host
            )
        else:
            connection = HTTPConnection(address, url.port, timeout=timeout)
        try:
            connection.connect()
        except (NewConnectionError, ConnectTimeoutError) as error:
            failure = error
        except BaseException:
            connection.close()
            raise
        else:
            return connection
    raise failure


def _describe(error: Exception) -> str:
    """The reason in words, without the objects that urllib3 puts around it."""
    cause = error.__cause__ if isinstance(error.__cause__, OSError) else error
    if isinstance(cause, ssl.SSLCertVerificationError):
        return cause.verify_message
    if isinstance(cause, OSError) and cause.strerror:
        return cause.strerror
    words = str(cause.args[0] if cause.args else cause)[:_MAX_REASON]
    # Some repeat what the server sent, which is no text to be trusted on a terminal.
    return "".join(char if char.isprintable() else "\ufffd" for char in words)


def _mention_proxy(url: WebUrl) -> str:
    proxied = url.scheme in urllib.request.getproxies()
    if proxied and not urllib.request.proxy_bypass(url.host):
        return " (the environment names a proxy; onrecord connects directly and uses none)"
    return ""

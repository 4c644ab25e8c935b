"""What every request passes: the Host header, the size of its body, and the headers of the answer.

Pure ASGI, so that a stream of events passes as it comes.
"""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from fastapi import Response

from onrecord.web.settings import LOOPBACK_NAMES, WebSettings

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[MutableMapping[str, Any], Receive, Send], Awaitable[None]]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)


def dress(answer: Response) -> Response:
    """An answer with the headers that every answer has."""
    for name, value in _HEADERS:
        answer.headers[name.decode()] = value.decode()
    return answer


class Guard:
    """Refuses what must not come in, and dresses what goes out."""

    def __init__(self, app: App, settings: WebSettings) -> None:
        self._app = app
        self._limit = settings.max_upload_bytes
        self._names = frozenset(
            name.lower() for name in (*LOOPBACK_NAMES, settings.host, *settings.names)
        )

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])

        async def send_dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = {name for name, _ in message.get("headers", ())}
                added = [pair for pair in _HEADERS if pair[0] not in own]
                message["headers"] = [*message.get("headers", ()), *added]
            await send(message)

        if _host_name(headers.get(b"host", b"")) not in self._names:
            await _refuse(send_dressed, 421, _WRONG_HOST)
            return
        if _length(headers.get(b"content-length", b"")) > self._limit:
            await _refuse(send_dressed, 413, self._too_large())
            return
        taken = 0

        async def receive_measured() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self._limit:
                raise BodyTooLargeError(self._too_large())
            return message

        await self._app(scope, receive_measured, send_dressed)

    def _too_large(self) -> str:
        megabytes = self._limit / 1024 / 1024
        return (
            f"That is larger than {megabytes:g} MB, the most that is taken in: "
            "give the article alone."
        )


class BodyTooLargeError(Exception):
    """A body without an announced length turned out too large."""


_WRONG_HOST = (
    "This address is not one under which the page is served: open it by the address that "
    "`onrecord serve` printed, or start it with --name for this one."
)


def _host_name(header: bytes) -> str:
    host = header.decode("latin-1").strip().lower()
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.rpartition(":")[0] if ":" in host else host


def _length(header: bytes) -> int:
    return int(header) if header.isdigit() else 0


async def _refuse(send: Send, status: int, words: str) -> None:
    body = words.encode()
    await send(
        {
            "type": "http.response.start",
            "status": status,
            "headers": [
                (b"content-type", b"text/plain; charset=utf-8"),
                (b"content-length", str(len(body)).encode()),
                (b"connection", b"close"),
            ],
        }
    )
    await send({"type": "http.response.body", "body": body})

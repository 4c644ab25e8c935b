"""Pages of a published desk, kept until the record changes: everybody sees the same.

Pure ASGI, around the compression, so that what is kept goes out as it is.
"""

import time
from collections import OrderedDict
from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any

import anyio.to_thread

from onrecord.errors import LedgerError
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.state import State, read_state
from onrecord.web.guard import App, Message, Receive, Send

_PAGES = 400
_LARGEST = 400_000
_LOOK_EVERY = 0.5
"""Seconds for which the record is taken to be as it was."""
_NEVER_KEPT = ("/api/", "/static/", "/add", "/sign-in", "/healthz", "/readyz", "/metrics")

_Key = tuple[bytes, bytes, bytes, bool]


@dataclass(frozen=True, slots=True)
class _Page:
    start: Message
    body: bytes
    route: Any


class Kept:
    """Answers again what was answered before, as long as the ledger has not changed."""

    def __init__(self, app: App, ledger: Ledger) -> None:
        self._app = app
        self._ledger = ledger
        self._pages: OrderedDict[_Key, _Page] = OrderedDict()
        self._state: State | None = None
        self._looked_at = 0.0

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or not _may_be_kept(scope):
            await self._app(scope, receive, send)
            return
        try:
            await self._look()
        except LedgerError:
            # Where the ledger cannot be read the pages say so in their own words.
            await self._app(scope, receive, send)
            return
        key = _key_of(scope)
        page = self._pages.get(key)
        if page is not None:
            self._pages.move_to_end(key)
            scope["route"] = page.route
            await send({**page.start, "headers": list(page.start["headers"])})
            await send({"type": "http.response.body", "body": page.body})
            return
        state = self._state
        start: Message = {}
        pieces: list[bytes] = []

        async def send_noted(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message, headers=list(message["headers"]))
            else:
                pieces.append(message.get("body", b""))
            await send(message)

        await self._app(scope, receive, send_noted)
        body = b"".join(pieces)
        if start.get("status") == 200 and len(body) <= _LARGEST and state == self._state:
            self._pages[key] = _Page(start, body, scope.get("route"))
            while len(self._pages) > _PAGES:
                self._pages.popitem(last=False)

    async def _look(self) -> None:
        """Forget all pages where the record is another one."""
        if time.monotonic() - self._looked_at < _LOOK_EVERY:
            return
        state = await anyio.to_thread.run_sync(read_state, self._ledger)
        if state != self._state:
            self._pages.clear()
            self._state = state
        self._looked_at = time.monotonic()


def _may_be_kept(scope: MutableMapping[str, Any]) -> bool:
    path: str = scope["path"]
    return scope["method"] == "GET" and not path.startswith(_NEVER_KEPT)


def _key_of(scope: MutableMapping[str, Any]) -> _Key:
    headers = dict(scope["headers"])
    return (
        headers.get(b"host", b""),
        scope.get("raw_path") or scope["path"].encode(),
        scope["query_string"],
        b"gzip" in headers.get(b"accept-encoding", b""),
    )

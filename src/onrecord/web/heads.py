"""HEAD wherever GET is answered: the same headers, and no body (RFC 9110, 9.3.2).

Pure ASGI, around what keeps pages.
"""

from collections.abc import MutableMapping
from typing import Any

from onrecord.web.guard import App, Message, Receive, Send

_STREAMS = "/events"
"""What the addresses of streams end with: they go on for as long as a reading."""


class Heads:
    """Asks for what HEAD asks about, and leaves the body out."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope.get("method") != "HEAD" or scope["path"].endswith(_STREAMS):
            await self._app(scope, receive, send)
            return

        async def send_head(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        # A copy: the server has to know that no body comes.
        asked = {**scope, "method": "GET"}
        try:
            await self._app(asked, receive, send_head)
        finally:
            scope["route"] = asked.get("route")

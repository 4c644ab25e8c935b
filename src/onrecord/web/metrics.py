"""What is measured for whoever watches over the program: requests, and what the ledger holds.

Labels are routes as we wrote them and statuses: nothing that was asked for, and nobody who asked.
"""

import time
from collections.abc import MutableMapping
from http import HTTPStatus
from typing import Any

import prometheus_client
from fastapi import APIRouter, FastAPI, Response

from onrecord.ledger.gathering import count_pending
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.state import count_articles, count_claims
from onrecord.web.guard import App, Message, Receive, Send
from onrecord.web.tokens import Scope
from onrecord.web.visitors import ApiVisitor, SignInNeededError, TheDesk, need

_NO_ROUTE = "none"


class Metrics:
    """The figures of one application."""

    def __init__(self) -> None:
        self._registry = prometheus_client.CollectorRegistry()
        self._requests = prometheus_client.Counter(
            "onrecord_requests", "Requests answered", ("route", "status"), registry=self._registry
        )
        self._seconds = prometheus_client.Histogram(
            "onrecord_request_seconds",
            "Seconds until an answer was sent",
            ("route",),
            registry=self._registry,
        )
        self._held = {
            name: prometheus_client.Gauge(f"onrecord_{name}", words, registry=self._registry)
            for name, words in (
                ("articles", "Articles read"),
                ("claims", "Claims on record"),
                ("pending_articles", "Articles that wait to be gathered into claims"),
            )
        }

    def count(self, route: str, status: int, seconds: float) -> None:
        """Note one request."""
        self._requests.labels(route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def write(self, ledger: Ledger) -> bytes:
        """Everything in the text format of Prometheus."""
        self._held["articles"].set(count_articles(ledger))
        self._held["claims"].set(count_claims(ledger))
        self._held["pending_articles"].set(count_pending(ledger))
        return bytes(prometheus_client.generate_latest(self._registry))


class Measured:
    """Notes every request; pure ASGI, around everything else."""

    def __init__(self, app: App, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        # What breaks before it answers is answered with this further out.
        status = int(HTTPStatus.INTERNAL_SERVER_ERROR)
        begun = time.perf_counter()

        async def send_noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, send_noted)
        finally:
            route = getattr(scope.get("route"), "path", _NO_ROUTE)
            self._metrics.count(route, status, time.perf_counter() - begun)


def add_metrics(app: FastAPI) -> None:
    """Measure an application, and show the figures at /metrics."""
    metrics = Metrics()
    router = APIRouter(include_in_schema=False)

    @router.get("/metrics")
    def show_metrics(desk: TheDesk, visitor: ApiVisitor) -> Response:
        """The figures; where other machines reach the desk, for a token, published or not."""
        need(visitor, Scope.READ)
        if desk.settings.read_only and not (desk.settings.is_loopback or visitor.is_known):
            raise SignInNeededError
        return Response(
            metrics.write(desk.ledger),
            media_type=prometheus_client.CONTENT_TYPE_LATEST,
            headers={"cache-control": "no-store"},
        )

    app.include_router(router)
    app.add_middleware(Measured, metrics=metrics)

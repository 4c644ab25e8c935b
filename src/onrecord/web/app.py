"""The application: every page and the API over one ledger."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from onrecord.errors import SettingsError
from onrecord.ledger.gathering import count_pending, gather_pending
from onrecord.ledger.ledger import open_ledger
from onrecord.version import __version__
from onrecord.web import assets, health
from onrecord.web.api import reading, writing
from onrecord.web.desk import Desk
from onrecord.web.environment import make_environment
from onrecord.web.faults import add_fault_pages
from onrecord.web.guard import Guard
from onrecord.web.heads import Heads
from onrecord.web.jobs import Jobs
from onrecord.web.kept import Kept
from onrecord.web.pages import (
    add,
    articles,
    claims,
    corrections,
    method,
    review,
    search,
    sign_in,
    sources,
    stories,
)
from onrecord.web.rates import Rates
from onrecord.web.settings import WebSettings, check_settings

_LEAST_BYTES = 1024


def make_app(settings: WebSettings) -> FastAPI:
    """The application over one ledger, which is open as long as the application lives.

    Raises:
        SettingsError: others could write to it without a token, or what is to be measured cannot.
        LedgerError: the ledger cannot be opened; one that is not there yet is made, unless nothing
            may be written.
    """
    check_settings(settings)
    ledger = open_ledger(settings.ledger, create=not settings.read_only)
    if count_pending(ledger):
        gather_pending(ledger)
    jobs = Jobs(ledger, settings)

    @asynccontextmanager
    async def keep_open(_app: FastAPI) -> AsyncIterator[None]:
        jobs.start()
        yield
        jobs.stop()
        ledger.close()

    app = FastAPI(
        title="onrecord",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        lifespan=keep_open,
    )
    app.state.desk = Desk(
        ledger, settings, make_environment(), jobs, Rates(settings.writes_a_minute)
    )
    add_fault_pages(app)
    for part in (
        assets, health, claims, articles, stories, sources, search, review, corrections, add,
        method, sign_in, reading, writing,
    ):  # fmt: skip
        app.include_router(part.router)
    app.add_middleware(GZipMiddleware, minimum_size=_LEAST_BYTES)
    if settings.read_only:
        app.add_middleware(Kept, ledger=ledger)
    app.add_middleware(Heads)
    app.add_middleware(Guard, settings=settings)
    if settings.metrics:
        _add_metrics(app)
    return app


def _add_metrics(app: FastAPI) -> None:
    try:
        from onrecord.web.metrics import add_metrics
    except ModuleNotFoundError as error:
        raise SettingsError(
            f"--metrics needs {error.name}, which is not installed: pip install 'onrecord[metrics]'"
        ) from error
    add_metrics(app)

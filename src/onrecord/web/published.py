"""The desk as each of several worker processes opens it: read-only, as told by the environment."""

import json
import os

from fastapi import FastAPI

from onrecord.settings import ledger_address
from onrecord.web.app import make_app
from onrecord.web.settings import WebSettings

PUBLISHED = "ONRECORD_PUBLISHED"
"""The environment variable that holds what is published: a JSON object."""


def describe_published(settings: WebSettings) -> str:
    """What a worker needs to know of settings; tokens are not among it."""
    return json.dumps(
        {
            "ledger": str(settings.ledger),
            "host": settings.host,
            "port": settings.port,
            "names": settings.names,
        }
    )


def make_published_app() -> FastAPI:
    """The application of one worker."""
    told = json.loads(os.environ[PUBLISHED])
    return make_app(
        WebSettings(
            ledger=ledger_address(told["ledger"]),
            host=told["host"],
            port=told["port"],
            names=tuple(told["names"]),
            read_only=True,
        )
    )

"""Browsers without scripts, at the page over a ledger."""

import time
from pathlib import Path

from starlette.testclient import TestClient

from onrecord.web.app import make_app
from onrecord.web.jobs import Job
from onrecord.web.settings import WebSettings
from onrecord.web.tokens import Scope, Token, make_token


def make_client(path: Path, **settings: object) -> TestClient:
    """A browser without scripts, at the page over a ledger."""
    fields: dict[str, object] = {"ledger": path, "reader": "rules", **settings}
    app = make_app(WebSettings(**fields))  # type: ignore[arg-type]
    return TestClient(app, base_url="http://localhost")


def make_tokens() -> tuple[tuple[Token, ...], dict[str, str]]:
    """Three tokens: of one who may do all, one who may judge, one who may only read."""
    made = {
        "all": make_token("Ada Quill", Scope),
        "judge": make_token("Ben Marsh", [Scope.JUDGE]),
        "read": make_token("Cleo Dunn", []),
    }
    return tuple(one for one, _ in made.values()), {name: two for name, (_, two) in made.items()}


def form_token_of(client: TestClient, path: str) -> str:
    """The token in the first form of a page."""
    page = client.get(path).text
    return page.split('name="form_token" value="', 1)[1].split('"', 1)[0]


def wait_for(job: Job, seconds: float = 30) -> bool:
    """Wait until a job has ended; False where it has not after so many seconds."""
    end = time.monotonic() + seconds
    while not job.is_ended and time.monotonic() < end:
        time.sleep(0.02)
    return job.is_ended

"""The example story in a ledger, for the tests of the page: read once a test run."""

import shutil
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp

from starlette.testclient import TestClient

from onrecord.ledger.ledger import open_ledger
from onrecord.operations import expand_inputs, open_reader, read_inputs
from onrecord.settings import FetchSettings
from onrecord.web.app import make_app
from onrecord.web.settings import WebSettings
from onrecord.web.tokens import Scope, Token, make_token

DISPATCHES = Path(__file__).parents[1] / "examples/dispatches"


@lru_cache(maxsize=1)
def read_story() -> Path:
    """The file of a ledger that holds the story; nobody may write to it."""
    path = Path(mkdtemp(prefix="onrecord-story-")) / "story.db"
    with open_ledger(path) as ledger:
        inputs = expand_inputs([str(DISPATCHES)])
        for outcome in read_inputs(inputs, open_reader(), FetchSettings(), ledger=ledger):
            assert outcome.failure is None
    return path


def copy_story(folder: Path) -> Path:
    """The same in a file that may be written to."""
    path = folder / "story.db"
    for found in read_story().parent.glob("story.db*"):
        shutil.copy(found, folder / found.name)
    return path


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

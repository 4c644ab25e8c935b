"""The example story in a ledger: read once a test run, and copied for whoever writes to it."""

import shutil
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp

from onrecord.ledger.gathering import gather_pending
from onrecord.ledger.ledger import open_ledger
from onrecord.operations import expand_inputs, open_reader, read_inputs
from onrecord.settings import FetchSettings

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


def copy_gathered_story(folder: Path) -> Path:
    """The same with its claims gathered."""
    path = copy_story(folder)
    with open_ledger(path) as ledger:
        gather_pending(ledger)
    return path

"""onrecord reads news articles and keeps the record of who says what, on whose word.

import onrecord

reading = onrecord.read("article.html")
for attribution in reading.attributions:
    print(attribution.act, attribution.entity_id)

with onrecord.open_ledger("story.db") as ledger:
    ...
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.dates import PartialDate
from onrecord.errors import OnrecordError
from onrecord.records import (
    Act,
    Article,
    Attribution,
    Capture,
    Entity,
    EntityKind,
    Evidence,
    Failure,
    Form,
    Reading,
    Role,
    Run,
    Span,
)
from onrecord.version import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.attributions.reader import Reader
    from onrecord.ledger.ledger import Ledger

__all__ = [
    "Act",
    "Article",
    "Attribution",
    "Capture",
    "Entity",
    "EntityKind",
    "Evidence",
    "Failure",
    "Form",
    "OnrecordError",
    "PartialDate",
    "Reading",
    "Role",
    "Run",
    "Span",
    "__version__",
    "open_ledger",
    "open_reader",
    "read",
    "read_text",
]


def read(source: str | Path, *, reader: Reader | None = None) -> Reading:
    """Read one article: a file's path, a web address, or "-" for standard input.

    Args:
        source: where the article is.
        reader: from `open_reader`; None loads the neural one (give it to read more than one).

    Raises:
        OnrecordError: it could not be read; the message says why and what to do.
    """
    from onrecord.operations import read_one

    return read_one(source, reader=reader)


def read_text(text: str, *, title: str = "", reader: Reader | None = None) -> Reading:
    """Read a text that is an article's body already; positions are those of the text given."""
    from onrecord.operations import open_reader as open_default
    from onrecord.pipeline import read_article

    return read_article(Article(title=title, text=text), reader or open_default())


def open_reader(name: str = "neural", *, min_score: float | None = None) -> Reader:
    """A reader: "neural" or "rules".

    Args:
        name: which one.
        min_score: lowest score of an attribution; None for the reader's own choice.

    Raises:
        OnrecordError: there is no such reader, or its files are missing or damaged.
    """
    from onrecord.operations import open_reader as open_by_name

    return open_by_name(name, min_score=min_score)


def open_ledger(address: str | Path) -> Ledger:
    """Open a ledger, made if it does not exist; use it in a `with`.

    Args:
        address: a file, or the URL of a PostgreSQL database, postgresql://user@host/name.

    Raises:
        OnrecordError: it is not reachable, unreadable, damaged, no ledger, or of a newer schema.
    """
    from onrecord.ledger.ledger import open_ledger as open_any

    return open_any(address)

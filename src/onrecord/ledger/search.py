"""Words that people type, made into matches: full-text search by FTS5, and folded names."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from onrecord.errors import SettingsError
from onrecord.ledger.tables import attributions

_PIECE = re.compile(r'"([^"]*)"(\*?)|([^\s"]+)')

_index = sa.table("attribution_search", sa.column("rowid", sa.Integer))
_claim_index = sa.table("claim_search", sa.column("rowid", sa.Integer), sa.column("words", sa.Text))
_KEYS_AT_ONCE = 500
_MOST_SEARCHED = 20_000
"""Characters of a claim that a search looks in."""
_FILL = sa.text(
    "INSERT INTO attribution_search (rowid, content, source, entity, title) "
    "SELECT key, content, source, entity, title FROM searchable_attributions "
    "WHERE reading_id = :reading_id"
)


def fold(name: str) -> str:
    """A name without case and diacritics, so that "Erdogan" finds "Erdoğan"."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def match_expression(text: str) -> str:
    """The FTS5 query for what a person typed; every word has to be there, in any order.

    Words between double quotes have to stand together. A word or phrase that ends with `*` matches
    every word that begins so. Nothing else has a meaning: AND, OR, NEAR, brackets and colons are
    words or are passed over, so no input is a syntax error.

    Raises:
        SettingsError: there is no word in it.
    """
    pieces = []
    for match in _PIECE.finditer(text.replace("\0", " ")):
        phrase, star, word = match.groups()
        wanted = phrase + star if word is None else word
        if any(c.isalnum() for c in wanted):
            pieces.append(f'"{wanted.rstrip("*")}"' + ("*" if wanted.endswith("*") else ""))
    if not pieces:
        raise SettingsError(
            f"there is no word to search for in {text!r}: "
            'give words, "a phrase" in double quotes, or the beginning of a word with a *'
        )
    return " ".join(pieces)


def index_reading(connection: sa.Connection, reading_id: str) -> None:
    """Add a reading's attributions to the full-text index, in the transaction that stores them."""
    connection.execute(_FILL, {"reading_id": reading_id})


def index_claims(
    connection: sa.Connection, gone: Iterable[int], new: Sequence[tuple[int, str]]
) -> None:
    """Take the words of some claims out of the index of claims, and put in those of others."""
    keys = sorted(gone)
    for start in range(0, len(keys), _KEYS_AT_ONCE):
        some = keys[start : start + _KEYS_AT_ONCE]
        connection.execute(sa.delete(_claim_index).where(_claim_index.c.rowid.in_(some)))
    if new:
        rows = [{"rowid": key, "words": words[:_MOST_SEARCHED]} for key, words in new]
        connection.execute(sa.insert(_claim_index), rows)


def claims_with(text: str, newest: int) -> sa.Select[tuple[int]]:
    """The keys of the newest claims whose words match, at most so many."""
    return (
        sa.select(_claim_index.c.rowid)
        .where(sa.literal_column("claim_search").op("MATCH")(match_expression(text)))
        .order_by(_claim_index.c.rowid.desc())
        .limit(newest)
    )


def matches_search(text: str) -> sa.ColumnElement[bool]:
    """The condition that an attribution's content, source, entity or title matches the words."""
    matched = sa.select(_index.c.rowid).where(
        sa.literal_column("attribution_search").op("MATCH")(match_expression(text))
    )
    return attributions.c.key.in_(matched)

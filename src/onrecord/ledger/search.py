"""Words that people type, made into matches: full-text search, and folded names.

The index is FTS5 in SQLite, a table of tsvectors in PostgreSQL; both have `rowid`, the key of what
they point to.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from onrecord.errors import SettingsError
from onrecord.ledger.tables import attributions
from onrecord.ledger.tsvectors import make_tsquery, make_tsvector

_PIECE = re.compile(r'"([^"]*)"(\*?)|([^\s"]+)')

_index = sa.table("attribution_search", sa.column("rowid", sa.Integer))
_claim_index = sa.table("claim_search", sa.column("rowid", sa.Integer), sa.column("words", sa.Text))
_KEYS_AT_ONCE = 500
_MOST_SEARCHED = 20_000
"""Characters of a claim that a search looks in."""
_SEARCHABLE = "SELECT key, content, source, entity, title FROM searchable_attributions "
_OF_READING = "WHERE reading_id = :reading_id"
_FILL = sa.text(
    "INSERT INTO attribution_search (rowid, content, source, entity, title) "
    + _SEARCHABLE
    + _OF_READING
)
_SELECT = sa.text(_SEARCHABLE + _OF_READING)


def fold(name: str) -> str:
    """A name without case and diacritics, so that "Erdogan" finds "Erdoğan"."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def list_pieces(text: str) -> list[tuple[str, bool]]:
    """What a person typed as words and phrases, each with whether it is only begun.

    Every one has to be there, in any order. Words between double quotes have to stand together. A
    word or phrase that ends with `*` matches every word that begins so. Nothing else has a meaning:
    AND, OR, NEAR, brackets and colons are words or are passed over, so no input is a syntax error.

    Raises:
        SettingsError: there is no word in it.
    """
    pieces = []
    for match in _PIECE.finditer(text.replace("\0", " ")):
        phrase, star, word = match.groups()
        wanted = phrase + star if word is None else word
        if any(c.isalnum() for c in wanted):
            pieces.append((wanted.rstrip("*"), wanted.endswith("*")))
    if not pieces:
        raise SettingsError(
            f"there is no word to search for in {text!r}: "
            'give words, "a phrase" in double quotes, or the beginning of a word with a *'
        )
    return pieces


def holds(text: str, words: str) -> bool:
    """Whether a text has all that a person typed, as the indexes would say.

    Raises:
        SettingsError: there is no word in it.
    """
    stands = f" {' '.join(_TOKEN.findall(fold(text)))} "
    return all(
        f" {' '.join(_TOKEN.findall(fold(piece)))}{'' if is_begun else ' '}" in stands
        for piece, is_begun in list_pieces(words)
    )


_TOKEN = re.compile(r"[^\W_]+")


class _Matches(FunctionElement[Any]):
    """The condition that a row of an index matches.

    Its arguments: the index, the search as FTS5 takes it, the same for PostgreSQL.
    """

    # No Boolean: SQLite would be asked whether it equals 1, which MATCH cannot be.
    type = sa.types.NullType()
    inherit_cache = True


@compiles(_Matches, "sqlite")
def _compile_fts5(element: _Matches, compiler: SQLCompiler, **options: Any) -> str:
    index, expression, _ = element.clauses
    return f"{compiler.process(index)} MATCH {compiler.process(expression, **options)}"


@compiles(_Matches, "postgresql")
def _compile_tsquery(element: _Matches, compiler: SQLCompiler, **options: Any) -> str:
    index, _, query = element.clauses
    words = f"{compiler.process(index)}.words"
    return f"{words} @@ CAST({compiler.process(query, **options)} AS tsquery)"


def _match(index: str, text: str) -> _Matches:
    pieces = list_pieces(text)
    fts5 = " ".join(f'"{words}"' + ("*" if is_begun else "") for words, is_begun in pieces)
    return _Matches(sa.literal_column(index), sa.literal(fts5), sa.literal(make_tsquery(pieces)))


def index_reading(connection: sa.Connection, reading_id: str) -> None:
    """Add a reading's attributions to the full-text index, in the transaction that stores them."""
    if connection.dialect.name == "sqlite":
        connection.execute(_FILL, {"reading_id": reading_id})
        return
    found = connection.execute(_SELECT, {"reading_id": reading_id})
    _insert_words(
        connection,
        "attribution_search",
        [(row.key, (row.title, row.entity, row.source, row.content)) for row in found],
    )


def _insert_words(
    connection: sa.Connection, index: str, found: Sequence[tuple[int, Sequence[str]]]
) -> None:
    """Fill PostgreSQL's index."""
    if found:
        connection.execute(
            sa.text(f"INSERT INTO {index} (rowid, words) VALUES (:key, CAST(:words AS tsvector))"),  # noqa: S608
            [{"key": key, "words": make_tsvector(texts)} for key, texts in found],
        )


def index_claims(
    connection: sa.Connection, gone: Iterable[int], new: Sequence[tuple[int, str]]
) -> None:
    """Take the words of some claims out of the index of claims, and put in those of others."""
    keys = sorted(gone)
    for start in range(0, len(keys), _KEYS_AT_ONCE):
        some = keys[start : start + _KEYS_AT_ONCE]
        connection.execute(sa.delete(_claim_index).where(_claim_index.c.rowid.in_(some)))
    searched = [(key, words[:_MOST_SEARCHED]) for key, words in new]
    if connection.dialect.name != "sqlite":
        _insert_words(connection, "claim_search", [(key, (words,)) for key, words in searched])
    elif searched:
        rows = [{"rowid": key, "words": words} for key, words in searched]
        connection.execute(sa.insert(_claim_index), rows)


def claims_with(text: str, newest: int) -> sa.Select[tuple[int]]:
    """The keys of the newest claims whose words match, at most so many."""
    return (
        sa.select(_claim_index.c.rowid)
        .where(_match("claim_search", text))
        .order_by(_claim_index.c.rowid.desc())
        .limit(newest)
    )


def count_matches(connection: sa.Connection, text: str, most: int) -> int:
    """How many attributions match the words; counted no further than `most`."""
    some = sa.select(_index.c.rowid).where(_match("attribution_search", text)).limit(most)
    return connection.scalar(sa.select(sa.func.count()).select_from(some.subquery())) or 0


def matches_last(text: str, most: int) -> sa.ColumnElement[bool]:
    """The same as `matches_search` for those alone that came last, so many of them."""
    last = (
        sa.select(_index.c.rowid)
        .where(_match("attribution_search", text))
        .order_by(_index.c.rowid.desc())
        .limit(most)
    )
    return attributions.c.key.in_(last)


def matches_search(
    text: str,
    key: sa.ColumnElement[int] = attributions.c.key,
    among: sa.Select[tuple[int]] | None = None,
) -> sa.ColumnElement[bool]:
    """The condition that an attribution's content, source, entity or title matches the words.

    Args:
        text: the words.
        key: the attribution's.
        among: the keys of the only attributions that are wanted; these alone are then looked up.
    """
    matched = sa.select(_index.c.rowid).where(_match("attribution_search", text))
    return key.in_(matched if among is None else sa.intersect(among, matched))

"""The search with facets: passages narrowed down by who, where, what and when, and how many."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from onrecord.dates import PartialDate
from onrecord.ledger.found import AttributionQuery, FoundAttribution
from onrecord.ledger.keyset import follows
from onrecord.ledger.ledger import Ledger, reading_from
from onrecord.ledger.namings import correct_found, has_source, load_namings
from onrecord.ledger.queries import list_found, select_attributions
from onrecord.ledger.search import count_matches, fold, matches_last
from onrecord.ledger.tables import articles, attributions, checks, entities, readings, responses
from onrecord.records import Act, Basis, Form

MOST_VALUES = 12
"""Values of a facet that are counted; the rarer ones are reached by words."""
_MOST_COUNTED = 2_000
"""Passages, the newest of those found, in which values are counted."""
_NEWEST_FIRST, _NEWEST_COUNTED = 60, 600
"""Articles that are looked at first, for a page of passages and for counts."""


@dataclass(frozen=True, slots=True)
class FacetQuery:
    """Which passages are wanted; what is None does not matter.

    Attributes:
        words: as `AttributionQuery.search`.
        source: the source's whole name; case and diacritics do not matter. The publisher likewise.
        answered: whether a response to it is on record in its article.
        checked: whether its article has a check.
        since: published on this day or later, or possibly so; until likewise.
    """

    words: str | None = None
    source: str | None = None
    publisher: str | None = None
    act: Act | None = None
    form: Form | None = None
    basis: Basis | None = None
    answered: bool | None = None
    checked: bool | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """One value of a facet, and how many of the passages found have it."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """What the passages found have in common, each facet's most frequent values first.

    Attributes:
        total: how many there are; where there are too many, how many were counted.
        is_cut: whether the newest alone were counted.
    """

    total: int
    is_cut: bool
    articles: int
    answered: int
    checked: int
    source: tuple[Facet, ...]
    publisher: tuple[Facet, ...]
    act: tuple[Facet, ...]
    form: tuple[Facet, ...]
    basis: tuple[Facet, ...]


def find_passages(
    ledger: Ledger, query: FacetQuery, *, limit: int, after: str | None = None
) -> tuple[FoundAttribution, ...]:
    """The wanted passages: newest article first, in the order of its text.

    Each has the source that a person named, where one did.

    Args:
        ledger: where to look.
        query: which.
        limit: at most so many.
        after: the id of the attribution that the page before ended with.

    Raises:
        SettingsError: there is no word in `words`.
    """
    with reading_from(ledger) as connection:
        statement = _select(connection, query).limit(limit)
        if after is not None:
            statement = statement.where(follows(attributions, after))
        # Most often the newest articles hold enough: then no others are looked at.
        if after is None:
            found = list_found(connection, _of_newest(statement, _NEWEST_FIRST))
            if len(found) == limit:
                return correct_found(connection, found)
        return correct_found(connection, list_found(connection, statement))


def count_facets(ledger: Ledger, query: FacetQuery) -> Facets:
    """How many passages there are of each kind.

    Raises:
        SettingsError: there is no word in `words`.
    """
    with reading_from(ledger) as connection:
        counted = _select(connection, query).with_only_columns(
            readings.c.article_id,
            entities.c.name,
            articles.c.publisher,
            *attributions.c["id", "act", "form", "basis"],
            _is_answered().label("answered"),
            _has_check().label("checked"),
        )
        rows, is_cut = _read_counted(connection, query, counted)
        named = load_namings(connection, [row.id for row in rows])
    return Facets(
        len(rows),
        is_cut,
        articles=len({row.article_id for row in rows}),
        answered=sum(row.answered for row in rows),
        checked=sum(row.checked for row in rows),
        source=_count(named[row.id].name if row.id in named else row.name for row in rows),
        publisher=_count(row.publisher for row in rows),
        act=_count(row.act for row in rows),
        form=_count(row.form for row in rows),
        basis=_count(row.basis for row in rows),
    )


def _read_counted(
    connection: sa.Connection, query: FacetQuery, counted: sa.Select[Any]
) -> tuple[Sequence[sa.Row[Any]], bool]:
    """The rows of the newest passages found, and whether there are more."""
    words = query.words
    if words and count_matches(connection, words, _MOST_COUNTED + 1) > _MOST_COUNTED:
        last = counted.where(matches_last(words, _MOST_COUNTED))
        return connection.execute(last.order_by(None)).all(), True
    counted = counted.limit(_MOST_COUNTED + 1)
    rows = connection.execute(_of_newest(counted, _NEWEST_COUNTED)).all()
    if len(rows) <= _MOST_COUNTED:
        rows = connection.execute(counted).all()
    return rows[:_MOST_COUNTED], len(rows) > _MOST_COUNTED


def _of_newest(statement: sa.Select[Any], articles_: int) -> sa.Select[Any]:
    """The same in so many of the newest articles."""
    newest = readings.alias("newest_reading")
    ids = (
        sa.select(newest.c.id)
        .where(newest.c.latest)
        .order_by(newest.c.published_on.desc().nulls_last(), newest.c.article_id.desc())
        .limit(articles_)
    )
    return statement.where(readings.c.id.in_(ids))


def _count(values: Iterable[str | None]) -> tuple[Facet, ...]:
    counts = Counter(value for value in values if value is not None)
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:MOST_VALUES]
    return tuple(Facet(str(value), number) for value, number in ordered)


def _select(connection: sa.Connection, query: FacetQuery) -> sa.Select[Any]:
    statement = select_attributions(
        AttributionQuery(act=query.act, since=query.since, until=query.until, search=query.words)
    )
    conditions: list[sa.ColumnElement[bool]] = []
    if query.source is not None:
        conditions.append(has_source(connection, [query.source]))
    if query.publisher is not None:
        conditions.append(articles.c.folded_publisher == fold(query.publisher))
    if query.form is not None:
        conditions.append(attributions.c.form == query.form)
    if query.basis is not None:
        conditions.append(attributions.c.basis == query.basis)
    if query.answered is not None:
        conditions.append(_is_answered() if query.answered else ~_is_answered())
    if query.checked is not None:
        conditions.append(_has_check() if query.checked else ~_has_check())
    return statement.where(*conditions)


def _is_answered() -> sa.ColumnElement[bool]:
    return sa.exists().where(
        responses.c.reading_id == attributions.c.reading_id,
        responses.c.to_id == attributions.c.id,
    )


def _has_check() -> sa.ColumnElement[bool]:
    return sa.exists().where(checks.c.reading_id == attributions.c.reading_id)

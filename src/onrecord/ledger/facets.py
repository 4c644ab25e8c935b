"""The search with facets: passages narrowed down by who, where, what and when, and how many."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from onrecord.dates import PartialDate
from onrecord.ledger.found import AttributionQuery, FoundAttribution
from onrecord.ledger.keyset import follows, is_from
from onrecord.ledger.ledger import Ledger, reading_from
from onrecord.ledger.queries import list_first, select_attributions
from onrecord.ledger.search import count_matches, fold, matches_last, matches_search
from onrecord.ledger.tables import articles, attributions, checks, entities, readings, responses
from onrecord.records import Act, Basis, Form

MOST_VALUES = 12
"""Values of a facet that are counted; the rarer ones are reached by words."""
_MOST_COUNTED = 1_000
"""Passages, the newest of those found, in which values are counted."""
_OFTEN_NAMED = 6_000
"""In so many articles a source is named whose newest passages are looked for in the newest."""
_NEWEST_FIRST, _NEWEST_COUNTED, _NEWEST_OF_SOURCE = (60, 1_000), (600,), (600, 6_000)
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

    Args:
        ledger: where to look.
        query: which.
        limit: at most so many.
        after: the id of the attribution that the page before ended with.

    Raises:
        SettingsError: there is no word in `words`.
    """
    with reading_from(ledger) as connection:
        # Most often the newest articles hold enough: then no others are looked at.
        for newest in _list_windows(connection, query, _NEWEST_FIRST):
            statement = _select(query, newest, after).limit(limit)
            if after is not None:
                statement = statement.where(follows(attributions, after))
            found = list_first(connection, statement)
            if len(found) == limit:
                break
        return found


def count_facets(ledger: Ledger, query: FacetQuery) -> Facets:
    """How many passages there are of each kind.

    Raises:
        SettingsError: there is no word in `words`.
    """
    with reading_from(ledger) as connection:
        rows, is_cut = _read_counted(connection, query)
    return Facets(
        len(rows),
        is_cut,
        articles=len({row.article_id for row in rows}),
        answered=sum(row.answered for row in rows),
        checked=sum(row.checked for row in rows),
        source=_count(row.name for row in rows),
        publisher=_count(row.publisher for row in rows),
        act=_count(row.act for row in rows),
        form=_count(row.form for row in rows),
        basis=_count(row.basis for row in rows),
    )


def _read_counted(
    connection: sa.Connection, query: FacetQuery
) -> tuple[Sequence[sa.Row[Any]], bool]:
    """The rows of the newest passages found, and whether there are more."""
    newest_first = _NEWEST_COUNTED if query.source is None else _NEWEST_OF_SOURCE
    windows = _list_windows(connection, query, newest_first)
    if query.words and query.source is None:
        if count_matches(connection, query.words, _MOST_COUNTED + 1) > _MOST_COUNTED:
            last = matches_last(query.words, _MOST_COUNTED)
            counted = _counted(_select(replace(query, words=None))).where(last)
            return connection.execute(counted.order_by(None)).all(), True
        windows = (None,)
    for newest in windows:
        wanted = _counted(_select(query, newest)).limit(_MOST_COUNTED + 1)
        rows = connection.execute(wanted).all()
        if len(rows) > _MOST_COUNTED:
            return rows[:_MOST_COUNTED], True
    return rows, False


def _list_windows(
    connection: sa.Connection, query: FacetQuery, newest: tuple[int, ...]
) -> tuple[int | None, ...]:
    """In how many of the newest articles to look, one after another; last in all, that is None.

    Where a source is rarely named, all that it says is sooner found by its name.
    """
    if query.source is not None:
        named = sa.select(entities.c.id).where(entities.c.folded_name == fold(query.source))
        some = named.limit(_OFTEN_NAMED).subquery()
        if connection.scalar(sa.select(sa.func.count()).select_from(some)) != _OFTEN_NAMED:
            return (None,)
    return (*newest, None)


def _counted(statement: sa.Select[Any]) -> sa.Select[Any]:
    """The same, with what is counted of each passage."""
    return statement.with_only_columns(
        readings.c.article_id,
        entities.c.name,
        articles.c.publisher,
        *attributions.c["act", "form", "basis"],
        _is_answered().label("answered"),
        _has_check().label("checked"),
    )


def _list_keys_of_newest(number: int, after: str | None) -> sa.Select[tuple[int]]:
    """The keys of the attributions in so many of the newest articles, or of those from one on."""
    newest, near = readings.alias("newest_reading"), attributions.alias("near")
    ids = (
        sa.select(newest.c.id)
        .where(newest.c.latest)
        .order_by(newest.c.published_on.desc().nulls_last(), newest.c.article_id.desc())
        .limit(number)
    )
    if after is not None:
        ids = ids.where(is_from(newest, attributions, after))
    return sa.select(near.c.key).where(near.c.reading_id.in_(ids))


def _count(values: Iterable[str | None]) -> tuple[Facet, ...]:
    counts = Counter(value for value in values if value is not None)
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:MOST_VALUES]
    return tuple(Facet(str(value), number) for value, number in ordered)


def _select(
    query: FacetQuery, newest: int | None = None, after: str | None = None
) -> sa.Select[Any]:
    """The wanted passages: all, or those of so many articles, the newest or those from one on.

    What leads to few rows is compared as it stands, what does not as an expression: so no index is
    tried where it would lead to many.
    """
    statement = select_attributions(
        AttributionQuery(act=query.act, since=query.since, until=query.until)
    )
    conditions: list[sa.ColumnElement[bool]] = []
    key: sa.ColumnElement[int] = attributions.c.key
    among = None if newest is None else _list_keys_of_newest(newest, after)
    if query.source is not None:
        name: sa.ColumnElement[str] = entities.c.folded_name
        key, name = (key + 0, name) if among is None else (key, name.concat(""))
        conditions.append(name == fold(query.source))
    if query.words is not None:
        conditions.append(matches_search(query.words, key, among))
    elif among is not None:
        conditions.append(key.in_(among))
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
    return attributions.c.reading_id.in_(sa.select(checks.c.reading_id))

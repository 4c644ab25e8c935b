"""The SELECTs that find: in each article's latest reading, unless said otherwise."""

import itertools
import re
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from onrecord.dates import PartialDate
from onrecord.errors import SettingsError
from onrecord.ledger.columns import OrderedText
from onrecord.ledger.found import (
    ArticleQuery,
    AttributionQuery,
    FoundArticle,
    FoundAttribution,
    FoundFailure,
)
from onrecord.ledger.keyset import follows_article
from onrecord.ledger.ledger import Ledger, reading_from
from onrecord.ledger.loading import attribution_of
from onrecord.ledger.loading_findings import hop_of
from onrecord.ledger.search import fold, matches_last, matches_search
from onrecord.ledger.selecting import select_in
from onrecord.ledger.tables import (
    articles,
    attributions,
    entities,
    failures,
    hops,
    readings,
    responses,
)
from onrecord.records import Failure

_ID_PREFIX = re.compile(r"(?:art|att|rsp|ent)_[0-9a-f]{0,16}")
_AFTER_EVERY_ID = "~"
_AFTER_EVERY_DATE = "~"
_MOST_KEYS = 500
"""Keys in one statement; SQLite takes a bounded number of parameters."""

Row = sa.Row[Any]


def find_articles(
    ledger: Ledger, query: ArticleQuery, *, after: str | None = None
) -> tuple[FoundArticle, ...]:
    """The wanted articles: the newest first, those without a date last.

    Args:
        ledger: where to look.
        query: which.
        after: the id of the article that the page before ended with.
    """
    statement = select_articles(query)
    if after is not None:
        statement = statement.where(follows_article(after))
    with reading_from(ledger) as connection:
        return tuple(FoundArticle(**row._mapping) for row in connection.execute(statement))


def select_articles(query: ArticleQuery) -> sa.Select[Any]:
    """The statement behind `find_articles`."""
    every = readings.alias("every_reading")
    counted = (
        sa.select(sa.func.count())
        .where(attributions.c.reading_id == readings.c.id)
        .scalar_subquery()
    )
    first_read_at = (
        sa.select(sa.func.min(every.c.first_read_at))
        .where(every.c.article_id == articles.c.id)
        .scalar_subquery()
    )
    statement = (
        sa.select(
            *articles.c["id", "title", "publisher", "url"],
            *readings.c["authors", "published_on", "updated_on", "language"],
            counted.label("attributions"),
            first_read_at.label("first_read_at"),
            readings.c.last_read_at,
        )
        .join_from(readings, articles)
        .where(readings.c.latest, *published_between(query.since, query.until))
        .order_by(readings.c.published_on.desc().nulls_last(), readings.c.article_id.desc())
        .limit(query.limit)
    )
    if query.publisher is not None:
        statement = statement.where(
            articles.c.folded_publisher.contains(fold(query.publisher), autoescape=True)
        )
    return statement


def published_between(
    since: PartialDate | None, until: PartialDate | None
) -> list[sa.ColumnElement[bool]]:
    """Conditions on ISO texts: the days a date can mean overlap with those that are asked for."""
    column = readings.c.published_on
    return [
        *(ends_from(column, since) if since is not None else ()),
        *([begins_until(column, until)] if until is not None else ()),
    ]


def ends_from(column: sa.Column[PartialDate], since: PartialDate) -> list[sa.ColumnElement[bool]]:
    """Conditions that the last day a date can mean is this day or later."""
    text = sa.type_coerce(column, OrderedText)
    # "2025-02" sorts before "2025-02-20", but may mean a later day.
    year = f"{since.year:04}"
    vaguer = (year, f"{year}-{since.month or 1:02}")
    # The first condition follows from the second; an index can use it.
    return [text >= year, sa.or_(text >= str(since), text.in_(vaguer))]


def begins_until(column: sa.Column[PartialDate], until: PartialDate) -> sa.ColumnElement[bool]:
    """The condition that the first day a date can mean is this day or earlier."""
    return sa.type_coerce(column, OrderedText) <= str(until) + _AFTER_EVERY_DATE


def find_attributions(ledger: Ledger, query: AttributionQuery) -> tuple[FoundAttribution, ...]:
    """The wanted attributions: newest article first, in the order of its text.

    Raises:
        SettingsError: there is no word in `search`.
    """
    statement = select_attributions(query)
    with reading_from(ledger) as connection:
        if query.limit is None or query.limit > _MOST_KEYS:
            return list_found(connection, statement)
        return list_first(connection, statement)


def list_found(
    connection: sa.Connection, statement: sa.Select[Any]
) -> tuple[FoundAttribution, ...]:
    """What a statement made by `select_attributions`, perhaps narrowed down, finds."""
    found = connection.execute(statement).all()
    chains = _find_chains(connection, {row.reading_id for row in found})
    return tuple(_found_attribution(row, chains.get((row.reading_id, row.id), ())) for row in found)


def list_first(
    connection: sa.Connection, statement: sa.Select[Any]
) -> tuple[FoundAttribution, ...]:
    """The same for a statement with a limit: rows are read whole only where they come first."""
    keys = connection.scalars(statement.with_only_columns(attributions.c.key)).all()
    every = select_attributions(AttributionQuery())
    return list_found(connection, every.where(attributions.c.key.in_(keys)))


def _find_chains(
    connection: sa.Connection, reading_ids: Iterable[str]
) -> dict[tuple[str, str], tuple[Row, ...]]:
    """The hops of the attributions of some readings, each with its entity's name."""
    wanted = (
        sa.select(hops, entities.c.name.label("entity_name"))
        .join(
            entities,
            sa.and_(entities.c.reading_id == hops.c.reading_id, entities.c.id == hops.c.entity_id),
        )
        .order_by(hops.c.reading_id, hops.c.attribution_id, hops.c.position)
    )
    found = select_in(connection, wanted, hops.c.reading_id, reading_ids)
    grouped = itertools.groupby(found, key=lambda row: (row.reading_id, row.attribution_id))
    return {identity: tuple(rows) for identity, rows in grouped}


def select_attributions(query: AttributionQuery) -> sa.Select[Any]:
    """The statement behind `find_attributions`."""
    statement = (
        sa.select(
            attributions,
            *readings.c["article_id", "published_on"],
            *articles.c["title", "publisher", "url"],
            entities.c.name.label("entity_name"),
            entities.c.kind.label("entity_kind"),
        )
        # Each has one, but only an outer join is left out where nothing is wanted of it.
        .join_from(readings, articles, isouter=True)
        .join(attributions, attributions.c.reading_id == readings.c.id)
        .outerjoin(
            entities,
            sa.and_(
                entities.c.reading_id == attributions.c.reading_id,
                entities.c.id == attributions.c.entity_id,
            ),
        )
        .where(readings.c.latest, *published_between(query.since, query.until))
        .order_by(
            readings.c.published_on.desc().nulls_last(),
            readings.c.article_id.desc(),
            attributions.c.position,
        )
        .limit(query.limit)
    )
    if query.source is not None:
        # Every name has to be looked at, but only once: an entity's id stands for its name.
        named = sa.select(entities.c.id).where(
            entities.c.folded_name.contains(fold(query.source), autoescape=True)
        )
        statement = statement.where(attributions.c.entity_id.in_(named))
    if query.act is not None:
        statement = statement.where(attributions.c.act == query.act)
    if query.article_id is not None:
        statement = statement.where(readings.c.article_id == query.article_id)
    if query.search is not None:
        statement = statement.where(_match(query, query.search))
    return statement


def _match(query: AttributionQuery, words: str) -> sa.ColumnElement[bool]:
    """Where the words match; of a common word's matches those that came last are ranked."""
    narrowed = (query.source, query.act, query.since, query.until, query.article_id)
    if query.limit is None or any(one is not None for one in narrowed):
        return matches_search(words)
    return matches_last(words, max(_MOST_RANKED, query.limit))


_MOST_RANKED = 2_000


def _found_attribution(row: Row, chain: tuple[Row, ...]) -> FoundAttribution:
    return FoundAttribution(
        attribution=attribution_of(row, row.article_id, tuple(map(hop_of, chain))),
        source_text=row.source_text,
        cue_text=row.cue_text,
        content_text=row.content_text,
        addressee_text=row.addressee_text,
        chain_names=tuple(hop.entity_name for hop in chain),
        entity_name=row.entity_name,
        entity_kind=row.entity_kind,
        title=row.title,
        publisher=row.publisher,
        published_on=row.published_on,
        url=row.url,
    )


def find_failures(
    ledger: Ledger, *, include_resolved: bool = False, limit: int | None = None
) -> tuple[FoundFailure, ...]:
    """The inputs that could not be read, the last first; those that were read since, if wanted."""
    statement = sa.select(failures).order_by(failures.c.last_failed_at.desc(), failures.c.id)
    if not include_resolved:
        statement = statement.where(failures.c.resolved_at.is_(None))
    with reading_from(ledger) as connection:
        return tuple(
            FoundFailure(
                failure=Failure(row.origin, row.kind, row.message, row.failed_at),
                last_failed_at=row.last_failed_at,
                count=row._mapping["count"],
                resolved_at=row.resolved_at,
            )
            for row in connection.execute(statement.limit(limit))
        )


def find_ids(ledger: Ledger, prefix: str, *, limit: int = 10) -> tuple[str, ...]:
    """The ids of articles, attributions, responses and entities that begin with it, in order.

    Raises:
        SettingsError: nothing that begins so can be the id of one.
    """
    if not _ID_PREFIX.fullmatch(prefix):
        raise SettingsError(
            f"{prefix!r} is not the id of an article (art_…) or attribution (att_…), "
            "nor the beginning of one: `onrecord articles` and `onrecord attributions` list them"
        )
    table = {"art": articles, "rsp": responses, "ent": entities}.get(prefix[:3], attributions)
    statement = (
        sa.select(table.c.id)
        .distinct()
        .where(table.c.id >= prefix, table.c.id < prefix + _AFTER_EVERY_ID)
        .order_by(table.c.id)
        .limit(limit)
    )
    with reading_from(ledger) as connection:
        return tuple(connection.scalars(statement))

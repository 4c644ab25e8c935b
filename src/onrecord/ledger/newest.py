"""Looking into the newest articles first: there, what is frequent is found at once.

A query over everything that somebody says has to look at all of it to know what is newest. Where
that is much, the newest articles hold enough most often; where it is little, its own index is the
shorter way.
"""

from collections.abc import Collection

import sqlalchemy as sa

from onrecord.ledger.keyset import is_from
from onrecord.ledger.tables import attributions, entities, readings

_OFTEN_NAMED = 6_000
"""Articles from which on a name is frequent."""


def is_often_named(connection: sa.Connection, folded: Collection[str]) -> bool:
    """Whether so many articles have one of these folded names that its index is the longer way."""
    named = sa.select(entities.c.id).where(entities.c.folded_name.in_(folded))
    some = named.limit(_OFTEN_NAMED).subquery()
    return connection.scalar(sa.select(sa.func.count()).select_from(some)) == _OFTEN_NAMED


def list_newest(
    number: int, *, after: str | None = None, oldest: bool = False
) -> sa.Select[tuple[str]]:
    """The ids of the latest readings of so many of the newest articles.

    Args:
        number: of articles.
        after: the id of an attribution: of its article and those that come after it.
        oldest: the articles of the first days instead, those without a day last.
    """
    newest = readings.alias("newest_reading")
    day, article = newest.c.published_on, newest.c.article_id
    order = (day.nulls_last(), article) if oldest else (day.desc().nulls_last(), article.desc())
    ids = sa.select(newest.c.id).where(newest.c.latest).order_by(*order).limit(number)
    return ids if after is None else ids.where(is_from(newest, attributions, after))


def list_keys_of_newest(number: int, *, after: str | None = None) -> sa.Select[tuple[int]]:
    """The keys of the attributions in these readings."""
    near = attributions.alias("near")
    return sa.select(near.c.key).where(near.c.reading_id.in_(list_newest(number, after=after)))

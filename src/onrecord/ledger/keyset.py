"""Pages of long lists: what comes after a row, in the order in which the queries give rows."""

import sqlalchemy as sa

from onrecord.ledger.columns import OrderedText
from onrecord.ledger.tables import articles, readings


def follows(table: sa.Table, identity: str) -> sa.ColumnElement[bool]:
    """That a row comes after another: newest article first, in the order of its text.

    Nothing comes after a row that no latest reading has.

    Args:
        table: attributions or a table of findings; it is joined with `readings`.
        identity: the id of the row that the page before ended with.
    """
    day, article, position = _find_place(table, identity)
    return sa.or_(
        _day(readings) < day,
        sa.and_(_day(readings) == day, readings.c.article_id < article),
        sa.and_(
            _day(readings) == day, readings.c.article_id == article, table.c.position > position
        ),
    )


def is_from(some: sa.FromClause, table: sa.Table, identity: str) -> sa.ColumnElement[bool]:
    """That a reading is that of a row or of an article after its own; `some` names `readings`."""
    day, article, _ = _find_place(table, identity)
    return sa.or_(_day(some) < day, sa.and_(_day(some) == day, some.c.article_id <= article))


def _find_place(
    table: sa.Table, identity: str
) -> tuple[sa.ScalarSelect[str], sa.ScalarSelect[str], sa.ScalarSelect[int]]:
    """The day, the article and the position of a row."""
    before, held = readings.alias("reading_before"), table.alias("row_before")
    place = (
        sa.select(_day(before).label("day"), before.c.article_id, held.c.position)
        .join_from(held, before, held.c.reading_id == before.c.id)
        .where(held.c.id == identity, before.c.latest)
        .subquery()
    )
    return (
        sa.select(place.c.day).scalar_subquery(),
        sa.select(place.c.article_id).scalar_subquery(),
        sa.select(place.c.position).scalar_subquery(),
    )


def follows_article(identity: str) -> sa.ColumnElement[bool]:
    """That an article comes after another: the newest first, those without a date last."""
    before = readings.alias("reading_before")
    day = (
        sa.select(_day(before))
        .where(before.c.article_id == identity, before.c.latest)
        .scalar_subquery()
    )
    return sa.or_(_day(readings) < day, sa.and_(_day(readings) == day, articles.c.id < identity))


def _day(table: sa.FromClause) -> sa.ColumnElement[str]:
    """A date as text that sorts; the earliest of all where there is none."""
    return sa.func.coalesce(sa.type_coerce(table.c.published_on, OrderedText), "")

"""What a ledger holds, in figures: cheap enough to ask before every answer."""

from dataclasses import dataclass

import sqlalchemy as sa

from onrecord.ledger.claim_tables import claims, members, pending
from onrecord.ledger.ledger import Ledger, reading_from
from onrecord.ledger.tables import article_captures, articles, judgements, readings

_COUNTED = (readings, article_captures, members, claims, judgements)


@dataclass(frozen=True, slots=True)
class State:
    """Another one whenever something was stored, gathered or judged.

    Attributes:
        read: the last rows of what is read out of articles.
        judged: the last judgement's row.
        waiting: articles that are not gathered yet.
    """

    read: tuple[int, ...]
    judged: int
    waiting: int


def read_state(ledger: Ledger) -> State:
    """The state of a ledger, by the ends of its tables."""
    # SQLite numbers its rows, and finds the last at once; PostgreSQL counts them.
    is_numbered = ledger.engine.dialect.name == "sqlite"
    figure = sa.func.max(sa.literal_column("rowid")) if is_numbered else sa.func.count()
    last = [
        sa.select(sa.func.coalesce(figure, 0)).select_from(table).scalar_subquery()
        for table in _COUNTED
    ]
    waiting = sa.select(sa.func.count()).select_from(pending).scalar_subquery()
    with reading_from(ledger) as connection:
        *read, judged, count = connection.execute(sa.select(*last, waiting)).one()
    return State(tuple(read), judged, count)


def count_articles(ledger: Ledger) -> int:
    """How many articles were read."""
    with reading_from(ledger) as connection:
        return connection.scalar(sa.select(sa.func.count()).select_from(articles)) or 0


def count_claims(ledger: Ledger) -> int:
    """How many claims there are that several articles or an answer speak of."""
    with reading_from(ledger) as connection:
        counted = sa.select(sa.func.count()).select_from(claims).where(claims.c.weight > 0)
        return connection.scalar(counted) or 0

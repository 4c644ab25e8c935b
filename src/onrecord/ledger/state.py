"""Whether a ledger has changed, and what it holds in figures."""

from dataclasses import dataclass

import sqlalchemy as sa

from onrecord.ledger.claim_tables import claims
from onrecord.ledger.ledger import Ledger, reading_from
from onrecord.ledger.tables import articles, marks


@dataclass(frozen=True, slots=True)
class State:
    """Another one whenever anything was written.

    Attributes:
        changes: transactions that wrote.
        gathered: those of them that took contents into claims, or out of them.
    """

    changes: int
    gathered: int


def read_state(ledger: Ledger) -> State:
    """The state of a ledger: one row, cheap enough to ask before every answer."""
    with reading_from(ledger) as connection:
        row = connection.execute(sa.select(*marks.c["changes", "gathered"])).one()
    return State(row.changes, row.gathered)


def count_articles(ledger: Ledger) -> int:
    """How many articles were read."""
    with reading_from(ledger) as connection:
        return connection.scalar(sa.select(sa.func.count()).select_from(articles)) or 0


def count_claims(ledger: Ledger) -> int:
    """How many claims there are that several articles or an answer speak of."""
    with reading_from(ledger) as connection:
        counted = sa.select(sa.func.count()).select_from(claims).where(claims.c.weight > 0)
        return connection.scalar(counted) or 0

"""INSERTs that meet rows which are there already; SQLite and PostgreSQL have one wording for them.

SQLAlchemy keeps `ON CONFLICT` in the two dialects, so the connection says whose to use.
"""

from collections.abc import Callable, Mapping

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

_INSERTS: Mapping[str, Callable[[sa.Table], sqlite.Insert | postgresql.Insert]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}


def insert_new(connection: sa.Connection, table: sa.Table) -> sa.Insert:
    """An INSERT that leaves rows alone whose key is there already."""
    # Inline: nobody asks for the number that a new row gets, and a row left alone has none.
    return _INSERTS[connection.dialect.name](table).inline().on_conflict_do_nothing()


def insert_or_add(connection: sa.Connection, table: sa.Table, column: str) -> sa.Insert:
    """An INSERT that adds its number to that of a row whose key is there already."""
    new = _INSERTS[connection.dialect.name](table)
    keys = [key.name for key in table.primary_key]
    return new.on_conflict_do_update(
        index_elements=keys, set_={column: table.c[column] + new.excluded[column]}
    )

"""Rows for many values of one column, in as many SELECTs as the databases' limits ask for."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

_VALUES_AT_ONCE = 500


def select_in(
    connection: sa.Connection,
    wanted: sa.Select[Any],
    column: sa.ColumnElement[Any],
    values: Iterable[Any],
) -> list[sa.Row[*tuple[Any, ...]]]:
    """The rows whose column has one of some values, in the order of the values' parts."""
    ordered = sorted(values)
    rows: list[sa.Row[*tuple[Any, ...]]] = []
    for start in range(0, len(ordered), _VALUES_AT_ONCE):
        some = ordered[start : start + _VALUES_AT_ONCE]
        rows += connection.execute(wanted.where(column.in_(some))).all()
    return rows

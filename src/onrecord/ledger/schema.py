"""The schema's version: made, brought up to date, or refused."""

from pathlib import Path

import sqlalchemy as sa

from onrecord.errors import LedgerError

HEAD = "0008"
"""The newest file in `migrations/versions`; a test compares them.

Stands here so that opening an up-to-date ledger need not load Alembic.
"""

VERSION_TABLE = "schema_version"


def is_current(connection: sa.Connection, ledger: str) -> bool:
    """Whether the schema is the one that this version of onrecord works with.

    Args:
        connection: to the database.
        ledger: what it is called in messages.

    Returns:
        False for an empty database and for an older schema: both want `upgrade_schema`.

    Raises:
        LedgerError: the schema is newer, or the database belongs to another program.
    """
    names = sa.inspect(connection).get_table_names()
    if not names:
        return False
    if VERSION_TABLE not in names:
        raise LedgerError(
            f"{ledger} is a database of another program, not a ledger: name another with --ledger"
        )
    version = connection.scalar(sa.text(f"SELECT version_num FROM {VERSION_TABLE}"))  # noqa: S608
    if version is None or version > HEAD:
        raise LedgerError(
            f"the ledger {ledger} has schema {version}, this version of onrecord knows schemas up "
            f"to {HEAD}: upgrade onrecord, or name another with --ledger"
        )
    return bool(version == HEAD)


def upgrade_schema(connection: sa.Connection) -> None:
    """Run the missing migrations inside the connection's transaction: all of them or none."""
    from alembic import command
    from alembic.config import Config

    folder = Path(__file__).parent / "migrations"
    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")

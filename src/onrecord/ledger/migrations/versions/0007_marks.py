"""How often the ledger was written to, so that whoever keeps an answer knows when it is old."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the table with its one row."""
    marks = op.create_table(
        "marks",
        sa.Column("key", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("changes", sa.BigInteger, nullable=False),
        sa.Column("gathered", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_marks"),
    )
    op.bulk_insert(marks, [{"key": 1, "changes": 0, "gathered": 0}])

"""What people decided; nothing of it is ever changed or deleted."""

import sqlalchemy as sa
from alembic import op

from onrecord.ledger.columns import OrderedText, UtcInstant

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the table of judgements."""
    op.create_table(
        "judgements",
        sa.Column("id", OrderedText, nullable=False),
        sa.Column("verdict", sa.String, nullable=False),
        sa.Column("first_id", OrderedText, nullable=False),
        sa.Column("second_id", OrderedText, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("made_at", UtcInstant, nullable=False),
        sa.Column("withdraws_id", OrderedText),
        sa.PrimaryKeyConstraint("id", name="pk_judgements"),
        sa.ForeignKeyConstraint(
            ["withdraws_id"], ["judgements.id"], name="fk_judgements_withdraws_id"
        ),
    )
    op.create_index("ix_judgements_first_id", "judgements", ["first_id"])
    op.create_index("ix_judgements_second_id", "judgements", ["second_id"])

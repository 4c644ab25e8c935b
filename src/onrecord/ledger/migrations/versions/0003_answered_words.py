"""What an answer says that it answers, where no attribution states it; older readings have none."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the passages and their text to the responses."""
    op.add_column("responses", sa.Column("about", sa.Text))
    op.add_column("responses", sa.Column("about_text", sa.Text))

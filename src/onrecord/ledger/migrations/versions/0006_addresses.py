"""An index of addresses, so that the versions of a page are found."""

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the index."""
    op.create_index("ix_articles_url", "articles", ["url"], postgresql_using="hash")

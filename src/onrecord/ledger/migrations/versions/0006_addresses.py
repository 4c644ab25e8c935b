"""Indexes of addresses and ids, so that versions of a page and what is judged are found."""

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the indexes."""
    op.create_index("ix_articles_url", "articles", ["url"], postgresql_using="hash")
    op.create_index("ix_entities_id", "entities", ["id"])
    op.create_index("ix_responses_id", "responses", ["id"])

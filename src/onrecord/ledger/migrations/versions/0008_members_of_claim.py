"""An index that tells who carried a claim without reading what is packed in its members."""

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make it in place of that of the claims' keys."""
    op.create_index(
        "ix_members_of_claim",
        "members",
        ["claim_key", "published_on", "key", "reported", "answers", "article_id"],
    )
    op.drop_index("ix_members_claim_key", "members")

"""Claims, and what they are gathered from: read out of the readings, and never the only copy."""

import sqlalchemy as sa
from alembic import op

from onrecord.ledger.columns import OrderedText

revision = "0005"
down_revision = "0004"

CLAIM_SEARCH = (
    "CREATE VIRTUAL TABLE claim_search USING fts5(words, tokenize='unicode61 remove_diacritics 2')"
)


def upgrade() -> None:
    """Make the tables; every article that was read before waits to be gathered."""
    _create_waiting()
    _create_claims()
    _create_index()
    _create_copies()
    if op.get_bind().dialect.name == "sqlite":
        op.execute(CLAIM_SEARCH)
    else:
        op.execute("CREATE TABLE claim_search (rowid integer PRIMARY KEY, words tsvector NOT NULL)")
        op.execute("CREATE INDEX ix_claim_search_words ON claim_search USING gin (words)")
    op.execute(
        "INSERT INTO pending (article_id) SELECT article_id FROM readings WHERE latest "
        "ORDER BY published_on, article_id"
    )


def _create_waiting() -> None:
    op.create_table(
        "pending",
        sa.Column("key", sa.Integer, nullable=False),
        sa.Column("article_id", OrderedText, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_pending"),
        sa.UniqueConstraint("article_id", name="uq_pending_article_id"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_pending_article_id"),
    )
    op.create_table(
        "gatherings",
        sa.Column("method", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("method", name="pk_gatherings"),
    )


def _create_claims() -> None:
    op.create_table(
        "claims",
        sa.Column("key", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("id", OrderedText, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("parties", sa.Text, nullable=False),
        sa.Column("reports", sa.Integer, nullable=False),
        sa.Column("articles", sa.Integer, nullable=False),
        sa.Column("answers", sa.Integer, nullable=False),
        sa.Column("origins", sa.Integer, nullable=False),
        sa.Column("first_on", OrderedText),
        sa.Column("last_on", OrderedText),
        sa.Column("weight", sa.Integer, nullable=False),
        sa.Column("stale", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_claims"),
    )
    op.create_index("ix_claims_id", "claims", ["id"])
    stale = sa.text("stale")
    op.create_index(
        "ix_claims_stale", "claims", ["key"], sqlite_where=stale, postgresql_where=stale
    )
    shown = sa.text("weight > 0")
    for column, other in (("weight", "id"), ("last_on", "key")):
        op.create_index(
            f"ix_claims_{column}",
            "claims",
            [column, other],
            sqlite_where=shown,
            postgresql_where=shown,
        )
    op.create_table(
        "members",
        sa.Column("key", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("id", OrderedText, nullable=False),
        sa.Column("article_id", OrderedText, nullable=False),
        sa.Column("claim_key", sa.Integer, nullable=False),
        sa.Column("published_on", OrderedText),
        sa.Column("reported", sa.Boolean, nullable=False),
        sa.Column("answers", sa.Integer, nullable=False),
        sa.Column("packed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_members"),
        sa.UniqueConstraint("id", name="uq_members_id"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_members_article_id"),
        sa.ForeignKeyConstraint(["claim_key"], ["claims.key"], name="fk_members_claim_key"),
    )
    op.create_index("ix_members_article_id", "members", ["article_id"])
    op.create_index("ix_members_claim_key", "members", ["claim_key"])


def _create_index() -> None:
    op.create_table(
        "member_words",
        sa.Column("word", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("member_key", sa.Integer, nullable=False, autoincrement=False),
        sa.PrimaryKeyConstraint("word", "member_key", name="pk_member_words"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "word_counts",
        sa.Column("word", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("members", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("word", name="pk_word_counts"),
    )


def _create_copies() -> None:
    op.create_table(
        "sketches",
        sa.Column("article_id", OrderedText, nullable=False),
        sa.Column("runs", sa.Integer, nullable=False),
        sa.Column("digest", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("article_id", name="pk_sketches"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_sketches_article_id"),
    )
    op.create_table(
        "copies",
        sa.Column("first_id", OrderedText, nullable=False),
        sa.Column("second_id", OrderedText, nullable=False),
        sa.Column("share", sa.Double, nullable=False),
        sa.Column("shared", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("first_id", "second_id", name="pk_copies"),
        sa.ForeignKeyConstraint(["first_id"], ["articles.id"], name="fk_copies_first_id"),
        sa.ForeignKeyConstraint(["second_id"], ["articles.id"], name="fk_copies_second_id"),
    )
    op.create_index("ix_copies_second_id", "copies", ["second_id"])

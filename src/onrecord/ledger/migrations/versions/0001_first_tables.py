"""The first tables: captures, articles, readings and what was read, failures; full-text search."""

import sqlalchemy as sa
from alembic import op

from onrecord.ledger.columns import OrderedText, UtcInstant

revision = "0001"
down_revision = None

# Texts of one reading as they are searched. The index keeps no copy of them: it points here.
SEARCHABLE = """
CREATE VIEW searchable_attributions AS
SELECT attributions.key AS key,
       attributions.reading_id AS reading_id,
       attributions.content_text AS content,
       coalesce(attributions.source_text, '') AS source,
       coalesce(entities.name, '') AS entity,
       articles.title AS title
FROM attributions
JOIN readings ON readings.id = attributions.reading_id
JOIN articles ON articles.id = readings.article_id
LEFT JOIN entities ON entities.reading_id = attributions.reading_id
                  AND entities.id = attributions.entity_id
"""
INDEX = """
CREATE VIRTUAL TABLE attribution_search USING fts5(
    content, source, entity, title,
    content='searchable_attributions', content_rowid='key',
    tokenize='unicode61 remove_diacritics 2'
)
"""
# PostgreSQL's, with the same key; `tsvectors` says how its words are cut.
WORDS = "CREATE TABLE attribution_search (rowid integer PRIMARY KEY, words tsvector NOT NULL)"
WORDS_INDEX = "CREATE INDEX ix_attribution_search_words ON attribution_search USING gin (words)"


def upgrade() -> None:
    """Make the tables, from those that stand alone to those that refer to others."""
    _create_inputs()
    _create_readings()
    _create_entities()
    _create_attributions()
    op.execute(SEARCHABLE)
    if op.get_context().dialect.name == "sqlite":
        op.execute(INDEX)
    else:
        op.execute(WORDS)
        op.execute(WORDS_INDEX)


def _create_inputs() -> None:
    op.create_table(
        "captures",
        sa.Column("id", OrderedText, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("charset", sa.Text, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("fetched_at", UtcInstant, nullable=False),
        sa.Column("last_fetched_at", UtcInstant, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_captures"),
    )
    op.create_index("ix_captures_origin", "captures", ["origin"], postgresql_using="hash")
    op.create_table(
        "articles",
        sa.Column("id", OrderedText, nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("publisher", sa.Text, nullable=False),
        sa.Column("folded_publisher", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_articles"),
    )
    op.create_table(
        "article_captures",
        sa.Column("article_id", OrderedText, nullable=False),
        sa.Column("capture_id", OrderedText, nullable=False),
        sa.PrimaryKeyConstraint("article_id", "capture_id", name="pk_article_captures"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_article_captures_article_id"
        ),
        sa.ForeignKeyConstraint(
            ["capture_id"], ["captures.id"], name="fk_article_captures_capture_id"
        ),
    )
    op.create_index("ix_article_captures_capture_id", "article_captures", ["capture_id"])
    op.create_table(
        "failures",
        sa.Column("id", OrderedText, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("failed_at", UtcInstant, nullable=False),
        sa.Column("last_failed_at", UtcInstant, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("resolved_at", UtcInstant),
        sa.PrimaryKeyConstraint("id", name="pk_failures"),
    )
    op.create_index("ix_failures_origin", "failures", ["origin"], postgresql_using="hash")


def _create_readings() -> None:
    op.create_table(
        "runs",
        sa.Column("id", OrderedText, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("settings", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
    )
    op.create_table(
        "readings",
        sa.Column("id", OrderedText, nullable=False),
        sa.Column("article_id", OrderedText, nullable=False),
        sa.Column("run_id", OrderedText, nullable=False),
        sa.Column("authors", sa.Text, nullable=False),
        sa.Column("published_on", OrderedText),
        sa.Column("updated_on", OrderedText),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("first_read_at", UtcInstant, nullable=False),
        sa.Column("last_read_at", UtcInstant, nullable=False),
        sa.Column("latest", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_readings"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_readings_article_id"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_readings_run_id"),
    )
    op.create_index("ix_readings_article_id", "readings", ["article_id"])
    op.create_index("ix_readings_run_id", "readings", ["run_id"])
    op.create_index("ix_readings_published_on", "readings", ["published_on", "article_id"])
    op.create_index(
        "uq_readings_latest",
        "readings",
        ["article_id"],
        unique=True,
        sqlite_where=sa.text("latest"),
        postgresql_where=sa.text("latest"),
    )


def _create_entities() -> None:
    op.create_table(
        "entities",
        sa.Column("reading_id", OrderedText, nullable=False),
        sa.Column("id", OrderedText, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("folded_name", sa.Text, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("reading_id", "id", name="pk_entities"),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_entities_reading_id"),
    )
    if op.get_context().dialect.name == "sqlite":
        op.create_index("ix_entities_folded_name", "entities", ["folded_name", "id"])
    for name, columns in (
        ("mentions", (sa.Column("start", sa.Integer), sa.Column("end", sa.Integer))),
        ("roles", (sa.Column("role", sa.Text), sa.Column("evidence", sa.Text))),
    ):
        for column in columns:
            column.nullable = False
        op.create_table(
            name,
            sa.Column("reading_id", OrderedText, nullable=False),
            sa.Column("entity_id", OrderedText, nullable=False),
            sa.Column("position", sa.Integer, nullable=False, autoincrement=False),
            *columns,
            sa.PrimaryKeyConstraint("reading_id", "entity_id", "position", name=f"pk_{name}"),
            sa.ForeignKeyConstraint(
                ["reading_id", "entity_id"],
                ["entities.reading_id", "entities.id"],
                name=f"fk_{name}_reading_id_entity_id",
            ),
        )


def _create_attributions() -> None:
    op.create_table(
        "attributions",
        sa.Column("key", sa.Integer, nullable=False),
        sa.Column("reading_id", OrderedText, nullable=False),
        sa.Column("id", OrderedText, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("source", sa.Text),
        sa.Column("source_text", sa.Text),
        sa.Column("cue", sa.Text, nullable=False),
        sa.Column("cue_text", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("content_text", sa.Text, nullable=False),
        sa.Column("entity_id", OrderedText),
        sa.Column("form", sa.String, nullable=False),
        sa.Column("act", sa.String, nullable=False),
        sa.Column("negated", sa.Boolean, nullable=False),
        sa.Column("hedged", sa.Boolean, nullable=False),
        sa.Column("parent_id", OrderedText),
        sa.Column("score", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_attributions"),
        sa.UniqueConstraint("reading_id", "id", name="uq_attributions_reading_id_id"),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_attributions_reading_id"),
        sa.ForeignKeyConstraint(
            ["reading_id", "entity_id"],
            ["entities.reading_id", "entities.id"],
            name="fk_attributions_reading_id_entity_id",
        ),
        sa.ForeignKeyConstraint(
            ["reading_id", "parent_id"],
            ["attributions.reading_id", "attributions.id"],
            name="fk_attributions_reading_id_parent_id",
            deferrable=True,
            initially="DEFERRED",
        ),
    )
    op.create_index("ix_attributions_id", "attributions", ["id"])
    op.create_index("ix_attributions_act", "attributions", ["act"])
    op.create_index("ix_attributions_entity_id", "attributions", ["entity_id"])

"""The tables: one for each record, its columns named like the record's fields.

Captures and articles stand by themselves. Everything that a run read out of an article belongs to
a reading, so a newer run adds rows next to the older ones and destroys none. An attribution or
entity can be in several readings; its id is unique within each.

`authors`, `published_on`, `updated_on` and `language` are fields of `Article` but columns of
`readings`: they are no part of an article's identity, so two runs may find different ones.

The schema is made by `migrations/`; a test compares it with what stands here.
"""

from typing import Any

import sqlalchemy as sa

from onrecord.ledger.columns import (
    AuthorsJson,
    CompressedBytes,
    EnumText,
    IsoDate,
    OrderedText,
    SpansJson,
    UtcInstant,
)
from onrecord.records import (
    AbsenceKind,
    Act,
    Against,
    Basis,
    CheckKind,
    EntityKind,
    Form,
    How,
    ResponseKind,
    Stance,
    Verdict,
)

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

captures = sa.Table(
    "captures",
    metadata,
    sa.Column("id", OrderedText, primary_key=True),
    sa.Column("origin", sa.Text, nullable=False),
    sa.Column("url", sa.Text),
    sa.Column("media_type", sa.Text, nullable=False),
    sa.Column("charset", sa.Text, nullable=False),
    sa.Column("sha256", sa.String, nullable=False),
    sa.Column("body", CompressedBytes, nullable=False),
    sa.Column("fetched_at", UtcInstant, nullable=False),
    sa.Column("last_fetched_at", UtcInstant, nullable=False),
)
# An origin may be longer than PostgreSQL's ordered indices take; it is only asked for as a whole.
sa.Index("ix_captures_origin", captures.c.origin, postgresql_using="hash")

articles = sa.Table(
    "articles",
    metadata,
    sa.Column("id", OrderedText, primary_key=True),
    sa.Column("url", sa.Text),
    sa.Column("publisher", sa.Text, nullable=False),
    sa.Column("folded_publisher", sa.Text, nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
)
sa.Index("ix_articles_url", articles.c.url, postgresql_using="hash")

article_captures = sa.Table(
    "article_captures",
    metadata,
    sa.Column("article_id", OrderedText, sa.ForeignKey("articles.id"), primary_key=True),
    sa.Column(
        "capture_id", OrderedText, sa.ForeignKey("captures.id"), primary_key=True, index=True
    ),
)

runs = sa.Table(
    "runs",
    metadata,
    sa.Column("id", OrderedText, primary_key=True),
    sa.Column("version", sa.Text, nullable=False),
    sa.Column("model", sa.Text, nullable=False),
    sa.Column("settings", sa.JSON, nullable=False),
)

readings = sa.Table(
    "readings",
    metadata,
    sa.Column("id", OrderedText, primary_key=True),
    sa.Column("article_id", OrderedText, sa.ForeignKey("articles.id"), nullable=False, index=True),
    sa.Column("run_id", OrderedText, sa.ForeignKey("runs.id"), nullable=False, index=True),
    sa.Column("authors", AuthorsJson, nullable=False),
    sa.Column("published_on", IsoDate),
    sa.Column("updated_on", IsoDate),
    sa.Column("language", sa.String, nullable=False),
    sa.Column("first_read_at", UtcInstant, nullable=False),
    sa.Column("last_read_at", UtcInstant, nullable=False),
    sa.Column("latest", sa.Boolean, nullable=False),
)
sa.Index(
    "uq_readings_latest",
    readings.c.article_id,
    unique=True,
    sqlite_where=readings.c.latest,
    postgresql_where=readings.c.latest,
)
sa.Index("ix_readings_published_on", readings.c.published_on, readings.c.article_id)

entities = sa.Table(
    "entities",
    metadata,
    sa.Column("reading_id", OrderedText, sa.ForeignKey("readings.id"), primary_key=True),
    sa.Column("id", OrderedText, primary_key=True),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("folded_name", sa.Text, nullable=False),
    sa.Column("speaks_for_id", OrderedText),
    sa.Column("kind", EnumText(EntityKind), nullable=False),
)
sa.Index("ix_entities_id", entities.c.id)
# Covers the search for a part of a name, which has to look at every name. PostgreSQL would walk
# along the table all the same, and takes no long names into an index.
sa.Index("ix_entities_folded_name", entities.c.folded_name, entities.c.id).ddl_if(dialect="sqlite")

mentions = sa.Table(
    "mentions",
    metadata,
    sa.Column("reading_id", OrderedText, primary_key=True),
    sa.Column("entity_id", OrderedText, primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.ForeignKeyConstraint(["reading_id", "entity_id"], ["entities.reading_id", "entities.id"]),
)

roles = sa.Table(
    "roles",
    metadata,
    sa.Column("reading_id", OrderedText, primary_key=True),
    sa.Column("entity_id", OrderedText, primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("evidence", SpansJson, nullable=False),
    sa.ForeignKeyConstraint(["reading_id", "entity_id"], ["entities.reading_id", "entities.id"]),
)

attributions = sa.Table(
    "attributions",
    metadata,
    # A number, because a full-text index can only point at numbers.
    sa.Column("key", sa.Integer, primary_key=True),
    sa.Column("reading_id", OrderedText, sa.ForeignKey("readings.id"), nullable=False),
    sa.Column("id", OrderedText, nullable=False, index=True),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("source", SpansJson),
    sa.Column("source_text", sa.Text),
    sa.Column("cue", SpansJson, nullable=False),
    sa.Column("cue_text", sa.Text, nullable=False),
    sa.Column("content", SpansJson, nullable=False),
    sa.Column("content_text", sa.Text, nullable=False),
    sa.Column("entity_id", OrderedText, index=True),
    sa.Column("form", EnumText(Form), nullable=False),
    sa.Column("act", EnumText(Act), nullable=False, index=True),
    sa.Column("negated", sa.Boolean, nullable=False),
    sa.Column("hedged", sa.Boolean, nullable=False),
    sa.Column("parent_id", OrderedText),
    sa.Column("score", sa.Double, nullable=False),
    sa.Column("addressee", SpansJson),
    sa.Column("addressee_text", sa.Text),
    sa.Column("said_on", IsoDate),
    sa.Column("basis", EnumText(Basis), nullable=False, server_default=Basis.UNSTATED.value),
    sa.UniqueConstraint("reading_id", "id"),
    sa.ForeignKeyConstraint(["reading_id", "entity_id"], ["entities.reading_id", "entities.id"]),
    # Deferred: a parent may stand after its child in a reading.
    sa.ForeignKeyConstraint(
        ["reading_id", "parent_id"],
        ["attributions.reading_id", "attributions.id"],
        deferrable=True,
        initially="DEFERRED",
    ),
)


def _refers(column: str, table: str) -> sa.ForeignKeyConstraint:
    """To a row of the same reading."""
    return sa.ForeignKeyConstraint(["reading_id", column], [f"{table}.reading_id", f"{table}.id"])


def _make_findings(name: str, *columns: sa.Column[Any] | sa.ForeignKeyConstraint) -> sa.Table:
    """A table of findings: each a row of a reading, with its passage and the passage's words."""
    return sa.Table(
        name,
        metadata,
        sa.Column("reading_id", OrderedText, sa.ForeignKey("readings.id"), primary_key=True),
        sa.Column("id", OrderedText, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("evidence", SpansJson, nullable=False),
        sa.Column("evidence_text", sa.Text, nullable=False),
        *columns,
    )


hops = sa.Table(
    "hops",
    metadata,
    sa.Column("reading_id", OrderedText, primary_key=True),
    sa.Column("attribution_id", OrderedText, primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("entity_id", OrderedText, nullable=False, index=True),
    sa.Column("how", EnumText(How), nullable=False),
    sa.Column("evidence", SpansJson, nullable=False),
    _refers("attribution_id", "attributions"),
    _refers("entity_id", "entities"),
)

responses = _make_findings(
    "responses",
    sa.Column("party_id", OrderedText, nullable=False, index=True),
    sa.Column("spokesperson_id", OrderedText, index=True),
    sa.Column("kind", EnumText(ResponseKind), nullable=False, index=True),
    sa.Column("to_id", OrderedText),
    sa.Column("about", SpansJson),
    sa.Column("about_text", sa.Text),
    sa.Column("as_of", IsoDate),
    _refers("party_id", "entities"),
    _refers("spokesperson_id", "entities"),
    _refers("to_id", "attributions"),
)

sa.Index("ix_responses_id", responses.c.id)

absences = _make_findings(
    "absences",
    sa.Column("kind", EnumText(AbsenceKind), nullable=False),
    sa.Column("about_id", OrderedText),
    _refers("about_id", "attributions"),
)

positions = _make_findings(
    "positions",
    sa.Column("party_id", OrderedText, nullable=False, index=True),
    sa.Column("proposition_text", sa.Text, nullable=False),
    sa.Column("proposition_evidence", SpansJson, nullable=False),
    sa.Column("stance", EnumText(Stance), nullable=False),
    sa.Column("word_of_id", OrderedText),
    _refers("party_id", "entities"),
    _refers("word_of_id", "entities"),
)

checks = _make_findings(
    "checks",
    sa.Column("kind", EnumText(CheckKind), nullable=False),
    sa.Column("message", sa.Text, nullable=False),
    sa.Column("against", EnumText(Against), nullable=False),
)

judgements = sa.Table(
    "judgements",
    metadata,
    sa.Column("id", OrderedText, primary_key=True),
    sa.Column("verdict", EnumText(Verdict), nullable=False),
    sa.Column("first_id", OrderedText, nullable=False, index=True),
    sa.Column("second_id", OrderedText, nullable=False, index=True),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("why", sa.Text, nullable=False),
    sa.Column("made_at", UtcInstant, nullable=False),
    sa.Column("withdraws_id", OrderedText, sa.ForeignKey("judgements.id")),
)

failures = sa.Table(
    "failures",
    metadata,
    sa.Column("id", OrderedText, primary_key=True),
    sa.Column("origin", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("message", sa.Text, nullable=False),
    sa.Column("failed_at", UtcInstant, nullable=False),
    sa.Column("last_failed_at", UtcInstant, nullable=False),
    sa.Column("count", sa.Integer, nullable=False),
    sa.Column("resolved_at", UtcInstant),
)
sa.Index("ix_failures_origin", failures.c.origin, postgresql_using="hash")

marks = sa.Table(
    "marks",
    metadata,
    # One row.
    sa.Column("key", sa.Integer, primary_key=True, autoincrement=False),
    # Transactions that wrote, and those that took contents into claims or out of them.
    sa.Column("changes", sa.BigInteger, nullable=False),
    sa.Column("gathered", sa.BigInteger, nullable=False),
)

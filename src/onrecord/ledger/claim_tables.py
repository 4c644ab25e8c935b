"""The tables that `gathering` reads out of the others, and can read out of them again."""

import sqlalchemy as sa

from onrecord.ledger.columns import CompressedBytes, EnumText, IsoDate, OrderedText, PartiesJson
from onrecord.ledger.tables import metadata
from onrecord.matches.status import Status

pending = sa.Table(
    "pending",
    metadata,
    # In the order in which they came.
    sa.Column("key", sa.Integer, primary_key=True),
    sa.Column("article_id", OrderedText, sa.ForeignKey("articles.id"), nullable=False, unique=True),
)

gatherings = sa.Table(
    "gatherings",
    metadata,
    sa.Column("method", sa.String, primary_key=True),
)

claims = sa.Table(
    "claims",
    metadata,
    sa.Column("key", sa.Integer, primary_key=True, autoincrement=False),
    # While claims are regrouped two may have one id for a moment.
    sa.Column("id", OrderedText, nullable=False, index=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("status", EnumText(Status), nullable=False),
    sa.Column("parties", PartiesJson, nullable=False),
    sa.Column("reports", sa.Integer, nullable=False),
    sa.Column("articles", sa.Integer, nullable=False),
    sa.Column("answers", sa.Integer, nullable=False),
    sa.Column("origins", sa.Integer, nullable=False),
    sa.Column("first_on", IsoDate),
    sa.Column("last_on", IsoDate),
    # The reports of a claim that is worth showing; 0 of every other.
    sa.Column("weight", sa.Integer, nullable=False),
    # Touched since it was last read as a whole; large ones are, at the end of a gathering.
    sa.Column("stale", sa.Boolean, nullable=False),
)
sa.Index(
    "ix_claims_stale",
    claims.c.key,
    sqlite_where=claims.c.stale,
    postgresql_where=claims.c.stale,
)
_SHOWN = claims.c.weight > 0
sa.Index(
    "ix_claims_weight",
    claims.c.weight,
    claims.c.id,
    sqlite_where=_SHOWN,
    postgresql_where=_SHOWN,
)
sa.Index(
    "ix_claims_last_on",
    claims.c.last_on,
    claims.c.key,
    sqlite_where=_SHOWN,
    postgresql_where=_SHOWN,
)

members = sa.Table(
    "members",
    metadata,
    sa.Column("key", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("id", OrderedText, nullable=False, unique=True),
    sa.Column("article_id", OrderedText, sa.ForeignKey("articles.id"), nullable=False, index=True),
    sa.Column("claim_key", sa.Integer, sa.ForeignKey("claims.key"), nullable=False),
    sa.Column("published_on", IsoDate),
    sa.Column("reported", sa.Boolean, nullable=False),
    sa.Column("answers", sa.Integer, nullable=False),
    sa.Column("packed", CompressedBytes, nullable=False),
)
# Tells who carried a claim and which of its members come first without reading the members.
sa.Index(
    "ix_members_of_claim",
    *members.c["claim_key", "published_on", "key", "reported", "answers", "article_id"],
)

member_words = sa.Table(
    "member_words",
    metadata,
    sa.Column("word", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("member_key", sa.Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

word_counts = sa.Table(
    "word_counts",
    metadata,
    sa.Column("word", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("members", sa.Integer, nullable=False),
)

sketches = sa.Table(
    "sketches",
    metadata,
    sa.Column("article_id", OrderedText, sa.ForeignKey("articles.id"), primary_key=True),
    sa.Column("runs", sa.Integer, nullable=False),
    sa.Column("digest", sa.LargeBinary, nullable=False),
)

copies = sa.Table(
    "copies",
    metadata,
    sa.Column("first_id", OrderedText, sa.ForeignKey("articles.id"), primary_key=True),
    sa.Column("second_id", OrderedText, sa.ForeignKey("articles.id"), primary_key=True, index=True),
    sa.Column("share", sa.Double, nullable=False),
    sa.Column("shared", sa.Integer, nullable=False),
)

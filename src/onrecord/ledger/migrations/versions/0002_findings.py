"""Findings: chains, responses, absences, positions and checks; readings from before have none."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from onrecord.ledger.columns import OrderedText

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add what attributions and entities have come to say, and a table for each kind of finding."""
    op.add_column("entities", sa.Column("speaks_for_id", OrderedText))
    op.add_column("attributions", sa.Column("addressee", sa.Text))
    op.add_column("attributions", sa.Column("addressee_text", sa.Text))
    op.add_column("attributions", sa.Column("said_on", OrderedText))
    op.add_column(
        "attributions", sa.Column("basis", sa.String, nullable=False, server_default="unstated")
    )
    _create_hops()
    _create(
        "responses",
        sa.Column("party_id", OrderedText, nullable=False),
        sa.Column("spokesperson_id", OrderedText),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("to_id", OrderedText),
        sa.Column("as_of", OrderedText),
        *_evidence(),
        references={
            "party_id": "entities",
            "spokesperson_id": "entities",
            "to_id": "attributions",
        },
    )
    op.create_index("ix_responses_party_id", "responses", ["party_id"])
    op.create_index("ix_responses_spokesperson_id", "responses", ["spokesperson_id"])
    op.create_index("ix_responses_kind", "responses", ["kind"])
    _create(
        "absences",
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("about_id", OrderedText),
        *_evidence(),
        references={"about_id": "attributions"},
    )
    _create(
        "positions",
        sa.Column("party_id", OrderedText, nullable=False),
        sa.Column("proposition_text", sa.Text, nullable=False),
        sa.Column("proposition_evidence", sa.Text, nullable=False),
        sa.Column("stance", sa.String, nullable=False),
        sa.Column("word_of_id", OrderedText),
        *_evidence(),
        references={"party_id": "entities", "word_of_id": "entities"},
    )
    op.create_index("ix_positions_party_id", "positions", ["party_id"])
    _create(
        "checks",
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("against", sa.String, nullable=False),
        *_evidence(),
        references={},
    )


def _create_hops() -> None:
    op.create_table(
        "hops",
        sa.Column("reading_id", OrderedText, nullable=False),
        sa.Column("attribution_id", OrderedText, nullable=False),
        sa.Column("position", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("entity_id", OrderedText, nullable=False),
        sa.Column("how", sa.String, nullable=False),
        sa.Column("evidence", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("reading_id", "attribution_id", "position", name="pk_hops"),
        _refers("hops", "attribution_id", "attributions"),
        _refers("hops", "entity_id", "entities"),
    )
    op.create_index("ix_hops_entity_id", "hops", ["entity_id"])


def _evidence() -> tuple[sa.Column[Any], sa.Column[Any]]:
    return (
        sa.Column("evidence", sa.Text, nullable=False),
        sa.Column("evidence_text", sa.Text, nullable=False),
    )


def _create(name: str, *columns: sa.Column[Any], references: dict[str, str]) -> None:
    op.create_table(
        name,
        sa.Column("reading_id", OrderedText, nullable=False),
        sa.Column("id", OrderedText, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("reading_id", "id", name=f"pk_{name}"),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name=f"fk_{name}_reading_id"),
        *(_refers(name, column, table) for column, table in references.items()),
    )


def _refers(name: str, column: str, table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["reading_id", column],
        [f"{table}.reading_id", f"{table}.id"],
        name=f"fk_{name}_reading_id_{column}",
    )

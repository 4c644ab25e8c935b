"""Alembic's entry: runs the migrations on the connection that `schema.upgrade_schema` hands over.

New migration: add `versions/NNNN_what_it_does.py`, raise `schema.HEAD`, change `tables.py`.
"""

from alembic import context

from onrecord.ledger.schema import VERSION_TABLE

context.configure(
    connection=context.config.attributes["connection"],
    version_table=VERSION_TABLE,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()

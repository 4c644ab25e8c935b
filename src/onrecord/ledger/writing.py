"""How a connection says that its transactions write."""

WRITING = "onrecord_writing"
"""Execution option; the stores take their write lock at the beginning of such a transaction."""

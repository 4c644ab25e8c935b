"""The store: captures, articles, runs, readings and failures in one SQL database.

`ledger` opens and writes, `queries` finds, `loading` gives whole records back. Their modules load
SQLAlchemy: import them inside the functions that need them.
"""

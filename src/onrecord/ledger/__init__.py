"""The store: captures, articles, runs, readings and failures in one SQL database."""

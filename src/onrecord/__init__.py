"""onrecord reads news articles and keeps the record of who says what, on whose word."""

__version__ = "0.1.0"

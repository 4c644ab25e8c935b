"""The REST API: every page's data with the names of the records."""

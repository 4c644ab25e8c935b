"""The page: a newsroom's desk for the record, and a REST API."""

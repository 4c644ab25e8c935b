"""Capture → Article: the words of the page, without its furniture."""

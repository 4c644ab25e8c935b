"""Anything → Capture: the bytes of files and pages, as they were received."""

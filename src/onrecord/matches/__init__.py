"""Across articles: which contents state the same, where they come from, what stands as of a day."""

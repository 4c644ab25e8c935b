"""What the rest of a text tells of what is traced already: one pass, or what it seeks, a file."""

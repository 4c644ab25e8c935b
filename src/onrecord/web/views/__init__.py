"""What the pages show, as the templates want it: pure functions over records."""

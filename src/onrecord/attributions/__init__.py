"""Article → attributions: who is reported to have said what, by a reader."""

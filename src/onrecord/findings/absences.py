"""What an article itself says is missing about a claim."""

from collections.abc import Sequence

from onrecord.records import Absence, Article, Attribution


def find_absences(article: Article, attributions: Sequence[Attribution]) -> tuple[Absence, ...]:
    """Find what the article says is missing, in text order."""
    return ()

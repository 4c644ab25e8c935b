"""What does not fit inside one article."""

from collections.abc import Sequence

from onrecord.records import Article, Attribution, Check, Entity


def find_checks(
    article: Article, entities: Sequence[Entity], attributions: Sequence[Attribution]
) -> tuple[Check, ...]:
    """Find pairs of passages that do not fit, in text order."""
    return ()

"""What does not fit inside one article: the checks of every kind, in text order."""

from collections.abc import Sequence

from onrecord.findings.date_checks import find_date_conflicts
from onrecord.findings.headline_checks import find_headline_overreach
from onrecord.findings.number_checks import find_number_conflicts
from onrecord.findings.quote_checks import find_quote_conflicts
from onrecord.findings.role_checks import find_role_conflicts
from onrecord.records import Article, Attribution, Check, Entity


def find_checks(
    article: Article, entities: Sequence[Entity], attributions: Sequence[Attribution]
) -> tuple[Check, ...]:
    """Find pairs of passages that do not fit.

    A check says what differs and accuses nobody; each kind is made to stay silent in doubt.
    """
    checks = [
        *find_role_conflicts(article, entities),
        *find_date_conflicts(article),
        *find_number_conflicts(article, attributions),
        *find_quote_conflicts(article, attributions),
        *find_headline_overreach(article, entities, attributions),
    ]
    return tuple(sorted(checks, key=lambda check: (check.evidence, check.kind)))

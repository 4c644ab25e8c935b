"""A claim as a list shows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.dates import PartialDate
from onrecord.export.wording import NO_PUBLISHER
from onrecord.matches.record import Summary
from onrecord.web.record import Listed

_MOST_OUTLETS = 3
_BARS = 14


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in a list.

    Attributes:
        bars: how many reports there were on each day, scaled to 1, the first day first.
        more_outlets: how many outlets are not named in `outlets`.
    """

    claim: Summary
    outlets: tuple[str, ...]
    more_outlets: int
    bars: tuple[float, ...]


def make_row(listed: Listed) -> ClaimRow:
    """A claim as a list shows it."""
    outlets = [name or NO_PUBLISHER for name, _ in listed.coverage.outlets]
    return ClaimRow(
        claim=listed.summary,
        outlets=tuple(outlets[:_MOST_OUTLETS]),
        more_outlets=max(len(outlets) - _MOST_OUTLETS, 0),
        bars=_scale(listed.coverage.days),
    )


def _scale(days: Sequence[tuple[PartialDate, int]]) -> tuple[float, ...]:
    """Reports over time in at most so many equal stretches, the fullest one 1."""
    if not days:
        return ()
    first, last = days[0][0].first_day, max(day.first_day for day, _ in days)
    span = (last - first).days + 1
    width = min(span, _BARS)
    counts = [0] * width
    for day, reports in days:
        counts[(day.first_day - first).days * width // span] += reports
    most = max(counts)
    return tuple(count / most for count in counts)

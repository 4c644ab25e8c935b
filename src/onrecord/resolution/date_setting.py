"""What an expression of time is read against, and what it can mean."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.resolution.periods import Period, Unit
from onrecord.resolution.tense import looks_ahead

RANKS = list(Unit)


_BACK = frozenset("last past previous prior".split())


_AHEAD = frozenset("next coming following".split())


@dataclass(frozen=True, slots=True)
class Setting:
    """What an expression is read against.

    Attributes:
        text: the text; nothing after the sentence of the expression matters.
        anchor: the dateline; None where it is unknown.
        last: the last date that the text gave before.
    """

    text: str
    anchor: Period | None
    last: Period | None

    def anchor_in(self, unit: Unit) -> Period | None:
        """The period of this unit in which the dateline falls; None where it is vaguer."""
        if self.anchor is None or RANKS.index(self.anchor.unit) > RANKS.index(unit):
            return None
        return self.anchor.widen(unit)

    def looks_ahead(self, match: re.Match[str]) -> bool | None:
        """Whether the expression lies ahead of the dateline; None where its clause does not say."""
        return looks_ahead(self.text, match.start(), match.end())


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression means.

    Attributes:
        kind: DATE, TIME, DURATION or SET, as TIMEX3 has them.
        timex: the TIMEX3 value; "" where it cannot be told.
        period: the period of the calendar, where there is one.
        moves: whether "the day before" and the like may be told from it.
    """

    kind: str
    timex: str
    period: Period | None = None
    moves: bool = True


Resolver = Callable[[re.Match[str], Setting], Meaning | None]


def mean_date(period: Period | None) -> Meaning:
    """A date; one without a value where the period is unknown."""
    return Meaning("DATE", period.timex if period else "", period)


def mean_aside(period: Period | None) -> Meaning:
    """A date from which nothing is told on: "a year earlier"."""
    return Meaning("DATE", period.timex if period else "", period, moves=False)


def find_relation(words: str | None) -> int | None:
    """-1 for "last", 1 for "next", 0 for "this"; None where there is no such word."""
    if not words:
        return None
    words = words.lower()
    last = words.split()[-1]
    if last in _BACK:
        return -1
    return 1 if last in _AHEAD else 0


def make_day(year: int, month: int, day: int) -> Period | None:
    """The day with these numbers; None where the calendar has none."""
    try:
        return Period(Unit.DAY, datetime.date(year, month, day))
    except ValueError:
        return None


def choose_year(
    periods: list[Period | None], anchor: Period, *, ahead: bool | None, soon: int = 0
) -> Period | None:
    """Of the same day or month in years around the dateline, the one that is meant.

    Args:
        periods: in their order.
        anchor: the dateline.
        ahead: whether it is to come; None where that is not told.
        soon: days within which a coming one is meant, whatever the tense.
    """
    known = [period for period in periods if period is not None]
    later = [period for period in known if period.last >= anchor.first]
    earlier = [period for period in known if period.first <= anchor.last]
    if later and (ahead or (later[0].first - anchor.last).days <= soon):
        return later[0]
    return earlier[-1] if earlier and not ahead else None

"""Periods of the calendar: a day, a week, a season; where they begin, end and how they are written.

Written as TIMEX3 values (ISO-TimeML, after ISO 8601): 2025-02-07, 2025-W06, 2025-Q1, 2025-SU, 202.
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from onrecord.dates import PartialDate

_ONE_DAY = datetime.timedelta(days=1)
_SEASON_CODES = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_LONGEST_SHIFT = 5000


class Unit(StrEnum):
    """How long a period is, by the letters of ISO 8601 durations where it has them."""

    DAY = "D"
    WEEK = "W"
    WEEKEND = "WE"
    MONTH = "M"
    SEASON = "S"
    QUARTER = "Q"
    HALF = "H"
    YEAR = "Y"
    DECADE = "E"
    CENTURY = "C"


_MONTHS = {
    Unit.MONTH: 1, Unit.SEASON: 3, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12,
    Unit.DECADE: 120, Unit.CENTURY: 1200,
}  # fmt: skip
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.WEEKEND: 2}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar of one unit, by its first day."""

    unit: Unit
    first: datetime.date

    @classmethod
    def around(cls, day: datetime.date, unit: Unit) -> Self:
        """The period of this unit in which a day lies; for a weekend the one of its week."""
        return cls(unit, _find_first(day, unit))

    @classmethod
    def of(cls, date: PartialDate) -> Self:
        """A date as a period."""
        unit = Unit.DAY if date.day else Unit.MONTH if date.month else Unit.YEAR
        return cls(unit, date.first_day)

    @property
    def last(self) -> datetime.date:
        """The last day."""
        if self.unit in _DAYS:
            return self.first + datetime.timedelta(days=_DAYS[self.unit] - 1)
        after = _add_months(self.first, _MONTHS[self.unit])
        return datetime.date.max if after is None else after - _ONE_DAY

    def shift(self, count: int, unit: Unit | None = None) -> "Period | None":
        """The period of the same unit that many units later; None where the calendar ends."""
        unit = unit or self.unit
        if abs(count) > _LONGEST_SHIFT:
            return None
        if unit in _DAYS:
            days = count * (7 if unit is Unit.WEEKEND else _DAYS[unit])
            try:
                return Period.around(self.first + datetime.timedelta(days=days), self.unit)
            except (OverflowError, ValueError):
                return None
        moved = _add_months(self.first, count * _MONTHS[unit])
        return None if moved is None else Period.around(moved, self.unit)

    def widen(self, unit: Unit) -> "Period":
        """The period of a longer unit in which this one begins."""
        return Period.around(self.first, unit)

    @property
    def date(self) -> PartialDate | None:
        """The most precise date that covers it; None for what no year covers."""
        first, last = self.first, self.last
        if first.year != last.year:
            return None
        if first.month != last.month:
            return PartialDate(first.year)
        return PartialDate(first.year, first.month, first.day if first == last else 0)

    @property
    def timex(self) -> str:
        """The value as TIMEX3 writes it."""
        year, month = f"{self.first.year:04}", self.first.month
        calendar = self.first.isocalendar()
        week = f"{calendar.year:04}-W{calendar.week:02}"
        written = {
            Unit.DAY: self.first.isoformat(),
            Unit.WEEK: week,
            Unit.WEEKEND: f"{week}-WE",
            Unit.MONTH: f"{year}-{month:02}",
            Unit.SEASON: f"{year}-{_SEASON_CODES.get(month, '')}",
            Unit.QUARTER: f"{year}-Q{(month + 2) // 3}",
            Unit.HALF: f"{year}-H{1 if month < 7 else 2}",
            Unit.YEAR: year,
            Unit.DECADE: year[:3],
            Unit.CENTURY: year[:2],
        }
        return written[self.unit]


def _find_first(day: datetime.date, unit: Unit) -> datetime.date:
    if unit is Unit.DAY:
        return day
    if unit in (Unit.WEEK, Unit.WEEKEND):
        monday = day.toordinal() - day.weekday()
        return datetime.date.fromordinal(max(1, monday + (5 if unit is Unit.WEEKEND else 0)))
    if unit is Unit.SEASON:
        # A winter is the year's in which it begins; of January, the year before.
        month, year = day.month // 3 * 3 or 12, day.year - (day.month < 3)
        return datetime.date(max(1, year), month, 1)
    if unit in (Unit.DECADE, Unit.CENTURY):
        length = 10 if unit is Unit.DECADE else 100
        return datetime.date(max(1, day.year // length * length), 1, 1)
    length = _MONTHS[unit]
    return datetime.date(day.year, (day.month - 1) // length * length + 1, 1)


def _add_months(day: datetime.date, count: int) -> datetime.date | None:
    months = day.year * 12 + day.month - 1 + count
    year, month = divmod(months, 12)
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        return None
    for number in range(day.day, 0, -1):
        try:
            return datetime.date(year, month + 1, number)
        except ValueError:
            continue
    return None

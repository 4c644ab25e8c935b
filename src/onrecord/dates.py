"""Dates that are as precise as the text allows: a year, a month or a day."""

import calendar
import datetime
import re
from dataclasses import dataclass
from typing import Self

_ISO_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A calendar date known to the year, the month or the day (ISO 8601 reduced precision).

    Attributes:
        year: 1 to 9999.
        month: 1 to 12, or 0 where only the year is known.
        day: 1 to 31, or 0 where only the month is known.

    Order is by the first day that the date can mean, the less precise first.
    """

    year: int
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        if self.day and not self.month:
            raise ValueError(f"a date with a day needs a month: {self.year}-??-{self.day:02}")
        datetime.date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "2025", "2025-02" or "2025-02-07"; ValueError for anything else."""
        match = _ISO_DATE.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"not a date of the form 2025, 2025-02 or 2025-02-07: {text!r}")
        year, month, day = (int(part or 0) for part in match.groups())
        if text.strip().count("-") >= 1 and month == 0:
            raise ValueError(f"there is no month 00: {text!r}")
        try:
            return cls(year, month, day)
        except ValueError as error:
            raise ValueError(f"there is no such date: {text!r}") from error

    @classmethod
    def from_date(cls, date: datetime.date) -> Self:
        """The day of a date, or of a datetime in its own time zone."""
        return cls(date.year, date.month, date.day)

    @property
    def first_day(self) -> datetime.date:
        """The first day that this date can mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> datetime.date:
        """The last day that this date can mean."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        if self.month:
            parts.append(f"{self.month:02}")
        if self.day:
            parts.append(f"{self.day:02}")
        return "-".join(parts)

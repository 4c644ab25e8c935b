"""Dates as pages write them: "Monday, February 10, 2025", "10 Feb 2025", "2025-02-10T09:00".

03/04/2025 is the 3rd of April or the 4th of March: only its year is taken. "3 hours ago" needs a
clock, and the core has none: it gives no date. A day is the day in the offset that the page writes.
"""

import datetime
import re
from dataclasses import dataclass

from onrecord.dates import PartialDate

_MONTHS = "january february march april may june july august september october november december"
_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(_MONTHS.split(), start=1)}
_MONTH = (
    r"(?P<{}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<{}>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<{}>(?:19|20)\d\d)"

_DATE = re.compile(
    r"(?<![\w/.])(?:"
    + "|".join(
        [
            _YEAR.format("y1") + r"[-/.](?P<m1>[01]?\d)[-/.](?P<d1>[0-3]?\d)(?=\D|$)",
            _MONTH.format("m2")
            + r"[ ]*"
            + _DAY.format("d2")
            + r"(?:,[ ]*|[ ]+)"
            + _YEAR.format("y2"),
            _DAY.format("d3")
            + r"(?:[ ]+of)?[ -]+"
            + _MONTH.format("m3")
            + r"(?:,?[ ]+|-)"
            + _YEAR.format("y3"),
            r"(?P<a4>[0-3]?\d)(?P<sep>[/.-])(?P<b4>[0-3]?\d)(?P=sep)" + _YEAR.format("y4"),
            _MONTH.format("m5") + r",?[ ]+" + _YEAR.format("y5"),
        ]
    )
    + r")(?![\d/]|\.\d)",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\b(?:up-?dated?|modified|edited|revised|refreshed)\b", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"\b(?:published?|posted|created|issued|released?|filed|first)\b", re.IGNORECASE
)
_CLOCK = (
    r"\d{1,2}[:.h]\d\d(?::\d\d(?:\.\d+)?)?(?:[ ]*[ap]\.?[ ]?m\b\.?)?|\d{1,2}[ ]*[ap]\.?[ ]?m\b\.?"
    r"|\b\d{4}[ ]?(?:gmt|utc|hrs|hours)\b"
)
_ZONE = (
    r"\b(?:gmt|utc|[ecmp][sd]?t|[cew]es?t|bst|ist|sast|aes?t|aed?t|wib|msk|eat|wat|nzd?t|sgt|hkt|jst)\b"
    r"(?:[ ]*[+-][ ]*\d{1,2}(?::?\d\d)?)?|(?<=\d)[ ]*[+-]\d\d:?\d\d\b|(?<=\d)Z\b"
)
_WEEKDAY = r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?(?=[ ,.)|]|$)"
_LABEL = (
    r"\b(?:last|first|originally|is|was|has been)?[ ]*"
    r"(?:updated?|published?|posted|modified|edited|revised|created|issued|filed|date|release|released)"
    r"(?:[ ]+(?:time|date|on|at|online))*\b"
)
_AGO = (
    r"\b(?:an?|\d+)[ ]*(?:min(?:ute)?s?|h(?:ou)?rs?|h|days?|weeks?|months?)[ ]+ago\b|\byesterday\b"
)
_STAMP_PARTS = re.compile(
    "|".join([_CLOCK, _ZONE, _WEEKDAY, _LABEL, _AGO, r"\b(?:at|on|as of|local time)\b"]),
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class StatedDate:
    """One date in a line, with what the words before it say about it."""

    on: PartialDate
    is_update: bool = False
    is_publication: bool = False


def find_dates(line: str) -> tuple[StatedDate, ...]:
    """Every date in the line, in order; impossible ones (31 February) are left out."""
    dates = []
    previous = 0
    for match in _DATE.finditer(line):
        label = line[previous : match.start()]
        previous = match.end()
        on = _read_match(match)
        if on is not None:
            updated = [found.start() for found in _UPDATED.finditer(label)]
            published = [found.start() for found in _PUBLISHED.finditer(label)]
            is_update = bool(updated) and (not published or updated[-1] > published[-1])
            dates.append(StatedDate(on, is_update, bool(published) and not is_update))
    return tuple(dates)


def strip_dates(line: str) -> str:
    """The line without its dates, times, weekdays, zones and date labels."""
    return _STAMP_PARTS.sub(" ", _DATE.sub(" ", re.sub(r"(?<=\d)T(?=\d\d:)", " ", line)))


def is_date_line(line: str) -> bool:
    """Whether the line says when the page was published or updated, and hardly anything else."""
    if len(line) > 160:
        return False
    rest = strip_dates(line)
    if rest == line or not _has_stamp(line):
        return False
    return len(re.findall(r"\w+", rest)) <= 1


def is_stamped_name(line: str) -> bool:
    """Whether the line is a name and a full date: "Quay Street Journal, 3 February 2025".

    Alone it may as well be a heading; it dates a page only between headline and text.
    """
    names = re.findall(r"[^\W\d_][\w'’.-]*", strip_dates(line))
    return (
        len(line) <= 80
        and 1 <= len(names) <= 5
        and all(name[0].isupper() or name in ("of", "the", "and") for name in names)
        and any(date.on.day for date in find_dates(line))
    )


def parse_timestamp(text: str) -> PartialDate | None:
    """The day of an ISO 8601 timestamp in its own offset, or of any date that a page writes."""
    text = text.strip()
    try:
        return PartialDate.from_date(datetime.datetime.fromisoformat(text))
    except ValueError:
        pass
    dates = find_dates(re.sub(r"(?<=\d)T(?=\d\d:)", " ", text))
    return dates[0].on if dates else None


def _has_stamp(line: str) -> bool:
    """A date, a relative time, or a label with a time: not a lone clock time, as in live blogs."""
    if find_dates(line) or re.search(_AGO, line, re.IGNORECASE):
        return True
    return bool(re.search(_LABEL, line, re.IGNORECASE) and re.search(_CLOCK, line, re.IGNORECASE))


def _read_match(match: re.Match[str]) -> PartialDate | None:
    groups = match.groupdict()
    year = int(next(groups[name] for name in ("y1", "y2", "y3", "y4", "y5") if groups[name]))
    month_name = groups["m2"] or groups["m3"] or groups["m5"]
    if month_name:
        month = _MONTH_NUMBERS[month_name[:3].lower()]
        day = int(groups["d2"] or groups["d3"] or 0)
    elif groups["m1"]:
        month, day = int(groups["m1"]), int(groups["d1"])
    else:
        month, day = _order_numbers(int(groups["a4"]), int(groups["b4"]), groups["sep"])
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None


def _order_numbers(first: int, second: int, separator: str) -> tuple[int, int]:
    """Month and day of 10.02.2025 or 2/10/2025; zeros where either order is possible."""
    if separator == "." or first > 12 or first == second:
        return second, first
    if second > 12:
        return first, second
    return 0, 0

"""What expressions of a day mean: "Feb. 7", "late on Monday", "yesterday", "Election Day"."""

import datetime
import re

from onrecord.resolution import date_words as dw
from onrecord.resolution.date_setting import (
    Meaning,
    Setting,
    choose_year,
    find_relation,
    make_day,
    mean_date,
)
from onrecord.resolution.periods import Period, Unit

_SOON = 100


def resolve_calendar_day(match: re.Match[str], setting: Setting) -> Meaning | None:
    """Read "Feb. 7", "7 February 2025", "Friday, Oct. 23": in the nearest fitting year."""
    month = dw.month_number(match["month1"] or match["month2"])
    day = dw.day_number(match["day1"] or match["day2"])
    year = match["year1"] or match["year2"]
    if year:
        period = make_day(int(year), month, day)
        return None if period is None else add_time(match, period)
    anchor = setting.anchor_in(Unit.DAY)
    if anchor is None:
        # A leap day exists in some year.
        return add_time(match, None) if make_day(2000, month, day) else None
    around = [make_day(anchor.first.year + step, month, day) for step in range(-4, 5)]
    near = [one for one in around if one and abs((one.first - anchor.first).days) <= 3]
    ahead = setting.looks_ahead(match)
    if match["last"]:
        ahead, near = False, []
    soon = 0 if match["last"] else _SOON
    period = near[0] if near else choose_year(list(around), anchor, ahead=ahead, soon=soon)
    if match["weekday1"] and period and not near:
        period = _fit_weekday([one for one in around if one], match["weekday1"], period)
    return None if period is None else add_time(match, period)


def _fit_weekday(days: list[Period], weekday: str, otherwise: Period) -> Period:
    """The nearest of the days that falls on the weekday: "Friday, Oct. 23"."""
    number = dw.weekday_number(weekday)
    fitting = [day for day in days if day.first.weekday() == number]
    return min(fitting, key=lambda day: abs(day.first - otherwise.first), default=otherwise)


def add_time(match: re.Match[str], day: Period | None) -> Meaning:
    """A day with the part of it or the clock time that the match has."""
    groups = match.groupdict()
    part, clock = groups.get("part"), groups.get("clock") or groups.get("clock2")
    if day is None:
        return Meaning("TIME" if part or clock else "DATE", "")
    if clock:
        return Meaning("TIME", day.timex + _read_clock(clock), day)
    if part:
        return Meaning("TIME", day.timex + dw.PARTS[part.lower()], day)
    return Meaning("DATE", day.timex, day)


def _read_clock(words: str) -> str:
    lower = words.lower()
    if lower.startswith(("noon", "midday")):
        return "T12:00"
    if lower.startswith("midnight"):
        return "T24:00"
    match = re.match(r"(\d+)(?::(\d\d))?\s*([ap])?", lower)
    if match is None:
        return ""
    hour = int(match[1])
    if match[3]:
        hour = hour % 12 + (12 if match[3] == "p" else 0)
    return f"T{hour:02}:{match[2] or '00'}"


def resolve_weekday(match: re.Match[str], setting: Setting) -> Meaning | None:
    """Read "On Monday": the last one, unless the clause looks ahead."""
    anchor = setting.anchor_in(Unit.DAY)
    if anchor is None:
        return add_time(match, None)
    words = (match["relation"] or "").lower()
    relation = find_relation(words)
    number = dw.weekday_number(match["weekday"])
    back = (anchor.first.weekday() - number) % 7
    if "previous" in words or "following" in words:
        base = setting.last if setting.last and setting.last.unit is Unit.DAY else anchor
        distance = (base.first.weekday() - number) % 7 or 7
        steps = -distance if "previous" in words else (7 - distance % 7)
        return add_time(match, base.shift(steps))
    if relation == -1:
        return add_time(match, anchor.shift(-(back or 7)))
    if relation == 1 or (back and (words == "this coming" or setting.looks_ahead(match))):
        return add_time(match, anchor.shift(7 - back))
    return add_time(match, anchor.shift(-back))


def resolve_near_day(match: re.Match[str], setting: Setting) -> Meaning:
    """Read "Yesterday", "last night", "the day before yesterday"."""
    words = match["near"].lower()
    anchor = setting.anchor_in(Unit.DAY)
    step = -1 if words.startswith(("yesterday", "last", "overnight")) else 0
    step = 1 if words.startswith("tomorrow") else step
    if words.startswith("the day before"):
        step = -2
    if words.startswith("the day after"):
        step = 2
    day = anchor.shift(step) if anchor else None
    part = next((part for part in dw.PARTS if words.endswith(part)), None)
    if part or words == "overnight":
        return Meaning("TIME", day.timex + dw.PARTS[part or "night"] if day else "", day)
    return add_time(match, day)


def resolve_that_day(match: re.Match[str], setting: Setting) -> Meaning:
    """Read "That day", "the next day": told from the last date."""
    base = setting.last if setting.last and setting.last.unit is Unit.DAY else None
    words = match.group().lower()
    step = 1 if "next" in words or "following" in words else 0
    step = -1 if "previous" in words or "before" in words else step
    if base is None:
        base = setting.anchor_in(Unit.DAY) if not step else None
    return add_time(match, base.shift(step) if base else None)


def resolve_holiday(match: re.Match[str], setting: Setting) -> Meaning | None:
    """Read "Thanksgiving", "Election Day"."""
    name = match["holiday"]
    if match["year"]:
        return mean_date(Period(Unit.DAY, dw.find_holiday(name, int(match["year"]))))
    anchor = setting.anchor_in(Unit.DAY)
    if anchor is None:
        return Meaning("DATE", "")
    years = [anchor.first.year + step for step in (-1, 0, 1)]
    days = [Period(Unit.DAY, dw.find_holiday(name, year)) for year in years]
    if "Election" in name:
        # Every second year; the campaign looks ahead to it until it has come.
        days = [day for day in days if day.first.year % 2 == 0]
        return mean_date(min(days, key=lambda day: abs(day.first - anchor.first)))
    return mean_date(choose_year(list(days), anchor, ahead=setting.looks_ahead(match)))


def resolve_year_end(_match: re.Match[str], setting: Setting) -> Meaning:
    """Read "Year-end": its last day."""
    anchor = setting.anchor_in(Unit.YEAR)
    return mean_date(Period(Unit.DAY, anchor.last) if anchor else None)


def resolve_iso(match: re.Match[str], _setting: Setting) -> Meaning | None:
    """Read "2025-02-07"."""
    period = make_day(int(match["y"]), int(match["m"]), int(match["d"]))
    return None if period is None else mean_date(period)


def resolve_slashed(match: re.Match[str], _setting: Setting) -> Meaning | None:
    """3/4/2025 is the 3rd of April or the 4th of March: only where one reading fits."""
    year, one, other = int(match["y"]), int(match["a"]), int(match["b"])
    days = {day for day in (make_day(year, one, other), make_day(year, other, one)) if day}
    if not days:
        return None
    return mean_date(days.pop() if len(days) == 1 else Period(Unit.YEAR, datetime.date(year, 1, 1)))


def resolve_clock(match: re.Match[str], setting: Setting) -> Meaning:
    """Read "5 p.m.": of the day that is spoken of."""
    last = setting.last if setting.last and setting.last.unit is Unit.DAY else None
    day = last or setting.anchor_in(Unit.DAY)
    return add_time(match, day)

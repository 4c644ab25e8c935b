"""What expressions of longer periods mean: "last week", "in March", "the third quarter"."""

import datetime
import re

from onrecord.resolution import date_words as dw
from onrecord.resolution.date_setting import (
    RANKS,
    Meaning,
    Setting,
    choose_year,
    find_relation,
    mean_aside,
    mean_date,
)
from onrecord.resolution.periods import Period, Unit

_ALSO_NAMES = frozenset("Jan Mar Jun May March April June August".split())
_BEFORE_MONTH = re.compile(
    r"\b(?:in|of|since|by|until|till|through|from|to|between|during|for|before|after|or|and|a|an)"
    r"[ -]$",
    re.IGNORECASE,
)
_SOON_MONTH = 62


_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 2, "latter": 2}


def _is_a_name(match: re.Match[str], text: str) -> bool:
    """Whether a bare month is a name or a verb: "April Holt", "the March for Mills"."""
    if match.group() not in _ALSO_NAMES:
        return False
    before = _BEFORE_MONTH.search(text[max(0, match.start() - 12) : match.start()])
    named_on = text[match.end() : match.end() + 2].strip().isupper()
    return before is None or (named_on and before.group().lower().strip(" -") not in {"in", "of"})


def resolve_month(match: re.Match[str], setting: Setting) -> Meaning | None:
    """Read "In March", "early March 2025", "June last year"."""
    if _is_a_name(match, setting.text):
        return None
    month = dw.month_number(match["month"])
    year = match["year"]
    relative = find_relation(match["year_relation"])
    if year:
        return mean_date(Period(Unit.MONTH, datetime.date(int(year), month, 1)))
    this_year = setting.anchor_in(Unit.YEAR)
    anchor = setting.anchor_in(Unit.MONTH)
    if relative is not None and this_year:
        shifted = this_year.shift(relative)
        return mean_date(shifted and Period(Unit.MONTH, shifted.first.replace(month=month)))
    if anchor is None:
        return Meaning("DATE", f"XXXX-{month:02}")
    relation = find_relation(match["relation"])
    around = [
        Period(Unit.MONTH, datetime.date(anchor.first.year + step, month, 1)) for step in (-1, 0, 1)
        if 1 <= anchor.first.year + step <= datetime.MAXYEAR
    ]  # fmt: skip
    if relation == 0:
        return mean_date(next(one for one in around if one.first.year == anchor.first.year))
    if relation == -1:
        around = [one for one in around if one.first < anchor.first]
    if relation == 1:
        around = [one for one in around if one.first > anchor.first]
    ahead = relation == 1 or (setting.looks_ahead(match) if relation is None else False)
    soon = _SOON_MONTH if ahead is None else 0
    return mean_date(choose_year(list(around), anchor, ahead=ahead, soon=soon))


def resolve_unit(match: re.Match[str], setting: Setting) -> Meaning | None:
    """Read "Last week", "this year", "the following month"."""
    words, name = match["relation"].lower(), match["unit"].lower()
    if words in {"the past", "past", "the last", "the next", "the coming"} and name != "weekend":
        return Meaning("DURATION", f"P{'10Y' if name == 'decade' else '1' + dw.UNITS[name]}")
    unit = dw.PERIOD_UNITS[name]
    if words.endswith(("that", "same")) or words in {"the previous", "the following", "the prior"}:
        return mean_date(shift_last(setting, unit, find_relation(words) or 0))
    relation = find_relation(words) or 0
    if unit is Unit.DECADE and relation == -1:
        return Meaning("DURATION", "P10Y")
    anchor = setting.anchor_in(unit)
    if anchor and unit is Unit.WEEKEND:
        relation = _find_weekend_step(words, setting, anchor, match)
    return mean_date(anchor.shift(relation) if anchor else None)


def _find_weekend_step(words: str, setting: Setting, weekend: Period, match: re.Match[str]) -> int:
    """How far from the weekend at the end of this week: "over the weekend" is the last one."""
    day = setting.anchor_in(Unit.DAY)
    over = day is not None and day.first >= weekend.first
    if words.startswith(("next", "this coming")):
        return 1 if over else 0
    if words.startswith(("last", "this past", "past")):
        return 0 if over and day is not None and day.first > weekend.first else -1
    return 0 if over or words == "this" or setting.looks_ahead(match) else -1


def shift_last(setting: Setting, unit: Unit, step: int) -> Period | None:
    """The period so many units after the last date of the text; None without one."""
    last = setting.last
    if last is None or RANKS.index(last.unit) > RANKS.index(unit):
        return None
    return last.widen(unit).shift(step)


def resolve_the_unit(match: re.Match[str], setting: Setting) -> Meaning | None:
    """Read "the year", "the quarter", "the week": the one that is spoken of."""
    unit = dw.PERIOD_UNITS[match["unit"].lower()]
    if unit is Unit.YEAR and setting.text.startswith(" ended", match.end()):
        return Meaning("DURATION", "P1Y")
    if unit is Unit.QUARTER:
        last = setting.last if setting.last and setting.last.unit is Unit.QUARTER else None
        anchor = setting.anchor_in(unit)
        return mean_date(last or (anchor.shift(-1) if anchor else None))
    anchor = setting.anchor_in(unit)
    if unit is Unit.WEEKEND and anchor:
        anchor = anchor.shift(_find_weekend_step("the", setting, anchor, match))
    return mean_date(anchor)


def resolve_season(match: re.Match[str], setting: Setting) -> Meaning | None:
    """Read "Last spring", "the winter of 1994"."""
    month = dw.SEASONS[match["season"].lower()]
    if match["year"] or match["spoken"]:
        year = int(match["year"]) if match["year"] else dw.read_spoken_year(match["spoken"])
        return mean_date(Period(Unit.SEASON, datetime.date(year, month, 1)))
    anchor = setting.anchor_in(Unit.MONTH)
    if anchor is None:
        return Meaning("DATE", "")
    year, relation = anchor.first.year, find_relation(match["relation"])
    around = [Period(Unit.SEASON, datetime.date(max(1, year + n), month, 1)) for n in (-1, 0, 1)]
    here = anchor.widen(Unit.SEASON)
    if (match["relation"] or "").lower() == "this":
        return mean_date(min(around, key=lambda one: abs(one.first - here.first)))
    if relation == -1 and here.first.month == month:
        return mean_date(here.shift(-1, Unit.YEAR))
    ahead = relation == 1 or (relation is None and setting.looks_ahead(match))
    if ahead:
        around = [one for one in around if one.first > here.first]
    return mean_date(choose_year(list(around), anchor, ahead=ahead))


def resolve_year(match: re.Match[str], _setting: Setting) -> Meaning:
    """Read "1988", "fiscal 1988", "nineteen ninety-four"."""
    year = match["spoken"]
    number = dw.read_spoken_year(year) if year else int(match["year"])
    return mean_date(Period(Unit.YEAR, datetime.date(number, 1, 1)))


def resolve_decade(match: re.Match[str], setting: Setting) -> Meaning:
    """Read "The 1990s", "the late '80s"."""
    digits = match["decade"] or ""
    if len(digits) == 2:
        # '80s: of this century only where it has come.
        anchor = setting.anchor
        this_year = anchor.first.year if anchor else 2000
        digits = ("20" if 2000 + int(digits) <= this_year else "19") + digits
    return mean_date(Period(Unit.DECADE, datetime.date(int(digits), 1, 1)))


def resolve_century(match: re.Match[str], _setting: Setting) -> Meaning:
    """Read "The 19th century"."""
    return Meaning("DATE", f"{int(match['century']) - 1:02}")


def resolve_quarter(match: re.Match[str], setting: Setting) -> Meaning | None:
    """Read "The third quarter", "the second half of 1989"."""
    half = match["what"].lower() == "half"
    unit = Unit.HALF if half else Unit.QUARTER
    number = _ORDINALS[match["ordinal"].lower()]
    if number > 2 and half:
        return None
    month = (number - 1) * (6 if half else 3) + 1
    year = match["year1"] or match["year2"]
    if year:
        return mean_date(Period(unit, datetime.date(int(year), month, 1)))
    named = match["named1"] or match["named2"]
    this_year = setting.anchor_in(Unit.YEAR)
    if this_year is None:
        return Meaning("DATE", "")
    if named:
        step = {"las": -1, "nex": 1, "pre": -1}.get(named[:3].lower(), 0)
        moved = this_year.shift(step)
        return mean_date(moved and Period(unit, moved.first.replace(month=month)))
    period = Period(unit, this_year.first.replace(month=month))
    if match["ago"]:
        return mean_aside(period.shift(-1, Unit.YEAR))
    if setting.anchor and period.first > setting.anchor.last and not setting.looks_ahead(match):
        # Of a quarter that has not begun the papers report the one of last year.
        return mean_date(period.shift(-1, Unit.YEAR))
    return mean_date(period)


def resolve_year_ago(match: re.Match[str], setting: Setting) -> Meaning:
    """Read "The year-earlier quarter"."""
    if match["months"]:
        return Meaning("DURATION", "P9M" if "nine" in match["months"].lower() else "P6M")
    last = setting.last
    if last is not None and last.unit in (Unit.QUARTER, Unit.HALF, Unit.MONTH):
        return mean_aside(last.shift(-1, Unit.YEAR))
    anchor = setting.anchor_in(Unit.YEAR)
    return mean_aside(anchor.shift(-1) if anchor else None)


def resolve_latest_quarter(_match: re.Match[str], setting: Setting) -> Meaning:
    """Read "The latest quarter": the last that is over."""
    last, anchor = setting.last, setting.anchor_in(Unit.QUARTER)
    if (
        last is not None
        and last.unit is Unit.QUARTER
        and anchor
        and last.first.year == (anchor.first.year)
    ):
        return mean_date(last)
    return mean_date(anchor.shift(-1) if anchor else None)

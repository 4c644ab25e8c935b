"""What dates look like in news, and what each kind of expression means."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.resolution import date_words as dw
from onrecord.resolution.periods import Period, Unit
from onrecord.resolution.tense import looks_ahead

_RANKS = list(Unit)
_EDGE = r"(?:(?i:very |the )?(?i:early|late|earlier|later|mid)[- ]+(?i:on )?)?"
_OF_EDGE = (
    r"(?i:(?:the )?(?:very )?(?:beginning|start|early part|middle|end|close|rest|remainder|course"
    r"|latter part) of )"
)
_RELATION = (
    r"(?i:last|next|this past|this coming|this|the previous|the following|the past|the coming"
    r"|the next|the last|the current|the same|that same|that|previous|following|past|current"
    r"|coming|the prior|prior)"
)
_SOON = 100
_SOON_MONTH = 62
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
        if self.anchor is None or _RANKS.index(self.anchor.unit) > _RANKS.index(unit):
            return None
        return self.anchor.widen(unit)

    def looks_ahead(self, match: re.Match[str]) -> bool | None:
        """Whether the expression lies ahead of the dateline, by its clause; None: it does not say."""
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


def _date(period: Period | None) -> Meaning:
    return Meaning("DATE", period.timex if period else "", period)


def _aside(period: Period | None) -> Meaning:
    return Meaning("DATE", period.timex if period else "", period, moves=False)


def _find_relation(words: str | None) -> int | None:
    """-1 for "last", 1 for "next", 0 for "this"; None where there is no such word."""
    if not words:
        return None
    words = words.lower()
    last = words.split()[-1]
    if last in _BACK:
        return -1
    return 1 if last in _AHEAD else 0


def _make_day(year: int, month: int, day: int) -> Period | None:
    try:
        return Period(Unit.DAY, datetime.date(year, month, day))
    except ValueError:
        return None


def _choose_year(
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


def _resolve_calendar_day(match: re.Match[str], setting: Setting) -> Meaning | None:
    month = dw.month_number(match["month1"] or match["month2"])
    day = dw.day_number(match["day1"] or match["day2"])
    year = match["year1"] or match["year2"]
    if year:
        period = _make_day(int(year), month, day)
        return None if period is None else _add_time(match, period)
    anchor = setting.anchor_in(Unit.DAY)
    if anchor is None:
        # A leap day exists in some year.
        return _add_time(match, None) if _make_day(2000, month, day) else None
    around = [_make_day(anchor.first.year + step, month, day) for step in range(-4, 5)]
    near = [one for one in around if one and abs((one.first - anchor.first).days) <= 3]
    ahead = setting.looks_ahead(match)
    if match["last"]:
        ahead, near = False, []
    soon = 0 if match["last"] else _SOON
    period = near[0] if near else _choose_year(list(around), anchor, ahead=ahead, soon=soon)
    if match["weekday1"] and period and not near:
        period = _fit_weekday([one for one in around if one], match["weekday1"], period)
    return None if period is None else _add_time(match, period)


def _fit_weekday(days: list[Period], weekday: str, otherwise: Period) -> Period:
    """The nearest of the days that falls on the weekday: "Friday, Oct. 23"."""
    number = dw.weekday_number(weekday)
    fitting = [day for day in days if day.first.weekday() == number]
    return min(fitting, key=lambda day: abs(day.first - otherwise.first), default=otherwise)


def _add_time(match: re.Match[str], day: Period | None) -> Meaning:
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


def _resolve_weekday(match: re.Match[str], setting: Setting) -> Meaning | None:
    anchor = setting.anchor_in(Unit.DAY)
    if anchor is None:
        return _add_time(match, None)
    words = (match["relation"] or "").lower()
    relation = _find_relation(words)
    number = dw.weekday_number(match["weekday"])
    back = (anchor.first.weekday() - number) % 7
    if "previous" in words or "following" in words:
        base = setting.last if setting.last and setting.last.unit is Unit.DAY else anchor
        distance = (base.first.weekday() - number) % 7 or 7
        steps = -distance if "previous" in words else (7 - distance % 7)
        return _add_time(match, base.shift(steps))
    if relation == -1:
        return _add_time(match, anchor.shift(-(back or 7)))
    if relation == 1 or (back and (words == "this coming" or setting.looks_ahead(match))):
        return _add_time(match, anchor.shift(7 - back))
    return _add_time(match, anchor.shift(-back))


def _resolve_near_day(match: re.Match[str], setting: Setting) -> Meaning:
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
    return _add_time(match, day)


def _resolve_that_day(match: re.Match[str], setting: Setting) -> Meaning:
    base = setting.last if setting.last and setting.last.unit is Unit.DAY else None
    words = match.group().lower()
    step = 1 if "next" in words or "following" in words else 0
    step = -1 if "previous" in words or "before" in words else step
    if base is None:
        base = setting.anchor_in(Unit.DAY) if not step else None
    return _add_time(match, base.shift(step) if base else None)


def _resolve_month(match: re.Match[str], setting: Setting) -> Meaning | None:
    month = dw.month_number(match["month"])
    year = match["year"]
    relative = _find_relation(match["year_relation"])
    if year:
        return _date(Period(Unit.MONTH, datetime.date(int(year), month, 1)))
    this_year = setting.anchor_in(Unit.YEAR)
    anchor = setting.anchor_in(Unit.MONTH)
    if relative is not None and this_year:
        shifted = this_year.shift(relative)
        return _date(shifted and Period(Unit.MONTH, shifted.first.replace(month=month)))
    if anchor is None:
        return Meaning("DATE", f"XXXX-{month:02}")
    relation = _find_relation(match["relation"])
    around = [
        Period(Unit.MONTH, datetime.date(anchor.first.year + step, month, 1)) for step in (-1, 0, 1)
        if 1 <= anchor.first.year + step <= datetime.MAXYEAR
    ]  # fmt: skip
    if relation == 0:
        return _date(next(one for one in around if one.first.year == anchor.first.year))
    if relation == -1:
        around = [one for one in around if one.first < anchor.first]
    if relation == 1:
        around = [one for one in around if one.first > anchor.first]
    ahead = relation == 1 or (setting.looks_ahead(match) if relation is None else False)
    soon = _SOON_MONTH if ahead is None else 0
    return _date(_choose_year(list(around), anchor, ahead=ahead, soon=soon))


def _resolve_unit(match: re.Match[str], setting: Setting) -> Meaning | None:
    words, name = match["relation"].lower(), match["unit"].lower()
    if words in {"the past", "past", "the last", "the next", "the coming"} and name != "weekend":
        return Meaning("DURATION", f"P{'10Y' if name == 'decade' else '1' + dw.UNITS[name]}")
    unit = dw.PERIOD_UNITS[name]
    if words.endswith(("that", "same")) or words in {"the previous", "the following", "the prior"}:
        return _date(_shift_last(setting, unit, _find_relation(words) or 0))
    relation = _find_relation(words) or 0
    if unit is Unit.DECADE and relation == -1:
        return Meaning("DURATION", "P10Y")
    anchor = setting.anchor_in(unit)
    if anchor and unit is Unit.WEEKEND:
        relation = _find_weekend_step(words, setting, anchor, match)
    return _date(anchor.shift(relation) if anchor else None)


def _find_weekend_step(words: str, setting: Setting, weekend: Period, match: re.Match[str]) -> int:
    """How far from the weekend at the end of this week: "over the weekend" is the last one."""
    day = setting.anchor_in(Unit.DAY)
    over = day is not None and day.first >= weekend.first
    if words.startswith(("next", "this coming")):
        return 1 if over else 0
    if words.startswith(("last", "this past", "past")):
        return 0 if over and day is not None and day.first > weekend.first else -1
    return 0 if over or words == "this" or setting.looks_ahead(match) else -1


def _shift_last(setting: Setting, unit: Unit, step: int) -> Period | None:
    last = setting.last
    if last is None or _RANKS.index(last.unit) > _RANKS.index(unit):
        return None
    return last.widen(unit).shift(step)


def _resolve_the_unit(match: re.Match[str], setting: Setting) -> Meaning | None:
    """ "The year", "the quarter", "the week": the one that is spoken of."""
    unit = dw.PERIOD_UNITS[match["unit"].lower()]
    if unit is Unit.YEAR and setting.text.startswith(" ended", match.end()):
        return Meaning("DURATION", "P1Y")
    if unit is Unit.QUARTER:
        last = setting.last if setting.last and setting.last.unit is Unit.QUARTER else None
        anchor = setting.anchor_in(unit)
        return _date(last or (anchor.shift(-1) if anchor else None))
    anchor = setting.anchor_in(unit)
    if unit is Unit.WEEKEND and anchor:
        anchor = anchor.shift(_find_weekend_step("the", setting, anchor, match))
    return _date(anchor)


def _resolve_season(match: re.Match[str], setting: Setting) -> Meaning | None:
    month = dw.SEASONS[match["season"].lower()]
    if match["year"] or match["spoken"]:
        year = int(match["year"]) if match["year"] else dw.read_spoken_year(match["spoken"])
        return _date(Period(Unit.SEASON, datetime.date(year, month, 1)))
    anchor = setting.anchor_in(Unit.MONTH)
    if anchor is None:
        return Meaning("DATE", "")
    year, relation = anchor.first.year, _find_relation(match["relation"])
    around = [Period(Unit.SEASON, datetime.date(max(1, year + n), month, 1)) for n in (-1, 0, 1)]
    here = anchor.widen(Unit.SEASON)
    if (match["relation"] or "").lower() == "this":
        return _date(min(around, key=lambda one: abs(one.first - here.first)))
    if relation == -1 and here.first.month == month:
        return _date(here.shift(-1, Unit.YEAR))
    ahead = relation == 1 or (relation is None and setting.looks_ahead(match))
    if ahead:
        around = [one for one in around if one.first > here.first]
    return _date(_choose_year(list(around), anchor, ahead=ahead))


def _resolve_year(match: re.Match[str], _setting: Setting) -> Meaning:
    year = match["spoken"]
    number = dw.read_spoken_year(year) if year else int(match["year"])
    return _date(Period(Unit.YEAR, datetime.date(number, 1, 1)))


def _resolve_decade(match: re.Match[str], setting: Setting) -> Meaning:
    digits = match["decade"] or ""
    if len(digits) == 2:
        # '80s: of this century only where it has come.
        anchor = setting.anchor
        this_year = anchor.first.year if anchor else 2000
        digits = ("20" if 2000 + int(digits) <= this_year else "19") + digits
    return _date(Period(Unit.DECADE, datetime.date(int(digits), 1, 1)))


def _resolve_century(match: re.Match[str], _setting: Setting) -> Meaning:
    return Meaning("DATE", f"{int(match['century']) - 1:02}")


_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 2, "latter": 2}


def _resolve_quarter(match: re.Match[str], setting: Setting) -> Meaning | None:
    half = match["what"].lower() == "half"
    unit = Unit.HALF if half else Unit.QUARTER
    number = _ORDINALS[match["ordinal"].lower()]
    if number > 2 and half:
        return None
    month = (number - 1) * (6 if half else 3) + 1
    year = match["year1"] or match["year2"]
    if year:
        return _date(Period(unit, datetime.date(int(year), month, 1)))
    named = match["named1"] or match["named2"]
    this_year = setting.anchor_in(Unit.YEAR)
    if this_year is None:
        return Meaning("DATE", "")
    if named:
        step = {"las": -1, "nex": 1, "pre": -1}.get(named[:3].lower(), 0)
        moved = this_year.shift(step)
        return _date(moved and Period(unit, moved.first.replace(month=month)))
    period = Period(unit, this_year.first.replace(month=month))
    if match["ago"]:
        return _aside(period.shift(-1, Unit.YEAR))
    if setting.anchor and period.first > setting.anchor.last and not setting.looks_ahead(match):
        # Of a quarter that has not begun the papers report the one of last year.
        return _date(period.shift(-1, Unit.YEAR))
    return _date(period)


def _resolve_year_ago(match: re.Match[str], setting: Setting) -> Meaning:
    if match["months"]:
        return Meaning("DURATION", "P9M" if "nine" in match["months"].lower() else "P6M")
    last = setting.last
    if last is not None and last.unit in (Unit.QUARTER, Unit.HALF, Unit.MONTH):
        return _aside(last.shift(-1, Unit.YEAR))
    anchor = setting.anchor_in(Unit.YEAR)
    return _aside(anchor.shift(-1) if anchor else None)


def _resolve_latest_quarter(_match: re.Match[str], setting: Setting) -> Meaning:
    last, anchor = setting.last, setting.anchor_in(Unit.QUARTER)
    if (
        last is not None
        and last.unit is Unit.QUARTER
        and anchor
        and last.first.year == (anchor.first.year)
    ):
        return _date(last)
    return _date(anchor.shift(-1) if anchor else None)


def _resolve_duration(match: re.Match[str], _setting: Setting) -> Meaning:
    unit = dw.UNITS[match["unit"].lower()]
    count = dw.read_count(match["count"])
    return Meaning("DURATION", _write_duration(count, unit))


def _write_duration(count: float | None, unit: str) -> str:
    if unit in {"E", "C"} and count is not None:
        count, unit = count * (10 if unit == "E" else 100), "Y"
    if unit == "Q" and count is not None:
        count, unit = count * 3, "M"
    if count is not None and unit == "Y" and count != int(count):
        return f"P{int(count)}Y6M" if count > 1 else "P6M"
    mark = "PT" if unit.startswith("T") else "P"
    written = "X" if count is None else f"{count:g}"
    return f"{mark}{written}{unit.removeprefix('T')}"


def _resolve_ago(match: re.Match[str], setting: Setting) -> Meaning:
    """ "Two weeks ago", from the dateline; "two weeks earlier", from the last date."""
    name = match["unit"].lower().replace("centurie", "century")
    count, which = dw.read_count(match["count"]), match["which"].lower()
    if count is None:
        return Meaning("DATE", "FUTURE_REF" if which == "from now" else "PAST_REF")
    unit = dw.PERIOD_UNITS.get(name)
    if unit is None or count != int(count):
        return Meaning("DURATION", _write_duration(count, dw.UNITS[name]))
    step = int(count) * (1 if which in {"later", "from now", "hence"} else -1)
    last, anchor = setting.last, setting.anchor_in(unit)
    if last is not None and last.unit is Unit.QUARTER and (count, unit) == (1, Unit.YEAR):
        return _aside(last.shift(step, unit))
    if which in {"ago", "from now", "hence"}:
        return _aside(anchor.shift(step) if anchor else None)
    if last is None or _RANKS.index(last.unit) > _RANKS.index(unit):
        return Meaning("DURATION", _write_duration(count, dw.UNITS[name]))
    return _aside(last.widen(unit).shift(step))


def _resolve_set(match: re.Match[str], _setting: Setting) -> Meaning:
    words = match.group().lower()
    letters = {"dai": "1D", "nig": "1D", "wee": "1W", "mon": "1M", "qua": "1Q", "ann": "1Y",
               "yea": "1Y", "hou": "T1H", "day": "1D", "dec": "10Y", "min": "T1M", "biw": "2W"}  # fmt: skip
    if match["each_weekday"]:
        return Meaning("SET", f"XXXX-WXX-{dw.weekday_number(match['each_weekday']) + 1}")
    unit = match["each_unit"] or words
    return Meaning("SET", f"P{letters.get(unit[:3], '')}")


def _resolve_holiday(match: re.Match[str], setting: Setting) -> Meaning | None:
    name = match["holiday"]
    if match["year"]:
        return _date(Period(Unit.DAY, dw.find_holiday(name, int(match["year"]))))
    anchor = setting.anchor_in(Unit.DAY)
    if anchor is None:
        return Meaning("DATE", "")
    years = [anchor.first.year + step for step in (-1, 0, 1)]
    days = [Period(Unit.DAY, dw.find_holiday(name, year)) for year in years]
    if "Election" in name:
        # Every second year; the campaign looks ahead to it until it has come.
        days = [day for day in days if day.first.year % 2 == 0]
        return _date(min(days, key=lambda day: abs(day.first - anchor.first)))
    return _date(_choose_year(list(days), anchor, ahead=setting.looks_ahead(match)))


def _resolve_year_end(_match: re.Match[str], setting: Setting) -> Meaning:
    anchor = setting.anchor_in(Unit.YEAR)
    return _date(Period(Unit.DAY, anchor.last) if anchor else None)


def _refer(value: str) -> Resolver:
    return lambda _match, _setting: Meaning("DATE", value)


def _resolve_iso(match: re.Match[str], _setting: Setting) -> Meaning | None:
    period = _make_day(int(match["y"]), int(match["m"]), int(match["d"]))
    return None if period is None else _date(period)


def _resolve_slashed(match: re.Match[str], _setting: Setting) -> Meaning | None:
    """3/4/2025 is the 3rd of April or the 4th of March: only where one reading fits."""
    year, one, other = int(match["y"]), int(match["a"]), int(match["b"])
    days = {day for day in (_make_day(year, one, other), _make_day(year, other, one)) if day}
    if not days:
        return None
    return _date(days.pop() if len(days) == 1 else Period(Unit.YEAR, datetime.date(year, 1, 1)))


def _resolve_clock(match: re.Match[str], setting: Setting) -> Meaning:
    last = setting.last if setting.last and setting.last.unit is Unit.DAY else None
    day = last or setting.anchor_in(Unit.DAY)
    return _add_time(match, day)


_MOD = r"(?:(?i:about|around|nearly|almost|some|at least|at most|more than|less than|over|just|only|roughly|up to|another|as many as) )?"
_NAMED_YEAR = r"(?i:this|last|next|previous)(?: year)?(?:[’']s)?"
_ORDINAL = r"(?i:first|second|third|fourth|last|latter)"
_CLOCK_BEFORE = rf"(?:(?P<clock>{dw.CLOCK}),? (?:on )?)?"
_TIME_AFTER = rf"(?:,? (?P<part>{dw.PART})(?!\w)|,? at (?P<clock2>{dw.CLOCK}))?"

RULES: tuple[tuple[re.Pattern[str], Resolver], ...] = tuple(
    (re.compile(pattern), resolver)
    for pattern, resolver in (
        (
            rf"\b{_CLOCK_BEFORE}(?P<last>(?i:last) )?{_EDGE}(?:(?P<weekday1>{dw.WEEKDAY})(?: {dw.PART})?,? )?(?:(?i:the) )?"
            rf"(?:(?P<month1>{dw.MONTH})\s(?:the )?(?P<day1>{dw.DAY_NUMBER})(?:,? (?P<year1>{dw.YEAR}))?"
            rf"|(?P<day2>{dw.DAY_NUMBER})(?: of)?[ -](?P<month2>{dw.MONTH})(?:,?[ -](?P<year2>{dw.YEAR}))?)"
            rf"{_TIME_AFTER}",
            _resolve_calendar_day,
        ),
        (
            rf"\b{_CLOCK_BEFORE}{_EDGE}(?:(?P<relation>{_RELATION}) )?(?P<weekday>{dw.WEEKDAY})"
            rf"{_TIME_AFTER}",
            _resolve_weekday,
        ),
        (
            rf"\b{_CLOCK_BEFORE}{_EDGE}(?P<near>(?i:the day before yesterday|the day after tomorrow"
            rf"|(?:yesterday|today|tomorrow)(?: (?:morning|afternoon|evening|night))?|tonight"
            rf"|(?:last|this) (?:night|evening|morning|afternoon)|overnight))\b{_TIME_AFTER}",
            _resolve_near_day,
        ),
        (
            rf"\b{_EDGE}(?i:that|the same|that same|the next|the following|the previous) day\b"
            rf"|\b(?i:the day (?:before|after))\b(?! yesterday| tomorrow)"
            rf"|\b{_EDGE}(?i:that|the next|the following) (?P<part>{dw.PART})\b",
            _resolve_that_day,
        ),
        (
            rf"\b(?:{_OF_EDGE}|{_EDGE})(?:(?P<relation>{_RELATION}) )?"
            rf"(?P<month>{dw.MONTH})(?!\w)(?:,? (?:of )?(?P<year>{dw.YEAR})"
            rf"| (?:of )?(?P<year_relation>(?i:this|last|next))(?: year)\b)?",
            _resolve_month,
        ),
        (
            rf"\b(?:{_OF_EDGE}|{_EDGE}|(?i:sometime |each of ))(?P<relation>{_RELATION})"
            rf"(?i: fiscal| calendar)? (?P<unit>(?i:day|week|weekend|month|quarter|year|decade|century))\b(?!-)",
            _resolve_unit,
        ),
        (
            rf"\b(?:{_OF_EDGE})?(?i:the)(?i: fiscal| calendar| first| second| third| full)?"
            rf" (?P<unit>(?i:day|week|weekend|month|quarter|year))\b(?!-)",
            _resolve_the_unit,
        ),
        (
            rf"\b{_EDGE}(?:(?P<relation>{_RELATION}|(?i:the|in|late|early)) )?"
            rf"(?P<season>(?i:spring|summer|autumn|winter)|(?<=last )fall|(?<=next )fall"
            rf"|(?<=this )fall|(?<=the )fall(?= of (?:19|20))|(?<=in )fall(?= (?:19|20)))\b"
            rf"(?: (?:of )?(?:(?P<year>{dw.YEAR})|(?P<spoken>{dw.SPOKEN_YEAR})))?",
            _resolve_season,
        ),
        (
            rf"(?<![\w$£€.,/-])(?:{_OF_EDGE}|(?i:early |late |mid-|fiscal |the year |the ))?"
            rf"(?:(?P<year>{dw.YEAR})(?! ?(?i:people|men|women|troops|soldiers|miles|km|feet|dollars"
            rf"|jobs|shares|votes|words|pounds|tons|acres|delegates|children|students|workers|others"
            rf"|points|times|hours|percent|-))|(?P<spoken>{dw.SPOKEN_YEAR}))(?!s\b)",
            _resolve_year,
        ),
        (
            rf"(?:(?i:the |early |late |mid-|early-|late-)*)[’'‘]?(?<![\w$])"
            rf"(?P<decade>(?:1[5-9]|20)\d0|(?<=[’'‘])\d0)[’']?s\b",
            _resolve_decade,
        ),
        (r"\b(?P<century>\d{1,2})(?:st|nd|rd|th)[ -](?i:century)\b", _resolve_century),
        (
            rf"\b(?:(?i:the|its|their|a) )?(?:(?P<year1>{dw.YEAR}) |(?P<named1>{_NAMED_YEAR}) "
            rf"|(?P<ago>(?i:year-ago|year-earlier)) )?(?:(?i:fiscal|flat) )?(?P<ordinal>{_ORDINAL})"
            rf"[- ](?i:fiscal )?(?P<what>(?i:quarter|half))\b(?:(?<=half)(?= of )|(?<=quarter))"
            rf"(?: of (?:(?i:fiscal ))?(?:(?P<year2>{dw.YEAR})|(?P<named2>{_NAMED_YEAR}|the year)))?",
            _resolve_quarter,
        ),
        (
            r"\b(?i:the )?(?i:comparable )?(?i:year-ago|year-earlier|prior-year|previous-year)\b"
            r"(?i: (?:quarter|period|month|half|(?P<months>nine months|six months)))?",
            _resolve_year_ago,
        ),
        (r"\b(?i:the latest quarter)\b", _resolve_latest_quarter),
        (
            r"\b(?i:recent(?:ly)?(?: (?:days|weeks|months|years|quarters|decades)(?: and months)?)?"
            r"|(?:in |over )?the past(?! \w*(?i:day|week|month|year))(?=[,.;]| and )|lately|formerly"
            r"|(?:at )?(?:the|that) time(?! of\b)|(?:the )?(?:last|past) (?:few|several) (?:days|weeks|months|years|quarters))\b",
            _refer("PAST_REF"),
        ),
        (
            rf"(?:\b{_MOD})?(?:\b(?i:the|its|his|their) )?(?:\b(?i:past|last|next|first|final|coming|previous|latest) )?"
            rf"(?!(?i:a|another|one|\w+) (?i:second|quarter)\b)(?P<count>\b{dw.COUNT})(?i:[ -](?:more|additional|full|consecutive|straight|long))?"
            rf"[ -](?P<unit>{dw.DURATION_UNIT})s?(?i:[ -]long)?\b(?![ -]?(?i:old|-olds?)\b)",
            _resolve_duration,
        ),
        (
            rf"(?:\b(?i:about|around|nearly|almost|some|at least|more than|less than|over|just|only) )?"
            rf"(?P<count>\b{dw.COUNT}|(?=(?i:months|years|weeks|days|decades) ago))\s?(?P<unit>{dw.DURATION_UNIT})s?"
            rf"(?: or so| or two)? (?P<which>(?i:ago|earlier|later|from now|hence))\b",
            _resolve_ago,
        ),
        (
            rf"\b(?P<each>(?i:every|each)) (?:(?P<each_unit>(?i:day|week|month|quarter|year|hour|minute|night"
            rf"|decade))|(?P<each_weekday>{dw.WEEKDAY}))(?i: (?:morning|night|evening))?\b"
            rf"|(?<![\w.])(?i:daily|weekly|monthly|quarterly|yearly|annually|annual|hourly|nightly|biweekly)\b(?!\.)",
            _resolve_set,
        ),
        (rf"\b(?P<holiday>{dw.HOLIDAY})\b(?:,? (?P<year>{dw.YEAR}))?", _resolve_holiday),
        (r"\b(?i:year[- ]end)\b", _resolve_year_end),
        (r"\b(?P<y>(?:19|20)\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)\b", _resolve_iso),
        (
            r"(?<![\d/])(?P<a>[0-3]?\d)/(?P<b>[0-3]?\d)/(?P<y>(?:19|20)\d\d)(?![\d/])",
            _resolve_slashed,
        ),
        (rf"\b(?P<clock>{dw.CLOCK})", _resolve_clock),
        (
            r"\b(?i:(?:right |just |by |until |from |for )?now(?! that\b)|nowadays|currently|presently"
            r"|(?:the )?current(?= (?!account|event|affair)\w)|the present|at present"
            r"|at the moment|at this time|at this point|these days)\b",
            _refer("PRESENT_REF"),
        ),
        (
            r"\b(?i:soon(?:er)?|(?:the )?(?:near |foreseeable )?future|as soon as possible"
            r"|(?:the )?(?:coming|next few|next several) (?:days|weeks|months|years)"
            r"|(?:the )?(?:near|short|long)(?:er)? term|(?:the )?(?:days|weeks|months|years) ahead|shortly)\b(?! after| before| as)",
            _refer("FUTURE_REF"),
        ),
        (
            r"(?<![-\w] )\b(?i:(?:for |in |over )?(?P<count>(?:many |several )?)(?P<unit>days|weeks|months|years"
            r"|decades|centuries|hours|minutes))(?=(?i: (?:of|before|after|or)\b)|[,.;])",
            lambda match, _setting: Meaning(
                "DURATION", _write_duration(None, dw.UNITS[match["unit"].lower().removesuffix("s")])
            ),
        ),
    )
)

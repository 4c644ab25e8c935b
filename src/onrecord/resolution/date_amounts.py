"""What expressions of an amount of time mean: "two weeks", "three years ago", "daily"."""

import re

from onrecord.resolution import date_words as dw
from onrecord.resolution.date_setting import RANKS, Meaning, Resolver, Setting, mean_aside
from onrecord.resolution.periods import Unit

_OFTEN = {
    "dai": "1D", "nig": "1D", "day": "1D", "wee": "1W", "biw": "2W", "mon": "1M", "qua": "1Q",
    "ann": "1Y", "yea": "1Y", "dec": "10Y", "hou": "T1H", "min": "T1M",
}  # fmt: skip


def resolve_duration(match: re.Match[str], _setting: Setting) -> Meaning:
    """Read "Two weeks", "the past three years": how long."""
    unit = dw.UNITS[match["unit"].lower()]
    count = dw.read_count(match["count"])
    return Meaning("DURATION", write_duration(count, unit))


def write_duration(count: float | None, unit: str) -> str:
    """The TIMEX3 value of an amount; an unknown count is X."""
    if unit in {"E", "C"} and count is not None:
        count, unit = count * (10 if unit == "E" else 100), "Y"
    if unit == "Q" and count is not None:
        count, unit = count * 3, "M"
    if count is not None and unit == "Y" and count != int(count):
        return f"P{int(count)}Y6M" if count > 1 else "P6M"
    mark = "PT" if unit.startswith("T") else "P"
    written = "X" if count is None else f"{count:g}"
    return f"{mark}{written}{unit.removeprefix('T')}"


def resolve_ago(match: re.Match[str], setting: Setting) -> Meaning:
    """Read "two weeks ago" from the dateline, "two weeks earlier" from the last date."""
    name = match["unit"].lower().replace("centurie", "century")
    count, which = dw.read_count(match["count"]), match["which"].lower()
    if count is None:
        return Meaning("DATE", "FUTURE_REF" if which == "from now" else "PAST_REF")
    unit = dw.PERIOD_UNITS.get(name)
    if unit is None or count != int(count):
        return Meaning("DURATION", write_duration(count, dw.UNITS[name]))
    step = int(count) * (1 if which in {"later", "from now", "hence"} else -1)
    last, anchor = setting.last, setting.anchor_in(unit)
    if last is not None and last.unit is Unit.QUARTER and (count, unit) == (1, Unit.YEAR):
        return mean_aside(last.shift(step, unit))
    if which in {"ago", "from now", "hence"}:
        return mean_aside(anchor.shift(step) if anchor else None)
    if last is None or RANKS.index(last.unit) > RANKS.index(unit):
        return Meaning("DURATION", write_duration(count, dw.UNITS[name]))
    return mean_aside(last.widen(unit).shift(step))


def resolve_set(match: re.Match[str], _setting: Setting) -> Meaning:
    """Read "Daily", "every Friday": how often."""
    words = match.group().lower()
    if match["each_weekday"]:
        return Meaning("SET", f"XXXX-WXX-{dw.weekday_number(match['each_weekday']) + 1}")
    unit = match["each_unit"] or words
    return Meaning("SET", f"P{_OFTEN.get(unit[:3], '')}")


def refer(value: str) -> Resolver:
    """A resolver for words that only point to the present, the past or the future."""
    return lambda _match, _setting: Meaning("DATE", value)

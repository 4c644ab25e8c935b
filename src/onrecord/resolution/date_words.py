"""The words of dates: months, weekdays, units, counts, parts of the day, holidays."""

import datetime
import re

from onrecord.resolution.periods import Unit

_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DAY_NAMES = "mon tue wed thu fri sat sun".split()

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
WEEKDAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat)\.)(?![a-z])"
)
YEAR = r"(?:1[5-9]\d\d|20\d\d)(?!\d|[.,]\d|%|-(?:foot|mile|member|seat|square))"
PART = r"(?i:morning|afternoon|evening|night)"
CLOCK = (
    r"(?:(?:1[0-2]|0?[1-9])(?::[0-5]\d)?\s?(?:[ap]\.?m\b\.?|[AP]\.?M\b\.?)"
    r"|(?:1\d|2[0-4]|0?\d):[0-5]\d(?!\d)|(?i:\bnoon\b|\bmid(?:day|night)\b))"
    r"(?:\s?\(?(?:GMT|UTC|[ECMP][SD]?T|[Ee]astern)(?:\s[Tt]ime)?\)?)?"
)

_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
COUNTS = {
    **{word: number for number, word in enumerate(_SMALL, start=1)},
    **{word: number * 10 for number, word in enumerate(_TENS, start=2)},
    "a": 1, "an": 1, "another": 1, "a couple": 2, "a couple of": 2, "couple of": 2,
    "the couple of": 2, "half a dozen": 6, "a dozen": 12, "hundred": 100, "a hundred": 100,
    "one hundred": 100, "a thousand": 1000, "a half": 0.5, "half a": 0.5, "half an": 0.5,
    "a quarter": 0.25,
}  # fmt: skip
_FEW = r"a few|few|several|many|some|dozens of|hundreds of|thousands of|countless|a number of"
_TENS_WORDS, _SMALL_WORDS = "|".join(_TENS), "|".join(_SMALL[:9])
COUNT = (
    rf"(?:(?i:{_FEW}|half an?|a half|a couple of|couple of|a couple|half a dozen|a dozen"
    rf"|(?:a|one) hundred|a thousand|another|\b(?:{_TENS_WORDS})[- ](?:{_SMALL_WORDS})"
    rf"|{_TENS_WORDS}|{'|'.join(reversed(_SMALL))}|an?)"
    r"|(?<![\d.,$])\d{1,3}(?:,\d{3})*(?:\.\d+)?(?:[ -]?(?:1/2|½))?)"
)
DAY_NUMBER = (
    rf"(?:(?:(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d%/]|[.,:]\d|\s(?:percent|million|billion"
    rf"|[ap]\.m))(?!\w))|(?i:{'|'.join(reversed(_ORDINALS))})(?!\w))"
)
SPOKEN_YEAR = rf"(?i:nineteen[ -](?:{_TENS_WORDS})(?:[ -](?:{_SMALL_WORDS}))?\b|two thousand\b)"

UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE",
    "month": "M", "quarter": "Q", "season": "S", "year": "Y", "decade": "E", "century": "C",
    "centurie": "C", "night": "NI", "morning": "MO", "evening": "EV", "afternoon": "AF",
}  # fmt: skip
"""By the singular, the letters of a TIMEX3 duration, with T before units of the clock."""

PERIOD_UNITS = {
    "day": Unit.DAY, "week": Unit.WEEK, "weekend": Unit.WEEKEND, "month": Unit.MONTH,
    "quarter": Unit.QUARTER, "year": Unit.YEAR, "decade": Unit.DECADE, "century": Unit.CENTURY,
}  # fmt: skip
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
DURATION_UNIT = r"(?i:second|minute|hour|day|week|month|quarter|year|decade|centur(?:y|ie)|night)"
HOLIDAY = (
    r"(?:Thanksgiving(?: Day)?|Christmas(?: (?:Day|Eve))?|New Year[’']s (?:Day|Eve)|Election Day"
    r"|(?:Independence|Labor|Memorial|Veterans|Valentine[’']s|Inauguration) Day"
    r"|(?:the )?Fourth of July|Halloween)"
)


def month_number(name: str) -> int:
    """The number of a month, by its name or abbreviation."""
    return _MONTH_NAMES.index(name[:3].lower()) + 1


def weekday_number(name: str) -> int:
    """The number of a weekday, Monday 0."""
    return _DAY_NAMES.index(name[:3].lower())


def day_number(words: str) -> int:
    """The number of a day: "7", "7th", "seventh"."""
    digits = re.match(r"\d+", words)
    return int(digits.group()) if digits else _ORDINALS.index(words.lower()) + 1


def read_count(words: str) -> float | None:
    """The number that a count says; None for "several"."""
    key = re.sub(r"[\s-]+", " ", words.lower()).strip()
    if key in COUNTS:
        return COUNTS[key]
    if key[:1].isdigit():
        whole = re.match(r"[\d,.]+", key)
        half = 0.5 if re.search(r"1/2$|½$", key) else 0.0
        return float((whole.group() if whole else "0").replace(",", "").rstrip(".")) + half
    tens, _, small = key.partition(" ")
    if tens in COUNTS and small in COUNTS:
        return COUNTS[tens] + COUNTS[small]
    return None


def read_spoken_year(words: str) -> int:
    """The year that was written as it is spoken: "nineteen ninety-four"."""
    key = re.sub(r"[\s-]+", " ", words.lower()).strip()
    if key == "two thousand":
        return 2000
    return 1900 + sum(int(COUNTS[word]) for word in key.split()[1:])


def find_holiday(name: str, year: int) -> datetime.date:
    """The day of a holiday, as the United States keep it."""
    key = re.sub(r"^the | day$|[’']", "", name.lower())
    fixed = {
        "christmas": (12, 25), "christmas eve": (12, 24), "new years": (1, 1),
        "new years eve": (12, 31), "independence": (7, 4), "fourth of july": (7, 4),
        "veterans": (11, 11), "valentines": (2, 14), "halloween": (10, 31), "inauguration": (1, 20),
    }  # fmt: skip
    if key in fixed:
        return datetime.date(year, *fixed[key])
    if key == "thanksgiving":
        return _find_weekday(datetime.date(year, 11, 22), 3)
    if key == "labor":
        return _find_weekday(datetime.date(year, 9, 1), 0)
    if key == "memorial":
        return _find_weekday(datetime.date(year, 5, 25), 0)
    return _find_weekday(datetime.date(year, 11, 2), 1)


def _find_weekday(earliest: datetime.date, weekday: int) -> datetime.date:
    return earliest + datetime.timedelta(days=(weekday - earliest.weekday()) % 7)

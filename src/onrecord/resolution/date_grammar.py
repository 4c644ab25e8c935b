"""What expressions of time look like in news."""

import functools
import re

from onrecord.resolution import date_words as dw
from onrecord.resolution.cued_patterns import ANYWHERE, CuedPatterns, Cues
from onrecord.resolution.date_amounts import (
    refer,
    resolve_ago,
    resolve_duration,
    resolve_set,
    write_duration,
)
from onrecord.resolution.date_days import (
    resolve_calendar_day,
    resolve_clock,
    resolve_holiday,
    resolve_iso,
    resolve_near_day,
    resolve_slashed,
    resolve_that_day,
    resolve_weekday,
    resolve_year_end,
)
from onrecord.resolution.date_periods import (
    resolve_century,
    resolve_decade,
    resolve_latest_quarter,
    resolve_month,
    resolve_quarter,
    resolve_season,
    resolve_the_unit,
    resolve_unit,
    resolve_year,
    resolve_year_ago,
)
from onrecord.resolution.date_setting import Meaning, Resolver

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


_MOD = (
    r"(?:(?i:about|around|nearly|almost|some|at least|at most|more than|less than|over|just|only"
    r"|roughly|up to|another|as many as) )?"
)


_NAMED_YEAR = r"(?i:this|last|next|previous)(?: year)?(?:[’']s)?"


_ORDINAL = r"(?i:first|second|third|fourth|last|latter)"


_CLOCK_BEFORE = rf"(?:(?P<clock>{dw.CLOCK}),? (?:on )?)?"


_TIME_AFTER = rf"(?:,? (?P<part>{dw.PART})(?!\w)|,? at (?P<clock2>{dw.CLOCK}))?"


_MONTH_CUES = "jan- feb- mar march- apr- may- jun- jul- aug- sep- oct- nov- dec-"
_WEEKDAY_CUES = (
    "mon tue tues wed thur thurs fri sat monday- tuesday- wednesday- thursday- friday- saturday-"
    " sunday-"
)
_PART_CUES = "morning afternoon evening night"


_PATTERNS: tuple[tuple[str, Cues, Resolver], ...] = (
    (
        rf"\b{_CLOCK_BEFORE}(?P<last>(?i:last) )?{_EDGE}(?:(?P<weekday1>{dw.WEEKDAY})"
        rf"(?: {dw.PART})?,? )?(?:(?i:the) )?"
        rf"(?:(?P<month1>{dw.MONTH})\s(?:the )?(?P<day1>{dw.DAY_NUMBER})"
        rf"(?:,? (?P<year1>{dw.YEAR}))?"
        rf"|(?P<day2>{dw.DAY_NUMBER})(?: of)?[ -](?P<month2>{dw.MONTH})"
        rf"(?:,?[ -](?P<year2>{dw.YEAR}))?)"
        rf"{_TIME_AFTER}",
        {15: _MONTH_CUES},
        resolve_calendar_day,
    ),
    (
        rf"\b{_CLOCK_BEFORE}{_EDGE}(?:(?P<relation>{_RELATION}) )?(?P<weekday>{dw.WEEKDAY})"
        rf"{_TIME_AFTER}",
        {12: _WEEKDAY_CUES},
        resolve_weekday,
    ),
    (
        rf"\b{_CLOCK_BEFORE}{_EDGE}(?P<near>(?i:the day before yesterday|the day after tomorrow"
        rf"|(?:yesterday|today|tomorrow)(?: (?:morning|afternoon|evening|night))?|tonight"
        rf"|(?:last|this) (?:night|evening|morning|afternoon)|overnight))\b{_TIME_AFTER}",
        {13: f"yesterday today tomorrow tonight overnight {_PART_CUES}"},
        resolve_near_day,
    ),
    (
        rf"\b{_EDGE}(?i:that|the same|that same|the next|the following|the previous) day\b"
        rf"|\b(?i:the day (?:before|after))\b(?! yesterday| tomorrow)"
        rf"|\b{_EDGE}(?i:that|the next|the following) (?P<part>{dw.PART})\b",
        {5: f"day {_PART_CUES}"},
        resolve_that_day,
    ),
    (
        rf"\b(?:{_OF_EDGE}|{_EDGE})(?:(?P<relation>{_RELATION}) )?"
        rf"(?P<month>{dw.MONTH})(?!\w)(?:,? (?:of )?(?P<year>{dw.YEAR})"
        rf"| (?:of )?(?P<year_relation>(?i:this|last|next))(?: year)\b)?",
        {8: _MONTH_CUES},
        resolve_month,
    ),
    (
        rf"\b(?:{_OF_EDGE}|{_EDGE}|(?i:sometime |each of ))(?P<relation>{_RELATION})"
        rf"(?i: fiscal| calendar)? (?P<unit>(?i:day|week|weekend|month|quarter|year|decade"
        rf"|century))\b(?!-)",
        {8: "day week weekend month quarter year decade century"},
        resolve_unit,
    ),
    (
        rf"\b(?:{_OF_EDGE})?(?i:the)(?i: fiscal| calendar| first| second| third| full)?"
        rf" (?P<unit>(?i:day|week|weekend|month|quarter|year))\b(?!-)",
        {7: "day week weekend month quarter year"},
        resolve_the_unit,
    ),
    (
        rf"\b{_EDGE}(?:(?P<relation>{_RELATION}|(?i:the|in|late|early)) )?"
        rf"(?P<season>(?i:spring|summer|autumn|winter)|(?<=last )fall|(?<=next )fall"
        rf"|(?<=this )fall|(?<=the )fall(?= of (?:19|20))|(?<=in )fall(?= (?:19|20)))\b"
        rf"(?: (?:of )?(?:(?P<year>{dw.YEAR})|(?P<spoken>{dw.SPOKEN_YEAR})))?",
        {5: "spring summer autumn winter fall"},
        resolve_season,
    ),
    (
        rf"(?<![\w$£€.,/-])(?:{_OF_EDGE}|(?i:early |late |mid-|fiscal |the year |the ))?"
        rf"(?:(?P<year>{dw.YEAR})(?! ?(?i:people|men|women|troops|soldiers|miles|km|feet"
        rf"|dollars"
        rf"|jobs|shares|votes|words|pounds|tons|acres|delegates|children|students|workers"
        rf"|others"
        rf"|points|times|hours|percent|-))|(?P<spoken>{dw.SPOKEN_YEAR}))(?!s\b)",
        {5: "# nineteen two"},
        resolve_year,
    ),
    (
        r"(?:(?i:the |early |late |mid-|early-|late-)*)[’'‘]?(?<![\w$])"
        r"(?P<decade>(?:1[5-9]|20)\d0|(?<=[’'‘])\d0)[’']?s\b",
        {ANYWHERE: "#"},
        resolve_decade,
    ),
    (r"\b(?P<century>\d{1,2})(?:st|nd|rd|th)[ -](?i:century)\b", {1: "century"}, resolve_century),
    (
        rf"\b(?:(?i:the|its|their|a) )?(?:(?P<year1>{dw.YEAR}) |(?P<named1>{_NAMED_YEAR}) "
        rf"|(?P<ago>(?i:year-ago|year-earlier)) )?(?:(?i:fiscal|flat) )?(?P<ordinal>{_ORDINAL})"
        rf"[- ](?i:fiscal )?(?P<what>(?i:quarter|half))\b(?:(?<=half)(?= of )|(?<=quarter))"
        rf"(?: of (?:(?i:fiscal ))?(?:(?P<year2>{dw.YEAR})|(?P<named2>{_NAMED_YEAR}"
        rf"|the year)))?",
        {8: "quarter half"},
        resolve_quarter,
    ),
    (
        r"\b(?i:the )?(?i:comparable )?(?i:year-ago|year-earlier|prior-year|previous-year)\b"
        r"(?i: (?:quarter|period|month|half|(?P<months>nine months|six months)))?",
        {3: "year"},
        resolve_year_ago,
    ),
    (r"\b(?i:the latest quarter)\b", {1: "latest"}, resolve_latest_quarter),
    (
        r"\b(?i:recent(?:ly)?(?: (?:days|weeks|months|years|quarters|decades)(?: and months)?)?"
        r"|(?:in |over )?the past(?! \w*(?i:day|week|month|year))(?=[,.;]| and )|lately"
        r"|formerly"
        r"|(?:at )?(?:the|that) time(?! of\b)|(?:the )?(?:last|past) (?:few|several) (?:days"
        r"|weeks|months|years|quarters))\b",
        {2: "recent recently past lately formerly time last"},
        refer("PAST_REF"),
    ),
    (
        rf"(?:\b{_MOD})?(?:\b(?i:the|its|his|their) )?(?:\b(?i:past|last|next|first|final"
        rf"|coming|previous|latest) )?"
        rf"(?!(?i:a|another|one|\w+) (?i:second|quarter)\b)(?P<count>\b{dw.COUNT})(?i:[ -]"
        rf"(?:more|additional|full|consecutive|straight|long))?"
        rf"[ -](?P<unit>{dw.DURATION_UNIT})s?(?i:[ -]long)?\b(?![ -]?(?i:old|-olds?)\b)",
        {
            16: "second- minute- hour hours day days week weeks month months quarter- year years"
            " decade- centur- night nights"
        },
        resolve_duration,
    ),
    (
        rf"(?:\b(?i:about|around|nearly|almost|some|at least|more than|less than|over|just"
        rf"|only) )?"
        rf"(?P<count>\b{dw.COUNT}|\b(?=(?i:months|years|weeks|days"
        rf"|decades) ago))\s?(?P<unit>{dw.DURATION_UNIT})s?"
        rf"(?: or so| or two)? (?P<which>(?i:ago|earlier|later|from now|hence))\b",
        {16: "ago earlier later from hence"},
        resolve_ago,
    ),
    (
        rf"\b(?P<each>(?i:every|each)) (?:(?P<each_unit>(?i:day|week|month|quarter|year|hour"
        rf"|minute|night"
        rf"|decade))|(?P<each_weekday>{dw.WEEKDAY}))(?i: (?:morning|night|evening))?\b"
        rf"|(?<![\w.])(?i:daily|weekly|monthly|quarterly|yearly|annually|annual|hourly"
        rf"|nightly|biweekly)\b(?!\.)",
        {
            0: "every each daily weekly monthly quarterly yearly annually annual hourly nightly"
            " biweekly"
        },
        resolve_set,
    ),
    (
        rf"\b(?P<holiday>{dw.HOLIDAY})\b(?:,? (?P<year>{dw.YEAR}))?",
        {
            1: "thanksgiving christmas new election independence labor memorial veterans valentine"
            " inauguration fourth halloween"
        },
        resolve_holiday,
    ),
    (r"\b(?i:year[- ]end)\b", {0: "year"}, resolve_year_end),
    (r"\b(?P<y>(?:19|20)\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)\b", {0: "#"}, resolve_iso),
    (
        r"(?<![\d/])(?P<a>[0-3]?\d)/(?P<b>[0-3]?\d)/(?P<y>(?:19|20)\d\d)(?![\d/])",
        {ANYWHERE: "#"},
        resolve_slashed,
    ),
    (rf"\b(?P<clock>{dw.CLOCK})", {0: "# noon midday midnight"}, resolve_clock),
    (
        r"\b(?i:(?:right |just |by |until |from |for )?now(?! that\b)|nowadays|currently"
        r"|presently"
        r"|(?:the )?current(?= (?!account|event|affair)\w)|the present|at present"
        r"|at the moment|at this time|at this point|these days)\b",
        {2: "now nowadays currently presently current present moment time point these"},
        refer("PRESENT_REF"),
    ),
    (
        r"\b(?i:soon(?:er)?|(?:the )?(?:near |foreseeable )?future|as soon as possible"
        r"|(?:the )?(?:coming|next few|next several) (?:days|weeks|months|years)"
        r"|(?:the )?(?:near|short|long)(?:er)? term|(?:the )?(?:days|weeks|months"
        r"|years) ahead|shortly)\b(?! after| before| as)",
        {2: "soon sooner future coming next term ahead shortly"},
        refer("FUTURE_REF"),
    ),
    (
        r"(?<![-\w] )\b(?i:(?:for |in |over )?(?P<count>(?:many |several )?)(?P<unit>days"
        r"|weeks|months|years"
        r"|decades|centuries|hours|minutes))(?=(?i: (?:of|before|after|or)\b)|[,.;])",
        {2: "days weeks months years decades centuries hours minutes"},
        lambda match, _setting: Meaning(
            "DURATION", write_duration(None, dw.UNITS[match["unit"].lower().removesuffix("s")])
        ),
    ),
)


@functools.cache
def compile_rules() -> tuple[CuedPatterns, tuple[Resolver, ...]]:
    """What each kind of expression looks like, and what reads each; made on first use."""
    patterns = [(re.compile(pattern), cues) for pattern, cues, _ in _PATTERNS]
    return CuedPatterns(patterns), tuple(resolver for _, _, resolver in _PATTERNS)

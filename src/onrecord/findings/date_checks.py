"""Dates that do not fit: what is still to come lies in the past, a weekday is another's."""

import calendar
import datetime
import re
from collections.abc import Iterator

from onrecord.dates import PartialDate
from onrecord.records import Against, Article, Check, CheckKind, Span
from onrecord.resolution.layout import Layout, lay_out

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name[:3]: number for name, number in list(_MONTHS.items())} | {"sept": 9}
_MONTH = (
    r"(?P<month>(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?)"
)
_DAYS = [name.lower() for name in calendar.day_name]
_WEEKDAY = r"(?P<weekday>" + "|".join(calendar.day_name) + r")"
_DATED_WEEKDAY = (
    re.compile(
        _WEEKDAY + r",?\s(?P<date>" + _MONTH + r"\s(?P<day>\d{1,2})(?!\d|:)(?:,\s(?P<year>\d{4}))?)"
    ),
    re.compile(
        _WEEKDAY + r",?\s(?:the\s)?(?P<date>(?P<day>\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?"
        + _MONTH + r"(?:,?\s(?P<year>\d{4}))?)"
    ),
)  # fmt: skip
# Up to the first year: "campaigns in 1986 and 1990" and "campaigns since 2010" are over.
_GAP = r"(?:[\s-](?!(?:since|from|until|(?:19|20)\d\d)\b)[\w’'–-]+){0,7}?\s(?!since\b)"
_EVENT = (
    r"(?:election|elections|campaign|vote|race|referendum|primary|primaries|summit|season|"
    r"tournament|conference|contest|ballot|Games|Olympics|World Cup)"
)
# "campaigns for the 2024 presidential election", "is running in 2024"
_STILL_TO_COME = re.compile(
    r"\b(?:campaigns|is\scampaigning|are\scampaigning|is\srunning|are\srunning|runs|"
    r"is\spreparing|are\spreparing|prepares|gears\sup|is\sgearing\sup|looks\sahead|"
    r"heads\sinto|is\sbidding|is\svying|upcoming|forthcoming)\b" + _GAP +
    r"(?:(?:for|in|into|to|by)\s(?:the\s|a\s|his\s|her\s|their\s)?)?(?P<year>(?:19|20)\d\d)\b"
    r"(?:(?:\s[\w-]+){0,2}?\s" + _EVENT + r"\b|(?=\s*[,.;:)\u2014–-]))"
)  # fmt: skip
_UPCOMING = re.compile(
    r"\b(?:upcoming|forthcoming)\s(?P<year>(?:19|20)\d\d)\s(?:[\w-]+\s){0,2}?" + _EVENT
)
_AHEAD = re.compile(
    _EVENT + r"\s(?:of|in)\s(?:" + _MONTH + r"\s)?(?P<year>(?:19|20)\d\d)\s"
    r"(?:(?:is|are)\s)?(?:still\s|yet\s)(?:ahead|to\scome)\b"
)  # fmt: skip
_WILL = re.compile(
    r"\b(?:will|is\sset\sto|are\sset\sto|is\sdue\sto|is\sscheduled\sto|are\sscheduled\sto)\s"
    r"(?!have\b)(?:[\w’'-]+\s){1,6}?(?:in|by|on)\s(?:" + _MONTH + r"\s(?:\d{1,2},\s)?)?"
    r"(?P<year>(?:19|20)\d\d)\b(?!s)"
)
# A year that says when something else was: "will keep the promise that he made in 2014".
_OTHERS = re.compile(
    r"\b(?:since|than|after|from|who|that|which|when|as|where|was|were|had|made|passed|signed|"
    r"adopted|launched|introduced|elected|won|lost|began|started|reached|set|agreed|enacted|"
    r"held|published|first|like|ended|died|killed|left|founded|opened|built|\w+ed)\b"
)
_HALF_YEAR = 183


def find_date_conflicts(article: Article) -> tuple[Check, ...]:
    """Dates that do not fit the article's own, or the calendar."""
    if not re.search(r"\d", article.text):
        return ()
    layout = lay_out(article.text)
    checks = [*_find_false_weekdays(article, layout), *_find_past_futures(article, layout)]
    return tuple(sorted(checks, key=lambda check: check.evidence))


def _find_false_weekdays(article: Article, layout: Layout) -> Iterator[Check]:
    for pattern in _DATED_WEEKDAY:
        for match in pattern.finditer(article.text):
            if layout.quotation_at(match.start()) is not None:
                continue
            month = _MONTHS[match["month"].lower().rstrip(".")]
            dates = _possible_dates(month, int(match["day"]), match["year"], article.published_on)
            meant = _DAYS.index(match["weekday"].lower())
            if not dates or any(date.weekday() == meant for date in dates):
                continue
            name = calendar.day_name[dates[0].weekday()]
            yield Check(
                article.id,
                CheckKind.DATE_CONFLICT,
                f"“{' '.join(match.group().split())}”: that day "
                f"({dates[0].isoformat()}) is a {name}.",
                (Span(*match.span("weekday")), Span(*match.span("date"))),
            )


def _possible_dates(
    month: int, day: int, year: str | None, published_on: PartialDate | None
) -> list[datetime.date]:
    """The day that the words mean: the year they give, or the one nearest to the dateline."""
    if year is None and (published_on is None or not published_on.day):
        return []
    years = [int(year)] if year else [published_on.year + n for n in (-1, 0, 1) if published_on]
    dates = []
    for each in years:
        try:
            dates.append(datetime.date(each, month, day))
        except ValueError:
            continue
    if year is None and published_on is not None:
        today = published_on.first_day
        dates = [date for date in dates if abs((date - today).days) <= _HALF_YEAR]
    return dates


def _find_past_futures(article: Article, layout: Layout) -> Iterator[Check]:
    """The first passage for each year that is spoken of as still to come and is over."""
    published = article.published_on
    if published is None:
        return
    seen = set()
    for pattern in (_STILL_TO_COME, _UPCOMING, _AHEAD, _WILL):
        for match in pattern.finditer(article.text):
            year = int(match["year"])
            if year >= published.year or year in seen:
                continue
            sentence = layout.sentence_span(layout.sentence_at(match.start()))
            between = article.text[match.start() : match.start("year")]
            if pattern is _WILL and _OTHERS.search(between.split(None, 1)[1]):
                continue
            quoted = layout.quotation_at(match.start()) is not None
            if quoted or match.end() > sentence.end or _is_told_as_past(article, sentence):
                continue
            seen.add(year)
            words = " ".join(match.group().split())
            yield Check(
                article.id,
                CheckKind.DATE_CONFLICT,
                f"“{words}” speaks of {year} as still to come; the article is of {published}.",
                (Span(match.start(), match.end()),),
                Against.PUBLISHED_ON,
            )


def _is_told_as_past(article: Article, sentence: Span) -> bool:
    """Whether the sentence looks back: "In 2011, as he prepares for …"."""
    said = article.text[sentence.start : sentence.end]
    return bool(re.match(r"\s*(?:In|By|On|During|Back in)\s[^,]{0,20}\b(?:19|20)\d\d\b,", said))

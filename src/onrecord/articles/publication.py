"""When a page says it was published and updated.

The stamps of the page come first (above the text, then below it), then the dateline with which the
text begins, then the path to the page ("Home / Briefings / 5 March 2025"), then the day at the end
of a headline that names an occasion ("Briefing by the Harbour Master, 5 March 2025").
"""

import re
from collections.abc import Iterable, Sequence

from onrecord.articles.datelines import read_dateline
from onrecord.articles.furniture import split_breadcrumb
from onrecord.articles.pagedates import StatedDate, find_dates, is_date_line
from onrecord.articles.pagelines import LineKind, PageLine
from onrecord.dates import PartialDate

DATELINE_WITHIN = 8
"""Paragraphs of the body within which a dateline stands: a summary in points may precede it."""

_OCCASION = re.compile(
    r"\b(?:briefing|conference|transcript|remarks|statement|minutes|bulletin|newsletter|communiqu[eé]|"
    r"address|speech|digest|update|updates|live|hearing|sitting|session)\b",
    re.IGNORECASE,
)
_AT_END = re.compile(r"[,|(:–—-]\s*[^,|(:–—]{0,14}?\d[^|(:–—]{4,24}$")


def find_publication(
    lines: Sequence[PageLine], body: Sequence[int], start: int, title: int | None
) -> tuple[PartialDate | None, PartialDate | None]:
    """When the page was published and updated; a single date is that of publication.

    `start` is where the body begins below the byline. Above the headline stands the day on which
    the page was saved, too: what stands below it comes first.
    """
    headline = "" if title is None else lines[title].text
    places = [*range(title or 0, start), *range(title or 0), *range(start, len(lines))]
    stamps = list(_find_stamps(lines, frozenset(body), places))
    published = [date.on for date in stamps if date.is_publication] or [
        date.on for date in stamps if not date.is_update
    ]
    updated = [date.on for date in stamps if date.is_update]
    if not published:
        paragraphs = (lines[i].text for i in body[:DATELINE_WITHIN])
        published = [on for on in map(read_dateline, paragraphs) if on is not None]
    if not published:
        published = updated[:1] or _find_path_dates(lines[:start]) or _find_occasion(headline)
        return (published[0] if published else None), None
    later = [on for on in updated if on >= published[0]]
    return published[0], (later[0] if later else None)


def _find_stamps(
    lines: Sequence[PageLine], body: frozenset[int], places: Iterable[int]
) -> Iterable[StatedDate]:
    for i in places:
        if i not in body and lines[i].kind in (LineKind.DATE, LineKind.BYLINE):
            yield from find_dates(lines[i].text)


def _find_path_dates(head: Sequence[PageLine]) -> list[PartialDate]:
    """Crumbs that are nothing but a day."""
    crumbs = (crumb for line in head for crumb in split_breadcrumb(line.text))
    return [
        date.on
        for crumb in crumbs
        if is_date_line(crumb)
        for date in find_dates(crumb)
        if date.on.day
    ]


def _find_occasion(headline: str) -> list[PartialDate]:
    """The day at the end of a headline which names an occasion that has a day of its own."""
    if not _OCCASION.search(headline) or not _AT_END.search(headline):
        return []
    return [date.on for date in find_dates(headline)[-1:] if date.on.day]

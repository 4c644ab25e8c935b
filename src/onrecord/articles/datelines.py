"""Datelines: the place, day and agency with which wire copy begins.

"QUAYTON, March 7, 2025 (Meridian Wire) - The harbour board …" says when it was filed. A dateline
without a year ("QUAYTON, March 7 (Meridian Wire) -") gives no date: the year of a copyright line is
that of saving the page, and years in the text are those of what it tells.
"""

import re

from onrecord.articles.pagedates import find_dates
from onrecord.dates import PartialDate

LONGEST_DATELINE = 110
"""Characters up to the dash."""

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.'’/-]*){0,4}"
_REGION = r"(?:,\s[A-Z][\w.]{1,20}(?:\s[A-Z][\w.]{1,20}){0,2})?"
_DAY = rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s(?:19|20)\d\d)?"
_AGENCY = r"\([A-Z][^()]{1,40}\)|\[[A-Z][^\[\]]{1,40}\]|/[A-Z][\w .]{1,30}/"
_DATELINE = re.compile(
    rf"(?P<head>{_PLACE}{_REGION}(?:(?:,\s|\s\()(?P<day>{_DAY})\)?,?)?"
    rf"(?:\s(?P<agency>{_AGENCY}))?)\s*(?P<dash>[-–—]{{1,2}}|:)\s"
)


def has_dateline(text: str) -> bool:
    """Whether a paragraph begins with a place in capitals and a day or an agency, then a dash."""
    match = _DATELINE.match(text[:LONGEST_DATELINE])
    return match is not None and bool(match["day"] or match["agency"])


def read_dateline(text: str) -> PartialDate | None:
    """The day in the dateline with which a paragraph begins; None without a year."""
    match = _DATELINE.match(text[:LONGEST_DATELINE])
    if match is None or not match["day"]:
        return None
    dates = find_dates(match["day"])
    return dates[0].on if dates else None

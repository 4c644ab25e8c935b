"""Datelines: the place, day and agency with which news copy begins.

"QUAYTON, March 7, 2025 (Meridian Wire) - The harbour board …" says when it was filed. A dateline
without a year ("QUAYTON, March 7 (Meridian Wire) -") gives no date: the year of a copyright line is
that of saving the page, and years in the text are those of what it tells.
"""

import re

from onrecord.articles.pagedates import find_dates
from onrecord.dates import PartialDate
from onrecord.records import Span

LONGEST_DATELINE = 110
"""Characters up to the dash."""

OPENING = 4
"""Lines of a text among which its dateline stands, after its title and its byline."""

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.'’/-]*){0,4}"
_REGION = r"(?:,\s[A-Z][\w.]{1,20}(?:\s[A-Z][\w.]{1,20}){0,2})?"
_DAY = rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s(?:19|20)\d\d)?"
_AGENCY = r"\([A-Z][^()]{1,40}\)|\[[A-Z][^\[\]]{1,40}\]|/[A-Z][\w .]{1,30}/"
_DATELINE = re.compile(
    rf"(?P<head>{_PLACE}{_REGION}(?:(?:,\s|\s\()(?P<day>{_DAY})\)?,?)?"
    rf"(?:\s(?P<agency>{_AGENCY}))?)\s*(?P<dash>[-–—]{{1,2}}|:)\s"
)
# A sentence that nobody speaks as "I" or "we".
_SENTENCE = re.compile(r"(?!(?:I|We|My|Our|You)\b)[A-ZÀ-Þ].{40,}[.!?][\"”’']?\s*$")
_LABEL = re.compile(r"^[A-ZÀ-Þ][A-ZÀ-Þ .'’-]+:\s", re.MULTILINE)
_SHORTEST_PLACE = 4
_LONGEST_REGION = 2
_SHORT_AGENCIES = ("AP", "PA")
_CALLS = frozenset(
    """WATCH VIDEO EXCLUSIVE BREAKING UPDATE UPDATED REPORT POLL OPINION QUESTION ANSWER MR MRS MS
    EDITORIAL ANALYSIS REVIEW LISTEN PHOTOS NOTE""".split()
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


def read_agency(text: str) -> str:
    """The agency in the dateline with which a paragraph begins; "" where it names none."""
    match = _DATELINE.match(text[:LONGEST_DATELINE])
    if match is None or not match["agency"] or find_dates(match["agency"]):
        return ""
    name = match["agency"].strip("()[]/ ")
    # "SYRACUSE (NY) —" is where it lies.
    return name if len(name) > _LONGEST_REGION or name in _SHORT_AGENCIES else ""


def find_dateline(text: str) -> Span | None:
    """The dateline of an article, up to the first letter of what it is put before.

    "GUWAHATI:" and "BRENN CROWN COURT —" give no day and no agency: they are datelines where a
    sentence follows, and no label of a speaker.
    """
    start = 0
    for line in text.split("\n", OPENING)[:OPENING]:
        match = _DATELINE.match(line[:LONGEST_DATELINE])
        if match and (match["day"] or match["agency"] or _is_bare_dateline(match, line, text)):
            return Span(start, start + match.end())
        start += len(line) + 1
    return None


def _is_bare_dateline(match: re.Match[str], line: str, text: str) -> bool:
    """Whether a place in capitals stands before a sentence: "BRENN: Ferries …", not "HOLT: I …"."""
    if not _SENTENCE.match(line, match.end()):
        return False
    return match["dash"] != ":" or not _is_speaker(match["head"], text)


def _is_speaker(head: str, text: str) -> bool:
    """Whether capitals before a colon name who speaks, or call for attention: "WATCH:"."""
    if len(head) < _SHORTEST_PLACE or len(_LABEL.findall(text)) > 1:
        return True
    if not _CALLS.isdisjoint(head.split()):
        return True
    name = re.escape(head.title())
    return bool(re.search(rf"(?:\b[A-Z][a-z]+|\b(?:Mrs?|Ms|Dr)\.?)\s{name}\b", text))

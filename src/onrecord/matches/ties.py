"""What ties two reports to one origin, and what all ties ask of reports: who speaks, and when."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.matches.reports import Report

_LATEST = "9999"


class Tie(StrEnum):
    """Why two reports are of one origin."""

    COPY = "copy"
    CITES = "cites"
    SAME_OCCASION = "same_occasion"
    SAME_DOCUMENT = "same_document"
    SAME_SPEAKER = "same_speaker"
    JUDGEMENT = "judgement"


@dataclass(frozen=True, slots=True)
class Grouping:
    """Two reports of one origin, and why, in a sentence.

    Attributes:
        first, second: ids of the reports.
    """

    first: str
    second: str
    tie: Tie
    message: str


def is_same_source(one: str, other: str) -> bool:
    """Whether two names can be one speaker's; nobody named is anybody."""
    return not one or not other or surname_of(one) == surname_of(other)


def surname_of(name: str) -> str:
    """The last word of a name, by which speakers are told apart."""
    words = name.lower().split()
    return words[-1] if words else ""


def order_of(report: Report) -> tuple[str, str]:
    """The day of a report, as text that sorts, and its id."""
    return (str(report.published_on or _LATEST), report.id)

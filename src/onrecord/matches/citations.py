"""Reports tied by the newsroom that they have it from, in time that grows with their number."""

import itertools
import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from onrecord.matches.reports import Report
from onrecord.matches.ties import Grouping, Tie, order_of, surname_of
from onrecord.records import Basis
from onrecord.resolution.newsroom_index import NewsroomIndex

_ANYBODY = "*"


def tie_citations(reports: Sequence[Report], *, parted: bool = False) -> Iterator[Grouping]:
    """Reports that name the same newsroom for the same source, and that newsroom's own report.

    Args:
        reports: in the order of days.
        parted: whether a person parted any of them: then what is tied to one of a group may not be
            left out for being tied to another.
    """
    yield from _tie_to_cited(reports, parted=parted)
    rooms = _Rooms(room for report in reports for room in _newsrooms_behind(report))
    for report in sorted(reports, key=lambda report: bool(report.newsrooms)):
        for room in _newsrooms_behind(report):
            earlier = rooms.find(room, report)
            if earlier is None:
                rooms.note(room, report)
            elif earlier.id != report.id:
                message = f"both have it from {room}"
                yield Grouping(earlier.id, report.id, Tie.CITES, message)


class _Rooms:
    """The first report that has it from each newsroom, of each source."""

    def __init__(self, names: Iterator[str]) -> None:
        self._index = NewsroomIndex(names)
        self._first: dict[tuple[str, str], tuple[int, Report]] = {}
        self._noted = 0

    def note(self, room: str, report: Report) -> None:
        self._noted += 1
        for speaker in (surname_of(report.source), _ANYBODY):
            self._first.setdefault((room, speaker), (self._noted, report))

    def find(self, room: str, report: Report) -> Report | None:
        """The first that was noted of the same newsroom and source; nobody named is anybody."""
        speaker = surname_of(report.source)
        asked = (speaker, "") if speaker else (_ANYBODY,)
        found = [
            self._first[name, one]
            for name in self._index.find(room)
            for one in asked
            if (name, one) in self._first
        ]
        return min(found, key=lambda noted: noted[0], default=(math.inf, None))[1]


def _tie_to_cited(reports: Sequence[Report], *, parted: bool) -> Iterator[Grouping]:
    """Reports that cite a newsroom, and what that newsroom itself published of the same source.

    Once all that it published is tied to one report, the next is tied to the first of it.
    """
    own = _OwnReports(reports)
    tied: defaultdict[tuple[str, str], int] = defaultdict(int)
    for report in reports:
        for room in report.newsrooms:
            published = own.find(room, report)
            key = (room, surname_of(report.source))
            before = 0 if parted else tied[key]
            while (
                tied[key] < len(published)
                and order_of(published[tied[key]])[0] <= order_of(report)[0]
            ):
                tied[key] += 1
            known = (
                one
                for one in itertools.islice(published, before)
                if one.article_id != report.article_id
            )
            new = published[before : tied[key]]
            for other in (*((first,) if (first := next(known, None)) else ()), *new):
                if other.article_id != report.article_id:
                    message = f"{report.publisher or 'it'} has it from {room}"
                    yield Grouping(other.id, report.id, Tie.CITES, message)


class _OwnReports:
    """What newsrooms published themselves, by the names that others call them and by speaker."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._by_publisher: defaultdict[tuple[str, str], list[Report]] = defaultdict(list)
        for report in reports:
            for speaker in (surname_of(report.source), _ANYBODY):
                self._by_publisher[report.publisher, speaker].append(report)
        self._index = NewsroomIndex(report.publisher for report in reports)
        self._found: dict[tuple[str, str], list[Report]] = {}

    def find(self, room: str, report: Report) -> list[Report]:
        """What a newsroom published of the source of a report, in the order of days."""
        speaker = surname_of(report.source)
        if (room, speaker) not in self._found:
            asked = (speaker, "") if speaker else (_ANYBODY,)
            found = (
                each
                for publisher in self._index.find(room)
                for one in asked
                for each in self._by_publisher.get((publisher, one), ())
            )
            self._found[room, speaker] = sorted(found, key=order_of)
        return self._found[room, speaker]


def _newsrooms_behind(report: Report) -> tuple[str, ...]:
    """The newsrooms that a report relies on; its own where it had the interview itself."""
    if report.newsrooms:
        return report.newsrooms
    own = report.publisher
    return (own,) if own and report.basis in {Basis.INTERVIEW, Basis.UNNAMED_SOURCE} else ()

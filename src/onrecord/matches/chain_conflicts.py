"""Chains that do not agree: one newsroom says whom another relied on, which says otherwise."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.matches.reports import Report
from onrecord.records import Basis
from onrecord.resolution.newsroom_index import NewsroomIndex
from onrecord.resolution.own_newsroom import is_own_newsroom

_LATEST = "9999"


@dataclass(frozen=True, slots=True)
class ChainConflict:
    """Two reports of a claim whose chains contradict each other.

    Attributes:
        citing: the id of the report that says where another newsroom has it from.
        cited: the id of that newsroom's own report.
        message: what does not fit, in a sentence.
    """

    citing: str
    cited: str
    message: str


def find_chain_conflicts(reports: Sequence[Report]) -> tuple[ChainConflict, ...]:
    """Reports that name another source of a newsroom than the newsroom's own reports do.

    Only what that newsroom published on the same day or earlier counts; where any of it names the
    same source, or one of the two stays unnamed in the report that cites, nothing contradicts.

    Args:
        reports: of one claim.
    """
    own = _OwnReports(reports)
    return tuple(conflict for report in reports for conflict in _check_report(report, own))


class _OwnReports:
    """What newsrooms published themselves, by the names that others call them."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._places = {report.id: place for place, report in enumerate(reports)}
        self._by_publisher: dict[str, list[Report]] = {}
        for report in sorted(reports, key=_day):
            self._by_publisher.setdefault(report.publisher, []).append(report)
        self._index = NewsroomIndex(self._by_publisher)
        self._by_room: dict[str, list[Report]] = {}

    def find(self, room: str, citing: Report) -> list[Report]:
        """What a newsroom published up to the day of a report that cites it, in another article.

        Of reports that name the same chain only the first two articles.
        """
        if room not in self._by_room:
            publishers = self._index.find(room)
            every = [report for one in publishers for report in self._by_publisher[one]]
            self._by_room[room] = self._pick_telling(every)
        return [
            other
            for other in self._by_room[room]
            if other.article_id != citing.article_id and _day(other) <= _day(citing)
        ]

    def _pick_telling(self, reports: list[Report]) -> list[Report]:
        seen: dict[tuple[object, ...], dict[str, Report]] = {}
        for one in sorted(reports, key=_day):
            chain = (one.source, one.speaks_for, one.newsrooms, one.basis is Basis.INTERVIEW)
            articles = seen.setdefault(chain, {})
            # Two, because one may be the very article that cites.
            if len(articles) < _ARTICLES_OF_A_CHAIN:
                articles.setdefault(one.article_id, one)
        picked = [one for articles in seen.values() for one in articles.values()]
        return sorted(picked, key=lambda one: self._places[one.id])


_ARTICLES_OF_A_CHAIN = 2


def _check_report(citing: Report, reports: _OwnReports) -> Iterator[ChainConflict]:
    for number, room in enumerate(citing.newsrooms):
        own = reports.find(room, citing)
        if not own:
            continue
        behind = citing.newsrooms[number + 1] if number + 1 < len(citing.newsrooms) else ""
        told = _list_rooms(own) if behind else _list_sources(citing, own)
        if told and not any(_names_behind(citing, behind, other) for other in own):
            outlet = citing.publisher or "one report"
            relied = behind or citing.source
            message = f"{outlet} has it that {room} relied on {relied}; {room} names {told}"
            yield ChainConflict(citing.id, own[0].id, message)


def _list_rooms(own: Sequence[Report]) -> str:
    """Whom a newsroom says it relied on; "" where any of its reports leaves that open."""
    rooms = [
        other.newsrooms[0]
        if other.newsrooms
        else "its own interview"
        if other.basis is Basis.INTERVIEW
        else ""
        for other in own
    ]
    return " and ".join(dict.fromkeys(rooms)) if all(rooms) else ""


def _list_sources(citing: Report, own: Sequence[Report]) -> str:
    """The sources that a newsroom names; "" where it or the report that cites it names nobody."""
    if citing.unnamed or not citing.source or not all(other.source for other in own):
        return ""
    return " and ".join(dict.fromkeys(other.source for other in own))


def _names_behind(citing: Report, behind: str, other: Report) -> bool:
    if behind:
        return any(is_own_newsroom(behind, room) for room in other.newsrooms)
    return _may_be_one(citing, other)


def _may_be_one(one: Report, other: Report) -> bool:
    """Whether two reports may mean one speaker: by name, or as who speaks for the other."""
    mine = {name for name in (one.source, one.speaks_for) if name}
    theirs = {name for name in (other.source, other.speaks_for) if name}
    return any(_share_name(here, there) for here in mine for there in theirs)


def _share_name(one: str, other: str) -> bool:
    here, there = _words(one), _words(other)
    return here[-1:] == there[-1:] or set(here) <= set(there) or set(there) <= set(here)


def _words(name: str) -> list[str]:
    return name.lower().removeprefix("the ").split()


def _day(report: Report) -> str:
    return str(report.published_on or _LATEST)

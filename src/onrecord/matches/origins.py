"""How many origins stand behind the reports of a claim, each grouping explained and reversible.

Copies of one text, and reports whose chains end at the same speaker, interview, statement or
document, are one origin: who says it a second time is no second one who knows. What nothing tells
is unknown, and unknown is not independent. A person's judgement that two reports belong together
or apart outranks all of it.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from onrecord.matches.citations import tie_citations
from onrecord.matches.copies import Copy
from onrecord.matches.parted import Parted
from onrecord.matches.reports import Report
from onrecord.matches.ties import Grouping, Tie, is_same_source, order_of, surname_of
from onrecord.records import Basis

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Origin:
    """Reports that go back to one source.

    Attributes:
        reports: ids, the earliest first.
        groupings: what ties them, enough to connect all.
        known: whether anything tells where their knowledge comes from; else it is no origin of its
            own, and not independent.
    """

    reports: tuple[str, ...]
    groupings: tuple[Grouping, ...]
    known: bool


# What is said before everybody: all who report it have it from the same occasion.
_PUBLIC = frozenset(
    {Basis.PRESS_CONFERENCE, Basis.SPEECH, Basis.STATEMENT, Basis.SOCIAL_MEDIA, Basis.BROADCAST,
     Basis.COURT}
)  # fmt: skip
_PAPERS = frozenset({Basis.DOCUMENT, Basis.POLL, Basis.COURT})


def find_origins(
    reports: Sequence[Report],
    copies: Sequence[Copy] = (),
    *,
    together: Collection[Pair] = (),
    apart: Collection[Pair] = (),
) -> tuple[Origin, ...]:
    """Group reports of one claim by origin, the origin with the earliest report first.

    Args:
        reports: of one claim.
        copies: pairs of articles, by id, that repeat each other.
        together: pairs of reports that a person joined.
        apart: pairs of reports that a person parted; no tie of ours connects their groups.
    """
    ordered = sorted(reports, key=order_of)
    groups = _Groups(ordered, apart)
    ties = [
        *(Grouping(*pair, Tie.JUDGEMENT, "joined by a person") for pair in sorted(together)),
        *_tie_copies(ordered, copies),
        *tie_citations(ordered, parted=bool(apart)),
        *_tie_occasions(ordered),
        *_tie_speakers(ordered),
    ]
    for tie in ties:
        groups.join(tie)
    known = {report.id for report in ordered if _is_known(report)}
    return tuple(
        Origin(members, groupings, any(one in known for one in members))
        for members, groupings in groups.listed()
    )


def count_origins(origins: Sequence[Origin]) -> int:
    """How many independent origins there are; those that nothing tells of count for none."""
    return sum(origin.known for origin in origins)


class _Groups:
    """Reports in groups that ties join, unless a person parted two of them.

    Only a person joins what different speakers say: a report without a speaker is no bridge.
    """

    def __init__(self, reports: Sequence[Report], apart: Collection[Pair]) -> None:
        names = [report.id for report in reports]
        self._speakers = {report.id: {surname_of(report.source)} - {""} for report in reports}
        self._members: dict[str, list[str]] = {name: [name] for name in names}
        self._ties: dict[str, list[Grouping]] = {name: [] for name in names}
        self._group = {name: name for name in names}
        self._parted = Parted(apart)
        judged = {name for pair in apart for name in pair}
        self._judged = {name: {name} & judged for name in names}

    def join(self, tie: Grouping) -> None:
        """Join the groups of two reports, if they are not one and may be."""
        if tie.first not in self._group or tie.second not in self._group:
            return
        one, other = self._group[tie.first], self._group[tie.second]
        if one == other or self._parted.is_between(self._judged[one], self._judged[other]):
            return
        speakers = self._speakers[one], self._speakers[other]
        if all(speakers) and not speakers[0] & speakers[1] and tie.tie is not Tie.JUDGEMENT:
            return
        self._speakers[one] = speakers[0] | speakers[1]
        for name in self._members[other]:
            self._group[name] = one
        self._judged[one] |= self._judged.pop(other)
        self._members[one] += self._members.pop(other)
        self._ties[one] += [*self._ties.pop(other), tie]

    def listed(self) -> Iterator[tuple[tuple[str, ...], tuple[Grouping, ...]]]:
        """The groups in the order of their first member, members in theirs."""
        place = {name: number for number, name in enumerate(self._group)}
        groups = [
            (sorted(members, key=place.__getitem__), self._ties[head])
            for head, members in self._members.items()
        ]
        for members, ties in sorted(groups, key=lambda group: place[group[0][0]]):
            yield tuple(members), tuple(ties)


def _tie_copies(reports: Sequence[Report], copies: Sequence[Copy]) -> Iterator[Grouping]:
    """Reports in articles that repeat each other, of the same source."""
    by_article: dict[str, list[Report]] = {}
    for report in reports:
        by_article.setdefault(report.article_id, []).append(report)
    for copy in copies:
        for one in by_article.get(copy.first, ()):
            for other in by_article.get(copy.second, ()):
                if is_same_source(one.source, other.source):
                    message = f"{copy.share:.0%} of the shorter text stands in the longer one"
                    yield Grouping(one.id, other.id, Tie.COPY, message)


def _tie_occasions(reports: Sequence[Report]) -> Iterator[Grouping]:
    """Reports of what the same speaker said on the same public occasion, or one document says."""
    first: dict[tuple[str, ...], Report] = {}
    for report in reports:
        for key, tie, message in _occasions_of(report):
            earlier = first.setdefault(key, report)
            if earlier.id != report.id:
                yield Grouping(earlier.id, report.id, tie, message)


def _tie_speakers(reports: Sequence[Report]) -> Iterator[Grouping]:
    """Reports of one named speaker: whoever says it again is no second one who knows."""
    first: dict[str, Report] = {}
    for report in reports:
        speaker = "" if report.unnamed else report.source.lower()
        earlier = first.setdefault(speaker, report) if speaker else report
        if earlier.id != report.id:
            message = f"both go back to {report.source}"
            yield Grouping(earlier.id, report.id, Tie.SAME_SPEAKER, message)


def _occasions_of(report: Report) -> Iterator[tuple[tuple[str, ...], Tie, str]]:
    speaker = surname_of(report.source)
    if report.basis in _PUBLIC and speaker and not report.unnamed:
        day = str(report.said_on or report.published_on or "")
        basis = report.basis.replace("_", " ")
        said = f"both report what {report.source} said in public ({basis}, {day})"
        yield ("said", speaker, report.basis, day), Tie.SAME_OCCASION, said
    if report.document and report.basis in _PAPERS:
        named = report.document.lower()
        yield ("paper", named), Tie.SAME_DOCUMENT, f"both rest on {report.document}"


def _is_known(report: Report) -> bool:
    """Whether a report tells where its knowledge comes from."""
    if report.unnamed or not report.source:
        return False
    return bool(report.newsrooms or report.document) or report.basis not in {
        Basis.UNSTATED, Basis.UNNAMED_SOURCE, Basis.OTHER_OUTLET,
    }  # fmt: skip

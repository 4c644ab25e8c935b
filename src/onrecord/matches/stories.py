"""A story: the claims that words, names and days pick out, on one time line and in one matrix.

Three clocks are kept apart: when something was said, when it was published, when it was answered.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from onrecord.dates import PartialDate
from onrecord.findings.same_propositions import is_same_proposition, key_stems
from onrecord.matches.members import Member, name_member
from onrecord.matches.parties import Parties
from onrecord.matches.record import Summary
from onrecord.matches.reports import Report
from onrecord.records import Reading, ResponseKind, Span, Stance
from onrecord.resolution.layout import lay_out


class Lane(StrEnum):
    """Whose clock an event is on."""

    SAID = "said"
    PUBLISHED = "published"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Event:
    """Something on the time line of a story.

    Attributes:
        day: on the lane's clock.
        who: who said, published or answered.
        kind: what an answer does; None on the other lanes.
        claim_id: what it is about.
        id: of the report or response that shows it.
    """

    day: PartialDate
    lane: Lane
    who: str
    words: str
    claim_id: str
    id: str
    kind: ResponseKind | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """Where one party stands on one proposition, in all articles.

    Attributes:
        proposition: its words, by its first naming.
        first_hand: whether the party's own word shows it in any article.
        articles: how many articles show it.
        positions: ids.
    """

    party: str
    proposition: str
    stance: Stance
    first_hand: bool
    articles: int
    positions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """What a query gathers.

    Attributes:
        claims: the most reported first.
        events: in the order of days; of one day what was said before what was published.
        matrix: by proposition, then party.
        outlets: who published, with how many reports of these claims, the most first.
        reports: those whose events are shown, each once.
    """

    claims: tuple[Summary, ...]
    events: tuple[Event, ...]
    matrix: tuple[Cell, ...]
    outlets: tuple[tuple[str, int], ...]
    reports: tuple[Report, ...] = ()


@dataclass(frozen=True, slots=True)
class Thread:
    """A claim as part of a story.

    Attributes:
        claim: as a list shows it.
        members: those whose events are shown, in the order of their days.
    """

    claim: Summary
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """A position of an article, in names instead of ids.

    Attributes:
        id: the position's.
        proposition: its words.
        first_hand: whether the party's own word shows it.
    """

    id: str
    article_id: str
    party: str
    proposition: str
    stance: Stance
    first_hand: bool


def list_stands(readings: Iterable[Reading]) -> tuple[Stand, ...]:
    """The positions of readings."""
    return tuple(
        Stand(
            position.id,
            reading.article.id,
            names[position.party_id],
            position.proposition.text,
            position.stance,
            position.first_hand,
        )
        for reading in readings
        for names in [{entity.id: entity.name for entity in reading.entities}]
        for position in reading.positions
    )


def gather_story(
    threads: Sequence[Thread],
    stands: Iterable[Stand],
    parties: Parties,
    *,
    outlets: Sequence[tuple[str, int]] = (),
    since: PartialDate | None = None,
    until: PartialDate | None = None,
) -> Story:
    """What some claims make together: their events, and the positions of their articles.

    Args:
        threads: the claims, the most reported first.
        stands: positions; those of other articles are passed over.
        parties: the names of the articles.
        outlets: who published, with how many reports.
        since: the first day that counts.
        until: the last one.
    """
    articles = {member.article_id for thread in threads for member in thread.members}
    inside = [stand for stand in stands if stand.article_id in articles]
    named = [_name(thread, parties) for thread in threads]
    events = tuple(_list_events(named, since, until))
    claims = tuple(thread.claim for thread in threads)
    return Story(
        claims,
        events,
        gather_matrix(inside, parties),
        tuple(outlets),
        _list_reports(named),
    )


def _name(thread: Thread, parties: Parties) -> Thread:
    return replace(thread, members=tuple(name_member(one, parties) for one in thread.members))


def _list_reports(threads: Iterable[Thread]) -> tuple[Report, ...]:
    named = (member for thread in threads for member in thread.members)
    found = {one.id: one.report for one in named if one.report is not None}
    return tuple(found.values())


def _is_within(
    day: PartialDate | None, since: PartialDate | None, until: PartialDate | None
) -> bool:
    if day is None:
        return since is None and until is None
    after = since is None or day.last_day >= since.first_day
    return after and (until is None or day.first_day <= until.last_day)


def _list_events(
    threads: Iterable[Thread], since: PartialDate | None, until: PartialDate | None
) -> list[Event]:
    events: dict[tuple[Lane, str], Event] = {}
    for thread in threads:
        for member in thread.members:
            for key, event in _list_events_of(thread.claim, member):
                events.setdefault(key, event)
    kept = (event for event in events.values() if _is_within(event.day, since, until))
    order = list(Lane)
    return sorted(kept, key=lambda one: (str(one.day), order.index(one.lane), one.who, one.id))


def _list_events_of(claim: Summary, member: Member) -> Iterator[tuple[tuple[Lane, str], Event]]:
    """The events of one report with its answers; what counts once has the same key."""
    report = member.report
    if report is not None:
        words = next((fact.words for fact in member.facts if fact.id == report.id), claim.title)
        who = report.source or "nobody named"
        if report.said_on is not None:
            said = Event(report.said_on, Lane.SAID, who, words, claim.id, report.id)
            yield (Lane.SAID, f"{who}{report.said_on}{claim.id}"), said
        if report.published_on is not None:
            day, outlet = report.published_on, report.publisher
            published = Event(day, Lane.PUBLISHED, outlet, words, claim.id, report.id)
            yield (Lane.PUBLISHED, report.id), published
    for fact in member.facts:
        if fact.kind is not None:
            day = fact.held_on or fact.known_on
            answer = Event(day, Lane.ANSWERED, fact.party, fact.words, claim.id, fact.id, fact.kind)
            yield (Lane.ANSWERED, fact.id), answer


def gather_matrix(stands: Iterable[Stand], parties: Parties) -> tuple[Cell, ...]:
    """Parties and propositions over several articles; second-hand positions are marked as such.

    Propositions of two articles are one where they share most of their words, and are not each
    other's reverse.
    """
    known: list[tuple[frozenset[str], str]] = []
    cells: dict[tuple[str, str, Stance], list[Stand]] = {}
    for stand in stands:
        title = _name_proposition(stand.proposition, known)
        key = (parties.name_of(stand.party), title, stand.stance)
        cells.setdefault(key, []).append(stand)
    return tuple(
        Cell(
            party,
            title,
            stance,
            any(stand.first_hand for stand in found),
            len({stand.article_id for stand in found}),
            tuple(stand.id for stand in found),
        )
        for (party, title, stance), found in sorted(
            cells.items(), key=lambda cell: (cell[0][1].casefold(), cell[0][0], cell[0][2])
        )
    )


def _name_proposition(proposition: str, known: list[tuple[frozenset[str], str]]) -> str:
    stems = key_stems(lay_out(proposition), Span(0, len(proposition)))
    for others, title in known:
        if is_same_proposition(stems, others):
            return title
    known.append((stems, proposition))
    return proposition

"""A story: the claims that words, names and days pick out, on one time line and in one matrix.

Three clocks are kept apart: when something was said, when it was published, when it was answered.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.dates import PartialDate
from onrecord.findings.propositions import is_same_proposition, key_stems
from onrecord.matches.parties import Parties
from onrecord.matches.record import Claim
from onrecord.records import Position, Reading, ResponseKind, Stance
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
    """

    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    matrix: tuple[Cell, ...]

    @property
    def outlets(self) -> tuple[tuple[str, int], ...]:
        """Who published, with how many reports, the most first."""
        counts = Counter(report.publisher for claim in self.claims for report in claim.reports)
        return tuple(counts.most_common())


def gather_story(
    claims: Sequence[Claim],
    readings: Sequence[Reading],
    words: Sequence[str],
    *,
    since: PartialDate | None = None,
    until: PartialDate | None = None,
) -> Story:
    """The claims that hold all the words, with their events and the positions of their articles.

    Args:
        claims: as `gather_record` gives them.
        readings: those that the claims were gathered from.
        words: what a claim's title, speakers or passages must hold, in any case.
        since: the first day of publication that counts.
        until: the last one.
    """
    kept = tuple(
        claim
        for claim in claims
        if all(word.casefold() in claim.searched_text.casefold() for word in words)
        and any(_is_within(report.published_on, since, until) for report in claim.reports)
    )
    articles = {report.article_id for claim in kept for report in claim.reports}
    inside = [reading for reading in readings if reading.article.id in articles]
    return Story(kept, tuple(_list_events(kept, since, until)), gather_matrix(inside))


def _is_within(
    day: PartialDate | None, since: PartialDate | None, until: PartialDate | None
) -> bool:
    if day is None:
        return since is None and until is None
    after = since is None or day.last_day >= since.first_day
    return after and (until is None or day.first_day <= until.last_day)


def _list_events(
    claims: Iterable[Claim], since: PartialDate | None, until: PartialDate | None
) -> list[Event]:
    events: dict[tuple[Lane, str], Event] = {}
    for claim in claims:
        words = {fact.id: fact.words for fact in claim.facts}
        for report in claim.reports:
            said = words.get(report.id, claim.title)
            if report.said_on is not None:
                who = report.source or "nobody named"
                events.setdefault(
                    (Lane.SAID, f"{who}{report.said_on}{claim.id}"),
                    Event(report.said_on, Lane.SAID, who, said, claim.id, report.id),
                )
            if report.published_on is not None:
                events.setdefault(
                    (Lane.PUBLISHED, report.id),
                    Event(
                        report.published_on, Lane.PUBLISHED, report.publisher, said, claim.id,
                        report.id,
                    ),
                )  # fmt: skip
        for fact in claim.facts:
            if fact.kind is not None:
                day = fact.held_on or fact.known_on
                events[Lane.ANSWERED, fact.id] = Event(
                    day, Lane.ANSWERED, fact.party, fact.words, claim.id, fact.id, fact.kind
                )
    kept = (event for event in events.values() if _is_within(event.day, since, until))
    order = list(Lane)
    return sorted(kept, key=lambda one: (str(one.day), order.index(one.lane), one.who, one.id))


def gather_matrix(readings: Sequence[Reading]) -> tuple[Cell, ...]:
    """Parties and propositions over several articles; second-hand positions are marked as such.

    Propositions of two articles are one where they share most of their words, and are not each
    other's reverse.
    """
    parties = Parties(entity for reading in readings for entity in reading.entities)
    known: list[tuple[frozenset[str], str]] = []
    cells: dict[tuple[str, str, Stance], list[tuple[Reading, Position]]] = {}
    for reading in readings:
        names = {entity.id: entity.name for entity in reading.entities}
        for position in reading.positions:
            title = _name_proposition(reading, position, known)
            key = (parties.name_of(names[position.party_id]), title, position.stance)
            cells.setdefault(key, []).append((reading, position))
    return tuple(
        Cell(
            party,
            title,
            stance,
            any(position.first_hand for _, position in found),
            len({reading.article.id for reading, _ in found}),
            tuple(position.id for _, position in found),
        )
        for (party, title, stance), found in sorted(
            cells.items(), key=lambda cell: (cell[0][1].casefold(), cell[0][0], cell[0][2])
        )
    )


def _name_proposition(
    reading: Reading, position: Position, known: list[tuple[frozenset[str], str]]
) -> str:
    layout = lay_out(reading.article.text)
    stems = key_stems(layout, position.proposition.evidence[0])
    for others, title in known:
        if is_same_proposition(stems, others):
            return title
    known.append((stems, position.proposition.text))
    return position.proposition.text

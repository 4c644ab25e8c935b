"""A story as its page shows it: days with three lanes, and the matrix of parties."""

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.dates import PartialDate
from onrecord.matches.stories import Cell, Event, Lane, Story
from onrecord.web.record import Listed
from onrecord.web.views.claim_row import ClaimRow, make_row
from onrecord.web.views.network import Network, draw_network

MOST_DAYS = 60
MOST_PARTIES = 12


@dataclass(frozen=True, slots=True)
class Voice:
    """Who said, published or answered on a day, with everything that one did."""

    who: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day of the time line, with what was said, published and answered on it."""

    day: PartialDate
    said: tuple[Voice, ...]
    published: tuple[Voice, ...]
    answered: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A proposition, with a cell or none for each party."""

    proposition: str
    cells: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Parties by propositions.

    Attributes:
        left_out: how many parties the table has no room for.
    """

    parties: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story's page.

    Attributes:
        more_days: how many days are not shown.
        undrawn: how many reports of these claims are not in the drawing.
    """

    claims: tuple[ClaimRow, ...]
    days: tuple[DayRow, ...]
    more_days: int
    undrawn: int
    network: Network
    matrix: Matrix


def make_story_view(story: Story, listed: Sequence[Listed]) -> StoryView:
    """What a query gathered, as the page shows it; `listed` are its claims."""
    days = _group_days(story.events)
    return StoryView(
        claims=tuple(map(make_row, listed)),
        days=days[:MOST_DAYS],
        more_days=max(len(days) - MOST_DAYS, 0),
        undrawn=max(sum(one.reports for one in story.claims) - len(story.reports), 0),
        network=draw_network(story.reports),
        matrix=_make_matrix(story.matrix),
    )


def _group_days(events: Sequence[Event]) -> tuple[DayRow, ...]:
    return tuple(
        _make_day(day, list(group))
        for day, group in itertools.groupby(events, key=lambda event: event.day)
    )


def _make_day(day: PartialDate, events: Sequence[Event]) -> DayRow:
    lanes = {lane: _group_voices([one for one in events if one.lane is lane]) for lane in Lane}
    return DayRow(day, lanes[Lane.SAID], lanes[Lane.PUBLISHED], lanes[Lane.ANSWERED])


def _group_voices(events: Sequence[Event]) -> tuple[Voice, ...]:
    """By who it was, in the order of first events; the same words only once."""
    groups: dict[str, dict[str, Event]] = {}
    for event in events:
        groups.setdefault(event.who, {}).setdefault(f"{event.words}{event.kind}", event)
    return tuple(Voice(who, tuple(found.values())) for who, found in groups.items())


def _make_matrix(cells: Sequence[Cell]) -> Matrix:
    """The parties with the most stands first, and of the propositions those with the most."""
    counts = Counter(cell.party for cell in cells)
    parties = [name for name, _ in counts.most_common()]
    shown = parties[:MOST_PARTIES]
    propositions = Counter(cell.proposition for cell in cells if cell.party in shown)
    rows = tuple(
        MatrixRow(
            proposition,
            tuple(
                tuple(one for one in cells if one.party == party and one.proposition == proposition)
                for party in shown
            ),
        )
        for proposition, _ in propositions.most_common()
    )
    return Matrix(tuple(shown), rows, len(parties) - len(shown))

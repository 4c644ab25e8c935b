"""Who has it from whom, drawn: outlets, what they rely on, and who spoke, with bands between them.

The band between two is as wide as the reports that took this way are many. Places are computed
here, so the drawing needs no script and is the same every time.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.export.wording import NO_PUBLISHER
from onrecord.matches.reports import Report

WIDTH = 960
_NODE_WIDTH = 10
_UNIT = 13.0
"""Height of one report, where there is room."""
_GAP = 16.0
_TOP = 30.0
_TALLEST = 560.0
_MOST_NODES = 14
_OTHERS = "others"
NOBODY = "nobody named"

_Place = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Node:
    """An outlet or a speaker, as a bar.

    Attributes:
        reports: how many came through it.
    """

    name: str
    reports: int
    x: float
    y: float
    height: float
    is_link: bool
    is_unnamed: bool


@dataclass(frozen=True, slots=True)
class Band:
    """The reports that went from one node to another.

    Attributes:
        path: as SVG's `d`; it runs along the middle.
        width: of its stroke.
    """

    start: str
    end: str
    reports: int
    path: str
    width: float


@dataclass(frozen=True, slots=True)
class Network:
    """The whole drawing, with the table that says the same.

    Attributes:
        columns: their headings with their places.
        rows: each way from a publisher to a speaker in names, with its reports, the most first.
    """

    width: int
    height: float
    columns: tuple[tuple[str, float], ...]
    nodes: tuple[Node, ...]
    bands: tuple[Band, ...]
    rows: tuple[tuple[tuple[str, ...], int], ...]


def draw_network(reports: Iterable[Report]) -> Network:
    """The ways of some reports."""
    drawn = tuple(reports)
    ways = Counter(_way_of(report) for report in drawn)
    unnamed = {one.source for one in drawn if one.unnamed} | {NOBODY}
    depth = max((len(way) for way in ways), default=2)
    kept = _keep_largest(ways, depth)
    counts: Counter[_Place] = Counter()
    links: Counter[tuple[_Place, _Place]] = Counter()
    for way, count in kept.items():
        places = _place_way(way, depth)
        for place in places:
            counts[place] += count
        for one, other in itertools.pairwise(places):
            links[one, other] += count
    nodes = _lay_out(counts, depth, unnamed)
    bands = _draw_bands(links, nodes)
    height = max((node.y + node.height for node in nodes.values()), default=0.0) + _GAP
    rows = tuple(sorted(ways.items(), key=lambda row: (-row[1], row[0])))
    return Network(WIDTH, height, _head_columns(depth), tuple(nodes.values()), bands, rows)


def _way_of(report: Report) -> tuple[str, ...]:
    """Names from the page to who spoke; the two are there always."""
    between = report.newsrooms or ((report.document,) if report.document else ())
    return (report.publisher or NO_PUBLISHER, *between, report.source or NOBODY)


def _place_way(way: Sequence[str], depth: int) -> list[_Place]:
    """A column for each name: the publisher's the first, the speaker's the last."""
    return [*enumerate(way[:-1]), (depth - 1, way[-1])]


def _keep_largest(ways: Counter[tuple[str, ...]], depth: int) -> Counter[tuple[str, ...]]:
    """Ways in which the rarest names of a full column are called others."""
    totals: dict[int, Counter[str]] = defaultdict(Counter)
    for way, count in ways.items():
        for column, name in _place_way(way, depth):
            totals[column][name] += count
    known = {
        column: {name for name, _ in names.most_common(_MOST_NODES)}
        for column, names in totals.items()
    }
    kept: Counter[tuple[str, ...]] = Counter()
    for way, count in ways.items():
        places = _place_way(way, depth)
        names = tuple(name if name in known[column] else _OTHERS for column, name in places)
        kept[names] += count
    return kept


def _lay_out(counts: Counter[_Place], depth: int, unnamed: set[str]) -> dict[_Place, Node]:
    columns: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for (column, name), count in counts.items():
        columns[column].append((name, count))
    unit = min(
        (
            _UNIT,
            *(
                max((_TALLEST - _GAP * len(names)) / sum(count for _, count in names), 1.0)
                for names in columns.values()
            ),
        )
    )
    nodes: dict[_Place, Node] = {}
    for column, names in sorted(columns.items()):
        y = _TOP
        for name, count in sorted(names, key=lambda one: (one[0] == _OTHERS, -one[1], one[0])):
            height = max(unit * count, 4.0)
            nodes[column, name] = Node(
                name=name,
                reports=count,
                x=_x_of(column, depth),
                y=round(y, 1),
                height=round(height, 1),
                is_link=name not in {_OTHERS, NOBODY} and column == depth - 1,
                is_unnamed=name in unnamed,
            )
            y += height + _GAP
    return nodes


def _x_of(column: int, depth: int) -> float:
    """Columns lie evenly, with room for names to the right of the last."""
    room = WIDTH - 250 - _NODE_WIDTH
    return round(column * room / max(depth - 1, 1), 1)


def _draw_bands(
    links: Counter[tuple[_Place, _Place]], nodes: dict[_Place, Node]
) -> tuple[Band, ...]:
    out: dict[_Place, float] = defaultdict(float)
    into: dict[_Place, float] = defaultdict(float)
    bands = []
    ordered = sorted(links.items(), key=lambda one: (nodes[one[0][0]].y, nodes[one[0][1]].y))
    for (start, end), count in ordered:
        one, other = nodes[start], nodes[end]
        width = one.height * count / one.reports
        from_y = one.y + out[start] + width / 2
        to_y = other.y + into[end] + width / 2
        out[start] += width
        into[end] += width
        from_x, to_x = one.x + _NODE_WIDTH, other.x
        middle = (from_x + to_x) / 2
        path = (
            f"M{from_x:.1f} {from_y:.1f}C{middle:.1f} {from_y:.1f} "
            f"{middle:.1f} {to_y:.1f} {to_x:.1f} {to_y:.1f}"
        )
        bands.append(Band(one.name, other.name, count, path, round(max(width, 1.5), 1)))
    return tuple(bands)


def _head_columns(depth: int) -> tuple[tuple[str, float], ...]:
    between = ["relies on"] * (depth - 2)
    heads = ["published by", *between, "on the word of"]
    return tuple((head, _x_of(column, depth)) for column, head in enumerate(heads))

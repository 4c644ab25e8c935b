"""An article on its page: marked, with cards in the margin and ways from passage to passage."""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.export.digest import CheckLine
from onrecord.export.outline import Entry, outline_attributions
from onrecord.export.report import ReadingView, make_view
from onrecord.matches.record import Summary
from onrecord.records import Reading, Spans

KEY = "r1"
"""What the ids of a marked article's elements begin with."""


@dataclass(frozen=True, slots=True)
class Walk:
    """The way through the passages of one source.

    Attributes:
        speaker: tells the sources of the article apart.
        place: 1 for the first passage of the source.
        previous: the number of the attribution before, in a ring; following likewise.
    """

    speaker: str
    place: int
    total: int
    previous: int
    following: int


@dataclass(frozen=True, slots=True)
class ArticleView:
    """A reading with what the page adds to it.

    Attributes:
        walks: by the numbers of the attributions.
        claims: the claims that attributions are reports of, by their numbers.
        names: of the sources that have a page, by the numbers of their attributions.
        named_by: the persons who named sources, by the numbers of the attributions.
        notes: the checks to show beside each paragraph, by its place (1 for the first).
    """

    reading: ReadingView
    walks: Mapping[int, Walk]
    claims: Mapping[int, Summary]
    names: Mapping[int, str]
    named_by: Mapping[int, str]
    notes: Mapping[int, tuple[CheckLine, ...]]


def make_article_view(
    reading: Reading, claims: Mapping[str, Summary], named_by: Mapping[str, str]
) -> ArticleView:
    """A reading as its page shows it.

    Args:
        reading: with the sources that people named.
        claims: by the ids of their reports.
        named_by: who named sources, by the ids of the attributions.
    """
    view = make_view(KEY, reading)
    entries = outline_attributions(reading)
    ids = {entry.number: entry.attribution.id for entry in entries}
    return ArticleView(
        reading=view,
        walks=_make_walks(entries),
        claims={number: claims[one] for number, one in ids.items() if one in claims},
        names={entry.number: entry.speaker.name for entry in entries if entry.speaker is not None},
        named_by={number: named_by[one] for number, one in ids.items() if one in named_by},
        notes=_place_checks(view),
    )


def find_fragment(reading: Reading, identity: str) -> str:
    """The id of the page's element at which a record of the reading stands; "" for none."""
    for entry in outline_attributions(reading):
        if entry.attribution.id == identity:
            return f"{KEY}-p{entry.number}"
    evidence = _evidence_of(reading, identity)
    number = make_view(KEY, reading).places.get(evidence) if evidence else None
    return f"{KEY}-f{number}" if number is not None else ""


def _evidence_of(reading: Reading, identity: str) -> Spans:
    found: dict[str, Spans] = {
        **{one.id: one.evidence for one in reading.responses},
        **{one.id: one.evidence for one in reading.positions},
        **{one.id: (one.evidence,) for one in reading.absences},
        **{one.id: one.evidence[:1] for one in reading.checks},
    }
    return found.get(identity, ())


def _make_walks(entries: tuple[Entry, ...]) -> dict[int, Walk]:
    """Who speaks without a name or source has no way to go."""
    groups: dict[str, list[int]] = {}
    for entry in entries:
        if entry.name:
            key = entry.speaker.id if entry.speaker is not None else entry.name.casefold()
            groups.setdefault(key, []).append(entry.number)
    return {
        number: Walk(
            speaker=str(group),
            place=place + 1,
            total=len(numbers),
            previous=numbers[place - 1],
            following=numbers[(place + 1) % len(numbers)],
        )
        for group, numbers in enumerate(groups.values())
        for place, number in enumerate(numbers)
    }


def _place_checks(view: ReadingView) -> dict[int, tuple[CheckLine, ...]]:
    """Each check beside the first paragraph that holds one of its passages."""
    rows: dict[int, int] = {}
    for row, paragraph in enumerate(view.paragraphs, start=1):
        for fragment in paragraph.fragments:
            for number in fragment.finding_anchors:
                rows.setdefault(number, row)
    notes: dict[int, list[CheckLine]] = {}
    for check in view.digest.checks:
        numbers = [
            view.places[(passage.span,)] for passage in check.passages if passage.span is not None
        ]
        places = [rows[number] for number in numbers if number in rows]
        if places:
            notes.setdefault(min(places), []).append(check)
    return {row: tuple(checks) for row, checks in notes.items()}

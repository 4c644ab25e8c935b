"""The attributions of a reading in the order in which a person reads them, numbered and nested."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.records import Attribution, Entity, EntityKind, Reading, Span


@dataclass(frozen=True, slots=True)
class Entry:
    """One attribution with its place in the outline.

    Attributes:
        number: 1, 2, 3 … in reading order, a nested one after the one that it stands in.
        depth: 0 for outermost ones.
        parent: the number of the entry in whose content this one stands.
        speaker: who the source was resolved to.
        source: the source's words, "" where there is none.
    """

    number: int
    depth: int
    parent: int | None
    attribution: Attribution
    speaker: Entity | None
    source: str

    @property
    def name(self) -> str:
        """Who speaks, by the fullest name known; "" where the text names no source."""
        return self.speaker.name if self.speaker is not None else self.source


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody to whom words are attributed, with the entries in which they are.

    Attributes:
        name: "" for entries without a source.
        kind: None where the source was not resolved to an entity.
        roles: as the text gives them, each once.
    """

    name: str
    kind: EntityKind | None
    roles: tuple[str, ...]
    entries: tuple[Entry, ...]


def find_extent(attribution: Attribution) -> Span:
    """From the first character of an attribution's parts to the last."""
    spans = (*(attribution.source or ()), *attribution.cue, *attribution.content)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def join_pieces(text: str, spans: Iterable[Span]) -> str:
    """The words of several pieces on one line: white space as one space, gaps as " … "."""
    return " … ".join(" ".join(text[span.start : span.end].split()) for span in spans)


def outline_attributions(reading: Reading) -> tuple[Entry, ...]:
    """Number the attributions in text order, each nested one right after its parent.

    A parent which the reading does not have, or which stands inside its own child, is passed over:
    every attribution comes out once.
    """
    ordered = sorted(reading.attributions, key=_reading_order)
    parents = _find_parents(ordered)
    children: dict[int | None, list[int]] = {}
    for place, parent in enumerate(parents):
        children.setdefault(parent, []).append(place)
    speakers = {entity.id: entity for entity in reading.entities}
    entries: list[Entry] = []
    numbers: dict[int, int] = {}
    waiting = [(place, 0) for place in reversed(children.get(None, []))]
    while waiting:
        place, depth = waiting.pop()
        numbers[place] = len(entries) + 1
        parent = parents[place]
        attribution = ordered[place]
        entries.append(
            Entry(
                number=numbers[place],
                depth=depth,
                parent=None if parent is None else numbers[parent],
                attribution=attribution,
                speaker=speakers.get(attribution.entity_id or ""),
                source=join_pieces(reading.article.text, attribution.source or ()),
            )
        )
        waiting.extend((child, depth + 1) for child in reversed(children.get(place, [])))
    return tuple(entries)


def list_speakers(entries: Sequence[Entry], entities: Sequence[Entity] = ()) -> tuple[Speaker, ...]:
    """Who speaks, those with the most attributions first; entries without a source come last.

    With the reading's entities, those whom a spokesperson speaks for stand with the roles.
    """
    names = {entity.id: entity.name for entity in entities}
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        key = entry.speaker.id if entry.speaker is not None else entry.source.casefold()
        groups.setdefault(key, []).append(entry)
    speakers = [_make_speaker(group, names) for group in groups.values()]
    return tuple(
        sorted(speakers, key=lambda one: (not one.name, -len(one.entries), one.entries[0].number))
    )


def _make_speaker(entries: list[Entry], names: Mapping[str, str]) -> Speaker:
    first = entries[0]
    entity = first.speaker
    roles = () if entity is None else tuple(dict.fromkeys(role.role for role in entity.roles))
    principal = names.get(entity.speaks_for_id or "") if entity is not None else None
    if principal is not None and principal not in first.name:
        roles = (*roles, f"for {principal}")
    return Speaker(first.name, entity.kind if entity else None, roles, tuple(entries))


def _reading_order(attribution: Attribution) -> tuple[int, int, int]:
    """By where it begins; of two that share a source, by where the cue stands."""
    extent = find_extent(attribution)
    return (extent.start, attribution.cue[0].start, extent.end)


def _find_parents(ordered: Sequence[Attribution]) -> list[int | None]:
    """For every attribution the place of its parent, without rings."""
    places = {attribution.id: place for place, attribution in enumerate(ordered)}
    parents = [places.get(attribution.parent_id or "") for attribution in ordered]
    for place in range(len(parents)):
        seen = {place}
        above = parents[place]
        while above is not None and above not in seen:
            seen.add(above)
            above = parents[above]
        if above is not None:
            parents[place] = None
    return parents

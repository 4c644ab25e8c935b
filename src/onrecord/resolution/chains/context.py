"""What is looked up about an article while its chains are traced; nothing of it changes."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.records import Article, Attribution, Entity, EntityKind, Span
from onrecord.resolution.chains.journalists import find_employers
from onrecord.resolution.chains.outlet_mentions import OutletMentions
from onrecord.resolution.chains.people import People
from onrecord.resolution.chains.rooms import Room, identify_rooms
from onrecord.resolution.layout import Layout, lay_out
from onrecord.resolution.newsroom_patterns import Reliance
from onrecord.resolution.newsrooms import Newsroom
from onrecord.resolution.own_newsroom import is_own_newsroom
from onrecord.resolution.parties import Resolution
from onrecord.resolution.polls import PollMention, is_aside

_NO_EMPLOYERS = frozenset({Reliance.POLLED, Reliance.NAMED, Reliance.WRITTEN, Reliance.CITED})
_THROUGH_NONE = frozenset({Reliance.POLLED, Reliance.NAMED})


@dataclass(frozen=True, slots=True)
class ChainContext:
    """One article with what was found in it, looked up by number, sentence and id.

    Attributes:
        attributions: by their numbers, before they are traced.
        numbers: of the attributions, by id.
        cues: the numbers of the attributions whose cues stand in each sentence.
        rooms: the newsrooms and documents that each sentence relies on.
        employers: the newsroom of each person who is named as its journalist.
        polls: those that the text names, in its order.
    """

    text: str
    publisher: str
    layout: Layout
    attributions: Sequence[Attribution]
    numbers: Mapping[str, int]
    cues: Mapping[int, Sequence[int]]
    entities: Mapping[str, Entity]
    people: People
    outlets: OutletMentions
    rooms: Mapping[int, Sequence[Room]]
    employers: Mapping[str, Room]
    polls: Sequence[PollMention]

    def sentence_of(self, attribution: Attribution) -> int:
        """The number of the sentence of its cue."""
        return self.layout.sentence_at(attribution.cue[0].start)

    def paragraph_of(self, attribution: Attribution) -> int:
        """The number of the paragraph of its cue."""
        return self.layout.paragraph_at(attribution.cue[0].start)

    def sentence_around(self, position: int) -> Span:
        """The sentence in which a position stands."""
        return self.layout.sentence_span(self.layout.sentence_at(position))

    def source_words(self, attribution: Attribution) -> str:
        """The words for who said it; none where nobody is named."""
        source = attribution.source
        return self.text[source[0].start : source[-1].end] if source is not None else ""

    def cue_has(self, pattern: re.Pattern[str], attribution: Attribution) -> bool:
        """Whether a pattern is found in the cue."""
        cue = attribution.cue
        return pattern.search(self.text, cue[0].start, cue[-1].end) is not None

    def kind_of(self, entity_id: str | None) -> EntityKind | None:
        """The kind of an entity; None where there is none."""
        entity = self.entities.get(entity_id or "")
        return entity.kind if entity is not None else None

    def is_own(self, span: Span, entity_id: str | None) -> bool:
        """Whether words name the page's own newsroom; "the Post" may be short for another's."""
        entity = self.entities.get(entity_id or "")
        words = self.text[span.start : span.end]
        if entity is None or entity.kind is not EntityKind.OUTLET:
            return is_own_newsroom(words, self.publisher)
        name, short = entity.name.lower(), words.lower().removeprefix("the ")
        if is_own_newsroom(entity.name, self.publisher):
            return True
        long = name.endswith(f" {short}") and name != f"the {short}"
        return not long and is_own_newsroom(words, self.publisher)

    def leave_out_own(self, rooms: Iterable[Room]) -> tuple[Room, ...]:
        """An interview with the page's own newsroom is its own: no newsroom stands between."""
        return tuple(room for room in rooms if not self.is_own(room.span, room.entity_id))


def gather_context(
    article: Article,
    attributions: Sequence[Attribution],
    newsrooms: Sequence[Newsroom],
    resolved: Resolution,
) -> ChainContext:
    """Look everything up once."""
    layout = lay_out(article.text)
    entities = {entity.id: entity for entity in resolved.entities}
    people = People(entities)
    rooms = identify_rooms(newsrooms, resolved.parties)
    employing = [room for room in rooms if room.reliance not in _NO_EMPLOYERS]
    return ChainContext(
        text=article.text,
        publisher=article.publisher,
        layout=layout,
        attributions=attributions,
        numbers={attribution.id: number for number, attribution in enumerate(attributions)},
        cues=_number_by_sentence(attributions, layout),
        entities=entities,
        people=people,
        outlets=OutletMentions(entities, article.publisher),
        rooms=_gather_by_sentence(rooms, layout),
        employers=find_employers(article.text, employing, people),
        polls=_list_polls(rooms, layout),
    )


def _number_by_sentence(
    attributions: Sequence[Attribution], layout: Layout
) -> Mapping[int, Sequence[int]]:
    cues: defaultdict[int, list[int]] = defaultdict(list)
    for number, attribution in enumerate(attributions):
        cues[layout.sentence_at(attribution.cue[0].start)].append(number)
    return dict(cues)


def _gather_by_sentence(rooms: Iterable[Room], layout: Layout) -> Mapping[int, Sequence[Room]]:
    """What words can come through; who only names a newsroom or a poll has none from it."""
    gathered: defaultdict[int, list[Room]] = defaultdict(list)
    for room in rooms:
        if room.reliance not in _THROUGH_NONE:
            gathered[layout.sentence_at(room.span.start)].append(room)
    return dict(gathered)


def _list_polls(rooms: Iterable[Room], layout: Layout) -> Sequence[PollMention]:
    return [
        PollMention(
            room.span,
            layout.paragraph_at(room.span.start),
            is_aside(layout.text, room.span),
            room.entity_id,
        )
        for room in rooms
        if room.reliance is Reliance.POLLED
    ]

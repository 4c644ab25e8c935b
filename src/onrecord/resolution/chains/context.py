"""What the tracing of chains looks up: newsrooms, cues and which of them belong together."""

from collections.abc import Mapping, Sequence

from onrecord.records import Article, Attribution, Entity, EntityKind, Span
from onrecord.resolution.chains.group_scenes import GroupScenes
from onrecord.resolution.chains.journalists import find_employers
from onrecord.resolution.chains.outlet_mentions import OutletMentions
from onrecord.resolution.chains.people import People
from onrecord.resolution.chains.report_scenes import ReportScenes
from onrecord.resolution.chains.rooms import Room, identify_rooms
from onrecord.resolution.chains.scenes import Scene, Scenes
from onrecord.resolution.layout import lay_out
from onrecord.resolution.newsroom_patterns import Reliance
from onrecord.resolution.newsrooms import Newsroom
from onrecord.resolution.own_newsroom import is_own_newsroom
from onrecord.resolution.parties import Resolution
from onrecord.resolution.polls import PollMention, is_aside

_NO_EMPLOYERS = frozenset({Reliance.POLLED, Reliance.NAMED, Reliance.WRITTEN, Reliance.CITED})


class ChainContext:
    """One article's attributions and newsrooms by sentence; made for one pass over it."""

    def __init__(
        self,
        article: Article,
        attributions: Sequence[Attribution],
        newsrooms: Sequence[Newsroom],
        resolved: Resolution,
    ) -> None:
        self.article, self.text = article, article.text
        self.attributions = attributions
        self.numbers = {attribution.id: n for n, attribution in enumerate(attributions)}
        self.layout = lay_out(article.text)
        self.entities: Mapping[str, Entity] = {one.id: one for one in resolved.entities}
        self.scenes, self.groups, self.reports = Scenes(), GroupScenes(), ReportScenes()
        self.read_to = 0
        self.document: Scene | None = None
        self.people = People(resolved.entities)
        self.outlets = OutletMentions(resolved.entities, article.publisher)
        self.traced: dict[int, Attribution] = {}
        self.active: set[int] = set()
        rooms = identify_rooms(newsrooms, resolved.parties)
        employing = [room for room in rooms if room.reliance not in _NO_EMPLOYERS]
        self.employers = find_employers(self.text, employing, self.people)
        self.by_sentence: dict[int, list[Room]] = {}
        self.polls = [
            PollMention(
                room.span,
                self.layout.paragraph_at(room.span.start),
                is_aside(self.text, room.span),
                room.entity_id,
            )
            for room in rooms
            if room.reliance is Reliance.POLLED
        ]
        for room in rooms:
            if room.reliance in (Reliance.POLLED, Reliance.NAMED):
                continue
            sentence = self.layout.sentence_at(room.span.start)
            self.by_sentence.setdefault(sentence, []).append(room)
        self.cues: dict[int, list[int]] = {}
        for number, attribution in enumerate(attributions):
            sentence = self.layout.sentence_at(attribution.cue[0].start)
            self.cues.setdefault(sentence, []).append(number)

    def is_own(self, name: str) -> bool:
        """Whether a name is the page's own newsroom's; the wire that it prints is another's."""
        return is_own_newsroom(name, self.article.publisher)

    def is_own_room(self, span: Span, entity_id: str | None) -> bool:
        """Whether words name the page's own newsroom; "the Post" may be short for another's."""
        entity = self.entities.get(entity_id or "")
        words = self.text[span.start : span.end]
        if entity is None or entity.kind is not EntityKind.OUTLET:
            return self.is_own(words)
        name, short = entity.name.lower(), words.lower().removeprefix("the ")
        if name.endswith(f" {short}") and name != f"the {short}":
            return self.is_own(entity.name)
        return self.is_own(entity.name) or self.is_own(words)

    def kind_of(self, entity_id: str | None) -> EntityKind | None:
        """The kind of an entity; None where there is none."""
        entity = self.entities.get(entity_id or "")
        return entity.kind if entity is not None else None

    def names_outlet(self, attribution: Attribution) -> bool:
        """Whether the source names an outlet beside itself: "a report in the Brenn Post"."""
        return self.outlets.names_other(attribution.source or (), attribution.entity_id)

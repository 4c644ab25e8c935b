"""How the last newsroom of a chain knows, and how the words reached the page from a speaker."""

import re
from collections.abc import Sequence

from onrecord.records import Act, Attribution, Basis, EntityKind, Form, How
from onrecord.resolution.chains.basis_wordings import is_court_source, judge_source
from onrecord.resolution.chains.clauses import NO_SAYING
from onrecord.resolution.chains.occasions import GROUNDS, Occasions
from onrecord.resolution.chains.room_bases import BASIS_OF, WITH_SPEAKER
from onrecord.resolution.chains.rooms import Room
from onrecord.resolution.chains.scenes import Scene
from onrecord.resolution.newsroom_patterns import Reliance
from onrecord.resolution.polls import PollMention, find_answered

_HANDLE = re.compile(r"(?<![\w.])@[A-Za-z]\w{2,}")
_POINTING = frozenset({"who", "they", "them"})
_UNSAID = NO_SAYING | {Act.BELIEVES, Act.KNOWS}
_RULINGS = frozenset({Act.DECIDES, Act.OPPOSES, Act.DENIES, Act.DECLINES, Act.DEMANDS})


class ChainBases(Occasions):
    """The basis of each attribution, from its source, its newsrooms and its occasion."""

    def find_poll(self, attribution: Attribution) -> PollMention | None:
        """The poll in which the source, a share of people, said it."""
        source = attribution.source
        if source is None or self.kind_of(attribution.entity_id) in GROUNDS:
            return None
        words = self.text[source[0].start : source[-1].end]
        entity = self.entities.get(attribution.entity_id or "")
        if entity is not None and words.lower() in _POINTING:
            words = entity.name
        end = self.layout.sentence_span(self.layout.sentence_at(attribution.cue[0].start)).end
        paragraph = self.layout.paragraph_at(attribution.cue[0].start)
        return find_answered(words, end, paragraph, self.polls)

    def judge_how(
        self, attribution: Attribution, above: Attribution | None,
        rooms: Sequence[Room], scene: Scene | None,
    ) -> How:  # fmt: skip
        """How the last hop is known."""
        kind = self.kind_of(attribution.entity_id)
        if above is not None and self.kind_of(above.entity_id) not in GROUNDS:
            return How.RELAYS
        if kind in GROUNDS:
            return How.CITES
        interviewed = any(room.reliance in (Reliance.TOLD, Reliance.INTERVIEWED) for room in rooms)
        if interviewed or (scene is not None and scene.basis is Basis.INTERVIEW):
            return How.INTERVIEWED
        if self.occasion_of(attribution) is Basis.INTERVIEW:
            return How.INTERVIEWED
        return How.REPORTS if attribution.form is Form.INDIRECT else How.QUOTES

    def judge_basis(
        self, attribution: Attribution, above: Attribution | None,
        rooms: Sequence[Room], scene: Scene | None,
    ) -> Basis:  # fmt: skip
        """How the last newsroom knows what is said in an attribution."""
        if scene is not None:
            return scene.basis
        if above is not None and self.kind_of(above.entity_id) is not EntityKind.OUTLET:
            return above.basis
        occasion = self.occasion_of(attribution)
        by_source = self._judge_source(attribution, occasion)
        if by_source not in (None, Basis.STATEMENT, Basis.DOCUMENT, Basis.UNNAMED_SOURCE):
            return by_source
        for room in rooms:
            if room.reliance in WITH_SPEAKER:
                return self.basis_of_words(attribution, [room], occasion)
        if by_source is Basis.DOCUMENT and self.names_outlet(attribution):
            return Basis.OTHER_OUTLET
        if by_source is not None or occasion is not None:
            return by_source or occasion or Basis.UNSTATED
        return self._judge_rooms(rooms, attribution)

    def _judge_source(self, attribution: Attribution, occasion: Basis | None) -> Basis | None:
        source = attribution.source or ()
        words = self.text[source[0].start : source[-1].end] if source else ""
        around = self.words_around(attribution)
        by_kind = judge_source(words, self.kind_of(attribution.entity_id), around)
        if by_kind in (Basis.POLL, Basis.COURT):
            return by_kind
        if attribution.act in _RULINGS and is_court_source(words):
            return Basis.COURT
        if self.find_poll(attribution) is not None:
            return Basis.POLL
        if by_kind is Basis.OTHER_OUTLET and occasion is Basis.STATEMENT:
            return occasion
        if by_kind is Basis.UNNAMED_SOURCE and attribution.act in _UNSAID:
            return None  # what allies believe is no word of theirs
        return by_kind

    def _judge_rooms(self, rooms: Sequence[Room], attribution: Attribution) -> Basis:
        """The basis of what no source and no occasion tells."""
        for room in rooms:
            if self.is_own_room(room.span, room.entity_id):
                continue
            if self.is_essay(room):
                return Basis.DOCUMENT
            return BASIS_OF.get(room.reliance, Basis.UNSTATED)
        if self._quotes_handle(attribution):
            return Basis.SOCIAL_MEDIA
        return Basis.UNSTATED

    def _quotes_handle(self, attribution: Attribution) -> bool:
        """Whether the words are those of a post: they name somebody as "@idabell"."""
        first, last = attribution.content[0].start, attribution.content[-1].end
        found = _HANDLE.search(self.text, first, last)
        return found is not None and self.layout.quotation_at(found.start()) is not None

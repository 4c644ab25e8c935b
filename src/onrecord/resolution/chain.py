"""How the words reached the page: the hops from the publisher to where the trail stops.

Decisions:
- An attribution inside a speaker's content has that speaker's chain before its own source: it is
  on his word. Somebody who reports himself is no further hop.
- An interview stays the occasion of what its speaker says next, until somebody else speaks or
  another occasion is named; "in the interview" takes it up again.
- The page's own newsroom is no hop, however it is named.
"""

import bisect
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.records import (
    Article,
    Attribution,
    Basis,
    Entity,
    EntityKind,
    Form,
    Hop,
    How,
    Span,
    Spans,
)  # fmt: skip
from onrecord.resolution.addressee import find_addressee
from onrecord.resolution.basis import judge_source, read_occasion
from onrecord.resolution.layout import Layout
from onrecord.resolution.newsrooms import Newsroom, Reliance, find_newsrooms
from onrecord.resolution.own_newsroom import is_own_newsroom
from onrecord.resolution.parties import Resolution
from onrecord.resolution.scenes import Scene, Scenes

__all__ = ["find_newsrooms", "trace_chains"]

_LASTING = frozenset({Basis.INTERVIEW, Basis.SPEECH, Basis.PRESS_CONFERENCE})
_COURT = re.compile(r"lawsuit|suit|motion|affidavit|complaint|court|legal papers|deposition|ruling")
_ON_AIR = re.compile(r"CNN|CNBC|NBC|CBS|ABC|Fox|BBC|NPR|PBS|Radio|TV|Television|Show")
_DEFINITE = re.compile(r"(?:the|her|his) |[A-Z][\w’'-]*[’']s? [a-z]", re.IGNORECASE)
_SHARE = re.compile(r"\bper ?cent\b|\d%|\b(?:respondents|of those (?:polled|surveyed))\b")
_WITH = re.compile(r"\binterview (?:\w+ ){0,3}with (?:the |The )?$")
_SHOW = re.compile(r"[’']s (?:[\w-]+ ){0,2}(?:show|programme|program|broadcast)\b")
_QUOTED = re.compile(r"[\"“][^\"”\n]*[\"”]")
_LEAD = 5
"""Paragraphs, its own included, within which a story says where its lead comes from."""
_GROUNDS = frozenset({EntityKind.OUTLET, EntityKind.DOCUMENT})
_BASIS_OF = {
    Reliance.TOLD: Basis.INTERVIEW,
    Reliance.INTERVIEWED: Basis.INTERVIEW,
    Reliance.AIRED: Basis.BROADCAST,
    Reliance.REPORTED: Basis.OTHER_OUTLET,
    Reliance.WRITTEN: Basis.DOCUMENT,
    Reliance.EMPLOYING: Basis.OTHER_OUTLET,
    Reliance.CREDITED: Basis.UNSTATED,
}
_WITH_SPEAKER = frozenset(
    {Reliance.TOLD, Reliance.INTERVIEWED, Reliance.AIRED, Reliance.WRITTEN, Reliance.EMPLOYING}
)


def trace_chains(
    article: Article,
    attributions: Sequence[Attribution],
    newsrooms: Sequence[Newsroom],
    resolved: Resolution,
) -> tuple[Attribution, ...]:
    """The attributions in their order, each with its addressee, chain and basis."""
    tracer = _Tracer(article, attributions, newsrooms, resolved)
    order = sorted(range(len(attributions)), key=lambda n: attributions[n].cue[0].start)
    for number in order:
        tracer.trace(number)
    tracer.trace_leads(order)
    return tuple(tracer.traced[number] for number in range(len(attributions)))


class _Tracer:
    """One pass over one article's attributions; made for it and thrown away."""

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
        self.layout = Layout(article.text)
        self.entities: Mapping[str, Entity] = {one.id: one for one in resolved.entities}
        self.scenes = Scenes()
        self.read_to = 0
        self.poll: Attribution | None = None
        self.people = sorted(
            (span.start, one.id)
            for one in resolved.entities
            if one.kind is EntityKind.PERSON
            for span in one.mentions
        )
        self.traced: dict[int, Attribution] = {}
        self.active: set[int] = set()
        self.ids = {room.span: resolved.parties.get(room.party) for room in newsrooms}
        self.by_sentence: dict[int, list[Newsroom]] = {}
        for room in newsrooms:
            sentence = self.layout.sentence_at(room.span.start)
            self.by_sentence.setdefault(sentence, []).append(room)
        self.credit = next(
            (
                self.text[room.span.start : room.span.end]
                for room in newsrooms
                if room.reliance is Reliance.CREDITED
            ),
            "",
        )
        self.cues: dict[int, list[int]] = {}
        for number, attribution in enumerate(attributions):
            sentence = self.layout.sentence_at(attribution.cue[0].start)
            self.cues.setdefault(sentence, []).append(number)

    def trace(self, number: int) -> Attribution:
        """One attribution; its parent first."""
        if number in self.traced:
            return self.traced[number]
        self.active.add(number)
        attribution = self.attributions[number]
        above = self._trace_parent(number)
        rooms = self._find_rooms(number)
        around = self._words_around(attribution)
        scene = self._enter_scene(attribution, rooms, around) if above is None else None
        if scene is not None:
            rooms = list(scene.rooms)
        hops = self._make_hops(attribution, above, rooms, scene)
        basis = self._judge_basis(attribution, above, rooms, around, scene)
        self.traced[number] = replace(
            attribution,
            chain=hops,
            basis=basis,
            addressee=self._find_addressee(attribution, rooms, scene),
        )
        entity = self._kind_of(attribution.entity_id)
        if basis is Basis.POLL and entity is EntityKind.DOCUMENT:
            self.poll = self.traced[number]
        return self.traced[number]

    def _find_addressee(
        self, attribution: Attribution, rooms: Sequence[Newsroom], scene: Scene | None
    ) -> Spans | None:
        """Whom the words beside the cue name, or the newsroom that the interview was with."""
        found = find_addressee(self.text, attribution)
        if found is not None or scene is not None:
            return found
        for room in rooms:
            before = self.text[max(0, room.span.start - 60) : room.span.start]
            if room.reliance is Reliance.INTERVIEWED and _WITH.search(before):
                return (room.span,)
        return None

    def _answers_poll(self, attribution: Attribution) -> bool:
        """Whether the source is a share of those whom a poll has asked."""
        source = attribution.source or ()
        return bool(source) and (
            _SHARE.search(self.text, source[0].start, source[-1].end) is not None
        )

    def _trace_parent(self, number: int) -> Attribution | None:
        """Whose content this one stands in, traced; a newsroom's named after it counts too."""
        attribution = self.attributions[number]
        parent = self.numbers.get(attribution.parent_id or "")
        if parent is None:
            parent = self._find_reporting(number)
        if parent is None:
            return None
        if parent in self.traced:
            return self.traced[parent]
        return None if parent in self.active else self.trace(parent)

    def _find_reporting(self, number: int) -> int | None:
        """The newsroom whose report the sentence is: "Vesk has resigned, Brenn Wire reported"."""
        attribution = self.attributions[number]
        sentence = self.layout.sentence_at(attribution.cue[0].start)
        for other in self.cues[sentence]:
            one = self.attributions[other]
            if other == number or self._kind_of(one.entity_id) is not EntityKind.OUTLET:
                continue
            shared = any(_overlap(a, b) for a in one.content for b in attribution.content)
            inside = any(_overlap(a, b) for a in one.cue for b in attribution.content)
            if shared and not inside and _length(one.content) >= _length(attribution.content):
                return other
        return None

    def trace_leads(self, order: Sequence[int]) -> None:
        """Give the first paragraphs the interview that a later one says they are taken from."""
        for number in order:
            attribution = self.traced[number]
            speaker = attribution.entity_id
            paragraph = self.layout.paragraph_at(attribution.cue[0].start)
            named = self._kind_of(speaker) is EntityKind.PERSON
            scene = self.scenes.first_of(speaker) if named and speaker is not None else None
            if scene is None or not paragraph < scene.paragraph <= _LEAD:
                continue
            around = self._words_around(attribution)
            if (
                attribution.parent_id is None
                and not self._find_rooms(number)
                and (read_occasion(around) in (None, scene.basis))
            ):
                hops = self._make_hops(self.attributions[number], None, scene.rooms, scene)
                self.traced[number] = replace(attribution, chain=hops, basis=scene.basis)

    def _find_rooms(self, number: int) -> list[Newsroom]:
        """The newsrooms of its sentence that this attribution's words came through."""
        attribution = self.attributions[number]
        sentence = self.layout.sentence_at(attribution.cue[0].start)
        rooms = []
        for room in self.by_sentence.get(sentence, ()):
            if room.reliance is Reliance.CREDITED or self._is_own_source(room, attribution):
                continue
            if self._belongs(room, number, sentence):
                rooms.append(room)
        return rooms

    def _is_own_source(self, room: Newsroom, attribution: Attribution) -> bool:
        if room.reliance is Reliance.EMPLOYING and self.ids[room.span] != attribution.entity_id:
            return False
        return any(_overlap(piece, room.span) for piece in attribution.source or ())

    def _belongs(self, room: Newsroom, number: int, sentence: int) -> bool:
        attribution = self.attributions[number]
        if any(_overlap(piece, room.span) for piece in attribution.content):
            quoted = self.layout.quotation_at(room.span.start) is not None
            late = (
                room.span.start > attribution.content[-1].start
                and attribution.form is Form.INDIRECT
            )
            if quoted or not late or room.reliance not in (Reliance.INTERVIEWED, Reliance.AIRED):
                return False
        others = [other for other in self.cues[sentence] if other != number]
        for other in others:
            one = self.attributions[other]
            if room.reliance is Reliance.REPORTED and self._is_own_source(room, one):
                return False
            if (
                one.id != attribution.parent_id
                and any(_overlap(piece, room.span) for piece in one.content)
                and not any(_overlap(piece, attribution.cue[0]) for piece in one.content)
            ):
                return False
        return self._is_nearest(room, number, others)

    def _is_nearest(self, room: Newsroom, number: int, others: Sequence[int]) -> bool:
        """Whether no cue of another speaker stands nearer to the newsroom."""
        attribution = self.attributions[number]
        own = _distance(attribution.cue, room.span)
        return all(
            self.attributions[other].entity_id == attribution.entity_id
            or _distance(self.attributions[other].cue, room.span) >= own
            for other in others
        )

    def _words_around(self, attribution: Attribution) -> str:
        """The sentence of the cue without what is attributed or quoted in it."""
        number = self.layout.sentence_at(attribution.cue[0].start)
        span = self.layout.sentence_span(number)
        said = [*attribution.content]
        for other in self.cues.get(number, ()):
            if self.attributions[other].parent_id is None:
                said.extend(self.attributions[other].content)
        inside = [piece for piece in attribution.cue if span.start <= piece.start < span.end]
        start, kept = span.start, []
        for piece in (*sorted(said), Span(span.end, span.end + 1)):
            if piece.end <= start or piece.start > span.end:
                continue
            kept.append(self.text[start : max(start, piece.start)])
            start = max(start, piece.end)
        kept.extend(self.text[piece.start : piece.end] for piece in inside)
        return _QUOTED.sub(" ", " ".join(kept))

    def _enter_scene(
        self, attribution: Attribution, rooms: Sequence[Newsroom], around: str
    ) -> Scene | None:
        """The occasion that this one belongs to, if it goes on; a new one is remembered."""
        speaker = attribution.entity_id
        sentence = self.layout.sentence_at(attribution.cue[0].start)
        self._open_unspoken(sentence)
        if speaker is None or self._kind_of(speaker) in _GROUNDS:
            return None
        spoken = [room for room in rooms if room.reliance in _WITH_SPEAKER]
        occasion = read_occasion(around)
        paragraph = self.layout.paragraph_at(attribution.cue[0].start)
        if spoken:
            basis = self._basis_of_rooms(spoken, occasion)
            described = self._is_described(attribution)
            self.scenes.open(speaker, Scene(tuple(spoken), basis, paragraph), described=described)
            return None
        scene = self.scenes.follow(speaker, paragraph, around, occasion)
        if scene is None and occasion is not None:
            self.scenes.open(speaker, Scene((), occasion, paragraph))
        return scene

    def _is_described(self, attribution: Attribution) -> bool:
        """Whether the speaker is somebody definite without a name: "the former minister"."""
        source = attribution.source
        if source is None or self._kind_of(attribution.entity_id) is not EntityKind.UNNAMED:
            return False
        words = self.text[source[0].start : source[-1].end]
        return _DEFINITE.match(words) is not None

    def _open_unspoken(self, sentence: int) -> None:
        """Begin the occasions of the sentences before this one that hold no attribution."""
        for number in range(self.read_to, sentence):
            if number in self.cues:
                continue
            span = self.layout.sentence_span(number)
            rooms = tuple(
                r for r in self.by_sentence.get(number, ()) if r.reliance in _WITH_SPEAKER
            )
            occasion = read_occasion(_QUOTED.sub(" ", self.text[span.start : span.end]))
            if not rooms and occasion not in _LASTING:
                continue
            basis = self._basis_of_rooms(rooms, occasion)
            scene = Scene(rooms, basis, self.layout.paragraph_at(span.start))
            first, last = (bisect.bisect_left(self.people, (at,)) for at in (span.start, span.end))
            people = [one for _, one in self.people[first:last]]
            for one in dict.fromkeys(people):
                self.scenes.open(one, scene)
        self.read_to = max(self.read_to, sentence)

    def _basis_of_rooms(self, rooms: Sequence[Newsroom], occasion: Basis | None) -> Basis:
        if not rooms:
            return occasion or Basis.UNSTATED
        if occasion in (Basis.INTERVIEW, Basis.COURT):
            return occasion
        room = rooms[0]
        words = self.text[room.span.start : room.span.end]
        if room.reliance is Reliance.WRITTEN and _COURT.search(words):
            return Basis.COURT
        if room.reliance is Reliance.TOLD and _SHOW.match(self.text, room.span.end):
            return Basis.BROADCAST
        if room.reliance is Reliance.EMPLOYING and _ON_AIR.search(words):
            return Basis.BROADCAST
        return _BASIS_OF[room.reliance]

    def _make_hops(
        self, attribution: Attribution, above: Attribution | None,
        rooms: Sequence[Newsroom], scene: Scene | None,
    ) -> tuple[Hop, ...]:  # fmt: skip
        hops = list(above.chain) if above is not None else []
        if self._answers_poll(attribution) and self.poll is not None:
            hops = list(self.poll.chain)
        for room in rooms:
            if room.reliance is not Reliance.CITED:
                self._add(hops, self.ids[room.span], How.CITES, room.span)
        source = attribution.source
        if source is not None and attribution.entity_id is not None:
            how = self._judge_how(attribution, above, rooms, scene)
            self._add(hops, attribution.entity_id, how, Span(source[0].start, source[-1].end))
        for room in rooms:
            if (
                room.reliance is Reliance.CITED
                and self._kind_of(attribution.entity_id) is EntityKind.OUTLET
            ):
                self._add(hops, self.ids[room.span], How.CITES, room.span)
        return tuple(hops)

    def _add(self, hops: list[Hop], entity_id: str | None, how: How, evidence: Span) -> None:
        if entity_id is None or entity_id not in self.entities:
            return
        entity = self.entities[entity_id]
        if any(hop.entity_id == entity_id for hop in hops[-1:]):
            return
        words = self.text[evidence.start : evidence.end]
        outlet = how is How.CITES or entity.kind is EntityKind.OUTLET
        if outlet and any(
            is_own_newsroom(name, self.article.publisher, self.credit)
            for name in (entity.name, words)
        ):
            return
        hops.append(Hop(entity_id, how, evidence))

    def _names_outlet(self, attribution: Attribution) -> bool:
        return any(
            _overlap(piece, mention)
            for piece in attribution.source or ()
            for one in self.entities.values()
            if one.kind is EntityKind.OUTLET
            for mention in one.mentions
        )

    def _kind_of(self, entity_id: str | None) -> EntityKind | None:
        entity = self.entities.get(entity_id or "")
        return entity.kind if entity is not None else None

    def _judge_how(
        self, attribution: Attribution, above: Attribution | None,
        rooms: Sequence[Newsroom], scene: Scene | None,
    ) -> How:  # fmt: skip
        kind = self._kind_of(attribution.entity_id)
        if above is not None and self._kind_of(above.entity_id) not in _GROUNDS:
            return How.RELAYS
        if kind in _GROUNDS:
            return How.CITES
        interviewed = any(room.reliance in (Reliance.TOLD, Reliance.INTERVIEWED) for room in rooms)
        if interviewed or (scene is not None and scene.basis is Basis.INTERVIEW):
            return How.INTERVIEWED
        if read_occasion(self._words_around(attribution)) is Basis.INTERVIEW:
            return How.INTERVIEWED
        return How.REPORTS if attribution.form is Form.INDIRECT else How.QUOTES

    def _judge_basis(
        self, attribution: Attribution, above: Attribution | None,
        rooms: Sequence[Newsroom], around: str, scene: Scene | None,
    ) -> Basis:  # fmt: skip
        if scene is not None:
            return scene.basis
        occasion = read_occasion(around)
        if above is not None and self._kind_of(above.entity_id) is not EntityKind.OUTLET:
            return above.basis
        source = attribution.source or ()
        words = self.text[source[0].start : source[-1].end] if source else ""
        by_kind = judge_source(words, self._kind_of(attribution.entity_id), around)
        if by_kind in (Basis.POLL, Basis.COURT):
            return by_kind
        for room in rooms:
            if room.reliance in _WITH_SPEAKER:
                return self._basis_of_rooms([room], occasion)
        if by_kind is Basis.DOCUMENT and self._names_outlet(attribution):
            return Basis.OTHER_OUTLET
        if by_kind is not None:
            return by_kind
        if occasion is not None:
            return occasion
        if rooms:
            return _BASIS_OF.get(rooms[0].reliance, Basis.UNSTATED)
        return Basis.UNSTATED


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _length(pieces: Sequence[Span]) -> int:
    return sum(piece.end - piece.start for piece in pieces)


def _distance(cue: Sequence[Span], span: Span) -> int:
    return min(max(span.start - piece.end, piece.start - span.end, 0) for piece in cue)

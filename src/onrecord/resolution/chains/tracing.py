"""How the words reached the page: the hops from the publisher to where the trail stops.

Decisions:
- An attribution inside a speaker's content has that speaker's chain before its own source: it is
  on his word. Somebody who reports himself is no further hop.
- An interview stays the occasion of what its speaker says next, until somebody else speaks or
  another occasion is named; "in the interview" takes it up again.
- The page's own newsroom is no hop, however it is named.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.records import (
    Article,
    Attribution,
    Basis,
    EntityKind,
    Hop,
    How,
    Span,
    Spans,
)  # fmt: skip
from onrecord.resolution.chains.addressees import find_addressee
from onrecord.resolution.chains.occasions import SPOKEN_BASES
from onrecord.resolution.chains.other_times import names_another
from onrecord.resolution.chains.passes.debaters import ChainDebates
from onrecord.resolution.chains.passes.echoes import find_echoes
from onrecord.resolution.chains.rooms import Room
from onrecord.resolution.chains.scenes import Scene
from onrecord.resolution.lexicon import load_lexicon
from onrecord.resolution.newsroom_patterns import Reliance
from onrecord.resolution.newsrooms import Newsroom
from onrecord.resolution.parties import Resolution

_WITH = re.compile(r"\binterview (?:\w+ ){0,3}with (?:the |The )?$")
_TITLE = re.compile(r"\b(?:Show|Tonight|Report|Hour|Podcast|Live|Factor|File)$")
_PLURAL = re.compile(r"[Tt]hey|[\w-]+(?: [\w-]+){0,2}s")
_LEAD = 5
"""Paragraphs, its own included, within which a story says where its lead comes from."""
_SOON = 2
"""Paragraphs before a letter or a speech from which a lead may have it."""
_NEAR = 9
"""Paragraphs to which the only interview of a speaker reaches, before it and after."""


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
    tracer.trace_echoes(order)
    tracer.trace_debate(order)
    tracer.trace_newsroom(order)
    tracer.trace_papers(order)
    tracer.trace_questions(order)
    return tuple(tracer.traced[number] for number in range(len(attributions)))


class _Tracer(ChainDebates):
    """One pass over one article's attributions; made for it and thrown away."""

    def trace(self, number: int) -> Attribution:
        """One attribution; its parent first."""
        if number in self.traced:
            return self.traced[number]
        self.active.add(number)
        attribution = self.attributions[number]
        above = self._trace_parent(number)
        rooms = self.find_rooms(number)
        scene = self.enter_scene(attribution, rooms) if above is None else None
        if scene is not None:
            rooms = list(scene.rooms)
        if above is not None:
            self.remember_report(attribution, above)
        hops = self._make_hops(attribution, above, rooms, scene)
        basis = self.judge_basis(attribution, above, rooms, scene)
        self.traced[number] = replace(
            attribution,
            chain=hops,
            basis=basis,
            addressee=self._find_addressee(attribution, rooms, scene),
        )
        entity = self.kind_of(attribution.entity_id)
        if basis is Basis.DOCUMENT and entity is EntityKind.DOCUMENT and len(hops) == 1:
            self.remember_document(self.traced[number])
        return self.traced[number]

    def _find_addressee(
        self, attribution: Attribution, rooms: Sequence[Room], scene: Scene | None
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
            if other == number or self.kind_of(one.entity_id) is not EntityKind.OUTLET:
                continue
            shared = any(a.overlaps(b) for a in one.content for b in attribution.content)
            inside = any(a.overlaps(b) for a in one.cue for b in attribution.content)
            if shared and not inside and _length(one.content) >= _length(attribution.content):
                return other
        return None

    def trace_leads(self, order: Sequence[int]) -> None:
        """Give words that name no occasion the interview that the story is taken from.

        The first paragraphs have it from a later one; so has what is near the only interview of its
        speaker, before it or after.
        """
        for number in order:
            attribution = self.traced[number]
            speaker = attribution.entity_id
            if self._is_of_group(attribution):
                self._trace_group(number)
                continue
            named = self.kind_of(speaker) is EntityKind.PERSON
            scene = self.scenes.first_of(speaker) if named and speaker is not None else None
            if (
                scene is None
                or attribution.parent_id is not None
                or (self.is_stand(attribution) and not self._is_beside(attribution, scene))
                or not self._draws_on(attribution, scene)
                or self.find_rooms(number)
            ):
                continue
            if self.occasion_of(attribution) in (None, scene.basis):
                hops = self._make_hops(self.attributions[number], None, scene.rooms, scene)
                self.traced[number] = replace(attribution, chain=hops, basis=scene.basis)

    def trace_questions(self, order: Sequence[int]) -> None:
        """Give a question that nobody is named for the way of its answer: "asked on air, he said".

        The answer is the next attribution of the sentence with a speaker.
        """
        for number in order:
            asked = self.traced[number]
            answer = self._find_answer(number) if asked.entity_id is None else None
            if answer is not None and not asked.chain:
                self.traced[number] = replace(asked, chain=answer.chain[:-1], basis=answer.basis)

    def _find_answer(self, number: int) -> Attribution | None:
        asked = self.traced[number]
        if not self.is_question(asked):
            return None
        sentence = self.layout.sentence_at(asked.cue[0].start)
        later = [
            self.traced[other]
            for other in self.cues[sentence]
            if self.traced[other].cue[0].start > asked.cue[0].start
            and self.traced[other].parent_id == asked.parent_id
            and self.traced[other].entity_id is not None
        ]
        return min(later, key=lambda one: one.cue[0].start, default=None)

    def _is_of_group(self, attribution: Attribution) -> bool:
        """Whether several without names say something on no occasion: "show insiders said"."""
        source = attribution.source
        return (
            source is not None
            and attribution.parent_id is None
            and len(attribution.chain) == 1
            and attribution.basis in (Basis.UNSTATED, Basis.UNNAMED_SOURCE)
            and self.kind_of(attribution.entity_id) is EntityKind.UNNAMED
            and _PLURAL.fullmatch(self.text, source[0].start, source[-1].end) is not None
        )

    def _trace_group(self, number: int) -> None:
        """Give it the interviews that the text tells of right after it."""
        attribution = self.traced[number]
        scene = self.groups.find_told_after(self.layout.paragraph_at(attribution.cue[0].start))
        if scene is not None and scene.rooms and not self.is_stand(attribution):
            hops = self._make_hops(self.attributions[number], None, scene.rooms, scene)
            self.traced[number] = replace(attribution, chain=hops, basis=scene.basis)

    def _is_beside(self, attribution: Attribution, scene: Scene) -> bool:
        """Whether an occasion is named in the attribution's own paragraph."""
        paragraph = self.layout.paragraph_at(attribution.cue[0].start)
        return paragraph == scene.paragraph and not self.is_aside(attribution)

    def trace_echoes(self, order: Sequence[int]) -> None:
        """Give words that are quoted twice the occasion that one of the two places names."""
        for number, other in find_echoes(self.text, self.layout, self.traced, order).items():
            one, told = self.traced[number], self.traced[other]
            if one.chain and told.chain and one.chain[-1].entity_id == told.chain[-1].entity_id:
                hops = (*told.chain[:-1], replace(one.chain[-1], how=told.chain[-1].how))
                self.traced[number] = replace(one, chain=hops, basis=told.basis)

    def _draws_on(self, attribution: Attribution, scene: Scene) -> bool:
        """Whether what its speaker says here is likely from an interview named elsewhere."""
        paragraph = self.layout.paragraph_at(attribution.cue[0].start)
        near = abs(scene.paragraph - paragraph) <= _NEAR and (
            attribution.entity_id is not None and self.scenes.has_only(attribution.entity_id)
        )
        if names_another(self.own_words(attribution)):
            return False
        if scene.basis not in SPOKEN_BASES and scene.paragraph - paragraph > _SOON:
            return False
        if paragraph >= scene.paragraph:
            open_still = attribution.basis is Basis.UNSTATED and self.may_go_on(attribution)
            return near and open_still
        return near or scene.paragraph <= _LEAD or scene.is_own

    def _make_hops(
        self, attribution: Attribution, above: Attribution | None,
        rooms: Sequence[Room], scene: Scene | None,
    ) -> tuple[Hop, ...]:  # fmt: skip
        hops = list(above.chain) if above is not None else []
        poll = self.find_poll(attribution)
        if poll is not None and above is None:
            self._add(hops, poll.entity_id, How.CITES, poll.span)
        passed = {hop.entity_id for hop in hops}
        # Who reports it stands before whom they had it from.
        for room in sorted(rooms, key=lambda one: one.reliance is not Reliance.REPORTED):
            newsroom = self._find_newsroom(room)
            if room.reliance is not Reliance.CITED and newsroom not in passed:
                self._add(hops, newsroom, How.CITES, room.span)
        source = attribution.source
        if source is not None and attribution.entity_id is not None:
            how = self.judge_how(attribution, above, rooms, scene)
            self._add(hops, attribution.entity_id, how, Span(source[0].start, source[-1].end))
        for room in rooms:
            if (
                room.reliance is Reliance.CITED
                and self.kind_of(attribution.entity_id) is EntityKind.OUTLET
            ):
                self._add(hops, room.entity_id, How.CITES, room.span)
        return tuple(hops)

    def _find_newsroom(self, room: Room) -> str | None:
        """The entity of a newsroom; where a journalist is named for it, his newsroom or none."""
        found = room.entity_id
        entity = self.entities.get(found or "")
        if entity is None or entity.kind is not EntityKind.PERSON:
            return found
        if _TITLE.search(self.text, room.span.start, room.span.end):
            return found  # a programme that has its host's name
        employer = self.employers.get(entity.id)
        if employer is not None:
            return employer.entity_id
        given, *surname = entity.name.split()
        return None if surname and load_lexicon().is_given_name(given) else found

    def _add(self, hops: list[Hop], entity_id: str | None, how: How, evidence: Span) -> None:
        if entity_id is None or entity_id not in self.entities:
            return
        entity = self.entities[entity_id]
        if any(hop.entity_id == entity_id for hop in hops[-1:]):
            return
        outlet = how is How.CITES or entity.kind is EntityKind.OUTLET
        if outlet and self.is_own_room(evidence, entity_id):
            return
        hops.append(Hop(entity_id, how, evidence))


def _length(pieces: Sequence[Span]) -> int:
    return sum(piece.end - piece.start for piece in pieces)

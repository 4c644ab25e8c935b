"""Which occasion an attribution belongs to: its own, or one that goes on."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.records import Attribution, Basis, EntityKind, Form, Span
from onrecord.resolution.chains.basis_wordings import read_occasion
from onrecord.resolution.chains.clauses import QUOTED
from onrecord.resolution.chains.room_bases import WITH_SPEAKER, RoomBases
from onrecord.resolution.chains.rooms import Room
from onrecord.resolution.chains.scenes import Scene, Turn
from onrecord.resolution.newsroom_patterns import Reliance

_LASTING = frozenset({Basis.INTERVIEW, Basis.SPEECH, Basis.PRESS_CONFERENCE, Basis.STATEMENT})
_TALKED = re.compile(r"(?: has| had)? (?:interviewed|spoke|talked|reached|visited)\b")
_ASKS = re.compile(r"\b(?:asked|asks|pressed|questioned|challenged)\b")
# What is told of by the way, or to come: "she recently called in to Vale Radio".
_LATELY = re.compile(r"\b(?:[Rr]ecently|will|(?:is|are) (?:set|scheduled) to)\b")
_REPLIES = re.compile(r"\b(?:repli|answer|respond|said|says)")
# What somebody has written: "his memoir", "a letter to the board"; footage has no writer.
_LETTERS = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Aa]nother|[Tt]hat|[A-Z][\w’']+[’']s?) .*?"
    r"(?:book|memoir|letter|memo|memorandum|report|paper|op-ed|column|essay|article|e-?mail|message|"
    r"post|filing|ruling|opinion|order|brief|motion|lawsuit|complaint|affidavit|statement|study|"
    r"note|dissent|cable|blog|petition|review|editorial|piece|indictment|documents?)s?\b"
)
_HOSTS = re.compile(r"\bwho (?:co-?)?hosts? [^.,;\n]*$")
_HOST_REACH = 60
_NEAR = 3
"""Paragraphs within which somebody who "wrote" wrote the document that was quoted before."""
GROUNDS = frozenset({EntityKind.OUTLET, EntityKind.DOCUMENT})
SPOKEN_BASES = frozenset({Basis.INTERVIEW, Basis.BROADCAST})


_OPENING = WITH_SPEAKER - {Reliance.EMPLOYING}


class Occasions(RoomBases):
    """Interviews, speeches and the like, as the text goes through them."""

    def enter_scene(self, attribution: Attribution, rooms: Sequence[Room]) -> Scene | None:
        """The occasion that this one belongs to, if it goes on; a new one is remembered."""
        speaker = self.speaker_of(attribution)
        sentence = self.layout.sentence_at(attribution.cue[0].start)
        self._open_unspoken(sentence)
        if speaker is None or self.kind_of(speaker) in GROUNDS:
            return None
        if self.is_aside(attribution) and self.occasion_of(attribution) is None:
            return None
        spoken = [room for room in rooms if room.reliance in WITH_SPEAKER or self.is_essay(room)]
        occasion = self.occasion_of(attribution)
        paragraph = self.layout.paragraph_at(attribution.cue[0].start)
        if spoken:
            basis = self.basis_of_words(attribution, spoken, occasion)
            described = self.is_described(attribution)
            opened = Scene(self._without_own(spoken), basis, paragraph)
            spoken_with = basis in SPOKEN_BASES
            self.scenes.open(speaker, opened, described=described and spoken_with)
            if spoken_with and (self.is_unnamed(attribution) or self.is_counted(attribution)):
                self.groups.open(opened)
            return None
        return self._go_on(attribution, rooms, occasion, paragraph)

    def _go_on(
        self,
        attribution: Attribution,
        rooms: Sequence[Room],
        occasion: Basis | None,
        paragraph: int,
    ) -> Scene | None:
        """The occasion of words that come through no newsroom of their own sentence."""
        scene = None
        speaker = self.join_described(attribution, paragraph)
        if occasion is not None or self.may_go_on(attribution):
            named = self.kind_of(speaker) is EntityKind.PERSON
            words = self.own_words(attribution)
            scene = self.scenes.follow(Turn(speaker, paragraph, words, occasion, named))
        if scene is None and self.wrote(attribution):
            scene = self._find_document(paragraph)
            if scene is not None:
                self.scenes.open(speaker, scene)
        if scene is None and occasion is None:
            scene = self._ask(attribution, paragraph) or self._answer(attribution, paragraph)
        if scene is None and occasion is None and self.is_unnamed(attribution):
            scene = self.groups.follow(paragraph)
        if scene is None and occasion is None:
            return self._follow_report(attribution, rooms, paragraph)
        if scene is None and occasion is not None:
            opened = Scene((), occasion, paragraph)
            if occasion is Basis.SPEECH and attribution.form is Form.INDIRECT:
                self.scenes.open_aside(speaker, opened)
            else:
                self.scenes.open(speaker, opened)
        return scene

    def _follow_report(
        self, attribution: Attribution, rooms: Sequence[Room], paragraph: int
    ) -> Scene | None:
        """The report of a newsroom from which these words come as the ones before them did."""
        speaker = attribution.entity_id or ""
        reports = self._without_own([one for one in rooms if one.reliance is Reliance.REPORTED])
        if reports:
            self.reports.open(speaker, Scene(reports, Basis.OTHER_OUTLET, paragraph))
        if rooms or not self.may_go_on(attribution):
            return None
        quoted = attribution.form is not Form.INDIRECT
        words = self.own_words(attribution)
        return self.reports.follow(speaker, paragraph, words, quoted=quoted)

    def remember_report(self, attribution: Attribution, above: Attribution) -> None:
        """Keep the newsroom in whose report a speaker's words stand: "the Post said Bell left"."""
        source = above.source
        if (
            source is None
            or above.parent_id is not None
            or self.kind_of(above.entity_id) is not EntityKind.OUTLET
            or self.kind_of(attribution.entity_id) is not EntityKind.PERSON
        ):
            return
        span = Span(source[0].start, source[-1].end)
        rooms = self._without_own((Room(span, Reliance.REPORTED, above.entity_id),))
        paragraph = self.layout.paragraph_at(attribution.cue[0].start)
        if rooms:
            scene = Scene(rooms, Basis.UNSTATED, paragraph)
            self.reports.open(attribution.entity_id or "", scene)

    def _answer(self, attribution: Attribution, paragraph: int) -> Scene | None:
        """The interview in which a newsroom, or its journalist, asked what this one replies to."""
        cue = attribution.cue
        if _REPLIES.search(self.text, cue[0].start, cue[-1].end) is None:
            return None
        sentence = self.layout.sentence_at(cue[0].start)
        for number in (*self.cues.get(sentence - 1, ()), *self.cues.get(sentence, ())):
            one = self.attributions[number]
            room = self._find_asker(one)
            if room is not None and one.entity_id != attribution.entity_id:
                scene = Scene(self._without_own((room,)), Basis.INTERVIEW, paragraph)
                self.scenes.open(attribution.entity_id or "", scene)
                return scene
        return None

    def _find_asker(self, attribution: Attribution) -> Room | None:
        """The newsroom that asks in an attribution, or whose journalist does."""
        source, cue = attribution.source, attribution.cue
        if source is None or _ASKS.search(self.text, cue[0].start, cue[-1].end) is None:
            return None
        if self.kind_of(attribution.entity_id) is not EntityKind.OUTLET:
            return self.employers.get(attribution.entity_id or "")
        span = Span(source[0].start, source[-1].end)
        return Room(span, Reliance.INTERVIEWED, attribution.entity_id)

    def _ask(self, attribution: Attribution, paragraph: int) -> Scene | None:
        """The broadcast in which a journalist speaks whose interview is told here."""
        room = self.employers.get(attribution.entity_id or "")
        if room is None or (room.reliance is Reliance.EMPLOYING and not self._is_hosted(room)):
            return None
        if abs(self.layout.paragraph_at(room.span.start) - paragraph) > _NEAR:
            return None
        own = replace(room, reliance=Reliance.EMPLOYING)
        basis = Basis.OTHER_OUTLET if self.wrote(attribution) else Basis.BROADCAST
        return Scene(self._without_own((own,)), basis, paragraph)

    def _is_hosted(self, room: Room) -> bool:
        """Whether the newsroom is a programme of which its host is told: "who hosts “Noon”"."""
        first = max(0, room.span.start - _HOST_REACH)
        return _HOSTS.search(self.text, first, room.span.start) is not None

    def _without_own(self, rooms: Sequence[Room]) -> tuple[Room, ...]:
        """An interview with the page's own newsroom is its own: no newsroom stands between."""
        return tuple(room for room in rooms if not self.is_own_room(room.span, room.entity_id))

    def remember_document(self, attribution: Attribution) -> None:
        """Keep a document that the text quotes: whoever "wrote" next is likely its writer."""
        source = attribution.source
        if source is None:
            return
        span = Span(source[0].start, source[-1].end)
        if _LETTERS.search(self.text, span.start, span.end) is None:
            return
        room = Room(span, Reliance.WRITTEN, attribution.entity_id)
        paragraph = self.layout.paragraph_at(attribution.cue[0].start)
        self.document = Scene((room,), Basis.DOCUMENT, paragraph)

    def _find_document(self, paragraph: int) -> Scene | None:
        document = self.document
        if document is None or paragraph - document.paragraph > _NEAR:
            return None
        self.document = replace(document, paragraph=paragraph)
        return self.document

    def _open_unspoken(self, sentence: int) -> None:
        """Begin the occasions of the sentences before this one in which nobody speaks."""
        for number in range(self.read_to, sentence):
            if any(self._has_voice(other) for other in self.cues.get(number, ())):
                self._open_mentioned(number)
                continue
            span = self.layout.sentence_span(number)
            rooms = tuple(r for r in self.by_sentence.get(number, ()) if r.reliance in _OPENING)
            rooms = rooms or tuple(self.find_interviewer(number))
            words = QUOTED.sub(" ", self.text[span.start : span.end])
            occasion = read_occasion(words)
            if (not rooms and occasion not in _LASTING) or _LATELY.search(words):
                continue
            basis = self.basis_of_rooms(rooms, occasion)
            paragraph = self.layout.paragraph_at(span.start)
            scene = Scene(self._without_own(rooms), basis, paragraph)
            if rooms and _TALKED.match(self.text, rooms[0].span.end):
                self.groups.open_told(scene)
            for one in self._list_people(number):
                self.scenes.open(one, scene)
        self.read_to = max(self.read_to, sentence)

    def _has_voice(self, number: int) -> bool:
        """Whether somebody speaks in it; in "Bell was asked" nobody does."""
        one = self.attributions[number]
        asks = _ASKS.search(self.text, one.cue[0].start, one.cue[-1].end) is not None
        if asks and self.kind_of(one.entity_id) is EntityKind.UNNAMED:
            return False
        return one.entity_id is not None

    def _list_people(self, sentence: int) -> list[str]:
        """Who is named in a sentence; where it is the rest of one, in the nearest before it."""
        span = self.layout.sentence_span(sentence)
        named = [one.person for one in self.people.named_between(span.start, span.end)]
        quoted = self.layout.quotation_at(span.start) is not None
        if not named and (quoted or self.text[span.start].islower()):
            # "… right?” during a speech on Friday."
            before = self.people.named_before(span.start)
            paragraph = self.layout.paragraph_at(span.start)
            if before is not None and self.layout.paragraph_at(before.span.start) == paragraph:
                return [before.person]
        return list(dict.fromkeys(named))

    def _open_mentioned(self, sentence: int) -> None:
        """Begin interviews that somebody else mentions: "as Ames put it in an interview with …"."""
        for room in self.by_sentence.get(sentence, ()):
            person = self.interviewee_of(room)
            if person is not None:
                paragraph = self.layout.paragraph_at(room.span.start)
                self.scenes.open(person, Scene((room,), Basis.INTERVIEW, paragraph))

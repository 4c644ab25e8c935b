"""Which newsrooms of a sentence an attribution's words came through."""

import itertools
import re
from collections.abc import Sequence

from onrecord.records import Act, Attribution, EntityKind, Form, Span
from onrecord.resolution.chains.context import ChainContext
from onrecord.resolution.chains.journalists import as_interviewer, talks_to
from onrecord.resolution.chains.rooms import Room
from onrecord.resolution.newsroom_patterns import Reliance

_IN_INTERVIEW = re.compile(r"\bin an? (?:[\w-]+ ){0,3}interview (?:with|on|for|by|in)\b")
_GIVEN = re.compile(
    r"\binterview (?:that )?(?P<who>[A-Z][\w’'.]*(?: [A-Z][\w’'.]*){0,2}) "
    r"(?:did|gave|had|has|held|conducted|taped|sat)\b"
)
_INTERVIEW_REACH = 60
_WHO_TALKED = re.compile(
    r"\b(?:who|that|speaking|interviewed|account|interview|remarks|comments|statements?)\b"
)
_WHO_APPEARED = re.compile(r"\b(?:speaking|appearing|appeared|playing|talking|interviewed)\b")
_SPOKEN = frozenset({Reliance.TOLD, Reliance.INTERVIEWED, Reliance.AIRED})
_PRINTED = re.compile(
    r"[^,.;]{0,40}? (?:(?:published|printed|that ran|running|posted|appearing) )?(?:in|by|for|on) "
    r"(?:[Tt]he |an? |\w+day[’']s )?(?:[\w-]+ ){0,2}"
)
_MODERATOR = re.compile(r"\b[Mm]oderator")
_DEBATE = re.compile(r"\b(?:debates?|[Mm]oderat(?:or|ors|ed|ing))\b")
_TAIL = 12
"""Characters that can follow a newsroom which ends a content that quotes."""
_MARKS = 8
"""Characters of a quotation beside the title in it: its marks, a stop, an article."""
_TWEETS = re.compile(r"\b(?:re)?tweet", re.IGNORECASE)
_WRITING_FOR = re.compile(
    r"(?:riting|wrote|writes)(?: recently| earlier| \w+day| last \w+| this \w+)? "
    r"(?:for|in|at) (?:the |The |an? )?$"
)
_WRITING_REACH = 50


class ChainNewsrooms(ChainContext):
    """The newsrooms of an article's attributions, by what stands in their sentences."""

    def find_rooms(self, number: int) -> list[Room]:
        """The newsrooms of its sentence that this attribution's words came through."""
        attribution = self.attributions[number]
        sentence = self.layout.sentence_at(attribution.cue[0].start)
        rooms = []
        kind = self.kind_of(attribution.entity_id)
        for room in (*self.by_sentence.get(sentence, ()), *self._list_ending(attribution)):
            if room.reliance is Reliance.CREDITED or self.is_own_source(room, attribution):
                continue
            if room.reliance is Reliance.WRITTEN and kind is EntityKind.OUTLET:
                continue  # "the Post said in an article": the Post it is
            if self._belongs(room, number, sentence):
                rooms.append(room)
        rooms = [
            room
            for room in self._leave_out_essays(rooms)
            if not self._is_debating(room, attribution)
        ]
        spoken = [room for room in rooms if room.reliance in _SPOKEN]
        if spoken:
            # Who speaks for one newsroom to another is that one's guest.
            rooms = [room for room in rooms if room.reliance is not Reliance.EMPLOYING]
        if len(spoken) > 1 and self.kind_of(spoken[0].entity_id) is EntityKind.OUTLET:
            # "in an interview with Vale News aired on “Today”": the programme is Vale News's.
            shows = [one for one in spoken[1:] if self._is_show(one)]
            rooms = [room for room in rooms if room not in shows]
        if spoken and _TWEETS.search(self.text, attribution.cue[0].start, attribution.cue[-1].end):
            rooms = []  # what is on the air is what the tweet is about
        return rooms or self.find_interviewer(sentence, attribution)

    def _list_ending(self, attribution: Attribution) -> list[Room]:
        """The newsrooms that end a content of several sentences: “… It rained” on Vale Radio."""
        first = self.layout.sentence_at(attribution.cue[0].start)
        last = self.layout.sentence_at(attribution.content[-1].end - 1)
        if last <= first or attribution.form is Form.DIRECT or last in self.cues:
            return []
        return [
            room
            for room in self.by_sentence.get(last, ())
            if room.reliance in _SPOKEN and room.span.start > attribution.content[-1].start
        ]

    def _leave_out_essays(self, rooms: Sequence[Room]) -> list[Room]:
        """Without the papers that a newsroom printed: "in an essay in the Post" is the Post."""
        printed = {
            one.span
            for one, after in itertools.pairwise(rooms)
            if one.reliance is Reliance.WRITTEN
            and _PRINTED.fullmatch(self.text, one.span.end, after.span.start)
        }
        return [room for room in rooms if room.span not in printed]

    def _is_debating(self, room: Room, attribution: Attribution) -> bool:
        """Whether a newsroom's journalist leads a debate, where everybody hears him."""
        if room.reliance is not Reliance.EMPLOYING:
            return False
        span = self.layout.sentence_span(self.layout.sentence_at(room.span.start))
        if attribution.act is not Act.ASKS:
            return _MODERATOR.search(self.text, span.start, span.end) is not None
        return _DEBATE.search(self.text, span.start, span.end) is not None

    def _is_show(self, room: Room) -> bool:
        return self.kind_of(room.entity_id) not in (EntityKind.OUTLET, None)

    def find_interviewer(self, sentence: int, attribution: Attribution | None = None) -> list[Room]:
        """The newsroom of the journalist whom the sentence says that somebody talked to."""
        speaker = attribution.entity_id if attribution is not None else None
        content = attribution.content if attribution is not None else ()
        span = self.layout.sentence_span(sentence)
        for one in self.people.named_between(span.start, span.end):
            room = self.employers.get(one.person)
            if room is None or one.person == speaker:
                continue
            said = any(piece.overlaps(one.span) for piece in content)
            if not said and talks_to(self.text, span.start, one.span.start):
                return [as_interviewer(room, one.span)]
        return []

    def is_own_source(self, room: Room, attribution: Attribution) -> bool:
        """Whether the newsroom is the attribution's source, or named in it."""
        if room.reliance is Reliance.EMPLOYING and room.entity_id != attribution.entity_id:
            return False
        if self._is_told_to(room, attribution):
            return False
        return any(piece.overlaps(room.span) for piece in attribution.source or ())

    def _is_told_to(self, room: Room, attribution: Attribution) -> bool:
        """Whether the source is somebody who spoke to the newsroom: "sources who told the Post"."""
        source = attribution.source
        if source is None or room.reliance not in _SPOKEN:
            return False
        pattern = _WHO_APPEARED if room.reliance is Reliance.AIRED else _WHO_TALKED
        return pattern.search(self.text, source[0].start, room.span.start) is not None

    def _belongs(self, room: Room, number: int, sentence: int) -> bool:
        attribution = self.attributions[number]
        if room.reliance is Reliance.EMPLOYING and not self._is_employee(room, attribution):
            return False
        if any(piece.overlaps(room.span) for piece in attribution.content):
            quoted = self._is_quoted(room.span)
            last = attribution.content[-1]
            said = self.text[max(last.start, room.span.start) : last.end]
            late = room.span.start > last.start and (
                attribution.form is Form.INDIRECT
                or (
                    attribution.form is Form.MIXED
                    and len(said) - (room.span.end - room.span.start) < _TAIL
                )
            )
            if quoted or not late or room.reliance not in (Reliance.INTERVIEWED, Reliance.AIRED):
                return False
            if self.interviewee_of(room) not in (None, attribution.entity_id):
                return False
        if not self._may_be_interviewed(room, attribution) or self._is_apart(room, attribution):
            return False
        others = [other for other in self.cues[sentence] if other != number]
        for other in others:
            one = self.attributions[other]
            if room.reliance is Reliance.REPORTED and self.is_own_source(room, one):
                return False
            if (
                one.id != attribution.parent_id
                and any(piece.overlaps(room.span) for piece in one.content)
                and not any(piece.overlaps(attribution.cue[0]) for piece in one.content)
            ):
                return False
        if self._is_written_for(room) and attribution.source is not None:
            # "Writing for the Post, Bell noted": whoever stands after the comma writes there.
            source = attribution.source[0].start
            return source < room.span.start or "," in self.text[room.span.end : source]
        return self._is_named_for(room, attribution) or self._is_nearest(room, number, others)

    def _is_named_for(self, room: Room, attribution: Attribution) -> bool:
        """Whether the newsroom stands in the words for its journalist: "Vale Radio’s Ida Bell"."""
        return room.reliance is Reliance.EMPLOYING and any(
            piece.overlaps(room.span) for piece in attribution.source or ()
        )

    def _is_apart(self, room: Room, attribution: Attribution) -> bool:
        """Whether a semicolon, which nobody says, stands between the cue and the newsroom."""
        end = attribution.cue[-1].end
        last = max([end, *(piece.end for piece in attribution.content)])
        return room.span.start > last and ";" in self.text[last : room.span.start]

    def _may_be_interviewed(self, room: Room, attribution: Attribution) -> bool:
        """Whether no other is said to have given it: "points to an interview Marsh did with …"."""
        first = max(0, room.span.start - _INTERVIEW_REACH)
        given = _GIVEN.search(self.text, first, room.span.start)
        if given is None:
            return True
        givers = self.people.named_between(*given.span("who"))
        return not givers or givers[0].person == attribution.entity_id

    def _is_quoted(self, span: Span) -> bool:
        """Whether a newsroom is named in what somebody says, and not as a title in marks."""
        quotation = self.layout.quotation_at(span.start)
        if quotation is None:
            return False
        return (quotation.end - quotation.start) - (span.end - span.start) > _MARKS

    def _is_written_for(self, room: Room) -> bool:
        """Whether somebody writes in it: "writing for the Brenn Post"."""
        start = room.span.start
        return _WRITING_FOR.search(self.text, max(0, start - _WRITING_REACH), start) is not None

    def _is_employee(self, room: Room, attribution: Attribution) -> bool:
        """Whether it is the newsroom's own journalist who speaks."""
        source = attribution.source
        if source is None:
            return True
        near = Span(source[0].start, source[-1].end + 1)
        return (
            near.overlaps(room.span)
            or self.employers.get(attribution.entity_id or "") is room
            or self._is_written_for(room)
        )

    def interviewee_of(self, room: Room) -> str | None:
        """The person right before "in an interview with" a newsroom inside a content."""
        if room.reliance is not Reliance.INTERVIEWED:
            return None
        words = _IN_INTERVIEW.search(
            self.text, max(0, room.span.start - _INTERVIEW_REACH), room.span.start
        )
        before = self.people.named_before(room.span.start)
        if words is None or before is None:
            return None
        start, person = before.span.start, before.person
        within = any(
            piece.start <= start and room.span.start < piece.end
            for other in self.cues.get(self.layout.sentence_at(room.span.start), ())
            for piece in self.attributions[other].content
        )
        return person if within and 0 < words.start() - start <= _INTERVIEW_REACH else None

    def _is_nearest(self, room: Room, number: int, others: Sequence[int]) -> bool:
        """Whether no cue of another speaker stands nearer to the newsroom."""
        attribution = self.attributions[number]
        own = _distance(attribution.cue, room.span)
        return all(
            self.attributions[other].entity_id in (None, attribution.entity_id)
            or _distance(self.attributions[other].cue, room.span) >= own
            for other in others
        )


def _distance(cue: Sequence[Span], span: Span) -> int:
    return min(max(span.start - piece.end, piece.start - span.end, 0) for piece in cue)

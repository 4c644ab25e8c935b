"""Which occasion an attribution belongs to: its own, or one that goes on."""

from collections.abc import Sequence

from onrecord.records import Attribution, Basis, EntityKind, Form, Span
from onrecord.resolution.chains.asking import find_own_broadcast, find_reply
from onrecord.resolution.chains.clauses import read_clause, read_sentence
from onrecord.resolution.chains.context import ChainContext
from onrecord.resolution.chains.group_scenes import GroupScenes
from onrecord.resolution.chains.other_times import is_by_the_way, is_perfect
from onrecord.resolution.chains.quoted_documents import QuotedDocument
from onrecord.resolution.chains.report_scenes import ReportScenes
from onrecord.resolution.chains.room_bases import (
    SPOKEN_BASES,
    WITH_SPEAKER,
    is_essay,
    judge_words,
)
from onrecord.resolution.chains.rooms import GROUNDS, Room
from onrecord.resolution.chains.sayings import is_aside, is_written, may_go_on
from onrecord.resolution.chains.scenes import Scene, Scenes, Turn
from onrecord.resolution.chains.speakers import (
    are_counted,
    are_several,
    find_speaker,
    is_described,
    is_known_one,
)
from onrecord.resolution.chains.unspoken import find_unspoken
from onrecord.resolution.newsroom_patterns import Reliance


class Occasions:
    """Interviews, speeches and the like, as the text goes through them.

    Attributes:
        scenes: each speaker's.
        groups: those of several people without names.
    """

    def __init__(self, context: ChainContext) -> None:
        self._context = context
        self._read_to = 0
        self._reports = ReportScenes()
        self._document = QuotedDocument()
        self.scenes = Scenes()
        self.groups = GroupScenes()

    def enter(
        self, attribution: Attribution, rooms: Sequence[Room], occasion: Basis | None
    ) -> Scene | None:
        """The occasion that an attribution belongs to, if it goes on; a new one is remembered.

        Args:
            attribution: the next one in the text.
            rooms: the newsrooms that its words came through.
            occasion: the one that the words beside its cue name.
        """
        context = self._context
        self._open_unspoken(context.sentence_of(attribution))
        speaker = find_speaker(context, attribution)
        if speaker is None or context.kind_of(speaker) in GROUNDS:
            return None
        if occasion is None and is_aside(context, attribution):
            return None
        spoken = [
            room for room in rooms if room.reliance in WITH_SPEAKER or is_essay(context, room)
        ]
        if not spoken:
            return self._go_on(attribution, rooms, occasion)
        basis = judge_words(context, attribution, spoken, occasion)
        self._open_spoken(attribution, speaker, context.leave_out_own(spoken), basis)
        return None

    def remember_report(self, attribution: Attribution, above: Attribution) -> None:
        """Keep the newsroom in whose report a speaker's words stand: "the Post said Bell left"."""
        context, source = self._context, above.source
        if (
            source is None
            or above.parent_id is not None
            or context.kind_of(above.entity_id) is not EntityKind.OUTLET
            or context.kind_of(attribution.entity_id) is not EntityKind.PERSON
        ):
            return
        span = Span(source[0].start, source[-1].end)
        rooms = context.leave_out_own((Room(span, Reliance.REPORTED, above.entity_id),))
        if rooms:
            scene = Scene(rooms, Basis.UNSTATED, context.paragraph_of(attribution))
            self._reports.open(attribution.entity_id or "", scene)

    def remember_document(self, traced: Attribution) -> None:
        """Keep the document that is quoted, if one is."""
        self._document.remember(self._context, traced)

    def _open_unspoken(self, sentence: int) -> None:
        """Begin the occasions of the sentences before this one in which nobody speaks."""
        for found in find_unspoken(self._context, range(self._read_to, sentence)):
            if found.has_group:
                self.groups.open_told(found.scene)
            for person in found.people:
                self.scenes.open(person, found.scene)
        self._read_to = max(self._read_to, sentence)

    def _open_spoken(
        self, attribution: Attribution, speaker: str, rooms: tuple[Room, ...], basis: Basis
    ) -> None:
        """Begin the occasion on which somebody spoke with newsrooms."""
        context = self._context
        opened = self._begin(attribution, rooms, basis)
        talked = basis in SPOKEN_BASES
        described = talked and is_described(context, attribution)
        if opened.apart:
            self.scenes.open_aside(speaker, opened)
        else:
            self.scenes.open(speaker, opened, described=described)
        if talked and (are_several(context, attribution) or are_counted(context, attribution)):
            self.groups.open(opened)

    def _go_on(
        self, attribution: Attribution, rooms: Sequence[Room], occasion: Basis | None
    ) -> Scene | None:
        """The occasion of words that come through no newsroom of their own sentence.

        None where it begins with them.
        """
        speaker = self._join_described(attribution)
        scene = self._follow(attribution, speaker, occasion)
        if scene is not None:
            return scene
        if occasion is None:
            return self._find_unnamed(attribution) or self._follow_report(attribution, rooms)
        opened = self._begin(attribution, (), occasion)
        if opened.apart or (occasion is Basis.SPEECH and attribution.form is Form.INDIRECT):
            self.scenes.open_aside(speaker, opened)
        else:
            self.scenes.open(speaker, opened)
        return None

    def _begin(self, attribution: Attribution, rooms: tuple[Room, ...], basis: Basis) -> Scene:
        """A new occasion; whether it is one by the way, its sentence tells."""
        context = self._context
        apart = is_by_the_way(read_sentence(context, attribution))
        return Scene(rooms, basis, context.paragraph_of(attribution), apart=apart)

    def _join_described(self, attribution: Attribution) -> str:
        """Who speaks; who spoke before, where somebody is only described: "the sailor said"."""
        context = self._context
        speaker = find_speaker(context, attribution) or ""
        before = self.scenes.current
        if attribution.source is None or before is None or self.scenes.knows(speaker):
            return speaker
        cue = context.text[attribution.cue[0].start : attribution.cue[-1].end]
        if is_perfect(cue) or not may_go_on(context, attribution):
            return speaker
        far = context.paragraph_of(attribution) - before[1] > 1
        if far or context.kind_of(speaker) is not EntityKind.UNNAMED:
            return speaker
        return before[0] if is_known_one(context.source_words(attribution)) else speaker

    def _follow(
        self, attribution: Attribution, speaker: str, occasion: Basis | None
    ) -> Scene | None:
        """The speaker's own occasion, or the document that he wrote."""
        context, scene = self._context, None
        paragraph = context.paragraph_of(attribution)
        if occasion is not None or may_go_on(context, attribution):
            named = context.kind_of(speaker) is EntityKind.PERSON
            words = read_clause(context, attribution)
            scene = self.scenes.follow(Turn(speaker, paragraph, words, occasion, named))
        if scene is None and is_written(context, attribution):
            scene = self._document.follow(paragraph)
            if scene is not None:
                self.scenes.open(speaker, scene)
        return scene

    def _find_unnamed(self, attribution: Attribution) -> Scene | None:
        """The occasion of what names none: a journalist asks or is answered, several talk."""
        context = self._context
        asking = find_own_broadcast(context, attribution)
        if asking is not None:
            return asking
        reply = find_reply(context, attribution)
        if reply is not None:
            self.scenes.open(attribution.entity_id or "", reply)
            return reply
        if are_several(context, attribution):
            return self.groups.follow(context.paragraph_of(attribution))
        return None

    def _follow_report(self, attribution: Attribution, rooms: Sequence[Room]) -> Scene | None:
        """The report of a newsroom from which these words come as the ones before them did."""
        context, speaker = self._context, attribution.entity_id or ""
        paragraph = context.paragraph_of(attribution)
        reported = [room for room in rooms if room.reliance is Reliance.REPORTED]
        reports = context.leave_out_own(reported)
        if reports:
            self._reports.open(speaker, Scene(reports, Basis.OTHER_OUTLET, paragraph))
        if rooms or not may_go_on(context, attribution):
            return None
        quoted = attribution.form is not Form.INDIRECT
        words = read_clause(context, attribution)
        return self._reports.follow(speaker, paragraph, words, quoted=quoted)

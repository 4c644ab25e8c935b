"""On what basis somebody's words came through a newsroom or a document."""

import re
from collections.abc import Sequence

from onrecord.records import Attribution, Basis
from onrecord.resolution.chains.clauses import QUOTED
from onrecord.resolution.chains.rooms import Room
from onrecord.resolution.chains.speakers import ChainSpeakers
from onrecord.resolution.newsroom_patterns import Reliance

_COURT = re.compile(
    r"lawsuit|suit\b|motion|affidavit|complaint|court|legal|deposition|ruling|indictment|"
    r"brief\b|petition"
)
_ON_AIR = re.compile(r"(?:[’']s)? (?:[\w-]+ )?(?:host|anchor|presenter)\b")
_WRITES = re.compile(r"\b(?:wrote|writes)\b")
_SHOW = re.compile(
    r" (?:audience|viewers|listeners)\b|"
    r"[’']s (?:[\w-]+ ){0,2}(?:show|programme|program|broadcast)\b"
)
# A newspaper prints what somebody else writes: "in an op-ed for the Vale Post".
_ESSAY = re.compile(
    r"\b(?:op-ed|essay|column|opinion piece|guest commentary)(?: published| that ran| appearing)? "
    r"(?:in|for|by|on) (?:the |The |\w+day[’']s )?$"
)
_ESSAY_REACH = 50
# Who is on the air and asked there is interviewed: "asked on Vale Radio", "told the hosts".
_QUESTIONED = re.compile(
    r"\b(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|interviewed|visited|stopped by)\b|"
    r"\b(?:told|telling|tells) (?:the |its |his |her )?"
    r"(?:(?:co-)?hosts?|anchors?|moderator|interviewer)\b"
)
BASIS_OF = {
    Reliance.TOLD: Basis.INTERVIEW,
    Reliance.INTERVIEWED: Basis.INTERVIEW,
    Reliance.AIRED: Basis.BROADCAST,
    Reliance.REPORTED: Basis.OTHER_OUTLET,
    Reliance.WRITTEN: Basis.DOCUMENT,
    Reliance.EMPLOYING: Basis.OTHER_OUTLET,
    Reliance.CREDITED: Basis.UNSTATED,
}
WITH_SPEAKER = frozenset(
    {Reliance.TOLD, Reliance.INTERVIEWED, Reliance.AIRED, Reliance.WRITTEN, Reliance.EMPLOYING}
)


class RoomBases(ChainSpeakers):
    """The basis that a newsroom gives to what is said through it."""

    def is_essay(self, room: Room) -> bool:
        """Whether a newsroom prints what its speaker writes: "in an op-ed for the Post"."""
        first = max(0, room.span.start - _ESSAY_REACH)
        return room.reliance is Reliance.REPORTED and (
            _ESSAY.search(self.text, first, room.span.start) is not None
        )

    def wrote(self, attribution: Attribution) -> bool:
        """Whether the cue says that it was written."""
        cues = attribution.cue
        return _WRITES.search(self.text, cues[0].start, cues[-1].end) is not None

    def basis_of_words(
        self, attribution: Attribution, rooms: Sequence[Room], occasion: Basis | None
    ) -> Basis:
        """The basis of what came through these newsrooms; who "wrote on Vale Air" did not talk."""
        basis = self.basis_of_rooms(rooms, occasion)
        written = basis is Basis.BROADCAST and self.wrote(attribution)
        return Basis.OTHER_OUTLET if written else basis

    def basis_of_rooms(self, rooms: Sequence[Room], occasion: Basis | None) -> Basis:
        """The basis of what came through these newsrooms."""
        if not rooms:
            return occasion or Basis.UNSTATED
        room = rooms[0]
        mailed = occasion is Basis.STATEMENT and room.reliance is Reliance.WRITTEN
        if occasion in (Basis.INTERVIEW, Basis.COURT, Basis.STATEMENT) and not mailed:
            return occasion
        if room.reliance is Reliance.EMPLOYING and occasion is Basis.SOCIAL_MEDIA:
            return occasion
        if self.is_essay(room):
            return Basis.DOCUMENT
        if room.reliance is Reliance.AIRED and self._is_questioned(room):
            return Basis.INTERVIEW
        words = self.text[room.span.start : room.span.end]
        if room.reliance is Reliance.WRITTEN and _COURT.search(words) and "piece" not in words:
            return Basis.COURT
        if room.reliance is Reliance.TOLD and _SHOW.match(self.text, room.span.end):
            return Basis.BROADCAST
        if room.reliance is Reliance.EMPLOYING and _ON_AIR.match(self.text, room.span.end):
            return Basis.BROADCAST
        return BASIS_OF[room.reliance]

    def _is_questioned(self, room: Room) -> bool:
        """Whether the sentence of a broadcast says that somebody was asked there."""
        span = self.layout.sentence_span(self.layout.sentence_at(room.span.start))
        words = QUOTED.sub(" ", self.text[span.start : span.end])
        return _QUESTIONED.search(words) is not None

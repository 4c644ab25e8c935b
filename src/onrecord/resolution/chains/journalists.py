"""Journalists and their newsrooms: whoever is named as one's stays it through the article."""

import re
from collections.abc import Iterable
from dataclasses import replace

from onrecord.records import Span
from onrecord.resolution.chains.people import People
from onrecord.resolution.chains.rooms import Room
from onrecord.resolution.newsroom_patterns import Reliance

JOBS = (
    r"(?:co-?host|host|anchor|anchorman|anchorwoman|reporter|correspondent|columnist|blogger|"
    r"commentator|contributor|journalist|critic|presenter|interviewer|moderator|writer|editor|"
    r"analyst)"
)
# "Brenn Radio’s Ida Bell", "Brenn Radio morning host Ida Bell"
_NAMED_AFTER = re.compile(
    rf"[’']?s? (?:[\"“‘'][^\"”\n]{{2,40}}[\"”’'],? |[\w-]+ ){{0,3}}?(?:{JOBS},? )?$"
)
_OWNED = re.compile(rf"[’']s? |\b{JOBS}\b")
# "Ida Bell of Brenn Radio", "Ida Bell, a columnist for the Vale Post"
_NAMED_BEFORE = re.compile(
    r",? who (?:co-?)?hosts? (?:the |a |an )?(?:[\w-]+ ){0,4}[“\"‘']*|"
    rf"(?: \([^)\n]*\))?,? (?:(?:an?|the) (?:[\w-]+ ){{0,3}}?{JOBS} )?(?:of|at|from|for|with) "
    r"(?:the |The )?(?:[\w-]+ ){0,2}$"
)
_TALKED_TO = re.compile(
    r"\b(?:told|tells|telling|[Ii]nterview(?:ed)? (?:with|by)|joined|(?:[Aa]sked|[Pp]ressed|"
    r"[Qq]uestioned|[Cc]hallenged) (?:[\w-]+ ){0,3}?by|(?:spoke|speaking|talked|talking|said|"
    r"appear\w+|sat down|conversation|exchange) (?:with|to))"
    rf" (?:[\w-]+ ){{0,3}}?(?:{JOBS} )?$"
)
_NAME = re.compile(r"[\w’'.\-]+(?: [A-Z][\w’'.\-]*){0,3}")
_SPACES = re.compile(r"[ \u00a0]+")
_REACH = 60


def find_employers(text: str, rooms: Iterable[Room], people: People) -> dict[str, Room]:
    """The newsroom of each person who is named as its journalist.

    Args:
        text: the article's.
        rooms: the newsrooms that it relies on.
        people: where they are named.
    """
    employers: dict[str, Room] = {}
    for room in rooms:
        after = people.named_from(room.span.end)
        if after is not None:
            between = _SPACES.sub(" ", text[room.span.end : after.span.start])
            if len(between) <= _REACH and _OWNED.search(between) and _NAMED_AFTER.match(between):
                employers.setdefault(after.person, room)
        if room.reliance is not Reliance.EMPLOYING:
            continue
        # A programme may be taken for a person itself: whoever is named before it.
        before = people.named_before(room.span.start)
        if before is not None:
            words = _SPACES.sub(" ", text[before.span.start : room.span.start])
            name = _NAME.match(words)
            if name and _NAMED_BEFORE.fullmatch(words[name.end() :]):
                employers.setdefault(before.person, room)
    return employers


def talks_to(text: str, start: int, name: int) -> bool:
    """Whether the words from `start` to a name say that somebody talks to whoever has it."""
    before = _SPACES.sub(" ", text[max(start, name - _REACH) : name])
    return _TALKED_TO.search(before) is not None


def as_interviewer(room: Room, span: Span) -> Room:
    """An interview with this newsroom, shown by the name of its journalist."""
    return replace(room, span=span, reliance=Reliance.INTERVIEWED)

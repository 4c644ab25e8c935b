"""Journalists and their newsrooms: whoever is named as one's stays it through the article."""

import bisect
import re
from collections.abc import Iterable, Sequence

from onrecord.records import Span
from onrecord.resolution.newsroom_patterns import Reliance
from onrecord.resolution.newsrooms import Newsroom

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
_SPACES = re.compile(r"[ \u00a0]+")
_REACH = 60


def find_employers(
    text: str, newsrooms: Iterable[Newsroom], people: Sequence[tuple[int, str]]
) -> dict[str, Newsroom]:
    """The newsroom of each person who is named as its journalist.

    Args:
        text: the article's.
        newsrooms: where it relies on them.
        people: where people are named, and who they are, in text order.
    """
    employers: dict[str, Newsroom] = {}
    for room in newsrooms:
        number = bisect.bisect_left(people, (room.span.end, ""))
        for start, person in people[number : number + 1]:
            between = _SPACES.sub(" ", text[room.span.end : start])
            if len(between) <= _REACH and _OWNED.search(between) and _NAMED_AFTER.match(between):
                employers.setdefault(person, room)
        if room.reliance is not Reliance.EMPLOYING:
            continue
        # A programme may be taken for a person itself: whoever is named before it.
        number = bisect.bisect_left(people, (room.span.start, ""))
        for start, person in people[max(0, number - 1) : number]:
            words = _SPACES.sub(" ", text[start : room.span.start])
            name = re.match(r"[\w’'.\-]+(?: [A-Z][\w’'.\-]*){0,3}", words)
            if name and _NAMED_BEFORE.fullmatch(words[name.end() :]):
                employers.setdefault(person, room)
    return employers


def talks_to(text: str, start: int, name: int) -> bool:
    """Whether the words from `start` to a name say that somebody talks to whoever has it."""
    before = _SPACES.sub(" ", text[max(start, name - _REACH) : name])
    return _TALKED_TO.search(before) is not None


def as_interviewer(room: Newsroom, span: Span) -> Newsroom:
    """An interview with this newsroom, shown by the name of its journalist."""
    return Newsroom(room.party, span, Reliance.INTERVIEWED)

"""Several who take one stand together: "Ames and Bell", "most growers, including Ames"."""

import re
from collections.abc import Iterator, Sequence

from onrecord.findings.party_phrases import phrases_after, starts_a_party
from onrecord.findings.propositions import is_thing
from onrecord.records import Span
from onrecord.resolution.layout import Layout
from onrecord.resolution.parties import Party

_JOINT = re.compile(r",?\s(?:and|as\swell\sas|along\swith|together\swith)\s|,\s")
_ASIDE = re.compile(r"\s\([^()]{1,40}\)")
_NAMED = re.compile(
    r"(?:(?:both|the|The|Both|Mr|Mrs|Ms|Dr|Sens?|Senators?|Reps?|Gov|Governors?|President|Speaker)\.?\s){0,3}"
    r"[A-Z][\w’'.-]*(?:\s(?:(?:of|the|de|van|von|bin|al)\s){0,2}[A-Z][\w’'.-]*){0,8}\s?"
)
# One body with a long name: "the Trade and Harbour Committee".
_BODY = re.compile(
    r"(?:Committee|Council|Agency|Department|Association|Bureau|Commission|Center|Centre|Institute|Office|"
    r"Service|Services|Society|Foundation|Board|Ministry|Act|Union|Federation|Brotherhood|Organi[sz]ation|"
    r"Administration|Company|Co|Group)$"
)
# "Bell and other growers", "Brenn and its allies" and "lawyers for Ames and Bell" are one party.
_NOT_ALONE = re.compile(r"\bothers?\b|\b(?:its|his|her|their|for|both|between)\s", re.IGNORECASE)
_PLURAL = re.compile(r"(?:[Tt]he|[Bb]oth|[Tt]wo|[A-Z]\w+[’']s)\s(?:.{0,40}\s)?[\w’'-]+s$")
# "The former mayor and harbour master" is one.
_ONE_PERSON = re.compile(r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er)\s.*[a-rt-z]$")
_NO_OTHER = re.compile(r"(?!the\s|an?\s|some\s|many\s|most\s).*\s?[a-z]+[a-rt-z]")
_PAIR = 2
# "Ames, like Bell, has …": what Ames does later in the sentence is not Bell's.
_NEXT_TO = 8
_EXAMPLES = re.compile(
    r"(?:\s\([^()]{1,40}\))?,?\s(?:including|such\sas|like|among\sthem|as\swell\sas|along\swith)\s"
)


def split_party(layout: Layout, party: Party) -> tuple[Party, ...]:
    """Those who stand together one by one; empty where the words name one party only.

    "The two rivals, Ames and Bell" are Ames and Bell; in "Ames, the chair of Brenn" there is one.
    """
    text, words = layout.text, party.words[0]
    joints = list(_JOINT.finditer(text, words.start, words.end))
    if not any(joint.group().strip() != "," for joint in joints):
        return ()
    pieces = [Span(*each) for each in _cut(text, words, joints)]
    if len(joints) > 1 and _PLURAL.fullmatch(text, pieces[0].start, pieces[0].end):
        pieces = pieces[1:] if joints[0].group() == ", " else pieces
    listed = len(pieces) > _PAIR
    if not all(_is_named(layout, each) if listed else _is_party(layout, each) for each in pieces):
        return ()
    first, last = (text[each.start : each.end] for each in (pieces[0], pieces[-1]))
    if not listed and _ONE_PERSON.match(first) and _NO_OTHER.fullmatch(last):
        return ()
    if _BODY.search(last) and not _BODY.search(first) and not last.startswith(("the ", "The ")):
        return ()
    return tuple(Party((piece,), party.doing) for piece in pieces)


def list_examples(layout: Layout, party: Party) -> tuple[Party, ...]:
    """Who is named beside a party as of the same mind: "Ames, like Bell, …"."""
    opening = _EXAMPLES.match(layout.text, party.words[0].end)
    if opening is None:
        return ()
    found = list(phrases_after(layout, opening.end()))
    beside = re.search(r"like|well|along", opening.group()) is not None
    if beside and (not found or not 0 <= party.doing[0].start - found[-1].end < _NEXT_TO):
        return ()
    return tuple(Party((phrase,), party.doing) for phrase in found if _is_named(layout, phrase))


def _cut(text: str, words: Span, joints: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    start = words.start
    for joint in joints:
        yield start, _without_aside(text, start, joint.start())
        start = joint.end()
    yield start, _without_aside(text, start, words.end)


def _without_aside(text: str, start: int, end: int) -> int:
    aside = _ASIDE.search(text, start, end)
    return aside.start() if aside is not None and aside.end() == end else end


def _is_party(layout: Layout, span: Span) -> bool:
    text = layout.text[span.start : span.end]
    if _is_named(layout, span):
        return True
    return _NOT_ALONE.search(text) is None and not is_thing(text) and starts_a_party(text)


def _is_named(layout: Layout, span: Span) -> bool:
    return _NAMED.fullmatch(layout.text[span.start : span.end]) is not None

"""The debate that a story tells of, where everybody in it speaks.

It is the scene from the paragraph that names it until one that names another time or occasion, and
again from where it is named next. A story that opens with it is all about it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.resolution.chains.basis_wordings import read_occasion
from onrecord.resolution.layout import Layout

_EVENT = (
    r"(?:debates?|candidates[’'] forum)(?! (?:over|about|among|within|commission|problem|invit\w+|"
    r"prep\w*|schedule|season|sponsor\w*|threshold|rules?|criteria))"
)
_DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Ll]ast night|[Tt]onight)"
# A debate that took place, and when.
_DATED = re.compile(
    rf"\b{_DAY}(?:[’']s| night[’']s| evening[’']s| night)? (?:[\w-]+ ){{0,4}}?{_EVENT}\b|"
    rf"(?<!\ba )(?<!another )\b{_EVENT}\b(?: [\w,.-]+){{0,4}}? (?:on )?{_DAY}\b|"
    rf"\bdebated\b[^.]{{0,60}}\b{_DAY}\b"
)
_NAMED = re.compile(
    rf"\b(?:(?:the|this|that) (?:[\w-]+ ){{0,3}}?(?:{_EVENT}|moderators?)|(?:on|onto) (?:the )?"
    rf"(?:debate )?stage|the (?:[\w-]+ ){{0,2}}face-off)\b|{_DATED.pattern}",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:ahead of|before|prior to|upcoming|next|skip\w*|boycott\w*|prepar\w+|qualif\w+|invit\w+|"
    r"until|request\w*|propos\w+|challeng\w+|held|hold|host) (?:[\w’'-]+ ){0,5}debate|\bdebate "
    r"(?:[\w’'-]+ ){0,3}(?:will|would|next|is (?:set|scheduled)|could|prep\w*)\b", re.IGNORECASE
)  # fmt: skip
_OTHER_TIME = re.compile(
    r"\b(?:in (?:19|20)\d\d|last (?:week|month|year|spring|summer|fall|winter)|ago|earlier|"
    r"previously|recent(?:ly)?|in (?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December)|(?:after|following|before|since) (?:the|\w+day[’']s) (?:[\w-]+ )*"
    r"debate|afterwards?|later|once|years)\b", re.IGNORECASE
)  # fmt: skip
_QUOTED = re.compile(r"[\"“][^\"”\n]*[\"”]|''[^\n]*?''")
_OPENING = 4
"""Paragraphs in which a story says what it is about."""
_OFTEN = 3
"""Paragraphs that name a debate without its day from which on it is one that took place."""
_REACH = 1
"""Paragraphs after one that names a debate by the way in which it still is the scene."""


@dataclass(frozen=True, slots=True)
class Debate:
    """The debate of a story.

    Attributes:
        paragraphs: those in which it is the scene.
        named: those that name it.
    """

    paragraphs: frozenset[int]
    named: frozenset[int]


def find_debate(layout: Layout) -> Debate | None:
    """The debate that a story tells of; None where it tells of none."""
    paragraphs = _gather(layout)
    named = {number for number, words in paragraphs if _tells(_NAMED, words)}
    dated = {number for number, words in paragraphs if _tells(_DATED, words)}
    if not dated and len(named) < _OFTEN:
        return None
    main = min(dated | named) <= _OPENING
    held, active, since = set[int](), main, 0
    for number, words in paragraphs:
        if number in named or number in dated:
            active, since = True, 0
        else:
            since += 1
            active &= (main or since <= _REACH) and not any(map(_is_elsewhere, words))
        if active:
            held.add(number)
    return Debate(frozenset(held), frozenset(named | dated))


def _gather(layout: Layout) -> list[tuple[int, list[str]]]:
    """The sentences of each paragraph without what is quoted."""
    found: dict[int, list[str]] = {}
    for span in layout.sentences:
        words = _QUOTED.sub(" ", layout.text[span.start : span.end])
        found.setdefault(layout.paragraph_at(span.start), []).append(words)
    return sorted(found.items())


def _tells(pattern: re.Pattern[str], sentences: Sequence[str]) -> bool:
    return any(pattern.search(one) and not _AHEAD.search(one) for one in sentences)


def _is_elsewhere(words: str) -> bool:
    occasion = read_occasion(words)
    return occasion is not None or _OTHER_TIME.search(words) is not None

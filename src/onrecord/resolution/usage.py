"""The kind of a name that no list knows, told by how the text uses it."""

import re
from collections.abc import Mapping, Set

from onrecord.attributions.reader import NameLabel
from onrecord.records import EntityKind, Span
from onrecord.resolution.joining import NameGroup, has_people
from onrecord.resolution.layout import Layout
from onrecord.resolution.lexicon import Gender

_OFFICERS = (
    r"(?:chief (?:[a-z]+ ){0,2}(?:executive|officer)|ceo|cfo|finance chief|sporting director"
    r"|managing director|chair(?:man|woman)?|board|directors|founders?|co-founder|head coach"
    r"|striker|winger|midfielder|defender|goalkeeper|captain|squad)"
)
_TRADED = r"(?:shares?|stocks?|stakes?)"
# "Norvik's board", "Norvik's shares": persons have other things.
_OWN = re.compile(
    rf"['’]s? (?:[a-z]+ )?(?:{_OFFICERS}|{_TRADED}|share price|shareholders|creditors|earnings"
    r"|headquarters|revenues?|workforce|subsidiary|parent company)\b",
    re.IGNORECASE,
)
# "Norvik sporting director Ida Bell", "Norvik manager Ida Bell", "Norvik shares"
_BEFORE_OFFICER = re.compile(rf" (?:(?:{_OFFICERS}|manager) [A-Z]|shares\b|stock\b)")
_FOLLOWED_BY_WHICH = re.compile(r",? which\b")
_FOLLOWED_BY_WHO = re.compile(r",? who\b|, \d\d,")
_MAKER = r"(?:(?:chip|car|auto|drug|plane|watch|shoe|toy|steel|tool|bus|truck)?maker)"
# "shares in Norvik", "the chief executive of Norvik", "the chipmaker Norvik"
_LEADING = re.compile(
    rf"\b(?:{_TRADED} (?:in|of)|(?:investors?|shareholders?|holding) in"
    r"|(?:chief executive|chief executive officer|ceo|managing director|co-founder) of"
    r"|(?:shareholders|employees|takeover|acquisition|customers|subsidiary) of|takeover bid for"
    rf"|(?:{_MAKER}|firm|company|retailer|lender|insurer|airline|brewer|start-?up|charity|club"
    r"|(?:pressure|supporters['’]?|campaign|lobby|rights|advocacy) group)),? $",
    re.IGNORECASE,
)
# "analysts at Norvik", "a professor at Vale"
_STAFF_AT = re.compile(
    r"\b(?:analysts?|economists?|strategists?|partners?|executives?|engineers?|lawyers?"
    r"|researchers?|scientists?|consultants?|directors?) at $",
    re.IGNORECASE,
)
# "… denied it. “Every report was read,” it said": nobody else stands between.
_IT_SAID = re.compile(
    r"[,”\"] it (?:said|added|wrote)\b|\b[Ii]t (?:said|added) (?:in|that|it)\b|: it said\b"
)
_OBLIQUE = re.compile(
    r"\b(?:of|for|from|in|at|on|to|with|by|about|against|between|over|than|near|into) $",
    re.IGNORECASE,
)
_LONGEST_BEFORE = 40
_LONGEST_AFTER = 60
_LONGEST_TOLD = 400


def kind_in_use(
    group: NameGroup,
    layout: Layout,
    written: Set[str],
    hints: Mapping[Span, Gender],
    *,
    speaks: bool,
) -> EntityKind | None:
    """The kind of a name that no list knows: its use tells.

    A body when it has what only bodies have (shares, a board, a striker); a place when it often
    follows "in" or "near", or when the text has its people too ("Kelmaran" of "Kelmara"); a body,
    a ship or the like when it goes with "the"; a person when it speaks otherwise.

    Args:
        group: the names of one thing.
        layout: the text's words.
        written: every word of the text that has a capital, in lower case.
        hints: for a name the gender of the pronoun that follows it in its sentence.
        speaks: whether one of the names is a source.
    """
    bodily, relative = _count_signs(group, layout, hints)
    if bodily > 0:
        group.label = NameLabel.ORGANISATION
    if bodily + relative > 0:
        return EntityKind.ORGANISATION
    placed = sum(name.placed for name in group.members)
    with_article = sum(bool(name.article) for name in group.members)
    if placed * 4 > len(group.members) or has_people(group.words, written):
        group.label = NameLabel.LOCATION
        return EntityKind.GOVERNMENT
    if with_article * 2 > len(group.members):
        return EntityKind.ORGANISATION
    return EntityKind.PERSON if speaks else None


def _count_signs(group: NameGroup, layout: Layout, hints: Mapping[Span, Gender]) -> tuple[int, int]:
    """How many more names speak for a company, a club or the like than for a person.

    Names that "which" follows are counted apart: they may also be works and places, as "the Orrel,
    which …" mostly is.
    """
    text, bodily, relative = layout.text, 0, 0
    for name in group.members:
        before = text[max(0, name.span.start - _LONGEST_BEFORE) : name.span.start]
        after = text[name.span.end : name.span.end + _LONGEST_AFTER]
        bodily += bool(
            _OWN.match(after)
            or _BEFORE_OFFICER.match(after)
            or _LEADING.search(before)
            or _STAFF_AT.search(before)
            or _says_it(name.span, layout)
        )
        relative += not name.article and bool(_FOLLOWED_BY_WHICH.match(after))
        bodily -= name.span in hints or bool(_FOLLOWED_BY_WHO.match(after))
    return bodily, relative


def _says_it(span: Span, layout: Layout) -> bool:
    """Whether "it said" takes up a subject that no other name parts from it."""
    text = layout.text
    if _OBLIQUE.search(text[max(0, span.start - _LONGEST_BEFORE) : span.start]):
        return False
    following = min(layout.sentence_at(span.start) + 1, len(layout.sentences) - 1)
    last = layout.sentence_span(following)
    told = _IT_SAID.search(text, span.end, min(last.end, span.end + _LONGEST_TOLD))
    if told is None or not text[span.end : span.end + 2].strip().islower():
        return False
    return not any(
        word.is_capitalised and word.start != last.start and text[word.start - 1] not in '"“'
        for word in layout.words_in(Span(span.end, told.start()))
    )

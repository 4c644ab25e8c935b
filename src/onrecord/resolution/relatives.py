"""Whom a relative clause is about: "Ida Bell, a union leader who …", "the port, which …"."""

import re
from collections.abc import Sequence

from onrecord.records import EntityKind, Span
from onrecord.resolution.discourse import Discourse, Referent
from onrecord.resolution.layout import Layout
from onrecord.resolution.lexicon import Lexicon
from onrecord.resolution.mentions import SourceMention
from onrecord.resolution.names import NameMention

PEOPLE = frozenset({"who", "whom", "whose"})
"""Relative pronouns of people."""
NAMES_INSIDE = 3
"""How many names may stand before a clause that one of them is the subject of."""
_APPOSITION = re.compile(r"(?: \([^()\n]*\))?, (?:(?:an?|the) )?[^,;:.()\"“”\n]+ ")
_AFTER = re.compile(r"[,)–—-]\s*$|\b(?:and|but) $")
_TOUCHING = 3
_LONGEST_ASKING = 24
# "She knows who signed", "the question of who signed": nobody stands before.
_ASKING = re.compile(
    r"\b(?:know|knows|knew|known|ask|asks|asked|asking|wonder|wonders|wondered|decide|decides"
    r"|decided|determine|determined|explain|explained|learn|learned|identify|disclose|disclosed"
    r"|reveal|revealed|unclear|of|about|over|on|see|guess|understand|find out|found out) $",
    re.IGNORECASE,
)


def find_followed(mention: SourceMention, discourse: Discourse) -> Referent | None:
    """The one of its sentence that a relative pronoun follows."""
    people = mention.head in PEOPLE
    sentence = discourse.layout.sentence_at(mention.span.start)
    for entry in discourse.recent():
        if entry.sentence != sentence:
            break
        referent = entry.referent
        gap = discourse.layout.text[entry.span.end : mention.span.start]
        touches = not gap.strip(" ,()") or len(gap) < _TOUCHING
        person = referent.is_person or referent.plural
        if not touches and not _AFTER.search(gap):
            continue
        if entry.span.start < mention.span.start and (
            person == people or (touches and referent.kind is EntityKind.UNNAMED)
        ):
            return referent
    return None


def is_question(mention: SourceMention, layout: Layout) -> bool:
    """Whether "who" only asks: "wanted to know who signed the agreements"."""
    start = mention.span.start
    before = layout.text[max(0, start - _LONGEST_ASKING) : start]
    return mention.head == "who" and bool(_ASKING.search(before))


def find_apposed(
    clause: Span, names: Sequence[NameMention], layout: Layout, lexicon: Lexicon
) -> NameMention | None:
    """The name to which the description before a clause is apposed.

    Args:
        clause: its relative pronoun.
        names: the nearest before it, in text order.
        layout: the text's words.
        lexicon: knows plurals, which describe nobody alone.
    """
    head = layout.words[max(0, layout.word_number(clause.start) - 1)]
    if lexicon.is_plural(head.text):
        return None
    for name in reversed(names):
        if _APPOSITION.fullmatch(layout.text[name.span.end : clause.start]):
            return name
    return None

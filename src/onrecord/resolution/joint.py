"""Sources that are several names: "Mr. Ames and Ms. Bell"."""

import re
from collections.abc import Sequence

from onrecord.attributions.reader import NameLabel
from onrecord.records import EntityKind, Span
from onrecord.resolution.layout import Layout, Word
from onrecord.resolution.lexicon import Lexicon
from onrecord.resolution.mentions import CLAUSE_MARK, Shape, SourceMention
from onrecord.resolution.names import NameMention

_CONNECTOR = re.compile(r"(?:[\s,&]|\band\b|\bor\b|\bnor\b)+", re.IGNORECASE)
_AND = re.compile(r"\b(?:and|or|nor)\b|&", re.IGNORECASE)
_POSSESSIVE_START = re.compile(r"[’']s?\b")


def read_joint(
    layout: Layout, words: Sequence[Word], names: Sequence[NameMention], lexicon: Lexicon
) -> SourceMention | None:
    """Names joined by "and": "Mr. Ames and Ms. Bell"."""
    members: list[NameMention] = []
    last = Span(words[0].start, words[-1].end)
    linked = False
    for name in names:
        if name.span.start >= last.end:
            break
        if members:
            between = layout.text[members[-1].span.end : name.span.start]
            between = re.sub(r"\s*\([^()]*\)", "", between)
            if re.search(r"\([^()]*$", between):
                continue  # "(D-Ohio)"
            if _POSSESSIVE_START.match(between):
                break
            joiner = _CONNECTOR.match(between)
            rest = between[joiner.end() :] if joiner else between
            if joiner is None or not are_modifiers(rest, lexicon):
                break
            linked = linked or bool(_AND.search(joiner.group()))
        elif not _only_modifiers(layout, words, name, lexicon):
            return None
        members.append(name)
    if len(members) == 1:
        return _read_company(layout, members[0], last)
    members = [name for name in members if name.label is not NameLabel.OTHER or not name.article]
    if len(members) < 2 or any(name.possessive for name in members[:-1]):
        return None
    if not linked:
        rest = layout.text[members[-1].span.end : last.end]
        if not re.match(r",? (?:and|or) ", rest):
            return None
        # "Ames, Bell and other ministers"
        return SourceMention(
            last, Shape.DESCRIPTION, words[-1].lower, kind=EntityKind.UNNAMED, plural=True
        )
    span = Span(members[0].span.start, members[-1].span.end)
    return SourceMention(
        span, Shape.JOINT, members[-1].words[-1].lower(), tuple(members), members[0].kind,
        plural=True, definite=True,
    )  # fmt: skip


def _read_company(layout: Layout, name: NameMention, last: Span) -> SourceMention | None:
    """Somebody and unnamed others: "Ames and her deputies"."""
    rest = layout.text[name.span.end : last.end]
    if not re.match(r"\s+(?:and|or|nor)\s+[a-z]", rest):
        return None
    return SourceMention(last, Shape.DESCRIPTION, "others", kind=EntityKind.UNNAMED, plural=True)


def are_modifiers(words: str, lexicon: Lexicon) -> bool:
    """Whether all of these can stand before a name: titles, capitals, "former governor"."""
    return all(
        word[0].isupper()
        or "-" in word
        or lexicon.is_person_noun(lexicon.singular_of(word))
        or word.lower() in lexicon.modifiers
        for word in re.findall(r"[\w'’-]+", words)
    ) and not CLAUSE_MARK.search(words)


def _only_modifiers(
    layout: Layout, words: Sequence[Word], name: NameMention, lexicon: Lexicon
) -> bool:
    """Whether only titles and the like stand before the first name of a source."""
    if name.span.start <= words[0].start:
        return True
    before = layout.text[words[0].start : name.span.start]
    return are_modifiers(re.sub(r"^(?:[Tt]he|[Bb]oth)\s", "", before), lexicon)

"""The name of whom a source describes: at the end of its words, or apposed to them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.records import EntityKind
from onrecord.resolution.joint import are_modifiers
from onrecord.resolution.kinds import classify_noun, is_honour
from onrecord.resolution.layout import Layout, Word
from onrecord.resolution.lexicon import Lexicon
from onrecord.resolution.mentions import DEFINITE, DETERMINERS, POSSESSIVES, TRANSCRIPT_LABELS
from onrecord.resolution.names import NameMention, read_name

_COMPLEMENT = re.compile(r"\s+(?:for|of|at|to|from|in|with)\s[^;:()\"\n]+$")


def find_name(
    layout: Layout, core: Sequence[Word], end: int, names: Sequence[NameMention], lexicon: Lexicon
) -> NameMention | None:
    """The name that a source's words come down to; None where they only describe.

    Args:
        layout: the text's words.
        core: the words up to the head.
        end: where the source ends.
        names: the proper names that overlap the source, in order.
        lexicon: nouns of speakers, titles, modifiers.
    """
    while len(core) > 2 and is_honour(core[-1].text, seats=True):
        core = core[:-1]
    return (
        _name_at_end(layout, core, names, lexicon)
        or _name_after(layout, core, names, lexicon)
        or _name_after_complement(layout, core, end, names, lexicon)
        or _name_after_noun(layout, core, end, names, lexicon)
        or _name_after_office(layout, core, end, names, lexicon)
    )


def _name_at_end(
    layout: Layout, core: Sequence[Word], names: Sequence[NameMention], lexicon: Lexicon
) -> NameMention | None:
    """The name that the core ends with: "spokesman Ivo Marsh", "the Brenn Post", "Ames's"."""
    end = core[-1].end
    for name in names:
        if name.span.start <= core[-1].start and name.span.end >= end:
            return None if name.kind is EntityKind.DOCUMENT and name.article == "" else name
    if not core[-1].is_capitalised or _is_common(core[-1], lexicon):
        return None
    first = len(core) - 1
    while (
        first > 0
        and core[first - 1].is_capitalised
        and not core[first - 1].possessive
        and not lexicon.is_person_noun(core[first - 1].text)
        and core[first - 1].lower not in DETERMINERS
    ):
        first -= 1
    if len(core) > 1 and first == len(core) - 1 and core[0].lower in DETERMINERS:
        return None
    return next(read_name(layout, list(core[first:]), None, lexicon), None)


def _is_common(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word with a capital is a common noun all the same: "Critics", "The Senator"."""
    singular = lexicon.singular_of(word.text)
    return (
        word.lower in TRANSCRIPT_LABELS
        or singular in lexicon.peoples
        or word.lower in lexicon.groups
        or word.lower in lexicon.titles
        or lexicon.is_person_noun(singular)
        or classify_noun(word.text, lexicon) is not None
        or lexicon.is_plural(word.text)
        or word.lower in DETERMINERS
    )


def _name_after(
    layout: Layout, core: Sequence[Word], names: Sequence[NameMention], lexicon: Lexicon
) -> NameMention | None:
    """The name that stands in apposition: "the town's mayor, Ida Bell"."""
    if lexicon.is_plural(core[-1].text) or not lexicon.is_person_noun(core[-1].text):
        return None
    for name in names:
        between = layout.text[core[-1].end : name.span.start]
        if name.span.start < core[-1].end:
            continue
        between = between.lstrip().removeprefix(",").removeprefix("and ")
        if not are_modifiers(between, lexicon):
            return None
        if name.kind in (EntityKind.PERSON, None):
            return None if name.possessive else name
    return None


def _name_after_complement(
    layout: Layout, core: Sequence[Word], end: int, names: Sequence[NameMention], lexicon: Lexicon
) -> NameMention | None:
    """The name that ends the source: "a lawyer for the port, Ida Bell", "one of the aides, …"."""
    noun = core[-1]
    if noun.lower != "one" and (
        lexicon.is_plural(noun.text) or not lexicon.is_person_noun(noun.text)
    ):
        return None
    for name in names:
        full = name.kind is EntityKind.PERSON and (len(name.words) > 1 or name.title)
        between = layout.text[noun.end : name.span.start]
        complement, comma, rest = between.partition(", ")
        if (
            full
            and not name.possessive
            and name.span.end >= end
            and comma
            and _COMPLEMENT.match(complement)
            and are_modifiers(rest, lexicon)
        ):
            return name
    return None


def _name_after_noun(
    layout: Layout, core: Sequence[Word], end: int, names: Sequence[NameMention], lexicon: Lexicon
) -> NameMention | None:
    """The name that ends the source after any noun: "the shipowner, Ida Bell", "her firm, Sorle".

    Inside one source the comma stands between two words for one and the same.
    """
    noun, first = core[-1], core[0]
    definite = first.lower in DEFINITE or first.lower in POSSESSIVES or first.possessive
    if not definite or noun.is_capitalised or noun.possessive or lexicon.is_plural(noun.text):
        return None
    kind = classify_noun(noun.text, lexicon) or EntityKind.PERSON
    for name in names:
        apposed = layout.text[noun.end : name.span.start] == ", " and name.span.end >= end
        full = len(name.words) > 1 or kind is not EntityKind.PERSON
        if apposed and not name.possessive and full and name.kind in {kind, None}:
            return replace(name, kind=kind)
    return None


def _name_after_office(
    layout: Layout, core: Sequence[Word], end: int, names: Sequence[NameMention], lexicon: Lexicon
) -> NameMention | None:
    """The name after an office of several words: "Leader of Opposition Ida Bell"."""
    if core[-1].lower not in lexicon.titles or not all(word.is_capitalised for word in core):
        return None
    for name in names:
        between = layout.text[core[-1].end : name.span.start]
        full = name.kind in (EntityKind.PERSON, None) and len(name.words) > 1
        if full and name.span.end >= end and not name.title and _OF_OFFICE.fullmatch(between):
            return name
    return None


_OF_OFFICE = re.compile(r" (?:of|for) (?:the )?(?:[A-Z]\w+ |and )*")

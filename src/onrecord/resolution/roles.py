"""Offices and descriptions that the text gives a name, each with the passage that states it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.records import EntityKind, Span
from onrecord.resolution.capitals import is_never_name
from onrecord.resolution.kinds import classify_noun
from onrecord.resolution.layout import Layout, Word
from onrecord.resolution.lexicon import Lexicon
from onrecord.resolution.names import NameMention


@dataclass(frozen=True, slots=True)
class RoleMention:
    """One passage that says what a name is.

    Attributes:
        head: the noun, lower case: "mayor".
        words: all its words in lower case, for matching "the Brenn mayor" later; also the place
            in "Senator Ames of Vermont" and "(D-Vt.)".
        stated: False for places alone, which help matching but are no role.
    """

    span: Span
    head: str
    words: frozenset[str]
    stated: bool = True


_COURTESY = frozenset("mr mrs ms miss dr mme madam sr sra frau herr monsieur hon".split())
_ABBREVIATED = frozenset("sen rep gov gen prof rev lt col maj capt sgt adm cmdr amb pres".split())
_STARTS = frozenset({"a", "an", "the", "his", "her", "their", "its", "my", "our"})
_STOPS = frozenset(
    """of for from in at on to with by about as among against who whom whose which that where when
    and or but than including said says told added wrote was were is are has had have will would
    said. asked tells adds whose announced called noted argued based representing since during
    under after before then""".split()
)
_SPEECH = frozenset("said says told tells asked added wrote announced noted argued warned".split())
_FINITE = frozenset("was were is are has had have will would".split())
_COPULAS = frozenset({"is", "was", "became", "remains"})
_GAP = re.compile(r"[ \t\u00a0]+|\.[ \t\u00a0]+")
_PARTY_AND_PLACE = re.compile(r"\s*\((?:[A-Z][\w.]{0,5}\s?[-–]\s?)?([A-Z][\w. ]{1,15}?)\.?\)")
_OF_PLACE = re.compile(r"\s+of\s+((?:[A-Z][\w]+\s?){1,2})")
_SEGMENT_END = re.compile(
    r"[,;:()\"“”\n\u2014\u2013]|(?<!\b[A-Z])(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)(?<!Sen)(?<!Rep)(?<!Gov)\.\s"
    r"|\.$|\s--?\s|$"
)
_LONGEST_SEGMENT = 160
_LONGEST_COMPLEMENT = 7


def find_roles(layout: Layout, name: NameMention, lexicon: Lexicon) -> list[RoleMention]:
    """What stands before and after the name: "Mayor X", "X, the mayor of Y,", "X is the mayor"."""
    found = [
        _before(layout, name, lexicon),
        _before_comma(layout, name, lexicon),
        *_after(layout, name, lexicon),
    ]
    return [role for role in found if role is not None]


def _before(layout: Layout, name: NameMention, lexicon: Lexicon) -> RoleMention | None:
    """Modifiers and title before a person's name: "former US President", "Kremlin spokesman"."""
    if name.kind not in (EntityKind.PERSON, None):
        return None
    words = layout.words
    number = layout.word_number(name.span.start)
    inside = layout.words_in(name.span)
    title = inside[: len(inside) - len(name.words)]
    if title and (title[-1].lower in _COURTESY or lexicon.is_plural(title[-1].text)):
        return None
    if not title:
        if number == 0 or not _adjoins(layout, words[number - 1], name.span.start):
            return None
        head = words[number - 1]
        if not lexicon.is_person_noun(head.text) or head.possessive:
            return None
        number -= 1
        title = [head]
    first = _extend_left(layout, number, lexicon)
    return _role(layout, [*words[first:number], *title], lexicon, head=title[-1])


def _extend_left(layout: Layout, number: int, lexicon: Lexicon) -> int:
    """The number of the first word that modifies the word with this number."""
    words = layout.words
    first = number
    while first > 0 and number - first < 7:
        word = words[first - 1]
        if not _adjoins(layout, word, words[first].start):
            break
        lower = word.lower
        fits = (
            lower in lexicon.modifiers
            or lower in lexicon.peoples
            or lexicon.is_person_noun(lower)
            or word.possessive
            or (word.is_all_caps and lower != "i")
            or ("-" in lower and not word.is_capitalised)
            or (word.is_capitalised and lower not in _STARTS and not is_never_name(lower))
        )
        if not fits or lower in {"one", "another", "i", "it"}:
            break
        first -= 1
    return first


def _adjoins(layout: Layout, word: Word, start: int) -> bool:
    between = layout.text[word.end : start]
    if word.possessive:
        between = re.sub(r"^[’']s?", "", between)
    return bool(_GAP.fullmatch(between)) and (
        not between.startswith(".") or word.lower in _ABBREVIATED or len(word.lower) == 1
    )


def _before_comma(layout: Layout, name: NameMention, lexicon: Lexicon) -> RoleMention | None:
    """A description before its name: "The town's mayor, Ida Bell,"."""
    number = layout.word_number(name.span.start)
    if number == 0 or name.possessive or name.kind not in (EntityKind.PERSON, None):
        return None
    if layout.text[layout.words[number - 1].end : name.span.start] != ", ":
        return None
    at = _head_before(layout, number - 1, lexicon)
    if at is None:
        return _opening_before(layout, name, lexicon)
    if at < number - 1 and layout.text[name.span.end : name.span.end + 1] != ",":
        return None
    first = _extend_left(layout, at, lexicon)
    before = layout.words[first - 1] if first else None
    owned = any(word.possessive for word in layout.words[first:at])
    if not owned and (before is None or before.lower not in _STARTS):
        return None
    return _role(layout, layout.words[first:number], lexicon, head=layout.words[at])


def _opening_before(layout: Layout, name: NameMention, lexicon: Lexicon) -> RoleMention | None:
    """Any noun that opens a sentence and is its name's: "The shipowner, Ida Bell, said"."""
    opening = _OPENING.search(
        layout.text, max(0, name.span.start - _LONGEST_OPENING), name.span.start
    )
    closed = layout.text[name.span.end : name.span.end + 1] == ","
    if opening is None or not closed or len(name.words) < 2:
        return None
    words = layout.words_in(Span(opening.start("role"), opening.end("role")))
    head = words[-1]
    kind = classify_noun(head.text, lexicon)
    if head.possessive or lexicon.is_plural(head.text) or kind not in {None, EntityKind.PERSON}:
        return None
    return _role(layout, words, lexicon, head=head)


_LONGEST_OPENING = 60
_OPENING = re.compile(
    r"(?:^|\n|[.!?][”\"’']? )(?:The|His|Her|Its|Their) (?P<role>[a-z-]+(?: [a-z-]+){0,3}), $"
)


def _head_before(layout: Layout, last: int, lexicon: Lexicon) -> int | None:
    """The number of the noun that a phrase ending here is about: "mayor" of "mayor of Brenn"."""
    words = layout.words
    number = last
    while number >= 0 and last - number < _LONGEST_COMPLEMENT:
        word = words[number]
        if number < last and layout.text[word.end : words[number + 1].start] != " ":
            return None
        if not word.is_capitalised and not word.possessive and lexicon.is_person_noun(word.text):
            complement = number == last or words[number + 1].lower in {"of", "for", "at", "in"}
            return number if complement else None
        number -= 1
    return None


def _after(layout: Layout, name: NameMention, lexicon: Lexicon) -> list[RoleMention | None]:
    """An apposition, a place in brackets or after "of", or a statement with "is"."""
    if name.possessive:
        return []
    found: list[RoleMention | None] = []
    position = name.span.end
    place = _PARTY_AND_PLACE.match(layout.text, position) or _OF_PLACE.match(layout.text, position)
    if place is not None and name.kind is EntityKind.PERSON:
        found.append(_place_role(Span(place.start(1), place.end(1)), place.group(1), lexicon))
        position = place.end()
        if layout.text[position - 1 : position].isspace():
            position -= 1
    start = re.compile(r"\s*,\s+(?:who (?:is|was) )?(?=\w)").match(layout.text, position)
    if start is not None:
        found.append(_read_segment(layout, name, start.end(), lexicon, starts_clause=True))
    number = layout.word_number(position)
    following = layout.words[number] if number < len(layout.words) else None
    if following is not None and following.lower in _COPULAS:
        number += 1
        if number < len(layout.words) and layout.words[number].lower in {"a", "an", "the"}:
            start_of_role = layout.words[number].start
            found.append(_read_segment(layout, name, start_of_role, lexicon, starts_clause=False))
    return found


def _place_role(span: Span, place: str, lexicon: Lexicon) -> RoleMention:
    words = {word.strip(". ").lower() for word in place.split()} | {place.strip(". ").lower()}
    key = place.strip(". ").lower().replace(" ", "")
    for state, short in lexicon.states.items():
        if key == short or key == state.replace(" ", ""):
            words |= set(state.split())
    return RoleMention(span, "", frozenset(words), stated=False)


def _read_segment(
    layout: Layout, name: NameMention, start: int, lexicon: Lexicon, *, starts_clause: bool
) -> RoleMention | None:
    """The noun phrase that starts here, when its head can be a role of the name."""
    end = _SEGMENT_END.search(layout.text, start, min(len(layout.text), start + _LONGEST_SEGMENT))
    if end is None:
        return None
    words = layout.words_in(Span(start, max(end.start(), start + 1)))
    if not words:
        return None
    first = words[0].lower
    opens = first in _STARTS or first in lexicon.modifiers or lexicon.is_person_noun(first)
    if not (opens or words[0].possessive or any(word.possessive for word in words[:4])):
        return None
    core: list[Word] = []
    for word in words:
        if core and word.lower in _STOPS:
            # "Now that it is known to Ames, the mayor has to answer": a subject, no apposition.
            if word.lower in _SPEECH or (starts_clause and word.lower in _FINITE):
                return None
            break
        core.append(word)
    head = core[-1]
    kind = classify_noun(head.text, lexicon)
    wanted = EntityKind.PERSON if name.kind in (EntityKind.PERSON, None) else name.kind
    if head.possessive or kind is not wanted or lexicon.is_plural(head.text):
        return None
    # "Ames, the mayor, and Bell" ends with the comma; "the mayor of Brenn" keeps its place.
    kept = words if starts_clause else words[:12]
    for number, word in enumerate(kept):
        if number >= len(core) and word.lower in {"who", "whose", "and", "said", "says", "told"}:
            kept = kept[:number]
            break
    return _role(layout, kept, lexicon, head=head)


def _role(
    layout: Layout, words: Sequence[Word], lexicon: Lexicon, *, head: Word
) -> RoleMention | None:
    while words and words[0].lower in {"a", "an", "the"} and len(words) > 1:
        words = words[1:]
    if not words:
        return None
    lower = {word.lower for word in words}
    for state, short in lexicon.states.items():
        if short in lower or set(state.split()) <= lower:
            lower |= set(state.split())
    end = words[-1].end
    if layout.text[end : end + 1] == "." and words[-1].lower in _ABBREVIATED:
        end += 1
    return RoleMention(Span(words[0].start, end), head.lower, frozenset(lower))

"""Sources that stand further off: of a participle, of a second verb after "and"."""

from onrecord.attributions import word_classes as wc
from onrecord.attributions.cue_sites import CueSite
from onrecord.attributions.cues import Inflection
from onrecord.attributions.rules.complements import find_first_comma
from onrecord.attributions.rules.drafts import Draft, Pattern
from onrecord.attributions.rules.scope import CLAUSE_OPENERS, Scope
from onrecord.attributions.rules.subjects import Range
from onrecord.attributions.words import Words

_FRAMED = frozenset((Pattern.QUOTE_BEFORE, Pattern.CLAUSE_BEFORE, Pattern.ACCORDING))


def find_shared_source(scope: Scope, site: CueSite, before: list[Draft]) -> Range | None:
    """The source of the verb that "and" joins this one to: "endorsed Ruiz and vowed to help"."""
    if not site.form.inflections & {Inflection.PAST, Inflection.PRESENT}:
        return None
    for draft in reversed(before):
        if draft.source and draft.pattern not in (Pattern.NOUN, Pattern.PARTICIPLE):
            return draft.source
    return find_first_subject(scope, site.low)


def find_main_source(scope: Scope, site: CueSite, before: list[Draft]) -> Range | None:
    """The source of the clause that a participle hangs on."""
    framed = [draft for draft in before if draft.pattern in _FRAMED and draft.source]
    if framed:
        return framed[-1].source
    first = find_first_subject(scope, site.low)
    if first is not None:
        return first
    named = [draft.source for draft in before if draft.source]
    return named[-1] if named else None


def find_first_subject(scope: Scope, high: int) -> Range | None:
    """The noun phrase that begins the unit, after "On Tuesday," or "But"."""
    words = scope.words
    position = scope.low
    while position < high and (
        not words.is_word(position) or words.lower[position] in wc.CONJUNCTIONS
    ):
        position += 1
    if position < high and words.lower[position] in wc.PREPOSITIONS | CLAUSE_OPENERS | wc.TIMES:
        comma = find_first_comma(words, position, high)
        position = comma + 1
    if position >= high or words.is_quoted(position) or not words.is_word(position):
        return None
    if words.lower[position] in wc.SUBJECT_PRONOUNS:
        return (position, position + 1)
    if words.lower[position] in wc.SUBORDINATORS | wc.PREPOSITIONS:
        return None
    end = position + 1
    while end < high and end < position + 8 and _extends_name(words, end):
        end += 1
    return (position, end)


def _extends_name(words: Words, position: int) -> bool:
    before = words.lower[position - 1]
    if words.lower[position] in wc.AUXILIARIES and words.lower[position] != "'s":
        return False
    return (
        words.is_capitalised(position)
        or words.lower[position] in ("'s", "of", "&", "-")
        or before in wc.DETERMINERS
        or (before == "of" and words.is_word(position))
    )


def is_author(words: Words, source: Range) -> bool:
    """Whether the writer speaks of himself, which reports nobody."""
    return words.lower[source[0]] == "i" and not words.is_quoted(source[0])

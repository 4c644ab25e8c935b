"""Contents that follow their cue: clauses, infinitives, noun phrases, quotations."""

from onrecord.attributions import word_classes as wc
from onrecord.attributions.cue_sites import CueSite
from onrecord.attributions.rules.contents import find_addressee, find_clause_end, skip_adjuncts
from onrecord.attributions.rules.drafts import Draft, Pattern, make_draft
from onrecord.attributions.rules.frames import CONTENT_TAKES
from onrecord.attributions.rules.scope import CLAUSE_OPENERS, Scope
from onrecord.attributions.rules.subjects import Range
from onrecord.attributions.words import Words

_KEEPS_PERSON = frozenset(
    "urge encourage order command instruct pressure compel invite implore beg want".split()
)
_WH = frozenset("whether how why what if who where when".split())


def read_complement(scope: Scope, site: CueSite, source: Range | None) -> Draft | None:
    """What follows a cue, by the first word of it."""
    words = scope.words
    takes = site.form.takes
    position = site.high
    if "person" in takes and site.form.lemma not in _KEEPS_PERSON:
        position = find_addressee(words, position, scope.high)
        told_nothing = position < scope.high and words.lower[position] == "."
        if told_nothing and position > site.high + 1:
            position = site.high
    start = skip_adjuncts(words, position, scope.high)
    while (
        start < scope.high
        and words.lower[start] in (",", ":", "—", "–")
        and (words.lower[start] == ":" or words.is_mark[start + 1 : start + 2] == (True,))
    ):
        start += 1
    if start >= scope.high:
        return None
    pattern = _complement_pattern(words, site, start)
    if pattern is None:
        return None
    is_object = pattern in (Pattern.OBJECT, Pattern.INFINITIVE)
    if pattern is Pattern.QUOTE_AFTER:
        end = scope.high
    else:
        end = find_clause_end(words, start, scope.high, scope.lexicon, is_object=is_object)
        if source is not None and _is_subordinate(scope, source):
            end = find_first_comma(words, start, end)
    return make_draft(words, pattern, site, source, ((start, end),))


def _is_subordinate(scope: Scope, source: Range) -> bool:
    """Whether source and cue stand in a clause that a comma ends: "When Ruiz said …, Holt left"."""
    words = scope.words
    if words.lower[source[0]] in wc.RELATIVES:
        return True
    if words.lower[scope.low] in CLAUSE_OPENERS and "," not in words.lower[scope.low : source[0]]:
        return True
    for position in range(source[0] - 1, max(scope.low, source[0] - 6) - 1, -1):
        if words.lower[position] == "," or words.is_mark[position]:
            return False
        if words.lower[position] in CLAUSE_OPENERS:
            return position == scope.low or words.lower[position - 1] != ","
    return False


def find_first_comma(words: Words, low: int, high: int) -> int:
    """Where the clause that begins at low ends: at a comma outside quotations, or at high."""
    for position in range(low + 1, high):
        if words.lower[position] == "," and not words.is_quoted(position):
            return position
        if words.is_mark[position] and words.lower[position - 1] == ",":
            return position + 1
    return high


def _complement_pattern(words: Words, site: CueSite, start: int) -> Pattern | None:
    takes = site.form.takes
    first = words.lower[start]
    if words.is_mark[start] and "quote" in takes:
        return Pattern.QUOTE_AFTER
    if first == ":" or (start > 0 and words.lower[start - 1] == ":"):
        return Pattern.QUOTE_AFTER if takes & CONTENT_TAKES else None
    if first == "that" and "clause" in takes:
        return Pattern.THAT_CLAUSE
    if first in _WH and takes & {"clause", "person"}:
        return Pattern.THAT_CLAUSE
    if first == "to" and takes & {"to", "person"}:
        return Pattern.INFINITIVE
    if not (words.is_word(start) or words.is_mark[start] or words.lower[start] in "$#@"):
        return None
    if "clause" in takes and "object" not in takes:
        if first in wc.PREPOSITIONS and first not in ("in", "after", "despite", "under", "there"):
            return None
        return Pattern.BARE_CLAUSE
    if takes & {"object", "person"} and first not in wc.SUBORDINATORS | wc.CONJUNCTIONS:
        if first in wc.PREPOSITIONS and first not in ("about", "more", "over"):
            return None
        return Pattern.OBJECT
    return None

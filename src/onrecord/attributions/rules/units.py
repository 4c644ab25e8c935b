"""Units that are read as one because a quotation and its source stand in different sentences."""

from collections.abc import Iterator

from onrecord.attributions.cues import Lexicon
from onrecord.attributions.rules.continuations import is_all_quoted
from onrecord.attributions.words import MAX_UNIT, Unit, Words

_NEAR = 8
"""Words after a quotation within which a cue makes it one sentence: `"Why?" the mayor asked.`"""


def join_units(words: Words, lexicon: Lexicon) -> Iterator[Unit]:
    """The units of a text, those that only make sense together joined."""
    waiting: Unit | None = None
    for unit in words.units:
        if waiting is not None and _belongs(words, waiting, unit, lexicon):
            waiting = Unit(waiting.low, unit.high, unit.paragraph)
            continue
        if waiting is not None:
            yield waiting
        waiting = unit
    if waiting is not None:
        yield waiting


def _belongs(words: Words, unit: Unit, following: Unit, lexicon: Lexicon) -> bool:
    if following.high - unit.low > MAX_UNIT:
        return False
    last = unit.high - 1
    if words.lower[last] == ":":
        return following.paragraph - unit.paragraph == 1 and is_all_quoted(words, following)
    ends_quotation = words.is_mark[last] and words.lower[last - 1] in ("?", "!")
    if not ends_quotation or unit.paragraph != following.paragraph:
        return False
    return _opens_with_frame(words, following, lexicon)


def _opens_with_frame(words: Words, unit: Unit, lexicon: Lexicon) -> bool:
    """Whether "the mayor asked" begins a unit, with nothing that it could be about."""
    for position in range(unit.low, min(unit.high, unit.low + _NEAR)):
        if words.is_mark[position]:
            return False
        for form in lexicon.match(words.lower, position):
            end = position + len(form.words)
            closes = end >= unit.high or words.lower[end] in (".", ",", ":")
            if form.is_verbal and "quote" in form.takes and position > unit.low and closes:
                return True
    return False

"""Quotations that go on: `"A," he said. "B"`, and those of several paragraphs."""

from dataclasses import replace

from onrecord.attributions.rules.drafts import Draft, Pattern
from onrecord.attributions.words import Unit, Words

QUOTED = frozenset((Pattern.QUOTE_BEFORE, Pattern.QUOTE_AFTER))
_SPOKEN = QUOTED | {Pattern.THAT_CLAUSE, Pattern.BARE_CLAUSE, Pattern.CLAUSE_BEFORE}


def can_continue(draft: Draft) -> bool:
    """Whether a quotation after the unit of this draft may belong to it."""
    return draft.pattern in _SPOKEN


def is_all_quoted(words: Words, unit: Unit) -> bool:
    """Whether nothing but quotation stands in a unit."""
    some = False
    for position in range(unit.low, unit.high):
        if words.is_word(position):
            if words.quotation[position] < 0:
                return False
            some = True
    return some


def continue_draft(words: Words, unit: Unit, previous: Draft, gap: int) -> Draft | None:
    """The draft before with an all-quoted unit added to its content; None where it does not go on.

    Args:
        words: the text.
        unit: a unit with nothing but quotation.
        previous: the last outermost draft before it.
        gap: paragraphs between the two: 0 in the same one.
    """
    first = words.quotation[unit.low]
    if gap == 0:
        goes_on = can_continue(previous)
    elif gap == 1:
        introduced = previous.pattern is Pattern.QUOTE_AFTER and words.lower[unit.low - 1] == ":"
        goes_on = first in words.continues or introduced
    else:
        goes_on = False
    if not goes_on:
        return None
    return replace(previous, content=(*previous.content, (unit.low, unit.high)))

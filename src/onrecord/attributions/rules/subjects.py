"""Who stands before or after a verb: noun phrases found without a parser."""

from onrecord.attributions import word_classes as wc
from onrecord.attributions.cue_sites import looks_like_adverb
from onrecord.attributions.words import Words

Range = tuple[int, int]
"""The words [low, high)."""

_AFTER_SOURCE = frozenset("but while when as in at during according and after though".split())
_TODAY = frozenset("today yesterday tonight".split())
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
LONGEST = 40
"""Words that a source may have, appositions included."""


def find_subject_before(words: Words, low: int, verb: int) -> Range | None:
    """The noun phrase that ends where a verb group begins.

    Args:
        words: the text.
        low: where the unit begins, or the stretch that the subject must lie in.
        verb: the first word of the verb group.

    Returns:
        The subject with its apposition ("Ana Ruiz, the mayor of Port Ellis,"), a relative pronoun
        where the verb stands in a relative clause, or None where nothing looks like a subject.
    """
    high = verb
    low = max(low, verb - LONGEST)
    if high - 1 > low and words.is_mark[high - 1] and words.is_quoted(verb):
        high -= 1  # `Holt "wants to see the road open"`: the quotation begins with the cue
    high = _skip_day(words, low, high)
    if high - 1 < low:
        return None
    before = words.lower[high - 1]
    if before in wc.RELATIVES:
        return (high - 1, high)
    if before == ",":
        return _find_apposed(words, low, high - 1)
    if before in wc.SUBJECT_PRONOUNS:
        return (high - 1, high)
    start = _walk_left(words, low, high)
    return (start, high) if start is not None else None


def _skip_day(words: Words, low: int, high: int) -> int:
    """Leave out "today" or "on Monday" between a subject and its verb."""
    if high - 2 > low and words.lower[high - 1] in _TODAY and words.is_word(high - 2):
        return high - 1
    on_day = words.lower[high - 2 : high - 1] == ("on",) and words.lower[high - 1] in _WEEKDAYS
    return high - 2 if on_day and high - 3 >= low and words.is_word(high - 3) else high


def _find_apposed(words: Words, low: int, comma: int) -> Range | None:
    """The head and apposition before a comma: "Ruiz, the mayor," or "Ruiz, who won,"."""
    position = comma - 1
    while position > low:
        if words.lower[position] in wc.STRONG_BOUNDARIES or words.is_mark[position]:
            return None
        if words.lower[position] == "," and comma - position > 1:
            start = _walk_left(words, low, position)
            head_is_name = words.is_capitalised(position - 1) or words.lower[position + 1] in (
                "who", "which", "a", "an", "the",
            )  # fmt: skip
            if start is not None and head_is_name:
                return (start, comma)
        position -= 1
    return None


def _walk_left(words: Words, low: int, high: int) -> int | None:
    """Where the noun phrase that ends at high begins."""
    position = high
    while position > low and _may_be_in_phrase(words, low, position - 1, high):
        position -= 1
    position = _skip_introduction(words, position, high)
    while position < high and (
        words.lower[position] in wc.CONJUNCTIONS
        or words.lower[position] in ("even", "though", "still", "then", "yet", "only", ",", ".")
        or not (words.is_word(position) or words.lower[position] == "$")
    ):
        position += 1
    if position >= high or not _can_head(words, high - 1):
        return None
    return position


def _can_head(words: Words, last: int) -> bool:
    word = words.lower[last]
    if word in wc.PRONOUNS or word == ")":
        return True
    return (
        words.is_word(last)
        and word not in wc.PREPOSITIONS
        and word not in wc.AUXILIARIES
        and word not in wc.SUBORDINATORS
        and word not in wc.CONJUNCTIONS
        and word not in ("the", "a", "an", "his", "her", "its", "their", "my", "our", "your", "to")
        and not (looks_like_adverb(words, last) and not words.is_capitalised(last))
    )


def _may_be_in_phrase(words: Words, low: int, position: int, high: int) -> bool:
    word = words.lower[position]
    if words.is_mark[position]:
        return False
    if word in (".", "&", "'s", "'", "/", "-", ")", "(", "’", "#", "@"):
        return word != "." or position + 1 < high
    if word == ",":
        return _joins_list(words, position, high)
    if not words.is_word(position):
        return False
    if word in wc.AUXILIARIES and word != "'s":
        return False
    if word in wc.SUBORDINATORS and word not in wc.PREPOSITIONS:
        return False
    if word in ("but", "nor", "yet", "as", "than"):
        return False
    if word in wc.SUBJECT_PRONOUNS and position + 1 < high:
        return False
    return not (looks_like_adverb(words, position) and position == low)


def _joins_list(words: Words, comma: int, high: int) -> bool:
    """Whether a comma stands in "Ruiz, Holt and Meyer" or "R-Fla., "."""
    tail = words.lower[comma + 1 : high]
    return ("and" in tail or "or" in tail) and len(tail) <= 12 and words.is_capitalised(comma - 1)


def _skip_introduction(words: Words, low: int, high: int) -> int:
    """Leave out "In a statement" before "the mayor": start at the last phrase of its own."""
    first = words.lower[low] if low < high else ""
    if first not in wc.PREPOSITIONS and first not in wc.SUBORDINATORS:
        return low
    if first == "than":
        return low
    best = low + 1
    for position in range(low + 2, high):
        before = words.lower[position - 1]
        starts = (
            words.lower[position] in wc.DETERMINERS
            or words.lower[position] in wc.PRONOUNS
            or (words.is_capitalised(position) and not words.is_capitalised(position - 1))
        )
        joined = (
            before in wc.PREPOSITIONS
            or before in wc.DETERMINERS
            or before in wc.CONJUNCTIONS
            or not words.is_word(position - 1)
        )
        if starts and not joined and words.lower[position] != "'s":
            best = position
    return best


def find_subject_after(words: Words, position: int, high: int) -> Range | None:
    """The noun phrase that follows an inverted cue ("said Ana Ruiz, the mayor of Port Ellis").

    It ends with the unit, or before a quotation, an adjunct ("on Tuesday", "in a statement") or a
    participle ("adding that").
    """
    if position >= high:
        return None
    end = position
    limit = min(high, position + LONGEST)
    while end < limit and not _ends_inverted(words, position, end):
        end += 1
    while end > position and not words.is_word(end - 1) and words.lower[end - 1] != ")":
        end -= 1
    if end == position:
        return None
    if words.lower[position] in wc.SUBJECT_PRONOUNS:
        return (position, position + 1)
    return (position, end)


def _ends_inverted(words: Words, start: int, position: int) -> bool:
    word = words.lower[position]
    if words.is_mark[position] or word in ";:—–":
        return True
    if word in (".", "?", "!"):
        following = position + 1
        return following >= len(words.lower) or not words.is_capitalised(following)
    if word in wc.DAYS and position > start and not _names_month(words, position):
        return words.lower[position - 1] not in ("the", "of")
    if word in ("in", "at", "on", "during", "after", "before", "when", "while", "as", "to", "but"):
        return position > start and _starts_adjunct(words, position)
    if word == "," and position + 1 < len(words.lower):
        next_word = words.lower[position + 1]
        return next_word.endswith("ing") or next_word in _AFTER_SOURCE
    return word in ("told", "that") and position > start


def _names_month(words: Words, position: int) -> bool:
    return words.lower[position] == "may" and not words.is_capitalised(position)


def _starts_adjunct(words: Words, position: int) -> bool:
    """Whether "in", "on" … begins an adjunct ("in a statement") and not a part of a name."""
    following = words.lower[position + 1] if position + 1 < len(words.lower) else ""
    if words.lower[position] in ("when", "while", "as", "but", "after", "before", "during", "to"):
        return True
    if words.lower[position] in ("on", "at"):
        return True
    return following in (
        "a",
        "an",
        "his",
        "her",
        "their",
        "response",
        "its",
        "reference",
        "remarks",
    )

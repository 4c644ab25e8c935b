"""How many of their words two statements share, whatever they say with them."""

import functools
from collections import Counter

from onrecord.matches.statements import Statement
from onrecord.matches.word_forms import head_of


def share_wording(one: Statement, other: Statement) -> float:
    """How many of the words that carry meaning are shared, 0 to 1; names and numbers aside."""
    size = len(one.words) + len(other.words)
    if not size:
        return 0.0
    mine, theirs = count_heads(one.words), count_heads(other.words)
    return 2 * sum(min(times, theirs.get(head, 0)) for head, times in mine.items()) / size


@functools.lru_cache(maxsize=20_000)
def count_heads(words: tuple[str, ...]) -> dict[str, int]:
    """How often each word comes, those used for one another as one."""
    return dict(Counter(map(head_of, words)))

"""The words that carry what a passage says, cut to stems so that their forms compare."""

import re
from collections.abc import Iterable
from functools import lru_cache

from onrecord.records import Span
from onrecord.resolution.layout import Word, split_words

_FUNCTION_WORDS = frozenset(
    """a an the and or but nor so yet if then than as that this these those which who whom whose
    what when where while why how of for from in on at to with by about against between into through
    over under after before during within without upon via amid among around is am are was were be
    been being do does did done have has had having will would shall should can could may might
    must not no i you he she it we they me him her us them my your his its our their there here
    also just only even still very much more most some any all both each other such own same too
    up down out off again once mr mrs ms dr said says say told one""".split()
)
_ENDINGS = re.compile(r"(?:ies|ied|ing|edly|ed|es|s|ly|e|y)$")
_SHORTEST_STEM = 3


def stem_word(word: str) -> str:
    """A word in lower case without its common endings; short words stay whole."""
    lower = word.lower().replace("’", "'").removesuffix("'s").rstrip(".")
    ending = _ENDINGS.search(lower)
    if ending is not None and ending.start() >= _SHORTEST_STEM:
        return lower[: ending.start()]
    return lower


def content_stems(words: Iterable[Word]) -> list[str]:
    """The stems of the words that carry meaning, in order; numbers in digits are left out."""
    return [
        stem_word(word.text)
        for word in words
        if word.stem not in _FUNCTION_WORDS and word.text[0].isalpha()
    ]


def stems_in(text: str, spans: Iterable[Span]) -> frozenset[str]:
    """The stems of the words that carry meaning in some passages of a text."""
    return frozenset[str]().union(*(_stems_between(text, span.start, span.end) for span in spans))


@lru_cache(maxsize=1024)
def _stems_between(text: str, start: int, end: int) -> frozenset[str]:
    # Every sentence and every claim is compared with many others.
    return frozenset(content_stems(split_words(text, start, end)))

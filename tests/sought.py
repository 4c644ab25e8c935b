"""What patterns with cues find, beside what each finds when it reads the text from end to end."""

import itertools
from collections.abc import Iterable

from onrecord.resolution.cued_patterns import CuedPatterns

_PLACES = (
    "{}", "{}.", "Ida Holt left {} and came back.", "{} Ida Holt left.", "Ida Holt left\n{}\nfor good.",
    "It was so.\n\n{}\n\nIt is not.", "({})", "[Ida Holt {}]", "“{}”", "'{}'", "’{}’", "—{}—", "- {} -",
    "mid-{}-like", "x{}", "{}x", "_{}_", "12{}", "{}12", "$ {}%", "hadn’t {}", "which {}", "which ({})",
    "which  {}", "Ida, {}, Holt", "the early {} ago", "{0} {0}", "{0}, {0}", "{0}{0}", "{0}.\n{0}",
)  # fmt: skip
_CASES = (str, str.upper, str.title, str.lower)

Found = list[list[tuple[str, int, int]]]


def seek(patterns: CuedPatterns, text: str) -> Found:
    return [[(m[0], *m.span()) for m in matches] for matches in patterns.find_each(text)]


def seek_plainly(patterns: CuedPatterns, text: str) -> Found:
    return [[(m[0], *m.span()) for m in each.finditer(text)] for each in patterns.patterns]


def put_in_odd_places(expression: str) -> list[str]:
    """An expression at the ends of a text, behind marks, drawn to other words, in other cases."""
    spaced = (expression, expression.replace(" ", "\n"), expression.replace("’", "'"))
    return [
        place.format(change(words))
        for place, change, words in itertools.product(_PLACES, _CASES, spaced)
    ]


def list_unmatched(patterns: CuedPatterns, expressions: Iterable[str]) -> set[str]:
    """The patterns that none of the expressions tries."""
    found = [seek_plainly(patterns, expression) for expression in expressions]
    return {
        pattern.pattern
        for number, pattern in enumerate(patterns.patterns)
        if not any(each[number] for each in found)
    }

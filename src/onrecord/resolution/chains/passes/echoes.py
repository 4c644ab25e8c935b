"""Words that an article quotes twice: both times from one occasion."""

import re
from collections.abc import Mapping, Sequence

from onrecord.records import Attribution
from onrecord.resolution.layout import Layout

_QUOTE = re.compile(r"[\"“‘]+([^\"“”\n]{3,})[\"”’]+|''([^'\n]{3,})''")
_WORD = re.compile(r"\w+")
_LEAD = 4
_FEWEST = 3
"""Words that a quotation outside the lead has to have before it counts as the same saying."""


def find_echoes(
    text: str, layout: Layout, attributions: Mapping[int, Attribution], order: Sequence[int]
) -> dict[int, int]:
    """For what names no occasion, the same speaker's attribution that quotes the same words.

    Args:
        text: the article's.
        layout: the text's paragraphs.
        attributions: by number, traced.
        order: the numbers in text order.
    """
    told: dict[tuple[str, str], int] = {}
    quiet: list[tuple[int, list[str]]] = []
    for number in order:
        one = attributions[number]
        if one.entity_id is None or one.parent_id is not None:
            continue
        quotes = [" ".join(words) for words in _list_quotes(text, one)]
        if len(one.chain) > 1 or one.basis.value != "unstated":
            for quote in quotes:
                for piece in _cut(quote):
                    told.setdefault((one.entity_id, piece), number)
        else:
            quiet.append((number, quotes))
    echoes: dict[int, int] = {}
    for number, quotes in quiet:
        one = attributions[number]
        lead = layout.paragraph_at(one.cue[0].start) <= _LEAD
        for quote in quotes:
            other = told.get((one.entity_id or "", _key(quote)))
            if other is not None and (lead or quote.count(" ") + 1 >= _FEWEST):
                echoes.setdefault(number, other)
    return echoes


def _list_quotes(text: str, attribution: Attribution) -> list[list[str]]:
    first, last = attribution.content[0].start, attribution.content[-1].end
    around = text[max(0, first - 1) : last + 1]
    return [
        [word.lower() for word in _WORD.findall(match[1] or match[2])]
        for match in _QUOTE.finditer(around)
    ]


def _key(quote: str) -> str:
    return " ".join(quote.split()[:_LONGEST])


_LONGEST = 6


def _cut(quote: str) -> set[str]:
    """Every run of up to six words of a quotation: a lead quotes a part of it."""
    words = quote.split()
    return {
        " ".join(words[start : start + length])
        for start in range(len(words))
        for length in range(1, _LONGEST + 1)
    }

"""Words that an article quotes twice: both times from one occasion."""

import re
from collections.abc import Mapping
from dataclasses import replace

from onrecord.records import Attribution, Basis
from onrecord.resolution.chains.context import ChainContext

_QUOTE = re.compile(r"[\"“‘]+([^\"“”\n]{3,})[\"”’]+|''([^'\n]{3,})''")
_WORD = re.compile(r"\w+")
_LEAD = 4
"""Paragraphs in which a story quotes what it quotes again."""
_FEWEST = 3
"""Words that a quotation outside the lead has to have before it counts as the same saying."""
_LONGEST = 6
"""Words by which a quotation is known."""


def trace_echoes(
    context: ChainContext, traced: Mapping[int, Attribution]
) -> dict[int, Attribution]:
    """Give words that are quoted twice the occasion that one of the two places names."""
    changed = {}
    for number, other in _find_echoes(context, traced).items():
        one, told = traced[number], traced[other]
        if one.chain and told.chain and one.chain[-1].entity_id == told.chain[-1].entity_id:
            hops = (*told.chain[:-1], replace(one.chain[-1], how=told.chain[-1].how))
            changed[number] = replace(one, chain=hops, basis=told.basis)
    return changed


def _find_echoes(context: ChainContext, traced: Mapping[int, Attribution]) -> dict[int, int]:
    """For what names no occasion, the same speaker's attribution that quotes the same words."""
    told: dict[tuple[str, str], int] = {}
    quiet: list[tuple[int, str, list[str]]] = []
    for number, one in traced.items():
        if one.entity_id is None or one.parent_id is not None:
            continue
        quotes = [" ".join(words) for words in _list_quotes(context.text, one)]
        if len(one.chain) <= 1 and one.basis is Basis.UNSTATED:
            quiet.append((number, one.entity_id, quotes))
            continue
        for quote in quotes:
            for piece in _cut(quote):
                told.setdefault((one.entity_id, piece), number)
    echoes: dict[int, int] = {}
    for number, speaker, quotes in quiet:
        in_lead = context.paragraph_of(traced[number]) <= _LEAD
        for quote in quotes:
            other = told.get((speaker, _key(quote)))
            if other is not None and (in_lead or quote.count(" ") + 1 >= _FEWEST):
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


def _cut(quote: str) -> set[str]:
    """Every run of up to six words of a quotation: a lead quotes a part of it."""
    words = quote.split()
    return {
        " ".join(words[start : start + length])
        for start in range(len(words))
        for length in range(1, _LONGEST + 1)
    }

"""Base forms of words, and how they relate: opposites, and words used for one another."""

import functools
import importlib.resources
import json
import re
from dataclasses import dataclass

from onrecord.findings.content_words import stem_word

_PARTICIPLE = re.compile(r"(?:ing|ed)$")


@dataclass(frozen=True, slots=True)
class Relations:
    """The lists of `data/word_relations.json`, by base form cut to its stem.

    Attributes:
        bases: for a form ("fell") the stem of its base ("fall").
        opposites: for a stem the stems of its opposites.
        heads: for a stem the stem that stands for it and its synonyms.
        countries: for a word or two for a people or a country ("saudi", "us") the country's name.
    """

    bases: dict[str, str]
    opposites: dict[str, frozenset[str]]
    heads: dict[str, str]
    countries: dict[str, str]


@functools.cache
def load_relations() -> Relations:
    """Read the lists that are part of the package, once."""
    file = importlib.resources.files("onrecord") / "data" / "word_relations.json"
    source = json.loads(file.read_text(encoding="utf-8"))
    bases = {}
    for line in source["irregular"].split(";"):
        base, *forms = line.split()
        bases.update({form: stem_word(base) for form in (base, *forms)})
    heads: dict[str, str] = {}
    for line in source["synonyms"].split(";"):
        first, *others = (bases.get(word, stem_word(word)) for word in line.split())
        for word in (first, *others):
            heads.setdefault(word, first)
    opposites: dict[str, set[str]] = {}
    for line in source["opposites"].split(";"):
        one, other = (bases.get(word, stem_word(word)) for word in line.split())
        opposites.setdefault(one, set()).add(other)
        opposites.setdefault(other, set()).add(one)
    countries = {}
    for line in source["peoples"].split("; "):
        country, _, others = line.partition("|")
        countries.update(dict.fromkeys((country, *others.split()), country))
    return Relations(
        bases, {key: frozenset(value) for key, value in opposites.items()}, heads, countries
    )


def base_of(word: str) -> str:
    """The stem of a word's base form: "fall" of "fell", "reject" of "rejected"."""
    lower = word.lower().replace("’", "'").removesuffix("'s")
    known = load_relations().bases.get(lower)
    if known is not None:
        return known
    stem = stem_word(lower)
    # "stopped" and "stopping" lose the letter that doubled.
    if (
        _PARTICIPLE.search(lower)
        and len(stem) > 3
        and stem[-1] == stem[-2]
        and stem[-1] not in "lsz"
    ):
        return stem[:-1]
    return stem


def head_of(base: str) -> str:
    """The stem that stands for a base and the words used for it."""
    return load_relations().heads.get(base, base)


def country_of(name: str) -> str | None:
    """The country that a name or a people's name stands for: "france" for "french"."""
    return load_relations().countries.get(name.lower().rstrip("."))


def are_opposite(one: str, other: str) -> bool:
    """Whether two bases turn a statement round."""
    return other in load_relations().opposites.get(one, ())

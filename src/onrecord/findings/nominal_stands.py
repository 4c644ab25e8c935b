"""Nouns that say what somebody stands for: "Q's demand for P", "her opposition to P"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.findings.party_phrases import (
    end_of_clause,
    phrase_after,
    phrase_before,
    starts_a_party,
)
from onrecord.findings.propositions import is_demand, read_matter, read_proposition
from onrecord.records import Span, Stance
from onrecord.resolution.layout import Layout

_NOUN = (
    r"(?:(?P<own>demands?|calls?|proposals?|suggestions?|push|plans?|promises?|threats?|offers?|requests?|"
    r"pledges?|vows?|motion|recommendations?|appeals?)|"
    r"(?P<support>support|backing|endorsement|(?:efforts?|attempts?)(?=\sto\s|,?\sby\s)|desire|goal|aim|intention|determination|"
    r"willingness|approval|votes?(?=\s(?:for|in\sfavou?r)))|"
    r"(?P<against>opposition|objections?|resistance|rejection|refusal|criticisms?|votes?(?=\sagainst)))"
)
_LEADS = r"(?:\s(?:for|to|of|that|on|against|in\sfavou?r\sof)\s|\s?[-\u2013\u2014]\s?(?=\w+ing\b))"
OWNED = re.compile(rf"(?:[’']s|s[’'])\s(?:[\w-]+\s){{0,2}}?{_NOUN}{_LEADS}")
_ONES_OWN = re.compile(
    rf"\b(?P<party>[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Mm]y|[Oo]ur)\s(?:[\w-]+\s){{0,2}}?{_NOUN}{_LEADS}"
)
_BY = re.compile(rf"\b{_NOUN},?\s(?:by|from|among)\s")
_AFTER_BY = re.compile(r",?\s(?P<lead>to|for|that|of|on|against)\s")


_REACH = 400
# What is criticised may be anything: what somebody did, or how.
_CRITICISM = re.compile(r"\bcriticisms?\b")


@dataclass(frozen=True, slots=True)
class NominalStand:
    """A party with the noun that says its stand.

    Attributes:
        own_word: whether the noun is a speech of its own.
    """

    party: Span
    doing: Span
    proposition: Span
    stance: Stance
    own_word: bool


def find_nominal_stands(layout: Layout) -> Iterator[NominalStand]:
    """Find the nouns with an owner before or after them."""
    for match in OWNED.finditer(layout.text):
        party = phrase_before(layout, match.start(), longest=4)
        if party is not None and starts_a_party(layout.text[party.start : party.end]):
            yield from _read(layout, match, party, match.end())
    for match in _ONES_OWN.finditer(layout.text):
        yield from _read(layout, match, Span(*match.span("party")), match.end())
    for match in _BY.finditer(layout.text):
        party = phrase_after(layout, match.end())
        lead = None if party is None else _AFTER_BY.match(layout.text, party.end)
        if party is not None and lead is not None:
            start = lead.start("lead") if lead["lead"] == "to" else lead.end()
            yield from _read(layout, match, party, start)


def _read(layout: Layout, match: re.Match[str], party: Span, start: int) -> Iterator[NominalStand]:
    sentence = layout.sentence_span(layout.sentence_at(match.start()))
    deed = re.search(r"\sto\s$", match.group()) is not None
    gerund = re.compile(r"\w+ing\b").match(layout.text, start) is not None
    if deed and not match["against"] and not gerund:
        start = match.end() - len("to ")
    if start >= sentence.end:
        return
    end = min(sentence.end, start + _REACH)
    rest = Span(start, end_of_clause(layout, start, end))
    proposition = read_proposition(layout, rest)
    by_matter = not deed and _CRITICISM.search(match.group()) is None
    if proposition is None and by_matter and layout.text[start : start + 3] != "to ":
        proposition = read_matter(layout, rest)
    told = match.group().endswith(" that ") and match.group("own") is not None
    if proposition is None or (told and not is_demand(layout, rest)):
        return
    stance = Stance.OPPOSES if match["against"] else Stance.SUPPORTS
    doing = Span(match.start(), match.end() - 1)
    yield NominalStand(party, doing, proposition, stance, bool(match["own"]))

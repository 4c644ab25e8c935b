"""Nouns that say on which side somebody is: "a critic of the plan", "supporters of the ban"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.findings.clause_subjects import cut_to_name, subject_of_verb
from onrecord.findings.party_phrases import end_of_clause, phrase_after, phrase_before
from onrecord.findings.propositions import read_proposition
from onrecord.records import Span, Stance
from onrecord.resolution.layout import Layout

_NOUN = re.compile(
    r"\b(?:(?P<against>(?:critic|opponent|foe|enem(?:y|ie)|skeptic|sceptic|detractor)s?)|"
    r"(?P<favour>(?:supporter|backer|sponsor|co-?sponsor|architect|advocate|proponent|champion|author|"
    r"booster|fan|defender)s?))\s(?:of|for)\s",
    re.IGNORECASE,
)
# What may stand between "is" or "as" and the noun: "one of the most outspoken", "a long-time".
_GRADE = (
    r"(?:(?:an?|the|another|one\sof(?:\s(?:the|its|his|her|their))?|some\sof\sthe|among\sthe|also|long|both|"
    r"original)\s)*(?:[\w’'-]+\s){0,3}?$"
)
_APPOSED = re.compile(
    r",\s(?:an?|another|the|one\sof\s(?:the|its|his|her)|long\san?)\s(?:[\w’'-]+\s){0,3}$"
)
_IS = re.compile(
    r"\s(?P<verb>(?:is|are|was|were|[’'](?:s|re)|became|become|remains?|(?:has|have|had)\s(?:long\s)?been)"
    r"\s(?:\w+ly\s|perhaps\s|also\s|long\s|still\s)*)" + _GRADE
)
_AS = re.compile(r"(?<!\w)(?P<verb>[Aa]s|[Oo]nce)\s" + _GRADE)
# "Backers of the ban here say that …": the verb of those who back it.
_TELLS = re.compile(
    r"\s(?:here\s)?(?:say|says|said|argue|argues|argued|contend|hope|believe|fear|want|point|may|can|do|did)\s"
)
_LONGEST_GAP = 90
_REACH = 400
_CALLED = re.compile(r"\b(?:call|describ|nam|known|denounc|attack|blast|portray|depict|cast)\w*\b")


@dataclass(frozen=True, slots=True)
class Side:
    """Who is on a side: the party, the words that say so, what it is for or against."""

    party: Span
    doing: Span
    proposition: Span
    stance: Stance


def find_sides(layout: Layout) -> Iterator[Side]:
    """Find the nouns with their owners: "Q, another critic of P", "Q is a supporter of P"."""
    for match in _NOUN.finditer(layout.text):
        sentence = layout.sentence_span(layout.sentence_at(match.start()))
        end = end_of_clause(layout, match.end(), min(sentence.end, match.end() + _REACH))
        comma = layout.text.find(",", match.end(), end)
        end = comma if comma >= 0 else end
        told = _TELLS.search(layout.text, match.end(), end)
        end = told.start() if told is not None else end
        proposition = (
            read_proposition(layout, Span(match.end(), end)) if end > match.end() else None
        )
        party = None if proposition is None else _owner_of(layout, match, sentence)
        if proposition is None or party is None:
            continue
        if party.start == match.start():
            party = Span(party.start, proposition.end)
        stance = Stance.OPPOSES if match["against"] else Stance.SUPPORTS
        yield Side(party, Span(match.start(), match.end() - 1), proposition, stance)


def _owner_of(layout: Layout, match: re.Match[str], sentence: Span) -> Span | None:
    """Whom the noun describes; the noun itself where it stands for a group of its own."""
    start = max(sentence.start, match.start() - _LONGEST_GAP)
    apposed = _APPOSED.search(layout.text, start, match.start())
    if apposed is not None:
        party = phrase_before(layout, apposed.start(), longest=6)
        return party if party is not None and party.end - party.start > 2 else None
    is_one = _IS.search(layout.text, start, match.start())
    if is_one is not None:
        return subject_of_verb(layout, is_one.start("verb"))
    as_one = _AS.search(layout.text, start, match.start())
    if as_one is not None:
        return _holder_of(layout, as_one.start("verb"), match.end(), sentence)
    group = match.group().split()[0].endswith("s")
    return Span(match.start(), match.start() + 1) if group else None


def _holder_of(layout: Layout, opening: int, end: int, sentence: Span) -> Span | None:
    """Whose office it is: "Once a critic of P, Q said …", "Q, as a backer of P, …"."""
    if opening <= sentence.start + 1:
        comma = layout.text.find(", ", end, sentence.end)
        holder = phrase_after(layout, comma + 2) if comma >= 0 else None
        return None if holder is None else cut_to_name(layout, holder)
    before = layout.text[max(sentence.start, opening - _LONGEST_GAP) : opening]
    if before.rstrip().endswith(",") and _CALLED.search(before) is None:
        return phrase_before(layout, opening - 2, longest=6)
    return None

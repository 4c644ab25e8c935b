"""Saying that something is not so, as an answer to whoever says that it is.

"She said that she had not met him" denies what "he said that he had met her" reports: both are of
one claim, made with different acts. Where nobody says that it is so, it is a claim like any other.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.matches.moods import Modality
from onrecord.matches.statements import Statement
from onrecord.records import Act, Attribution, ResponseKind

if TYPE_CHECKING:
    from onrecord.matches.members import Member

_NEGATION = re.compile(r"\b(?:not|never|no)\b|n[’']t\b", re.IGNORECASE)
# To refuse, to fail or to do without is to do something; a question or a condition says nothing.
_OTHERWISE = re.compile(
    r"\b(?:nobody|none|neither|nor|without|cannot|hardly|barely|nothing|fail\w*|refus\w+|declin\w+|"
    r"den(?:y|ies|ied)|avoid\w*|whether|if|unless|not only|no doubt|no question)\b|\?",
    re.IGNORECASE,
)
_ACTS = frozenset({Act.SAYS, Act.CLAIMS, Act.KNOWS})
_FEWEST = 3
_FIRST_WORDS = 2
_MOST_WORDS = 24
_SEVERAL = re.compile(r"[.!?;][”\"’']*\s|\s…\s|\bbut\b")


def read_denial(statement: Statement, attribution: Attribution) -> Statement | None:
    """What is said not to be so, as if it were; None where nothing is.

    Only the plain case: one negation, of what is stated first, as a fact. What somebody will not do
    is a position and no denial.
    """
    if attribution.act not in _ACTS or attribution.hedged or len(statement.negations) != 1:
        return None
    text = statement.text
    if len(_NEGATION.findall(text)) != 1 or _OTHERWISE.search(text):
        return None
    if len(text.split()) > _MOST_WORDS or _SEVERAL.search(text):
        return None
    (base,) = statement.negations
    told = len(statement.words) + len(statement.actors)
    planned = any(word == base and mood is not Modality.OPEN for word, mood in statement.moods)
    if base not in statement.words[:_FIRST_WORDS] or planned or told < _FEWEST:
        return None
    return replace(statement, negations=frozenset(), denied=True)


def settle(members: Sequence["Member"]) -> tuple["Member", ...]:
    """The members of a claim: where nobody says that it is so, nobody denies it either."""
    if any(member.report is not None and not member.statement.denied for member in members):
        return tuple(members)
    return tuple(_state(member) if member.statement.denied else member for member in members)


def _state(member: "Member") -> "Member":
    """A denial of what nobody claims, as the report that it is then."""
    facts = tuple(
        replace(fact, party="", kind=None)
        if fact.id == member.id and fact.kind is ResponseKind.DENIES
        else fact
        for fact in member.facts
    )
    return replace(member, facts=facts, statement=replace(member.statement, denied=False))

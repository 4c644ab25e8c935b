"""Whom a pronoun may mean: everybody mentioned shortly before who agrees with it."""

import re
from dataclasses import dataclass

from onrecord.records import EntityKind, Span
from onrecord.resolution.discourse import Discourse, Entry, Referent
from onrecord.resolution.lexicon import Gender

_THINGS = frozenset(
    {EntityKind.ORGANISATION, EntityKind.OUTLET, EntityKind.GOVERNMENT, EntityKind.DOCUMENT}
)
_BODIES = _THINGS - {EntityKind.DOCUMENT}
_GENDERED = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
_SUBJECTS = frozenset({"he", "she", "it", "they"})
_OBJECTS = frozenset({"him", "them"})
_FARTHEST_SENTENCE = 12
_THROUGH = re.compile(r"\b(?:through|via)(?: an?| his| her)?\s*$", re.IGNORECASE)
_LONGEST_THROUGH = 20
# "Asked by the chair, Ida Bell, …": up to the words that say what about.
_ASKED_BY = re.compile(
    r"\b(?:asked|pressed|questioned|challenged|quizzed|grilled|interrupted|cross-examined) by"
    r" (?:(?!about\b|whether\b|if\b|why\b|how\b|what\b|on\b|in\b|at\b)[\w'’.-]+,? ){0,7}$",
    re.IGNORECASE,
)
_LONGEST_ASKED = 100
_SAME_CLAUSE = 40


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A third-person pronoun where it stands.

    Attributes:
        is_source: whether it is an attribution's source.
        own_content: what it is said to have said: its speaker is hardly named there.
        reported_by: who speaks the indirect speech around it; "he" often means him.
        quoted_by: who speaks the quotation around it; "he" never means him.
        last_speaker: the source before it.
        ahead: who is named right after the opening phrase that it stands in.
    """

    span: Span
    word: str
    gender: Gender
    plural: bool
    is_source: bool = False
    own_content: tuple[Span, ...] = ()
    reported_by: Referent | None = None
    quoted_by: Referent | None = None
    last_speaker: Referent | None = None
    ahead: Referent | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom a pronoun may mean, with the mentions that are near it, latest first.

    There are none of somebody who is only named after it.
    """

    referent: Referent
    entries: list[Entry]


def list_candidates(pronoun: Pronoun, discourse: Discourse) -> list[Candidate]:
    """Those mentioned shortly before whom the pronoun may mean, latest first."""
    found: dict[int, Candidate] = {}
    sentence = discourse.layout.sentence_at(pronoun.span.start)
    for entry in discourse.recent():
        if sentence - entry.sentence > _FARTHEST_SENTENCE:
            break
        if agrees(pronoun, entry.referent) and not _is_barred(pronoun, entry, discourse):
            candidate = found.get(id(entry.referent))
            if candidate is None:
                found[id(entry.referent)] = Candidate(entry.referent, [entry])
            else:
                candidate.entries.append(entry)
    ahead = pronoun.ahead
    if ahead is not None and id(ahead) not in found and agrees(pronoun, ahead):
        found[id(ahead)] = Candidate(ahead, [])
    return list(found.values())


def agrees(pronoun: Pronoun, referent: Referent) -> bool:
    """Whether gender and number let the pronoun mean the referent."""
    if pronoun.word in _GENDERED:
        return referent.is_person and (
            referent.gender is Gender.UNKNOWN or referent.gender is pronoun.gender
        )
    if pronoun.plural:
        return referent.plural or referent.kind in _BODIES or referent.head == "police"
    unknown = referent.kind is None and referent.group is not None
    return not referent.plural and (unknown or referent.kind in _THINGS)


def _is_barred(pronoun: Pronoun, entry: Entry, discourse: Discourse) -> bool:
    if entry.referent is pronoun.quoted_by:
        return True
    start = entry.span.start
    if any(piece.start <= start < piece.end for piece in pronoun.own_content):
        return True
    if _asks(pronoun, entry, discourse):
        return True
    if pronoun.is_source and not entry.possessive and entry.referent.group is None:
        # "Through a spokesman, he declined": not the spokesman.
        text = discourse.layout.text
        if _THROUGH.search(text[max(0, start - _LONGEST_THROUGH) : start]):
            return True
    if pronoun.word in _OBJECTS and entry.subject:
        between = discourse.layout.text[entry.span.end : pronoun.span.start]
        return (
            len(between) < _SAME_CLAUSE
            and not any(mark in between for mark in ',;.:"“”\n')
            and (" that " not in between and " and " not in between)
        )
    return False


def _asks(pronoun: Pronoun, entry: Entry, discourse: Discourse) -> bool:
    """Whether somebody asks what the pronoun answers: "Asked by Ames whether …, she said"."""
    if pronoun.word not in _SUBJECTS or entry.possessive:
        return False
    sentence = discourse.layout.sentence_at(pronoun.span.start)
    if entry.sentence != sentence:
        return False
    opening = discourse.layout.sentence_span(sentence).start
    start = max(opening, entry.span.start - _LONGEST_ASKED)
    return bool(_ASKED_BY.search(discourse.layout.text[start : entry.span.start]))

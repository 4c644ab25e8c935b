"""Whom a pronoun means: the best of the mentions before it.

Antecedents are weighed as in Lappin and Leass (1994) and its successors: nearness in sentences,
subject position, being a speaker, frequency, agreement in gender and number; what stands in
somebody else's quotation counts less, and a quotation's third person is never its speaker.
"""

import re
from dataclasses import dataclass

from onrecord.records import EntityKind, Span
from onrecord.resolution.discourse import Discourse, Entry, Referent
from onrecord.resolution.lexicon import Gender

_THINGS = frozenset(
    {EntityKind.ORGANISATION, EntityKind.OUTLET, EntityKind.GOVERNMENT, EntityKind.DOCUMENT}
)
_OBJECTS = frozenset({"him", "them"})
_REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})

# Weights, set by eye on training articles; one sentence back is the unit.
_PER_SENTENCE = 1.0
_PARAGRAPH = 0.3
_SUBJECT = 0.9
_SPEAKER = 0.5
_POSSESSIVE = -0.5
_OTHER_QUOTATION = -1.6
_GENDER_KNOWN = 0.8
_DOCUMENT_SPEAKS = -0.5
_CLEAR = 0.8
_OFTEN_ENOUGH = 3
_KIND_UNKNOWN = -0.7
_OFTEN = 0.12
_REPORTED_SPEAKER = 1.6
_LAST_SPEAKER = 0.7
_PLURAL_FITS = 0.8
_INTRODUCED_TO_SPEAK = 1.6
_FARTHEST_SENTENCE = 12
_THROUGH = re.compile(r"\b(?:through|via)(?: an?| his| her)?\s*$", re.IGNORECASE)
_LONGEST_THROUGH = 20


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A third-person pronoun where it stands.

    Attributes:
        is_source: whether it is an attribution's source.
        own_content: what it is said to have said: its speaker is hardly named there.
        reported_by: who speaks the indirect speech around it; "he" often means him.
        quoted_by: who speaks the quotation around it; "he" never means him.
        last_speaker: the source before it.
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


def find_antecedent(pronoun: Pronoun, discourse: Discourse) -> Referent | None:
    """The referent that the pronoun most likely means; None where nothing fits."""
    scores: dict[int, float] = {}
    referents: dict[int, Referent] = {}
    sentence = discourse.layout.sentence_at(pronoun.span.start)
    for entry in discourse.recent():
        if sentence - entry.sentence > _FARTHEST_SENTENCE:
            break
        if not _agrees(pronoun, entry.referent) or _is_barred(pronoun, entry, discourse):
            continue
        score = _score(pronoun, entry, sentence, discourse)
        key = id(entry.referent)
        referents[key] = entry.referent
        before = scores.get(key)
        scores[key] = score if before is None else max(before, score) + _OFTEN
    if not scores:
        return _most_mentioned(pronoun, discourse)
    for key, referent in referents.items():
        scores[key] += _standing(pronoun, referent)
    best = max(scores, key=lambda key: scores[key])
    # In somebody's words people are seldom named: what they tell of the others is a guess.
    if pronoun.quoted_by is None:
        _learn_gender(pronoun, referents[best], scores, best)
    return referents[best]


def _agrees(pronoun: Pronoun, referent: Referent) -> bool:
    if pronoun.word in {"he", "him", "his", "himself", "she", "her", "hers", "herself"}:
        return referent.is_person and (
            referent.gender is Gender.UNKNOWN or referent.gender is pronoun.gender
        )
    if pronoun.plural:
        return referent.plural or referent.kind in (
            EntityKind.ORGANISATION,
            EntityKind.OUTLET,
            EntityKind.GOVERNMENT,
        )
    return not referent.plural and referent.kind in _THINGS


def _is_barred(pronoun: Pronoun, entry: Entry, discourse: Discourse) -> bool:
    if entry.referent is pronoun.quoted_by:
        return True
    start = entry.span.start
    if any(piece.start <= start < piece.end for piece in pronoun.own_content):
        return True
    if pronoun.is_source and not entry.possessive and entry.referent.group is None:
        # "Through a spokesman, he declined": not the spokesman.
        text = discourse.layout.text
        if _THROUGH.search(text[max(0, start - _LONGEST_THROUGH) : start]):
            return True
    if pronoun.word in _OBJECTS and entry.subject:
        between = discourse.layout.text[entry.span.end : pronoun.span.start]
        return (
            len(between) < 40
            and not any(mark in between for mark in ',;.:"“”\n')
            and (" that " not in between and " and " not in between)
        )
    return False


def _score(pronoun: Pronoun, entry: Entry, sentence: int, discourse: Discourse) -> float:
    layout = discourse.layout
    score = -_PER_SENTENCE * (sentence - entry.sentence)
    if layout.paragraph_at(entry.span.start) != layout.paragraph_at(pronoun.span.start):
        score -= _PARAGRAPH
    if entry.subject:
        score += _SUBJECT
    if entry.speaker:
        score += _SPEAKER
    if entry.possessive:
        score += _POSSESSIVE
    inside = layout.quotation_at(pronoun.span.start)
    if entry.quotation is not None and entry.quotation != inside:
        score += _OTHER_QUOTATION
    if pronoun.word in _REFLEXIVES and entry.sentence == sentence and entry.subject:
        score += _SUBJECT
    if _introduces_speaker(pronoun, entry, discourse):
        score += _INTRODUCED_TO_SPEAK
    return score


def _introduces_speaker(pronoun: Pronoun, entry: Entry, discourse: Discourse) -> bool:
    """Whether somebody is first named in the sentence before the quotation that "he said" ends."""
    group = entry.referent.group
    if not pronoun.is_source or not pronoun.own_content or group is None:
        return False
    if pronoun.gender is Gender.UNKNOWN:
        return False
    content = pronoun.own_content[0]
    layout = discourse.layout
    return (
        content.start < pronoun.span.start
        and layout.quotation_at(content.start + 1) is not None
        and entry.quotation is None
        and not entry.possessive
        and group.members[0].span == entry.span
        and len(group.members[0].words) > 1
        and entry.sentence == layout.sentence_at(content.start) - 1
        and _leads(entry, discourse)
    )


def _leads(entry: Entry, discourse: Discourse) -> bool:
    """Whether a person is the first of the sentence and its subject, or its last, with a role."""
    people = [
        other.referent
        for other in discourse.recent()
        if other.sentence == entry.sentence and other.referent.is_person
    ]
    if entry.subject and people and people[-1] is entry.referent:
        return True
    stated = any(role.head for role in entry.referent.roles)
    return stated and bool(people) and people[0] is entry.referent


def _standing(pronoun: Pronoun, referent: Referent) -> float:
    known = referent.kind is not None or referent.count > _OFTEN_ENOUGH
    score = 0.0 if known else _KIND_UNKNOWN
    if pronoun.gender is not Gender.UNKNOWN and referent.gender is pronoun.gender:
        score += _GENDER_KNOWN
    if pronoun.word in {"they", "them", "their"} and referent.plural:
        score += _PLURAL_FITS
    elif pronoun.plural:
        score -= _PLURAL_FITS
    if referent is pronoun.reported_by:
        score += _REPORTED_SPEAKER
    if pronoun.is_source and referent is pronoun.last_speaker:
        score += _LAST_SPEAKER
    if pronoun.is_source and referent.kind is EntityKind.DOCUMENT:
        score += _DOCUMENT_SPEAKS
    return score + _OFTEN * min(8, referent.count) * 0.5


def _most_mentioned(pronoun: Pronoun, discourse: Discourse) -> Referent | None:
    """Nothing near fits: the one spoken of most, before or (a headline, a lead) after."""
    candidates = [
        referent
        for referent in discourse.referents
        if _agrees(pronoun, referent)
        and referent is not pronoun.quoted_by
        and referent.group is not None
    ]
    if not candidates:
        return None
    return max(
        candidates,
        key=lambda referent: (
            referent.gender is pronoun.gender,
            len(referent.group.members) if referent.group is not None else 0,
        ),
    )


def _learn_gender(
    pronoun: Pronoun, referent: Referent, scores: dict[int, float], best: int
) -> None:
    """A clear antecedent of unknown gender has that of its pronoun from now on."""
    if pronoun.gender is Gender.UNKNOWN or referent.gender is not Gender.UNKNOWN:
        return
    others = [score for key, score in scores.items() if key != best]
    if not others or scores[best] - max(others) > _CLEAR:
        referent.gender = pronoun.gender
        referent.kind = referent.kind or EntityKind.PERSON

"""What speaks for each of those whom a pronoun may mean.

As in Lappin and Leass (1994) and its successors: nearness, subjects, frequency, agreement; and,
of reported speech, who spoke last and who is only spoken of in another's words.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from onrecord.records import EntityKind, Span
from onrecord.resolution.antecedents import Candidate, Pronoun
from onrecord.resolution.discourse import Discourse, Entry, Referent
from onrecord.resolution.lexicon import Gender
from onrecord.resolution.mentions import POSSESSIVES

Feature = tuple[str, float]

_GAPS = ("here", "one back", "two back", "three back")
_MOST_BETWEEN, _MOST_NEAR = 3, 3
_OBJECTS = frozenset({"him", "them", "himself", "herself", "itself", "themselves"})
# What is weighed anew for each place that a pronoun can have.
_BY_PLACE = frozenset(
    (
        *_GAPS, "far", "between", "near", "taken up", "owner", "told", "quoted", "last speaker",
        "subject here", "subject before", "leads here", "leads before", "spoke here",
        "spoke before",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Setting:
    """Where the words begin that a pronoun goes with: of "…", he said, the quotation's start.

    Attributes:
        place: how the pronoun stands: after its quotation, in one, as the first word, inside.
    """

    sentence: int
    paragraph: int
    place: str
    quotation: Span | None
    told: int | None


def describe_candidates(
    pronoun: Pronoun, candidates: Sequence[Candidate], discourse: Discourse
) -> list[list[Feature]]:
    """The features of each candidate, in their order; what is not named is 0."""
    setting = _set_out(pronoun, discourse)
    leads: dict[int, tuple[bool, int]] = {}
    for candidate in candidates:
        for entry in candidate.entries:
            rank = (not entry.speaker, entry.span.start)
            leads[entry.sentence] = min(rank, leads.get(entry.sentence, rank))
    described = []
    for number, candidate in enumerate(candidates):
        features = [
            ("between", float(min(number, _MOST_BETWEEN))),
            *(
                _describe_mentions(candidate.entries, setting, leads, discourse)
                if candidate.entries
                else ()
            ),
            *_describe_referent(pronoun, candidate, discourse),
        ]
        features += [
            (f"{name}, {setting.place}", value) for name, value in features if name in _BY_PLACE
        ]
        described.append(features)
    return described


def _set_out(pronoun: Pronoun, discourse: Discourse) -> _Setting:
    layout, start = discourse.layout, pronoun.span.start
    quotation = layout.quotation_at(start)
    sentence = layout.sentence_at(start)
    after = bool(pronoun.own_content) and pronoun.own_content[0].start < start
    if after:
        place, start = "after", pronoun.own_content[0].start
    elif quotation is not None:
        place = "quoted"
    elif layout.word_number(start) == layout.word_number(layout.sentence_span(sentence).start):
        place = "first"
    elif pronoun.word in POSSESSIVES or pronoun.word in _OBJECTS:
        place = "no subject"
    else:
        place = "inside"
    if not pronoun.is_source and place in {"first", "inside"}:
        place += " of no source"
    return _Setting(
        layout.sentence_at(start),
        layout.paragraph_at(start),
        place,
        quotation,
        discourse.told_at(pronoun.span.start),
    )


def _describe_mentions(
    entries: Sequence[Entry],
    setting: _Setting,
    leads: dict[int, tuple[bool, int]],
    discourse: Discourse,
) -> Iterator[Feature]:
    latest = entries[0]
    gap = max(0, setting.sentence - latest.sentence)
    yield _GAPS[gap] if gap < len(_GAPS) else "far", 1.0
    yield "distance", math.log1p(gap)
    yield from _describe_latest(latest, setting)
    near = list(takewhile(lambda entry: entry.sentence >= setting.sentence - 1, entries))
    if near:
        yield "near", float(min(len(near), _MOST_NEAR))
    seen: set[str] = set()
    for entry in near:
        when = "here" if entry.sentence >= setting.sentence else "before"
        apart = entry.quotation is not None and entry.quotation != setting.quotation
        if apart or (entry.told is not None and entry.told != setting.told):
            continue
        if entry.subject or entry.speaker:
            seen.add(f"subject {when}")
        if entry.speaker:
            seen.add(f"spoke {when}")
        if leads[entry.sentence][1] == entry.span.start:
            seen.add(f"leads {when}")
    yield from ((name, 1.0) for name in sorted(seen))
    # The latest first: none of those before one of an earlier paragraph can be of this one.
    paragraphs = (discourse.layout.paragraph_at(entry.span.start) for entry in entries)
    if next((each for each in paragraphs if each <= setting.paragraph), -1) == setting.paragraph:
        yield "same paragraph", 1.0


def _describe_latest(latest: Entry, setting: _Setting) -> Iterator[Feature]:
    if latest.possessive:
        yield "owner", 1.0
    elif not latest.subject:
        yield "object", 1.0
    if latest.pronoun:
        yield "taken up", 1.0
    if latest.quotation is not None and latest.quotation != setting.quotation:
        yield "quoted", 1.0
    elif latest.told is not None and latest.told != setting.told and not latest.speaker:
        yield "told", 1.0


def _describe_referent(
    pronoun: Pronoun, candidate: Candidate, discourse: Discourse
) -> Iterator[Feature]:
    referent = candidate.referent
    yield "often", math.log1p(referent.count)
    if referent.group is None:
        yield "described", 1.0
    if pronoun.gender is not Gender.UNKNOWN:
        yield from _describe_person(pronoun, referent)
    else:
        yield from _describe_thing(pronoun, referent)
    if referent is pronoun.reported_by:
        yield "reports", 1.0
    if referent is pronoun.last_speaker:
        yield "last speaker", 1.0
    if referent is pronoun.ahead:
        yield "ahead", 1.0
    if candidate.entries and _introduces_speaker(pronoun, candidate.entries[-1], discourse):
        yield "introduced", 1.0


def _describe_person(pronoun: Pronoun, referent: Referent) -> Iterator[Feature]:
    if referent.gender is pronoun.gender:
        yield "gender", 1.0
    elif referent.called:
        so = referent.likely_gender is pronoun.gender
        yield ("called so" if so else "called otherwise"), math.log1p(abs(referent.called))
    else:
        yield f"unknown gender, {pronoun.gender}", 1.0
    if referent.kind is None:
        yield "kind unknown", 1.0


def _describe_thing(pronoun: Pronoun, referent: Referent) -> Iterator[Feature]:
    if pronoun.plural:
        yield ("several" if referent.plural else "they of a body"), 1.0
    elif referent.kind is None:
        yield "thing unknown", 1.0
    if referent.kind is EntityKind.DOCUMENT:
        number = "documents" if pronoun.plural else "document"
        yield (f"{number} speaking" if pronoun.is_source else number), 1.0


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

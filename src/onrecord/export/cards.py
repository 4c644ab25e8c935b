"""What stands in the margin about each attribution, and the lists that lead to them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.export.outline import Entry, Speaker
from onrecord.export.wording import (
    FORM_WORDS,
    KIND_WORDS,
    NO_SOURCE,
    UNSURE_BELOW,
    act_in_words,
    describe_source,
    score_in_words,
)
from onrecord.records import EntityKind


@dataclass(frozen=True, slots=True)
class Card:
    """One attribution in words.

    Attributes:
        alias: what the text calls the speaker there, where it is not the name.
        act: in three pieces, so that a "not" can be set apart: "does ", "not", " confirm".
        teller: on whose word it stands, where it is nested.
        sureness: how sure the reader is, in words; score the same as a number.
    """

    number: int
    depth: int
    name: str
    named: bool
    alias: str
    kind: str
    act: tuple[str, str, str]
    form: str
    parent: int | None
    teller: str
    sureness: str
    score: str
    unsure: bool


@dataclass(frozen=True, slots=True)
class SpeakerLine:
    """One line of "who speaks"."""

    name: str
    named: bool
    roles: str
    kind: str
    count: int
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Lead:
    """A reason to look at some attributions first."""

    reason: str
    numbers: tuple[int, ...]


_LEADS: tuple[tuple[str, Callable[[Entry], bool]], ...] = (
    ("No source named", lambda entry: not entry.name),
    (
        "Unnamed source",
        lambda entry: entry.speaker is not None and entry.speaker.kind is EntityKind.UNNAMED,
    ),
    ("On another speaker’s word", lambda entry: entry.depth > 0),
    ("Negated: “did not …”", lambda entry: entry.attribution.negated),
    ("Hedged: “possibly …”", lambda entry: entry.attribution.hedged),
    ("The reader is not sure", lambda entry: entry.attribution.score < UNSURE_BELOW),
)


def make_cards(entries: Sequence[Entry]) -> dict[int, Card]:
    """A card for every entry, by its number."""
    names = {entry.number: entry.name for entry in entries}
    return {entry.number: _make_card(entry, names) for entry in entries}


def list_leads(entries: Sequence[Entry]) -> tuple[Lead, ...]:
    """The reasons to look that this article gives, each with its attributions."""
    leads = (
        Lead(reason, tuple(entry.number for entry in entries if applies(entry)))
        for reason, applies in _LEADS
    )
    return tuple(lead for lead in leads if lead.numbers)


def describe_speakers(speakers: Sequence[Speaker]) -> tuple[SpeakerLine, ...]:
    """Who speaks, how often and where."""
    return tuple(
        SpeakerLine(
            name=speaker.name or NO_SOURCE,
            named=bool(speaker.name),
            roles=", ".join(speaker.roles),
            kind=KIND_WORDS[speaker.kind] if speaker.kind else "",
            count=len(speaker.entries),
            numbers=tuple(entry.number for entry in speaker.entries),
        )
        for speaker in speakers
    )


def _make_card(entry: Entry, names: dict[int, str]) -> Card:
    attribution = entry.attribution
    before, negation, after = act_in_words(attribution).partition("NOT")
    return Card(
        number=entry.number,
        depth=entry.depth,
        name=entry.name or NO_SOURCE,
        named=bool(entry.name),
        alias=describe_source(entry.name, entry.source),
        kind=KIND_WORDS[entry.speaker.kind] if entry.speaker else "",
        act=(before, negation.lower(), after),
        form=FORM_WORDS[attribution.form],
        parent=entry.parent,
        teller="" if entry.parent is None else names[entry.parent] or NO_SOURCE,
        sureness=score_in_words(attribution.score),
        score=f"{attribution.score:.2f}",
        unsure=attribution.score < UNSURE_BELOW,
    )

"""What stands in the margin about each attribution, and the lists that lead to them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.export.digest import AbsenceLine, Digest, ResponseLine
from onrecord.export.outline import Entry, Speaker, join_pieces
from onrecord.export.trails import Trail
from onrecord.export.wording import (
    FORM_WORDS,
    KIND_WORDS,
    NO_SOURCE,
    UNSURE_BELOW,
    act_in_words,
    cut_words,
    describe_source,
    quote_direct,
    score_in_words,
)
from onrecord.records import EntityKind

_CONTENT_LIMIT = 320


@dataclass(frozen=True, slots=True)
class Card:
    """One attribution in words.

    Attributes:
        alias: what the text calls the speaker there, where it is not the name.
        act: in three pieces, so that a "not" can be set apart: "does ", "not", " confirm".
        teller: on whose word it stands, where it is nested.
        content: what is attributed, shortened.
        trail: how it reached the page.
        responses: what parties did about it; absences: what it lacks, by the article itself.
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
    content: str
    trail: Trail
    responses: tuple[ResponseLine, ...]
    absences: tuple[AbsenceLine, ...]
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


def make_cards(text: str, entries: Sequence[Entry], digest: Digest) -> dict[int, Card]:
    """A card for every entry of a text, by its number."""
    names = {entry.number: entry.name for entry in entries}
    return {entry.number: _make_card(text, entry, names, digest) for entry in entries}


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


def _make_card(text: str, entry: Entry, names: dict[int, str], digest: Digest) -> Card:
    attribution = entry.attribution
    content = quote_direct(join_pieces(text, attribution.content), attribution.form)
    before, negation, after = act_in_words(attribution, content).partition("NOT")
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
        content=cut_words(content, _CONTENT_LIMIT),
        trail=digest.trails[entry.number],
        responses=tuple(one for one in digest.responses if one.number == entry.number),
        absences=tuple(one for one in digest.absences if one.number == entry.number),
        sureness=score_in_words(attribution.score),
        score=f"{attribution.score:.2f}",
        unsure=attribution.score < UNSURE_BELOW,
    )

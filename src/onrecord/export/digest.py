"""What was found beside the attributions, with names and numbers in the place of ids."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.export.outline import Entry, join_pieces
from onrecord.export.wording import (
    ABSENCE_WORDS,
    AGAINST_WORDS,
    BASIS_WORDS,
    CHECK_WORDS,
    HOW_WORDS,
    NO_PUBLISHER,
    RESPONSE_WORDS,
    STANCE_WORDS,
    count_in_words,
    date_in_words,
    day_in_words,
    word_in_words,
)
from onrecord.records import Against, Article, Attribution, Check, Position, Reading, Span, Spans

AROUND = 48
"""Characters that are shown before and after a short passage, so that it can be understood."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a trail: the page's publisher first, then the hops.

    Attributes:
        how: what the step before did with its words, as in "cited"; "" for the publisher.
    """

    name: str
    how: str


@dataclass(frozen=True, slots=True)
class Trail:
    """How the words of one attribution reached the page.

    Attributes:
        steps: empty where no chain was read.
        tells_more: whether it says more than who speaks, and inside whose words.
        addressee: to whom it was said; "" where the text names nobody, or a step.
        basis: how the last visible newsroom knows; "" where the text does not say.
        said_on: in words; "" where the text does not say.
    """

    steps: tuple[Step, ...]
    tells_more: bool
    addressee: str
    basis: str
    said_on: str


@dataclass(frozen=True, slots=True)
class ResponseLine:
    """What a party did about a claim; `number` is the claim's entry, None where there is none."""

    party: str
    spokesperson: str
    kind: str
    words: str
    as_of: str
    number: int | None
    quote: str
    evidence: Spans


@dataclass(frozen=True, slots=True)
class AbsenceLine:
    """What the article says is missing; `number` is the entry that lacks it."""

    words: str
    number: int | None
    quote: str
    evidence: Spans


@dataclass(frozen=True, slots=True)
class PositionLine:
    """Where one party stands on the proposition of its group, on whose word."""

    party: str
    stance: str
    words: str
    word: str
    first_hand: bool
    quote: str
    evidence: Spans


@dataclass(frozen=True, slots=True)
class PropositionGroup:
    """Everybody who takes a stand on one proposition."""

    text: str
    evidence: Spans
    lines: tuple[PositionLine, ...]


@dataclass(frozen=True, slots=True)
class CheckedPassage:
    """One of the two passages of a check, with what stands around it.

    Attributes:
        where: what it stands in: the text, the headline, the article's date.
        span: its place in the text; None where it is no part of the text.
    """

    against: Against
    where: str
    before: str
    quote: str
    after: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class CheckLine:
    """Two passages that do not fit, and one sentence that says why."""

    words: str
    message: str
    passages: tuple[CheckedPassage, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """All findings of one reading; trails are by the numbers of the entries."""

    trails: Mapping[int, Trail]
    responses: tuple[ResponseLine, ...]
    absences: tuple[AbsenceLine, ...]
    propositions: tuple[PropositionGroup, ...]
    checks: tuple[CheckLine, ...]

    @property
    def central(self) -> tuple[int, ...]:
        """The entries to look at first: answered ones, then those with a long trail or a lack."""
        answered = {line.number for line in self.responses}
        lacking = {line.number for line in self.absences}
        chosen = (
            number
            for number, trail in self.trails.items()
            if trail.tells_more or number in answered or number in lacking
        )
        return tuple(sorted(chosen, key=lambda number: (number not in answered, number)))

    @property
    def summary(self) -> str:
        """How much was found, as in "2 answers, 1 position"; "" where nothing was."""
        positions = sum(len(group.lines) for group in self.propositions)
        counts = (
            (len(self.responses), "answer"),
            (len(self.absences), "absence"),
            (positions, "position"),
            (len(self.checks), "check"),
        )
        return ", ".join(count_in_words(count, noun) for count, noun in counts if count)


def digest_reading(reading: Reading, entries: Sequence[Entry]) -> Digest:
    """Everything beside the attributions, in the order of the reading."""
    text = reading.article.text
    names = {entity.id: entity.name for entity in reading.entities}
    numbers = {entry.attribution.id: entry.number for entry in entries}
    return Digest(
        trails=_make_trails(reading.article, entries, names),
        responses=tuple(
            ResponseLine(
                party=names[one.party_id],
                spokesperson=_name_other(names, one.spokesperson_id, one.party_id),
                kind=one.kind.value,
                words=RESPONSE_WORDS[one.kind],
                as_of=date_in_words(one.as_of) if one.as_of else "",
                number=numbers.get(one.to_id or ""),
                quote=join_pieces(text, one.evidence),
                evidence=one.evidence,
            )
            for one in reading.responses
        ),
        absences=tuple(
            AbsenceLine(
                words=ABSENCE_WORDS[one.kind],
                number=numbers.get(one.about_id or ""),
                quote=join_pieces(text, (one.evidence,)),
                evidence=(one.evidence,),
            )
            for one in reading.absences
        ),
        propositions=_group_positions(text, reading.positions, names),
        checks=tuple(_describe_check(reading.article, check) for check in reading.checks),
    )


def _name_other(names: Mapping[str, str], identity: str | None, party_id: str) -> str:
    return names[identity] if identity is not None and identity != party_id else ""


def _make_trails(
    article: Article, entries: Sequence[Entry], names: Mapping[str, str]
) -> dict[int, Trail]:
    chains = {entry.number: entry.attribution.chain for entry in entries}
    trails = {}
    for entry in entries:
        attribution = entry.attribution
        hops = [Step(names[hop.entity_id], HOW_WORDS[hop.how]) for hop in attribution.chain]
        # A nested one's trail goes on from its parent's, which stands right above it.
        above = chains[entry.parent] if entry.parent is not None else ()
        trails[entry.number] = Trail(
            steps=(Step(article.publisher or NO_PUBLISHER, ""), *hops) if hops else (),
            tells_more=len(hops) > 1 and attribution.chain[:-1] != above,
            addressee=_name_addressee(article.text, attribution, hops),
            basis=BASIS_WORDS[attribution.basis],
            said_on=day_in_words(attribution.said_on) if attribution.said_on else "",
        )
    return trails


def _name_addressee(text: str, attribution: Attribution, hops: Sequence[Step]) -> str:
    """To whom it was said, where that is no step of the trail already."""
    words = join_pieces(text, attribution.addressee or ())
    return "" if any(step.name.casefold() in words.casefold() for step in hops) else words


def _group_positions(
    text: str, positions: Sequence[Position], names: Mapping[str, str]
) -> tuple[PropositionGroup, ...]:
    groups: dict[Spans, list[Position]] = {}
    for position in positions:
        groups.setdefault(position.proposition.evidence, []).append(position)
    return tuple(
        PropositionGroup(
            text=" ".join(group[0].proposition.text.split()),
            evidence=evidence,
            lines=tuple(
                PositionLine(
                    party=names[one.party_id],
                    stance=one.stance.value,
                    words=STANCE_WORDS[one.stance],
                    word=word_in_words(one, names.get(one.word_of_id or "", "")),
                    first_hand=one.first_hand,
                    quote=join_pieces(text, one.evidence),
                    evidence=one.evidence,
                )
                for one in group
            ),
        )
        for evidence, group in groups.items()
    )


def _describe_check(article: Article, check: Check) -> CheckLine:
    passages = [_surround(article.text, span) for span in check.evidence]
    where = AGAINST_WORDS[check.against]
    if check.against is Against.TITLE:
        title = " ".join(article.title.split())
        passages.insert(0, CheckedPassage(check.against, where, "", title, "", None))
    elif check.against is Against.PUBLISHED_ON:
        date = article.published_on
        words = date_in_words(date) if date else "not stated"
        passages.append(CheckedPassage(check.against, where, "", words, "", None))
    return CheckLine(CHECK_WORDS[check.kind], " ".join(check.message.split()), tuple(passages))


def _surround(text: str, span: Span) -> CheckedPassage:
    """A passage with a few whole words around it, of its own paragraph."""
    start = max(span.start - AROUND, 0, text.rfind("\n", 0, span.start) + 1)
    end = min(span.end + AROUND, _find_end(text, span.end))
    before, after = text[start : span.start], text[span.end : end]
    if start and text[start - 1] != "\n":
        before = f"… {before.partition(' ')[2]}"
    if end < len(text) and text[end] != "\n":
        after = f"{after.rpartition(' ')[0]} …"
    quote = " ".join(text[span.start : span.end].split())
    where = AGAINST_WORDS[Against.TEXT]
    return CheckedPassage(Against.TEXT, where, before, quote, after, span)


def _find_end(text: str, start: int) -> int:
    found = text.find("\n", start)
    return len(text) if found < 0 else found

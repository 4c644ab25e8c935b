"""What an article brings to claims: each of its contents, ready to be compared, dated and named."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from onrecord.articles.quotations import find_quotations
from onrecord.dates import PartialDate
from onrecord.matches.actors import list_named
from onrecord.matches.drift import Quotation
from onrecord.matches.parties import Parties
from onrecord.matches.polarity import read_denial
from onrecord.matches.reports import Report, make_report
from onrecord.matches.statements import Statement, read_passage, read_statement
from onrecord.matches.status import Fact
from onrecord.matches.titles import rank_title, write_title
from onrecord.records import (
    Act,
    Attribution,
    Entity,
    EntityKind,
    Reading,
    Response,
    ResponseKind,
    Span,
)

# What somebody asks, wants or refuses to say reports no claim.
_REPORTING = frozenset(Act) - {
    Act.ASKS, Act.DECLINES, Act.WANTS, Act.DEMANDS, Act.SUPPORTS, Act.OPPOSES
}  # fmt: skip
_ANSWERS = {Act.CONFIRMS: ResponseKind.CONFIRMS, Act.DENIES: ResponseKind.DENIES}

_Part = TypeVar("_Part", Report, Fact, Quotation)


@dataclass(frozen=True, slots=True)
class Member:
    """One content of an article, with all that its claim needs to know of the article.

    Attributes:
        statement: what it states; its id is that of the attribution, or of the response whose own
            words say what it answers.
        report: None for the words of a response.
        facts: what it puts on record: that it was reported, and who answered it there; none where
            the article has no date.
        title: its words as the title of a claim; "" for the words of a response.
        rank: how plainly they state it, less is plainer.
        quotation: the longest one inside it, where its speaker is known.
    """

    statement: Statement
    article_id: str
    report: Report | None = None
    facts: tuple[Fact, ...] = ()
    title: str = ""
    rank: float = 0.0
    quotation: Quotation | None = None

    @property
    def id(self) -> str:
        """The id of its attribution or response."""
        return self.statement.id

    @property
    def denies(self) -> bool:
        """Whether it says that the statement is not so."""
        return self.statement.denied

    @property
    def is_answered(self) -> bool:
        """Whether it puts an answer on record."""
        return any(fact.kind is not None for fact in self.facts)


def list_known(members: Iterable[Member], as_of: PartialDate) -> tuple[Member, ...]:
    """The members that were on record at the end of a day; those without a day are of none."""
    return tuple(
        member
        for member in members
        if member.facts and member.facts[0].known_on.last_day <= as_of.last_day
    )


def read_members(reading: Reading, known_on: PartialDate | None = None) -> tuple[Member, ...]:
    """The contents of a reading that state something that can be so or not.

    Args:
        reading: what was read.
        known_on: the day from which all of it is on record: of a later version of a page, the day
            of that version. None for the day of publication.
    """
    return tuple(_read_members(reading, known_on or reading.article.published_on))


def _read_members(reading: Reading, known_on: PartialDate | None) -> Iterator[Member]:
    sources = {entity.id: entity for entity in reading.entities}
    quoted = [quotation.inner for quotation in find_quotations(reading.article.text)]
    answering = _answering(reading)
    named = list_named(reading)
    for one in reading.attributions:
        if one.id in answering or one.act not in _REPORTING or one.negated:
            continue
        statement = read_statement(reading, one, named)
        if not statement.is_clause:
            continue
        source = sources.get(one.entity_id or "")
        denied = read_denial(statement, one) if _can_deny(source) else None
        title = write_title(reading, one)
        facts = [
            *_fact_of_report(reading, one, source, known_on, denied=denied is not None),
            *_answers_to(reading, one, sources, known_on),
        ]
        yield Member(
            denied or statement,
            reading.article.id,
            make_report(reading, one, known_on),
            tuple(facts),
            title,
            rank_title(reading, one, title),
            _longest_quotation(reading, one, source, quoted),
        )
    for response in reading.responses:
        if response.to_id is None and response.about:
            # The nearest to the answer is its own words for the claim, where it has any.
            words = read_passage(reading, response.about[-1:], response.id, named)
            facts = [*_fact_of_response(reading, response, sources, known_on)]
            yield Member(words, reading.article.id, facts=tuple(facts))


def name_member(member: Member, parties: Parties) -> Member:
    """The same member with the fullest name of everybody in it."""
    report, facts, quotation = member.report, member.facts, member.quotation
    if report is not None and report.source and not report.unnamed:
        behind = report.speaks_for and parties.name_of(report.speaks_for)
        report = _change(report, source=parties.name_of(report.source), speaks_for=behind)
    if facts:
        facts = tuple(
            _change(fact, party=parties.name_of(fact.party)) if fact.party else fact
            for fact in facts
        )
    if quotation is not None:
        quotation = _change(quotation, speaker=parties.name_of(quotation.speaker))
    return replace(member, report=report, facts=facts, quotation=quotation)


def _change(part: _Part, **names: Any) -> _Part:
    """The part with other names; itself where they are the same, as most are."""
    if all(getattr(part, field) == name for field, name in names.items()):
        return part
    return replace(part, **names)


def _answering(reading: Reading) -> frozenset[str]:
    """The attributions that are themselves an answer: they state no claim of their own."""
    evidence = [span for one in reading.responses if one.to_id for span in one.evidence]
    return frozenset(
        one.id
        for one in reading.attributions
        if one.act not in _ANSWERS
        and any(span.start <= one.cue[0].start < span.end for span in evidence)
    )


def _fact_of_report(
    reading: Reading, one: Attribution, source: Entity | None, known_on: PartialDate | None,
    *, denied: bool,
) -> Iterator[Fact]:  # fmt: skip
    if known_on is None:
        return
    answer = ResponseKind.DENIES if denied else _ANSWERS.get(one.act)
    kind = answer if source is not None else None
    party = source.name if kind is not None and source is not None else ""
    pieces = (*one.cue, *one.content)
    place = min(piece.start for piece in pieces)
    words = _join(reading, pieces)
    yield Fact(one.id, known_on, reading.article.id, party, kind, one.said_on, words, place)


def _can_deny(source: Entity | None) -> bool:
    """Whether somebody is named: two thirds of voters deny nothing."""
    return source is not None and source.kind is not EntityKind.UNNAMED


def _answers_to(
    reading: Reading, one: Attribution, entities: dict[str, Entity], known_on: PartialDate | None
) -> Iterator[Fact]:
    for response in reading.responses:
        if response.to_id == one.id:
            yield from _fact_of_response(reading, response, entities, known_on)


def _fact_of_response(
    reading: Reading, one: Response, entities: dict[str, Entity], known_on: PartialDate | None
) -> Iterator[Fact]:
    if known_on is None:
        return
    party, words = entities[one.party_id].name, _join(reading, one.evidence)
    place = one.evidence[0].start
    yield Fact(one.id, known_on, reading.article.id, party, one.kind, one.as_of, words, place)


def _join(reading: Reading, pieces: tuple[Span, ...]) -> str:
    words = " … ".join(reading.article.text[piece.start : piece.end] for piece in pieces)
    return " ".join(words.split())


def _longest_quotation(
    reading: Reading, one: Attribution, source: Entity | None, quoted: list[Span]
) -> Quotation | None:
    inside = [inner for inner in quoted if any(p.start <= inner.start < p.end for p in one.content)]
    if source is None or not inside:
        return None
    longest = max(inside, key=lambda span: span.end - span.start)
    return Quotation(one.id, source.name, reading.article.text[longest.start : longest.end])

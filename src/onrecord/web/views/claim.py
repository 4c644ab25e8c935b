"""A claim as its page shows it."""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.dates import PartialDate
from onrecord.export.trails import Step
from onrecord.export.wording import (
    BASIS_WORDS,
    FORM_WORDS,
    HOW_WORDS,
    NO_PUBLISHER,
    NO_SOURCE,
    act_in_words,
    day_in_words,
    quote_direct,
)
from onrecord.ledger.by_id import FoundAbsence
from onrecord.ledger.found import FoundAttribution
from onrecord.matches.chain_conflicts import ChainConflict
from onrecord.matches.drift import Drift
from onrecord.matches.origins import Origin
from onrecord.matches.record import Claim, Summary
from onrecord.matches.reports import Report
from onrecord.matches.status import Fact, Standing
from onrecord.matches.ties import Grouping, Tie
from onrecord.records import How
from onrecord.web.views.wording_diff import Piece, compare_wordings

_MOST_DAYS = 24
_MOST_OF_AN_ORIGIN, _MOST_REPORTS = 10, 80
"""Reports of one origin, and of a claim, that its page shows; the API has them all."""

TIE_WORDS = {
    Tie.COPY: "one text repeats the other",
    Tie.CITES: "one relies on the other, or both on a third",
    Tie.SAME_OCCASION: "both have it from one occasion",
    Tie.SAME_DOCUMENT: "both have it from one document",
    Tie.SAME_SPEAKER: "both go back to one speaker",
    Tie.JUDGEMENT: "a person decided so",
}


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report on its claim's page.

    Attributes:
        steps: the way of the words to the page, the publisher first.
        content: its words as the article has them; the claim's title where they are not at hand.
        named_by: the person who named its source; None where it is as it was read.
    """

    report: Report
    title: str
    act: str
    facts: tuple[str, ...]
    steps: tuple[Step, ...]
    source: str
    content: str
    named_by: str | None


@dataclass(frozen=True, slots=True)
class Link:
    """What ties two reports to one origin.

    Attributes:
        first, second: their ids; a person may say that it is not so.
        is_judged: whether a person has said it.
    """

    message: str
    first: str
    second: str
    is_judged: bool


@dataclass(frozen=True, slots=True)
class Reason:
    """Why reports are of one origin."""

    words: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class OriginView:
    """Reports that go back to one source, and why they are held for one.

    Attributes:
        reports: the first of them.
        total: how many there are.
    """

    number: int | None
    reports: tuple[ReportView, ...]
    total: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a party did, with the place that shows it.

    Attributes:
        day: as of which it holds; `known_on` when the article that shows it was published.
        is_late: whether it tells of silence though an answer of the party was on record.
    """

    fact: Fact
    day: PartialDate
    known_on: PartialDate
    is_late: bool


@dataclass(frozen=True, slots=True)
class PartyLine:
    """What one party did, in the order of days."""

    party: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class DriftView:
    """One quotation in two wordings, side by side."""

    first: FoundAttribution
    second: FoundAttribution
    first_pieces: tuple[Piece, ...]
    second_pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A day on which something of a claim came on record, and how it stood then."""

    day: PartialDate
    standing: Standing
    is_change: bool


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim's page as of a day."""

    row: Summary
    days: tuple[Day, ...]
    origins: tuple[OriginView, ...]
    more_origins: int
    parties: tuple[PartyLine, ...]
    drifts: tuple[DriftView, ...]
    conflicts: tuple[ChainConflict, ...]
    absences: tuple[FoundAbsence, ...]
    undated: int


@dataclass(frozen=True, slots=True)
class Shown:
    """An origin that a page shows: its reports by that day, and the first of them."""

    origin: Origin
    number: int | None
    known: tuple[Report, ...]
    first: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """What a page shows of a claim as of a day; None: of all days."""

    as_of: PartialDate | None
    origins: tuple[Shown, ...]


def make_claim_view(
    claim: Claim,
    choice: Choice,
    days: tuple[Day, ...],
    passages: Mapping[str, FoundAttribution],
    absences: Sequence[FoundAbsence],
) -> ClaimView:
    """Everything on record about a claim at the end of the day that was chosen.

    Args:
        claim: as it was known at the end of that day.
        choice: the origins to show, of this claim.
        days: the days of the claim as it is known today.
        passages: its reports' words, by id.
        absences: what articles say is missing about them.
    """
    as_of, shown = choice.as_of, choice.origins
    reports = {one.id: one for one in claim.reports_as_of(as_of)}
    late = {one.silence.id for one in claim.stale}
    articles = {one.article_id for one in reports.values()}
    return ClaimView(
        row=claim.summary(as_of),
        days=days,
        origins=tuple(_make_origin(one, claim, passages) for one in shown),
        more_origins=sum(bool(reports.keys() & set(one.reports)) for one in claim.origins)
        - len(shown),
        parties=_list_parties(claim.facts_as_of(as_of), late),
        drifts=tuple(
            _make_drift(one, passages)
            for one in claim.drifts
            if {one.first, one.second} <= set(reports) and {one.first, one.second} <= set(passages)
        ),
        conflicts=claim.conflicts,
        absences=tuple(one for one in absences if one.passage.article_id in articles),
        undated=sum(one.published_on is None for one in claim.reports),
    )


def list_days(claim: Claim) -> tuple[Day, ...]:
    """The days on which anything of a claim came on record, in order; of very many some."""
    every = sorted({fact.known_on for fact in claim.facts}, key=lambda day: day.last_day)
    changed = {change.day for change in claim.history}
    days = every
    if len(every) > _MOST_DAYS:
        # The days that tell most: those of changes, with the first and the last.
        told = [day for day in every[1:-1] if day in changed][: _MOST_DAYS - 2]
        days = [every[0], *told, every[-1]]
    return tuple(Day(day, claim.standing(day), day in changed) for day in days)


def choose_shown(claim: Claim, as_of: PartialDate | None) -> Choice:
    """Origins with reports by that day: those that are known first, each with its number."""
    reports = {one.id: one for one in claim.reports_as_of(as_of)}
    found: list[Shown] = []
    number = count = 0
    for origin in sorted(claim.origins, key=lambda one: not one.known):
        members = tuple(reports[one] for one in origin.reports if one in reports)
        if not members or count >= _MOST_REPORTS:
            continue
        number += origin.known
        first = members[:_MOST_OF_AN_ORIGIN]
        count += len(first)
        found.append(Shown(origin, number if origin.known else None, members, first))
    return Choice(as_of, tuple(found))


def _make_origin(
    shown: Shown, claim: Claim, passages: Mapping[str, FoundAttribution]
) -> OriginView:
    return OriginView(
        shown.number,
        tuple(_make_report(one, passages.get(one.id), claim) for one in shown.first),
        len(shown.known),
        _give_reasons(shown.origin, {one.id for one in shown.known}),
    )


def _give_reasons(origin: Origin, known: set[str]) -> tuple[Reason, ...]:
    shown = [one for one in origin.groupings if {one.first, one.second} <= known]
    ordered = sorted(shown, key=lambda one: list(Tie).index(one.tie))
    return tuple(
        Reason(TIE_WORDS[tie], _list_links(ties))
        for tie, ties in itertools.groupby(ordered, key=lambda one: one.tie)
    )


def _list_links(ties: Iterable[Grouping]) -> tuple[Link, ...]:
    """Each message once, by the first two reports that it is about."""
    links = {
        one.message: Link(one.message, one.first, one.second, one.tie is Tie.JUDGEMENT)
        for one in reversed(tuple(ties))
    }
    return tuple(reversed(links.values()))


def _make_report(report: Report, found: FoundAttribution | None, claim: Claim) -> ReportView:
    publisher = report.publisher or NO_PUBLISHER
    if found is not None:
        hops = zip(found.chain_names, found.attribution.chain, strict=True)
        steps = (Step(publisher, ""), *(Step(name, HOW_WORDS[hop.how]) for name, hop in hops))
        if len(steps) == 1 and found.entity_name:
            # The article names no way; a person has said who spoke.
            steps = (*steps, Step(found.entity_name, HOW_WORDS[How.REPORTS]))
        content = " ".join(found.content_text.split())
        act = act_in_words(found.attribution, content)
    else:
        steps, act, content = (Step(publisher, ""),), report.act.value, claim.title
    facts = (
        BASIS_WORDS[report.basis],
        day_in_words(report.said_on) if report.said_on else "",
        FORM_WORDS[report.form],
    )
    return ReportView(
        report=report,
        title=found.title if found is not None else "",
        act=act,
        facts=tuple(filter(None, facts)),
        steps=steps,
        source=report.source or NO_SOURCE,
        content=quote_direct(content, report.form),
        named_by=found.named_by if found is not None else None,
    )


def _list_parties(facts: Sequence[Fact], late: set[str]) -> tuple[PartyLine, ...]:
    """Each party with its answers, in the order in which they answered first."""
    lines: dict[str, list[Answer]] = {}
    for fact in facts:
        if fact.kind is not None:
            day = fact.held_on or fact.known_on
            answer = Answer(fact, day, fact.known_on, fact.id in late)
            lines.setdefault(fact.party, []).append(answer)
    return tuple(
        PartyLine(party, tuple(sorted(answers, key=lambda one: one.day.last_day)))
        for party, answers in lines.items()
    )


def _make_drift(drift: Drift, passages: Mapping[str, FoundAttribution]) -> DriftView:
    first, second = passages[drift.first], passages[drift.second]
    pieces = compare_wordings(first.content_text, second.content_text)
    return DriftView(first, second, *pieces)

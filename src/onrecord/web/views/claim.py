"""Claims as lists and pages show them."""

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
from onrecord.matches.drift import Drift
from onrecord.matches.origins import Grouping, Origin, Tie
from onrecord.matches.record import Claim, Summary
from onrecord.matches.reports import Report
from onrecord.matches.status import Fact, Standing
from onrecord.web.record import Listed
from onrecord.web.views.wording_diff import Piece, compare_wordings

_MOST_OUTLETS = 3
_BARS = 14

TIE_WORDS = {
    Tie.COPY: "one text repeats the other",
    Tie.CITES: "one relies on the other, or both on a third",
    Tie.SAME_OCCASION: "both have it from one occasion",
    Tie.SAME_DOCUMENT: "both have it from one document",
    Tie.SAME_SPEAKER: "both go back to one speaker",
    Tie.JUDGEMENT: "a person decided so",
}


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in a list.

    Attributes:
        bars: how many reports there were on each day, scaled to 1, the first day first.
        more_outlets: how many outlets are not named in `outlets`.
    """

    claim: Summary
    outlets: tuple[str, ...]
    more_outlets: int
    bars: tuple[float, ...]


def make_row(listed: Listed) -> ClaimRow:
    """A claim as a list shows it."""
    outlets = [name or NO_PUBLISHER for name, _ in listed.coverage.outlets]
    return ClaimRow(
        claim=listed.summary,
        outlets=tuple(outlets[:_MOST_OUTLETS]),
        more_outlets=max(len(outlets) - _MOST_OUTLETS, 0),
        bars=_scale(listed.coverage.days),
    )


def _scale(days: Sequence[tuple[PartialDate, int]]) -> tuple[float, ...]:
    """Reports over time in at most so many equal stretches, the fullest one 1."""
    if not days:
        return ()
    first, last = days[0][0].first_day, max(day.first_day for day, _ in days)
    span = (last - first).days + 1
    width = min(span, _BARS)
    counts = [0] * width
    for day, reports in days:
        counts[(day.first_day - first).days * width // span] += reports
    most = max(counts)
    return tuple(count / most for count in counts)


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report on its claim's page.

    Attributes:
        steps: the way of the words to the page, the publisher first.
        content: its words as the article has them; the claim's title where they are not at hand.
    """

    report: Report
    title: str
    act: str
    facts: tuple[str, ...]
    steps: tuple[Step, ...]
    source: str
    content: str


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
    """Reports that go back to one source, and why they are held for one."""

    number: int | None
    reports: tuple[ReportView, ...]
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
    parties: tuple[PartyLine, ...]
    drifts: tuple[DriftView, ...]
    absences: tuple[FoundAbsence, ...]
    undated: int


def make_claim_view(
    claim: Claim,
    days: tuple[Day, ...],
    passages: Mapping[str, FoundAttribution],
    absences: Sequence[FoundAbsence],
    as_of: PartialDate | None,
) -> ClaimView:
    """Everything on record about a claim at the end of a day; None: of all days.

    Args:
        claim: as it was known at the end of that day.
        days: the days of the claim as it is known today.
        passages: its reports' words, by id.
        absences: what articles say is missing about them.
        as_of: the day.
    """
    reports = {one.id: one for one in claim.reports_as_of(as_of)}
    late = {one.silence.id for one in claim.stale}
    articles = {one.article_id for one in reports.values()}
    return ClaimView(
        row=claim.summary(as_of),
        days=days,
        origins=_list_origins(claim, reports, passages),
        parties=_list_parties(claim.facts_as_of(as_of), late),
        drifts=tuple(
            _make_drift(one, passages)
            for one in claim.drifts
            if {one.first, one.second} <= set(reports) and {one.first, one.second} <= set(passages)
        ),
        absences=tuple(one for one in absences if one.passage.article_id in articles),
        undated=sum(one.published_on is None for one in claim.reports),
    )


def list_days(claim: Claim) -> tuple[Day, ...]:
    """The days on which anything of a claim came on record, in order."""
    days = sorted({fact.known_on for fact in claim.facts}, key=lambda day: day.last_day)
    changed = {change.day for change in claim.history}
    return tuple(Day(day, claim.standing(day), day in changed) for day in days)


def _list_origins(
    claim: Claim, reports: Mapping[str, Report], passages: Mapping[str, FoundAttribution]
) -> tuple[OriginView, ...]:
    """Origins with reports by that day: those that are known first, each with its number."""
    found = []
    number = 0
    for origin in sorted(claim.origins, key=lambda one: not one.known):
        members = [reports[one] for one in origin.reports if one in reports]
        if not members:
            continue
        number += origin.known
        found.append(
            OriginView(
                number if origin.known else None,
                tuple(_make_report(one, passages.get(one.id), claim) for one in members),
                _give_reasons(origin, set(reports)),
            )
        )
    return tuple(found)


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
        act, content = act_in_words(found.attribution), " ".join(found.content_text.split())
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
        PartyLine(party, tuple(sorted(answers, key=lambda one: (one.day.last_day, one.fact.id))))
        for party, answers in lines.items()
    )


def _make_drift(drift: Drift, passages: Mapping[str, FoundAttribution]) -> DriftView:
    first, second = passages[drift.first], passages[drift.second]
    pieces = compare_wordings(first.content_text, second.content_text)
    return DriftView(first, second, *pieces)

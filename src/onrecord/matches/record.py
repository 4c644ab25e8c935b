"""The record across articles: every claim with its reports, answers, origins and history.

Pure: the same readings and judgements give the same record. Nothing is true or false in it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from onrecord.articles.quotations import find_quotations
from onrecord.dates import PartialDate
from onrecord.identifiers import content_id
from onrecord.matches.claims import find_matches, gather_claims
from onrecord.matches.copies import Copy, CopyFinder
from onrecord.matches.drift import Drift, Quotation, find_drift
from onrecord.matches.origins import Origin, count_origins, find_origins
from onrecord.matches.parties import Parties
from onrecord.matches.reports import Report, make_report
from onrecord.matches.statements import Statement, read_passage, read_statement
from onrecord.matches.status import Change, Fact, Standing, list_changes, read_status
from onrecord.matches.titles import make_title
from onrecord.records import (
    Act,
    Attribution,
    Judgement,
    Reading,
    Response,
    ResponseKind,
    Verdict,
)

Pair = tuple[str, str]

# What somebody asks, wants or refuses to say reports no claim.
_REPORTING = frozenset(Act) - {
    Act.ASKS, Act.DECLINES, Act.WANTS, Act.DEMANDS, Act.SUPPORTS, Act.OPPOSES
}  # fmt: skip
_ANSWERS = {Act.CONFIRMS: ResponseKind.CONFIRMS, Act.DENIES: ResponseKind.DENIES}
_SILENT = frozenset({ResponseKind.NO_RESPONSE_YET, ResponseKind.NOT_REACHED})


@dataclass(frozen=True, slots=True)
class Judgements:
    """What people decided, in force: pairs of contents, and pairs of reports' origins."""

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()
    one_origin: frozenset[Pair] = frozenset()
    two_origins: frozenset[Pair] = frozenset()


@dataclass(frozen=True, slots=True)
class StaleSilence:
    """An article that says that a party has not answered, though an answer was on record.

    Attributes:
        silence: the fact that says so.
        answer: the earlier answer of the same party to the same claim.
    """

    silence: Fact
    answer: Fact


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition, with everything on record about it.

    Attributes:
        id: made of its earliest report. Any member's id, or what the id was while another report
            was the earliest, names it as well (`names`).
        title: the words of one of its reports.
        reports: in the order of their days.
        facts: what its status is read from.
    """

    id: str
    title: str
    reports: tuple[Report, ...]
    facts: tuple[Fact, ...]
    origins: tuple[Origin, ...]
    drifts: tuple[Drift, ...] = ()
    stale: tuple[StaleSilence, ...] = ()
    names: frozenset[str] = field(default=frozenset(), repr=False)

    @property
    def history(self) -> tuple[Change, ...]:
        """What changed its status, in the order of days."""
        return list_changes(self.facts)

    def standing(self, as_of: PartialDate | None = None) -> Standing:
        """Its status as of the end of a day; None: of all days."""
        return read_status(self.facts, as_of)

    @property
    def searched_text(self) -> str:
        """The words that a search looks in: the title, who spoke, and the passages."""
        sources = (report.source for report in self.reports)
        return " ".join((self.title, *sources, *(fact.words for fact in self.facts)))

    def is_reported(self, as_of: PartialDate) -> bool:
        """Whether anything of it was on record at the end of a day."""
        return bool(self.reports_as_of(as_of))

    def reports_as_of(self, as_of: PartialDate | None) -> tuple[Report, ...]:
        """The reports published up to a day; those without a date are of no day."""
        if as_of is None:
            return self.reports
        return tuple(
            report
            for report in self.reports
            if report.published_on is not None and report.published_on.last_day <= as_of.last_day
        )

    def facts_as_of(self, as_of: PartialDate | None) -> tuple[Fact, ...]:
        """The facts on record up to a day."""
        return tuple(
            fact for fact in self.facts if as_of is None or fact.known_on.last_day <= as_of.last_day
        )

    def history_as_of(self, as_of: PartialDate | None) -> tuple[Change, ...]:
        """What changed its status up to a day."""
        return list_changes(self.facts_as_of(as_of))

    def origins_as_of(self, as_of: PartialDate | None = None) -> int:
        """How many independent origins stood behind it as of a day."""
        known = {report.id for report in self.reports_as_of(as_of)}
        return count_origins([one for one in self.origins if known & set(one.reports)])


def gather_record(
    readings: Sequence[Reading], judgements: Judgements | None = None
) -> tuple[Claim, ...]:
    """Every claim that more than one report or an answer speaks of, the most reported first.

    Args:
        readings: the latest reading of each article.
        judgements: what people decided; they outrank what is found here.
    """
    judged = judgements or Judgements()
    ordered = sorted(readings, key=_day_of)
    members: dict[str, tuple[Reading, Attribution | Response]] = {}
    statements: list[Statement] = []
    for reading in ordered:
        answering = _answering(reading)
        for attribution in reading.attributions:
            if attribution.id in answering:
                continue
            if attribution.act not in _REPORTING or attribution.negated:
                continue
            statement = read_statement(reading, attribution)
            if statement.is_clause:
                statements.append(statement)
                members[attribution.id] = (reading, attribution)
        for response in reading.responses:
            if response.to_id is None and response.about:
                statements.append(read_passage(reading, response.about, response.id))
                members[response.id] = (reading, response)
    groups = gather_claims(
        statements, find_matches(statements), together=judged.same, apart=judged.different
    )
    parties = Parties(entity for reading in ordered for entity in reading.entities)
    copies = find_copies(ordered)
    claims = (
        _make_claim([members[name] for name in group.members], parties, copies, judged)
        for group in groups
    )
    kept = [claim for claim in claims if claim is not None]
    return tuple(sorted(kept, key=lambda claim: (-len(claim.reports), claim.id)))


def _answering(reading: Reading) -> frozenset[str]:
    """The attributions that are themselves an answer: they state no claim of their own."""
    evidence = [span for one in reading.responses if one.to_id for span in one.evidence]
    return frozenset(
        one.id
        for one in reading.attributions
        if one.act not in _ANSWERS
        and any(span.start <= one.cue[0].start < span.end for span in evidence)
    )


def weigh(in_force: Iterable[Judgement]) -> Judgements:
    """Judgements in force, sorted by what they ask for; whoever is unsure asks for nothing."""
    pairs: dict[Verdict, set[Pair]] = defaultdict(set)
    for one in in_force:
        pairs[one.verdict].add((one.first_id, one.second_id))
    return Judgements(
        frozenset(pairs[Verdict.SAME]),
        frozenset(pairs[Verdict.DIFFERENT]),
        frozenset(pairs[Verdict.ONE_ORIGIN]),
        frozenset(pairs[Verdict.TWO_ORIGINS]),
    )


def find_copies(readings: Sequence[Reading]) -> tuple[Copy, ...]:
    """Articles that repeat each other."""
    finder = CopyFinder()
    return tuple(
        copy
        for reading in readings
        for copy in finder.add(reading.article.id, reading.article.text)
    )


def find_claim(claims: Iterable[Claim], name: str) -> Claim | None:
    """The claim that an id names: its own, one it had, or that of a report or response in it."""
    return next((claim for claim in claims if name == claim.id or name in claim.names), None)


def _make_claim(
    members: Sequence[tuple[Reading, Attribution | Response]],
    parties: Parties,
    copies: Sequence[Copy],
    judged: Judgements,
) -> Claim | None:
    """A claim of its members; None where nobody answers it and only one report speaks of it."""
    stated = [(reading, one) for reading, one in members if isinstance(one, Attribution)]
    if not stated:
        return None
    reports = tuple(_named(make_report(reading, one), parties) for reading, one in stated)
    facts = _gather_facts(members, parties)
    answered = any(fact.kind is not None for fact in facts)
    if len({report.article_id for report in reports}) < _FEWEST_ARTICLES and not answered:
        return None
    names = {one.id for _, one in members} | {content_id("clm", one.id) for _, one in stated}
    return Claim(
        id=content_id("clm", reports[0].id),
        title=make_title(stated),
        reports=reports,
        facts=facts,
        origins=find_origins(reports, copies, together=judged.one_origin, apart=judged.two_origins),
        drifts=find_drift(_quotations_of(stated, parties)),
        stale=_find_stale(facts),
        names=frozenset(names),
    )


_FEWEST_ARTICLES = 2


def _named(report: Report, parties: Parties) -> Report:
    if not report.source or report.unnamed:
        return report
    return replace(report, source=parties.name_of(report.source))


def _gather_facts(
    members: Sequence[tuple[Reading, Attribution | Response]], parties: Parties
) -> tuple[Fact, ...]:
    facts: dict[str, Fact] = {}
    answered = {one.id for _, one in members if isinstance(one, Attribution)}
    for reading, one in members:
        if isinstance(one, Attribution):
            fact = _fact_of_report(reading, one, parties)
        else:
            fact = _fact_of_response(reading, one, parties)
        if fact is not None:
            facts[fact.id] = fact
        for response in reading.responses:
            if response.to_id in answered and response.id not in facts:
                found = _fact_of_response(reading, response, parties)
                if found is not None:
                    facts[response.id] = found
    return tuple(sorted(facts.values(), key=lambda fact: (str(fact.known_on), fact.id)))


def _fact_of_report(reading: Reading, one: Attribution, parties: Parties) -> Fact | None:
    published = reading.article.published_on
    if published is None:
        return None
    source = next((entity for entity in reading.entities if entity.id == one.entity_id), None)
    kind = _ANSWERS.get(one.act) if source is not None else None
    party = parties.name_of(source.name) if kind is not None and source is not None else ""
    words = " … ".join(reading.article.text[p.start : p.end] for p in (*one.cue, *one.content))
    return Fact(
        one.id, published, reading.article.id, party, kind, one.said_on, " ".join(words.split())
    )  # fmt: skip


def _fact_of_response(reading: Reading, one: Response, parties: Parties) -> Fact | None:
    published = reading.article.published_on
    if published is None:
        return None
    names = {entity.id: entity.name for entity in reading.entities}
    words = " … ".join(reading.article.text[p.start : p.end] for p in one.evidence)
    return Fact(
        one.id, published, reading.article.id, parties.name_of(names[one.party_id]), one.kind,
        one.as_of, " ".join(words.split()),
    )  # fmt: skip


def _quotations_of(
    stated: Sequence[tuple[Reading, Attribution]], parties: Parties
) -> list[Quotation]:
    """The longest quotation of each report, in the order of days."""
    found = []
    for reading, one in stated:
        source = next((entity for entity in reading.entities if entity.id == one.entity_id), None)
        inside = [
            quotation.inner
            for quotation in find_quotations(reading.article.text)
            if any(p.start <= quotation.inner.start < p.end for p in one.content)
        ]
        if source is not None and inside:
            longest = max(inside, key=lambda span: span.end - span.start)
            words = reading.article.text[longest.start : longest.end]
            found.append(Quotation(one.id, parties.name_of(source.name), words))
    return found


def _find_stale(facts: Sequence[Fact]) -> tuple[StaleSilence, ...]:
    """Silence reported after the day on which the same party's answer was on record."""
    answers: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.kind is not None and fact.kind not in _SILENT:
            answers[fact.party].append(fact)
    return tuple(
        StaleSilence(fact, earlier[0])
        for fact in facts
        if fact.kind in _SILENT
        and (earlier := [a for a in answers[fact.party] if _is_before(a, fact)])
    )


def _is_before(answer: Fact, silence: Fact) -> bool:
    return answer.known_on.last_day < silence.known_on.first_day


def _day_of(reading: Reading) -> tuple[str, str]:
    return (str(reading.article.published_on or "9999"), reading.article.id)


def list_changes_since(
    claims: Iterable[Claim], since: PartialDate
) -> tuple[tuple[Claim, Change], ...]:
    """What changed in any claim from a day on, in the order of days."""
    found = [
        (claim, change)
        for claim in claims
        for change in claim.history
        if change.day.last_day >= since.first_day
    ]
    return tuple(sorted(found, key=lambda pair: (str(pair[1].day), pair[0].id)))

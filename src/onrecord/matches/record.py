"""The record across articles: every claim with its reports, answers, origins and history.

Pure: the same readings and judgements give the same record. Nothing is true or false in it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.dates import PartialDate
from onrecord.matches.chain_conflicts import ChainConflict, find_chain_conflicts
from onrecord.matches.claims import find_matches, gather_claims
from onrecord.matches.copies import Copy, CopyFinder
from onrecord.matches.drift import Drift, find_drift
from onrecord.matches.judged import Judgements
from onrecord.matches.members import Member, name_member, read_members
from onrecord.matches.origins import Origin, count_origins, find_origins
from onrecord.matches.parties import Parties
from onrecord.matches.polarity import settle
from onrecord.matches.reports import Report
from onrecord.matches.stale import StaleSilence, find_stale
from onrecord.matches.status import (
    Change,
    Fact,
    Standing,
    Status,
    list_changes,
    read_status,
    sort_facts,
)
from onrecord.records import EntityKind, Reading

Names = tuple[tuple[str, EntityKind], ...]
"""What an article calls those in it, with what each name names."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list shows of a claim, as of a day.

    Attributes:
        origins: how many independent ones stand behind it.
        first_on, last_on: the days of the first and the last article with a report or an answer.
    """

    id: str
    title: str
    standing: Standing
    reports: int
    articles: int
    answers: int
    origins: int
    first_on: PartialDate | None
    last_on: PartialDate | None


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
    conflicts: tuple[ChainConflict, ...] = ()
    names: frozenset[str] = field(default=frozenset(), repr=False)

    @property
    def history(self) -> tuple[Change, ...]:
        """What changed its status, in the order of days."""
        return list_changes(self.facts)

    def standing(self, as_of: PartialDate | None = None) -> Standing:
        """Its status as of the end of a day; None: of all days, and of articles without one."""
        if as_of is None and not self.facts:
            return Standing(Status.REPORTED)
        return read_status(self.facts, as_of)

    @property
    def searched_text(self) -> str:
        """The words that a search looks in: the title, who spoke, and the passages."""
        sources = (report.source for report in self.reports)
        return " ".join((self.title, *sources, *(fact.words for fact in self.facts)))

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

    def summary(self, as_of: PartialDate | None = None) -> Summary:
        """What a list shows of it, as of the end of a day."""
        reports = self.reports_as_of(as_of)
        facts = self.facts_as_of(as_of)
        days = sorted((fact.known_on for fact in facts), key=str)
        return Summary(
            self.id,
            self.title,
            self.standing(as_of),
            reports=len(reports),
            articles=len({report.article_id for report in reports}),
            answers=sum(fact.kind is not None for fact in facts),
            origins=self.origins_as_of(as_of),
            first_on=days[0] if days else None,
            last_on=days[-1] if days else None,
        )

    def origins_as_of(self, as_of: PartialDate | None = None) -> int:
        """How many independent origins stood behind it as of a day."""
        known = {report.id for report in self.reports_as_of(as_of)}
        return count_origins([one for one in self.origins if known & set(one.reports)])


def gather_record(
    readings: Sequence[Reading], judgements: Judgements | None = None
) -> tuple[Claim, ...]:
    """Every claim that more than one article or an answer speaks of, the most reported first.

    Args:
        readings: the latest reading of each article.
        judgements: what people decided; they outrank what is found here.
    """
    judged = judgements or Judgements()
    names = {reading.article.id: list_names(reading) for reading in readings}
    copies = find_copies(sorted(readings, key=_day_of))
    groups = gather_members(readings, judged)
    claims = [make_claim(members, names, copies, judged) for members in groups if is_kept(members)]
    return tuple(sorted(claims, key=lambda claim: (-len(claim.reports), claim.id)))


def gather_members(
    readings: Sequence[Reading], judged: Judgements
) -> tuple[tuple[Member, ...], ...]:
    """The contents of readings by claim, each in the order of days."""
    ordered = sorted(readings, key=_day_of)
    members = {member.id: member for reading in ordered for member in read_members(reading)}
    statements = [member.statement for member in members.values()]
    groups = gather_claims(
        statements, find_matches(statements), together=judged.same, apart=judged.different
    )
    return tuple(tuple(members[one] for one in group.members) for group in groups)


def list_names(reading: Reading) -> Names:
    """The names of a reading's entities."""
    return tuple((entity.name, entity.kind) for entity in reading.entities)


def is_kept(members: Sequence[Member]) -> bool:
    """Whether a claim is worth showing: several articles report it, or somebody answers it."""
    members = settle(members)
    reporting = {member.article_id for member in members if member.report is not None}
    answered = any(member.is_answered for member in members)
    return bool(reporting) and (answered or len(reporting) >= _FEWEST_ARTICLES)


_FEWEST_ARTICLES = 2


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


def make_claim(
    members: Sequence[Member],
    names: Mapping[str, Names],
    copies: Sequence[Copy],
    judged: Judgements,
) -> Claim:
    """The claim that members make; one of them at least is a report.

    Args:
        members: its contents, in the order of their days.
        names: by article, those in it: a party has the fullest name that these articles give it.
        copies: pairs of articles that repeat each other.
        judged: what people decided about origins.
    """
    members = settle(members)
    articles = dict.fromkeys(member.article_id for member in members)
    parties = Parties(name for article in articles for name in names.get(article, ()))
    named = [name_member(member, parties) for member in members]
    reports = tuple(member.report for member in named if member.report is not None)
    facts = {fact.id: fact for member in named for fact in member.facts}
    ordered = tuple(sort_facts(facts.values()))
    stated = [member for member in named if member.report is not None and not member.denies]
    quotations = [member.quotation for member in named if member.quotation is not None]
    return Claim(
        id=name_claim(reports[0].id),
        title=min(stated, key=lambda member: member.rank).title,
        reports=reports,
        facts=ordered,
        origins=find_origins(reports, copies, together=judged.one_origin, apart=judged.two_origins),
        drifts=find_drift(quotations),
        stale=find_stale(ordered),
        conflicts=find_chain_conflicts(reports),
        names=frozenset(one for member in named for one in (member.id, name_claim(member.id))),
    )


def strip_claim(claim: Claim, known: Claim | None) -> Claim:
    """A claim with nothing but what an earlier day knew of it, under its id of today.

    Args:
        claim: made of everything.
        known: made of what was on record; None where that was no report.
    """
    if known is not None:
        return replace(known, id=claim.id, names=claim.names)
    return replace(
        claim, reports=(), facts=(), origins=(), drifts=(), stale=(), conflicts=()
    )  # fmt: skip


def name_claim(member_id: str) -> str:
    """The id that a claim has while this report is its earliest."""
    return f"clm_{member_id.partition('_')[2]}"


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

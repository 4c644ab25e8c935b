"""Everything the page asks of claims, stories, suggestions and judgements, in one place.

What is gathered from all readings is kept until the ledger changes: two requests over the same
rows have the same answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import sqlalchemy as sa

from onrecord import operations
from onrecord.dates import PartialDate
from onrecord.errors import OnrecordError
from onrecord.ledger.by_id import find_attributions_by_id
from onrecord.ledger.found import FoundAttribution
from onrecord.ledger.judgements import list_in_force, load_judgements
from onrecord.ledger.ledger import Ledger, reading_from
from onrecord.ledger.loading import load_latest_readings
from onrecord.ledger.sources import find_named_entities
from onrecord.ledger.tables import judgements, readings
from onrecord.matches.claims import Match, find_matches
from onrecord.matches.parties import Parties
from onrecord.matches.record import Claim, find_claim, list_changes_since
from onrecord.matches.statements import Statement, read_statement
from onrecord.matches.status import Change
from onrecord.matches.stories import Story
from onrecord.records import Judgement, Reading, Verdict

_OF_ORIGINS = frozenset({Verdict.ONE_ORIGIN, Verdict.TWO_ORIGINS})


class MissingError(OnrecordError):
    """Something that was asked for by its id or address is not in the ledger."""


_State = tuple[int, str, int]
"""How many readings there are, when the last was made, how many judgements: what changes it."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What a ledger holds."""

    articles: int
    claims: int
    suggestions: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two passages that may state one claim, for a person to decide.

    Attributes:
        match: what was compared, with the reasons.
        first: the passage that was published first.
        judgement: what is in force about the two; None where nobody has decided.
    """

    match: Match
    first: FoundAttribution
    second: FoundAttribution
    judgement: Judgement | None = None

    @property
    def pair(self) -> tuple[str, str]:
        """The ids of the two, in order."""
        return _pair_of(self.match)


def list_claims(
    ledger: Ledger,
    words: Sequence[str] = (),
    *,
    as_of: PartialDate | None = None,
    limit: int | None = None,
    after: str | None = None,
) -> tuple[Claim, ...]:
    """Claims that hold all the words, the most reported first.

    Args:
        ledger: where to look.
        words: in any case; of the title, the speakers or the passages.
        as_of: only claims that were on record at the end of this day.
        limit: at most so many.
        after: the id of the claim that the page before ended with.
    """
    found = [
        claim
        for claim in _gather(ledger, _state_of(ledger))
        if all(word.casefold() in claim.searched_text.casefold() for word in words)
        and (as_of is None or claim.is_reported(as_of))
    ]
    if after is not None:
        place = next((number for number, one in enumerate(found) if one.id == after), len(found))
        found = found[place + 1 :]
    return tuple(found[:limit])


def load_claim(ledger: Ledger, identity: str) -> Claim:
    """The claim that an id names: its own, one it had, or that of a report in it.

    Raises:
        MissingError: there is none.
    """
    found = find_claim(_gather(ledger, _state_of(ledger)), identity)
    if found is None:
        raise MissingError(
            f"No claim has the id {identity}. Look for it by its words in the list of claims."
        )
    return found


def find_claims_of(ledger: Ledger, ids: Sequence[str]) -> dict[str, Claim]:
    """The claims that attributions are reports of, by the attributions' ids."""
    wanted = set(ids)
    return {
        report.id: claim
        for claim in _gather(ledger, _state_of(ledger))
        for report in claim.reports
        if report.id in wanted
    }


def load_story(
    ledger: Ledger,
    words: Sequence[str],
    *,
    since: PartialDate | None = None,
    until: PartialDate | None = None,
) -> Story:
    """What the ledger holds of a story: claims, time line, and who stands where."""
    from onrecord.matches.stories import gather_story

    state = _state_of(ledger)
    claims, held = _gather(ledger, state), _load(ledger, state)
    return gather_story(claims, held, words, since=since, until=until)


def list_changes(
    ledger: Ledger, since: PartialDate | None = None, *, limit: int | None = None
) -> tuple[tuple[Claim, Change], ...]:
    """What changed in any claim from a day on, the latest first."""
    every = list_changes_since(_gather(ledger, _state_of(ledger)), since or PartialDate(1))
    return tuple(reversed(every))[:limit]


def list_suggestions(
    ledger: Ledger, *, limit: int | None = None, after: str | None = None
) -> tuple[Suggestion, ...]:
    """Matches between articles that nobody has decided about, those that tell least first.

    Args:
        ledger: where to look.
        limit: at most so many.
        after: the id of the match that the page before ended with.
    """
    judged = _judged_pairs(ledger)
    matches = _match(ledger, _state_of(ledger)[:2])
    start = 0
    if after is not None:
        places = (number for number, one in enumerate(matches, start=1) if one.id == after)
        start = next(places, len(matches))
    waiting = [one for one in matches[start:] if _pair_of(one) not in judged]
    return _dress(ledger, waiting[:limit])


def count_suggestions(ledger: Ledger) -> tuple[int, int]:
    """How many matches wait for a decision, and how many there are."""
    judged = _judged_pairs(ledger)
    matches = _match(ledger, _state_of(ledger)[:2])
    return sum(_pair_of(one) not in judged for one in matches), len(matches)


def next_suggestion(ledger: Ledger, *, skip: Sequence[str] = ()) -> Suggestion | None:
    """The first match that waits for a decision; None where none does.

    Args:
        ledger: where to look.
        skip: ids of matches that are to be passed over for now.
    """
    judged, passed = _judged_pairs(ledger), set(skip)
    for match in _match(ledger, _state_of(ledger)[:2]):
        if _pair_of(match) not in judged and match.id not in passed:
            found = _dress(ledger, [match])
            if found:
                return found[0]
    return None


def _judged_pairs(ledger: Ledger) -> set[tuple[str, str]]:
    in_force = list_in_force(load_judgements(ledger))
    return {(one.first_id, one.second_id) for one in in_force if one.verdict not in _OF_ORIGINS}


def load_suggestion(ledger: Ledger, identity: str) -> Suggestion:
    """A match by its id, decided or not.

    Raises:
        MissingError: there is none.
    """
    state = _state_of(ledger)
    found = _dress(ledger, [one for one in _match(ledger, state[:2]) if one.id == identity])
    if not found:
        raise MissingError(f"No suggestion has the id {identity}. It may have been read anew.")
    return found[0]


def list_judgements(ledger: Ledger) -> tuple[Judgement, ...]:
    """Every judgement ever made, in the order of their instants."""
    return load_judgements(ledger)


def decide(ledger: Ledger, verdict: Verdict, pair: tuple[str, str], *, who: str) -> Judgement:
    """Record what a person decided about two reports.

    Raises:
        SettingsError: nobody's name is given.
        LedgerError: one of them is not in the ledger.
    """
    return operations.judge(ledger, verdict, pair, who=who)


def withdraw_one(ledger: Ledger, identity: str, *, who: str) -> Judgement:
    """Take back one judgement that is in force, by its id.

    Raises:
        MissingError: it is not in force, or there is none.
    """
    found = [one for one in list_in_force(load_judgements(ledger)) if one.id == identity]
    if not found:
        raise MissingError(f"No judgement in force has the id {identity}.")
    return take_back(ledger, (found[0].first_id, found[0].second_id), who=who)


def take_back(ledger: Ledger, pair: tuple[str, str], *, who: str) -> Judgement:
    """Take back the last judgement in force about two reports; the record keeps both.

    Raises:
        LedgerError: there is none in force.
    """
    return operations.withdraw_judgement(ledger, pair, who=who)


def find_last_of(ledger: Ledger, who: str) -> Judgement | None:
    """The last judgement in force that somebody made; None where there is none."""
    own = [one for one in list_in_force(load_judgements(ledger)) if one.who == who]
    return max(own, key=lambda one: one.made_at, default=None)


def find_names_of(ledger: Ledger, name: str) -> tuple[str, tuple[str, ...]]:
    """The fullest name of a party, and every name in the ledger that means it."""
    named, parties = _name(ledger, _state_of(ledger))
    full = parties.name_of(name)
    names = {one for one in named if parties.name_of(one) == full}
    return full, tuple(sorted(names | {name, full}))


def count_record(ledger: Ledger) -> Counts:
    """How much the ledger holds."""
    state = _state_of(ledger)
    waiting, _ = count_suggestions(ledger)
    return Counts(len(_load(ledger, state)), len(_gather(ledger, state)), waiting)


def version_of(ledger: Ledger) -> str:
    """A text that is another one whenever the ledger has changed."""
    return "-".join(map(str, _state_of(ledger)))


def _state_of(ledger: Ledger) -> _State:
    statement = sa.select(
        sa.func.count(),
        sa.func.max(readings.c.last_read_at),
        sa.select(sa.func.count()).select_from(judgements).scalar_subquery(),
    ).select_from(readings)
    with reading_from(ledger) as connection:
        count, last, judged = connection.execute(statement).one()
    return count, str(last), judged


@lru_cache(maxsize=2)
def _load(ledger: Ledger, state: _State) -> tuple[Reading, ...]:  # noqa: ARG001
    return load_latest_readings(ledger)


@lru_cache(maxsize=2)
def _gather(ledger: Ledger, state: _State) -> tuple[Claim, ...]:  # noqa: ARG001
    return operations.gather_claims(ledger)


@lru_cache(maxsize=2)
def _name(ledger: Ledger, state: _State) -> tuple[tuple[str, ...], Parties]:  # noqa: ARG001
    named = find_named_entities(ledger)
    return tuple(one.name for one in named), Parties(named)


@lru_cache(maxsize=2)
def _match(ledger: Ledger, state: tuple[int, str]) -> tuple[Match, ...]:  # noqa: ARG001
    """Matches between two articles, those with the lowest score first."""
    statements: list[Statement] = []
    holders: dict[str, str] = {}
    for reading in load_latest_readings(ledger):
        for attribution in reading.attributions:
            statement = read_statement(reading, attribution)
            if statement.is_clause:
                statements.append(statement)
                holders[attribution.id] = reading.article.id
    found = [one for one in find_matches(statements) if holders[one.first] != holders[one.second]]
    return tuple(sorted(found, key=lambda one: (one.comparison.score, one.id)))


def _dress(ledger: Ledger, matches: Sequence[Match]) -> tuple[Suggestion, ...]:
    """Matches with their passages and what was decided about them."""
    ids = {name for match in matches for name in (match.first, match.second)}
    passages = find_attributions_by_id(ledger, ids)
    decided = {(one.first_id, one.second_id): one for one in list_in_force(load_judgements(ledger))}
    return tuple(
        Suggestion(match, *_by_day(passages, match), decided.get(_pair_of(match)))
        for match in matches
        if match.first in passages and match.second in passages
    )


def _by_day(
    passages: dict[str, FoundAttribution], match: Match
) -> tuple[FoundAttribution, FoundAttribution]:
    first, second = sorted(
        (passages[match.first], passages[match.second]),
        key=lambda one: (str(one.published_on or "9999"), one.attribution.id),
    )
    return first, second


def _pair_of(match: Match) -> tuple[str, str]:
    first, second = sorted((match.first, match.second))
    return first, second

"""Everything the page asks of claims, stories and names, in one place.

What takes long to count is kept until the ledger changes: two requests over the same rows have the
same answer.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord.dates import PartialDate
from onrecord.errors import LedgerError, OnrecordError, SettingsError
from onrecord.ledger import claim_queries, story_queries
from onrecord.ledger.claim_queries import ClaimQuery
from onrecord.ledger.claims_shown import (
    Coverage,
    find_coverage,
    find_latest_changes,
    find_speakers,
    find_summaries_of,
    load_claims_of,
)
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.search import fold
from onrecord.ledger.sources import FoundSource, find_namesakes, find_sources
from onrecord.ledger.state import State, count_articles, count_claims, read_state
from onrecord.ledger.versions import Page, load_page
from onrecord.matches.parties import Parties
from onrecord.matches.record import Claim, Summary
from onrecord.matches.status import Change
from onrecord.matches.stories import Story
from onrecord.review import count_matches

_CLAIMS_OF_A_STORY = 40
"""More are no story that anybody can look over."""
_MOST_SOURCES = 20_000
KEPT_CHANGES = (24, 200)
"""How many changes the first page and their own page look at."""


class MissingError(OnrecordError):
    """Something that was asked for by its id or address is not in the ledger."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What a ledger holds."""

    articles: int
    claims: int
    suggestions: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A claim in a list, with who carried it."""

    summary: Summary
    coverage: Coverage


def list_claims(ledger: Ledger, query: ClaimQuery) -> tuple[Summary, ...]:
    """The claims that a query asks for, the most reported first.

    Raises:
        SettingsError: there is no word in its words.
    """
    found: list[Summary] = []
    while query.limit is None or len(found) < query.limit:
        some = claim_queries.list_claims(ledger, query)
        found += some
        # As of a day fewer come than were asked for, though there may be more.
        if query.as_of is None or not some:
            break
        query = replace(query, after=some[-1].id)
    return tuple(found[: query.limit])


def dress(ledger: Ledger, summaries: Collection[Summary]) -> tuple[Listed, ...]:
    """Claims with who carried them."""
    found = find_coverage(ledger, [one.id for one in summaries])
    return tuple(Listed(one, found.get(one.id, Coverage())) for one in summaries)


def load_versions(ledger: Ledger, article_id: str) -> Page:
    """The versions of the page that an article stood on.

    Raises:
        MissingError: there is no such article, or it stood at no address.
    """
    try:
        return load_page(ledger, article_id)
    except LedgerError as error:
        raise MissingError(
            f"{article_id} is on no page of which there could be versions: it has no address here."
        ) from error


def load_claim(ledger: Ledger, identity: str, as_of: PartialDate | None = None) -> Claim:
    """The claim that an id names: its own, one it had, or that of a report in it.

    As of a day it is made of nothing but what was on record at its end.

    Raises:
        MissingError: there is none.
    """
    try:
        state = read_state(ledger)
        if as_of is not None:
            return _load_claim_as_of(ledger, state, identity, as_of)
        return _load_claim(ledger, state, identity)
    except (LedgerError, SettingsError) as error:
        raise MissingError(
            f"No claim has the id {identity}. Look for it by its words in the list of claims."
        ) from error


def find_claims_of(ledger: Ledger, report_ids: Collection[str]) -> dict[str, Summary]:
    """The claims that attributions are reports of, by the attributions' ids."""
    return find_summaries_of(ledger, report_ids)


def load_histories_of(ledger: Ledger, report_ids: Collection[str]) -> dict[str, Claim]:
    """The same, with everything on record about each."""
    return load_claims_of(ledger, report_ids)


def load_story(
    ledger: Ledger,
    words: str,
    *,
    since: PartialDate | None = None,
    until: PartialDate | None = None,
) -> Story:
    """What the ledger holds of a story: claims, time line, and who stands where."""
    query = ClaimQuery(words, since=since, until=until, limit=_CLAIMS_OF_A_STORY)
    return _load_story(ledger, read_state(ledger), query)


def list_changes(
    ledger: Ledger, since: PartialDate | None = None, *, limit: int
) -> tuple[tuple[Claim, Change], ...]:
    """What changed in any claim from a day on, the latest first."""
    return _list_changes(ledger, read_state(ledger), since, limit)


def list_speakers(ledger: Ledger, *, limit: int = 8) -> tuple[tuple[str, int], ...]:
    """Names to begin a story with: who speaks in most of the heaviest claims."""
    return _list_speakers(ledger, read_state(ledger), limit)


def list_sources(ledger: Ledger, part: str = "", *, limit: int) -> tuple[FoundSource, ...]:
    """Names under which somebody is a source, the most attributions first."""
    every = _list_sources(ledger, read_state(ledger))
    if part and len(every) == _MOST_SOURCES:
        return find_sources(ledger, part=part, limit=limit)
    folded = fold(part)
    return tuple(one for one in every if not part or folded in fold(one.name))[:limit]


def count_said(ledger: Ledger, names: Collection[str]) -> int:
    """How many attributions have one of these names as their source."""
    folded = {fold(name) for name in names}
    every = _list_sources(ledger, read_state(ledger))
    return sum(one.attributions for one in every if fold(one.name) in folded)


def warm(ledger: Ledger) -> None:
    """Count what takes long before anybody asks for it."""
    count_record(ledger)
    list_sources(ledger, limit=1)
    list_speakers(ledger)
    for limit in KEPT_CHANGES:
        list_changes(ledger, limit=limit)


def find_names_of(ledger: Ledger, name: str) -> tuple[str, tuple[str, ...]]:
    """The fullest name of a party, and every name in the ledger that means it."""
    named = find_namesakes(ledger, name)
    parties = Parties(named)
    full = parties.name_of(name)
    names = {one for one, _ in named if parties.name_of(one) == full}
    return full, tuple(sorted(names | {name, full}))


def count_record(ledger: Ledger) -> Counts:
    """How much the ledger holds."""
    articles, claims = _count(ledger, read_state(ledger))
    return Counts(articles, claims, count_matches(ledger))


def version_of(ledger: Ledger) -> str:
    """A text that is another one whenever the ledger has changed."""
    return str(read_state(ledger).changes)


@lru_cache(maxsize=128)
def _load_claim(
    ledger: Ledger,
    state: State,  # noqa: ARG001
    identity: str,
) -> Claim:
    return claim_queries.load_claim(ledger, identity)


@lru_cache(maxsize=128)
def _load_claim_as_of(ledger: Ledger, state: State, identity: str, as_of: PartialDate) -> Claim:
    claim = _load_claim(ledger, state, identity)
    return claim_queries.load_claim_as_of(ledger, claim, as_of)


@lru_cache(maxsize=32)
def _load_story(
    ledger: Ledger,
    state: State,  # noqa: ARG001
    query: ClaimQuery,
) -> Story:
    return story_queries.load_story(ledger, query)


@lru_cache(maxsize=8)
def _list_changes(
    ledger: Ledger,
    state: State,  # noqa: ARG001
    since: PartialDate | None,
    limit: int,
) -> tuple[tuple[Claim, Change], ...]:
    return find_latest_changes(ledger, since, limit=limit)


@lru_cache(maxsize=2)
def _list_speakers(
    ledger: Ledger,
    state: State,  # noqa: ARG001
    limit: int,
) -> tuple[tuple[str, int], ...]:
    return find_speakers(ledger, limit)


@lru_cache(maxsize=2)
def _list_sources(ledger: Ledger, state: State) -> tuple[FoundSource, ...]:  # noqa: ARG001
    return find_sources(ledger, limit=_MOST_SOURCES)


@lru_cache(maxsize=2)
def _count(ledger: Ledger, state: State) -> tuple[int, int]:  # noqa: ARG001
    return count_articles(ledger), count_claims(ledger)

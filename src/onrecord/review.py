"""What waits for a person's decision, and what was decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord import judging
from onrecord.ledger.by_id import find_attributions_by_id
from onrecord.ledger.claims_shown import find_claim_keys, list_newest_statements
from onrecord.ledger.found import FoundAttribution
from onrecord.ledger.judgements import list_in_force, load_judgements
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.state import State, read_state
from onrecord.matches.claims import Match, find_matches
from onrecord.matches.compare import Comparison, compare
from onrecord.matches.differences import Aspect
from onrecord.matches.near import match_near
from onrecord.matches.statements import Statement
from onrecord.records import Judgement, Verdict
from onrecord.sources_named import correct_passages

_NEWEST = 2_000
"""Statements that are compared with each other: what came last is looked at."""
_MOST_OF_AN_ARTICLE = 80
_OF_ORIGINS = frozenset({Verdict.ONE_ORIGIN, Verdict.TWO_ORIGINS})


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two passages that may state one claim, for a person to decide.

    Attributes:
        match: what was compared.
        comparison: how the two compare, with the reasons.
        first: the passage that was published first.
        judgement: what is in force about the two; None where nobody has decided.
    """

    match: Match
    comparison: Comparison
    first: FoundAttribution
    second: FoundAttribution
    judgement: Judgement | None = None

    @property
    def pair(self) -> tuple[str, str]:
        """The ids of the two, in order."""
        return _pair_of(self.match)

    @property
    def is_near(self) -> bool:
        """Whether no rule matches the two, and only their vectors are near each other."""
        return any(reason.aspect is Aspect.MEANING for reason in self.comparison.reasons)


def list_suggestions(
    ledger: Ledger, *, limit: int | None = None, after: str | None = None
) -> tuple[Suggestion, ...]:
    """What nobody has decided about: matches between articles, those that tell least first.

    After them comes what no rule matches and is near in meaning, the nearest first.

    Args:
        ledger: where to look.
        limit: at most so many.
        after: the id of the match that the page before ended with.
    """
    judged = _judged_pairs(ledger)
    matches = _list_queue(ledger)
    start = 0
    if after is not None:
        places = (number for number, one in enumerate(matches, start=1) if one.id == after)
        start = next(places, len(matches))
    waiting = [one for one in matches[start:] if _pair_of(one) not in judged]
    return _dress(ledger, waiting[:limit])


def count_suggestions(ledger: Ledger) -> tuple[int, int]:
    """How many matches wait for a decision, and how many there are."""
    judged = _judged_pairs(ledger)
    matches = _list_queue(ledger)
    return sum(_pair_of(one) not in judged for one in matches), len(matches)


def count_matches(ledger: Ledger) -> int:
    """How many matches wait for a decision, without what is only near in meaning: a quick count."""
    judged = _judged_pairs(ledger)
    return sum(_pair_of(one) not in judged for one in _match_newest(ledger).matches)


def next_suggestion(ledger: Ledger, *, skip: Sequence[str] = ()) -> Suggestion | None:
    """The first match that waits for a decision; None where none does.

    Args:
        ledger: where to look.
        skip: ids of matches that are to be passed over for now.
    """
    judged, passed = _judged_pairs(ledger), set(skip)
    for match in _list_queue(ledger):
        if _pair_of(match) not in judged and match.id not in passed:
            found = _dress(ledger, [match])
            if found:
                return found[0]
    return None


def find_suggestion(ledger: Ledger, identity: str) -> Suggestion | None:
    """A match by its id, decided or not; None where there is none."""
    found = _dress(ledger, [one for one in _list_queue(ledger) if one.id == identity])
    return found[0] if found else None


def list_judgements(ledger: Ledger) -> tuple[Judgement, ...]:
    """Every judgement ever made, in the order of their instants."""
    return load_judgements(ledger)


def decide(ledger: Ledger, verdict: Verdict, pair: tuple[str, str], *, who: str) -> Judgement:
    """Record what a person decided about two reports.

    Raises:
        SettingsError: nobody's name is given.
        LedgerError: one of them is not in the ledger.
    """
    return judging.judge(ledger, verdict, pair, who=who)


def withdraw_one(ledger: Ledger, identity: str, *, who: str) -> Judgement | None:
    """Take back one judgement, by its id; None where it is not in force."""
    found = [one for one in list_in_force(load_judgements(ledger)) if one.id == identity]
    if not found:
        return None
    return judging.withdraw_all(ledger, found, who=who)[0]


def take_back(ledger: Ledger, pair: tuple[str, str], *, who: str) -> Judgement:
    """Take back the last judgement in force about two reports; the record keeps both.

    Raises:
        LedgerError: there is none in force.
    """
    return judging.withdraw_judgement(ledger, pair, who=who)


def find_last_of(ledger: Ledger, who: str) -> tuple[Judgement, ...]:
    """What somebody decided last and is in force: one judgement, or several made at once."""
    own = [one for one in list_in_force(load_judgements(ledger)) if one.who == who]
    last = max((one.made_at for one in own), default=None)
    return tuple(one for one in own if one.made_at == last)


def take_back_last(ledger: Ledger, who: str) -> tuple[Judgement, ...]:
    """Take back what somebody decided last; empty where nothing of theirs is in force."""
    last = find_last_of(ledger, who)
    return judging.withdraw_all(ledger, last, who=who) if last else ()


def _judged_pairs(ledger: Ledger) -> set[tuple[str, str]]:
    in_force = list_in_force(load_judgements(ledger))
    return {(one.first_id, one.second_id) for one in in_force if one.verdict not in _OF_ORIGINS}


@dataclass(frozen=True, slots=True)
class _Newest:
    """The statements that came last, what matches among them, and what is only near."""

    statements: Mapping[str, Statement]
    matches: tuple[Match, ...]
    near: tuple[Match, ...]


def _list_queue(ledger: Ledger) -> tuple[Match, ...]:
    return _queue(ledger, read_state(ledger))


@lru_cache(maxsize=2)
def _queue(ledger: Ledger, state: State) -> tuple[Match, ...]:  # noqa: ARG001
    """The matches, then of every two claims the nearest two reports; what is judged stays."""
    newest = _match_newest(ledger)
    judged = _judged_pairs(ledger)
    keys = find_claim_keys(ledger, {name for one in newest.near for name in _pair_of(one)})
    kept: list[Match] = []
    asked: set[frozenset[int | str]] = set()
    for match in sorted(newest.near, key=lambda one: _pair_of(one) not in judged):
        claims = frozenset[int | str](keys.get(name, name) for name in _pair_of(match))
        is_new = len(claims) > 1 and claims not in asked
        if is_new or _pair_of(match) in judged:
            kept.append(match)
            asked.add(claims)
    return (*newest.matches, *sorted(kept, key=lambda one: (-one.comparison.score, one.id)))


def _match_newest(ledger: Ledger) -> _Newest:
    # Judgements move members between claims, and make no new ones.
    return _match(ledger, read_state(ledger).gathered)


@lru_cache(maxsize=2)
def _match(ledger: Ledger, gathered: int) -> _Newest:  # noqa: ARG001
    """Of each passage the likest in another article, those with the lowest score first."""
    # The network is loaded by those alone who ask what waits.
    from onrecord.attributions.neural.vectors import embed

    once = {
        # What an article repeats word for word would only match itself.
        (article_id, statement.text): (article_id, statement)
        for article_id, statement in list_newest_statements(ledger, _NEWEST)
        if statement.id.startswith("att")
    }
    by_article: dict[str, list[Statement]] = {}
    for article_id, statement in once.values():
        by_article.setdefault(article_id, []).append(statement)
    # An article of very many would be compared with itself most of all.
    newest = [one for own in by_article.values() for one in own[:_MOST_OF_AN_ARTICLE]]
    # By their ids: an article that is gathered anew leaves every other question as it was.
    newest.sort(key=lambda one: one.id)
    holders = {one.id: name for name, own in by_article.items() for one in own}
    matches = find_matches(newest)
    best: dict[str, Match] = {}
    # The best come first; of all that a passage matches, the likest is asked about.
    for match in matches:
        if holders[match.first] != holders[match.second]:
            best.setdefault(match.second, match)
    found = sorted(best.values(), key=lambda one: (one.comparison.score, one.id))
    matched = {frozenset((one.first, one.second)) for one in matches}
    near = match_near(newest, holders, matched, embed=embed)
    return _Newest({one.id: one for one in newest}, tuple(found), near)


def _dress(ledger: Ledger, matches: Sequence[Match]) -> tuple[Suggestion, ...]:
    """Matches with their passages and what was decided about them."""
    ids = {name for match in matches for name in (match.first, match.second)}
    passages = correct_passages(ledger, find_attributions_by_id(ledger, ids))
    decided = {(one.first_id, one.second_id): one for one in list_in_force(load_judgements(ledger))}
    statements = _match_newest(ledger).statements
    return tuple(
        Suggestion(
            match,
            # A match of the rules has no reasons yet.
            match.comparison
            if match.comparison.reasons
            else compare(statements[match.first], statements[match.second]),
            *_by_day(passages, match),
            decided.get(_pair_of(match)),
        )
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

"""What waits for a person's decision, and what was decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from onrecord import judging
from onrecord.ledger.by_id import find_attributions_by_id
from onrecord.ledger.claims_shown import find_claim_keys, list_newest_statements
from onrecord.ledger.found import FoundAttribution
from onrecord.ledger.judgements import list_in_force, load_judgements
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.namings import correct_passages
from onrecord.ledger.state import State, read_state
from onrecord.matches.claims import Match, find_matches
from onrecord.matches.compare import Comparison, compare
from onrecord.matches.differences import Aspect
from onrecord.matches.near import match_near
from onrecord.matches.statements import Statement
from onrecord.records import Judgement, Verdict

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


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits for decisions, as the ledger stood when it was opened.

    Attributes:
        matches: between articles, those that tell least first; after them what no rule matches
            and is near in meaning, the nearest first. What was decided stays among them.
        in_force: the judgements that count.
    """

    ledger: Ledger = field(repr=False)
    matches: tuple[Match, ...]
    statements: Mapping[str, Statement] = field(repr=False)
    in_force: tuple[Judgement, ...]

    def list_waiting(
        self, *, limit: int | None = None, after: str | None = None
    ) -> tuple[Suggestion, ...]:
        """What nobody has decided about.

        Args:
            limit: at most so many.
            after: the id of the match that the page before ended with.
        """
        matches = self.matches
        if after is not None:
            places = (number for number, one in enumerate(matches, start=1) if one.id == after)
            matches = matches[next(places, len(matches)) :]
        judged = _judged_pairs(self.in_force)
        return self._dress([one for one in matches if _pair_of(one) not in judged][:limit])

    def count(self) -> tuple[int, int]:
        """How many matches wait for a decision, and how many there are."""
        judged = _judged_pairs(self.in_force)
        return sum(_pair_of(one) not in judged for one in self.matches), len(self.matches)

    def find_next(self, *, skip: Sequence[str] = ()) -> Suggestion | None:
        """The first match that waits for a decision; None where none does.

        Args:
            skip: ids of matches that are to be passed over for now.
        """
        judged, passed = _judged_pairs(self.in_force), set(skip)
        for match in self.matches:
            if _pair_of(match) not in judged and match.id not in passed:
                found = self._dress([match])
                if found:
                    return found[0]
        return None

    def find(self, identity: str) -> Suggestion | None:
        """A match by its id, decided or not; None where there is none."""
        found = self._dress([one for one in self.matches if one.id == identity])
        return found[0] if found else None

    def find_last_of(self, who: str) -> tuple[Judgement, ...]:
        """What somebody decided last and is in force: one judgement, or several made at once."""
        return _last_of(self.in_force, who)

    def _dress(self, matches: Sequence[Match]) -> tuple[Suggestion, ...]:
        """Matches with their passages and what was decided about them."""
        ids = {name for match in matches for name in (match.first, match.second)}
        passages = correct_passages(self.ledger, find_attributions_by_id(self.ledger, ids))
        decided = {(one.first_id, one.second_id): one for one in self.in_force}
        return tuple(
            Suggestion(
                match,
                # A match of the rules has no reasons yet.
                match.comparison
                if match.comparison.reasons
                else compare(self.statements[match.first], self.statements[match.second]),
                *_by_day(passages, match),
                decided.get(_pair_of(match)),
            )
            for match in matches
            if match.first in passages and match.second in passages
        )


def open_queue(ledger: Ledger) -> Queue:
    """What waits now; the network looks for what is near where that is not known yet."""
    state = read_state(ledger)
    in_force = list_in_force(load_judgements(ledger))
    return Queue(ledger, _queue(ledger, state), _match_newest(ledger, state).statements, in_force)


def count_matches(ledger: Ledger) -> int:
    """How many matches wait for a decision, without what is only near in meaning.

    No network runs for it, so a page may show it beside other things.
    """
    judged = _judged_pairs(list_in_force(load_judgements(ledger)))
    matches = _match_newest(ledger, read_state(ledger)).matches
    return sum(_pair_of(one) not in judged for one in matches)


def withdraw_one(ledger: Ledger, identity: str, *, who: str) -> Judgement | None:
    """Take back one judgement, by its id; None where it is not in force."""
    found = [one for one in list_in_force(load_judgements(ledger)) if one.id == identity]
    if not found:
        return None
    return judging.withdraw_all(ledger, found, who=who)[0]


def take_back_last(ledger: Ledger, who: str) -> tuple[Judgement, ...]:
    """Take back what somebody decided last; empty where nothing of theirs is in force."""
    last = _last_of(list_in_force(load_judgements(ledger)), who)
    return judging.withdraw_all(ledger, last, who=who) if last else ()


def _judged_pairs(in_force: Sequence[Judgement]) -> set[tuple[str, str]]:
    """The pairs about which it is decided whether they state one claim."""
    return {(one.first_id, one.second_id) for one in in_force if one.verdict not in _OF_ORIGINS}


def _last_of(in_force: Sequence[Judgement], who: str) -> tuple[Judgement, ...]:
    own = [one for one in in_force if one.who == who]
    last = max((one.made_at for one in own), default=None)
    return tuple(one for one in own if one.made_at == last)


@dataclass(frozen=True, slots=True)
class _Newest:
    """The statements that came last, and what matches among them.

    Attributes:
        holders: the article of each statement, by its id.
        matched: every pair that a rule matches; of these `matches` has those to ask about.
    """

    statements: Mapping[str, Statement]
    holders: Mapping[str, str]
    matched: frozenset[frozenset[str]]
    matches: tuple[Match, ...]


@lru_cache(maxsize=2)
def _queue(ledger: Ledger, state: State) -> tuple[Match, ...]:
    """The matches, then of every two claims the nearest two reports; what is judged stays."""
    near = _find_near(ledger, state.gathered)
    judged = _judged_pairs(list_in_force(load_judgements(ledger)))
    keys = find_claim_keys(ledger, {name for one in near for name in _pair_of(one)})
    kept: list[Match] = []
    asked: set[frozenset[int | str]] = set()
    for match in sorted(near, key=lambda one: _pair_of(one) not in judged):
        claims = frozenset[int | str](keys.get(name, name) for name in _pair_of(match))
        is_new = len(claims) > 1 and claims not in asked
        if is_new or _pair_of(match) in judged:
            kept.append(match)
            asked.add(claims)
    matches = _match_newest(ledger, state).matches
    return (*matches, *sorted(kept, key=lambda one: (-one.comparison.score, one.id)))


def _match_newest(ledger: Ledger, state: State) -> _Newest:
    # Judgements move members between claims, and make no new ones.
    return _match(ledger, state.gathered)


@lru_cache(maxsize=2)
def _match(ledger: Ledger, gathered: int) -> _Newest:  # noqa: ARG001
    """Of each passage the likest in another article, those with the lowest score first."""
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
    return _Newest(
        {one.id: one for one in newest},
        holders,
        frozenset(frozenset((one.first, one.second)) for one in matches),
        tuple(sorted(best.values(), key=lambda one: (one.comparison.score, one.id))),
    )


@lru_cache(maxsize=2)
def _find_near(ledger: Ledger, gathered: int) -> tuple[Match, ...]:
    """What no rule matches and is near in meaning; the network is loaded for this alone."""
    from onrecord.attributions.neural.vectors import embed

    newest = _match(ledger, gathered)
    statements = tuple(newest.statements.values())
    return match_near(statements, newest.holders, newest.matched, embed=embed)


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

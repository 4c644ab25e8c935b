"""What stands on record about a claim as of a day: one pure function of dated facts.

A report holds from the day on which it was published, an answer from the day on which the article
that shows it was. What is learnt later never changes what stood on record on an earlier day: facts
are only ever added, each with its own day, and a status is read from those up to a day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.dates import PartialDate
from onrecord.records import ResponseKind


class Status(StrEnum):
    """What stands on record about a claim."""

    UNREPORTED = "unreported"
    REPORTED = "reported"
    UNANSWERED = "unanswered"
    NEITHER = "neither_confirmed_nor_denied"
    PARTLY_CONFIRMED = "partly_confirmed"
    CONFIRMED = "confirmed"
    DENIED = "denied"
    DISPUTED = "disputed"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True)
class Fact:
    """A report of a claim, or an answer to it, on the day from which it is on record.

    Attributes:
        id: of the report or the response.
        known_on: the day on which the article that shows it was published.
        held_on: the day as of which it holds: of the answer, or of silence.
        party: who answers; "" for a report.
        kind: what the party did; None for a report.
        words: the passage.
        place: where in its article it begins, in code points.
    """

    id: str
    known_on: PartialDate
    article_id: str
    party: str = ""
    kind: ResponseKind | None = None
    held_on: PartialDate | None = None
    words: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of a claim as of a day.

    Attributes:
        parties: who answered, with what; the last answer of each, in the order of the days.
    """

    status: Status
    parties: tuple[tuple[str, ResponseKind], ...] = ()

    def __str__(self) -> str:
        """As a line: "denied by Neda Orlasca"."""
        words = self.status.value.replace("_", " ")
        names = [name for name, kind in self.parties if kind in _SHOWN.get(self.status, ())]
        return f"{words} by {', '.join(names)}" if names else words


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which the status became another, with the fact that changed it."""

    day: PartialDate
    standing: Standing
    fact: Fact


_CONFIRMING = frozenset({ResponseKind.CONFIRMS})
_DENYING = frozenset({ResponseKind.DENIES, ResponseKind.DISPUTES})
_SHOWN = {
    Status.CONFIRMED: _CONFIRMING,
    Status.PARTLY_CONFIRMED: frozenset({ResponseKind.PARTLY_CONFIRMS}),
    Status.DENIED: frozenset({ResponseKind.DENIES}),
    Status.RETRACTED: frozenset({ResponseKind.RETRACTS}),
    Status.NEITHER: frozenset({ResponseKind.NEITHER_CONFIRMS_NOR_DENIES}),
}


def read_status(facts: Iterable[Fact], as_of: PartialDate | None = None) -> Standing:
    """What stood on record as of the end of a day; None: of all days.

    Of each party its last answer counts; silence never replaces an answer. Parties that confirm
    and parties that deny make a claim disputed. Silence alone leaves it unanswered.
    """
    known = sort_facts(fact for fact in facts if _is_known(fact, as_of))
    last: dict[str, ResponseKind] = {}
    for fact in known:
        _count(fact, last)
    return _stand(last) if known else Standing(Status.UNREPORTED)


def _count(fact: Fact, last: dict[str, ResponseKind]) -> None:
    """Make a fact the last answer of its party."""
    if fact.kind is None:
        return
    if fact.party in last and (fact.kind.is_silence or fact.kind is ResponseKind.DECLINES):
        return
    last.pop(fact.party, None)
    last[fact.party] = fact.kind


def _stand(last: dict[str, ResponseKind]) -> Standing:
    return Standing(_judge(set(last.values())), tuple(last.items()))


def list_changes(facts: Sequence[Fact]) -> tuple[Change, ...]:
    """The history of a claim: every fact that made its status another, in the order of days."""
    changes: list[Change] = []
    last: dict[str, ResponseKind] = {}
    for fact in sort_facts(facts):
        _count(fact, last)
        standing = _stand(last)
        if not changes or standing.status is not changes[-1].standing.status:
            changes.append(Change(fact.known_on, standing, fact))
    return tuple(changes)


def _judge(kinds: set[ResponseKind]) -> Status:
    if ResponseKind.RETRACTS in kinds:
        return Status.RETRACTED
    confirmed = bool(kinds & _CONFIRMING)
    partly = ResponseKind.PARTLY_CONFIRMS in kinds
    denied = bool(kinds & _DENYING)
    if denied and (confirmed or partly):
        return Status.DISPUTED
    if ResponseKind.DISPUTES in kinds:
        return Status.DISPUTED
    if denied:
        return Status.DENIED
    if confirmed:
        return Status.CONFIRMED
    if partly:
        return Status.PARTLY_CONFIRMED
    if ResponseKind.NEITHER_CONFIRMS_NOR_DENIES in kinds:
        return Status.NEITHER
    return Status.UNANSWERED if kinds else Status.REPORTED


def _is_known(fact: Fact, as_of: PartialDate | None) -> bool:
    return as_of is None or fact.known_on.last_day <= as_of.last_day


def _order(fact: Fact) -> tuple[str, str, str, int, str, str]:
    # Of one day, reports come before what answers them, answers in the order of their own days, and
    # those of one article in the order of its text.
    held = "" if fact.kind is None else str(fact.held_on or fact.known_on)
    return (str(fact.known_on), held, fact.article_id, fact.place, fact.id, fact.kind or "")


def sort_facts(facts: Iterable[Fact]) -> list[Fact]:
    """Facts in the order of the days on which they came on record, then as an editor meets them."""
    return sorted(facts, key=_order)

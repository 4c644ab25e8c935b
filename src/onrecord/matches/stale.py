"""Silence that is reported although an answer is on record: `stale_no_comment`."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.matches.status import Fact


@dataclass(frozen=True, slots=True)
class StaleSilence:
    """An article that says that a party has not answered, though an answer was on record.

    Attributes:
        silence: the fact that says so.
        answer: the earlier answer of the same party to the same claim.
    """

    silence: Fact
    answer: Fact


def find_stale(facts: Sequence[Fact]) -> tuple[StaleSilence, ...]:
    """Silence reported after the day on which the same party's answer was on record."""
    answers: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.kind is not None and not fact.kind.is_silence:
            answers[fact.party].append(fact)
    return tuple(
        StaleSilence(fact, earlier[0])
        for fact in facts
        if fact.kind is not None
        and fact.kind.is_silence
        and (earlier := [a for a in answers[fact.party] if _is_before(a, fact)])
    )


def _is_before(answer: Fact, silence: Fact) -> bool:
    return answer.known_on.last_day < silence.known_on.first_day

"""Very many contents gathered: in line with their number, as two by two, as people decided."""

import dataclasses

from evaluation.synthetic import write_readings

from growth import grows_in_line
from onrecord.matches.claims import find_matches, gather_claims
from onrecord.matches.claims_in_order import gather_in_order
from onrecord.matches.judged import Judgements
from onrecord.matches.members import read_members
from onrecord.matches.statements import Statement, read_sentence

_WAYS = (
    "The old harbour of Orsund had been drained by {} workers before the winter",
    "Before the winter the old harbour of Orsund had been drained",
    "The harbour of Orsund, the old one, had been drained before winter",
)


def report(count: int) -> list[Statement]:
    """Some wordings of one thing, each of many reports with a word of its own."""
    made = [read_sentence(way.format("many")) for way in _WAYS]
    return [
        dataclasses.replace(
            one, id=f"r{number:05}", text=f"{one.text} {number}", words=(*one.words, f"w{number}x")
        )
        for number in range(count)
        for one in (made[number % len(made)],)
    ]


def test_a_claim_of_many_wordings_is_one_though_every_word_of_it_is_common() -> None:
    statements = report(450)
    (group,) = gather_in_order(statements, Judgements())
    assert len(group.members) == len(statements)


def test_people_outrank_what_is_alike_and_what_is_not() -> None:
    statements = report(100)
    stranger = read_sentence("No ferry would run to the island of Hessle this winter")
    names = [one.id for one in statements]
    judged = Judgements(
        same=frozenset({(names[5], stranger.id)}),
        different=frozenset({(names[20], names[90]), (names[4], names[90])}),
    )
    groups = gather_in_order([*statements, stranger], judged)
    assert {frozenset(group.members) for group in groups} == {
        frozenset({names[90]}), frozenset({*names, stranger.id}) - {names[90]}
    }  # fmt: skip


def test_what_is_gathered_in_order_is_nearly_what_is_compared_two_by_two() -> None:
    statements = [
        member.statement
        for written in write_readings(30, seed=4)
        for member in read_members(written.reading)
    ]
    wanted = pair(gather_claims(statements, find_matches(statements)))
    found = pair(gather_in_order(statements, Judgements()))
    assert len(wanted) > 100
    assert len(wanted & found) > 0.95 * max(len(wanted), len(found))


def pair(groups: object) -> set[tuple[str, str]]:
    return {
        (one, other)
        for group in groups  # type: ignore[attr-defined]
        for one in group.members
        for other in group.members
        if one < other
    }


def test_gathering_takes_time_in_line_with_what_is_gathered() -> None:
    statements = report(1600)
    assert grows_in_line(lambda size: gather_in_order(statements[:size], Judgements()), 200, 1600)

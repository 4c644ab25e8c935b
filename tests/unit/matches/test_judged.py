"""Judgements that contradict each other: the later counts, whatever they are called."""

import datetime
import itertools

import pytest

from onrecord.matches.judged import Judgements, weigh
from onrecord.records import Judgement, Verdict

NOON = datetime.datetime(2031, 3, 4, 12, tzinfo=datetime.UTC)


def judgement(verdict: Verdict, pair: str, minute: int) -> Judgement:
    first, second = sorted(pair)
    at = NOON + datetime.timedelta(minutes=minute)
    return Judgement(verdict, first, second, "Ida Bell", "", at)


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_last_of_three_that_cannot_all_be_so_counts(order: tuple[int, ...]) -> None:
    said = [(Verdict.SAME, "ab"), (Verdict.DIFFERENT, "ac"), (Verdict.SAME, "bc")]
    made = [judgement(*said[which], minute) for minute, which in enumerate(order)]
    judged = weigh(made)
    kept = {said[order[1]], said[order[2]]}
    assert judged.same == {tuple(pair) for verdict, pair in kept if verdict is Verdict.SAME}
    assert judged.different == {
        tuple(pair) for verdict, pair in kept if verdict is not Verdict.SAME
    }
    assert weigh(reversed(made)) == judged


def test_origins_are_another_question_than_claims() -> None:
    judged = weigh(
        [judgement(Verdict.SAME, "ab", 1), judgement(Verdict.TWO_ORIGINS, "ab", 2),
         judgement(Verdict.UNSURE, "bc", 3)]
    )  # fmt: skip
    assert judged == Judgements(same=frozenset({("a", "b")}), two_origins=frozenset({("a", "b")}))


def test_what_is_one_by_a_chain_is_listed_with_what_it_is_parted_from() -> None:
    judged = Judgements(
        same=frozenset({("a", "b"), ("b", "c"), ("x", "y")}), different=frozenset({("c", "x")})
    )
    assert judged.list_one_with("a") == ("a", "b", "c")
    assert judged.list_parted_from(judged.list_one_with("a")) == ("x",)
    assert judged.list_parted_from(["y"]) == ()

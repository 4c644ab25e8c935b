"""What a person parted, between groups of any size."""

from growth import grows_in_line
from onrecord.matches.claims import gather_claims
from onrecord.matches.parted import Parted
from onrecord.matches.statements import read_sentence


def test_a_pair_parts_the_groups_that_its_two_are_in_whichever_comes_first() -> None:
    parted = Parted([("a", "b"), ("c", "d")])
    assert parted.is_between(["x", "a"], ["y", "b"])
    assert parted.is_between(["b"], ["a"])
    assert not parted.is_between(["a", "b"], ["c", "d"])
    assert not Parted([]).is_between(["a"], ["a"])


def test_asking_takes_time_in_line_with_both_groups() -> None:
    parted = Parted([("x", "y")])

    def ask(size: int) -> bool:
        ones, others = ([f"{side}{number}" for number in range(size)] for side in "ab")
        return parted.is_between([*ones, "x"], others)

    assert not ask(10)
    assert grows_in_line(ask, 500, 4000)


def test_what_a_person_parted_stays_apart_though_a_third_is_like_both() -> None:
    words = "The old harbour of Orsund had been drained by its workers."
    one, other, third = (read_sentence(f"{words}{' ' * number}") for number in range(3))
    groups = gather_claims(
        (one, other, third), (), together=[(one.id, third.id), (other.id, third.id)],
        apart=[(one.id, other.id)],
    )  # fmt: skip
    assert len(groups) == 2

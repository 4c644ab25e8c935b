"""Shares of people and the polls they answered."""

import pytest

from unit.resolution.traced import last_basis, last_chain


@pytest.mark.parametrize(
    "source",
    ["Only 24 percent of voters", "Six in ten voters", "Some 22%", "Most", "At least half"],
)
def test_a_share_of_people_answers_the_poll_named_before(source: str) -> None:
    text = f"A Vale University poll came out. [source:{source}] [cue:said] [content:it rained]."
    assert last_chain(text)[0] == "A Vale University poll cites"
    assert last_basis(text) == "poll"


def test_most_people_answer_no_poll_that_was_named_long_ago() -> None:
    text = (
        "A Vale University poll came out.\n\nThe port is old.\n\nThe quay too.\n\n"
        "[source:Most] [cue:said] [content:it rained]."
    )
    assert last_basis(text) == "unstated"


def test_a_share_of_the_vote_is_no_poll() -> None:
    text = "[source:52 percent of the vote] [cue:supported] [content:the quay]."
    assert last_basis(text) == "unstated"


def test_where_no_poll_was_taken_none_is_answered() -> None:
    text = "There were no exit polls. [source:Most] [cue:said] [content:it rained]."
    assert last_chain(text) == ["Most reports"]


@pytest.mark.parametrize("beside", ["one day after a Brenn poll", "than in a similar survey"])
def test_a_poll_beside_another_is_not_the_one_that_was_answered(beside: str) -> None:
    text = (
        f"A Vale University poll came out. It is wetter {beside}. "
        "[source:Only 24 percent of voters] [cue:said] [content:it rained]."
    )
    assert last_chain(text)[0] == "A Vale University poll cites"


def test_a_relative_clause_answers_the_poll_too() -> None:
    text = (
        "A Vale University poll came out. It found 24 percent [source:who] [cue:said] "
        "[content:it rained]."
    )
    assert last_basis(text) == "poll"

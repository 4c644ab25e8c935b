"""Journalists and their newsrooms."""

import pytest

from unit.resolution.traced import last_basis, last_chain, trace


@pytest.mark.parametrize(
    "source",
    [
        "A Brenn Post reporter",
        "Tam Vesk, a columnist for the Brenn Post,",
        "Tam Vesk, a columnist for the Italian newspaper the Brenn Post,",
        "The Brenn Post’s Tam Vesk",
    ],
)
def test_a_journalists_newsroom_stands_before_him(source: str) -> None:
    text = f"[source:{source}] [cue:noted] that [content:it rained]."
    assert last_chain(text)[0] == "Brenn Post cites"
    assert last_basis(text) == "other_outlet"


def test_who_has_left_a_newsroom_does_not_speak_for_it() -> None:
    text = (
        "[source:Tam Vesk, a former member of the Brenn Post editorial board,] [cue:said] "
        "[content:it rained]."
    )
    assert last_chain(text) == ["Tam Vesk reports"]


def test_what_is_told_to_a_journalist_is_told_to_his_newsroom() -> None:
    text = (
        "[source#1:Ida Bell] [cue#1:told] Brenn Radio host Ivo Marsh that [content#1:it rained].\n\n"
        "[source#2:Tam Vesk] [cue#2:told] Marsh that [content#2:it snowed]."
    )
    chains = [chain for _, chain in trace(text)]
    assert chains[1] == ["Brenn Radio cites", "Tam Vesk interviewed"]


def test_a_journalist_who_says_nothing_is_known_by_his_newsroom_all_the_same() -> None:
    text = (
        "Brenn Radio\u00a0host Ivo Marsh was in Vale.\n\n"
        "[source:Tam Vesk] [cue:told] Marsh that [content:it snowed]."
    )
    assert last_chain(text) == ["Brenn Radio cites", "Tam Vesk interviewed"]


def test_sources_who_talked_to_a_newsroom_came_through_it() -> None:
    text = "[source:Three dockers who spoke to Brenn Radio] [cue:said] [content:it rained]."
    assert last_chain(text)[0] == "Brenn Radio cites"


def test_a_question_that_nobody_asks_takes_no_newsroom_from_its_answer() -> None:
    text = (
        "Sunday on Radio Vale, when [cue#1:asked about] [content#1:rain], [source#2:Ida Bell] "
        "[cue#2:said] [content#2:it had rained]."
    )
    assert last_chain(text) == ["Radio Vale cites", "Ida Bell reports"]


def test_a_reply_to_a_newsrooms_question_is_an_interview() -> None:
    text = (
        "[source#1:Brenn Radio] [cue#1:asked] Ida Bell [content#1:whether it had rained].\n\n"
        "[content#2:“It poured,”] [cue#2:said] [source#2:Bell]."
    )
    assert last_chain(text) == ["Brenn Radio cites", "Ida Bell interviewed"]
    assert last_basis(text) == "interview"


def test_a_journalist_who_interviews_is_on_the_air() -> None:
    text = (
        "[source#1:Ida Bell] [cue#1:told] Brenn Radio’s Ivo Marsh that [content#1:it rained].\n\n"
        "[content#2:“It snowed,”] [source#2:Marsh] [cue#2:suggested]."
    )
    assert last_chain(text) == ["Brenn Radio cites", "Ivo Marsh reports"]
    assert last_basis(text) == "broadcast"


def test_somebody_named_as_interviewer_is_no_newsroom() -> None:
    text = "In an interview with Sean Marsh, [source:Ida Bell] [cue:said] [content:it rained]."
    assert last_chain(text) == ["Ida Bell interviewed"]


def test_who_speaks_for_one_newsroom_to_another_is_a_guest() -> None:
    text = "[source:Vale Post editor Tam Vesk] [cue:told] the Brenn Post that [content:it rained]."
    assert last_chain(text) == ["Brenn Post cites", "Tam Vesk interviewed"]


def test_a_journalists_tweet_is_a_post() -> None:
    text = "[source:Tam Vesk, a Brenn Post reporter,] [cue:tweeted] that [content:it rained]."
    assert last_basis(text) == "social_media"

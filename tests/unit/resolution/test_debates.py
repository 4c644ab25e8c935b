"""The debate that a story is about: what is said there has it, also where no sentence says so."""

import pytest

from unit.resolution.traced import trace

_OPENING = "Tuesday’s debate in Vale was wet. Ida Bell and Ivo Marsh took part.\n\n"


def _bases(text: str) -> list[str]:
    return [one.basis.value for one, _ in trace(text)]


def test_what_debaters_say_is_said_at_the_debate() -> None:
    text = (
        f"{_OPENING}[source#1:Bell] [cue#1:accused] Marsh [content#1:of rain].\n\n"
        "[content#2:“It snowed,”] [source#2:Marsh] [cue#2:replied].\n\n"
        "[source#3:The two candidates] [cue#3:clashed over] [content#3:the quay]."
    )
    assert _bases(text) == ["speech", "speech", "speech"]


def test_who_is_not_named_at_the_debate_speaks_elsewhere() -> None:
    text = (
        f"{_OPENING}[source#1:Bell] [cue#1:said] [content#1:it rained].\n\n"
        "[content#2:“It snowed,”] [source#2:Otto Lind] [cue#2:said]."
    )
    assert _bases(text) == ["speech", "unstated"]


def test_staff_of_a_debater_is_not_on_the_stage() -> None:
    text = (
        "Tuesday’s debate in Vale was wet. Ida Bell’s spokesman Otto Lind watched.\n\n"
        "[content:“It rained,”] [source:Lind] [cue:said]."
    )
    assert _bases(text) == ["unstated"]


@pytest.mark.parametrize(
    "words",
    [
        "[source:Bell] [cue:has said] [content:it rained].",
        "[source:Bell] [cue:said] earlier that [content:it rained].",
        "Last month it was dry, and [source:Bell] [cue:said] [content:it rained].",
        "[source:Bell] [cue:wants] [content:rain].",
    ],
)
def test_another_time_is_not_the_debate(words: str) -> None:
    assert _bases(f"{_OPENING}{words}") == ["unstated"]


def test_a_debate_is_over_where_another_occasion_is_named_until_it_is_named_again() -> None:
    text = (
        f"{_OPENING}The council held a news conference on the port last year.\n\n"
        "[content#1:“It rained,”] [source#1:Bell] [cue#1:said].\n\n"
        "The debate went on.\n\n[content#2:“It snowed,”] [source#2:Marsh] [cue#2:said]."
    )
    assert _bases(text) == ["unstated", "speech"]


@pytest.mark.parametrize(
    "opening",
    [
        "Ida Bell and Ivo Marsh prepare for Tuesday’s debate.",
        "Ida Bell and Ivo Marsh will meet in a debate Tuesday.",
        "Tuesday saw Ida Bell join the debate over the quay.",
        "Ida Bell is ahead of Ivo Marsh before Tuesday’s debate.",
    ],
)
def test_a_debate_to_come_and_a_quarrel_are_no_scene(opening: str) -> None:
    assert _bases(f"{opening}\n\n[source:Bell] [cue:said] [content:it rained].") == ["unstated"]


def test_a_debate_that_is_named_often_needs_no_day() -> None:
    text = (
        "Ida Bell was attacked throughout the debate.\n\nThe debate began with rain.\n\n"
        "The moderator smiled, and Ivo Marsh did not.\n\n"
        "[content:“It rained,”] [source:Bell] [cue:said]."
    )
    assert _bases(text) == ["speech"]


def test_who_has_a_job_at_any_mention_is_no_debater() -> None:
    text = (
        "Ida Bell and Karl Ode met in Thursday night's debate. Ivo Marsh watched the debate.\n\n"
        "[source#1:Ivo Marsh] [cue#1:said] [content#1:it rained].\n\n"
        "Ivo Marsh, a professor in Brenn, left. [source#2:Marsh] [cue#2:said] [content#2:it snowed]."
    )
    assert [one.basis.value for one, _ in trace(text)] == ["unstated", "unstated"]

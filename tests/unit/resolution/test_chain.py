"""Chains: from the page outward to whoever knows."""

import pytest

from unit.resolution.traced import last_chain, trace


def test_a_speaker_is_the_only_hop_where_no_newsroom_is_named() -> None:
    assert last_chain("[source:Ida Bell] [cue:said] [content:it rained].") == ["Ida Bell reports"]


def test_a_newsroom_that_was_told_stands_before_the_speaker() -> None:
    text = "[source:Ida Bell] [cue:told] The Brenn Post that [content:it rained]."
    assert last_chain(text) == ["The Brenn Post cites", "Ida Bell interviewed"]


def test_telling_reporters_adds_no_hop() -> None:
    text = "[source:Ida Bell] [cue:told] reporters in Brenn that [content:it rained]."
    assert last_chain(text) == ["Ida Bell reports"]


@pytest.mark.parametrize("publisher", ["The Brenn Post", "Brenn Post"])
def test_the_page_itself_is_no_hop(publisher: str) -> None:
    text = "[source:Ida Bell] [cue:told] The Brenn Post that [content:it rained]."
    assert last_chain(text, publisher=publisher) == ["Ida Bell interviewed"]


def test_what_a_speaker_says_of_another_is_on_the_speakers_word() -> None:
    text = (
        "[source:Ida Bell] [cue:told] The Brenn Post that "
        "[content:[source#2:Ivo Marsh] [cue#2:wanted] [content#2:to leave]]."
    )
    assert last_chain(text, {2: 1}) == [
        "The Brenn Post cites", "Ida Bell interviewed", "Ivo Marsh relays",
    ]  # fmt: skip


def test_one_who_reports_himself_is_no_further_hop() -> None:
    text = "[source:Ida Bell] [cue:said] [content:[source#2:she] [cue#2:wanted] [content#2:rain]]."
    assert last_chain(text, {2: 1}) == ["Ida Bell reports"]


def test_an_interview_goes_on_in_the_next_paragraph() -> None:
    text = (
        "In an interview with The Brenn Post, [source:Ida Bell] [cue:claimed] that "
        "[content:it rained].\n\n[source#2:She] [cue#2:noted] that [content#2:the dam held]."
    )
    assert last_chain(text) == ["The Brenn Post cites", "Ida Bell interviewed"]


def test_another_occasion_ends_an_interview_until_it_is_taken_up() -> None:
    text = (
        "In an interview with The Brenn Post, [source:Ida Bell] [cue:claimed] that "
        "[content:it rained].\n\n"
        "[source#2:Bell] has previously [cue#2:said] that [content#2:it was dry].\n\n"
        "In the interview, [source#3:Bell] [cue#3:said] [content#3:the dam held]."
    )
    chains = [chain for _, chain in trace(text)]
    assert chains[1] == ["Ida Bell reports"]
    assert chains[2] == ["The Brenn Post cites", "Ida Bell interviewed"]


def test_a_newsroom_is_a_hop_of_its_own_report() -> None:
    text = "[source:The Brenn Post] [cue:reported] that [content:it rained]."
    assert last_chain(text) == ["Brenn Post cites"]


def test_a_newsroom_named_after_a_report_stands_before_its_speaker() -> None:
    text = (
        "[content#2:[source:Ida Bell] [cue:told] aides that [content:it rained]], "
        "[source#2:The Brenn Post] [cue#2:reported]."
    )
    assert trace(text)[0][1] == ["Brenn Post cites", "Ida Bell reports"]


def test_quotation_marks_show_how() -> None:
    text = "On Radio Vale, [source:Ida Bell] [cue:said] [content:it rained]."
    assert last_chain(text) == ["Radio Vale cites", "Ida Bell reports"]


def test_a_poll_of_a_newsroom_is_no_newsroom() -> None:
    text = "According to a Brenn Post poll, [source:Ida Bell] [cue:says] [content:she leads]."
    assert last_chain(text) == ["Ida Bell reports"]


@pytest.mark.parametrize(
    ("outlet", "hop"),
    [
        ("the Brenn daily Le Port", "Le Port"),
        ("Le Havre Libre newspaper", "Le Havre Libre"),
        ("a Brenn radio station", "a Brenn radio station"),
        ("People", "People"),
    ],
)
def test_an_outlet_can_be_known_by_its_noun_or_by_being_told(outlet: str, hop: str) -> None:
    text = f"[source:Ida Bell] [cue:told] {outlet} that [content:it rained]."
    assert last_chain(text) == [f"{hop} cites", "Ida Bell interviewed"]


def test_whoever_wrote_next_wrote_the_document_that_was_quoted() -> None:
    text = (
        "[content:It rained for weeks], [source:the book] [cue:said].\n\n"
        "[content#2:The dam held], [source#2:Ida Bell] [cue#2:wrote]."
    )
    assert last_chain(text) == ["the book cites", "Ida Bell reports"]


def test_the_only_interview_of_a_speaker_reaches_what_is_said_before_it() -> None:
    talk = "[source#2:Bell] [cue#2:said] that [content#2:the dam held] in an interview with Radio Vale."
    text = (
        "[source:Ida Bell] [cue:said] that [content:it rained].\n\n"
        + "The river rose.\n\n" * 6
        + talk
    )
    assert trace(text)[0][1] == ["Radio Vale cites", "Ida Bell interviewed"]


def test_an_interview_that_somebody_else_mentions_is_its_speakers_own() -> None:
    text = (
        "[source:Ivo Marsh] [cue:said] [content:the rule was named by Ida Bell in an interview with "
        "Radio Vale].\n\nThe river rose.\n\nIn the interview, [source#2:Bell] [cue#2:said] "
        "[content#2:it rained]."
    )
    assert [chain for _, chain in trace(text)] == [
        ["Ivo Marsh reports"], ["Radio Vale cites", "Ida Bell interviewed"],
    ]  # fmt: skip


def test_a_share_of_another_poll_is_not_of_the_first_one() -> None:
    text = (
        "[source:A Vale poll] [cue:shows] [content:she leads].\n\n"
        "[source#2:78 percent of voters in a Brenn poll] [cue#2:said] [content#2:it rained]."
    )
    assert not any("Vale" in hop for hop in last_chain(text))

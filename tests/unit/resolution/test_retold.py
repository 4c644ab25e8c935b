"""Stories that retell one newsroom: who is quoted next is quoted there."""

import pytest

from onrecord.records import Act
from unit.resolution.traced import last_basis, last_chain, trace

_REPORT = "[source#1:The Brenn Post] [cue#1:reported] [content#1:a flood].\n\n"


def test_who_is_quoted_right_after_a_report_is_quoted_in_it() -> None:
    text = f"{_REPORT}[content#2:“It rained,”] [source#2:Ida Bell] [cue#2:said]."
    assert last_chain(text)[0] == "Brenn Post cites"
    assert len(last_chain(text)) == 2
    assert last_basis(text) == "other_outlet"


def test_a_report_is_over_after_a_paragraph_without_it() -> None:
    text = f"{_REPORT}The port is old.\n\n[content#2:“No,”] [source#2:Ida Bell] [cue#2:said]."
    assert len(last_chain(text)) == 1


def test_a_story_with_several_newsrooms_retells_none() -> None:
    text = (
        f"{_REPORT}[source#2:The Vale Times] [cue#2:reported] [content#2:a storm]. "
        "[content#3:“It rained,”] [source#3:Ida Bell] [cue#3:said]."
    )
    assert len(last_chain(text)) == 1


def test_what_somebody_has_often_said_is_not_from_the_report() -> None:
    text = f"{_REPORT}[source#2:Ida Bell] [cue#2:has often said] [content#2:it rained]."
    assert last_chain(text) == ["Ida Bell reports"]


def test_whom_an_interview_does_not_quote_is_not_in_it() -> None:
    text = (
        "[source#1:Ida Bell] [cue#1:told] Radio Vale [content#1:it rained].\n\n"
        "[source#2:Ivo Marsh] [cue#2:said] [content#2:it snowed]."
    )
    assert last_chain(text) == ["Ivo Marsh reports"]


def test_the_newsroom_that_goes_on_is_no_source_of_its_own_report() -> None:
    text = f"{_REPORT}[source#2:The news service] [cue#2:said] [content#2:“it rained”]."
    assert "Brenn Post cites" not in last_chain(text)[:-1]


def test_a_document_that_a_newsroom_told_of_came_through_it() -> None:
    text = (
        "[cue#1:According to] [source#1:The Brenn Post], [content#1:a memo went to the council]. "
        "[source#2:The memo] [cue#2:said], [content#2:“It rained.”]"
    )
    chain = last_chain(text)
    assert chain[0] == "The Brenn Post cites"
    assert len(chain) == 2
    assert last_basis(text) == "document"


def test_a_question_has_the_way_of_its_answer() -> None:
    text = (
        "[cue#1:Asked] on Radio Vale [content#1:if it rained], [source#2:Ida Bell] [cue#2:said] "
        "[content#2:it did]."
    )
    asked, answered = trace(text)
    assert asked[1] == ["Radio Vale cites"]
    assert asked[0].basis is answered[0].basis
    assert answered[0].basis.value == "interview"


def test_a_report_is_over_where_somebody_speaks_elsewhere() -> None:
    text = (
        f"{_REPORT}At a rally, [source#2:Ivo Marsh] [cue#2:said] [content#2:it snowed].\n\n"
        "[content#3:“It rained,”] [source#3:Ida Bell] [cue#3:said]."
    )
    assert len(last_chain(text)) == 1


@pytest.mark.parametrize("cue", ["denied", "confirmed", "declined to say"])
def test_an_answer_to_a_report_did_not_come_through_it(cue: str) -> None:
    acts = {"denied": Act.DENIES, "confirmed": Act.CONFIRMS}
    text = f"{_REPORT}[source#2:Ida Bell] [cue#2:{cue}] [content#2:that it rained]."
    answer = trace(text, act=acts.get(cue, Act.DECLINES))[-1]
    assert answer[1] == ["Ida Bell reports"]


def test_whom_a_report_is_about_answers_it_where_he_says_no() -> None:
    text = (
        "[source#1:The Brenn Post] [cue#1:reported] [content#1:that Ida Bell would resign]. "
        "[source#2:Bell] [cue#2:said] [content#2:she would not resign]."
    )
    assert last_chain(text) == ["Ida Bell reports"]


def test_what_somebody_told_others_is_not_from_the_report() -> None:
    text = f"{_REPORT}[content#2:“It rained,”] [source#2:Ida Bell] [cue#2:told] analysts."
    assert last_chain(text) == ["Ida Bell reports"]


def test_whom_others_reached_did_not_speak_in_the_report() -> None:
    text = (
        f"{_REPORT}[source#2:Ida Bell], when contacted by Radio Vale, [cue#2:said] "
        "[content#2:“It rained”]."
    )
    assert "Brenn Post cites" not in last_chain(text)


def test_a_report_does_not_go_on_through_words_that_it_only_may_have() -> None:
    text = (
        f"{_REPORT}[source#2:Ida Bell] [cue#2:said] [content#2:it rained].\n\n"
        "[source#3:Ivo Marsh] [cue#3:said] [content#3:it snowed]."
    )
    assert [chain[0] for _, chain in trace(text)[1:]] == ["Brenn Post cites", "Ivo Marsh reports"]


def test_who_speaks_after_a_paper_that_a_newsroom_has_seen_is_not_in_it() -> None:
    text = (
        "In a letter to the board seen by the Brenn Post, [source#1:the Brenn Post] [cue#1:wrote] "
        "[content#1:of rain]. [source#2:Ida Bell] [cue#2:said] [content#2:it snowed]."
    )
    assert last_chain(text) == ["Ida Bell reports"]

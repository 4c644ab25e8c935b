"""Occasions: where something was said, and where they end."""

import pytest

from unit.resolution.traced import last_basis, last_chain, trace


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[source:Ida Bell] [cue:told] a TV interviewer that [content:it rained].", "interview"),
        ("[source:Ida Bell] [cue:told] a council panel that [content:it rained].", "speech"),
        ("[source:Ida Bell] [cue:is telling] reporters that [content:it rains].", "press_conference"),
        ("On a press call, [source:Ida Bell] [cue:said] [content:it rained].", "press_conference"),
        ("[source:Ida Bell] [cue:testified] that [content:it rained].", "speech"),
        ("[source:Ida Bell] opened a Vale rally [cue:saying] [content:it rained].", "speech"),
        ("Tuesday at Vale University, [source:Ida Bell] [cue:said] [content:it rained].", "speech"),
        ("[source:Ida Bell] [cue:wrote] on her website that [content:it rained].", "document"),
        ("[source:Ida Bell] [cue:wrote] to investors that [content:it rained].", "document"),
        ("[source:Judge Ida Bell], writing for the court, [cue:said] [content:it is so].", "court"),
        ("In a new radio ad, [source:Ida Bell] [cue:says] [content:it rains].", "broadcast"),
        ("[source:Ida Bell] [cue:wrote], [content:“I saw @ivomarsh in the rain.”]", "social_media"),
        ("In a message on her official Facebook page, [source:Ida Bell] [cue:said] [content:no].",
         "social_media"),
        ("[source:Ida Bell] [cue:told] the Brenn Post in an email that [content:it rained].",
         "statement"),
        ("[source:Newspaper outlets] [cue:reported] that [content:it rained].", "other_outlet"),
    ],
)  # fmt: skip
def test_an_occasion_is_read_in_many_wordings(text: str, expected: str) -> None:
    assert last_basis(text) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Neighbours plan a lawsuit against the port. ",
        "She gives rare interviews. ",
        "In March, ",
        "After declining an interview request, ",
    ],
)
def test_what_is_no_occasion_gives_none(words: str) -> None:
    text = f"{words}[source:Ida Bell] [cue:said] [content:it rained]."
    assert last_basis(text) == "unstated"


def test_each_clause_has_its_own_occasion() -> None:
    text = (
        "[source#1:Ida Bell] [cue#1:said] at a rally [content#1:it rained], and "
        "[source#2:Ivo Marsh] [cue#2:tweeted] that [content#2:it snowed]."
    )
    assert [one.basis.value for one, _ in trace(text)] == ["speech", "social_media"]


def test_a_content_can_end_with_its_occasion() -> None:
    text = (
        "[source:Ida Bell] [cue:argued] that [content:the rain was “a long time coming” during a "
        "speech in Vale]."
    )
    assert last_basis(text) == "speech"


def test_an_occasion_after_a_quotation_that_ends_a_sentence_counts_for_its_speaker() -> None:
    text = (
        "Ida Bell argued: “It rained. Right?” during a speech in Vale.\n\n"
        "[source:Bell] [cue:said] [content:it snowed too]."
    )
    assert last_basis(text) == "speech"


def test_a_relative_clause_about_somebodys_stand_takes_no_occasion_of_the_main_clause() -> None:
    text = (
        "Ida Bell, [source:who] [cue:supports] [content:the quay], spoke to nobody and left the "
        "rally in Vale."
    )
    assert last_basis(text) == "unstated"


def test_an_interview_whose_question_is_told_first_has_its_answers() -> None:
    text = (
        "In an interview with the Brenn Post, Ida Bell was met with one question.\n\n"
        "[content:“It rained,”] [source:Bell] [cue:replied]."
    )
    assert last_chain(text) == ["Brenn Post cites", "Ida Bell interviewed"]


def test_several_people_to_whom_a_newsroom_spoke_are_those_without_names() -> None:
    text = (
        "The Brenn Post interviewed more than twenty dockers.\n\n"
        "[source:Several] [cue:said] [content:it rained]."
    )
    assert last_chain(text)[0] == "Brenn Post cites"
    assert last_basis(text) == "interview"


def test_another_day_ends_an_interview() -> None:
    text = (
        "[source#1:Ida Bell] [cue#1:told] the Brenn Post that [content#1:it rained].\n\n"
        "[source#2:Bell] [cue#2:had pledged] [content#2:to mend the quay]."
    )
    assert last_chain(text) == ["Ida Bell reports"]


def test_taking_up_an_appearance_as_an_interview_makes_it_one() -> None:
    text = (
        "[source#1:Ida Bell] appeared on Radio Vale, [cue#1:saying] [content#1:it rained].\n\n"
        "In the interview, [source#2:Bell] [cue#2:said] [content#2:it snowed]."
    )
    assert [one.basis.value for one, _ in trace(text)] == ["broadcast", "interview"]


@pytest.mark.parametrize("words", ["[source#2:Her] [cue#2:plan]", "[source#2:Bell’s] [cue#2:bid]"])
def test_what_somebody_plans_is_no_part_of_an_interview(words: str) -> None:
    text = (
        "[source:Ida Bell] [cue:told] The Brenn Post that [content:it rained].\n\n"
        f"{words} [content#2:for a dam at the port]."
    )
    assert last_chain(text) == ["Ida Bell reports"]


def test_who_blasts_something_goes_on_with_the_interview() -> None:
    text = (
        "[source:Ida Bell] [cue:told] The Brenn Post that [content:it rained].\n\n"
        "[source#2:Bell] [cue#2:blasted] [content#2:the dam]."
    )
    assert last_chain(text)[0] == "The Brenn Post cites"


def test_what_somebody_has_often_said_is_no_part_of_an_interview() -> None:
    text = (
        "[source:Ida Bell] [cue:told] The Brenn Post that [content:it rained].\n\n"
        "[source#2:She] [cue#2:has reiterated] [content#2:her neutrality]."
    )
    assert last_chain(text) == ["Ida Bell reports"]


def test_an_interview_that_another_gave_is_not_the_speakers() -> None:
    text = (
        "[source:Ida Bell] [cue:is pointing to] an interview Ivo Marsh gave to The Brenn Post, "
        "[content:saying he erred]. [source#2:Ivo Marsh] [cue#2:said] [content#2:no]."
    )
    assert len(trace(text)[0][1]) == 1


def test_who_agrees_to_an_interview_speaks_in_it() -> None:
    text = (
        "[source:Ida Bell] [cue:agreed to] [content:a short interview for a series on rain].\n\n"
        "[source#2:Bell] [cue#2:said] [content#2:it rained]."
    )
    assert last_chain(text) == ["Ida Bell interviewed"]
    assert last_basis(text) == "interview"


def test_somebody_without_a_name_is_not_whom_an_interview_described() -> None:
    text = (
        "[source:The former minister] [cue:told] Radio Vale that [content:it rained].\n\n"
        "[content#2:“No,”] [source#2:one supporter] [cue#2:said]."
    )
    assert len(last_chain(text)) == 1


def test_before_an_audience_one_speaks() -> None:
    text = "As many in the audience sat stunned, [source:Ida Bell] [cue:said] [content:it rained]."
    assert last_basis(text) == "speech"


def test_several_without_names_are_those_whom_the_next_words_say_were_interviewed() -> None:
    text = (
        "[content:It rained], [cue:according to] [source:show insiders].\n\n"
        "The Brenn Post interviewed more than 20 former hands in May. "
        "[source#2:They] [cue#2:described] [content#2:the rain]."
    )
    assert [chain[0] for _, chain in trace(text)] == ["Brenn Post cites"] * 2


_TOLD = "[source#1:Ida Bell] [cue#1:told] Radio Vale that [content#1:it rained].\n\n"


def test_an_interview_goes_on_after_what_its_speaker_said_elsewhere() -> None:
    text = (
        f"{_TOLD}In March, [source#2:Bell] [cue#2:used] her speech to ask for [content#2:rain].\n\n"
        "[content#3:“It pours,”] [source#3:Bell] [cue#3:said]."
    )
    assert [one.basis.value for one, _ in trace(text)] == ["interview", "speech", "interview"]
    assert last_chain(text) == ["Radio Vale cites", "Ida Bell interviewed"]


def test_who_is_only_described_goes_on_with_the_interview_before() -> None:
    text = f"{_TOLD}[content#2:“It pours,”] [source#2:the retired sailor] [cue#2:said]."
    assert last_chain(text)[0] == "Radio Vale cites"
    assert last_basis(text) == "interview"


@pytest.mark.parametrize("source", ["the company", "the spokesman", "two sailors"])
def test_an_office_or_another_is_not_who_spoke_before(source: str) -> None:
    text = f"{_TOLD}[source#2:{source}] [cue#2:said] [content#2:it snowed]."
    assert len(last_chain(text)) == 1


@pytest.mark.parametrize("cue", ["continues to insist", "is saying", "would say", "refuses to say"])
def test_what_somebody_does_at_no_one_time_is_on_no_occasion(cue: str) -> None:
    text = f"{_TOLD}[source#2:Bell] [cue#2:{cue}] [content#2:it snowed]."
    assert last_basis(text) == "unstated"


def test_an_essay_in_a_newspaper_goes_on() -> None:
    text = (
        "[source#1:Ida Bell] [cue#1:noted] in a guest column in Saturday’s Brenn Post that "
        "[content#1:it rained].\n\n[content#2:“It pours,”] [source#2:Bell] [cue#2:wrote]."
    )
    assert [one.basis.value for one, _ in trace(text)] == ["document", "document"]
    assert last_chain(text)[0] == "Brenn Post cites"


def test_a_statement_of_its_own_sentence_goes_on() -> None:
    text = (
        "In her statement on Monday, Ida Bell went further.\n\n"
        "[content:“It rained,”] [source:she] [cue:said]."
    )
    assert last_basis(text) == "statement"


def test_a_letter_is_over_where_another_occasion_is_named() -> None:
    text = (
        "In a letter to the council, [source#1:Ida Bell] [cue#1:wrote] that [content#1:it rained]."
        "\n\nIn an interview, [source#2:Bell] [cue#2:added] that [content#2:it snowed]."
    )
    assert last_basis(text) == "interview"


def test_a_name_among_titles_says_who_it_is() -> None:
    text = (
        "Tuesday on Radio Vale, [source#1:Keeper of the Quay Rep. Ida Bell (B-Vale)] [cue#1:said] "
        "[content#1:it rained].\n\n[content#2:“It pours,”] [source#2:Bell] [cue#2:said]."
    )
    assert last_chain(text)[0] == "Radio Vale cites"


def test_a_programme_can_end_what_somebody_says_over_several_sentences() -> None:
    text = (
        "[source:Ida Bell] [cue:stated] that [content:the flood “did well. It was wet” and went on, "
        "on Friday’s “Vale Radio Hour.”]"
    )
    assert last_chain(text)[0] == "Vale Radio Hour cites"

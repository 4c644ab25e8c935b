"""Wordings by which a page relies on a newsroom, a programme or a document."""

import pytest

from onrecord.resolution.own_newsroom import is_own_newsroom
from unit.resolution.traced import last_basis, last_chain, trace


@pytest.mark.parametrize(
    "words",
    [
        "visited Radio Vale’s “Noon” to talk,",
        "appeared with Radio Vale’s Tam Vesk,",
        "went on Radio Vale,",
        "sat down with Radio Vale,",
        "was asked by Radio Vale,",
        "spoke to Radio Vale,",
        "called in to Radio Vale,",
    ],
)
def test_who_is_on_the_air_is_heard_there(words: str) -> None:
    text = f"[source:Ida Bell] {words} [cue:saying] [content:it rained]."
    assert last_chain(text)[0] == "Radio Vale cites"


@pytest.mark.parametrize(
    ("words", "hop"),
    [
        ("on the podcast “Vale’s Own Nights,”", "Own Nights"),
        ("in an interview on the radio show Vale Nights", "Vale Nights"),
    ],
)
def test_a_title_is_a_programme_by_its_noun(words: str, hop: str) -> None:
    text = f"[source:Ida Bell] [cue:said] {words} that [content:it rained]."
    assert hop in last_chain(text)[0]


def test_a_programme_beside_its_network_is_no_second_hop() -> None:
    text = (
        "In an interview with Radio Vale aired on “Vale Tonight,” [source:Ida Bell] [cue:said] "
        "[content:it rained]."
    )
    assert last_chain(text) == ["Radio Vale cites", "Ida Bell interviewed"]


@pytest.mark.parametrize("verb", ["argues at", "wrote for", "noted recently in"])
def test_what_is_argued_in_a_newsroom_comes_through_it(verb: str) -> None:
    text = f"[source:Ida Bell] [cue:{verb}] the Brenn Post that [content:it rained]."
    assert last_chain(text)[0] == "Brenn Post cites"
    assert last_basis(text) == "other_outlet"


def test_an_attack_on_a_paper_is_not_on_the_air() -> None:
    text = "[source:Ida Bell] unloaded on the Brenn Post, [cue:saying] [content:it lied]."
    assert last_chain(text) == ["Ida Bell reports"]


def test_what_an_audience_is_told_is_on_the_air() -> None:
    text = "[source:Ida Bell] [cue:told] the Radio Vale audience that [content:it rained]."
    assert last_chain(text)[0] == "Radio Vale cites"
    assert last_basis(text) == "broadcast"


def test_who_writes_for_a_newsroom_stands_after_the_comma() -> None:
    text = (
        "Writing for a Brenn Post panel that [cue#1:agreed] [content#1:it rained], "
        "[source#2:Tam Vesk] [cue#2:noted] [content#2:it snowed]."
    )
    assert last_chain(text) == ["Brenn Post cites", "Tam Vesk reports"]


@pytest.mark.parametrize(
    ("text", "hop"),
    [
        ("[source:Ida Bell] [cue:wrote a six-page letter to the port, calling] [content:it old].",
         "a six-page letter"),
        ("In a report released Monday, [source:the Port Fund] [cue:said] [content:it rained].",
         "a report"),
        ("In a research note, [source:Ida Bell] [cue:said] [content:it rained].",
         "a research note"),
        ("[source:Ida Bell] used her final column to ask, [cue:saying] [content:it rained].",
         "Ida Bell's final column"),
    ],
)  # fmt: skip
def test_a_document_stands_before_its_writer(text: str, hop: str) -> None:
    assert last_chain(text)[0] == f"{hop} cites"
    assert last_basis(text) == "document"


def test_an_outlets_own_article_is_no_hop_before_it() -> None:
    text = "[source:The Brenn Post] [cue:said] in an article that [content:it rained]."
    assert last_chain(text) == ["Brenn Post cites"]
    assert last_basis(text) == "other_outlet"


def test_a_ruling_is_a_courts() -> None:
    text = "[source:A Vale judge] [cue:wrote in an opinion] that [content:it rained]."
    assert last_basis(text) == "court"


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "[source:Ida Bell] [cue:told] “Tin Whistles” that [content:it rained].",
            ["Tin Whistles cites", "Ida Bell interviewed"],
        ),
        (
            "[source:Ida Bell] [cue:said] Sunday on “Wide Awake” that [content:it rained].",
            ["Wide Awake cites", "Ida Bell reports"],
        ),
        (
            "[source:Ida Bell] [cue:argued] that [content:it rained on Wednesday’s “Tam Vesk "
            "Show.”]",
            ["Tam Vesk Show cites", "Ida Bell reports"],
        ),
        (
            "Speaking with Brenn News Senior Political Correspondent Jack Marsh, "
            "[source:Ida Bell] [cue:said] [content:it rained].",
            ["Brenn News cites", "Ida Bell interviewed"],
        ),
        (
            "In a statement provided to Brenn Radio, [source:Ida Bell] [cue:said] "
            "[content:it rained].",
            ["Brenn Radio cites", "Ida Bell interviewed"],
        ),
        (
            "In court papers filed on Monday, [source:Ida Bell] [cue:argued] [content:it rained].",
            ["court papers cites", "Ida Bell reports"],
        ),
        (
            "Brenn Radio’s Tam Vesk asked Ida Bell about the rain.\n\n“[content:It poured],” "
            "[source:Bell] [cue:replied].",
            ["Brenn Radio cites", "Ida Bell interviewed"],
        ),
        (
            "Ida Bell sat down with Jack Marsh of Brenn Radio.\n\n“[content:It poured],” "
            "[source:Bell] [cue:said].",
            ["Brenn Radio cites", "Ida Bell interviewed"],
        ),
    ],
)
def test_titles_titled_correspondents_and_unquoted_questions_name_newsrooms(
    text: str, chain: list[str]
) -> None:
    assert last_chain(text) == chain


@pytest.mark.parametrize(
    "words",
    ["acknowledging to the Brenn Post", "reiterated to the Brenn Post", "told WVAL9"],
)
def test_whoever_says_something_to_a_newsroom_is_heard_there(words: str) -> None:
    text = f"[source:Ida Bell] [cue:{words.split()[0]}]{words[len(words.split()[0]) :]} that "
    text += "[content:it rained]."
    assert len(last_chain(text)) == 2
    assert last_basis(text) == "interview"


def test_an_issue_of_a_magazine_is_the_magazine() -> None:
    text = "[source:Ida Bell] [cue:said] in a recent issue of Dam Policy magazine: [content:“No.”]"
    assert last_chain(text)[0] == "Dam Policy cites"


@pytest.mark.parametrize("words", ["Vale Radio host Ida Bell", "Vale Radio’s Ida Bell"])
def test_a_newsroom_in_the_name_of_its_journalist_is_not_the_nearer_speakers(words: str) -> None:
    text = (
        f"[content:“No,”] [source:Ivo Marsh] [cue:said], after [source#2:{words}] [cue#2:said] "
        "[content#2:it rained]."
    )
    assert [len(chain) for _, chain in trace(text)] == [1, 2]


@pytest.mark.parametrize(
    "words",
    [
        "Before the next debate on Vale Radio,",
        "Having spent millions on Vale Radio,",
        "Speaking mostly on Vale Radio’s owner,",
    ],
)
def test_not_everything_on_a_newsroom_is_on_the_air(words: str) -> None:
    text = f"{words} [source:Ida Bell] [cue:said] [content:it rained]."
    assert last_chain(text) == ["Ida Bell reports"]


def test_a_programme_of_an_unknown_owner_is_a_hop() -> None:
    text = (
        "On Brenn Free Chanel’s “Vale Tonight,” [source:Ida Bell] [cue:said] [content:it rained]."
    )
    assert last_chain(text) == ["Vale Tonight cites", "Ida Bell reports"]


def test_a_desk_of_a_newsroom_is_the_newsroom() -> None:
    text = (
        "During a Vale News Business interview, [source:Ida Bell] [cue:said] [content:it rained]."
    )
    assert last_chain(text) == ["Vale News Business cites", "Ida Bell interviewed"]


def test_the_papers_own_board_writes_in_the_paper() -> None:
    text = (
        "[source:The Brenn Post] [cue:reported] [content:it rained].\n\n"
        "[content#2:“No,”] [source#2:the paper’s editorial board] [cue#2:wrote]."
    )
    assert len(last_chain(text)) == 2


def test_who_wrote_on_a_site_of_broadcasters_did_not_speak_there() -> None:
    text = "[content:“No,”] [cue:wrote] [source:Ida Bell] on Vale Radio."
    assert last_basis(text) == "other_outlet"


def test_an_apposition_makes_a_name_a_newsrooms() -> None:
    text = "[source:Ida Bell] [cue:wrote] this month in the Onward, a Brenn weekly, [content:no]."
    assert last_chain(text)[0] == "Onward cites"


def test_an_editor_of_a_newsroom_writes_there() -> None:
    text = "[source:Ida Bell, editor at large of The Brenn Post], [cue:wrote] [content:it rained]."
    assert last_chain(text)[0] == "The Brenn Post cites"


@pytest.mark.parametrize(
    ("words", "hop"),
    [
        ("said in a meeting with The Brenn Post’s editorial board", "The Brenn Post"),
        ("said on Tam Vesk’s radio show", "Tam Vesk’s radio show"),
        ("said in a video posted by Radio Vale", "Radio Vale"),
    ],
)
def test_where_somebody_was_heard_is_a_hop(words: str, hop: str) -> None:
    text = f"[source:Ida Bell] [cue:{words}] [content:that it rained]."
    assert last_chain(text)[0] == f"{hop} cites"


def test_what_follows_a_semicolon_is_another_occasion() -> None:
    text = "[source:Ida Bell] [cue:said] [content:it rained]; she went on Radio Vale in May."
    assert last_chain(text) == ["Ida Bell reports"]


def test_the_wire_that_a_page_prints_is_named_as_another_newsroom() -> None:
    text = "BRENN (Vale Wire) — [source:Ida Bell] [cue:told] Vale Wire that [content:it rained]."
    assert last_chain(text) == ["Vale Wire cites", "Ida Bell interviewed"]


def test_a_short_name_is_not_the_pages_own_where_it_is_short_for_another() -> None:
    text = (
        "[source:Ida Bell] [cue:told] The Brenn Post that [content:it rained].\n\n"
        "[source#2:Ivo Marsh] [cue#2:told] the Post that [content#2:it snowed]."
    )
    chain = last_chain(text, publisher="The Vale Post")
    assert chain == ["The Brenn Post cites", "Ivo Marsh interviewed"]


def test_a_report_goes_on_with_its_speaker_in_the_paragraph() -> None:
    text = (
        "[source:The Brenn Post] [cue:reported] that [content:[source#2:Ida Bell] [cue#2:praised] "
        "[content#2:the dam]]. [source#3:She] [cue#3:said] [content#3:it held]."
    )
    assert last_chain(text, {2: 1}) == ["Brenn Post cites", "Ida Bell reports"]


def test_a_people_is_no_newsroom() -> None:
    text = "[source:Ida Bell] [cue:told] French television channel Vale TV that [content:no]."
    assert last_chain(text) == ["Vale TV cites", "Ida Bell interviewed"]


def test_who_reports_an_interview_stands_before_whom_it_was_with() -> None:
    text = (
        "[content:“No,”] [source:Ida Bell] [cue:noted] in an interview with Radio Vale, as "
        "reported by The Brenn Post."
    )
    assert last_chain(text) == ["The Brenn Post cites", "Radio Vale cites", "Ida Bell interviewed"]


def test_who_is_said_to_appear_somewhere_is_heard_there() -> None:
    text = "[source:Ida Bell, appearing on Radio Vale,] [cue:said] [content:it rained]."
    assert last_chain(text)[0] == "Radio Vale cites"


def test_who_leads_a_debate_is_heard_there_by_all() -> None:
    text = "[source:Vale Radio moderator Ida Bell] [cue:asked] [content:about rain]."
    assert last_chain(text) == ["Ida Bell reports"]


def test_the_host_of_a_programme_is_heard_in_it() -> None:
    text = (
        "Even comedian Ivo Marsh, who hosts the popular weekly show “Vale Week Tonight,” lost his "
        "temper.\n\n[content:“OK,”] [source:Marsh] [cue:barked]."
    )
    assert last_chain(text)[0] == "Vale Week Tonight cites"
    assert last_basis(text) == "broadcast"


def test_a_city_in_a_newspapers_name_is_not_the_newspaper() -> None:
    assert not is_own_newsroom("Old Brenn", "The Old Brenn Times")
    assert is_own_newsroom("Old Brenn Times", "The Old Brenn Times Online")


def test_what_a_newsroom_adds_to_its_short_name_stays_its_own() -> None:
    assert is_own_newsroom("HuffPost Live", "The Huffington Post")

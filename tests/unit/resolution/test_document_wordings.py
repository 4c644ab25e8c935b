"""Wordings by which a page relies on a document, and those that only look so."""

import pytest

from unit.resolution.traced import last_basis, last_chain, trace


@pytest.mark.parametrize(
    ("words", "hop"),
    [
        ("In the order", "the order"),
        ("In a court filing on Monday", "a court filing"),
        ("In a brief filed on Monday", "a brief"),
        ("In an email dated May 2", "an email"),
        ("In a leaked email", "a leaked email"),
    ],
)
def test_what_a_paper_holds_comes_through_it(words: str, hop: str) -> None:
    text = f"{words}, [source:Ida Bell] [cue:said] [content:it rained]."
    assert last_chain(text) == [f"{hop} cites", "Ida Bell reports"]
    assert last_basis(text) in {"court", "document"}


@pytest.mark.parametrize(
    "words",
    ["In a brief interview", "In a brief telephone call", "In a brief sit-in",
     "With four races in the books"],
)  # fmt: skip
def test_not_every_brief_and_book_is_a_paper(words: str) -> None:
    text = f"{words}, [source:Ida Bell] [cue:said] [content:it rained]."
    assert len(last_chain(text)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "in an opinion article published in The Brenn Post,",
        "in a guest column in Sunday’s Brenn Post,",
        "in an opinion piece appearing in The Brenn Post,",
        "in an essay last week for The Brenn Post,",
    ],
)
def test_an_essay_in_a_newspaper_comes_through_the_newspaper(words: str) -> None:
    text = f"[source:Ida Bell], {words} [cue:wrote] that [content:it rained]."
    assert last_chain(text) == ["Brenn Post cites", "Ida Bell reports"] or last_chain(text) == [
        "The Brenn Post cites", "Ida Bell reports",
    ]  # fmt: skip
    assert last_basis(text) == "document"


def test_a_paper_in_which_somebody_says_something_is_a_hop() -> None:
    text = (
        "She offered little beyond an op-ed in May, in which [source:Ida Bell] [cue:called for] "
        "[content:a dam]."
    )
    assert last_chain(text) == ["an op-ed cites", "Ida Bell reports"]


def test_who_sent_a_memo_argues_in_it() -> None:
    text = (
        "It echoed a memo from the manager of the port, [source:who] [cue:argued] that "
        "[content:it rained]."
    )
    assert last_chain(text)[0] == "a memo cites"


def test_a_headline_leaves_the_article_out() -> None:
    text = "In memo to board, [source:Ida Bell] [cue:insists] [content:it rained].\n\nIt did."
    assert last_chain(text)[0] == "memo cites"


@pytest.mark.parametrize(
    "source", ["a court filing", "his book “The Art of the Dam”", "his book ''The Art of Dams''"]
)
def test_a_paper_as_source_is_a_document(source: str) -> None:
    text = f"[content:It rained], [cue:according to] [source:{source}]."
    assert last_chain(text)[-1].endswith(" cites")
    assert last_basis(text) in {"court", "document"}


def test_a_letter_is_not_the_word_of_whoever_speaks_of_it() -> None:
    text = (
        "[content:“It rains,”] [source:the members] [cue:wrote] in a letter to the mayor.\n\n"
        "[source#2:People familiar with the talks] [cue#2:said] [content#2:it may end]."
    )
    assert [len(chain) for _, chain in trace(text)] == [2, 1]


@pytest.mark.parametrize("words", ["filed a $40 million lawsuit alleging", "alleged in the suit"])
def test_a_suit_is_a_paper(words: str) -> None:
    text = f"[source:Ida Bell] [cue:{words}] that [content:it rained]."
    assert len(last_chain(text)) == 2
    assert last_basis(text) == "court"


def test_a_title_alone_is_a_book_where_somebody_writes_in_it() -> None:
    text = "In “The Long Dam,” [source:Ida Bell] [cue:writes] that [content:it rained]."
    assert last_chain(text) == ["Long Dam cites", "Ida Bell reports"]
    assert last_basis(text) == "document"


def test_a_brief_speech_is_a_speech() -> None:
    text = "[content:“No,”] [source:Ida Bell] [cue:said in a brief farewell speech]."
    assert last_basis(text) == "speech"


@pytest.mark.parametrize(
    ("cue", "hop"),
    [
        ("reacted with a moving letter about", "a moving letter"),
        ("wrote a long blog against", "a long blog"),
        ("sent a fundraising email saying", "a fundraising email"),
    ],
)
def test_what_somebody_sends_is_a_hop_before_him(cue: str, hop: str) -> None:
    text = f"[source:Ida Bell] [cue:{cue}] [content:the rain]."
    assert last_chain(text)[0] == f"{hop} cites"
    assert last_basis(text) == "document"


def test_an_email_to_the_page_is_a_statement() -> None:
    text = "In an email, [source:Ida Bell] [cue:said] [content:it rained]."
    assert last_basis(text) == "statement"

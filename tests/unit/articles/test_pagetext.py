import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.pagetext import read_page_text
from onrecord.errors import ArticleError

ONE = "The harbour board said on Monday that the last ferry would sail in May, whatever it cost."
TWO = "“We have no choice,” its chair, Olive Tarn, told reporters. “The engine is older than I am.”"
THREE = "Straits Leasing, which owns the ferry, did not return calls."


def test_title_and_paragraphs():
    page = read_page_text(f"Last ferry sails in May\n\n{ONE}\n\n{TWO}\n\n{THREE}")
    assert page.title == "Last ferry sails in May"
    assert page.paragraphs == (ONE, TWO, THREE)


def test_paragraphs_without_blank_lines():
    assert read_page_text(f"{ONE}\n{TWO}\n{THREE}").paragraphs == (ONE, TWO, THREE)


def test_one_paragraph_without_a_title():
    page = read_page_text(ONE)
    assert (page.title, page.paragraphs) == ("", (ONE,))


def test_one_sentence_without_a_full_stop_is_text():
    page = read_page_text("Olive Tarn denies ferry deal")
    assert (page.title, page.paragraphs) == ("", ("Olive Tarn denies ferry deal",))


def test_a_title_that_ends_in_a_full_stop_stays_in_the_text_unless_capitalised():
    sentence = read_page_text(f"The ferry will sail in May.\n\n{ONE}\n\n{TWO}")
    assert sentence.title == ""
    assert sentence.paragraphs[0] == "The ferry will sail in May."
    assert read_page_text(f"Last Ferry Will Sail in May.\n\n{ONE}").title


def test_a_question_can_be_a_title():
    assert read_page_text(f"Who sold the ferry?\n\n{ONE}\n\n{TWO}").title == "Who sold the ferry?"


def test_byline_and_date_under_the_title_are_facts_and_not_text():
    page = read_page_text(
        f"Last ferry sails in May\nBy Ines Calder\n4 March 2025\n\n{ONE}\n\n{TWO}"
    )
    assert page.authors == ("Ines Calder",)
    assert str(page.published_on) == "2025-03-04"
    assert page.paragraphs == (ONE, TWO)


def test_datelines_and_wire_credits_stay():
    paragraphs = (
        "OSTRAVA (Meridian) - " + ONE,
        TWO,
        "(Reporting by Ines Calder; Editing by Tom Adeyemi)",
    )
    page = read_page_text("Last ferry sails in May\n\n" + "\n\n".join(paragraphs))
    assert page.paragraphs == paragraphs


@pytest.mark.parametrize(
    "lines",
    [
        ["He ran.", "Nobody saw him.", "“Never,” he said.", "It rained."],
        ["The board gave three reasons:", "- the engine", "- the crew", "- the weather", THREE],
        ["The board gave three reasons:", "the engine", "the crew", "the weather", THREE],
        ["Q: Who sold the ferry?", "A: I do not know.", "Q: Who does?", "A: Ask the board."],
        ["TARN: I picked up the telephone myself.", "KELL: And then?", "TARN: Then I sat down."],
        [ONE, "THE MONEY", TWO, "What comes next", THREE],
        [ONE, "A BAD WEEK FOR THE BOARD, AND A WORSE ONE FOR THE FERRY", TWO],
        [
            "7:45 a.m.",
            ONE,
            "___",
            "6 a.m.",
            TWO,
            "___",
            "5 a.m.",
            THREE,
            "___",
            "***",
            "___",
            ONE + " Yes.",
        ],
        [ONE, "February 7, 2025", TWO, "February 9, 2025", THREE],
        [ONE, "Discussion", TWO],
        [
            ONE,
            "Her privacy policy, she said, was to say nothing. She asked to log in to the debate.",
        ],
        [ONE, "“By using our harbour you agree to our terms,” the notice said, according to Tarn."],
        [ONE, "The company says its website uses cookies, regulators said on Tuesday."],
    ],
)
def test_an_article_alone_loses_nothing(lines):
    for separator in ("\n", "\n\n"):
        page = read_page_text("Last ferry sails in May\n\n" + separator.join(lines))
        assert page.paragraphs == tuple(lines)


@pytest.mark.parametrize("width", [60, 72, 78])
def test_wrapped_text_is_joined_again(width):
    long_one, long_two = f"{ONE} {THREE} {ONE}", f"{TWO} {ONE}"
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in (long_one, long_two))
    page = read_page_text("Last ferry sails in May\n\n" + wrapped)
    assert page.paragraphs == (long_one, long_two)


def test_wrapped_text_keeps_its_list_items_apart():
    wrapped = textwrap.fill(f"{ONE} {TWO} {THREE} The reasons are three:", 72)
    page = read_page_text(f"{wrapped}\n- the engine\n- the crew\n- the weather")
    assert page.paragraphs[-3:] == ("- the engine", "- the crew", "- the weather")


FURNITURE = [
    "Share this article",
    "Related articles",
    "Ferry misses forty sailings",
    "Leave a Reply",
    "Your email address will not be published.",
    "© 2025 Quay Street Journal. All rights reserved.",
]


@given(st.lists(st.sampled_from([ONE, TWO, THREE]), min_size=2, max_size=3, unique=True))
def test_paragraphs_above_the_footer_are_kept_in_order(paragraphs):
    page = read_page_text(
        "\n".join(["Home", "News", "Last ferry sails in May", *paragraphs, *FURNITURE])
    )
    assert page.paragraphs == tuple(paragraphs)


def test_the_publisher_comes_from_the_copyright_line():
    assert read_page_text("\n".join([ONE, TWO, *FURNITURE])).publisher == "Quay Street Journal"


def test_a_pull_quote_is_not_read_twice():
    lines = [
        "Home",
        "News",
        "Last ferry sails in May",
        ONE,
        TWO,
        "“The engine is older than I am.”",
        THREE,
    ]
    page = read_page_text("\n".join([*lines, *FURNITURE]))
    assert page.paragraphs == (ONE, TWO, THREE)


def test_an_ambiguous_date_gives_its_year_only():
    page = read_page_text(f"Last ferry sails in May\nPublished 03/04/2025\n\n{ONE}")
    assert str(page.published_on) == "2025"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Home\nNews\nSport\nOpinion\nContact\nPrivacy policy\n© 2025 Quay Street Journal",
        "We value your privacy\nWe and our partners use cookies to improve your experience.\n"
        "Accept all\nReject all\nManage preferences",
        "Quay Street Journal\nHome\nNews\n404\nPage not found\n"
        "The page you are looking for may have been moved.\nSearch\nHome\nPrivacy policy",
        "Search results for “ferry”\nFerry sails\nFerry stays\nFerry sinks\nNext\nPrivacy policy",
        "Ferry sails\nFerry stays\nFerry sinks\nFerry sold",
    ],
)
def test_a_page_without_an_article_says_so(text):
    with pytest.raises(ArticleError, match="no article"):
        read_page_text(text)

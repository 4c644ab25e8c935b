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


def test_a_first_line_above_a_dateline_is_the_title_though_it_ends_in_a_full_stop():
    dateline = f"QUAYTON, May 2 (Meridian) - {ONE}"
    page = read_page_text(f"The ferry will sail in May.\n\n{dateline}\n\n{TWO}")
    assert page.title == "The ferry will sail in May."
    assert page.paragraphs == (dateline, TWO)
    assert page.published_on is None


def test_the_dateline_dates_wire_copy_and_a_stamp_comes_before_it():
    copy = f"* Board sells\n* Crew objects\n\nQUAYTON, May 2, 2025 (Meridian) - {ONE}\n\n{TWO}"
    assert str(read_page_text(f"Last ferry sails\n\n{copy}").published_on) == "2025-05-02"
    stamped = read_page_text(f"Last ferry sails\n3 May 2025\n\n{copy}")
    assert str(stamped.published_on) == "2025-05-03"


def test_the_place_after_a_name_is_no_publisher_and_the_name_below_no_text():
    lines = ["Last ferry sails in May", "By Ines Calder, Quayton", ONE, TWO, THREE]
    lines += ["ABOUT THE AUTHOR", "Ines Calder", "Ines Calder covers the ports.", *FURNITURE]
    page = read_page_text("\n".join(lines))
    assert page.publisher == "Quay Street Journal"
    assert page.paragraphs == (ONE, TWO, THREE)


def test_an_agencys_copy_keeps_its_last_paragraph_and_its_headline_with_a_colon():
    last = "The owner of the ferry said that it did not comment on its engines. (end) ic/ta"
    lines = ["Meridian News Agency", "Latest news", "15:42, 18.06.2025.", "Share", "Politics"]
    lines += ['Tarn: Report that the ferry was sold is "pure invention"', ONE, TWO, last]
    lines += ["Read also:", "Ferry fares rise", "© Meridian, all rights reserved."]
    page = read_page_text("\n".join(lines))
    assert page.title == 'Tarn: Report that the ferry was sold is "pure invention"'
    assert page.publisher == "Meridian"
    assert page.paragraphs == (ONE, TWO, last)


def test_the_times_of_a_player_are_no_entry_and_a_pictures_owner_no_publisher():
    lines = ["Home", "News", "Last ferry sails in May", "© QSJ/Olive Tarn", "2 May 2025"]
    page = read_page_text("\n".join([*lines, "0:03", "1:12", ONE, TWO, "Share", "Privacy policy"]))
    assert page.paragraphs == (ONE, TWO)
    assert page.publisher == ""


def test_the_day_below_the_headline_comes_before_the_day_of_the_masthead():
    lines = ["Monday, September 9, 2024", "Home", "News", "Last ferry sails in May"]
    lines += ["September 8, 2024 by Ines Calder Leave a Comment", ONE, TWO, *FURNITURE]
    page = read_page_text("\n".join(lines))
    assert (str(page.published_on), page.authors) == ("2024-09-08", ("Ines Calder",))
    assert page.paragraphs == (ONE, TWO)


def test_the_source_of_a_company_release_is_its_publisher():
    lines = ["Straits Leasing Responds to Reports of Ferry Sale", ONE, TWO, THREE]
    lines += ["SOURCE Straits Leasing plc", "GET STARTED", "Share this article", "Explore"]
    page = read_page_text("\n".join([*lines, "Privacy policy"]))
    assert page.publisher == "Straits Leasing"


def test_a_biography_cuts_off_what_follows_it():
    lines = ["Home", "News", "Last ferry sails in May", "Words Ines Calder", ONE, TWO, THREE]
    about = "Ines Calder is a contributing writer at The Meander and the author of two novels."
    lines += ["* * *", about, "This piece appeared in Issue 4. Buy the issue."]
    lines += ["Share", "The eel smokers of Gant", "The Meander is printed in Quayton."]
    page = read_page_text("\n".join([*lines, "Privacy policy"]))
    assert page.authors == ("Ines Calder",)
    assert page.paragraphs == (ONE, TWO, THREE)


def test_a_statement_has_its_subject_for_title_and_its_office_for_publisher():
    head = "HARBOUR MASTER'S OFFICE\nQUAY HOUSE, QUAYTON\n\nSTATEMENT No. 4/2025\n"
    date = "Quayton, 5 March 2025\nFor immediate release\n\n"
    points = (
        "1. The Harbour Master's Office has seen what is said of the ferry and denies all of it.",
        "(a) Nobody at Quay House has sold the ferry.",
        "(b) The engine is younger than its critics.",
        "(c) The board knows it.",
    )
    text = f"{head}{date}On remarks made about the ferry\n\n" + "\n\n".join(points)
    page = read_page_text(text)
    assert page.title == "On remarks made about the ferry"
    assert page.publisher == "Harbour Master's Office"
    assert str(page.published_on) == "2025-03-05"
    assert page.paragraphs == points


def test_a_statement_without_a_subject_goes_by_its_number():
    page = read_page_text(f"OFFICE OF THE HARBOUR MASTER\nSTATEMENT No. 4/2025\n\n{ONE}\n\n{TWO}")
    assert page.title == "STATEMENT No. 4/2025"
    assert page.publisher == "OFFICE OF THE HARBOUR MASTER"
    assert page.paragraphs == (ONE, TWO)


def test_a_headline_in_capitals_stays_the_title():
    page = read_page_text(f"LAST FERRY SAILS IN MAY\nBoard had no choice\n\n{ONE}\n\n{TWO}")
    assert page.title == "LAST FERRY SAILS IN MAY"
    assert page.paragraphs == ("Board had no choice", ONE, TWO)


def test_a_masthead_names_the_publisher_and_the_section_is_no_part_of_the_title():
    lines = ["QUAY STREET JOURNAL", "The harbour, read for you", "Sunday, 9 March 2025"]
    lines += ["Sections: Letters - Harbour - Tides", "[Harbour] Last ferry sails in May"]
    lines += ["compiled by the Harbour desk", ONE, TWO, THREE, "RECEIVE THE JOURNAL BY E-MAIL"]
    lines += ["Reproduction of our tables is welcome with credit. Quay Street Journal 2025."]
    page = read_page_text("\n".join(lines))
    assert page.title == "Last ferry sails in May"
    assert page.publisher == "Quay Street Journal"
    assert page.authors == ()
    assert page.paragraphs == (ONE, TWO, THREE)


TRANSCRIPT = [
    "Skip to content",
    "QUAY HOUSE | Office of the Harbour Master",
    "Tides | Pilots | Locks | Briefings | KE | EN",
    "Home / Briefings / 5 March 2025",
    "Briefing by Harbour Master Olive Tarn",
    "TARN: I have read the report of the ferry's engine twice, and I have not changed my mind.",
    "QUESTION (Meridian): Will it sail?",
    "TARN: Yes.",
    "QUESTION (Meridian): When?",
    "TARN: In May.",
    "Related briefings",
    "Ferry fares",
    "© Office of the Harbour Master, Quayton",
]


def test_a_transcript_keeps_every_turn_and_is_dated_by_its_path():
    page = read_page_text("\n".join(TRANSCRIPT))
    assert page.title == "Briefing by Harbour Master Olive Tarn"
    assert page.publisher == "Office of the Harbour Master"
    assert str(page.published_on) == "2025-03-05"
    assert page.paragraphs == tuple(TRANSCRIPT[5:10])


@pytest.mark.parametrize(
    ("headline", "date"),
    [
        ("Briefing by Harbour Master Olive Tarn, 6 March 2025", "2025-03-06"),
        ("The ferry fire of Quayton, 6 March 1974", "None"),
        ("Briefing on the fire of 6 March 1974 and what it cost", "None"),
    ],
)
def test_a_headline_dates_only_an_occasion(headline, date):
    page = read_page_text(f"{headline}\n\n{ONE}\n\n{TWO}")
    assert str(page.published_on) == date


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


def test_an_agencys_copy_names_the_agency_unless_the_page_names_itself():
    copy = f"OSTRAVA, March 4 (Meridian Wire) - {ONE}\n\n{TWO}\n\n{THREE}"
    assert read_page_text(f"Last ferry sails in May\n\n{copy}").publisher == "Meridian Wire"
    page = f"Last ferry sails in May\nBy Ines Calder | Tarn Falls Courier | 4 March 2025\n\n{copy}"
    assert read_page_text(page).publisher == "Tarn Falls Courier"

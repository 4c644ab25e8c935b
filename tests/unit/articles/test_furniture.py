import pytest

from onrecord.articles.furniture import (
    Furniture,
    is_listing,
    recognise_furniture,
    says_not_found,
    simplify,
)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Leave a Reply", Furniture.COMMENTS),
        ("24 Comments", Furniture.COMMENTS),
        ("3 thoughts on “Why the deal is dead”", Furniture.COMMENTS),
        ("Most read in Politics", Furniture.LINKS),
        ("You may also like", Furniture.LINKS),
        ("» Related articles", Furniture.LINKS),
        ("Share on Facebook", Furniture.PLAIN),
        ("ADVERTISEMENT", Furniture.PLAIN),
        ("5 min read", Furniture.PLAIN),
        ("Photo: Sipho Lande / Savanna Today", Furniture.PLAIN),
        ("The bridge after the flood. (Photo: S. Lande)", Furniture.PLAIN),
        ("© 2005-2024 Harbour Post", Furniture.PLAIN),
        ("Home | News | Sport", Furniture.PLAIN),
        ("Pilots | Locks | Tides | Visit the Quay | KE | EN", Furniture.PLAIN),
        ("Sections: Letters - Harbour - Markets - Tides", Furniture.PLAIN),
        (
            "You are here: Home » Harbour » The last ferry of the year sails in May, says the board",
            Furniture.PLAIN,
        ),
        ("Home › Harbour › Last ferry sails", Furniture.PLAIN),
        ("Harbour > Ferries > Last ferry sails", Furniture.PLAIN),
        ("Please follow Quay Street Journal on your preferred reader", Furniture.PLAIN),
        ("RECEIVE THE JOURNAL BY E-MAIL", Furniture.PLAIN),
        ("Name ________ E-mail ________ [Send]", Furniture.PLAIN),
        ("Reproduction of our tide tables is welcome with credit.", Furniture.PLAIN),
        ("Do you know more? Write to the harbour desk in confidence.", Furniture.PLAIN),
        ("(c) Copyright Meridian 2025", Furniture.PLAIN),
        ("(c) 2025 Quay Street Journal", Furniture.PLAIN),
        ("News / Harbour / 'We sail': Board rebuffs its critics", Furniture.PLAIN),
        ("EN  DE  FR", Furniture.PLAIN),
        ("Facebook X Viber", Furniture.PLAIN),
        ("Print friendly pdf", Furniture.PLAIN),
        ("The ferry at dawn. (Olive Tarn/Quay Street Journal)", Furniture.PLAIN),
        ("Transcripts are created on a rush deadline by a contractor.", Furniture.PLAIN),
        ("Exclusive", Furniture.WEAK),
        ("We use cookies to improve your experience on our site.", Furniture.PLAIN),
        ("Sign up for our newsletter and get the news in your inbox.", Furniture.PLAIN),
        ("Home", Furniture.WEAK),
        ("Sun Mon Tue Wed Thu Fri Sat", Furniture.WEAK),
        ("9101112131415", Furniture.WEAK),
        ("@harbourpost", Furniture.WEAK),
    ],
)
def test_furniture(line, kind):
    assert recognise_furniture(line) is kind


@pytest.mark.parametrize(
    "line",
    [
        "The newsletter of the harbour board was printed on Monday.",
        "“We use cookies to catch mice,” Tarn said of the ship's stores.",
        "All rights were reserved to the crown, the court found.",
        "Reuters contributed to this report.",
        "(c) The harbour will close for a week.",
        "The board met the owners (Straits Leasing and/or its bank).",
        "Transcripts were released by the court on Monday.",
        "(c) 12 ferries were stopped in 2024.",
        "Do you know more than the harbour master does? Nobody in Quayton did.",
        "The board voted for A > B and against B > C.",
        "Home is where the ferry is, she said.",
        "(Reporting by Ines Calder; Editing by Tom Adeyemi)",
        "He asked readers to share the article on Facebook, and thousands did so within an hour.",
        "Subscribers to the bond issue, the ministry said, would be repaid.",
        "KYIV (Meridian) - The talks ended on Monday.",
        "What the mayor wants",
        "She merely wanted members to sign up for updates from the harbour board, she wrote.",
    ],
)
def test_text_is_no_furniture(line):
    assert recognise_furniture(line) is Furniture.NONE


def test_a_simplified_line_is_simplified():
    assert simplify("» 1,204 Comments …") == "# comments"
    assert simplify(simplify("• ‘More’ News —")) == simplify("• ‘More’ News —")


def test_titles_of_pages_without_an_article():
    assert says_not_found("404 - Page not found")
    assert says_not_found("Access Denied")
    assert not says_not_found("Missing page found in the archive of Sella")
    assert is_listing("Search results for ferry")
    assert not is_listing("Ferry results disappoint")

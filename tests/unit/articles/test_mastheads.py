import pytest

from onrecord.articles.mastheads import (
    count_letterhead,
    find_spelling,
    is_issuer,
    is_masthead,
    is_release_label,
)


@pytest.mark.parametrize(
    "line",
    [
        "For immediate release",
        "FOR IMMEDIATE RELEASE:",
        "Press release",
        "STATEMENT No. 12/2024",
        "Press release no. 7",
        "Communiqué",
        "Ref: HB/2025/114",
        "Embargoed until 6 p.m. on Friday",
    ],
)
def test_labels_of_releases(line):
    assert is_release_label(line)


@pytest.mark.parametrize(
    "line",
    [
        "Statement on the ferry",
        "Press releases are no news, says Tarn",
        "Harbour board issues statement",
        "Release the log",
    ],
)
def test_headlines_are_no_labels(line):
    assert not is_release_label(line)


@pytest.mark.parametrize(
    ("line", "issues"),
    [
        ("Office of the Harbour Master", True),
        ("MINISTRY OF FISHERIES", True),
        ("Ministry of Fisheries cuts quota", False),
        ("Fisheries ministry cuts quota by half.", False),
        ("Politics & Government: the week", False),
    ],
)
def test_issuers(line, issues):
    assert is_issuer(line) is issues


def test_a_masthead_comes_back_as_a_name():
    below = ["Readers of the Quay Street Journal know it.", "Last ferry sails in May"]
    assert is_masthead("QUAY STREET JOURNAL", below)
    assert is_masthead("QUAY STREET JOURNAL, QUAYTON", below)
    assert not is_masthead("LAST FERRY SAILS", below)
    assert not is_masthead("Quay Street Journal", below)


def test_spelling():
    assert find_spelling("HARBOUR MASTER'S OFFICE", "the Harbour Master’s Office said") == (
        "Harbour Master’s Office"
    )
    assert find_spelling("LAST FERRY", "the last ferry sails") == ""
    assert find_spelling("BBQ", "Bbq") == ""


def test_a_letterhead_ends_where_the_headline_begins():
    head = ["OFFICE OF THE HARBOUR MASTER", "Press release", "On the last ferry"]
    assert count_letterhead(head, []) == 2
    long = [
        "REPUBLIC OF ELM",
        "MINISTRY OF WORKS",
        "Minister's Office",
        "PRESS RELEASE",
        "No. 4/2025",
    ]
    assert count_letterhead([*long, "On the ferry"], []) == 5
    assert count_letterhead(["FERRY SOLD", "Press release", "Board had no choice"], []) == 0
    assert count_letterhead(["Press release"], []) == 0
    assert count_letterhead(["LAST FERRY SAILS", "Board had no choice"], ["It sails."]) == 0

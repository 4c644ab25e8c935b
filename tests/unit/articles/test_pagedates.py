import pytest

from onrecord.articles.pagedates import (
    find_dates,
    is_date_line,
    is_stamped_name,
    parse_timestamp,
    strip_dates,
)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("• Update Time : Monday, March 10, 2025", "2025-03-10"),
        ("Published 4:12 PM EST, Tue March 4, 2025", "2025-03-04"),
        ("10 Feb 2025", "2025-02-10"),
        ("10th of February 2025", "2025-02-10"),
        ("10-Feb-2025 09:15", "2025-02-10"),
        ("2025-02-10T09:15:00+02:00", "2025-02-10"),
        ("2025/2/10", "2025-02-10"),
        ("Sept. 3rd, 2024", "2024-09-03"),
        ("10.02.2025", "2025-02-10"),
        ("25/12/2024", "2024-12-25"),
        ("12/25/2024", "2024-12-25"),
        ("05/05/2024", "2024-05-05"),
        ("May 2024", "2024-05"),
    ],
)
def test_formats(line, date):
    assert str(find_dates(line)[0].on) == date
    assert is_date_line(line)


def test_an_ambiguous_date_gives_only_its_year():
    assert str(find_dates("03/04/2025")[0].on) == "2025"


@pytest.mark.parametrize(
    "line", ["31 February 2025", "99/99/2025", "version 1.2.2025.4", "in 2025"]
)
def test_no_date(line):
    assert find_dates(line) == ()


def test_labels_tell_publication_from_update():
    published, updated = find_dates("Published: 1 May 2024 08:00 | Last updated 3 May 2024")
    assert (published.is_publication, published.is_update) == (True, False)
    assert (updated.is_publication, updated.is_update) == (False, True)


@pytest.mark.parametrize(
    "line",
    [
        "3 hours ago",
        "Updated 14:05",
        "Last modified on Tue 4 Mar 2025 19.20 GMT",
        "Wed 5 March 2025",
    ],
)
def test_date_lines(line):
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "14:05",
        "6:05 p.m.",
        "The talks of March 4, 2025 failed.",
        "Monday",
        "By Ines Calder, March 4, 2025",
        "May",
    ],
)
def test_lines_that_are_no_date_lines(line):
    assert not is_date_line(line)


def test_stripping_leaves_the_name():
    assert strip_dates("Posted on March 4, 2025 at 5:00 pm by Ines Calder").split() == [
        "by",
        "Ines",
        "Calder",
    ]


def test_a_timestamp_keeps_the_day_of_its_own_offset():
    assert str(parse_timestamp("2025-02-10T23:30:00-08:00")) == "2025-02-10"
    assert str(parse_timestamp("2025-02-10T00:30:00Z")) == "2025-02-10"
    assert str(parse_timestamp("2025-02-10")) == "2025-02-10"
    assert parse_timestamp("soon") is None


@pytest.mark.parametrize(
    ("line", "stamped"),
    [
        ("Quay Street Journal, 3 February 2025", True),
        ("The Harbour Post | Feb 3, 2025", True),
        ("Quay Street Journal, February 2025", False),
        ("The ferry sank on 3 February 2025", False),
        ("3 February 2025", False),
    ],
)
def test_a_name_with_its_day(line, stamped):
    assert is_stamped_name(line) is stamped

import pytest

from onrecord.articles.bylines import (
    Byline,
    is_person_name,
    read_avatar,
    read_biography,
    read_byline,
)


@pytest.mark.parametrize(
    ("line", "authors", "outlet"),
    [
        ("By Ines Calder", ("Ines Calder",), ""),
        ("By Ines Calder and Tom Adeyemi | 4 March 2025", ("Ines Calder", "Tom Adeyemi"), ""),
        ("By INES CALDER, TOM ADEYEMI and LU WEI", ("Ines Calder", "Tom Adeyemi", "Lu Wei"), ""),
        ("By Ines van der Berg, Harbour Correspondent", ("Ines van der Berg",), ""),
        ("By Ines Calder in Ostrava", ("Ines Calder",), ""),
        ("By Ines Calder, Harbour Post", ("Ines Calder",), "Harbour Post"),
        ("Written by: Ines Calder (Harbour Post)", ("Ines Calder",), "Harbour Post"),
        ("INES CALDER, Staff writer", ("Ines Calder",), ""),
        ("Ines Calder Political correspondent", ("Ines Calder",), ""),
        ("Ines Calder | Staff Writer | Harbour Post", ("Ines Calder",), "Harbour Post"),
        ("Posted on March 4, 2025 at 5:00 pm by Ines Calder", ("Ines Calder",), ""),
        ("Author: Ines Calder", ("Ines Calder",), ""),
        ("Story by Ines Calder", ("Ines Calder",), ""),
        ("By Staff Reporter", (), ""),
        ("Posted by admin", (), ""),
        ("May 8, 2024 by Ines Calder Leave a Comment", ("Ines Calder",), ""),
        ("Ines Calder | The Harbour Post", ("Ines Calder",), "The Harbour Post"),
        ("Words Ines Calder", ("Ines Calder",), ""),
        (
            "By Ines Calder | Tarn Falls Courier | June 18, 2025",
            ("Ines Calder",),
            "Tarn Falls Courier",
        ),
        ("By Ines Calder, Tarn Falls Courier", ("Ines Calder",), "Tarn Falls Courier"),
        ("By Ines Calder | Tarn Falls | June 18, 2025", ("Ines Calder",), ""),
        ("By Ines Calder at Olive Lane", ("Ines Calder",), ""),
        ("By Ines Calder from Ostrava and Lu Wei in Tarn", ("Ines Calder", "Lu Wei"), ""),
        ("compiled by the Harbour desk", (), ""),
        ("From our political staff, Quayton. Thursday 6 March 2025", (), ""),
    ],
)
def test_bylines(line, authors, outlet):
    assert read_byline(line) == Byline(authors, outlet)


@pytest.mark.parametrize(
    "line",
    [
        "By early Tuesday the river fell",
        "By Tuesday",
        "Photographs Ines Calder",
        "Ines Calder | Harbour",
        "Words fail the Harbour Board",
        "By Monday night the talks had failed.",
        "By hook or by crook",
        "Maria Santos, Mayor",
        "In an interview with the editor",
        "The talks were led by Ines Calder and Tom Adeyemi.",
    ],
)
def test_lines_that_are_no_bylines(line):
    assert read_byline(line) is None


def test_an_avatar_line_may_hold_the_name():
    assert read_avatar("Avatar photo") == ""
    assert read_avatar("Author image: Ines Calder") == "Ines Calder"
    assert read_avatar("Avatars of the gods") is None


def test_a_biography_names_the_outlet():
    line = "Avatar photo Ines Calder is a special correspondent of Harbour Post."
    assert read_biography(line, ()) == Byline(("Ines Calder",), "Harbour Post")


def test_a_biography_of_a_known_author_needs_no_role():
    assert read_biography("Ines Calder lives in Ostrava.", ("Ines Calder",)) is None
    assert read_biography("Ines Calder covers the ports.", ("Ines Calder",)) is not None


def test_a_biography_without_a_role_names_the_outlet_written_for():
    line = "Ines Calder covers the ports for Harbour Post. She has lived in Ostrava since 2016."
    assert read_biography(line, ("Ines Calder",)) == Byline(("Ines Calder",), "Harbour Post")


def test_a_former_mayor_has_no_biography_here():
    assert read_biography("Tom Adeyemi is the former mayor of Ostrava.", ()) is None


@pytest.mark.parametrize(
    "name", ["Ines Calder", "Jean-Luc O'Neill", "J. B. Ruiz", "Ana de la Cruz"]
)
def test_names(name):
    assert is_person_name(name)


@pytest.mark.parametrize(
    "text", ["Calder", "News Desk", "the Harbour", "Read More", "Ines 2 Calder"]
)
def test_no_names(text):
    assert not is_person_name(text)

"""Full-text search: what people type finds what they mean, and nothing they type breaks it."""

import contextlib
import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ledger_examples import NOON, make_article, make_capture, make_reading
from onrecord.errors import SettingsError
from onrecord.ledger.found import AttributionQuery
from onrecord.ledger.ledger import Ledger, store_reading
from onrecord.ledger.queries import find_attributions
from onrecord.ledger.search import fold, index_reading, list_pieces
from onrecord.ledger.tsvectors import make_tsquery, make_tsvector, split_words
from onrecord.records import Run

INTEGRITY_CHECK = (
    "INSERT INTO attribution_search (attribution_search, rank) VALUES ('integrity-check', 1)"
)


@pytest.fixture
def ledger(ledger: Ledger) -> Ledger:
    article = make_article(title="Orsund waits: the Café by the pier")
    store_reading(ledger, make_capture(article), make_reading(article), NOON)
    return ledger


def count(ledger: Ledger, search: str) -> int:
    return len(find_attributions(ledger, AttributionQuery(search=search)))


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("cracks", 2),
        ("CRACKS", 2),
        ("cracks asked", 0),
        ("asked been", 1),
        ('"been asked"', 1),
        ('"asked been"', 0),
        ("crac*", 2),
        ("crac", 0),
        ('"north pi*"', 2),
        ('"north pi"*', 2),
        ("café", 3),
        ("cafe", 3),
        ("Brandt", 3),
        ("Varga", 1),
        ("Kell", 0),
    ],
)
def test_words_phrases_and_beginnings(ledger: Ledger, search: str, expected: int) -> None:
    assert count(ledger, search) == expected


def test_the_name_of_the_source_is_searched_where_the_text_says_less(ledger: Ledger) -> None:
    assert count(ledger, '"Ilse Varga"') == 1


@pytest.mark.parametrize(
    "search",
    [
        "cracks AND",
        "NOT cracks",
        "cracks OR asked",
        "NEAR(cracks pier)",
        "content:cracks",
        "{content title}: cracks",
        "^cracks",
        "cracks)",
        '"cracks',
        'cracks"',
        "cracks'; DROP TABLE articles; --",
        "cracks + pier",
        "-cracks",
        "cracks\0pier",
    ],
)
def test_the_syntax_of_queries_is_only_words(ledger: Ledger, search: str) -> None:
    words_that_are_nowhere = {"AND", "NOT", "OR", "NEAR", "content", "DROP"}
    expected = 0 if any(word in search for word in words_that_are_nowhere) else 2
    assert count(ledger, search) == expected


@pytest.mark.parametrize("search", ["", "   ", '""', "* - ,", "…", "🙂"])
def test_a_search_without_a_word_is_refused(search: str) -> None:
    with pytest.raises(SettingsError, match="no word to search for"):
        list_pieces(search)


def test_nothing_that_can_be_typed_is_an_error(ledger: Ledger) -> None:
    @settings(deadline=None, max_examples=150)
    @given(st.text(max_size=20) | st.text('ab"*(): ^-+ANDORT', max_size=12))
    @example("\U0001e900")
    def check(search: str) -> None:
        with contextlib.suppress(SettingsError):
            count(ledger, search)

    check()


def test_only_the_latest_reading_is_searched(ledger: Ledger) -> None:
    article = make_article(title="Orsund waits: the Café by the pier")
    for version in ("0.2.0", "0.3.0"):
        newer = make_reading(article, Run(version, "rules-1"))
        store_reading(ledger, make_capture(article), newer, NOON)
    assert count(ledger, "cracks") == 2


def test_the_index_agrees_with_what_is_stored(ledger: Ledger) -> None:
    store_reading(ledger, make_capture(), make_reading(), NOON)
    with ledger.engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            connection.execute(sa.text(INTEGRITY_CHECK))
            return
        rows = "SELECT rowid, words FROM attribution_search ORDER BY rowid"
        stored = connection.execute(sa.text(rows)).all()
        connection.execute(sa.text("DELETE FROM attribution_search"))
        for reading_id in connection.scalars(sa.text("SELECT id FROM readings")).all():
            index_reading(connection, reading_id)
        assert connection.execute(sa.text(rows)).all() == stored
        assert len(stored) == 6


LETTERS = "aAbßéÉĞİi1²-_'.@ \u0301\u0000東"


def test_both_stores_cut_texts_into_the_same_words(tmp_path: Path) -> None:
    with sqlite3.connect(":memory:") as connection:
        connection.execute(
            "CREATE VIRTUAL TABLE t USING fts5(words, tokenize='unicode61 remove_diacritics 2')"
        )
        connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, instance)")

        @settings(deadline=None, max_examples=300)
        # SQLite keeps the two marks of these two letters.
        @given(
            st.text(LETTERS, max_size=12)
            | st.text(st.characters(max_codepoint=0x24F, exclude_characters="Ǡǡ"))
        )
        @example("e\u0301te\u0301 ΣΊΣΥΦΟΣ Ünal's well-known 3.5% x_y")
        def check(text: str) -> None:
            connection.execute("DELETE FROM t")
            connection.execute("INSERT INTO t (rowid, words) VALUES (1, ?)", [text])
            found = connection.execute("SELECT term FROM v ORDER BY offset")
            assert split_words(text) == [term for (term,) in found]

        check()


def test_no_phrase_reaches_from_one_text_into_the_next() -> None:
    assert make_tsvector(["a b a", "", "B"]) == "a:1,3 b:2,6"
    assert (
        make_tsquery([("North pi", True), ("-", False), ("x", False)]) == "(north <-> pi:*) & (x)"
    )
    assert make_tsquery([("…", False)]) == ""


@given(st.text(max_size=8), st.text(max_size=8), st.text(max_size=8))
def test_a_part_of_a_name_is_a_part_of_the_folded_name(before: str, part: str, after: str) -> None:
    assert fold(part) in fold(before + part + after)


def test_folding_drops_case_and_diacritics() -> None:
    assert fold("ERDOĞAN") == fold("erdogan") == "erdogan"
    assert fold("Straße") == "strasse"

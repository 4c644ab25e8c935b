"""Full-text search: what people type finds what they mean, and nothing they type breaks it."""

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ledger_examples import NOON, make_article, make_capture, make_reading
from onrecord.errors import SettingsError
from onrecord.ledger.found import AttributionQuery
from onrecord.ledger.ledger import Ledger, open_ledger, store_reading
from onrecord.ledger.queries import find_attributions
from onrecord.ledger.search import fold, match_expression
from onrecord.records import Run


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "onrecord.db") as opened:
        article = make_article(title="Orsund waits: the Café by the pier")
        store_reading(opened, make_capture(article), make_reading(article), NOON)
        yield opened


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
        match_expression(search)


def test_nothing_that_can_be_typed_is_an_error() -> None:
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "l.db") as ledger:
        store_reading(ledger, make_capture(), make_reading(), NOON)

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
        connection.execute(
            sa.text(
                "INSERT INTO attribution_search (attribution_search, rank) "
                "VALUES ('integrity-check', 1)"
            )
        )


@given(st.text(max_size=8), st.text(max_size=8), st.text(max_size=8))
def test_a_part_of_a_name_is_a_part_of_the_folded_name(before: str, part: str, after: str) -> None:
    assert fold(part) in fold(before + part + after)


def test_folding_drops_case_and_diacritics() -> None:
    assert fold("ERDOĞAN") == fold("erdogan") == "erdogan"
    assert fold("Straße") == "strasse"

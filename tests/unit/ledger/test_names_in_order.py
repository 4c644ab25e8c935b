"""Names as both stores list them: by code point, and namesakes in line with the names there are."""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import sqlalchemy as sa

from judged_dispatches import BRIDGE, store_all, write_dispatch
from onrecord.ledger.claims_shown import find_speakers
from onrecord.ledger.ledger import Ledger, open_ledger
from onrecord.ledger.sources import find_namesakes, find_sources
from onrecord.ledger.tables import entities, readings
from onrecord.records import EntityKind
from postgres_server import STORES, Server

_ENGLISH = "LOCALE_PROVIDER icu ICU_LOCALE 'en-US' LOCALE 'C.UTF-8'"
_NAMES = ("ilse Varga", "Zoe Adan", "Élan Mor", "de Vries", "Anna Bor")


@pytest.fixture(params=STORES)
def english(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    """A ledger in a store that would order names as English does, where it can."""
    with ExitStack() as stack:
        address: Path | str = tmp_path / "onrecord.db"
        if request.param != "sqlite":
            server: Server = request.getfixturevalue("postgres")
            address = stack.enter_context(server.lend_database(_ENGLISH))
        yield stack.enter_context(open_ledger(address))


def test_names_that_are_as_frequent_are_listed_by_code_point(english: Ledger) -> None:
    store_all(
        english,
        *(write_dispatch(number, [(who, BRIDGE[1])]) for number, who in enumerate(_NAMES)),
    )
    assert [one.name for one in find_sources(english)] == sorted(_NAMES)
    assert [name for name, _ in find_speakers(english, 9)] == sorted(_NAMES)


def test_namesakes_are_those_with_the_last_word_of_the_name(english: Ledger) -> None:
    said = [(who, BRIDGE[1]) for who in ("Ilse Varga", "VARGA", "Jon Vargas", "Nell Aster")]
    store_all(english, *(write_dispatch(number, [one]) for number, one in enumerate(said)))
    person = EntityKind.PERSON
    assert find_namesakes(english, "Mr Varga") == (
        ("VARGA", person), ("Ilse Varga", person), ("Jon Vargas", person)
    )  # fmt: skip
    assert find_namesakes(english, " ") == ()
    assert find_namesakes(english, "100%") == ()


def test_finding_namesakes_takes_time_in_line_with_the_names(english: Ledger) -> None:
    few, many = 1_000, 10_000
    store_all(english, write_dispatch(1, [BRIDGE]))
    taken = []
    for first, last in ((0, few), (few, many)):
        add_names(english, first, last)
        taken.append(min(measure(english) for _ in range(4)))
    assert taken[1] <= 3 * taken[0] * many / few


def add_names(ledger: Ledger, first: int, last: int) -> None:
    with ledger.engine.begin() as connection:
        reading_id = connection.scalar(sa.select(readings.c.id))
        rows = [
            {
                "reading_id": reading_id, "id": f"ent_x{number}", "position": 100 + number,
                "name": f"Nm{number} Varga", "folded_name": f"nm{number} varga",
                "kind": EntityKind.PERSON,
            }
            for number in range(first, last)
        ]  # fmt: skip
        connection.execute(sa.insert(entities), rows)


def measure(ledger: Ledger) -> float:
    began = time.perf_counter()
    assert len(find_namesakes(ledger, "Varga")) == 60
    return time.perf_counter() - began

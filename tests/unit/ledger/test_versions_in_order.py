"""Versions of one page: in the order in which they stood there, each gathered once."""

import datetime
from itertools import permutations

import pytest
import sqlalchemy as sa

from judged_dispatches import BRIDGE, FERRY, read_again, write_dispatch
from ledger_examples import NOON, make_capture
from onrecord.dates import PartialDate
from onrecord.ledger.claim_tables import members
from onrecord.ledger.gathering import gather_pending
from onrecord.ledger.ledger import Ledger, store_reading
from onrecord.ledger.versions import find_versions
from onrecord.records import Reading

ADDRESS = "https://orsund-courier.example/kell"


def version(number: int, updated: int | None) -> Reading:
    updated_on = None if updated is None else PartialDate(2031, 3, updated)
    return write_dispatch(number, [BRIDGE, FERRY], day=1, url=ADDRESS, updated_on=updated_on)


def take_in(ledger: Ledger, reading: Reading, day: int) -> None:
    at = datetime.datetime(2031, 3, day, 12, tzinfo=datetime.UTC)
    store_reading(ledger, make_capture(reading.article, fetched_at=at), reading, at)


def known_days(ledger: Ledger) -> dict[str, str]:
    days = sa.select(*members.c["article_id", "published_on"]).distinct()
    with ledger.engine.connect() as connection:
        return {row.article_id: str(row.published_on) for row in connection.execute(days)}


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_version_that_names_no_day_of_change_follows_what_was_taken_in_before(
    ledger: Ledger, order: tuple[int, ...]
) -> None:
    came = [(version(1, 3), 3), (version(2, None), 10), (version(3, 12), 13)]
    for place in order:
        take_in(ledger, *came[place])
        gather_pending(ledger)
    with ledger.engine.connect() as connection:
        found = find_versions(connection, ADDRESS)
    names = [reading.article.id for reading, _ in came]
    assert [one.article_id for one in found] == names
    # Nothing of the second was on record before anybody had taken it in.
    assert [known_days(ledger)[name] for name in names] == [
        "2031-03-01",
        "2031-03-10",
        "2031-03-12",
    ]


def test_a_first_version_without_a_day_of_change_stays_first(ledger: Ledger) -> None:
    first, second = version(1, None), version(2, 5)
    take_in(ledger, first, 10)
    take_in(ledger, second, 12)
    with ledger.engine.connect() as connection:
        found = find_versions(connection, ADDRESS)
    assert [one.article_id for one in found] == [first.article.id, second.article.id]


def test_versions_read_again_are_gathered_once_each(ledger: Ledger) -> None:
    readings = [version(number, 1 + number) for number in range(12)]
    for reading in readings:
        take_in(ledger, reading, 20)
    assert gather_pending(ledger) == len(readings)
    before = known_days(ledger)
    for reading in readings:
        again = read_again(reading, 1)
        later = NOON + datetime.timedelta(days=30)
        store_reading(ledger, make_capture(reading.article, fetched_at=later), again, later)
    assert gather_pending(ledger) == len(readings)
    assert known_days(ledger) == before

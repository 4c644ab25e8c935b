import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dates import PartialDate


@given(st.dates())
def test_a_day_written_and_parsed_is_the_same_day(day: datetime.date) -> None:
    date = PartialDate.from_date(day)
    assert PartialDate.parse(str(date)) == date
    assert date.first_day == date.last_day == day


@pytest.mark.parametrize("text", ["2025", "2025-02", "2025-02-07"])
def test_every_precision_is_kept(text: str) -> None:
    assert str(PartialDate.parse(text)) == text


@pytest.mark.parametrize("text", ["", "25", "2025-2", "2025-13", "2025-00", "2025-02-30", "today"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        PartialDate.parse(text)


def test_a_month_spans_its_days() -> None:
    february = PartialDate(2024, 2)
    assert february.first_day == datetime.date(2024, 2, 1)
    assert february.last_day == datetime.date(2024, 2, 29)
    assert PartialDate(2024).last_day == datetime.date(2024, 12, 31)


def test_a_day_needs_a_month() -> None:
    with pytest.raises(ValueError, match="needs a month"):
        PartialDate(2024, 0, 5)


def test_the_less_precise_date_comes_first() -> None:
    assert sorted([PartialDate(2024, 2, 7), PartialDate(2024, 2), PartialDate(2024)]) == [
        PartialDate(2024),
        PartialDate(2024, 2),
        PartialDate(2024, 2, 7),
    ]

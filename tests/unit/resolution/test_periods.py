"""Periods of the calendar."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from onrecord.dates import PartialDate
from onrecord.resolution.periods import Period, Unit

days = st.dates(datetime.date(200, 1, 1), datetime.date(9900, 1, 1))


@given(days, st.sampled_from(list(Unit)))
def test_the_date_of_a_period_covers_it(day: datetime.date, unit: Unit) -> None:
    period = Period.around(day, unit)
    date = period.date
    if date is not None:
        assert date.first_day <= period.first
        assert period.last <= date.last_day


@given(days, st.sampled_from([unit for unit in Unit if unit is not Unit.WEEKEND]))
def test_a_day_lies_in_the_period_around_it(day: datetime.date, unit: Unit) -> None:
    period = Period.around(day, unit)
    assert period.first <= day <= period.last


@given(days, st.sampled_from(list(Unit)), st.integers(-40, 40))
def test_shifting_there_and_back_is_no_shift(day: datetime.date, unit: Unit, count: int) -> None:
    period = Period.around(day, unit)
    there = period.shift(count)
    if there is not None:
        assert there.shift(-count) == period


def test_a_week_inside_a_month_has_that_month() -> None:
    week = Period.around(datetime.date(2031, 3, 12), Unit.WEEK)
    assert (week.timex, week.date) == ("2031-W11", PartialDate(2031, 3))


def test_a_week_across_months_has_their_year() -> None:
    assert Period.around(datetime.date(2031, 4, 1), Unit.WEEK).date == PartialDate(2031)


def test_a_decade_has_no_date() -> None:
    decade = Period.around(datetime.date(2031, 4, 1), Unit.DECADE)
    assert (decade.timex, decade.date) == ("203", None)


def test_a_winter_begins_in_december() -> None:
    winter = Period.around(datetime.date(2031, 1, 20), Unit.SEASON)
    assert (winter.timex, winter.first) == ("2030-WI", datetime.date(2030, 12, 1))


def test_periods_end_with_the_calendar() -> None:
    assert Period.around(datetime.date(9999, 12, 31), Unit.DAY).shift(1) is None
    assert Period.around(datetime.date(1, 1, 1), Unit.YEAR).shift(-1) is None

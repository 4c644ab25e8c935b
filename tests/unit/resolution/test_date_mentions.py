"""Dates in the text against its dateline: Wednesday, 12 March 2031."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import grows_in_line
from onrecord.dates import PartialDate
from onrecord.resolution.date_mentions import DateMention, find_dates

WEDNESDAY = PartialDate(2031, 3, 12)


def find_one(text: str, published_on: PartialDate | None = WEDNESDAY) -> DateMention:
    mentions = find_dates(text, published_on)
    assert len(mentions) == 1, mentions
    return mentions[0]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The bridge closed on February 7, 2029.", "February 7, 2029", "2029-02-07"),
        ("The bridge closed on 7 February 2029.", "7 February 2029", "2029-02-07"),
        ("The bridge closed on Feb. 7.", "Feb. 7", "2031-02-07"),
        ("The bridge closed on Monday.", "Monday", "2031-03-10"),
        ("The bridge closed on Wednesday.", "Wednesday", "2031-03-12"),
        ("The bridge closed on Thursday.", "Thursday", "2031-03-06"),
        ("The bridge will close on Thursday.", "Thursday", "2031-03-13"),
        ("The bridge is expected to close Thursday.", "Thursday", "2031-03-13"),
        ("On Friday, the council will meet.", "Friday", "2031-03-14"),
        ("She will not resign, he said on Friday.", "Friday", "2031-03-07"),
        ("It opens as early as Friday.", "Friday", "2031-03-14"),
        ("The bridge closed last Friday.", "last Friday", "2031-03-07"),
        ("The bridge closed last Wednesday.", "last Wednesday", "2031-03-05"),
        ("The bridge closed yesterday.", "yesterday", "2031-03-11"),
        ("The bridge closed today.", "today", "2031-03-12"),
        ("The bridge closes tomorrow.", "tomorrow", "2031-03-13"),
        ("The bridge closed last month.", "last month", "2031-02"),
        ("The bridge closed earlier this month.", "earlier this month", "2031-03"),
        ("The bridge closed last year.", "last year", "2030"),
        ("The bridge closed last week.", "last week", "2031-03"),
        ("The bridge closed in 2022.", "2022", "2022"),
        ("The bridge closed in January.", "January", "2031-01"),
        ("The bridge closed last June.", "last June", "2030-06"),
        ("The bridge closed in June.", "June", "2030-06"),
        ("The bridge will close in June.", "June", "2031-06"),
        ("The bridge closed in July last year.", "July last year", "2030-07"),
        ("The bridge closed three weeks ago.", "three weeks ago", "2031-02"),
        ("The bridge closed three days ago.", "three days ago", "2031-03-09"),
        ("The bridge closed in the third quarter of 2029.", "the third quarter of 2029", "2029"),
        ("The bridge closed on Christmas Eve.", "Christmas Eve", "2030-12-24"),
        ("Filed 2031-03-02.", "2031-03-02", "2031-03-02"),
    ],
)
def test_an_expression_has_the_value_that_a_reader_gives_it(
    text: str, words: str, value: str
) -> None:
    mention = find_one(text)
    assert (mention.words, str(mention.value)) == (words, value)


@pytest.mark.parametrize(
    ("text", "kind", "timex"),
    [
        ("The talks took two days.", "DURATION", "P2D"),
        ("The talks took several hours.", "DURATION", "PTXH"),
        ("It was the wettest spring of the 1990s.", "DATE", "199"),
        ("The gauges are read every Friday.", "SET", "XXXX-WXX-5"),
        ("They now refuse.", "DATE", "PRESENT_REF"),
        ("She recently moved.", "DATE", "PAST_REF"),
        ("The ferry left on Tuesday night.", "TIME", "2031-03-11TNI"),
        ("The ferry left at 5 p.m. Tuesday.", "TIME", "2031-03-11T17:00"),
        ("The ferry stopped last week.", "DATE", "2031-W10"),
        ("Sales fell in the third quarter of 2029.", "DATE", "2029-Q3"),
    ],
)
def test_what_is_no_day_month_or_year_has_a_timex_value(text: str, kind: str, timex: str) -> None:
    mention = next(one for one in find_dates(text, WEDNESDAY) if one.timex == timex)
    assert mention.kind == kind


def test_a_later_expression_is_told_from_the_date_before_it() -> None:
    _, later = find_dates("The mill burned in 1998. It reopened two years later.", WEDNESDAY)
    assert str(later.value) == "2000"


def test_a_weekday_agrees_with_the_day_beside_it() -> None:
    mention = find_one("He was last seen on Friday, Oct. 25.")
    assert str(mention.value) == "2030-10-25"


def test_without_a_dateline_only_full_dates_have_a_value() -> None:
    mentions = find_dates("On Monday and on May 3 and on May 3, 2030 it rained.", None)
    assert [one.value for one in mentions] == [None, None, PartialDate(2030, 5, 3)]


def test_a_vague_dateline_gives_no_days() -> None:
    assert find_one("It rained on Monday.", PartialDate(2031)).value is None
    assert str(find_one("It rained last year.", PartialDate(2031)).value) == "2030"


@pytest.mark.parametrize(
    "text",
    [
        "She may march with them.",
        "Readers of the Quayton Today magazine wrote.",
        "A second ferry sank.",
        "The Daily Beacon wrote so.",
        "A quarter of them left.",
        "They met two holidays ago.",
        "Jan Holt spoke.",
        "April Holt and June Ruiz spoke.",
        "They joined the March for Mills.",
    ],
)
def test_words_that_only_look_like_dates_are_none(text: str) -> None:
    assert find_dates(text, WEDNESDAY) == ()


def test_ages_are_no_durations() -> None:
    assert find_dates("Ruiz, 40, a 40-year-old baker, is 40 years old.", WEDNESDAY) == ()


def test_impossible_days_are_none() -> None:
    assert all(one.value is None or one.value.day != 31 for one in find_dates(
        "It rained on June 31 and on Feb. 31, 2030.", WEDNESDAY))  # fmt: skip


_WORDS = st.sampled_from(
    """Monday on last next Feb. February 7 31 , 2029 year years two ago earlier . the third quarter
    of that day night late will said 1990s spring Thanksgiving in every daily p.m. 5 9999 0 week's
    """.split()
)


@given(st.lists(_WORDS, max_size=30).map(" ".join), st.dates().map(PartialDate.from_date))
def test_any_words_give_valid_dates_where_they_stand(text: str, published_on: PartialDate) -> None:
    end = 0
    for mention in find_dates(text, published_on):
        assert mention.span.start >= end
        assert text[mention.span.start : mention.span.end] == mention.words
        assert mention.value is None or PartialDate.parse(str(mention.value)) == mention.value
        end = mention.span.end


@given(st.lists(_WORDS, max_size=30).map(" ".join))
def test_what_follows_in_another_paragraph_changes_nothing(text: str) -> None:
    alone = find_dates(text, WEDNESDAY)
    longer = find_dates(text + "\n\nOn May 3, 2001, it will rain.", WEDNESDAY)
    assert longer[: len(alone)] == alone


def test_time_grows_with_the_text_and_no_faster() -> None:
    paragraph = "On Monday the mill on 1st Street, closed for two years, reopened last June. "

    assert grows_in_line(lambda times: find_dates(paragraph * times, WEDNESDAY), 100, 800)

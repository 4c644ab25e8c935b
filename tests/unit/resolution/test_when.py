"""When sayings were said. The dateline is Wednesday, 12 March 2031."""

import pytest

from marked import parse_marked
from onrecord.dates import PartialDate
from onrecord.records import Act, Article, Attribution, Form
from onrecord.resolution.when import date_sayings

WEDNESDAY = PartialDate(2031, 3, 12)


def date_marked(marked_text: str, published_on: PartialDate | None = WEDNESDAY) -> list[str | None]:
    """The days of the attributions, by their numbers."""
    text, marked = parse_marked(marked_text)
    article = Article(title="", text=text, published_on=published_on)
    attributions = [
        Attribution(article.id, one.cue, one.content, Form.INDIRECT, Act.SAYS, source=one.source)
        for _, one in sorted(marked.items())
    ]
    dated = date_sayings(article, attributions)
    assert [one.id for one in dated] == [one.id for one in attributions]
    return [str(one.said_on) if one.said_on else None for one in dated]


@pytest.mark.parametrize(
    ("marked_text", "said_on"),
    [
        ("[source:Ruiz] [cue:said] on Monday that [content:the mill would close].", "2031-03-10"),
        ("[source:Ruiz] [cue:said] Monday [content:the mill would close].", "2031-03-10"),
        ("[source:Ruiz] on Monday [cue:called] [content:the mill a ruin].", "2031-03-10"),
        ("On Feb. 7, [source:Ruiz] [cue:told] the board [content:it was over].", "2031-02-07"),
        (
            "In an interview recorded on Monday, [source:Ruiz] [cue:said] [content:it was over].",
            "2031-03-10",
        ),
        (
            '[content:"It is over,"] [source:Ruiz] [cue:said] in a statement late Saturday.',
            "2031-03-08",
        ),
        (
            "[source:A study released on Tuesday] [cue:shows] that [content:mills close].",
            "2031-03-11",
        ),
        ("[source:Ruiz] [cue:called] [content:the mill “a ruin”] Monday on radio.", "2031-03-10"),
        ("At Monday's hearing, [source:Ruiz] [cue:said] [content:it was over].", "2031-03-10"),
        ("In her 2019 book, [source:Ruiz] [cue:said] [content:it was over].", "2019"),
    ],
)
def test_a_date_in_the_clause_of_the_cue_is_the_day(marked_text: str, said_on: str) -> None:
    assert date_marked(marked_text) == [said_on]


def test_the_day_on_which_an_interview_was_printed_is_not_when_it_was_given() -> None:
    marked = (
        "In the interview, published on Monday, [source:Ruiz] [cue:said] [content:it was over]."
    )
    assert date_marked(marked) == [None]


@pytest.mark.parametrize(
    "marked_text",
    [
        "[source:Ruiz] [cue:said] that [content:the mill closed on Monday].",
        '[content:"We met on Monday,"] [source:Ruiz] [cue:said].',
        "[source:Ruiz] [cue:said] [content:it was over] after Monday's hearing.",
        "[source:Ruiz], who left on Monday, [cue:said] [content:it was over].",
        "The mill closed on Monday, and [source:Ruiz] [cue:said] [content:it was over].",
        "[source:Ruiz] [cue:said] [content:it was over] before she left on Monday.",
        "The 2030 election was lost, [source:Ruiz] [cue:said], [content:by a fool].",
        "[source:Ruiz] will [cue:say] next Friday [content:that it is over].",
        "[source:Ruiz] [cue:said] [content:it was over].",
    ],
)
def test_other_dates_are_not_of_the_saying(marked_text: str) -> None:
    assert date_marked(marked_text) == [None]


def test_a_noun_for_the_saying_dates_what_it_takes_up() -> None:
    assert date_marked(
        "In a recent interview, [source:Ruiz] [cue:claimed] [content:the mill would close]. "
        "The comments, made aboard a ferry on February 7, drew protests."
    ) == ["2031-02-07"]


def test_an_interview_dated_once_keeps_its_date() -> None:
    marked_text = (
        "In a recent interview, [source:Ruiz] [cue:claimed] [content:the mill would close]. "
        "The remarks, made on February 7, drew protests.\n\n"
        + "The mill is old.\n\n" * 8
        + "In the interview, [source#2:Ruiz] [cue#2:said] [content#2:so twice]."
    )
    assert date_marked(marked_text) == ["2031-02-07", "2031-02-07"]


def test_a_dated_noun_dates_who_speaks_next_in_its_paragraph() -> None:
    assert date_marked(
        "The February 7 comments were no exception. [source:Ruiz] [cue:told] a reporter "
        "[content:the mill would close]. [source#2:Holt] [cue#2:said] [content#2:no]."
    ) == ["2031-02-07", None]


def test_a_noun_that_takes_up_a_saying_dates_nobody_else() -> None:
    assert date_marked(
        "In a recent interview, [source:Ruiz] [cue:claimed] [content:the mill would close]. "
        "The comments, made on February 7, drew protests. "
        "[source#2:The board] [cue#2:said] [content#2:it would stay]."
    ) == ["2031-02-07", None]


def test_a_lead_has_the_day_of_what_its_speaker_says_at_length() -> None:
    assert date_marked(
        "[source:Ana Ruiz] [cue:called] [content:the mill a ruin].\n\n"
        "The mill is old.\n\n"
        '[content#2:"It is a ruin,"] [source#2:Ruiz] [cue#2:said] on Monday.'
    ) == ["2031-03-10", "2031-03-10"]


def test_a_speaker_goes_on_in_the_same_scene() -> None:
    assert date_marked(
        "[source:Ruiz] [cue:said] on Monday that [content:the mill would close].\n\n"
        '[content#2:"It is old,"] [source#2:Ruiz] [cue#2:added].\n\n'
        "[source#3:Holt] [cue#3:said] [content#3:it was new]."
    ) == ["2031-03-10", "2031-03-10", None]


def test_another_time_is_not_the_same_scene() -> None:
    assert date_marked(
        "[source:Ruiz] [cue:said] on Monday that [content:the mill would close]. "
        "[source#2:Ruiz] had previously [cue#2:said] [content#2:it was safe]."
    ) == ["2031-03-10", None]


def test_another_interview_is_not_the_same_scene() -> None:
    assert date_marked(
        "[source:Ruiz] [cue:said] on Monday that [content:the mill would close].\n\n"
        "In an interview with the Beacon, [source#2:Ruiz] [cue#2:said] [content#2:it was safe]."
    ) == ["2031-03-10", None]


def test_another_interview_named_after_the_words_is_not_the_same_scene() -> None:
    assert date_marked(
        "[source:Ruiz] [cue:said] on Monday that [content:the mill would close].\n\n"
        "[source#2:Ruiz] [cue#2:likened] [content#2:the mill to a ship] in an interview with the "
        "Beacon."
    ) == ["2031-03-10", None]


def test_a_nested_saying_has_only_the_date_of_its_own_clause() -> None:
    assert date_marked(
        "[source:Ruiz] [cue:said] on Monday that [content:[source#2:Holt] [cue#2:had told] her "
        "[content#2:to leave]]."
    ) == ["2031-03-10", None]
    assert date_marked(
        "[source:Ruiz] [cue:said] that [content:[source#2:Holt] [cue#2:told] her on Monday "
        "[content#2:to leave]]."
    ) == [None, "2031-03-10"]


def test_without_a_dateline_a_weekday_gives_no_day() -> None:
    assert date_marked(
        "[source:Ruiz] [cue:said] on Monday that [content:the mill would close].", None
    ) == [None]


def test_nothing_said_gives_nothing() -> None:
    assert date_sayings(Article(title="", text="It rained on Monday."), ()) == ()


def test_a_month_is_not_carried_far() -> None:
    assert date_marked(
        "[source:Ruiz] [cue:said] in January that [content:the mill would close].\n\n"
        "It is old.\n\n"
        '[content#2:"It is old,"] [source#2:Ruiz] [cue#2:said].'
    ) == ["2031-01", None]

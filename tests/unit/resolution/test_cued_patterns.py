"""Patterns tried near their cues find what they find when they read a text from end to end."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import grows_in_line
from onrecord.resolution.cued_patterns import ANYWHERE, BEFORE, BEHIND, CuedPatterns
from onrecord.resolution.date_grammar import compile_rules
from sought import list_unmatched, put_in_odd_places, seek, seek_plainly

DATES = """at 12:30 p.m. (Eastern Time), on last early Monday morning, the March 3, 2029, at noon
the 3rd of May 2030
21 June
Feb. 7
second of July
5 Sept. 2028 at midnight
that same Tuesday night
very late on Thurs.
12:30 p.m. (Eastern Time), on very late that same Monday morning
12:30 p.m. (Eastern Time), on the early the day before yesterday
Sat., at 9 a.m.
the day before yesterday
overnight
last night
tonight, at 8:15 PM EST
the following day
the day after
that afternoon
the latter part of last December of 2024
early May this year
mid-March
each of the past fiscal year
the rest of the coming decade
the very beginning of the fiscal quarter
the first week
the summer of 2030
last fall
in fall of 2031
this spring nineteen ninety-four
the year 2031
early nineteen eighty
fiscal 1999
two thousand
the late 1990s
’90s
1980’s
the early mid-’80s
the 19th century
their 2029 flat second-quarter
the first half of this year’s
the year-ago third quarter of the year
the comparable prior-year nine months
the latest quarter
in recent weeks and months
over the past,
the last several quarters
at that time
formerly
as many as another twenty-five more days
more than its first half a dozen consecutive months long
1,234.5 1/2 years
2½ hours
a couple of nights
a three-decade-long
a number of centuries
about two years or so ago
months ago
10years later
a century hence
ten minutes from now
every Friday evening
each month
quarterly
New Year’s Eve, 2030
the Fourth of July
Valentine’s Day
year-end
2031-03-02
03/12/2031
from now
the current rate
at this point
these days
as soon as possible
the near future
the next several days
shorter term
the months ahead
for many years of
hours,""".splitlines()


@pytest.mark.parametrize("expression", DATES)
def test_dates_are_found_as_by_reading_from_end_to_end(expression: str) -> None:
    patterns, _ = compile_rules()

    for text in put_in_odd_places(expression):
        assert seek(patterns, text) == seek_plainly(patterns, text), text


def test_every_pattern_of_dates_is_tried_here() -> None:
    assert list_unmatched(compile_rules()[0], DATES) == set()


_PIECES = st.sampled_from([*" ".join(DATES).split(), *DATES, "may", "MayDay", "ı", "n’t", "(", "٣"])


@given(st.lists(_PIECES, max_size=25), st.sampled_from([" ", "\n", "-", "  ", ", "]))
def test_any_pieces_of_dates_are_found_as_by_reading_from_end_to_end(
    pieces: list[str], between: str
) -> None:
    patterns, _ = compile_rules()
    text = between.join(pieces)

    assert seek(patterns, text) == seek_plainly(patterns, text)


@pytest.mark.parametrize(
    ("pattern", "cues", "text", "found"),
    [
        (r"\b(?:very )?(?:old )?ferry", {2: "ferry"}, "a very old ferry", ["very old ferry"]),
        (r"\b(?:very )?ferr\w+", {1: "ferries-"}, "Ferry, VERY FERRIED", ["Ferry", "VERY FERRIED"]),
        (r"\b(?:the )?\d+", {1: "#"}, "the 7 of x7", ["the 7"]),
        (r"(?:\bnot|n[’']t) moor", {1: "moor"}, "It hadn’t moor, not moor", ["n’t moor", "not moor"]),
        (r"(?<=which )\W?\w+ sank", {BEHIND: "which"}, "which (Ida sank", ["(Ida sank"]),
        (r"\b\s?moored", {0: "moored", BEFORE: "moored"}, "He moored", [" moored"]),
        (r"oat", {ANYWHERE: "boat"}, "A boat, a goat.", ["oat", "oat"]),
        (r"\bship\b", {0: "ship"}, "The ſhıp and a SHİP", ["ſhıp", "SHİP"]),
        (r"\bno (?:\w+ )?no\b", {2: "no"}, "no no no no", ["no no no"]),
    ],
)  # fmt: skip
def test_a_match_begins_where_its_cue_says(
    pattern: str, cues: dict[int, str], text: str, found: list[str]
) -> None:
    patterns = CuedPatterns([(re.compile(pattern, re.IGNORECASE), cues)])

    assert [match[0] for match in patterns.find_each(text)[0]] == found
    assert seek(patterns, text) == seek_plainly(patterns, text)


def test_without_a_cue_nothing_is_tried() -> None:
    patterns = CuedPatterns([(re.compile("oat"), {ANYWHERE: "boat", 3: "oats"})])

    assert patterns.find_each("A goat and a coat.") == [[]]


def test_time_grows_with_the_text_and_no_faster() -> None:
    patterns, _ = compile_rules()
    line = "On Monday, two more years later, the 1990s hadn’t ended in May. "

    assert grows_in_line(lambda times: patterns.find_each(line * times), 100, 800)

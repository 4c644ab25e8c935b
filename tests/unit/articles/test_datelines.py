import pytest

from onrecord.articles.datelines import find_dateline, has_dateline, read_agency, read_dateline


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("QUAYTON, March 7, 2025 (Meridian) - The harbour board sold the ferry.", "2025-03-07"),
        ("QUAYTON/PORT ELM, 7 March 2025 (Meridian) — The board sold it.", "2025-03-07"),
        ("QUAYTON, Elm Isles, Sept. 3, 2024 /Meridian/ -- The board sold it.", "2024-09-03"),
        ("PORT ELM (7 March 2025) - The board sold it.", "2025-03-07"),
    ],
)
def test_the_day_of_a_dateline(text, date):
    assert str(read_dateline(text)) == date


@pytest.mark.parametrize(
    "text",
    [
        "QUAYTON, March 7 (Meridian) - The board, founded in 1974, sold the ferry.",
        "QUAYTON (Meridian) - The ferry was sold on March 7, 2025.",
    ],
)
def test_a_dateline_without_a_year_gives_no_day(text):
    assert has_dateline(text)
    assert read_dateline(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "In Quayton, on March 7, 2025, the board sold the ferry - to itself.",
        "TARN: March 7, 2025 was the day.",
        "NATO, March 7, 2025 notwithstanding, has no ferry.",
        "QUAYTON - The ferry was sold on March 7, 2025.",
    ],
)
def test_no_dateline(text):
    assert not has_dateline(text)
    assert read_dateline(text) is None


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        (
            "QUAYTON, March 7 (Meridian Wire) - The board met.",
            "QUAYTON, March 7 (Meridian Wire) - ",
        ),
        (
            "By Ana Ruiz\nBRENN CROWN COURT — A former treasurer spent the money on a boat trip.",
            "BRENN CROWN COURT — ",
        ),
        (
            "QUAYTON: The chief minister on Saturday said that a new fund had been set up.",
            "QUAYTON: ",
        ),
        ("HOLT: The chief minister on Saturday said that a fund had been set up.\nRUIZ: Yes.", ""),
        ("HOLT: I never said that the fund had been set up by the ministry.", ""),
        ("HOLT: The fund has never been set up by the ministry at all.\nAna Holt left.", ""),
        ("WATCH: The chief minister says that a new fund had been set up on Saturday.", ""),
        ("QUAYTON: A New Fund For Everybody Who Lives Near The River", ""),
        ("The board met. QUAYTON: The board met again on the day after that one.", ""),
    ],
)
def test_where_the_dateline_stands(text, dateline):
    span = find_dateline(text)
    assert (text[span.start : span.end] if span else "") == dateline


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("QUAYTON, March 7 (Meridian Wire) - The board met.", "Meridian Wire"),
        ("QUAYTON (AP) — The board met.", "AP"),
        ("QUAYTON (NY) — The board met.", ""),
        ("QUAYTON (March 7) — The board met.", ""),
        ("QUAYTON, March 7 - The board (Meridian Wire) met.", ""),
    ],
)
def test_the_agency_of_a_dateline(text, agency):
    assert read_agency(text) == agency

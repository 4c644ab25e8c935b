import dataclasses
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from onrecord.export.terminal import NARROWEST, render_text
from onrecord.records import Reading
from unit.export.reading_strategies import readings
from unit.export.sample_reading import SAMPLE, plain_reading, small_reading


def squeezed(page: str) -> str:
    return " ".join(page.split())


def plain(reading: Reading, width: int = 120) -> str:
    return render_text(reading, width=width, colour=False)


def row(page: str, number: int) -> str:
    """The lines of one attribution, on one line."""
    pattern = rf"^ *{number}\??  .*?(?=^ *{number + 1}\??  |^$)"
    found = re.search(pattern, page, re.MULTILINE | re.DOTALL)
    assert found, f"no row {number}"
    return squeezed(found.group())


def test_the_facts_of_the_article_come_first() -> None:
    lines = plain(SAMPLE).split("\n")
    assert lines[0] == "Valdora and Kesh near a deal on the Ardel dam, officials say"
    assert lines[1] == (
        "The Tarn Courier · Ida Solberg, Marek Dunne · 5 March 2026, updated 6 March 2026"
    )
    assert lines[2] == SAMPLE.article.url


def test_the_counts_tell_direct_speech_and_unnamed_speakers() -> None:
    page = plain(SAMPLE)
    assert "17 attributions: 3 direct, 6 mixed, 8 indirect" in page
    assert "13 speakers, 5 of them unnamed, 1 attribution without a source" in page


def test_a_pronoun_shows_the_name_and_what_stands_in_the_text() -> None:
    assert row(plain(SAMPLE), 3).startswith("3 Ilse Varga [She] says her Keshite counterpart")


def test_a_description_is_shown_without_repeating_the_name() -> None:
    assert "Tomas Reyl [its chair]" in row(plain(SAMPLE), 14)


def test_a_negation_and_a_hedge_cannot_be_overlooked() -> None:
    page = plain(SAMPLE)
    assert "does NOT confirm" in row(page, 6)
    assert "possibly" in row(page, 7)


def test_a_missing_source_is_said_in_words() -> None:
    assert "(no source named)" in row(plain(SAMPLE), 7)


def test_nested_attributions_hang_under_their_parent() -> None:
    page = plain(SAMPLE)
    assert row(page, 4).startswith("4 ↳ Oren Dahl")
    assert "↳" not in row(page, 3)


def test_a_reader_in_doubt_says_so() -> None:
    page = plain(SAMPLE)
    assert row(page, 10).startswith("10? ↳ 2023 survey")
    assert "? the reader is not sure that it read this passage rightly" in page


def test_direct_speech_without_its_marks_gets_them() -> None:
    direct = dataclasses.replace(
        SAMPLE.attributions[3],
        content=tuple(
            dataclasses.replace(span, start=span.start + 1, end=span.end - 1)
            for span in SAMPLE.attributions[3].content
        ),
        parent_id=None,
    )
    page = plain(dataclasses.replace(SAMPLE, attributions=(direct,)))
    assert "“a joint office with its own budget”" in page


def section(page: str, heading: str) -> str:
    """What stands under a heading, on one line."""
    return squeezed(page.partition(f"\n{heading}\n")[2].partition("\n\n")[0])


def test_a_trail_is_shown_where_it_says_more_than_the_speaker() -> None:
    page = plain(SAMPLE)
    trail = "The Tarn Courier → Lomar Dispatch → Two people familiar with the talks"
    assert f"{trail} · from an unnamed source" in row(page, 8)
    assert "→" not in row(page, 3)
    assert "→" not in row(page, 9)


def test_when_where_and_to_whom_it_was_said_stand_below_it() -> None:
    assert "to reporters · at a press conference · said in March 2026" in row(plain(SAMPLE), 2)


def test_answers_say_who_how_as_of_when_and_to_what() -> None:
    answers = section(plain(SAMPLE), "Answers")
    assert "15 Ardel Growers’ Union (through Tomas Reyl) denies · as of 5 March 2026" in answers
    assert "8 Keshite embassy in Port Ardel has not answered yet · as of 5 March 2026" in answers
    assert "– The court in Lomar declines to say “nobody at the registry" in answers


def test_what_the_article_says_is_missing_is_quoted() -> None:
    missing = section(plain(SAMPLE), "What is missing, by the article itself")
    assert "1 no details “no text of the agreement has been published”" in missing
    assert "– no independent confirmation" in missing


def test_positions_stand_under_their_proposition_with_whose_word_it_is() -> None:
    positions = section(plain(SAMPLE), "Positions")
    assert "opening of the gates Ilse Varga supports own word Kesh on conditions" in positions
    assert "Oren Dahl supports on Ilse Varga’s word" in positions
    assert positions.count("opening of the gates") == 1


def test_what_does_not_fit_shows_both_passages() -> None:
    checks = section(plain(SAMPLE), "What does not fit")
    assert "her [Keshite counterpart], Oren Dahl" in checks
    assert "Dahl, [a former minister], took office in 2027." in checks
    assert "the headline: Valdora and Kesh near a deal" in checks
    assert "the article’s date: 5 March 2026" in checks


def test_what_was_not_found_has_no_heading() -> None:
    page = plain(plain_reading("It rained."))
    for heading in ("Answers", "missing", "Positions", "fit"):
        assert heading not in page


def test_who_speaks_is_counted_with_kind_role_and_place() -> None:
    summary = squeezed(plain(SAMPLE).partition("Who speaks")[2])
    assert summary.startswith("3 Oren Dahl, Keshite counterpart person 4 5 11 2 Ilse Varga")
    assert "1 (no source named) 7" in summary


def test_an_article_without_attributions_says_so() -> None:
    assert "No attribution was found" in plain(plain_reading("It rained."))


@pytest.mark.parametrize("width", [1, 40, 80, 120, 400])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = plain(SAMPLE, width).split("\n")
    assert max(cell_len(line) for line in lines) <= max(width, NARROWEST)


@settings(max_examples=50, deadline=None)
@given(readings(), st.integers(20, 130))
def test_any_reading_fits_and_sends_the_terminal_no_command(reading: Reading, width: int) -> None:
    page = render_text(reading, width=width, colour=False)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)
    assert max(cell_len(line) for line in page.split("\n")) <= max(width, NARROWEST)


def test_a_hostile_page_cannot_move_the_cursor_or_turn_the_line_round() -> None:
    hostile = "Ana\x1b[2J\x1b]8;;http://evil.example\x07\u202eRuiz"
    reading = small_reading(
        f"{hostile} said it rained.", hostile, "said", "it rained", publisher=hostile
    )
    page = plain(reading)
    assert "\x1b" not in page
    assert "\x07" not in page
    assert "\u202e" not in page


def test_markup_of_the_page_is_shown_and_not_obeyed() -> None:
    reading = small_reading("[bold]Ana[/bold] said :smile:.", "[bold]Ana[/bold]", "said", ":smile:")
    assert "[bold]Ana[/bold]" in plain(reading)
    assert ":smile:" in plain(reading)


def test_colour_is_written_only_where_it_is_wanted() -> None:
    coloured = render_text(SAMPLE, width=100, colour=True)
    assert "\x1b[1m" in coloured
    assert "\x1b" not in plain(SAMPLE)


def test_the_environment_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = render_text(SAMPLE, width=100, colour=True)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "33")
    monkeypatch.setenv("TERM", "dumb")
    assert render_text(SAMPLE, width=100, colour=True) == before


def test_wide_letters_and_right_to_left_names_keep_the_columns() -> None:
    reading = small_reading(
        "דנה לוי said 水が来る 🌊 today.", "דנה לוי", "said", "水が来る 🌊 today"
    )
    page = plain(reading, 60)
    assert "דנה לוי" in page
    assert "水が来る 🌊 today" in page


def test_a_speaker_with_a_name_like_a_sentence_takes_no_more_than_a_line() -> None:
    name = "The " + "very " * 30 + "long committee"
    page = plain(small_reading(f"{name} said it rained.", name, "said", "it rained"), 100)
    summary = page.partition("Who speaks\n")[2]
    assert summary.startswith("  1  The very very")
    assert len(summary.splitlines()) == 1

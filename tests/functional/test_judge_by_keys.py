"""`onrecord judge` on a terminal: suggestions one at a time, single keys, and a way back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest

from onrecord.cli import run
from onrecord.cli.asking import ask_all
from onrecord.ledger.gathering import gather_pending
from onrecord.ledger.judgements import list_in_force, load_judgements
from onrecord.ledger.ledger import Ledger, open_ledger
from onrecord.records import Verdict
from onrecord.review import count_matches, count_suggestions, next_suggestion
from story_ledger import copy_story


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(copy_story(tmp_path)) as opened:
        gather_pending(opened)
        yield opened


def press(keys: str) -> Callable[[], str]:
    waiting = iter(keys)
    return lambda: next(waiting)


def test_each_key_decides_what_is_shown(ledger: Ledger) -> None:
    waiting = count_matches(ledger)
    assert waiting > 3
    assert ask_all(ledger, "Ida Bell", get_key=press("arUq")) == 3
    made = load_judgements(ledger)
    assert [one.verdict for one in made] == [Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE]
    assert {one.who for one in made} == {"Ida Bell"}
    assert count_matches(ledger) == waiting - 3


def test_undo_takes_back_the_last_and_asks_again(
    ledger: Ledger, capsys: pytest.CaptureFixture[str]
) -> None:
    first = next_suggestion(ledger)
    assert ask_all(ledger, "Ida Bell", get_key=press("azzq")) == 0
    assert list_in_force(load_judgements(ledger)) == ()
    assert len(load_judgements(ledger)) == 2
    assert next_suggestion(ledger) == first
    shown = capsys.readouterr().out
    assert "taken back" in shown
    assert "nothing of this session to take back" in shown


def test_what_is_put_off_is_not_decided(ledger: Ledger) -> None:
    waiting, _ = count_suggestions(ledger)
    assert ask_all(ledger, "Ida Bell", get_key=press("sxs" + "q")) == 0
    assert count_suggestions(ledger)[0] == waiting


def test_all_can_be_decided_and_the_last_taken_back(ledger: Ledger) -> None:
    waiting, _ = count_suggestions(ledger)
    made = ask_all(ledger, "Ida Bell", get_key=press("u" * waiting + "zuq"))
    assert made == waiting
    assert count_suggestions(ledger)[0] == 0


def test_what_is_shown_is_both_passages_and_the_reasons(
    ledger: Ledger, capsys: pytest.CaptureFixture[str]
) -> None:
    suggestion = next_suggestion(ledger)
    assert suggestion is not None
    ask_all(ledger, "Ida Bell", get_key=press("q"))
    shown = capsys.readouterr().out
    for passage in (suggestion.first, suggestion.second):
        assert " ".join(passage.content_text.split()) in shown
        assert passage.publisher in shown
    assert "of the wording is shared" in shown
    assert "a same claim" in shown


def test_a_terminal_that_goes_away_ends_it(ledger: Ledger) -> None:
    with pytest.raises(click.Abort):
        ask_all(ledger, "Ida Bell", get_key=press("\x04"))


def test_without_a_terminal_it_says_what_to_give(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["judge", "--by", "Ida Bell", "--ledger", str(copy_story(tmp_path))]) == 2
    assert "say what to decide" in capsys.readouterr().err

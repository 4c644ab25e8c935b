"""What is near in meaning waits in the queue after the matches, and a decision settles it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.cli.asking import ask_all
from onrecord.ledger.claims_shown import find_claim_keys
from onrecord.ledger.gathering import gather_pending
from onrecord.ledger.judgements import load_judgements
from onrecord.ledger.ledger import Ledger, open_ledger
from onrecord.records import Verdict
from onrecord.review import (
    count_suggestions,
    decide,
    find_suggestion,
    list_suggestions,
    next_suggestion,
    take_back,
)
from story_ledger import DISPATCHES, copy_story


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(copy_story(tmp_path)) as opened:
        gather_pending(opened)
        yield opened


def test_what_is_near_comes_after_what_matches(ledger: Ledger) -> None:
    kinds = [one.is_near for one in list_suggestions(ledger)]
    assert any(kinds)
    assert not all(kinds)
    assert kinds == sorted(kinds)
    assert count_suggestions(ledger) == (len(kinds), len(kinds))


def test_two_claims_are_asked_about_once_and_none_is_both_sides(ledger: Ledger) -> None:
    near = [one for one in list_suggestions(ledger) if one.is_near]
    keys = find_claim_keys(ledger, {name for one in near for name in one.pair})
    asked = [frozenset(keys[name] for name in one.pair) for one in near]
    assert all(len(claims) == 2 for claims in asked)
    assert len(set(asked)) == len(asked)
    for one in near:
        assert one.first.attribution.article_id != one.second.attribution.article_id
        assert not one.comparison.is_same


@pytest.mark.parametrize("verdict", [Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE])
def test_a_decision_settles_it_and_can_be_taken_back(ledger: Ledger, verdict: Verdict) -> None:
    before = list_suggestions(ledger)
    # One that no rule would join, had it looked.
    near = [one for one in before if one.is_near][-1]
    decide(ledger, verdict, near.pair, who="Ida Bell")
    assert near.pair not in {one.pair for one in list_suggestions(ledger)}
    kept = find_suggestion(ledger, near.match.id)
    assert kept is not None
    assert kept.judgement is not None
    assert kept.judgement.verdict is verdict
    take_back(ledger, near.pair, who="Ida Bell")
    assert [one.pair for one in list_suggestions(ledger)] == [one.pair for one in before]


def test_on_a_terminal_it_says_that_no_rule_matches(
    ledger: Ledger, capsys: pytest.CaptureFixture[str]
) -> None:
    matches = [one.match.id for one in list_suggestions(ledger) if not one.is_near]
    first = next_suggestion(ledger, skip=matches)
    assert first is not None
    assert first.is_near
    keys = iter("s" * len(matches) + "uq")
    assert ask_all(ledger, "Ida Bell", get_key=lambda: next(keys)) == 1
    assert load_judgements(ledger)[0].verdict is Verdict.UNSURE
    shown = capsys.readouterr().out
    assert "near in meaning; no rule matches them" in shown
    assert "meaning: near in meaning, 0." in shown


def what_is_loaded(*words: str) -> list[str]:
    """What of the network is loaded by a command that ends well."""
    program = (
        "import sys\nfrom onrecord.cli import run\n"
        f"status = run({list(words)!r})\n"
        "print('LOADED', *[name for name in ('onnxruntime',) if name in sys.modules])\n"
        "sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    first, *loaded = done.stdout.splitlines()[-1].split()
    assert first == "LOADED"
    assert len(done.stdout.splitlines()) > 2
    return loaded


@pytest.mark.parametrize("words", [["--help"], ["claims"], ["changes", "--since", "2025-03-01"]])
def test_whoever_does_not_ask_what_waits_loads_no_network(tmp_path: Path, words: list[str]) -> None:
    where = [] if "--help" in words else ["--ledger", str(copy_story(tmp_path))]
    assert what_is_loaded(*words, *where) == []


def test_whoever_reads_loads_the_network() -> None:
    one = min(DISPATCHES.glob("*.txt"))
    assert what_is_loaded("read", "--no-ledger", str(one)) == ["onnxruntime"]

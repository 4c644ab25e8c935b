"""`onrecord judge` with words: what each mistake is called, and what a decision is told as."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.cli import run
from onrecord.ledger.claim_queries import ClaimQuery, find_claims, list_fellows
from onrecord.ledger.ledger import open_ledger
from onrecord.matches.record import Claim
from story_ledger import copy_gathered_story

Judge = Callable[..., tuple[str, str]]
ARTICLE, ENTITY = f"art_{0:016}", f"ent_{0:016}"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_gathered_story(tmp_path_factory.mktemp("judge"))


@pytest.fixture(scope="module")
def claim(path: Path) -> Claim:
    """One with several reports of several speakers."""
    with open_ledger(path) as ledger:
        return find_claims(ledger, ClaimQuery(limit=1))[0]


@pytest.fixture
def judge(path: Path, capsys: pytest.CaptureFixture[str]) -> Judge:
    def judge(*words: str, status: int = 0, by: str = "Ida Bell") -> tuple[str, str]:
        assert run(["judge", *words, "--by", by, "--ledger", str(path)]) == status
        captured = capsys.readouterr()
        return captured.out, captured.err

    return judge


def load(path: Path, identity: str, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    assert run(["claim", identity, "--format", "json", "--ledger", str(path)]) == 0
    loaded: dict[str, object] = json.loads(capsys.readouterr().out)
    return loaded


def test_the_help_has_a_line_for_each_decision(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["judge", "--help"]) == 0
    shown = capsys.readouterr().out
    assert "\\b" not in shown
    assert "\b" not in shown
    lines = [line.strip() for line in shown.splitlines()]
    assert "judge CLAIM CLAIM same           merge two claims" in lines
    assert sum(line.startswith("judge ") for line in lines) >= 10


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("", "say what to decide"),
        ("att_1", "what to decide about att_1 is missing: add one of same, different"),
        ("att_1 att_2", "what to decide about att_2 is missing"),
        ("att_1 att_2 sam", "'sam' is no decision: did you mean same?"),
        ("att_1 att_2 withdrawn", "'withdrawn' is no decision: those are same"),
        ("att_1 same", "same takes 2 ids before it, not 1: judge ID ID same"),
        ("same att_1 att_2", "same takes 2 ids before it, not 0"),
        ("att_1 att_2 split", "split takes 1 id before it, not 2: judge REPORT split"),
        ("att_1 att_2 att_3 undo", "undo takes 1 or 2 ids before it, not 3"),
        ("att_1 source", "who is the source is missing: judge REPORT source NAME"),
        ("att_1 att_2 same again", "'again' after same means nothing"),
        ("att_1 ent_2 same", "att_1 and ent_2: one is an entity, the other is not"),
    ],
)
def test_words_that_are_no_decision_are_a_matter_of_usage(
    judge: Judge, words: str, message: str
) -> None:
    out, error = judge(*words.split(), status=2)
    assert (out, message in error) == ("", True), error


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("clm_1 split", "but of a claim: `onrecord claim clm_1` shows it"),
        (f"{ENTITY} split", "but of an entity"),
        (f"{ENTITY} source Ada", "is not the id of an attribution but of an entity"),
        (f"{ENTITY} {ENTITY} one_origin", "is not the id of an attribution but of an entity"),
        (f"{ARTICLE} att_1 same", f"but of an article: `onrecord show {ARTICLE}` shows it"),
        ("bridge att_1 same", "'bridge' is not the id of an attribution"),
        (f"att_{0:016} split", "nothing in the ledger"),
        ("att_ split", "several ids begin with 'att_'"),
    ],
)
def test_ids_of_the_wrong_kind_are_told_so(judge: Judge, words: str, message: str) -> None:
    out, error = judge(*words.split(), status=1)
    assert (out, message in error) == ("", True), error


def test_who_decides_has_to_be_said(judge: Judge) -> None:
    assert "give --by NAME" in judge("att_1", "att_2", "same", status=2, by=" ")[1]


def test_no_name_speaks_to_the_terminal(judge: Judge, claim: Claim) -> None:
    first, second = (one.id for one in claim.reports[:2])
    for words in ((first, second, "unsure"), (first, second, "undo")):
        out, error = judge(*words, by="Ida \x1b[31mBell")
        assert "by Ida" in out
        assert "\x1b" not in out + error


def test_a_claim_is_not_judged_against_itself(judge: Judge, claim: Claim) -> None:
    error = judge(claim.id, claim.id, "same", status=1)[1]
    assert f"{claim.id} and {claim.id} are one and the same" in error


def test_a_split_is_told_in_one_line_and_taken_back_in_one(
    judge: Judge, path: Path, claim: Claim, capsys: pytest.CaptureFixture[str]
) -> None:
    report = claim.reports[-1].id
    with open_ledger(path) as ledger:
        fellows = set(list_fellows(ledger, report))
    others = len(fellows)
    assert others >= len(claim.reports) - 1
    before = load(path, report, capsys)
    out, error = judge(report, "split")
    assert out == f"{report}: no longer of one claim with {others} others, by Ida Bell\n"
    assert error == f"to take it back: onrecord judge {report} undo --by 'Ida Bell'\n"
    assert load(path, report, capsys)["reports"] != before["reports"]
    with open_ledger(path) as ledger:
        # Others may state the same, and it may be of one claim with them now.
        assert fellows.isdisjoint(list_fellows(ledger, report))
    out, _ = judge(report, "undo")
    assert out == f"{report}: {others} judgements withdrawn, by Ida Bell\n"
    assert load(path, report, capsys) == before
    assert "nothing to undo" in judge(report, "undo", status=1)[1]


def test_a_report_that_is_alone_cannot_be_split_off(judge: Judge, path: Path, claim: Claim) -> None:
    report = claim.reports[-1].id
    splits = 0
    with open_ledger(path) as ledger:
        while list_fellows(ledger, report):
            judge(report, "split")
            splits += 1
            assert splits < 5
    assert "is alone in its claim" in judge(report, "split", status=1)[1]
    for _ in range(splits):
        judge(report, "undo")


def test_undo_of_one_report_takes_back_the_last_decision_alone(judge: Judge, claim: Claim) -> None:
    first, second, third = (one.id for one in claim.reports[:3])
    judge(first, second, "unsure")
    judge(first, third, "unsure")
    assert "withdrawn" in judge(first, "undo")[0]
    assert "nothing to undo" in judge(first, third, "undo", status=1)[1]
    assert "withdrawn" in judge(first, second, "undo")[0]


def test_a_source_is_taken_back_without_its_id(judge: Judge, claim: Claim) -> None:
    report = next(one for one in claim.reports if one.source)
    out, error = judge(report.id, "source", report.source)
    assert out.endswith(": source, by Ida Bell\n")
    assert f"onrecord judge {report.id} undo" in error
    assert "withdrawn" in judge(report.id, "UNDO")[0]

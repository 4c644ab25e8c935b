import pytest
from evaluation.calibration import (
    describe_curve,
    describe_errors,
    describe_threshold,
    judge_readings,
    measure_calibration,
)
from evaluation.gold import Record

from onrecord.records import Act, Article, Attribution, Form, Span

TEXT = "Ana Ruiz said the bridge would close. Tom Holt said Ruiz wanted the money back."
ARTICLE = Article(title="", text=TEXT)
GOLD: list[Record] = [
    {"source": [[0, 8]], "cue": [[9, 13]], "content": [[14, 36]]},
    {"source": [[38, 46]], "cue": [[47, 51]], "content": [[52, 78]]},
]


def attribution(
    source: tuple[int, int], cue: tuple[int, int], content: tuple[int, int], score: float
) -> Attribution:
    return Attribution(
        article_id=ARTICLE.id,
        source=(Span(*source),),
        cue=(Span(*cue),),
        content=(Span(*content),),
        form=Form.INDIRECT,
        act=Act.SAYS,
        score=score,
    )


SURE = attribution((0, 8), (9, 13), (14, 36), 0.9)
OTHERS_WORDS = attribution((0, 8), (47, 51), (52, 78), 0.6)
INNER = attribution((52, 56), (57, 63), (64, 78), 0.3)
READINGS = {"a": (SURE, OTHERS_WORDS, INNER)}


def judge(lowest: float | None = None):
    return judge_readings({"a": ARTICLE}, {"a": GOLD}, READINGS, lowest=lowest)


def test_a_wrong_source_is_half_right() -> None:
    sample = judge()
    assert sample.scores.tolist() == [0.9, 0.6]
    assert sample.full.tolist() == [1.0, 0.0]
    assert sample.overlap.tolist() == [1.0, 1.0]
    assert sample.gold == 2


def test_a_threshold_shows_those_above_it() -> None:
    assert judge(0.7).scores.tolist() == [0.9]
    assert judge(0.95).scores.tolist() == []


def test_what_no_article_of_gold_holds_is_left_out() -> None:
    sample = judge_readings({"a": ARTICLE}, {}, READINGS)
    assert (len(sample.scores), sample.gold) == (0, 0)


def test_the_curve_has_ten_bins() -> None:
    lines = describe_curve(judge()).splitlines()
    assert len(lines) == 11
    assert lines[-1].split() == ["0.9–1.0", "1", "90.0", "100.0", "100.0"]
    assert lines[1].split() == ["0.0–0.1", "0"]


def test_errors_are_told_of_full_and_overlap() -> None:
    full, overlap = describe_errors("all", judge()).splitlines()
    assert "error 0.350" in full  # 0.1 and 0.6
    assert "error 0.250" in overlap  # 0.1 and 0.4


def test_a_threshold_has_precision_and_recall() -> None:
    cells = describe_threshold(0.1, judge(0.1)).split()
    assert cells == ["0.10", "2", "50.0", "50.0", "50.0", "100.0", "100.0", "100.0"]


def test_floors_are_held_by_what_is_left_of_the_error(capsys: pytest.CaptureFixture[str]) -> None:
    figures = measure_calibration({"a": ARTICLE}, {"a": GOLD}, READINGS, default=0.5)
    assert figures["1 - ECE"] == pytest.approx(0.65)
    assert figures["average precision"] == pytest.approx(0.5)
    assert "the default" in capsys.readouterr().out

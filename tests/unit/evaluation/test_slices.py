import copy
from typing import Any

from evaluation.gold import Record
from evaluation.slices import (
    Split,
    compare_totals,
    describe_slice,
    judge_split,
    measure_slices,
    slice_by,
)
from evaluation.slicing import PROPERTIES, KnownCues, Setting

from onrecord.records import Article

TEXT = 'Ana Ruiz said the bridge would close. "It will not," Tom Holt said.'
ARTICLES = {"post_1": Article(title="", text=TEXT)}
NOTHING = KnownCues(frozenset(), frozenset())
INDIRECT: Record = {"source": [[0, 8]], "cue": [[9, 13]], "content": [[14, 36]]}
DIRECT: Record = {"source": [[53, 61]], "cue": [[62, 66]], "content": [[39, 50]]}


def judge(*predictions: Record) -> Split:
    return judge_split(ARTICLES, {"post_1": [INDIRECT, DIRECT]}, {"post_1": list(predictions)})


def scorer_figures(*, direct_recall: float) -> dict[str, Any]:
    """What the scorer says when one of two golds, the direct one, was predicted alone."""
    by_class = {
        "direct": {"r": direct_recall, "p": 1.0, "gold": 1, "pred": 1},
        "mixed": {"r": 0.0, "p": 0.0, "gold": 0, "pred": 0},
        "indirect": {"r": 0.0, "p": 0.0, "gold": 1, "pred": 0},
    }
    measure = {"tp": 1, "gold": 2, "pred": 1, "by_class": by_class}
    return {"overlap": measure, "full": copy.deepcopy(measure)}


def test_recall_is_of_golds_and_precision_of_predictions() -> None:
    wrong: Record = {**INDIRECT, "content": [[53, 61]]}
    prop, order = PROPERTIES["form"]
    settings = {"post_1": Setting(TEXT, NOTHING)}
    direct, indirect = slice_by(prop, order, judge(DIRECT, wrong), settings)
    assert (direct.label, indirect.label) == ("direct", "indirect")
    assert [one.full for one in direct.gold] == [True]
    assert [one.full for one in indirect.gold] == [False]
    assert [one.full for one in indirect.predicted] == [False]
    assert "100.0" in describe_slice(direct)


def test_a_slice_without_predictions_has_no_precision() -> None:
    prop, order = PROPERTIES["form"]
    _, indirect = slice_by(prop, order, judge(DIRECT), {"post_1": Setting(TEXT, NOTHING)})
    assert describe_slice(indirect).rstrip().endswith("–")


def test_totals_that_agree_with_the_scorers_pass() -> None:
    assert compare_totals(judge(DIRECT), scorer_figures(direct_recall=1.0)) == []


def test_totals_that_differ_are_named() -> None:
    (one, other) = compare_totals(judge(DIRECT), scorer_figures(direct_recall=0.0))
    assert one.startswith("overlap direct gold: 1 by our matching")
    assert other.startswith("full direct gold")


def test_small_slices_hold_no_floor() -> None:
    assert measure_slices(ARTICLES, judge(DIRECT), NOTHING) == {}
    many = judge_split(ARTICLES, {"post_1": [DIRECT] * 60}, {"post_1": [DIRECT] * 45})
    assert measure_slices(ARTICLES, many, NOTHING)["form: direct"] == 0.75

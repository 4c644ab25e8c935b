import json
from dataclasses import replace
from pathlib import Path

import pytest
from evaluation.acts import (
    ActScores,
    Classes,
    Label,
    classify_labels,
    compute_figures,
    describe_agreement,
    describe_scores,
    estimate_intervals,
    look_up_acts,
    read_labels,
    score_acts,
)

from onrecord.records import Article, Span, Spans

TEXT = (
    "Ana Ruiz denied that the bridge was sold. Tom Holt reportedly said it would close. "
    "A survey suggested that most drivers agree."
)
ARTICLES = {"a": Article(title="", text=TEXT)}


def span(words: str) -> Spans:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


def label(source: str, cue: str, content: str, classes: Classes) -> Label:
    return Label("a", False, span(source), span(cue), span(content), classes)


def score(labels: list[Label]) -> ActScores:
    found = classify_labels(labels, ARTICLES)
    return score_acts(labels, found, look_up_acts(labels, ARTICLES))


LABELS = [
    label("Ana Ruiz", "denied", "that the bridge was sold", Classes("denies", False, False)),
    label("Tom Holt", "said", "it would close", Classes("says", False, True)),
    label("A survey", "suggested", "that most drivers agree", Classes("shows", False, False)),
]


def test_the_product_is_scored_on_gold_passages() -> None:
    scores = score(LABELS)
    assert scores.accuracy == 1.0
    assert scores.marks["hedged"].f1 == 1.0
    assert scores.marks["negated"].gold == 0


def test_the_lexicon_alone_does_not_look_at_the_source() -> None:
    acts = look_up_acts(LABELS, ARTICLES)
    assert acts[0] == "denies"
    assert acts[2] != "shows"
    assert score(LABELS).lexicon_accuracy == pytest.approx(2 / 3)


def test_a_wrong_label_costs() -> None:
    wrong = label("Tom Holt", "said", "it would close", Classes("asks", False, False))
    scores = score([LABELS[0], wrong])
    assert scores.accuracy == 0.5
    assert scores.acts["asks"].recall == 0.0
    assert scores.marks["hedged"].precision == 0.0


def test_the_table_names_every_act() -> None:
    table = describe_scores(score(LABELS))
    assert all(name in table for name in ("denies", "says", "shows", "negated", "hedged"))


def test_figures_are_those_that_hold_floors() -> None:
    says, hedged = Classes("says", False, False), Classes("says", False, True)
    figures = compute_figures([says, says, hedged, hedged], [says, says, says, hedged])
    assert figures == pytest.approx(
        {"macro_f1": 1.0, "accuracy": 1.0, "negated": 0.0, "hedged": 2 / 3}
    )


def test_intervals_draw_articles() -> None:
    right, wrong = Classes("says", False, False), Classes("asks", False, False)
    labels = [
        Label(f"article {number}", False, None, span("said"), span("sold"), right)
        for number in range(40)
    ]
    found = [wrong] * 10 + [right] * 30
    low, high = estimate_intervals(labels, found, rounds=200)["accuracy"]
    assert 0.5 < low < 0.75 < high < 0.95
    # All in one article: nothing varies.
    alone = [replace(label, article="one") for label in labels]
    assert estimate_intervals(alone, found, rounds=20)["accuracy"] == (0.75, 0.75)


def test_labels_are_read_with_both_passes(tmp_path: Path) -> None:
    row = {
        "article": "a",
        "held": True,
        "source": [],
        "cue": [[9, 15]],
        "content": [[16, 20], [22, 30]],
        "act": "denies",
        "negated": False,
        "hedged": True,
        "passes": [["denies", False, True], ["disputes", False, True]],
    }
    path = tmp_path / "acts.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    (one,) = read_labels(path)
    assert one.source is None
    assert one.content == (Span(16, 20), Span(22, 30))
    assert one.classes == Classes("denies", False, True)
    assert [found.act for found in one.passes] == ["denies", "disputes"]


def test_agreement_is_that_of_the_passes_not_of_what_was_settled() -> None:
    both = (Classes("says", False, False), Classes("claims", False, False))
    alike = (Classes("says", True, False), Classes("says", True, False))
    labels = [
        Label("a", False, None, span("denied"), span("sold"), Classes("says", False, False), passes)
        for passes in (both, alike)
    ]
    assert "act 50.0 %" in describe_agreement(labels)
    assert "negated 100.0 % (kappa 1.00)" in describe_agreement(labels)


def test_labels_of_marks_alone_are_read_and_the_unread_half_told_apart(tmp_path) -> None:
    row = {"source": None, "cue": [[0, 4]], "content": [[5, 9]], "negated": True, "hedged": False}
    path = tmp_path / "marks.jsonl"
    lines = [json.dumps({"article": half, "half": half, **row}) for half in "TV"]
    path.write_text("\n".join(lines), encoding="utf-8")
    labels = read_labels(path)
    assert [label.held for label in labels] == [False, True]
    assert all(label.classes.negated and not label.classes.hedged for label in labels)

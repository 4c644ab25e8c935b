"""Acts, negation and hedging on labelled attributions of PolNeAR dev, their passages given.

The sample holds more of the rare acts than news does, so its accuracy is not that of an article. A
third of the articles is held back: nobody looks at its single labels, only at these figures.
"""

import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.classes import (
    ClassScore,
    accuracy,
    cohens_kappa,
    macro_f1,
    score_classes,
)
from onrecord.articles.quotations import find_quotations
from onrecord.attributions.classification import Passages, classify_passages
from onrecord.attributions.cue_head import find_cue_head
from onrecord.attributions.cues import load_lexicon
from onrecord.records import Act, Article, Span, Spans

LABELS = Path(__file__).parent / "labels" / "acts.jsonl"
MORE_MARKS = Path(__file__).parent / "labels" / "marks.jsonl"
"""Attributions of PolNeAR train with labels of negated and hedged only."""
UNREAD = "V"
"""The half of them whose errors nobody read while rules were written."""
MARKS = ("negated", "hedged")
FEWEST = 3
"""Labels of the rarest class that counts in the macro average of a part."""


@dataclass(frozen=True, slots=True)
class Classes:
    """What one attribution was labelled as."""

    act: str
    negated: bool
    hedged: bool


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled attribution.

    Attributes:
        article: name of the PolNeAR article.
        held: whether the article is one of those that are held back.
        source, cue, content: gold passages.
        classes: as settled between both passes; without an act where only marks are labelled.
        passes: as each of two independent readings had it.
    """

    article: str
    held: bool
    source: Spans | None
    cue: Spans
    content: Spans
    classes: Classes
    passes: tuple[Classes, ...] = ()


def read_labels(path: Path) -> list[Label]:
    """The labels of a file of JSON lines."""
    labels = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        source, cue, content = (
            tuple(Span(start, end) for start, end in row[role] or ())
            for role in ("source", "cue", "content")
        )
        labels.append(
            Label(
                article=row["article"],
                held=row["held"] if "held" in row else row["half"] == UNREAD,
                source=source or None,
                cue=cue,
                content=content,
                classes=Classes(row.get("act", ""), row["negated"], row["hedged"]),
                passes=tuple(Classes(*one) for one in row.get("passes", ())),
            )
        )
    return labels


def classify_labels(labels: Sequence[Label], articles: Mapping[str, Article]) -> list[Classes]:
    """What the product makes of the gold passages."""
    quotations = {
        name: find_quotations(articles[name].text) for name in {a.article for a in labels}
    }
    found = []
    for label in labels:
        attribution = classify_passages(
            articles[label.article],
            Passages(label.source, label.cue, label.content, 1.0),
            quotations[label.article],
        )
        classes = Classes(attribution.act.value, attribution.negated, attribution.hedged)
        found.append(classes)
    return found


def look_up_acts(labels: Sequence[Label], articles: Mapping[str, Article]) -> list[str]:
    """The baseline: the first act that the lexicon gives the cue, whatever stands around it."""
    lexicon = load_lexicon()
    acts = []
    for label in labels:
        form = find_cue_head(articles[label.article].text, label.cue, label.content, lexicon).form
        acts.append(form.senses[0].act.value if form else Act.SAYS.value)
    return acts


@dataclass(frozen=True, slots=True)
class ActScores:
    """The figures of one part of the labels.

    Attributes:
        acts: by act.
        lexicon: by act, of the lexicon alone.
        marks: "negated" and "hedged", of those labelled so.
        accuracy, lexicon_accuracy: share of acts that are right.
    """

    acts: dict[str, ClassScore]
    lexicon: dict[str, ClassScore]
    marks: dict[str, ClassScore]
    accuracy: float
    lexicon_accuracy: float


def score_acts(
    labels: Sequence[Label], found: Sequence[Classes], looked_up: Sequence[str]
) -> ActScores:
    """Score what the product finds, and the lexicon alone beside it."""
    gold = [label.classes for label in labels]
    acts, predicted = [one.act for one in gold], [one.act for one in found]
    return ActScores(
        acts=score_classes(acts, predicted),
        lexicon=score_classes(acts, looked_up),
        marks={mark: score_mark(gold, found, mark) for mark in MARKS},
        accuracy=accuracy(acts, predicted),
        lexicon_accuracy=accuracy(acts, looked_up),
    )


def score_mark(gold: Sequence[Classes], found: Sequence[Classes], mark: str) -> ClassScore:
    """How well those that bear a mark were told from those that do not."""
    sides = [[bool(getattr(one, mark)) for one in side] for side in (gold, found)]
    return score_classes(*sides).get(True, ClassScore(0, 0, 0))


def compute_figures(gold: Sequence[Classes], found: Sequence[Classes]) -> dict[str, float]:
    """The figures that hold floors."""
    acts, predicted = [one.act for one in gold], [one.act for one in found]
    return {
        "macro_f1": macro_f1(score_classes(acts, predicted), fewest=FEWEST),
        "accuracy": accuracy(acts, predicted),
        **{mark: score_mark(gold, found, mark).f1 for mark in MARKS},
    }


def describe_scores(scores: ActScores) -> str:
    """A table by act, then the averages."""
    lines = [f"{'':14} {'labels':>6} {'P':>6} {'R':>6} {'F1':>6} {'lexicon alone':>14}"]
    for act, score in scores.acts.items():
        alone = scores.lexicon.get(act, ClassScore(0, 0, 0))
        lines.append(_describe_class(act, score) + f" {100 * alone.f1:14.1f}")
    lines.append(
        f"macro-F1 of acts with {FEWEST} labels or more: "
        f"{100 * macro_f1(scores.acts, fewest=FEWEST):.1f} "
        f"(lexicon alone {100 * macro_f1(scores.lexicon, fewest=FEWEST):.1f}); accuracy: "
        f"{100 * scores.accuracy:.1f} (lexicon alone {100 * scores.lexicon_accuracy:.1f})"
    )
    lines += [_describe_class(mark, score) for mark, score in scores.marks.items()]
    return "\n".join(lines)


def _describe_class(name: str, score: ClassScore) -> str:
    rates = (score.precision, score.recall, score.f1)
    return f"{name:14} {score.gold:6} " + " ".join(f"{100 * rate:6.1f}" for rate in rates)


def estimate_intervals(
    labels: Sequence[Label], found: Sequence[Classes], *, rounds: int = 1000
) -> dict[str, tuple[float, float]]:
    """95 % intervals of the figures, resampling articles: labels of one article go together."""
    by_article: dict[str, list[tuple[Classes, Classes]]] = {}
    for label, one in zip(labels, found, strict=True):
        by_article.setdefault(label.article, []).append((label.classes, one))
    articles, source = sorted(by_article), random.Random(0)
    drawn: dict[str, list[float]] = {}
    for _ in range(rounds):
        sample = source.choices(articles, k=len(articles))
        gold, predicted = zip(*(pair for name in sample for pair in by_article[name]), strict=True)
        for measure, figure in compute_figures(gold, predicted).items():
            drawn.setdefault(measure, []).append(figure)
    return {
        measure: (sorted(values)[int(0.025 * rounds)], sorted(values)[int(0.975 * rounds)])
        for measure, values in drawn.items()
    }


def describe_intervals(intervals: Mapping[str, tuple[float, float]]) -> str:
    """One line."""
    parts = [f"{name} {100 * low:.1f}–{100 * high:.1f}" for name, (low, high) in intervals.items()]
    return "95 % intervals: " + ", ".join(parts)


def describe_agreement(labels: Sequence[Label]) -> str:
    """How far two independent readings agree, before they were settled."""
    both = [label.passes for label in labels if len(label.passes) == 2]
    parts = []
    for name in ("act", *MARKS):
        first, second = ([getattr(one[n], name) for one in both] for n in (0, 1))
        share, kappa = accuracy(first, second), cohens_kappa(first, second)
        parts.append(f"{name} {100 * share:.1f} % (kappa {kappa:.2f})")
    return f"agreement of two readings of {len(both)} attributions: " + ", ".join(parts)


def measure_acts(articles: Mapping[str, Article]) -> dict[str, dict[str, float]]:
    """Print the tables of the open and of the held part; give back what holds floors."""
    labels = read_labels(LABELS)
    print(describe_agreement(labels))
    figures = {}
    for name, held in (("open", False), ("held", True)):
        part = [label for label in labels if label.held is held]
        found = classify_labels(part, articles)
        print(f"-- acts, {name} part: {len(part)} attributions --")
        print(describe_scores(score_acts(part, found, look_up_acts(part, articles))))
        print(describe_intervals(estimate_intervals(part, found)))
        figures[f"acts_{name}"] = compute_figures([label.classes for label in part], found)
    return figures


def measure_marks(articles: Mapping[str, Article]) -> dict[str, dict[str, float]]:
    """Print how well negated and hedged are read on articles of train whose errors nobody read.

    Args:
        articles: those of PolNeAR train.
    """
    labels = [label for label in read_labels(MORE_MARKS) if label.held]
    found = classify_labels(labels, articles)
    gold = [label.classes for label in labels]
    scores = {mark: score_mark(gold, found, mark) for mark in MARKS}
    print(f"-- marks, {len(labels)} attributions of PolNeAR train --")
    for mark, score in scores.items():
        print(_describe_class(mark, score))
    return {"marks_train": {mark: score.f1 for mark, score in scores.items()}}

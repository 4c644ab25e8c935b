"""Recall and precision of a reader by slices of PolNeAR dev."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evaluation.gold import Record
from evaluation.matching import FORMS, Judged, judge_article
from evaluation.slicing import PROPERTIES, KnownCues, Property, Setting
from onrecord.records import Article

HELD_FROM = 50
"""Gold attributions of the smallest slice that holds a floor."""


@dataclass(frozen=True, slots=True)
class Split:
    """All attributions of a split, gold and predicted, each with whether it was matched."""

    gold: tuple[Judged, ...]
    predicted: tuple[Judged, ...]


@dataclass(frozen=True, slots=True)
class Slice:
    """The attributions that share a value of a property.

    Golds are told apart by their own passages, predictions by theirs.
    """

    label: str
    gold: tuple[Judged, ...]
    predicted: tuple[Judged, ...]


def judge_split(
    articles: Mapping[str, Article],
    gold: Mapping[str, Sequence[Record]],
    predictions: Mapping[str, Sequence[Record]],
) -> Split:
    """Match gold and predictions article by article."""
    judged = [
        judge_article(name, article.text, gold.get(name, ()), predictions.get(name, ()))
        for name, article in articles.items()
        if name in gold
    ]
    return Split(
        tuple(one for golds, _ in judged for one in golds),
        tuple(one for _, predicted in judged for one in predicted),
    )


def compare_totals(split: Split, figures: Mapping[str, Any]) -> list[str]:
    """Where our own matching counts otherwise than the scorer; it must be nowhere.

    Args:
        split: gold and predictions of a run.
        figures: what the scorer wrote of the same run.
    """
    ours: dict[str, float] = {}
    theirs: dict[str, float] = {}
    for measure in ("overlap", "full"):
        rates = figures[measure]
        counts = {
            "tp": sum(getattr(one, measure) for one in split.gold),
            "gold": len(split.gold),
            "pred": len(split.predicted),
        }
        for what, count in counts.items():
            ours[f"{measure} {what}"], theirs[f"{measure} {what}"] = count, rates[what]
        for form in FORMS:
            by_form = rates["by_class"][form]
            for side, rate in (("gold", "r"), ("predicted", "p")):
                judged = [one for one in getattr(split, side) if one.form == form]
                key = f"{measure} {form} {side}"
                ours[key] = sum(getattr(one, measure) for one in judged)
                theirs[key] = round(by_form[rate] * by_form[side[:4]], 6)
    return [
        f"{key}: {count} by our matching, {theirs[key]} by the scorer's"
        for key, count in ours.items()
        if abs(count - theirs[key]) > 1e-3
    ]


def slice_by(
    prop: Property, order: Sequence[str], split: Split, settings: Mapping[str, Setting]
) -> list[Slice]:
    """The attributions of a split by one property; values that nothing has are left out."""
    sides: tuple[dict[str, list[Judged]], dict[str, list[Judged]]] = ({}, {})
    for side, judged in zip(sides, (split.gold, split.predicted), strict=True):
        for one in judged:
            side.setdefault(prop(one, settings[one.article]), []).append(one)
    labels = order or sorted({*sides[0], *sides[1]})
    return [
        Slice(label, tuple(sides[0].get(label, ())), tuple(sides[1].get(label, ())))
        for label in labels
        if label in sides[0] or label in sides[1]
    ]


def measure_slices(
    articles: Mapping[str, Article], split: Split, known: KnownCues
) -> dict[str, float]:
    """Print every slice; give back the recall of those that are large enough to hold a floor."""
    settings = {name: Setting(article.text, known) for name, article in articles.items()}
    figures: dict[str, float] = {}
    heads = f"{'overlap R':>9} {'full R':>7}"
    print(f"{'':32} {'gold':>5} {heads} {'pred':>6} {heads.replace('R', 'P')}")
    for name, (prop, order) in PROPERTIES.items():
        print(name)
        for one in slice_by(prop, order, split, settings):
            print(describe_slice(one))
            if len(one.gold) >= HELD_FROM:
                figures[f"{name}: {one.label}"] = _share(one.gold, "full")
    return figures


def describe_slice(one: Slice) -> str:
    """One line of the table; a dash where there is nothing to measure on."""
    cells = []
    for judged, width in ((one.gold, 5), (one.predicted, 6)):
        cells.append(f"{len(judged):{width}}")
        for measure, room in (("overlap", 9), ("full", 7)):
            share = f"{100 * _share(judged, measure):.1f}" if judged else "–"
            cells.append(f"{share:>{room}}")
    return f"  {one.label:30} " + " ".join(cells)


def _share(judged: Sequence[Judged], measure: str) -> float:
    return sum(bool(getattr(one, measure)) for one in judged) / len(judged)

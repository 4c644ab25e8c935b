"""Whether `Attribution.score` means what it says, and what `--min-score` gives and costs.

A score is read as the probability that the attribution is right: that its content overlaps a gold
one by half and that the source fits (the scorer's `full`). PolNeAR marks only outermost
attributions, so only those are judged. About one attribution in seventeen is missing from gold and
counts as wrong here: scores that fit gold are a little too modest.

The map that makes the scores was itself fitted on these articles; `python -m training.calibrate`
prints what it does on articles left out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from evaluation.gold import Record
from evaluation.matching import judge_article
from evaluation.polnear import as_record
from evaluation.reliability import (
    Bin,
    Floats,
    average_precision,
    brier_score,
    calibration_error,
    cut_by_mass,
    cut_by_width,
)
from evaluation.thresholds import select_at_own_threshold, select_outermost
from onrecord.records import Article, Attribution

LOWEST = 0.05
"""The threshold that attributions are read at: the least score that is judged."""
THRESHOLDS = tuple(round(step / 10, 1) for step in range(1, 10))


@dataclass(frozen=True, slots=True)
class Sample:
    """Attributions with their scores.

    Attributes:
        scores: of each.
        full, overlap: 1 where it is right, 0 where not.
        gold: attributions that there are to find.
    """

    scores: Floats
    full: Floats
    overlap: Floats
    gold: int


def judge_readings(
    articles: Mapping[str, Article],
    gold: Mapping[str, Sequence[Record]],
    readings: Mapping[str, Sequence[Attribution]],
    *,
    lowest: float | None = None,
) -> Sample:
    """Judge what a reader found.

    Args:
        articles: by name.
        gold: by name; articles without an entry are left out.
        readings: what the reader found at a low threshold.
        lowest: judge what it would show from this score up; None for all that any threshold would.
    """
    rows = []
    for name, records in gold.items():
        found = readings.get(name, ())
        shown = (
            select_at_own_threshold(found) if lowest is None else select_outermost(found, lowest)
        )
        _, judged = judge_article(
            name, articles[name].text, records, [as_record(one) for one in shown]
        )
        rows += [
            (one.score, verdict.full, verdict.overlap)
            for one, verdict in zip(shown, judged, strict=True)
        ]
    scores, full, overlap = np.asarray(rows, dtype=np.float64).reshape(-1, 3).T
    return Sample(scores, full, overlap, sum(map(len, gold.values())))


def describe_curve(sample: Sample) -> str:
    """The reliability curve of `full` in ten bins of equal width, with `overlap` beside it."""
    lines = [f"{'score':>10} {'count':>6} {'mean score':>11} {'full':>6} {'overlap':>8}"]
    overlaps = cut_by_width(sample.scores, sample.overlap)
    for one, other in zip(cut_by_width(sample.scores, sample.full), overlaps, strict=True):
        lines.append(_describe_bin(one, other))
    return "\n".join(lines)


def _describe_bin(full: Bin, overlap: Bin) -> str:
    name = f"{full.low:.1f}–{full.high:.1f}"
    if not full.count:
        return f"{name:>10} {0:6}"
    shares = f"{100 * full.score:11.1f} {100 * full.right:6.1f} {100 * overlap.right:8.1f}"
    return f"{name:>10} {full.count:6} {shares}"


def describe_errors(name: str, sample: Sample) -> str:
    """Expected calibration errors and Brier scores of one sample, on two lines."""
    lines = []
    for measure, right in (("full", sample.full), ("overlap", sample.overlap)):
        lines.append(
            f"{name}, {len(sample.scores)} attributions, {measure}: expected calibration error "
            f"{calibration_error(cut_by_width(sample.scores, right)):.3f} by equal width, "
            f"{calibration_error(cut_by_mass(sample.scores, right)):.3f} by equal mass; "
            f"Brier {brier_score(sample.scores, right):.3f}"
        )
    return "\n".join(lines)


def describe_threshold(lowest: float, sample: Sample) -> str:
    """Precision, recall and F1 of what one `--min-score` shows."""
    cells = []
    for right in (sample.full, sample.overlap):
        found, shown = float(right.sum()), len(right)
        rates = (
            found / shown if shown else 0.0,
            found / sample.gold if sample.gold else 0.0,
            2 * found / (shown + sample.gold) if shown + sample.gold else 0.0,
        )
        cells.append(" ".join(f"{100 * rate:6.1f}" for rate in rates))
    return f"{lowest:9.2f} {len(sample.scores):7} " + "   ".join(cells)


def measure_calibration(
    articles: Mapping[str, Article],
    gold: Mapping[str, Sequence[Record]],
    readings: Mapping[str, Sequence[Attribution]],
    default: float,
) -> dict[str, float]:
    """Print curve, errors and thresholds; give back what holds floors: errors as 1 − error.

    Args:
        articles: by name.
        gold: by name.
        readings: what the reader found from `LOWEST` up.
        default: the reader's own lowest score.
    """
    everything = judge_readings(articles, gold, readings)
    shown = judge_readings(articles, gold, readings, lowest=default)
    print(describe_curve(everything))
    print(describe_errors(f"from {LOWEST} up", everything))
    print(describe_errors(f"from {default} up (the default)", shown))
    precision = average_precision(everything.scores, everything.full, everything.gold)
    print(f"average precision of full: {100 * precision:.1f}")
    head = " ".join(f"{letter:>6}" for letter in ("P", "R", "F1"))
    print(f"{'min-score':>9} {'shown':>7} {head}   {head}   (full, overlap)")
    for lowest in sorted({*THRESHOLDS, default}):
        sample = judge_readings(articles, gold, readings, lowest=lowest)
        mark = "  the default" if lowest == default else ""
        print(describe_threshold(lowest, sample) + mark)
    return {
        "1 - ECE": 1 - calibration_error(cut_by_width(everything.scores, everything.full)),
        "1 - ECE, shown": 1 - calibration_error(cut_by_width(shown.scores, shown.full)),
        "average precision": precision,
    }

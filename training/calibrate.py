"""What a score of the network is worth: a map from it to the share of attributions that are right.

``python -m training.calibrate --polnear DIR --model FOLDER``

The network was trained on PolNeAR train, so that its scores there are too good: the map is fitted
on dev, and the errors printed are those of articles that it was not fitted on (five folds). Two
maps are tried: a straight line on the log-odds (Platt), and steps that only rise (isotonic
regression). The one with the smaller calibration error on articles left out goes into `model.json`.
"""

import argparse
import itertools
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from evaluation.gold import read_gold
from evaluation.matching import judge_article
from evaluation.nesting import LABELS, OVERLAP, overlap, take_letters
from evaluation.polnear import as_record, read_articles
from evaluation.reliability import (
    average_precision,
    brier_score,
    calibration_error,
    cut_by_mass,
    cut_by_width,
)
from evaluation.thresholds import select_at_own_threshold
from numpy.typing import NDArray

from onrecord.articles.quotations import find_quotations
from onrecord.attributions.neural.decoding import Draft, nest_drafts
from onrecord.attributions.neural.model import OnnxBackend, read_model_files
from onrecord.attributions.neural.nested import ScoredText, read_nested
from onrecord.attributions.neural.scoring import Backend, encode_text, read_drafts
from onrecord.attributions.neural.tokens import load_tokenizer, tokenize
from onrecord.records import Span, Spans
from training.corpus import read_nested as read_nested_labels

Floats = NDArray[np.float64]
Knots = dict[str, list[float]]
"""A map that rises in straight pieces: "logits" and the "probabilities" they stand for."""

LOWEST = 0.05
"""Raw score of the least sure attribution that the map is fitted on."""
FOLDS = 5
KNOTS = 12
_STEPS = 60


def fit_calibration(scores: Sequence[float], right: Sequence[bool], groups: Sequence[str]) -> Knots:
    """The map that does better on groups that it was not fitted on, fitted on all of them.

    Args:
        scores: raw scores of the network, between 0 and 1.
        right: whether each attribution is.
        groups: the article of each.
    """
    logits, truth = to_logits(scores), np.asarray(right, dtype=np.float64)
    errors = {
        name: calibration_error(cut_by_width(read_out_of_fold(fit, logits, truth, groups), truth))
        for name, fit in METHODS.items()
    }
    return METHODS[min(errors, key=errors.__getitem__)](logits, truth)


def read_out_of_fold(
    fit: Callable[[Floats, Floats], Knots], logits: Floats, truth: Floats, groups: Sequence[str]
) -> Floats:
    """The probability of each attribution by a map fitted on the other folds' articles."""
    fold_of = {group: number % FOLDS for number, group in enumerate(sorted(set(groups)))}
    folds = np.asarray([fold_of[group] for group in groups])
    probabilities = np.zeros(len(logits))
    for fold in range(FOLDS):
        inside = folds == fold
        if inside.any():
            knots = fit(logits[~inside], truth[~inside])
            probabilities[inside] = apply_knots(knots, logits[inside])
    return probabilities


def apply_knots(knots: Knots, logits: Floats) -> Floats:
    """The probabilities that the map gives; beyond its ends it stays level."""
    return np.interp(logits, knots["logits"], knots["probabilities"])


def to_logits(scores: Sequence[float] | Floats) -> Floats:
    """Log-odds of scores between 0 and 1."""
    inside = np.clip(np.asarray(scores, dtype=np.float64), 1e-6, 1 - 1e-6)
    odds: Floats = np.log(inside / (1 - inside))
    return odds


def fit_platt(logits: Floats, truth: Floats) -> Knots:
    """Logistic regression on the log-odds by Newton's method, drawn in straight pieces."""
    inputs = np.column_stack([np.ones(len(logits)), logits])
    weights = np.zeros(2)
    for _ in range(_STEPS):
        expected = _sigmoid(inputs @ weights)
        slope = inputs.T @ (expected - truth)
        curvature = (inputs * (expected * (1 - expected))[:, None]).T @ inputs
        step = np.linalg.solve(curvature + 1e-6 * np.eye(2), slope)
        weights -= step
        if np.abs(step).max() < 1e-9:
            break
    if weights[1] <= 0:
        raise SystemExit("the scores say nothing of what is right: no map to fit")
    places = np.linspace(logits.min(), logits.max(), KNOTS)
    return _as_knots(places, _sigmoid(weights[0] + weights[1] * places))


def fit_isotonic(logits: Floats, truth: Floats) -> Knots:
    """Shares over bins of equal mass, neighbours joined until they rise (pool adjacent violators).

    Straight lines go from the middle of one bin to the middle of the next.
    """
    order = np.argsort(logits, kind="stable")
    pools: list[tuple[float, float, int]] = []  # sum of log-odds, number of right ones, size
    for part in np.array_split(order, KNOTS):
        if not len(part):
            continue
        pools.append((float(logits[part].sum()), float(truth[part].sum()), len(part)))
        while len(pools) > 1 and _share(pools[-2]) >= _share(pools[-1]):
            last = pools.pop()
            pools[-1] = tuple(map(sum, zip(pools[-1], last, strict=True)))  # type: ignore[assignment]
    places = np.asarray([total / size for total, _, size in pools])
    return _as_knots(places, np.asarray([_share(pool) for pool in pools]))


METHODS: dict[str, Callable[[Floats, Floats], Knots]] = {
    "platt": fit_platt,
    "isotonic": fit_isotonic,
}


def _share(pool: tuple[float, float, int]) -> float:
    return pool[1] / pool[2]


def _sigmoid(values: Floats) -> Floats:
    result: Floats = 0.5 + 0.5 * np.tanh(values / 2)  # which never overflows
    return result


def _as_knots(places: Floats, probabilities: Floats) -> Knots:
    clipped = np.clip(probabilities, 0.001, 0.999)
    knots = {"logits": places.round(4).tolist(), "probabilities": clipped.round(4).tolist()}
    rising = all(a < b for a, b in itertools.pairwise(knots["logits"]))
    if not rising:
        raise SystemExit("too few different scores to fit a map on")
    return knots


def open_backend(folder: Path) -> tuple[Backend, Any]:
    """The network and the tokenizer of a model folder."""
    description, files = read_model_files(folder)
    transitions = np.asarray(description["transitions"], dtype=np.float32)
    graphs = files["encoder.onnx"], files["tagger.onnx"]
    backend = OnnxBackend(*graphs, transitions, calibrations=None, threads=0)
    return backend, load_tokenizer(files["tokenizer.json"].decode())


def judge_drafts(split: Path, folder: Path) -> tuple[list[float], list[bool], list[str], int]:
    """Read a split at a low threshold: raw scores, which are right, their articles; gold size."""
    backend, tokenizer = open_backend(folder)
    gold = read_gold(split)
    scores: list[float] = []
    right: list[bool] = []
    groups: list[str] = []
    for name, article in read_articles(split).items():
        text = article.text
        tokens = tokenize(text, tokenizer)
        drafts, _ = read_drafts(text, tokens, find_quotations(text), backend, threshold=LOWEST)
        shown = select_at_own_threshold(drafts)
        _, judged = judge_article(name, text, gold.get(name, []), [as_record(d) for d in shown])
        scores += [draft.score for draft in shown]
        right += [one.full for one in judged]
        groups += [name] * len(shown)
    return scores, right, groups, sum(map(len, gold.values()))


def judge_nested(split: Path, folder: Path) -> tuple[list[float], list[bool], list[str], int]:
    """The same for what is read inside the gold contents of the articles with nested labels.

    Right is a nested attribution of a sure label; one of an unsure label is left out.
    """
    backend, tokenizer = open_backend(folder)
    gold = read_gold(split)
    scores: list[float] = []
    right: list[bool] = []
    groups: list[str] = []
    size = 0
    for name, labels in read_nested_labels(LABELS).items():
        text = (split / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        tokens = tokenize(text, tokenizer)
        holders = nest_drafts([_as_draft(record) for record in gold[name]])
        encoded = encode_text(tokens, backend)
        drafts = read_nested(
            ScoredText(text, tokens, find_quotations(text), encoded),
            holders,
            backend,
            threshold=LOWEST,
        )
        wanted = [(label["sure"], _letters_of(text, label)) for label in labels]
        size += sum(sure for sure, _ in wanted)
        for draft in drafts:
            if draft.parent is None:
                continue
            cue, content = _letters_of(text, as_record(draft))
            near = [(sure, theirs) for sure, (there, theirs) in wanted if cue & there]
            if near and not any(sure for sure, _ in near):
                continue
            scores.append(draft.score)
            right.append(any(overlap(content, theirs) >= OVERLAP for _, theirs in near))
            groups.append(name)
    return scores, right, groups, size


def _as_draft(record: Any) -> Draft:
    def spans(role: str) -> Spans:
        return tuple(Span(start, end) for start, end in sorted(record[role] or ()))

    return Draft(spans("source") or None, spans("cue"), spans("content"), 1.0)


def _letters_of(text: str, record: Any) -> tuple[frozenset[int], frozenset[int]]:
    return take_letters(text, record["cue"]), take_letters(text, record["content"])


def describe(name: str, scores: Floats, truth: Floats, gold: int) -> str:
    """One line of measures."""
    surer = scores >= 0.4
    return (
        f"{name:10} ECE {calibration_error(cut_by_width(scores, truth)):.3f} by width, "
        f"{calibration_error(cut_by_mass(scores, truth)):.3f} by mass, "
        f"{calibration_error(cut_by_width(scores[surer], truth[surer])):.3f} from 0.4 up; "
        f"Brier {brier_score(scores, truth):.4f}; "
        f"average precision {average_precision(scores, truth, gold):.3f}"
    )


def print_thresholds(scores: Floats, truth: Floats, gold: int) -> None:
    """What each lowest score would show: to choose the default on."""
    print("min-score  precision  recall    F1")
    for lowest in np.arange(0.1, 0.91, 0.05):
        shown = scores >= lowest
        found = truth[shown].sum()
        rates = found / max(1, shown.sum()), found / gold, 2 * found / (shown.sum() + gold)
        print(f"{lowest:9.2f} " + " ".join(f"{100 * rate:8.1f}" for rate in rates))


def main() -> None:
    """Fit on dev, print what the map does out of fold, write it into the model's description."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--polnear", type=Path, required=True, help="folder with dev/")
    parser.add_argument("--model", type=Path, required=True, help="folder with model.json")
    parser.add_argument("--threshold", type=float, help="lowest score shown by default")
    parser.add_argument("--nested-threshold", type=float, help="lowest score of a nested one's cue")
    arguments = parser.parse_args()
    dev, path = arguments.polnear / "dev", arguments.model / "model.json"
    description = json.loads(path.read_text(encoding="utf-8"))
    print("== outermost attributions ==")
    description["calibration"] = report(*judge_drafts(dev, arguments.model))
    print("== nested attributions inside gold contents ==")
    description["nested_calibration"] = report(*judge_nested(dev, arguments.model))
    if arguments.threshold is not None:
        description["threshold"] = arguments.threshold
    if arguments.nested_threshold is not None:
        description["nested_threshold"] = arguments.nested_threshold
    path.write_text(json.dumps(description, indent=1) + "\n", encoding="utf-8")
    print(f"written into {path}")


def report(scores: list[float], right: list[bool], groups: list[str], gold: int) -> Knots:
    """Print what each map does out of fold; the better one, fitted on everything."""
    logits, truth = to_logits(scores), np.asarray(right, dtype=np.float64)
    print(f"{len(scores)} attributions of {len(set(groups))} articles; right: {truth.mean():.3f}")
    print(describe("raw", np.asarray(scores), truth, gold))
    for name, fit in METHODS.items():
        print(describe(name, read_out_of_fold(fit, logits, truth, groups), truth, gold))
    knots = fit_calibration(scores, right, groups)
    print_thresholds(apply_knots(knots, logits), truth, gold)
    return knots


if __name__ == "__main__":
    main()

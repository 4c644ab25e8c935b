"""Predictions for a PolNeAR split, and their scores by the corpus's own scorer."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from evaluation.gold import Pieces, Record
from onrecord.attributions.neural.decoding import Draft
from onrecord.attributions.reader import Reader
from onrecord.records import Article, Attribution, Spans

MEASURES = (
    "full",
    "exact",
    "overlap",
    "content_tokens",
    "source_tokens",
    "cue_tokens",
    "full_head",
)


def read_articles(split: Path) -> dict[str, Article]:
    """The texts of one split; offsets are those of the file, so nothing is normalised."""
    return {
        path.stem: Article(title="", text=path.read_bytes().decode("utf-8"))
        for path in sorted((split / "text").glob("*.txt"))
    }


def read_all(articles: Mapping[str, Article], reader: Reader) -> dict[str, tuple[Attribution, ...]]:
    """What the reader finds in each article, nested attributions included."""
    return {name: reader.read(article).attributions for name, article in articles.items()}


def predict(articles: Mapping[str, Article], reader: Reader) -> dict[str, list[Record]]:
    """The outermost attributions of each article, as the scorer reads them."""
    return as_predictions(read_all(articles, reader))


def as_predictions(
    readings: Mapping[str, Iterable[Attribution]],
) -> dict[str, list[Record]]:
    """The outermost ones, as the scorer reads them."""
    return {
        name: [as_record(a) for a in attributions if a.parent_id is None]
        for name, attributions in readings.items()
    }


def as_record(attribution: Attribution | Draft) -> Record:
    """The passages of an attribution, as the scorer reads them."""

    def pieces(spans: Spans | None) -> Pieces | None:
        return [[span.start, span.end] for span in spans] if spans else None

    return {
        "source": pieces(attribution.source),
        "cue": pieces(attribution.cue),
        "content": pieces(attribution.content),
    }


def score(
    scorer: Path, split: Path, predictions: Mapping[str, list[Record]], *, rounds: int = 1000
) -> tuple[dict[str, Any], str]:
    """The scorer's figures as JSON, and its table as printed.

    Args:
        scorer: the scorer's script.
        split: the folder of gold.
        predictions: by article.
        rounds: resamplings of the articles for the 95 % intervals.
    """
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / "pred.json"
        given.write_text(json.dumps(predictions), encoding="utf-8")
        return _run_scorer(scorer, [split], ["--pred", str(given), "--bootstrap", str(rounds)])


def score_people(scorer: Path, splits: Iterable[Path]) -> tuple[dict[str, Any], str]:
    """The annotators against each other, where an article has several: what people reach."""
    return _run_scorer(scorer, splits, ["--human"])


def _run_scorer(
    scorer: Path, splits: Iterable[Path], options: list[str]
) -> tuple[dict[str, Any], str]:
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "scores.json"
        command = [sys.executable, str(scorer), "--gold", *map(str, splits), *options]
        finished = subprocess.run(
            [*command, "--json", str(written)], check=True, capture_output=True, text=True
        )
        return json.loads(written.read_text(encoding="utf-8")), finished.stdout

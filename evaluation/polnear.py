"""Predictions for a PolNeAR split, and their scores by the corpus's own scorer."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

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


def predict(articles: dict[str, Article], reader: Reader) -> dict[str, list[dict[str, Any]]]:
    """The outermost attributions of each article, as the scorer reads them."""
    return {
        name: [
            _as_record(attribution)
            for attribution in reader.read(article).attributions
            if attribution.parent_id is None
        ]
        for name, article in articles.items()
    }


def _as_record(attribution: Attribution) -> dict[str, Any]:
    def pieces(spans: Spans | None) -> list[list[int]] | None:
        return [[span.start, span.end] for span in spans] if spans else None

    return {
        "source": pieces(attribution.source),
        "cue": pieces(attribution.cue),
        "content": pieces(attribution.content),
    }


def score(
    scorer: Path, split: Path, predictions: dict[str, list[dict[str, Any]]], *, rounds: int = 1000
) -> tuple[dict[str, Any], str]:
    """The scorer's figures as JSON, and its table as printed.

    Args:
        scorer: the scorer's script.
        split: the folder of gold.
        predictions: by article.
        rounds: resamplings of the articles for the 95 % intervals.
    """
    with tempfile.TemporaryDirectory() as folder:
        given, written = Path(folder) / "pred.json", Path(folder) / "scores.json"
        given.write_text(json.dumps(predictions), encoding="utf-8")
        command = [
            sys.executable, str(scorer), "--gold", str(split), "--pred", str(given),
            "--json", str(written), "--bootstrap", str(rounds),
        ]  # fmt: skip
        finished = subprocess.run(command, check=True, capture_output=True, text=True)
        return json.loads(written.read_text(encoding="utf-8")), finished.stdout

"""Positions on articles that the branch of stands did not learn from, by the labels of training.

Labels as in `training/labels/stands.jsonl`: every passage that states a stand is a row, so rows of
one party, stance and proposition in the same words are one label here. A label is matched as in
`evaluation.positions`, its evidence being the words of its stance and of its proposition. The
rules' writer read errors of some of these articles, so their figures flatter the rules a little.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from evaluation.apart import is_kept_apart
from evaluation.datelines import date_article
from evaluation.positions import (
    PositionCounts,
    agree,
    count_positions,
    pair_labels,
    read_position_labels,
)
from onrecord.attributions.reader import Reader
from onrecord.pipeline import read_article
from onrecord.records import Article

_FOLDER = Path(__file__).parent.parent / "training" / "labels"
LABELS = _FOLDER / "stands.jsonl"
SECOND = _FOLDER / "stands_second.jsonl"

Label = dict[str, Any]


def read_labels_apart(path: Path = LABELS) -> Iterator[tuple[str, list[Mapping[str, Any]]]]:
    """Name and rows of each article that is for judging only."""
    for label in read_position_labels(path):
        if is_kept_apart(label["article"]):
            yield label["article"], label["positions"]


def gather_labels(text: str, rows: Iterable[Mapping[str, Any]]) -> list[Label]:
    """One label, as `evaluation.positions` takes them, for all rows that say the same."""
    found: dict[tuple[str, str, str], Label] = {}
    for row in rows:
        words = (text[slice(*row[part])].lower() for part in ("party_name", "proposition"))
        label: Label = {
            "stance": row["stance"],
            "party": [row["party"]],
            "party_name": [row["party_name"]],
            "evidence": [row["cue"], row["proposition"]],
            "word_of": row["word"],
            "sure": row["sure"],
        }
        first = found.setdefault((row["stance"], *words), label)
        if first is not label:
            first["party"].append(row["party"])
            first.setdefault("also", []).extend(label["evidence"])
            first["sure"] = first["sure"] or row["sure"]
    return list(found.values())


def measure_stands(articles: Mapping[str, Article], reader: Reader) -> dict[str, dict[str, float]]:
    """Print F1 of positions by one reading, and by what two readings list where there are two.

    Args:
        articles: of PolNeAR train, by name.
        reader: finds attributions and stands.
    """
    counts, both = PositionCounts(), PositionCounts()
    second = dict(read_labels_apart(SECOND))
    for name, rows in read_labels_apart():
        article = date_article(name, articles[name])
        reading = read_article(article, reader)
        labels = gather_labels(article.text, rows)
        count_positions(counts, reading, labels)
        if name in second:
            pairs = pair_labels(article.text, labels, gather_labels(article.text, second[name]))
            count_positions(both, reading, agree(pairs))
    print(f"  positions, kept apart: {counts.describe()}")
    print(f"  positions, kept apart, both readings: {both.describe()}")
    return {"positions_apart": {"f1": counts.f1, "f1, both readings": both.f1}}

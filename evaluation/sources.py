"""Sources → entities: labelled sources of PolNeAR dev, resolved from gold passages.

A source is right where its entity has a mention that overlaps one of the label's naming passages
outside of the source itself; where the label has none other (a group that the article describes
once), where the entity's kind is the label's. Kinds are also counted by themselves. Labels that
are not sure are left out.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.chains import find_labelled, read_gold_articles
from evaluation.gold import Record
from evaluation.positions import overlap
from onrecord.records import Article, Reading

LABELS = Path(__file__).parent / "labels" / "sources.jsonl"


def read_source_labels(path: Path = LABELS) -> list[dict[str, Any]]:
    """The labelled sources."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def judge_source(reading: Reading, label: Mapping[str, Any]) -> tuple[bool, bool]:
    """Whether the entity is the label's, and whether its kind is."""
    attribution = find_labelled(reading, label)
    entity = next(
        (e for e in reading.entities if attribution and e.id == attribution.entity_id), None
    )
    if entity is None:
        return False, False
    kind = entity.kind == label["kind"]
    others = [passage for passage in label["entity"] if not overlap([passage], label["source"])]
    mentions = [[span.start, span.end] for span in entity.mentions]
    return (overlap(mentions, others) if others else kind), kind


def measure_sources(
    articles: Mapping[str, Article], gold: Mapping[str, Sequence[Record]]
) -> dict[str, dict[str, float]]:
    """Print shares that are right by the source's type, of open and held-back articles apart."""
    labels = read_source_labels()
    readings = read_gold_articles(labels, articles, gold)
    figures: dict[str, dict[str, float]] = {}
    for part, held in (("open", False), ("held", True)):
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for label in labels:
            if label["held"] is not held or not label["sure"]:
                continue
            right, kind = judge_source(readings[label["article"]], label)
            for row in ("all", label["type"]):
                counts[row].update(rows=1, right=right, kind=kind)
        shown = "  ".join(
            f"{row} {c['right'] / c['rows']:.1%} of {c['rows']}"
            for row, c in sorted(counts.items())
        )
        kinds = counts["all"]["kind"] / counts["all"]["rows"]
        print(f"  sources, {part}: {shown}  (kind {kinds:.1%})")
        figures[f"sources_{part}"] = {row: c["right"] / c["rows"] for row, c in counts.items()} | {
            "kind": kinds
        }
    return figures

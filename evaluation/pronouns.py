"""Pronouns → antecedents: labelled pronouns of PolNeAR train, resolved from gold attributions.

A pronoun is right where the entity that has it as a mention has another one that overlaps a
passage of the label. Half `V` was not read, and not fitted to, when rules and weights were made.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.gold import Record
from evaluation.gold_reader import GoldReader
from evaluation.positions import overlap
from onrecord.records import Article, Entity
from onrecord.resolution.entities import resolve_entities

LABELS = Path(__file__).parent / "labels" / "pronouns_train.jsonl"

_GROUPS = {
    **dict.fromkeys(("he", "she", "him"), "he/she"),
    **dict.fromkeys(("his", "her"), "his/her"),
    **dict.fromkeys(("who", "which"), "who"),
}


def read_pronoun_labels(*halves: str, path: Path = LABELS) -> list[dict[str, Any]]:
    """The labelled pronouns of these halves."""
    labels = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [label for label in labels if label["half"] in halves]


def judge_pronoun(entities: Sequence[Entity], label: Mapping[str, Any]) -> bool:
    """Whether the pronoun stands among the mentions of what the label names."""
    start, end = label["pronoun"]
    for entity in entities:
        mentions = [[span.start, span.end] for span in entity.mentions]
        if any(first == start and last <= end + 1 for first, last in mentions):
            return overlap(mentions, label["antecedent"])
    return False


def measure_pronouns(
    articles: Mapping[str, Article], gold: Mapping[str, Sequence[Record]]
) -> dict[str, dict[str, float]]:
    """Print shares that are right in the half that was left alone, by the pronoun."""
    labels = read_pronoun_labels("V")
    names = {label["article"] for label in labels}
    reader = GoldReader({articles[name].text: gold[name] for name in names}, {})
    entities = {
        name: resolve_entities(articles[name], reader.read(articles[name])).entities
        for name in names
    }
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for label in labels:
        right = judge_pronoun(entities[label["article"]], label)
        word = articles[label["article"]].text[slice(*label["pronoun"])].lower()
        for row in ("all", _GROUPS.get(word, "they/it")):
            counts[row].update(rows=1, right=right)
    shares = {row: count["right"] / count["rows"] for row, count in sorted(counts.items())}
    shown = "  ".join(f"{row} {each:.1%} of {counts[row]['rows']}" for row, each in shares.items())
    print(f"  pronouns, half V: {shown}")
    return {"pronouns": shares}

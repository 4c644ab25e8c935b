"""Chains, bases, addressees and dates of saying, of labelled attributions on gold passages.

The labelled attribution stands among the corpus's gold ones; one that gold lacks (a nested one)
gets the smallest gold content around its cue as parent. A chain is right where it has as many hops
as the label and each hop's entity has a mention, or the hop an evidence, that overlaps the label's
words or fullest name for it. A hop's `how`, an addressee (overlap, or none in both) and a date (the
same value, or none in both) are counted apart. Labels that are not sure are left out.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.datelines import date_article
from evaluation.gold import Record
from evaluation.gold_reader import GoldReader, as_passages
from evaluation.positions import overlap
from onrecord.pipeline import read_article
from onrecord.records import Article, Attribution, Reading

LABELS = Path(__file__).parent / "labels" / "chains.jsonl"


def read_chain_labels(path: Path = LABELS) -> list[dict[str, Any]]:
    """The labelled attributions."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def read_gold_articles(
    labels: Sequence[Mapping[str, Any]],
    articles: Mapping[str, Article],
    gold: Mapping[str, Sequence[Record]],
) -> dict[str, Reading]:
    """Each labelled article, read from gold passages and the labels' own."""
    names = {label["article"] for label in labels}
    extra: dict[str, list[Record]] = defaultdict(list)
    for label in labels:
        extra[articles[label["article"]].text].append(
            {role: label[role] for role in ("source", "cue", "content")}
        )
    reader = GoldReader({articles[name].text: gold[name] for name in names}, extra)
    return {name: read_article(date_article(name, articles[name]), reader) for name in names}


def find_labelled(reading: Reading, label: Mapping[str, Any]) -> Attribution | None:
    """The attribution that a label is about."""
    passages = as_passages(label)
    if passages is None:
        return None
    for attribution in reading.attributions:
        same = (attribution.source, attribution.cue, attribution.content)
        if same == (passages.source, passages.cue, passages.content):
            return attribution
    return None


def judge_chain(reading: Reading, attribution: Attribution, label: Mapping[str, Any]) -> bool:
    """Whether every hop is the label's, in order."""
    entities = {entity.id: entity for entity in reading.entities}
    if len(attribution.chain) != len(label["chain"]):
        return False
    for hop, wanted in zip(attribution.chain, label["chain"], strict=True):
        mentions = [[s.start, s.end] for s in entities[hop.entity_id].mentions]
        mentions.append([hop.evidence.start, hop.evidence.end])
        if not overlap(mentions, [wanted["passage"], wanted["name"]]):
            return False
    return True


def measure_chains(
    articles: Mapping[str, Article], gold: Mapping[str, Sequence[Record]]
) -> dict[str, dict[str, float]]:
    """Print shares that are right, of open and held-back articles and of each set apart."""
    labels = read_chain_labels()
    readings = read_gold_articles(labels, articles, gold)
    figures: dict[str, dict[str, float]] = {}
    for part, held in (("open", False), ("held", True)):
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for label in labels:
            if label["held"] is not held or not label["sure"]:
                continue
            reading = readings[label["article"]]
            attribution = find_labelled(reading, label)
            rows = [label["set"], "all"]
            if len(label["chain"]) > 1:
                rows.append("two hops and more")
            for row in rows:
                _count(counts[row], reading, attribution, label)
        for row in sorted(counts):
            print(f"  chains, {part}, {row:18} {_describe(counts[row])}")
        every, several = counts["all"], counts["two hops and more"]
        figures[f"chains_{part}"] = {
            "chain": every["chain"] / every["rows"],
            "chain, two hops and more": several["chain"] / several["rows"],
            "basis": every["basis"] / every["rows"],
            "addressee": every["addressee"] / every["rows"],
            "said_on": every["said_on"] / every["rows"],
        }
    return figures


def _count(
    counts: Counter[str],
    reading: Reading,
    attribution: Attribution | None,
    label: Mapping[str, Any],
) -> None:
    counts["rows"] += 1
    if attribution is None:
        return
    right = judge_chain(reading, attribution, label)
    counts["chain"] += right
    counts["hops"] += len(label["chain"]) if right else 0
    if right:
        counts["how"] += sum(
            hop.how == wanted["how"]
            for hop, wanted in zip(attribution.chain, label["chain"], strict=True)
        )
    counts["basis"] += attribution.basis == label["basis"]
    found = [[span.start, span.end] for span in attribution.addressee or ()]
    wanted = label["addressee"] or []
    counts["addressee"] += overlap(found, wanted) or (not found and not wanted)
    counts["said_on"] += (str(attribution.said_on) if attribution.said_on else None) == label[
        "said_on"
    ]
    counts["dated"] += label["said_on"] is not None
    counts["dates right"] += label["said_on"] is not None and (
        str(attribution.said_on) == label["said_on"]
    )
    counts["dates read"] += attribution.said_on is not None


def _describe(counts: Counter[str]) -> str:
    rows = max(1, counts["rows"])
    return (
        f"chain {counts['chain'] / rows:5.1%} (how {counts['how']}/{counts['hops']})  "
        f"basis {counts['basis'] / rows:5.1%}  addressee {counts['addressee'] / rows:5.1%}  "
        f"said_on {counts['said_on'] / rows:5.1%} ({counts['dates right']} of {counts['dated']} "
        f"dates, {counts['dates read']} read)  ({counts['rows']} rows)"
    )

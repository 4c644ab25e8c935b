"""Chain, basis, addressee and date on labelled attributions of PolNeAR dev, passages given.

Each article's attributions are PolNeAR's gold ones, and the labelled ones that are not among them
(nested ones); the parent of each is
the smallest content that holds its cue. Matching rules: a
chain is right when it has as many hops as the label, and each hop's entity has a mention that
overlaps the label's name or passage, in order; `how` is scored apart, on chains that are right. An
addressee is right when it overlaps the labelled one, or both are missing. A date is right when it
is the same. A third of the articles is held back: nobody looks at its single labels.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evaluation.gold import Record
from onrecord.articles.quotations import find_quotations
from onrecord.attributions.classification import Passages, classify_passages
from onrecord.attributions.reader import Extraction
from onrecord.records import Article, Attribution, Entity, Span, Spans
from onrecord.resolution.chain import find_newsrooms, trace_chains
from onrecord.resolution.entities import resolve_entities
from onrecord.resolution.parties import list_parties
from onrecord.resolution.when import date_sayings

LABELS = Path(__file__).parent / "labels" / "chains.jsonl"
MULTI_HOP = "multi_hop"


@dataclass(frozen=True, slots=True)
class LabelledHop:
    """Where somebody of a chain is named, and how."""

    passages: Spans
    how: str


@dataclass(frozen=True, slots=True)
class ChainLabel:
    """One labelled attribution.

    Attributes:
        group: "multi_hop", chosen for its chain, or "plain", drawn by chance.
    """

    article: str
    held: bool
    group: str
    passages: Passages
    chain: tuple[LabelledHop, ...]
    basis: str
    addressee: Spans | None
    said_on: str | None


@dataclass(frozen=True, slots=True)
class Traced:
    """What the product makes of one labelled attribution."""

    attribution: Attribution
    entities: Mapping[str, Entity]


def _spans(pieces: Sequence[Sequence[int]] | None) -> Spans:
    return tuple(Span(start, end) for start, end in pieces or ())


def read_labels(path: Path) -> list[ChainLabel]:
    """The labels of a file of JSON lines."""
    labels = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        hops = tuple(
            LabelledHop(_spans([hop["passage"], hop["name"]]), hop["how"]) for hop in row["chain"]
        )
        passages = Passages(
            _spans(row["source"]) or None, _spans(row["cue"]), _spans(row["content"]), 1.0
        )
        labels.append(
            ChainLabel(
                row["article"], row["held"], row["set"], passages, hops, row["basis"],
                _spans(row["addressee"]) or None, row["said_on"],
            )
        )  # fmt: skip
    return labels


def build_extraction(
    article: Article, gold: Sequence[Record], labels: Sequence[ChainLabel]
) -> Extraction:
    """The gold attributions, and the labelled ones that are not among them, as nested ones."""
    quotations = find_quotations(article.text)
    made: dict[tuple[Spans, Spans], Attribution] = {}
    for record in gold:
        if record["cue"] is None:
            continue
        passages = Passages(
            _spans(record["source"]) or None, _spans(record["cue"]), _spans(record["content"]), 1.0
        )
        made[passages.cue, passages.content] = classify_passages(article, passages, quotations)
    for label in labels:
        key = label.passages.cue, label.passages.content
        if key not in made:
            made[key] = classify_passages(article, label.passages, quotations)
    plain = list(made.values())
    nested = []
    for one in plain:
        parent = _find_parent(plain, one)
        nested.append(replace(one, parent_id=parent.id if parent else None))
    return Extraction(tuple(sorted(nested, key=lambda one: one.cue[0])))


def _length(one: Attribution) -> int:
    return sum(piece.end - piece.start for piece in one.content)


def _find_parent(plain: Sequence[Attribution], inner: Attribution) -> Attribution | None:
    """The smallest content that holds the cue; longer than the inner one's own."""
    cue = inner.cue[0]
    holding = [
        (_length(one), number)
        for number, one in enumerate(plain)
        if one is not inner
        and _length(one) > _length(inner)
        and any(piece.start <= cue.start and cue.end <= piece.end for piece in one.content)
    ]
    return plain[min(holding)[1]] if holding else None


def trace_labels(
    labels: Sequence[ChainLabel],
    articles: Mapping[str, Article],
    gold: Mapping[str, Sequence[Record]],
) -> list[Traced]:
    """What the product finds, in the order of the labels."""
    found: dict[tuple[str, Spans, Spans], Traced] = {}
    for name in dict.fromkeys(label.article for label in labels):
        article = articles[name]
        own = [label for label in labels if label.article == name]
        extraction = build_extraction(article, gold.get(name, ()), own)
        newsrooms = find_newsrooms(article, extraction.attributions)
        resolved = resolve_entities(article, extraction, list_parties(newsrooms))
        entities = {entity.id: entity for entity in resolved.entities}
        dated = date_sayings(article, resolved.attributions)
        for one in trace_chains(article, dated, newsrooms, resolved):
            found[name, one.cue, one.content] = Traced(one, entities)
    return [found[label.article, label.passages.cue, label.passages.content] for label in labels]


def is_chain_right(label: ChainLabel, traced: Traced) -> bool:
    """Whether every hop is there, in order, and none besides."""
    hops = traced.attribution.chain
    return len(hops) == len(label.chain) and all(
        _overlap(traced.entities[hop.entity_id].mentions, expected.passages)
        for hop, expected in zip(hops, label.chain, strict=True)
    )


def _overlap(some: Spans, others: Spans) -> bool:
    return any(one.start < other.end and other.start < one.end for one in some for other in others)


def is_addressee_right(label: ChainLabel, traced: Traced) -> bool:
    """Whether the same words name the addressee, or none do."""
    found = traced.attribution.addressee
    if found is None or label.addressee is None:
        return found is label.addressee
    return _overlap(found, label.addressee)


def _is_how_right(label: ChainLabel, traced: Traced) -> bool:
    found = [hop.how.value for hop in traced.attribution.chain]
    return found == [hop.how for hop in label.chain]


def _is_dated_right(label: ChainLabel, traced: Traced) -> bool:
    found = traced.attribution.said_on
    return (str(found) if found is not None else None) == label.said_on


Judge = Callable[[ChainLabel, Traced], bool]


def _share(pairs: Sequence[tuple[ChainLabel, Traced]], judge: Judge) -> float:
    return sum(judge(*pair) for pair in pairs) / len(pairs) if pairs else 0.0


def compute_figures(labels: Sequence[ChainLabel], found: Sequence[Traced]) -> dict[str, float]:
    """Shares that are right, of 1."""
    pairs = list(zip(labels, found, strict=True))
    multi = [pair for pair in pairs if pair[0].group == MULTI_HOP]
    plain = [pair for pair in pairs if pair[0].group != MULTI_HOP]
    long = [pair for pair in pairs if len(pair[0].chain) > 1]
    right = [pair for pair in pairs if is_chain_right(*pair)]
    addressed = [pair for pair in pairs if pair[0].addressee is not None]

    def basis(label: ChainLabel, traced: Traced) -> bool:
        return traced.attribution.basis.value == label.basis

    return {
        "chains": _share(pairs, is_chain_right),
        "chains_multi_hop": _share(multi, is_chain_right),
        "chains_two_hops_or_more": _share(long, is_chain_right),
        "chains_plain": _share(plain, is_chain_right),
        "how": _share(right, _is_how_right),
        "basis": _share(pairs, basis),
        "basis_multi_hop": _share(multi, basis),
        "basis_plain": _share(plain, basis),
        "addressee": _share(pairs, is_addressee_right),
        "addressee_named": _share(addressed, is_addressee_right),
        "said_on": _share(pairs, _is_dated_right),
    }


def measure_chains(
    articles: Mapping[str, Article], gold: Mapping[str, Sequence[Record]]
) -> dict[str, dict[str, float]]:
    """Print the figures of the open and of the held part; give back what holds floors.

    Args:
        articles: those of PolNeAR dev, with publisher and date.
        gold: what the first annotator marked in them.
    """
    figures = {}
    labels = read_labels(LABELS)
    found = trace_labels(labels, articles, gold)
    for name, held in (("open", False), ("held", True)):
        pairs = [(a, b) for a, b in zip(labels, found, strict=True) if a.held is held]
        part = compute_figures([a for a, _ in pairs], [b for _, b in pairs])
        print(f"-- chains, {name} part: {len(pairs)} attributions --")
        print("\n".join(f"{measure:26} {100 * share:6.1f}" for measure, share in part.items()))
        figures[f"chains_{name}"] = part
    return figures

"""Coreference on GUM dev by the field's metrics: MUC, B³, CEAF (by entities), and their mean.

MUC: Vilain et al. 1995. B³: Bagga and Baldwin 1998. CEAF with the similarity phi4: Luo 2005. Their
mean is the CoNLL score of Pradhan et al. 2012. The gold is OntoGUM (Zhu et al. 2021): OntoNotes
style, without singletons.

onrecord follows who speaks or is named, not every noun phrase: of things, places and times it
keeps nothing. So besides all mentions, the scores are given on those of gold's persons and
organisations that onrecord mentions too ("ours"): there they say how well it joins what it
follows. A mention read is that gold mention which is equal to it but for a title, an article, an
apposition: the smallest one that holds it and has at most `_LONGEST_LEAD` words before it or starts
with it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.discourse import join_words, read_paragraphs, read_split
from onrecord.attributions.reader import Reader
from onrecord.records import Article
from onrecord.resolution.entities import resolve_entities

GENRES = ("news", "interview", "speech")

_LONGEST_LEAD = 4
_ENTITY = re.compile(r"([a-z]+)(?:\[(\d+)\])?")
# "ana" is the link of a pronoun to its antecedent.
_SAME = frozenset({"coref", "ana"})
_LINK = re.compile(r"(\d+-\d+)(?:\[(\d+)_(\d+)\])?")

Place = tuple[int, int]
Clusters = list[frozenset[Place]]


@dataclass(frozen=True)
class GumDocument:
    """One text with its chains of mentions as character spans."""

    name: str
    text: str
    clusters: Clusters
    kinds: Mapping[Place, str]


def read_gum(gum: Path, split: str, genres: Sequence[str] = GENRES) -> list[GumDocument]:
    """The texts of a split that are of these genres."""
    documents = []
    for name in read_split(gum / "splits.md", split):
        table = gum / "coref" / "ontogum" / "tsv" / f"{name}.tsv"
        words = gum / "xml" / f"{name}.xml"
        if name.split("_")[1] in genres and table.is_file() and words.is_file():
            text, spans = join_words(read_paragraphs(words.read_text("utf-8")))
            documents.append(read_clusters(name, text, spans, table.read_text("utf-8")))
    return documents


def read_clusters(name: str, text: str, spans: Sequence[Place], table: str) -> GumDocument:
    """The chains of one WebAnno table.

    Raises:
        ValueError: the table and the text have not the same number of words.
    """
    lines = [line.split("\t") for line in table.splitlines() if re.match(r"\d+-\d+\t", line)]
    if len(lines) != len(spans):
        raise ValueError(f"{name}: the table and the text are not of the same words")
    mentions: dict[str, list[int]] = defaultdict(list)
    kinds: dict[str, str] = {}
    links: list[tuple[str, str]] = []
    for number, fields in enumerate(lines):
        for kind, ident in _ENTITY.findall(fields[3]):
            key = ident or fields[0]
            mentions[key].append(number)
            kinds[key] = kind
        for (target, one, other), kind in zip(
            _LINK.findall(fields[9] if len(fields) > 9 else ""), fields[8].split("|"), strict=False
        ):
            if kind in _SAME:
                links.append((one or fields[0], other if other and other != "0" else target))
    places = {
        key: (spans[numbers[0]][0], spans[numbers[-1]][1]) for key, numbers in mentions.items()
    }
    joined = _join(places, links)
    return GumDocument(
        name,
        text,
        [frozenset(places[key] for key in cluster) for cluster in joined if len(cluster) > 1],
        {places[key]: kind for key, kind in kinds.items()},
    )


def _join(keys: Iterable[str], links: Iterable[tuple[str, str]]) -> list[set[str]]:
    cluster = {key: {key} for key in keys}
    for one, other in links:
        if one in cluster and other in cluster and cluster[one] is not cluster[other]:
            merged = cluster[one] | cluster[other]
            for key in merged:
                cluster[key] = merged
    return list({id(group): group for group in cluster.values()}.values())


def read_entities(document: GumDocument, reader: Reader) -> list[list[Place]]:
    """The mentions of each entity that onrecord finds."""
    article = Article(title="", text=document.text)
    resolved = resolve_entities(article, reader.read(article))
    return [[(span.start, span.end) for span in entity.mentions] for entity in resolved.entities]


def align_mentions(
    document: GumDocument, entities: Sequence[Sequence[Place]]
) -> tuple[Clusters, int]:
    """The entities with gold's mentions in place of ours, and how many of ours are no gold's."""
    gold = sorted({place for cluster in document.clusters for place in cluster})
    used: set[Place] = set()
    aligned, strange = [], 0
    for mentions in entities:
        cluster = set()
        for start, end in mentions:
            holding = [
                place
                for place in gold
                if place[0] <= start
                and place[1] >= end
                and place not in used
                and (
                    place[0] == start
                    or len(document.text[place[0] : start].split()) <= _LONGEST_LEAD
                )
            ]
            if holding:
                place = min(holding, key=lambda place: place[1] - place[0])
                used.add(place)
                cluster.add(place)
            else:
                strange += 1
        if cluster:
            aligned.append(frozenset(cluster))
    return aligned, strange


def keep_ours(document: GumDocument, clusters: Clusters, read: Clusters) -> Clusters:
    """Gold's chains of persons and organisations, of the mentions that were read."""
    ours = {place for cluster in read for place in cluster}
    kept = []
    for cluster in clusters:
        kinds = Counter(document.kinds.get(place, "") for place in cluster)
        if kinds.most_common(1)[0][0] in {"person", "organization"} and cluster & ours:
            kept.append(cluster & ours)
    return kept


Scores = tuple[float, float, float, float]
"""Numerator and denominator of precision, then of recall."""


def score_muc(gold: Clusters, read: Clusters) -> Scores:
    """Links that need not be added."""

    def links(some: Clusters, others: Clusters) -> tuple[int, int]:
        found = total = 0
        home = {place: number for number, cluster in enumerate(others) for place in cluster}
        for cluster in some:
            parts = {home.get(place, -1 - k) for k, place in enumerate(sorted(cluster))}
            found += len(cluster) - len(parts)
            total += len(cluster) - 1
        return found, total

    return (*links(read, gold), *links(gold, read))


def score_b3(gold: Clusters, read: Clusters) -> Scores:
    """For each mention the share of its cluster that is right."""

    def shares(some: Clusters, others: Clusters) -> tuple[float, int]:
        home = {place: cluster for cluster in others for place in cluster}
        total = sum(map(len, some))
        found = sum(
            len(cluster & home.get(place, frozenset())) / len(cluster)
            for cluster in some
            for place in cluster
        )
        return found, total

    return (*shares(read, gold), *shares(gold, read))


def score_ceaf(gold: Clusters, read: Clusters) -> Scores:
    """The best one-to-one alignment of entities, by phi4."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    if not gold or not read:
        return 0, len(read), 0, len(gold)
    similarity = np.array(
        [[2 * len(one & other) / (len(one) + len(other)) for other in read] for one in gold]
    )
    rows, columns = linear_sum_assignment(similarity, maximize=True)
    best = float(similarity[rows, columns].sum())
    return best, len(read), best, len(gold)


METRICS = {"MUC": score_muc, "B³": score_b3, "CEAF": score_ceaf}


def f1_of(scores: Sequence[Scores]) -> float:
    """F1 over documents: numerators and denominators are added up first."""
    precise, read, found, gold = (sum(column) for column in zip(*scores, strict=True))
    precision, recall = precise / max(1, read), found / max(1, gold)
    return 2 * precision * recall / max(1e-9, precision + recall)


def measure_coreference(shared: Path, reader: Reader) -> dict[str, dict[str, float]]:
    """Print the metrics on GUM dev, over all of gold's mentions and over ours."""
    every: dict[str, list[Scores]] = defaultdict(list)
    ours: dict[str, list[Scores]] = defaultdict(list)
    for document in read_gum(shared / "data" / "gum", "dev"):
        read, _ = align_mentions(document, read_entities(document, reader))
        chains = [cluster for cluster in read if len(cluster) > 1]
        kept = keep_ours(document, document.clusters, read)
        places = {place for cluster in kept for place in cluster}
        within = [cluster & places for cluster in read if cluster & places]
        for name, score in METRICS.items():
            every[name].append(score(document.clusters, chains))
            ours[name].append(score(kept, within))
    figures = {}
    for title, scores in (("all mentions", every), ("ours", ours)):
        values = {name: f1_of(scores[name]) for name in METRICS}
        mean = sum(values.values()) / len(values)
        shown = "  ".join(f"{name} {value:.1%}" for name, value in values.items())
        print(f"  GUM dev, {', '.join(GENRES)}, {title}: {shown}  mean {mean:.1%}")
        figures[f"coreference, {title}"] = values | {"mean": mean}
    return figures

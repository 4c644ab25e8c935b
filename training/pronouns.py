"""The weights of what speaks for a pronoun's antecedent, fitted to labelled pronouns.

``python -m training.pronouns --polnear DIR --gum DIR``

Of the candidates one is taken: a softmax over their weighed sums. What is known of a candidate
depends on whom the pronouns before it were taken for, so the texts are read again with each new
weights; at a labelled pronoun the right one is taken. Half V of the labels is not read.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from evaluation import coreference as gum_chains
from evaluation.gold import read_gold
from evaluation.gold_reader import GoldReader
from evaluation.polnear import read_articles
from evaluation.positions import overlap
from evaluation.pronouns import read_pronoun_labels

from onrecord.attributions.reader import Extraction
from onrecord.operations import open_reader
from onrecord.records import Article, Span
from onrecord.resolution import coreference, pronoun_weights
from onrecord.resolution.antecedents import Pronoun, list_candidates
from onrecord.resolution.discourse import Discourse, Referent
from onrecord.resolution.entities import resolve_entities
from onrecord.resolution.mentions import PERSONAL
from onrecord.resolution.pronoun_features import Feature, describe_candidates
from onrecord.resolution.pronouns import find_antecedent
from training.softmax import Choice, fit_choices

# The genres whose terms let weights ship.
_GENRES = ("news", "interview", "speech", "court", "podcast", "bio", "essay", "letter")
_GUM_WORTH, _PENALTY, _ROUNDS, _FEWEST = 0.25, 3.0, 4, 5
# What is rare but nearly always right in the news: so few labels would say too little of it.
_GIVEN = {"introduced": 1.6, "ahead": 3.0}
_LONGEST_LEAD = 4
_TITLE = '"""What speaks for one whom a pronoun may mean; by `training.pronouns`."""'

Judge = Callable[[Pronoun, Referent], bool]


@dataclass(frozen=True)
class Labelled:
    """A text, whose pronouns are labelled where, and who is right there."""

    article: Article
    extraction: Extraction
    starts: frozenset[int]
    is_right: Judge
    worth: float


@dataclass(frozen=True)
class Seen:
    """A labelled pronoun as it was met: its candidates' features, which of them are right."""

    worth: float
    features: list[list[Feature]]
    right: list[bool]
    found: bool


def main() -> None:
    """Read the labels, fit some times over, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--polnear", type=Path, required=True, help="the corpus's folder")
    parser.add_argument("--gum", type=Path, required=True, help="the corpus's folder")
    given = parser.parse_args()
    texts = [*_read_polnear(given.polnear / "train"), *_read_gum(given.gum)]
    for number in range(_ROUNDS):
        seen = [each for text in texts for each in _look_at(text)]
        for worth in sorted({each.worth for each in seen}, reverse=True):
            found = [each.found for each in seen if each.worth == worth]
            print(f"round {number}, worth {worth}: right {np.mean(found):.1%} of {len(found)}")
        weights = _fit(seen)
        pronoun_weights.WEIGHTS.clear()
        pronoun_weights.WEIGHTS.update(weights)
    _write(weights)


def _read_polnear(train: Path) -> Iterator[Labelled]:
    articles, gold = read_articles(train), read_gold(train)
    antecedents: dict[str, dict[int, list[list[int]]]] = {}
    for label in read_pronoun_labels("T", "H"):
        places = antecedents.setdefault(label["article"], {})
        places[label["pronoun"][0]] = label["antecedent"]
    for name, places in antecedents.items():
        article = articles[name]
        extraction = GoldReader({article.text: gold[name]}, {}).read(article)
        yield Labelled(article, extraction, frozenset(places), _judge_by_passages(places), 1.0)


def _judge_by_passages(places: dict[int, list[list[int]]]) -> Judge:
    return lambda pronoun, referent: overlap(
        [[span.start, span.end] for span in _spans_of(referent)], places[pronoun.span.start]
    )


def _read_gum(gum: Path) -> Iterator[Labelled]:
    reader = open_reader("neural")
    for document in gum_chains.read_gum(gum, "train", _GENRES):
        article = Article(title="", text=document.text)
        chains = {
            place[0]: number
            for number, cluster in enumerate(document.clusters)
            for place in cluster
            if document.text[slice(*place)].lower() in PERSONAL
        }
        judge = _judge_by_chains(document, chains)
        yield Labelled(article, reader.read(article), frozenset(chains), judge, _GUM_WORTH)


def _judge_by_chains(document: gum_chains.GumDocument, chains: dict[int, int]) -> Judge:
    """A referent is of the chain that most of its mentions are of."""
    gold = [(*place, number) for number, each in enumerate(document.clusters) for place in each]

    def find_chain(span: Span) -> int | None:
        holding = [
            (end - start, number)
            for start, end, number in gold
            if start <= span.start
            and span.end <= end
            and len(document.text[start : span.start].split()) <= _LONGEST_LEAD
        ]
        return min(holding)[1] if holding else None

    def judge(pronoun: Pronoun, referent: Referent) -> bool:
        spans = (span for span in _spans_of(referent) if span != pronoun.span)
        found = Counter(chain for chain in map(find_chain, spans) if chain is not None)
        return bool(found) and found.most_common(1)[0][0] == chains[pronoun.span.start]

    return judge


def _spans_of(referent: Referent) -> list[Span]:
    named = referent.group.members if referent.group is not None else []
    return [*referent.spans, *(name.span for name in named)]


def _look_at(text: Labelled) -> list[Seen]:
    """What the labelled pronouns' candidates look like when the text is read."""
    seen = []

    def find(pronoun: Pronoun, discourse: Discourse) -> Referent | None:
        found = find_antecedent(pronoun, discourse)
        if pronoun.span.start not in text.starts:
            return found
        candidates = list_candidates(pronoun, discourse)
        right = [text.is_right(pronoun, each.referent) for each in candidates]
        if not any(right):
            return found
        chosen = [each.referent for each, fits in zip(candidates, right, strict=True) if fits]
        among = any(each is found for each in chosen)
        features = describe_candidates(pronoun, candidates, discourse)
        seen.append(Seen(text.worth, features, right, among))
        return found if among else chosen[0]

    coreference.find_antecedent = find
    try:
        resolve_entities(text.article, text.extraction)
    finally:
        coreference.find_antecedent = find_antecedent
    return seen


def _fit(seen: Sequence[Seen]) -> dict[str, float]:
    met = Counter(
        name for each in seen for name in {name for row in each.features for name, _ in row}
    )
    names = sorted(name for name, count in met.items() if count >= _FEWEST)
    given = np.array([_GIVEN.get(name, 0.0) for name in names])
    choices = [_to_choice(each, names) for each in seen if len(each.right) > 1]
    weights = fit_choices(choices, given, penalty=_PENALTY)
    return dict(zip(names, (round(float(each), 2) for each in weights), strict=True))


def _to_choice(seen: Seen, names: Sequence[str]) -> Choice:
    column = {name: number for number, name in enumerate(names)}
    rows = np.zeros((len(seen.features), len(names)))
    for number, features in enumerate(seen.features):
        for name, value in features:
            if name in column:
                rows[number, column[name]] += value
    return seen.worth, rows, np.array(seen.right, dtype=float)


def _write(weights: dict[str, float]) -> None:
    lines = "".join(f"    {json.dumps(name)}: {value},\n" for name, value in weights.items())
    Path(pronoun_weights.__file__).write_text(
        f"{_TITLE}\n\nWEIGHTS: dict[str, float] = {{\n{lines}}}\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()

"""The weights by which the passage is found that an answer answers, fitted to labelled answers.

``python -m training.answered --polnear DIR``

Of the passages that may be meant one is taken: a softmax over their weighed sums, fitted
with a penalty on the weights. What it prints is by folds of articles, so that no article is
judged by weights that saw it. Held-back articles are not read.
"""

import argparse
import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from evaluation.datelines import date_article
from evaluation.polnear import read_articles
from evaluation.positions import overlap
from evaluation.responses import read_response_labels

from onrecord.attributions.reader import Reader
from onrecord.findings import answered_weights
from onrecord.findings.answered_passages import AnsweredPassages, Sought
from onrecord.findings.responses import find_answers
from onrecord.findings.subjects import find_asked, stated_in_answer
from onrecord.operations import open_reader
from onrecord.records import Article, ResponseKind, Span, Spans
from onrecord.resolution.entities import resolve_entities
from onrecord.resolution.layout import Layout, lay_out
from onrecord.resolution.parties import Resolution, list_parties
from training.softmax import Floats, fit_choices

Described = list[tuple[dict[str, float], bool]]

_LABELS = Path(__file__).parent.parent / "evaluation" / "labels"
_OPEN = ("responses.jsonl", "responses_train.jsonl")
_FOLDS = 5
_UNSURE = 0.6
_TITLE = '"""What speaks for a passage that an answer answers; by `training.answered`."""'


def main() -> None:
    """Read, fit, print what the folds say, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--polnear", type=Path, required=True, help="the corpus's folder")
    polnear = parser.parse_args().polnear
    articles = read_articles(polnear / "train") | read_articles(polnear / "dev")
    answers = list(_describe_all(articles, open_reader("neural")))
    names = sorted({name for _, _, passages in answers for each, _ in passages for name in each})
    prepared = [
        (article, weight, *_to_arrays(passages, names)) for article, weight, passages in answers
    ]
    right, nothing = [], np.zeros(len(names))
    for fold in range(_FOLDS):
        rest = [each[1:] for each in prepared if _fold_of(each[0]) != fold]
        weights = fit_choices(rest, nothing)
        right += [
            bool(wanted[int((rows @ weights).argmax())])
            for article, _, rows, wanted in prepared
            if _fold_of(article) == fold
        ]
    print(f"{len(right)} answers; by folds the likeliest passage is right in {np.mean(right):.1%}")
    weights = fit_choices([each[1:] for each in prepared], nothing)
    _write(dict(zip(names, (round(float(each), 2) for each in weights), strict=True)))


def _describe_all(
    articles: dict[str, Article], reader: Reader
) -> Iterator[tuple[str, float, Described]]:
    """Every labelled answer that answers a passage among those weighed."""
    for name in _OPEN:
        for label in read_response_labels(_LABELS / name):
            asked = [each for each in label["responses"] if each.get("to")]
            if label.get("held") or not asked:
                continue
            article = date_article(label["article"], articles[label["article"]])
            extraction = reader.read(article)
            found = find_answers(article, extraction.attributions)
            resolved = resolve_entities(article, extraction, list_parties(found))
            layout = lay_out(article.text)
            passages = AnsweredPassages(layout, resolved.attributions)
            for answer in asked:
                sought = _seek(layout, resolved, answer)
                described = [
                    (
                        dict(passages.describe(sought, each)),
                        overlap([[each.span.start, each.span.end]], answer["to"]),
                    )
                    for each in passages.list_near(sought)
                ]
                if any(right for _, right in described):
                    yield label["article"], 1.0 if answer["sure"] else _UNSURE, described


def _seek(layout: Layout, resolved: Resolution, answer: dict[str, Any]) -> Sought:
    """What a labelled answer is looked for by, as for one that was read."""
    evidence = tuple(Span(*each) for each in sorted(answer["evidence"]))
    words = Span(*answer["party"][0])
    trigger = evidence[0]
    if trigger.start <= words.start and words.end < trigger.end:
        trigger = Span(words.end, trigger.end)
    own = find_asked(layout, evidence) or stated_in_answer(layout, words, trigger)
    mentions: Spans = ()
    party = ""
    for entity in resolved.entities:
        if any(each.start < words.end and words.start < each.end for each in entity.mentions):
            party, mentions = entity.id, entity.mentions
            break
    stated = () if own is None else (own,)
    return Sought(ResponseKind(answer["kind"]), evidence, (), stated, party, mentions)


def _to_arrays(described: Described, names: Sequence[str]) -> tuple[Floats, Floats]:
    rows = np.array([[each.get(name, 0.0) for name in names] for each, _ in described])
    return rows, np.array([float(right) for _, right in described])


def _fold_of(article: str) -> int:
    return int(hashlib.sha1(article.encode(), usedforsecurity=False).hexdigest(), 16) % _FOLDS


def _write(weights: dict[str, float]) -> None:
    target = Path(answered_weights.__file__)
    lines = "".join(f"    {json.dumps(name)}: {value},\n" for name, value in weights.items())
    target.write_text(
        f"{_TITLE}\n\nWEIGHTS: dict[str, float] = {{\n{lines}}}\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()

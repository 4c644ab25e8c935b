"""Attributions inside others, measured: PolNeAR with our own labels, and GUM's discourse trees.

What counts is a pair of parent and child. A predicted pair is a gold one where both ends fit:

- the two parents' contents overlap: letters and digits in both are at least half of those in any;
- the children's contents overlap in the same way, and their cues share a letter.

Pairs are taken one to one, the most similar children first. The parent is the smallest attribution
whose content holds the child's cue, so a child of a child hangs from the child.

On PolNeAR the parent is a gold attribution of the first annotator, or a label of ours inside one.
On GUM an attribution is a satellite (source and cue, both taken for the cue here) and its nucleus;
it is nested where its satellite begins inside another's nucleus. Of the 262 pairs in dev and train,
161 stand in a nucleus of more than 200 words: a byline or a signature ("Love, Marcie"), to which
GUM attributes the whole text. Those are no passages that anybody is reported to have said, so they
are told apart.

Three more figures tell errors apart:

- "given the parent": only gold pairs whose parent the reader found (a content that overlaps), and
  only predicted pairs whose parent is a gold one. What is lost here is lost by reading the inside.
- "at any depth": gold children whose cue the reader took for the cue of some attribution, nested or
  not: what is lost here was not seen at all.
- labels that we were not sure of count neither for nor against: a prediction whose cue stands
  there is left out. "every label" counts them like the others.
"""

import json
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from evaluation.discourse import Document, read_documents
from evaluation.gold import Pieces, read_gold
from onrecord.attributions.reader import Reader
from onrecord.records import Article, Attribution, Spans

LABELS = Path(__file__).parent / "labels" / "nested.jsonl"
OVERLAP = 0.5
# Words of a GUM nucleus. Three pairs stand in one of 100 to 200 words; what is longer is as a rule
# a whole text given to its author.
LONGEST_PASSAGE = 100

Letters = frozenset[int]


@dataclass(frozen=True, slots=True)
class Passage:
    """The letters and digits of a cue and of its content."""

    cue: Letters
    content: Letters


@dataclass(frozen=True, slots=True)
class Pair:
    """A nested attribution and the one that holds it; `sure` is False for debatable labels."""

    parent: Passage
    child: Passage
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Reference:
    """The gold of one article: its attributions at any depth, and the pairs among them."""

    attributions: tuple[Passage, ...]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts that add up over articles.

    Attributes:
        gold, predicted, found: pairs.
        gold_held: gold pairs whose parent was found.
        predicted_held: predicted pairs whose parent is a gold attribution.
        seen: gold pairs whose child's cue is the cue of some prediction.
        labels, labels_predicted, labels_found: pairs where debatable labels count as well.
    """

    gold: int = 0
    predicted: int = 0
    found: int = 0
    gold_held: int = 0
    predicted_held: int = 0
    seen: int = 0
    labels: int = 0
    labels_predicted: int = 0
    labels_found: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


@dataclass(frozen=True, slots=True)
class Ratios:
    """Precision, recall and their harmonic mean; 0 where nothing was counted."""

    precision: float
    recall: float
    f1: float

    @classmethod
    def from_counts(cls, found: int, predicted: int, gold: int) -> "Ratios":
        """Of `found` pairs among so many predicted and so many gold ones."""
        total = predicted + gold
        return cls(
            found / predicted if predicted else 0.0,
            found / gold if gold else 0.0,
            2 * found / total if total else 0.0,
        )


def measure_nesting(
    reader: Reader, shared: Path, *, gum_splits: Sequence[str] = ("dev", "train")
) -> dict[str, dict[str, Tally]]:
    """Corpus → article → counts; print it with `print_nesting`.

    Args:
        reader: reads the articles whose nesting is labelled, and GUM's documents.
        shared: folder of corpora.
        gum_splits: "dev" and "train" are told apart; "test" stays unread until the end.
    """
    measured = {"PolNeAR dev": measure_polnear(reader, shared / "data" / "polnear" / "dev")}
    for split in gum_splits:
        passages, everything = dict[str, Tally](), dict[str, Tally]()
        for document in read_documents(shared / "data" / "gum", split):
            found = reader.read(Article(title="", text=document.text)).attributions
            for tallies, longest in ((passages, LONGEST_PASSAGE), (everything, None)):
                reference = join_discourse(document, longest=longest)
                tallies[document.name] = tally_article(document.text, reference, found)
        measured[f"GUM {split}"] = passages
        measured[f"GUM {split}, bylines and signatures too"] = everything
    return measured


def measure_polnear(reader: Reader, split: Path, labels: Path = LABELS) -> dict[str, Tally]:
    """Article → counts, for the articles that the labels cover."""
    gold = read_gold(split)
    tallies = {}
    for line in labels.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        name = record["article"]
        text = (split / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        reference = join_labels(text, gold[name], record["nested"])
        attributions = reader.read(Article(title="", text=text)).attributions
        tallies[name] = tally_article(text, reference, attributions)
    return tallies


def join_labels(
    text: str, gold: Iterable[Mapping[str, Any]], nested: Sequence[Mapping[str, Any]]
) -> Reference:
    """Labels of one article with the attributions that they are nested in.

    Raises:
        ValueError: a parent is neither gold nor a label, or does not hold its label.
    """
    records = [*gold, *nested]
    passages = [_take_passage(text, record) for record in records]
    pairs = []
    for label in nested:
        child = _take_passage(text, label)
        holders = [
            passage
            for record, passage in zip(records, passages, strict=True)
            if record["cue"] == label["parent"] and child.cue <= passage.content
        ]
        if not holders:
            raise ValueError(f"no attribution has the parent of the label at {label['cue']}")
        parent = min(holders, key=lambda p: len(p.content))
        pairs.append(Pair(parent, child, sure=label["sure"]))
    return Reference(tuple(passages), tuple(pairs))


def join_discourse(document: Document, *, longest: int | None = None) -> Reference:
    """The pairs of a discourse tree: a satellite that begins in the nucleus of another.

    Args:
        document: text and tree.
        longest: leave out attributions whose nucleus has more words.
    """
    passages = [
        Passage(take_letters(document.text, a.satellite), take_letters(document.text, a.nucleus))
        for a in document.attributions
        if longest is None or _count_words(document.text, a.nucleus) <= longest
    ]
    pairs = []
    for child in passages:
        holders = [p for p in passages if p is not child and _begins_in(child.cue, p.content)]
        if holders:
            pairs.append(Pair(min(holders, key=lambda p: len(p.content)), child))
    return Reference(tuple(passages), tuple(pairs))


def _count_words(text: str, pieces: Iterable[Sequence[int]]) -> int:
    return sum(len(text[start:end].split()) for start, end in pieces)


def _begins_in(cue: Letters, content: Letters) -> bool:
    return bool(cue) and min(cue) in content


def tally_article(text: str, reference: Reference, attributions: Sequence[Attribution]) -> Tally:
    """Compare what a reader found in a text with the gold."""
    passages = {a.id: _read_passage(text, a) for a in attributions}
    predicted = [
        Pair(passages[a.parent_id], passages[a.id]) for a in attributions if a.parent_id is not None
    ]
    unsure = [pair.child for pair in reference.pairs if not pair.sure]
    sure = [pair for pair in reference.pairs if pair.sure]
    kept = [p for p in predicted if not any(p.child.cue & child.cue for child in unsure)]
    found = count_found(sure, kept)
    return Tally(
        gold=len(sure),
        predicted=len(kept),
        found=found,
        gold_held=sum(_is_found(pair.parent, passages.values()) for pair in sure),
        predicted_held=sum(_is_found(pair.parent, reference.attributions) for pair in kept),
        seen=sum(any(pair.child.cue & p.cue for p in passages.values()) for pair in sure),
        labels=len(reference.pairs),
        labels_predicted=len(predicted),
        labels_found=count_found(reference.pairs, predicted),
    )


def count_found(gold: Sequence[Pair], predicted: Sequence[Pair]) -> int:
    """How many gold pairs are among the predicted ones, one to one."""
    candidates = sorted(
        (-overlap(g.child.content, p.child.content), m, n)
        for m, g in enumerate(gold)
        for n, p in enumerate(predicted)
        if fits(g, p)
    )
    golds, predictions = set[int](), set[int]()
    for _, m, n in candidates:
        if m not in golds and n not in predictions:
            golds.add(m)
            predictions.add(n)
    return len(golds)


def fits(gold: Pair, predicted: Pair) -> bool:
    """Whether both ends are the same ones."""
    return (
        bool(gold.child.cue & predicted.child.cue)
        and overlap(gold.child.content, predicted.child.content) >= OVERLAP
        and overlap(gold.parent.content, predicted.parent.content) >= OVERLAP
    )


def overlap(one: Letters, other: Letters) -> float:
    """Letters in both over letters in any."""
    common = len(one & other)
    return common / (len(one) + len(other) - common) if common else 0.0


def _is_found(parent: Passage, passages: Iterable[Passage]) -> bool:
    return any(overlap(parent.content, p.content) >= OVERLAP for p in passages)


def take_letters(text: str, pieces: Iterable[Sequence[int]]) -> Letters:
    """Positions of the letters and digits that the pieces cover."""
    covered = (range(start, end) for start, end in pieces)
    return frozenset(
        position for piece in covered for position in piece if text[position].isalnum()
    )


def _take_passage(text: str, record: Mapping[str, Any]) -> Passage:
    return Passage(take_letters(text, record["cue"] or ()), take_letters(text, record["content"]))


def _read_passage(text: str, attribution: Attribution) -> Passage:
    def pieces(spans: Spans) -> Pieces:
        return [[span.start, span.end] for span in spans]

    return Passage(
        take_letters(text, pieces(attribution.cue)), take_letters(text, pieces(attribution.content))
    )


def rate(tally: Tally) -> dict[str, Ratios]:
    """Measure → its figures."""
    return {
        "pairs": Ratios.from_counts(tally.found, tally.predicted, tally.gold),
        "given the parent": Ratios.from_counts(tally.found, tally.predicted_held, tally.gold_held),
        "every label": Ratios.from_counts(tally.labels_found, tally.labels_predicted, tally.labels),
    }


def bound_f1(tallies: Sequence[Tally], *, rounds: int = 1000) -> tuple[float, float]:
    """95 % interval of the pairs' F1: texts are drawn anew, with a fixed seed."""
    draw = random.Random(0)
    figures = sorted(
        rate(sum(draw.choices(tallies, k=len(tallies)), Tally()))["pairs"].f1 for _ in range(rounds)
    )
    return figures[round(0.025 * rounds)], figures[round(0.975 * rounds) - 1]


def print_nesting(measured: Mapping[str, Mapping[str, Tally]]) -> None:
    """One block a corpus."""
    for corpus, articles in measured.items():
        tally = sum(articles.values(), Tally())
        print(f"-- nested attributions, {corpus}: {tally.gold} pairs in {len(articles)} texts --")
        print(f"{'':18}{'P':>7}{'R':>7}{'F1':>7}")
        for measure, ratios in rate(tally).items():
            if measure == "every label" and tally.labels == tally.gold:
                continue
            figures = (ratios.precision, ratios.recall, ratios.f1)
            print(f"{measure:18}" + "".join(f"{100 * figure:7.1f}" for figure in figures))
        seen = tally.seen / tally.gold if tally.gold else 0.0
        print(f"{'at any depth':18}{'':7}{100 * seen:7.1f}   (its cue is some attribution's cue)")
        low, high = bound_f1(list(articles.values()))
        print(f"pairs' F1, 95 % of resampled texts: {100 * low:.1f} to {100 * high:.1f}")

"""Positions: the table that a careful reader makes of an article against the one that is read.

A position read is right where a labelled one of the same article has the same stance, a party that
it shares a mention with, and evidence that overlaps (the label's clearest passage, or one of those
listed as saying the same again). Each label counts once. Labels marked as not sure count neither
way. Of the pairs that match, the word is right where both are the party's own, both the author's,
or both somebody else's; "second-hand" are labels whose word is not the party's own.

The articles were read twice, by labellers who did not know of each other. The first one's labels
are those above. Both together say more: what both list counts, what one of them lists counts
neither way, and what neither lists is wrong.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.datelines import date_article
from onrecord.attributions.reader import Reader
from onrecord.pipeline import read_article
from onrecord.records import Article, Entity, Position, Reading

LABELS = Path(__file__).parent / "labels" / "positions.jsonl"
SECOND = Path(__file__).parent / "labels" / "positions_second.jsonl"


@dataclass
class PositionCounts:
    """What matching counts, over articles."""

    labels: int = 0
    read: int = 0
    matched: int = 0
    words_right: int = 0
    second_hand: int = 0
    second_hand_right: int = 0

    @property
    def f1(self) -> float:
        """Of positions, by (party, proposition, stance)."""
        return 2 * self.matched / max(1, self.labels + self.read)

    def add_match(self, word: str, label: Mapping[str, Any]) -> None:
        """A stand that is right, and whose word it was read to be."""
        self.matched += 1
        right = word == _label_word(label)
        self.words_right += right
        if _label_word(label) != "self":
            self.second_hand += 1
            self.second_hand_right += right

    def describe(self) -> str:
        """One line of figures."""
        return (
            f"P {self.matched / max(1, self.read):5.1%}  "
            f"R {self.matched / max(1, self.labels):5.1%}  "
            f"F1 {self.f1:5.1%}  word right {self.words_right / max(1, self.matched):5.1%}, "
            f"second-hand {self.second_hand_right}/{self.second_hand}  "
            f"({self.labels} labels, {self.read} read)"
        )


def read_position_labels(path: Path = LABELS) -> list[dict[str, Any]]:
    """The labelled articles."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def measure_positions(
    articles: Mapping[str, Article], reader: Reader
) -> dict[str, dict[str, float]]:
    """F1 of positions and how often the word is right, of open and held-back articles apart.

    Args:
        articles: of PolNeAR dev and train, by name.
        reader: finds the attributions.
    """
    figures = {}
    second = {label["article"]: label["positions"] for label in read_position_labels(SECOND)}
    for part, held in (("open", False), ("held", True)):
        counts, both, people = PositionCounts(), PositionCounts(), PositionCounts()
        for label in read_position_labels():
            if label["held"] is not held:
                continue
            article = date_article(label["article"], articles[label["article"]])
            reading = read_article(article, reader)
            pairs = pair_labels(article.text, label["positions"], second[label["article"]])
            count_positions(counts, reading, label["positions"])
            count_positions(both, reading, agree(pairs))
            count_agreement(people, pairs)
        print(f"  positions, {part}: {counts.describe()}")
        print(f"  positions, {part}, both readings: {both.describe()}")
        print(f"  positions, {part}, second reading against the first: {people.describe()}")
        figures[f"positions_{part}"] = {
            "f1": counts.f1,
            "f1, both readings": both.f1,
            "second-hand": counts.second_hand_right / max(1, counts.second_hand),
        }
    return figures


Label = Mapping[str, Any]


Pairs = Sequence[tuple[Label | None, Label | None]]
"""Labels of a first and a second reading, each with its like or with none."""


def pair_labels(text: str, first: Sequence[Label], second: Sequence[Label]) -> Pairs:
    """Who lists what: each label of the second reading with the first one's, where it has one."""
    free = list(first)
    pairs: list[tuple[Label | None, Label | None]] = []
    for label in second:
        fitting = [one for one in free if _is_same_label(text, one, label)]
        fitting.sort(key=lambda one: not one["sure"])
        if fitting:
            free.remove(fitting[0])
        pairs.append((fitting[0] if fitting else None, label))
    return pairs + [(one, None) for one in free]


def agree(pairs: Pairs) -> list[Label]:
    """The labels of both readings: as sure as the first one is where both list it, else not."""
    return [
        {**(one or other or {}), "sure": one is not None and other is not None and one["sure"]}
        for one, other in pairs
    ]


def _is_same_label(text: str, one: Label, other: Label) -> bool:
    """Whether two labels are of one stand: who is meant is told by passage or by last name."""

    def last_name(label: Label) -> str:
        start, end = label["party_name"][0]
        return text[start:end].split()[-1].lower().rstrip("’'s.,")

    return (
        one["stance"] == other["stance"]
        and (
            overlap([*one["party"], *one["party_name"]], [*other["party"], *other["party_name"]])
            or last_name(one) == last_name(other)
        )
        and overlap(
            [*one["evidence"], *one.get("also", [])], [*other["evidence"], *other.get("also", [])]
        )
    )


def count_agreement(counts: PositionCounts, pairs: Pairs) -> None:
    """Add how the second reading does against the first one's labels; sure ones of both count."""
    for one, other in pairs:
        if not all(each["sure"] for each in (one, other) if each is not None):
            continue
        counts.labels += one is not None
        counts.read += other is not None
        if one is not None and other is not None:
            counts.add_match(_label_word(other), one)


def count_positions(
    counts: PositionCounts, reading: Reading, labels: Sequence[Mapping[str, Any]]
) -> list[tuple[Position | None, Mapping[str, Any] | None]]:
    """Match one article's positions with its labels, add to the counts, and list who met whom."""
    entities = {entity.id: entity for entity in reading.entities}
    free = list(labels)
    pairs: list[tuple[Position | None, Mapping[str, Any] | None]] = []
    for position in reading.positions:
        fitting = [label for label in free if _fits(position, entities, label)]
        fitting.sort(key=lambda label: (not label["sure"], _word(position) != _label_word(label)))
        label = fitting[0] if fitting else None
        pairs.append((position, label))
        if label is None:
            counts.read += 1
            continue
        free.remove(label)
        if not label["sure"]:
            continue
        counts.read += 1
        counts.labels += 1
        counts.add_match(_word(position), label)
    counts.labels += sum(1 for label in free if label["sure"])
    return pairs + [(None, label) for label in free]


def _fits(position: Position, entities: Mapping[str, Entity], label: Mapping[str, Any]) -> bool:
    party = entities[position.party_id]
    mentions = [[span.start, span.end] for span in party.mentions]
    evidence = [[span.start, span.end] for span in position.evidence]
    passages = [*label["evidence"], *label.get("also", [])]
    return (
        position.stance == label["stance"]
        and overlap(mentions, [*label["party"], *label["party_name"]])
        and overlap(evidence, passages)
    )


def overlap(some: Sequence[Sequence[int]], others: Sequence[Sequence[int]]) -> bool:
    """Whether a passage of the first shares a character with one of the second."""
    return any(one[0] < other[1] and other[0] < one[1] for one in some for other in others)


def _word(position: Position) -> str:
    if position.word_of_id is None:
        return "author"
    return "self" if position.first_hand else "other"


def _label_word(label: Mapping[str, Any]) -> str:
    word = label["word_of"]
    return word if isinstance(word, str) else "other"

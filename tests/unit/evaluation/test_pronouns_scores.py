"""When a labelled pronoun counts as right."""

import json
from pathlib import Path

from evaluation.pronouns import judge_pronoun, read_pronoun_labels

from onrecord.records import Entity, EntityKind, Span

LABEL = {"pronoun": [20, 22], "antecedent": [[0, 8]]}


def entity(*places: tuple[int, int]) -> Entity:
    return Entity("a", "Ida Bell", EntityKind.PERSON, tuple(Span(*place) for place in places))


def test_a_pronoun_among_the_mentions_of_its_antecedent_is_right() -> None:
    assert judge_pronoun([entity((0, 8), (20, 22))], LABEL)


def test_a_pronoun_of_somebody_else_is_wrong() -> None:
    assert not judge_pronoun([entity((0, 8)), entity((10, 14), (20, 22))], LABEL)


def test_a_pronoun_of_nobody_is_wrong() -> None:
    assert not judge_pronoun([entity((0, 8))], LABEL)


def test_only_the_halves_asked_for_are_read(tmp_path: Path) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_text("".join(json.dumps({"half": half}) + "\n" for half in "TVH"), encoding="utf-8")
    assert read_pronoun_labels("T", "H", path=path) == [{"half": "T"}, {"half": "H"}]

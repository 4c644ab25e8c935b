import gzip
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from training.corpus import (
    Example,
    GoldAttribution,
    encode_nested,
    read_annotations,
    read_nested,
    read_polnear,
    units_of,
)

from letters import TOKENIZER
from onrecord.attributions.neural.tags import Tag
from onrecord.attributions.neural.tokens import Tokens, tokenize

TEXT = "Ana Ruiz said Holt hopes the ferry stays.\n\nShe seems glad."
ROLES = ("source", "cue", "content")


def piece(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def label(
    cue: str, content: str, *, source: str | None = None, sure: bool = True
) -> dict[str, Any]:
    return {
        "parent": [piece("said")],
        "source": [piece(source)] if source else None,
        "cue": [piece(cue)],
        "content": [piece(content)],
        "sure": sure,
    }


HOPES = label("hopes", "the ferry stays", source="Holt")
STAYS = label("stays", "ferry", sure=False)


def annotation(*attributions: tuple[str, str, str]) -> str:
    """A brat file; the events stand before the spans that they name."""
    spans, events = [], []
    for number, attribution in enumerate(attributions):
        names = [f"T{3 * number + place}" for place in range(3)]
        events.append(
            f"E{number}\tAttribution:{names[1]} "
            + " ".join(f"{r.capitalize()}:{n}" for r, n in zip(ROLES, names, strict=True))
        )
        for name, role, words in zip(names, ROLES, attribution, strict=True):
            start, end = piece(words)
            spans.append(f"{name}\t{role.capitalize()} {start} {end}\t{words}")
    return "\n".join(events + spans)


@pytest.fixture
def split(tmp_path: Path) -> Path:
    """Article "a" under two annotators, article "b" under one; nobody has tagged the names of b."""
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    said = ("Ana Ruiz", "said", "Holt hopes the ferry stays")
    seems = ("She", "seems", "glad")
    for name, attributions in {"a_0001": [said], "a_00ff": [said, seems], "b_0001": [said]}.items():
        path = tmp_path / "attributions" / f"{name}.ann"
        path.write_text(annotation(*attributions), encoding="utf-8")
    for name in ("a", "b"):
        (tmp_path / "text" / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    names = {
        "article": "a",
        "entities": [[*piece("Ana Ruiz"), "PERSON"], [*piece("ferry"), "DATE"]],
    }
    with gzip.open(tmp_path / "silver_entities.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.write(json.dumps(names) + "\n")
    return tmp_path


def words_of(tokens: Tokens, attribution: GoldAttribution) -> dict[Tag, str]:
    words = [TEXT[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True)]
    return {
        tag: " ".join(words[u] for u in attribution.units[attribution.tags == tag])
        for tag in (Tag.SOURCE, Tag.CUE, Tag.CONTENT)
        if tag in attribution.tags
    }


def unit_of(tokens: Tokens, words: str) -> int:
    return units_of(tokens, [(piece(words)[0], piece(words)[1])])[0]


def test_a_nested_label_becomes_the_units_of_its_passages() -> None:
    tokens = tokenize(TEXT, TOKENIZER)
    nested = encode_nested(tokens, [HOPES])
    (attribution,) = nested.attributions
    assert attribution.is_nested
    assert attribution.anchor == unit_of(tokens, "hopes")
    assert words_of(tokens, attribution) == {
        Tag.SOURCE: "Holt",
        Tag.CUE: "hopes",
        Tag.CONTENT: "the ferry stays",
    }
    assert nested.unsure == ()


def test_a_nested_label_may_have_no_source() -> None:
    tokens = tokenize(TEXT, TOKENIZER)
    (attribution,) = encode_nested(tokens, [label("hopes", "the ferry stays")]).attributions
    assert set(words_of(tokens, attribution)) == {Tag.CUE, Tag.CONTENT}


def test_of_an_unsure_label_only_the_place_of_its_cue_is_kept() -> None:
    tokens = tokenize(TEXT, TOKENIZER)
    nested = encode_nested(tokens, [HOPES, STAYS])
    assert [a.anchor for a in nested.attributions] == [unit_of(tokens, "hopes")]
    assert nested.unsure == (unit_of(tokens, "stays"),)


def test_a_sure_label_that_no_unit_holds_is_not_sure() -> None:
    tokens = tokenize(TEXT, TOKENIZER)
    between = {**HOPES, "content": [[piece("\n\n")[0], piece("\n\n")[1]]]}
    nested = encode_nested(tokens, [between])
    assert nested.attributions == ()
    assert nested.unsure == (unit_of(tokens, "hopes"),)


def test_labels_are_read_by_article(tmp_path: Path) -> None:
    path = tmp_path / "nested.jsonl"
    lines = [{"article": "a", "nested": [HOPES, STAYS]}, {"article": "b", "nested": []}]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert read_nested(path) == {"a": [HOPES, STAYS], "b": []}


def read(split: Path, **options: Any) -> list[Example]:
    return list(read_polnear(split, TOKENIZER, **options))


def test_only_the_first_annotators_example_has_the_nested_labels(split: Path) -> None:
    first, second, other = read(split, nested={"a": [HOPES, STAYS]})
    assert [first.name, second.name, other.name] == ["a", "a", "b"]
    assert first.nested is not None
    assert len(first.nested.attributions) == len(first.nested.unsure) == 1
    assert second.nested is None
    assert other.nested is None


def test_an_article_without_nested_attributions_is_not_one_without_labels(split: Path) -> None:
    first, *_ = read(split, nested={"a": []})
    assert first.nested is not None
    assert (first.nested.attributions, first.nested.unsure) == ((), ())
    assert all(example.nested is None for example in read(split))


def test_an_example_holds_what_its_own_annotator_marked(split: Path) -> None:
    first, second, _ = read(split)
    (said,) = first.attributions
    assert not said.is_nested
    assert words_of(first.tokens, said) == {
        Tag.SOURCE: "Ana Ruiz",
        Tag.CUE: "said",
        Tag.CONTENT: "Holt hopes the ferry stays",
    }
    assert [words_of(second.tokens, a)[Tag.CUE] for a in second.attributions] == ["said", "seems"]


def test_the_first_annotators_alone_can_be_read(split: Path) -> None:
    assert [example.name for example in read(split, first_only=True)] == ["a", "b"]


def test_names_of_known_kinds_are_tagged_and_unknown_articles_teach_none(split: Path) -> None:
    first, _, other = read(split)
    tagged = np.flatnonzero(first.names)
    assert tagged.tolist() == [unit_of(first.tokens, "Ana"), unit_of(first.tokens, "Ruiz")]
    assert set(other.names.tolist()) == {-100}


def test_sentences_begin_at_pieces_and_end_with_the_text(split: Path) -> None:
    tokens, sentences = (example := read(split)[0]).tokens, example.sentences
    starts = [tokens.starts[np.searchsorted(tokens.firsts, first)] for first in sentences[:-1]]
    assert starts == [0, piece("She")[0]]
    assert sentences[-1] == len(tokens.pieces)


def test_pieces_of_a_span_may_be_several(tmp_path: Path) -> None:
    path = tmp_path / "a_0001.ann"
    path.write_text(
        "T1\tCue 4 8\tsaid\nT2\tContent 0 3;9 12\tGo  now\nE1\tAttribution:T1 Cue:T1 Content:T2\n"
        "T3\tCue 20 24\tsaid\nE2\tAttribution:T3 Cue:T3\n",
        encoding="utf-8",
    )
    assert read_annotations(path) == [{"cue": [(4, 8)], "content": [(0, 3), (9, 12)]}]

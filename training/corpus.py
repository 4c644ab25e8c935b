"""PolNeAR and its machine-made names, read into arrays over units.

PolNeAR: Newell, Margolin & Ruths, "An Attribution Relations Corpus for Political News", LREC 2018.
"""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.articles.sentences import split_sentences
from onrecord.attributions.neural.tags import NAME_TAGS, Tag
from onrecord.attributions.neural.tokens import Tokens, tokenize

_ANNOTATION = re.compile(r"(?P<article>.+)_(?P<annotator>[0-9a-f]{4})\.ann")
_SILVER_LABELS = {
    "PERSON": "PER",
    "ORGANIZATION": "ORG",
    "LOCATION": "LOC",
    "MISC": "MISC",
}
_TAG_OF_ROLE = {"source": Tag.SOURCE, "cue": Tag.CUE, "content": Tag.CONTENT}

Pieces = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One attribution over units: where its cue begins and which tag each unit near it has."""

    anchor: int
    units: NDArray[np.int64]
    tags: NDArray[np.int64]
    is_nested: bool = False


@dataclass(frozen=True, slots=True)
class NestedGold:
    """The attributions inside the contents of one article, and where it is not sure that one is."""

    attributions: tuple[GoldAttribution, ...]
    unsure: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """One article under one annotator's attributions."""

    name: str
    text: str
    tokens: Tokens
    attributions: tuple[GoldAttribution, ...]
    names: NDArray[np.int64]
    """Name tag of each unit; -100 everywhere where no names are known."""
    sentences: NDArray[np.int64]
    """First piece of each sentence, and one past the last piece of the text."""
    nested: NestedGold | None = None
    """What stands inside the contents; None where nobody has labelled it."""


def read_annotations(path: Path) -> list[dict[str, Pieces]]:
    """The attributions of one brat file: role → pieces, in file order."""
    spans: dict[str, Pieces] = {}
    events = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        fields = line.split("\t")
        if re.fullmatch(r"T\d+", fields[0]) and len(fields) > 2:
            offsets = fields[1].split(" ", 1)[1].split(";")
            spans[fields[0]] = [(int(p.split()[0]), int(p.split()[1])) for p in offsets]
        elif re.fullmatch(r"E\d+", fields[0]) and len(fields) > 1:
            events.append(fields[1].split()[1:])
    # An event may come before the spans that it names.
    attributions = []
    for arguments in events:
        found: dict[str, Pieces] = {}
        for argument in arguments:
            role, _, ident = argument.partition(":")
            role = role.rstrip("0123456789").lower()
            if role in _TAG_OF_ROLE:
                found.setdefault(role, []).extend(spans[ident])
        if "cue" in found and "content" in found:
            attributions.append(found)
    return attributions


def read_text(path: Path) -> str:
    """The article's characters with no newline translation: offsets count them."""
    return path.read_bytes().decode("utf-8")


def units_of(tokens: Tokens, pieces: Pieces) -> list[int]:
    """The units that the pieces touch, paragraph breaks left out."""
    units = []
    for start, end in pieces:
        first = int(np.searchsorted(tokens.ends, start, "right"))
        last = int(np.searchsorted(tokens.starts, end, "left"))
        units.extend(u for u in range(first, last) if tokens.ends[u] > tokens.starts[u])
    return units


def encode_attribution(tokens: Tokens, roles: dict[str, Pieces]) -> GoldAttribution | None:
    """One attribution over units, or None where its cue covers no unit."""
    tags: dict[int, int] = {}
    for role in ("content", "source", "cue"):
        for unit in units_of(tokens, roles.get(role, [])):
            tags[unit] = _TAG_OF_ROLE[role]
    cue = [unit for unit, tag in tags.items() if tag == Tag.CUE]
    if not cue or Tag.CONTENT not in tags.values():
        return None
    units = sorted(tags)
    return GoldAttribution(
        anchor=min(cue),
        units=np.asarray(units),
        tags=np.asarray([tags[u] for u in units]),
    )


def encode_names(tokens: Tokens, entities: list[tuple[int, int, str]]) -> NDArray[np.int64]:
    """Name tags over units (BIO)."""
    tags = np.zeros(len(tokens), dtype=np.int64)
    for start, end, label in entities:
        kind = _SILVER_LABELS.get(label)
        for number, unit in enumerate(units_of(tokens, [(start, end)]) if kind else ()):
            tags[unit] = NAME_TAGS.index(("I-" if number else "B-") + str(kind))
    return tags


def find_sentence_pieces(tokens: Tokens, text: str) -> NDArray[np.int64]:
    """The first piece of each sentence, and one past the last piece of the text."""
    starts = [span.start for span in split_sentences(text)]
    units = np.unique(np.searchsorted(tokens.starts, starts))
    firsts = tokens.firsts[units[units < len(tokens)]]
    return np.append(firsts, len(tokens.pieces))


def read_nested(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Labels of nested attributions by article; their layout is in evaluation/labels/README.md."""
    with path.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return {record["article"]: record["nested"] for record in records}


def encode_nested(tokens: Tokens, labels: list[dict[str, Any]]) -> NestedGold:
    """Labels of one article over units."""
    sure, unsure = [], []
    for label in labels:
        roles = {role: label[role] for role in _TAG_OF_ROLE if label[role]}
        encoded = encode_attribution(tokens, roles)
        if encoded is None or not label["sure"]:
            unsure += [min(units_of(tokens, label["cue"]), default=0)]
        else:
            sure.append(replace(encoded, is_nested=True))
    return NestedGold(tuple(sure), tuple(unsure))


def _read_names(path: Path) -> dict[str, list[tuple[int, int, str]]]:
    """Machine-made names by article: start, end, label."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return {r["article"]: [tuple(entity) for entity in r["entities"]] for r in records}


def read_polnear(
    split: Path,
    tokenizer: object,
    *,
    first_only: bool = False,
    nested: dict[str, list[dict[str, Any]]] | None = None,
) -> Iterator[Example]:
    """The articles of one split, in sorted order, one example an annotator.

    Args:
        split: a folder of the corpus.
        tokenizer: cuts text into word pieces.
        first_only: only the first annotator of each article.
        nested: labels by article, of the first annotator's contents.
    """
    names = _read_names(split / "silver_entities.jsonl.gz")
    seen = set()
    for path in sorted((split / "attributions").glob("*.ann")):
        match = _ANNOTATION.fullmatch(path.name)
        if match is None or (first_only and match["article"] in seen):
            continue
        article = match["article"]
        labels = (nested or {}).get(article) if article not in seen else None
        seen.add(article)
        text = read_text(split / "text" / f"{article}.txt")
        tokens = tokenize(text, tokenizer)  # type: ignore[arg-type]
        encoded = [encode_attribution(tokens, roles) for roles in read_annotations(path)]
        tags = encode_names(tokens, names[article]) if article in names else None
        yield Example(
            name=article,
            text=text,
            tokens=tokens,
            attributions=tuple(a for a in encoded if a is not None),
            names=tags if tags is not None else np.full(len(tokens), -100),
            sentences=find_sentence_pieces(tokens, text),
            nested=None if labels is None else encode_nested(tokens, labels),
        )

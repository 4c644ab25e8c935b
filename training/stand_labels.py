"""Labels of stands, answers and absences, read into arrays over units.

One article a line: `positions`, each with its `stance`, `cue`, `party`, `proposition`, `word` and
whether it is `sure`; `responses` with `kind`, `answer` and `party`; `absences` with `kind` and
`words`; of these three what was not labelled is left out. Passages are pairs of code points: of the
`text` of an invented article, else of the corpus's text file.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import Any

from evaluation.apart import is_kept_apart

from onrecord.attributions.neural.stands import OWN_WORD, STANCES, STAND
from onrecord.attributions.neural.tags import Tag
from onrecord.attributions.neural.tokens import Tokens
from onrecord.records import AbsenceKind, ResponseKind
from training.corpus import units_of

_FOLDER = Path(__file__).parent / "labels"
LABELS = tuple(
    _FOLDER / name for name in ("stands.jsonl", "stands_invented.jsonl", "stands_plain.jsonl")
)
WORDS = {"self": OWN_WORD, "author": 1}
OTHER_WORD = 2
UNKNOWN = -100
# A cue's units are its own, and a party's are not the content's.
_OVER = (Tag.OUTSIDE, Tag.CONTENT, Tag.SOURCE, Tag.CUE)


class Mark(IntEnum):
    """What a unit can begin; the tagger is told."""

    STAND = STAND
    ANSWER = 1
    ABSENCE = 2


@dataclass(frozen=True, slots=True)
class Layout:
    """How the labels of one mark are written.

    Attributes:
        rows: their name in an article.
        begins: the words whose first unit begins one.
        of_class, classes: the name of its class, and all of them in the order of the head.
        parts: which words have which tag.
    """

    rows: str
    begins: str
    of_class: str
    classes: tuple[StrEnum, ...]
    parts: tuple[tuple[str, Tag], ...]


LAYOUTS = {
    Mark.STAND: Layout(
        "positions",
        "cue",
        "stance",
        STANCES,
        (("proposition", Tag.CONTENT), ("party", Tag.SOURCE), ("cue", Tag.CUE)),
    ),
    Mark.ANSWER: Layout(
        "responses",
        "answer",
        "kind",
        tuple(ResponseKind),
        (("answer", Tag.CONTENT), ("party", Tag.SOURCE)),
    ),
    Mark.ABSENCE: Layout(
        "absences", "words", "kind", tuple(AbsenceKind), (("words", Tag.CONTENT),)
    ),
}


@dataclass(slots=True)
class Beginning:
    """A unit that begins something.

    Attributes:
        chosen: class of the mark's head, none being 0.
        tags: the part that each unit near it plays; all others play none.
        sure: whether it teaches that something begins here.
        word: class of the head for whose word a stand is; UNKNOWN for what is no stand.
    """

    chosen: int
    sure: bool
    word: int = UNKNOWN
    tags: dict[int, int] = field(default_factory=dict)


def read_labels(path: Path) -> Iterator[dict[str, Any]]:
    """The labelled articles."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def read_lessons(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """The labelled articles that the branch learns from: all but those kept apart to judge it."""
    for path in paths:
        for label in read_labels(path):
            if "text" in label or not is_kept_apart(label["article"]):
                yield label


def list_marks(label: Mapping[str, Any]) -> frozenset[Mark]:
    """What was labelled in an article."""
    return frozenset(mark for mark, layout in LAYOUTS.items() if layout.rows in label)


def find_beginnings(tokens: Tokens, label: Mapping[str, Any]) -> dict[tuple[Mark, int], Beginning]:
    """What begins at which unit; several parties or propositions of one cue are one beginning."""
    found: dict[tuple[Mark, int], Beginning] = {}
    for mark, layout in LAYOUTS.items():
        for row in label.get(layout.rows, ()):
            units = units_of(tokens, [tuple(row[layout.begins])])
            chosen = 1 + layout.classes.index(row[layout.of_class])
            if not units:
                continue
            fresh = Beginning(chosen, row["sure"], _word_of(row))
            known = found.setdefault((mark, units[0]), fresh)
            if known.chosen != chosen:
                continue
            known.sure = known.sure or row["sure"]
            for part, tag in layout.parts:
                for unit in units_of(tokens, [tuple(row[part])]):
                    known.tags[unit] = max(tag, known.tags.get(unit, tag), key=_OVER.index)
    return found


def _word_of(row: Mapping[str, Any]) -> int:
    word = row.get("word")
    if word is None:
        return UNKNOWN
    return WORDS.get(word, OTHER_WORD) if isinstance(word, str) else OTHER_WORD

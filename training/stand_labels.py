"""Labels of stands, answers and absences, read into arrays over units.

One article a line: `positions`, each with its `stance`, `cue`, `party`, `proposition`, `word` and
whether it is `sure`; `responses` with `kind`, `answer` and `party`; `absences` with `kind` and
`words`. Passages are pairs of code points of the corpus's text files.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.attributions.neural.stands import STANCES, Mark
from onrecord.attributions.neural.tags import Tag
from onrecord.attributions.neural.tokens import Tokens
from onrecord.records import AbsenceKind, ResponseKind
from training.corpus import units_of

KINDS = tuple(ResponseKind)
MISSING = tuple(AbsenceKind)
WORDS = {"self": 0, "author": 1}
OTHER_WORD = 2
UNKNOWN = -100


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


def find_beginnings(tokens: Tokens, label: Mapping[str, Any]) -> dict[tuple[Mark, int], Beginning]:
    """What begins at which unit; several parties or propositions of one cue are one beginning."""
    found: dict[tuple[Mark, int], Beginning] = {}
    for row in label["positions"]:
        chosen = 1 + STANCES.index(row["stance"])
        word = WORDS.get(row["word"], OTHER_WORD) if isinstance(row["word"], str) else OTHER_WORD
        beginning = _begin(
            found, tokens, Mark.STAND, row["cue"], Beginning(chosen, row["sure"], word)
        )
        if beginning is not None:
            _tag(beginning, tokens, row["proposition"], Tag.CONTENT)
            _tag(beginning, tokens, row["party"], Tag.SOURCE)
            _tag(beginning, tokens, row["cue"], Tag.CUE)
    for row in label["responses"]:
        chosen = 1 + KINDS.index(row["kind"])
        beginning = _begin(
            found, tokens, Mark.ANSWER, row["answer"], Beginning(chosen, row["sure"])
        )
        if beginning is not None:
            _tag(beginning, tokens, row["answer"], Tag.CONTENT)
            _tag(beginning, tokens, row["party"], Tag.SOURCE)
    for row in label["absences"]:
        chosen = 1 + MISSING.index(row["kind"])
        beginning = _begin(
            found, tokens, Mark.ABSENCE, row["words"], Beginning(chosen, row["sure"])
        )
        if beginning is not None:
            _tag(beginning, tokens, row["words"], Tag.CONTENT)
    return found


def _begin(
    found: dict[tuple[Mark, int], Beginning],
    tokens: Tokens,
    mark: Mark,
    words: list[int],
    fresh: Beginning,
) -> Beginning | None:
    """What begins at the first unit of some words; None where that is something else already."""
    units = units_of(tokens, [(words[0], words[1])])
    if not units:
        return None
    known = found.setdefault((mark, units[0]), fresh)
    if known.chosen != fresh.chosen:
        return None
    known.sure = known.sure or fresh.sure
    return known


def _tag(beginning: Beginning, tokens: Tokens, words: list[int], tag: Tag) -> None:
    """A cue's units are its own, a party's are not the content's."""
    for unit in units_of(tokens, [(words[0], words[1])]):
        if tag is Tag.CONTENT:
            beginning.tags.setdefault(unit, tag)
        else:
            beginning.tags[unit] = tag

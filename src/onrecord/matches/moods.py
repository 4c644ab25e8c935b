"""What is said to be so, what only may be or is planned, and what is denied, word by word."""

from collections.abc import Sequence
from enum import StrEnum

from onrecord.matches.word_forms import base_of
from onrecord.resolution.layout import Word


class Modality(StrEnum):
    """Whether something is said to be so; kinds of claims that are kept apart."""

    FACT = "fact"
    POSSIBLE = "possible"
    PLANNED = "planned"
    OPEN = "open"
    """An infinitive: the words around it tell whether it is so."""


_MODALS = dict.fromkeys(
    "could may might can cannot possibly perhaps".split(), Modality.POSSIBLE
) | (
    dict.fromkeys(
        """would will shall 'll plans intends planned planning hopes expected should must ought
        wants wanted""".split(),
        Modality.PLANNED,
    )
)
_CONTRACTED = {
    "couldn't": Modality.POSSIBLE, "can't": Modality.POSSIBLE, "mightn't": Modality.POSSIBLE,
    "won't": Modality.PLANNED, "wouldn't": Modality.PLANNED, "shouldn't": Modality.PLANNED,
}  # fmt: skip
NEGATORS = frozenset(
    """not never no nobody none neither nor without cannot hardly barely nothing fail failed fails
    refuse refused refuses decline declined declines deny denied denies avoid avoided""".split()
)
_SKIPPED = frozenset(
    "be have has had do does did to also ever even yet now still been being a the any".split()
)
_PLACING_WORDS = 4


def find_negations(words: Sequence[Word]) -> frozenset[str]:
    """What is negated: the base of the next word that carries meaning after each negation."""
    found = set()
    for number, word in enumerate(words):
        lower = word.lower.replace("’", "'")
        if lower in NEGATORS or lower.endswith("n't"):
            found.add(_next_base(words, number))
    return frozenset(found)


def find_moods(words: Sequence[Word]) -> tuple[tuple[str, Modality], ...]:
    """The bases of the verbs that are not said to be so, each with how; of two the first counts."""
    moods: dict[str, Modality] = {}
    for number, word in enumerate(words):
        lower = word.lower.replace("’", "'")
        mood = _MODALS.get(lower) or _CONTRACTED.get(lower)
        if mood is None and lower.endswith("'ll"):
            mood = Modality.PLANNED
        if mood is None and lower == "to":
            mood = Modality.OPEN
        if mood is not None and not (lower == "may" and word.is_capitalised):
            moods.setdefault(_next_base(words, number), mood)
    return tuple(moods.items())


def _next_base(words: Sequence[Word], number: int) -> str:
    for word in words[number + 1 : number + 1 + _PLACING_WORDS]:
        base = base_of(word.text)
        if word.lower in NEGATORS or word.lower in _SKIPPED or base in _SKIPPED:
            continue
        if word.lower.endswith("ly"):
            continue
        return base
    return ""

"""Whether a cue is denied to have happened: "did not say", "no one believes"."""

import re

from onrecord.attributions.cue_clause import CueClause
from onrecord.attributions.refusals import refuses_to_tell
from onrecord.attributions.word_classes import ADVERBS, AUXILIARIES

_NOT = frozenset("not never cannot neither nor without hardly scarcely".split())
# "Nor did | she say".
_INVERTED = (("nor",), ("neither",), ("never",))
_NOT_EVEN = frozenset("only just merely simply surprisingly least".split())
# "could not resist saying", "can't wait to say", "never tires of saying": it is said.
_ZEAL = frozenset(
    """resist help wait tire tires tired fail fails failed stop stops stopped cease ceased hesitate
    shy""".split()
)
# "hard not to see".
_HARD = (("hard",), ("difficult",), ("impossible",))
_ZEAL_REACH = 4
# What may stand between a negation and the cue: "is not yet willing to say".
_CARRIERS = (
    AUXILIARIES
    | ADVERBS
    | frozenset(
        """to able want wants wanted wanting willing going seem seems appear appears plan plans try
        trying tried bother bothered dare longer need needed get yet expect expected any let asked
        publicly immediately directly exactly being having want say be""".split()
    )
)
_FARTHEST = 6
_COORDINATED = 10
# Verbs of a thing left undone.
_OMISSION = re.compile(
    r"(?:avoid|ignor|lack|omit|omitt|neglect|overlook|refrain)(?:e|s|es|ed|ing)?"
)
_UNKNOWN = frozenset("unclear unaware unknown unsure uncertain".split())
_SAYING = frozenset("say says said saying".split())
# "made no secret of", "leaves no doubt", "minced no words": these affirm.
_AFFIRMED = frozenset(
    "doubt doubts secret bones mistake question wonder matter sooner less words".split()
)
_NOBODY = (
    ("no", "one"),
    ("nobody",),
    ("none",),
    ("neither",),
    ("no",),
    ("few",),
    ("not", "one"),
    ("not", "a"),
)
_NEARLY = frozenset("almost virtually nearly practically absolutely".split())
_NOTHING = (("nothing",), ("none",))
_TELLING_OF = frozenset("that which about of on but to more else new other".split())


def is_negated(clause: CueClause) -> bool:
    """Whether the words before a cue, or its own, negate it."""
    words, start = clause.words, len(clause.before)
    if clause.lead[-2:-1] in _INVERTED and clause.lead[-1] in AUXILIARIES:
        return True
    if refuses_to_tell(words[max(0, start - 2) :]):
        return False
    for position, word in enumerate(words):
        length = _negation_length(words, position)
        if not length:
            continue
        after = words[position + length :]
        if after[:1] and (after[0] in _NOT_EVEN or _is_zeal(word, after)):
            continue
        if words[position - 1 : position] in _HARD or (word == "without" and not _gerund(after)):
            continue
        if position >= start or _carries(words[position + length : start]):
            return True
    return _lacks(clause.cue)


def is_nobody(source: tuple[str, ...]) -> bool:
    """Whether nobody is the source: "no one", "neither side", "few voters"."""
    # "virtually no one", "almost nobody".
    words = source[1:] if source[:1] and source[0] in _NEARLY else source
    return any(words[: len(nobody)] == nobody for nobody in _NOBODY)


def is_nothing(content: tuple[str, ...]) -> bool:
    """Whether the content is that nothing was: "proposed nothing new", not "nothing came of it".

    Args:
        content: its first words, where it is not quoted.
    """
    return content[:1] in _NOTHING and (len(content) == 1 or content[1] in _TELLING_OF)


def _negation_length(words: tuple[str, ...], position: int) -> int:
    """How many words negate at a position: "not", "no longer", "failed to", "has yet to"."""
    word, following = words[position], words[position + 1 : position + 3]
    if word.endswith("n't") or word in _NOT:
        return 1
    if word == "no" and following[:1] == ("longer",):
        return 2
    if word in ("fail", "fails", "failed", "failing", "yet") and following[:1] == ("to",):
        return 2
    if word == "short" and following[:1] == ("of",):
        return 2
    return int(word == "unlikely")


def _is_zeal(word: str, after: tuple[str, ...]) -> bool:
    return word not in ("unlikely", "yet") and not _ZEAL.isdisjoint(after[:_ZEAL_REACH])


def _gerund(after: tuple[str, ...]) -> bool:
    return any(word.endswith("ing") for word in after[:2])


def _carries(between: tuple[str, ...]) -> bool:
    """Whether a negation reaches over the words between it and the cue."""
    if "or" in between or "nor" in between:
        return len(between) <= _COORDINATED
    return len(between) <= _FARTHEST and all(
        word in _CARRIERS or word.endswith("ly") for word in between
    )


def _lacks(cue: tuple[str, ...]) -> bool:
    """Whether the cue itself says that a thing was not done: "made no mention", "ignored"."""
    for position, word in enumerate(cue):
        before, after = cue[position - 1 : position], cue[position + 1 : position + 2]
        if word == "no" and not _SAYING.intersection(before):
            return not _AFFIRMED.intersection(after) and after != ("to",)
        if word in _UNKNOWN or word == "nothing" or _OMISSION.fullmatch(word):
            return True
    return False

"""Whether a cue is denied to have happened: "did not say", "no one believes"."""

import itertools
import re

from onrecord.attributions.cue_clause import CueClause
from onrecord.attributions.refusals import refuses_to_tell
from onrecord.attributions.word_classes import ADVERBS, AUXILIARIES

_NOT = frozenset("not never cannot neither nor without hardly scarcely".split())
# "Nor did | she say".
_INVERTED = (("nor",), ("neither",), ("never",))
_NOT_EVEN = frozenset("only just merely simply surprisingly least because without".split())
# "could not resist saying", "can't wait to say", "never tires of saying": it is said.
_ZEAL = frozenset(
    """resist help wait tire tires tired fail fails failed stop stops stopped cease ceased hesitate
    shy unnoticed escape escaped wrong mistaken alone mince mincing""".split()
)
_STOP = frozenset("stop stops stopped".split())
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
# "rather than | attack", "instead of | attacking": what was not done, beside what was.
_PASSED_OVER = (("rather", "than"), ("instead", "of"), ("opposed", "to"))
_UNCERTAIN = frozenset("certain clear sure satisfied convinced happy".split())
_DO = frozenset("do does did".split())
# Verbs of a thing left undone.
_OMISSION = re.compile(r"(?:avoid|ignor|lack|omit|omitt|neglect|overlook)(?:e|s|es|ed|ing)?")
# "held off on endorsing", "steered clear of", "shied away from".
_KEPT_FROM = (
    *((form, "off") for form in ("hold", "holds", "held", "holding")),
    *((form, "clear") for form in ("steer", "steers", "steered", "steering")),
    *((form, "away") for form in ("shy", "shies", "shied", "shying")),
)
# "decided against", "opted against | running": decided is not to.
_DECIDING = re.compile(r"(?:decid|opt)(?:e|es|ed|ing|s)?")
# "refrained from", not "a common refrain".
_REFRAIN = re.compile(r"refrain(?:s|ed|ing)?")
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
    ("nothing",),
    ("neither",),
    ("no",),
    ("few",),
    ("not", "one"),
    ("not", "a"),
    ("not", "all"),
    ("not", "every"),
    ("not", "everyone"),
    ("not", "everybody"),
    ("not", "many"),
    ("hardly", "any"),
    ("hardly", "anyone"),
    ("hardly", "anybody"),
    ("very", "few"),
    ("precious", "few"),
)
# "No fewer than ten senators", "No less an expert than".
_MANY = (("no", "fewer"), ("no", "less"), ("no", "lesser"))
_NEARLY = frozenset("almost virtually nearly practically absolutely".split())
_NOTHING = (("nothing",), ("none",))
# "said little about", "showed little interest in"; "wasted little time" did it at once.
_QUITE_SOME = frozenset("a as the his her its their no some".split())
_LITTLE_ELSE = frozenset("more time doubt secret choice but by or wonder other".split())
_TELLING_OF = frozenset("that which about of on but to more else new other".split())


def is_negated(clause: CueClause) -> bool:
    """Whether the words before a cue, or its own, negate it."""
    words, start = clause.words, len(clause.before)
    if clause.lead[-2:-1] in _INVERTED and clause.lead[-1] in AUXILIARIES:
        return True
    # "It is not that | she fears it".
    if clause.lead[-2:] == ("not", "that"):
        return True
    if refuses_to_tell(words[max(0, start - 2) :]):
        return False
    if _is_passed_over(clause.before):
        return True
    for position, word in enumerate(words):
        length = _negation_length(words, position)
        if not length:
            continue
        after = words[position + length :]
        if after[:1] and (after[0] in _NOT_EVEN or _is_zeal(word, after)):
            continue
        # "wary, if not opposed".
        if words[position - 1 : position] in _HARD or words[position - 1 : position] == ("if",):
            continue
        if word == "without" and not _goes_without(after, position - start, len(clause.cue)):
            continue
        if position >= start or _carries(words[position + length : start]):
            return not _is_finite_again(words, position, start)
    return (
        _lacks(clause.cue)
        or clause.cue[:2] in _KEPT_FROM
        or _decides_against((*clause.cue, *clause.opening[:1]))
    )


def is_nobody(source: tuple[str, ...]) -> bool:
    """Whether nobody is the source: "no one", "neither side", "few voters"."""
    # "virtually no one", "almost nobody".
    words = source[1:] if source[:1] and source[0] in _NEARLY else source
    # "No. 2 Republican".
    if words[:2] in _MANY or (words[:1] == ("no",) and words[1:2] and words[1].isdigit()):
        return False
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
    if (word, *following[:1]) in (("unable", "to"), ("incapable", "of")):
        return 2
    if word == "far" and following[:1] == ("from",):
        return 2 * _is_far_from(following[1:])
    # "is unlikely to say"; "his unlikely proposal" is made.
    return int(word == "unlikely" and following[:1] in ((), ("to",)))


def _is_far_from(following: tuple[str, ...]) -> bool:
    """Whether "far from" denies: "far from certain", "far from endorsing", not "far from home"."""
    return not following or following[0] in _UNCERTAIN or following[0].endswith("ing")


def _is_passed_over(before: tuple[str, ...]) -> bool:
    """Whether something else was done: "rather than | attack", "instead of openly | attacking"."""
    words = before[:-1] if before[-1:] and before[-1].endswith("ly") else before
    return words[-2:] in _PASSED_OVER


def _is_zeal(word: str, after: tuple[str, ...]) -> bool:
    if word in ("unlikely", "yet"):
        return False
    for verb, following in zip(after[:_ZEAL_REACH], (*after[1:], ""), strict=False):
        # "did not stop to answer" did not answer.
        if verb in _ZEAL and not (verb in _STOP and following == "to"):
            return True
    return False


def _goes_without(after: tuple[str, ...], position: int, length: int) -> bool:
    """Whether a thing was left undone: "without saying", "without any | hope of".

    Args:
        after: what follows "without".
        position: where it stands from the start of the cue.
        length: of the cue.
    """
    if any(word.endswith("ing") for word in after[:2]):
        return True
    return (position < 0 and after[:1] == ("any",)) or (position == 0 and length == 2)


def _carries(between: tuple[str, ...]) -> bool:
    """Whether a negation reaches over the words between it and the cue."""
    if "or" in between or "nor" in between:
        # "did not call or | write", not "did not call her or him, he | wrote".
        last = max(place for place, word in enumerate(between) if word in ("or", "nor"))
        return len(between) <= _COORDINATED and _all_carry(between[last + 1 :])
    return len(between) <= _FARTHEST and _all_carry(between)


def _all_carry(words: tuple[str, ...]) -> bool:
    return all(word in _CARRIERS or word.endswith("ly") for word in words)


def _is_finite_again(words: tuple[str, ...], position: int, start: int) -> bool:
    """Whether a clause begins after "or": "did not reply or | passed on a statement"."""
    do = (
        words[position - 1 : position]
        if words[position] == "not"
        else words[position : position + 1]
    )
    return (
        "or" in words[position:start]
        and not _DO.isdisjoint(word.removesuffix("n't") for word in do)
        and start < len(words)
        and words[start].endswith("ed")
    )


def _decides_against(words: tuple[str, ...]) -> bool:
    """Whether what is decided is not to do it: "decided against recommending charges"."""
    pairs = itertools.pairwise(words)
    return any(_DECIDING.fullmatch(word) and after == "against" for word, after in pairs)


def _lacks(cue: tuple[str, ...]) -> bool:
    """Whether the cue itself says that a thing was not done: "made no mention", "ignored"."""
    for position, word in enumerate(cue):
        before, after = cue[position - 1 : position], cue[position + 1 : position + 2]
        if word == "little" and _QUITE_SOME.isdisjoint(before) and _LITTLE_ELSE.isdisjoint(after):
            return True
        if _REFRAIN.fullmatch(word) and (word != "refrain" or after == ("from",)):
            return True
        if word == "nothing" and after in (("but",), ("short",)):
            return False
        if word == "no" and not _SAYING.intersection(before):
            return not _AFFIRMED.intersection(after) and after != ("to",)
        if word in _UNKNOWN or word == "nothing" or _OMISSION.fullmatch(word):
            return True
    return False

"""Whether two statements state the same proposition, with reasons that a person can check.

What is counted, who did it to whom, when, and whether it is so at all must not differ: in these
embeddings of whole sentences see hardly a difference. What is left is how much of the wording is
shared.
"""

from dataclasses import dataclass

from onrecord.matches.differences import Aspect, Reason, find_differences, list_agreements
from onrecord.matches.overlap import count_heads, share_wording
from onrecord.matches.statements import Statement
from onrecord.matches.word_forms import head_of


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two statements compare.

    Attributes:
        score: 0 to 1: how much of the wording and of those named is shared; 0 where they differ.
        is_same: whether they are suggested as one proposition.
        likeness: the same without regard to a difference but for two fifths less: a measure of how
            alike they are, for ranking, where the score says whether they are one.
    """

    score: float
    is_same: bool
    reasons: tuple[Reason, ...]
    likeness: float = 0.0


LEAST_SCORE = 0.42
"""Lowest score of a suggestion; set on pairs of training data, see `docs/model.md`."""
LEAST_NEAR = 0.5
"""Cosine from which two statements may be near in meaning."""
_MEANING = 0.6
"""What a cosine counts beside the wording, where there is one."""
_FIRM_ACTORS = 0.35
_DIFFERING = 0.6
_LEAST_SHARED = 3
_MEETING_SCORE = 0.6
_PAIR = 2
_PLAIN_MEETINGS = frozenset("speak call meet".split())
_MEETING_WITHIN = 4


def compare(one: Statement, other: Statement, *, similarity: float | None = None) -> Comparison:
    """Compare two statements.

    Args:
        one: a statement.
        other: another.
        similarity: the cosine of their embeddings where there are any, -1 to 1.
    """
    reasons = [*find_differences(one, other)]
    score = _score(one, other, similarity)
    if reasons:
        return Comparison(0.0, False, tuple(reasons), _DIFFERING * score)
    agreeing = tuple(list_agreements(one, other))
    meeting = _is_same_meeting(one, other)
    score = max(score, _MEETING_SCORE) if meeting else score
    enough = meeting or (score >= LEAST_SCORE and _shares_enough(one, other))
    shared = score if similarity is None else _score(one, other, None)
    wording = Reason(Aspect.WORDING, enough, f"{shared:.0%} of the wording is shared")
    meaning = () if similarity is None else (_describe_nearness(similarity),)
    return Comparison(score, enough, (*agreeing, wording, *meaning), score)


def _describe_nearness(similarity: float) -> Reason:
    near = similarity >= LEAST_NEAR
    degree = "near in meaning" if near else "not near in meaning"
    return Reason(Aspect.MEANING, near, f"{degree}, {max(0.0, similarity):.2f} of 1")


def find_match(one: Statement, other: Statement) -> Comparison | None:
    """The comparison of two statements that are suggested as one; None of any others.

    The same as `compare` but without its reasons, and much faster where most are not: what is
    least often so is asked first.
    """
    score = _score(one, other, None)
    meeting = _is_same_meeting(one, other)
    if not (meeting or (score >= LEAST_SCORE and _shares_enough(one, other))):
        return None
    if differ(one, other):
        return None
    score = max(score, _MEETING_SCORE) if meeting else score
    return Comparison(score, True, (), score)


def differ(one: Statement, other: Statement) -> bool:
    """Whether two statements differ in who, what, how many, when or whether it is so."""
    return next(find_differences(one, other), None) is not None


def _score(one: Statement, other: Statement, similarity: float | None) -> float:
    words = share_wording(one, other)
    named = _share_of_actors(one, other)
    lexical = words if named is None else (1 - _FIRM_ACTORS) * words + _FIRM_ACTORS * named
    if similarity is None:
        return lexical
    return (1 - _MEANING) * lexical + _MEANING * max(0.0, similarity)


def _is_same_meeting(one: Statement, other: Statement) -> bool:
    """Whether both say, to begin with, that the same two talked or met; details may differ.

    "He had spoken with Orlasca about the river", "she talked by telephone with Vesk".
    """
    if len(one.actors) < _PAIR or len(other.actors) < _PAIR:
        return False
    pair = one.actors[:_PAIR]
    return all(
        any(actor.is_same(each) for each in other.actors[:_PAIR]) for actor in pair
    ) and bool(_meetings_of(one) & _meetings_of(other))


def _meetings_of(statement: Statement) -> frozenset[str]:
    """The talks and meetings among the first words; one head for all ways of talking."""
    first = {head_of(word) for word in statement.words[:_MEETING_WITHIN]}
    talks = {"speak"} if first & _TALKS else set()
    return frozenset((first & _PLAIN_MEETINGS) | talks)


_TALKS = frozenset("speak call phone telephon conversation".split())


def _shares_enough(one: Statement, other: Statement) -> bool:
    """Whether most words of the shorter statement are shared, and not only who is named."""
    mine, theirs = count_heads(one.words).keys(), count_heads(other.words).keys()
    shared, fewer = len(mine & theirs), min(len(mine), len(theirs))
    named = sum(any(actor.is_same(each) for each in other.actors) for actor in one.actors)
    least = min(_LEAST_SHARED, fewer + min(len(one.actors), len(other.actors)))
    share, wording = _LEAST_BY_ACTION[_share_action(one, other)]
    if one.denied is not other.denied and not _is_whole(one, other, shared / max(1, fewer)):
        return False
    if shared + named < _LEAST_SHARED:
        # "You are going to win" is said of everything: few words have to be nearly all of it.
        wording = max(wording, _LEAST_OF_FEW)
    return (
        fewer > 0
        and shared >= max(1, share * fewer)
        and shared + named >= least
        and share_wording(one, other) >= wording
    )


def _is_whole(one: Statement, other: Statement, share: float) -> bool:
    """Whether all that one denies is what the other states: a part of it would not do.

    Words that stand inside the denial are the denier's own.
    """
    if one.text in other.text or other.text in one.text:
        return False
    named = all(
        any(actor.is_same(each) for each in more.actors)
        for fewer, more in [sorted((one, other), key=lambda each: len(each.actors))]
        for actor in fewer.actors
    )
    whole = share >= _WHOLE_SHARE and share_wording(one, other) >= _WHOLE_WORDING
    return whole and named and _share_action(one, other)


_WHOLE_SHARE, _WHOLE_WORDING = 0.75, 0.6


def _share_action(one: Statement, other: Statement) -> bool:
    """Whether what either says first, its verb or what does it, is somewhere in the other."""
    if not one.words or not other.words:
        return False
    mine, theirs = count_heads(one.words), count_heads(other.words)
    return head_of(one.words[0]) in theirs or head_of(other.words[0]) in mine


_LEAST_OF_FEW = 0.75
_LEAST_BY_ACTION = {True: (0.5, 0.4), False: (0.6, 0.55)}
"""Shares of the shorter one's words, and of all words, from which two statements may be one."""


def _share_of_actors(one: Statement, other: Statement) -> float | None:
    if not one.actors and not other.actors:
        return None
    shared = sum(any(actor.is_same(each) for each in other.actors) for actor in one.actors)
    return 2 * shared / (len(one.actors) + len(other.actors))

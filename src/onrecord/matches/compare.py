"""Whether two statements state the same proposition, with reasons that a person can check.

What is counted, who did it to whom, when, and whether it is so at all must not differ: in these
embeddings of whole sentences see hardly a difference. What is left is how much of the wording is
shared.
"""

import functools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.dates import PartialDate
from onrecord.matches.actors import Actor
from onrecord.matches.moods import Modality
from onrecord.matches.statements import Statement
from onrecord.matches.word_forms import are_opposite, head_of


class Aspect(StrEnum):
    """In what two statements agree or differ."""

    ACTORS = "actors"
    ACTION = "action"
    NUMBERS = "numbers"
    DATES = "dates"
    NEGATION = "negation"
    MODALITY = "modality"
    WORDING = "wording"
    MEANING = "meaning"


@dataclass(frozen=True, slots=True)
class Reason:
    """One aspect in which two statements agree or differ, in words of theirs."""

    aspect: Aspect
    agrees: bool
    message: str


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
_SYMMETRIC = frozenset(
    """speak talk meet agree discuss negotiat confer chat marri debat divorc ally merg sign trad
    cooperat clash fight argu correspond contact conversation call phone telephon""".split()
)
_FIRM_ACTORS = 0.35
_DIFFERING = 0.6
_LEAST_SHARED = 3
_MEETING_SCORE = 0.6
_PLAIN_MEETINGS = frozenset("speak call meet".split())
_MEETING_WITHIN = 4


def compare(one: Statement, other: Statement, *, similarity: float | None = None) -> Comparison:
    """Compare two statements.

    Args:
        one: a statement.
        other: another.
        similarity: the cosine of their embeddings where there are any, -1 to 1.
    """
    reasons = [*_conflicts(one, other)]
    score = _score(one, other, similarity)
    if reasons:
        return Comparison(0.0, False, tuple(reasons), _DIFFERING * score)
    agreeing = tuple(_agreements(one, other))
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
    return next(_conflicts(one, other), None) is not None


def _score(one: Statement, other: Statement, similarity: float | None) -> float:
    words = _wording(one, other)
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
    mine, theirs = _count_heads(one.words).keys(), _count_heads(other.words).keys()
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
        and _wording(one, other) >= wording
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
    whole = share >= _WHOLE_SHARE and _wording(one, other) >= _WHOLE_WORDING
    return whole and named and _share_action(one, other)


_WHOLE_SHARE, _WHOLE_WORDING = 0.75, 0.6


def _share_action(one: Statement, other: Statement) -> bool:
    """Whether what either says first, its verb or what does it, is somewhere in the other."""
    if not one.words or not other.words:
        return False
    mine, theirs = _count_heads(one.words), _count_heads(other.words)
    return head_of(one.words[0]) in theirs or head_of(other.words[0]) in mine


_LEAST_OF_FEW = 0.75
_LEAST_BY_ACTION = {True: (0.5, 0.4), False: (0.6, 0.55)}
"""Shares of the shorter one's words, and of all words, from which two statements may be one."""


def _wording(one: Statement, other: Statement) -> float:
    """How many of the words that carry meaning are shared, 0 to 1; names and numbers aside."""
    size = len(one.words) + len(other.words)
    if not size:
        return 0.0
    mine, theirs = _count_heads(one.words), _count_heads(other.words)
    return 2 * sum(min(times, theirs.get(head, 0)) for head, times in mine.items()) / size


@functools.lru_cache(maxsize=20_000)
def _count_heads(words: tuple[str, ...]) -> dict[str, int]:
    """How often each word comes, those used for one another as one."""
    return dict(Counter(map(head_of, words)))


def _share_of_actors(one: Statement, other: Statement) -> float | None:
    if not one.actors and not other.actors:
        return None
    shared = sum(any(actor.is_same(each) for each in other.actors) for actor in one.actors)
    return 2 * shared / (len(one.actors) + len(other.actors))


def _conflicts(one: Statement, other: Statement) -> Iterator[Reason]:
    yield from _compare_numbers(one, other)
    yield from _compare_dates(one, other)
    yield from _compare_actors(one, other)
    yield from _compare_negations(one, other)
    yield from _compare_moods(one, other)
    yield from _compare_actions(one, other)


def _compare_numbers(one: Statement, other: Statement) -> Iterator[Reason]:
    units = {quantity.unit for quantity in one.quantities} & {
        quantity.unit for quantity in other.quantities
    }
    for unit in sorted(units):
        mine = [quantity for quantity in one.quantities if quantity.unit == unit]
        theirs = [quantity for quantity in other.quantities if quantity.unit == unit]
        fewer, more = sorted((mine, theirs), key=len)
        if any(not any(_is_near(few.value, each.value) for each in more) for few in fewer):
            here, there = (", ".join(each.words for each in side) for side in (mine, theirs))
            yield Reason(Aspect.NUMBERS, agrees=False, message=f"{here} here, {there} there")
            return


def _is_near(one: float, other: float) -> bool:
    """Equal, or equal once the longer one is rounded to the digits of the shorter."""
    if one == other:
        return True
    larger = max(abs(one), abs(other))
    # "4.2 million" of 4,213,000; "31" is not 32.
    return larger >= _ROUNDED_FROM and abs(one - other) <= 0.03 * larger and (
        one % _ROUND_STEP == 0 or other % _ROUND_STEP == 0
    )  # fmt: skip


_ROUNDED_FROM = 1000
_ROUND_STEP = 100


def _list(values: list[float]) -> str:
    return ", ".join(f"{value:g}" for value in values)


def _compare_dates(one: Statement, other: Statement) -> Iterator[Reason]:
    if not one.dates or not other.dates:
        return
    fewer, more = sorted((one.dates, other.dates), key=len)
    if all(any(_may_be_one(date, each) for each in more) for date in fewer):
        return
    yield Reason(
        Aspect.DATES, False,
        f"{', '.join(map(str, one.dates))} here, {', '.join(map(str, other.dates))} there",
    )  # fmt: skip


def _may_be_one(one: PartialDate, other: PartialDate) -> bool:
    """Whether one day can be meant by both: "February 2025" and the 7th of it."""
    return one.first_day <= other.last_day and other.first_day <= one.last_day


def _compare_actors(one: Statement, other: Statement) -> Iterator[Reason]:
    mine = [actor for actor in one.actors if not _has(other, actor)]
    theirs = [actor for actor in other.actors if not _has(one, actor)]
    close = _wording(one, other)
    if mine and theirs and close >= _NEARLY_VERBATIM and _are_of_one_sort(mine, theirs):
        yield Reason(Aspect.ACTORS, False, f"{_name(mine[0])} here, {_name(theirs[0])} there")
        return
    shared = [actor for actor in one.actors if _has(other, actor)]
    if len(shared) < _PAIR or close < _HALF_VERBATIM or _is_mutual(one) or _is_mutual(other):
        return
    theirs = [_find(other, actor) for actor in shared[:_PAIR]]
    if shared[1].joined or any(actor.joined for actor in theirs):
        return
    swapped = theirs[0].position > theirs[1].position
    if swapped != (one.passive != other.passive):
        first, second = _name(shared[0]), _name(shared[1])
        yield Reason(Aspect.ACTORS, False, f"{first} and {second} have changed places")


def _are_of_one_sort(mine: Sequence[Actor], theirs: Sequence[Actor]) -> bool:
    """Whether both name a place, or both somebody: "Brenn" is no other name for its mayor."""
    return bool({actor.is_place for actor in mine} & {actor.is_place for actor in theirs})


_PAIR = 2
_NEARLY_VERBATIM, _HALF_VERBATIM = 0.6, 0.5
"""Shares of wording from which another name, or another order of names, makes another statement."""


def _has(statement: Statement, actor: Actor) -> bool:
    return any(actor.is_same(each) for each in statement.actors)


def _find(statement: Statement, actor: Actor) -> Actor:
    return next(each for each in statement.actors if actor.is_same(each))


def _name(actor: Actor) -> str:
    return " ".join(word.capitalize() for word in sorted(actor.names))


def _is_mutual(statement: Statement) -> bool:
    return any(word in _SYMMETRIC for word in statement.words)


def _compare_negations(one: Statement, other: Statement) -> Iterator[Reason]:
    mine, theirs = len(one.negations) % 2, len(other.negations) % 2
    if mine == theirs and bool(one.negations) == bool(other.negations):
        return
    negated = one.negations or other.negations
    what = ", ".join(sorted(word for word in negated if word)) or "the whole"
    yield Reason(Aspect.NEGATION, False, f"negated on one side only: {what}")


def _compare_moods(one: Statement, other: Statement) -> Iterator[Reason]:
    mine, theirs = _moods_by_head(one), _moods_by_head(other)
    if not mine and not theirs:
        return
    words = _count_heads(one.words).keys() & _count_heads(other.words).keys()
    for word in sorted(words & (mine.keys() | theirs.keys())):
        here, there = mine.get(word, Modality.FACT), theirs.get(word, Modality.FACT)
        if here is not there and Modality.OPEN not in {here, there}:
            yield Reason(Aspect.MODALITY, False, f"“{word}”: {here} here, {there} there")
            return


def _moods_by_head(statement: Statement) -> dict[str, Modality]:
    return {head_of(word): mood for word, mood in statement.moods if word}


def _compare_actions(one: Statement, other: Statement) -> Iterator[Reason]:
    mine = [word for word in one.words if word not in other.words]
    theirs = [word for word in other.words if word not in one.words]
    for word in mine:
        for against in theirs:
            if are_opposite(word, against):
                yield Reason(Aspect.ACTION, False, f"“{word}” here, “{against}” there")
                return


def _agreements(one: Statement, other: Statement) -> Iterator[Reason]:
    shared = [_name(actor) for actor in one.actors if _has(other, actor)]
    if shared:
        yield Reason(Aspect.ACTORS, True, f"both name {', '.join(shared)}")
    numbers = {q.value for q in one.quantities} & {q.value for q in other.quantities}
    if numbers:
        yield Reason(Aspect.NUMBERS, True, f"both have {_list(sorted(numbers))}")
    if one.dates and other.dates:
        yield Reason(Aspect.DATES, True, f"both speak of {one.dates[0]}")
    actions = [word for word in one.words if word in other.words]
    if actions:
        yield Reason(Aspect.ACTION, True, f"both have “{'”, “'.join(dict.fromkeys(actions[:4]))}”")
    if one.denied is not other.denied:
        yield Reason(Aspect.NEGATION, True, "one says that it is not so: it denies this claim")
    if one.negations:
        yield Reason(Aspect.NEGATION, True, "both are negated")

"""In what two statements differ or agree, each aspect in words of theirs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.dates import PartialDate
from onrecord.matches.actors import Actor
from onrecord.matches.moods import Modality
from onrecord.matches.overlap import count_heads, share_wording
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


def find_differences(one: Statement, other: Statement) -> Iterator[Reason]:
    """In what two statements differ: who, what, how many, when, whether it is so at all."""
    yield from _compare_numbers(one, other)
    yield from _compare_dates(one, other)
    yield from _compare_actors(one, other)
    yield from _compare_negations(one, other)
    yield from _compare_moods(one, other)
    yield from _compare_actions(one, other)


def list_agreements(one: Statement, other: Statement) -> Iterator[Reason]:
    """What two statements that do not differ have in common, wording aside."""
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
    close = share_wording(one, other)
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


_SYMMETRIC = frozenset(
    """speak talk meet agree discuss negotiat confer chat marri debat divorc ally merg sign trad
    cooperat clash fight argu correspond contact conversation call phone telephon""".split()
)


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
    words = count_heads(one.words).keys() & count_heads(other.words).keys()
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

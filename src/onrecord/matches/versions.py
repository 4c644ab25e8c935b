"""Two versions of one page, compared claim by claim: what appeared, softened or vanished.

What stands in a sentence that both versions have is left alone. The rest is paired by what it
states; a statement without a counterpart is looked for among the sentences that the other version
tells in its own voice.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.matches.compare import LEAST_SCORE, Comparison, compare, find_match
from onrecord.matches.differences import Aspect
from onrecord.matches.moods import Modality
from onrecord.matches.parties import Parties
from onrecord.matches.statements import Statement
from onrecord.matches.told import Place, Told, Version, squeeze
from onrecord.records import (
    Act,
    EntityKind,
    Reading,
    Response,
    ResponseKind,
)


class Shift(StrEnum):
    """What became of a claim from one version of a page to the next."""

    LOST_ATTRIBUTION = "lost_attribution"
    SOFTENED = "softened"
    HARDENED = "hardened"
    CHANGED = "changed"
    ANSWERED = "answered"
    VANISHED = "vanished"
    GAINED_ATTRIBUTION = "gained_attribution"
    APPEARED = "appeared"


@dataclass(frozen=True, slots=True)
class Revision:
    """One claim that the later version does not tell as the earlier one did.

    Attributes:
        before: the earlier passage; None where nothing stood there.
        after: the later passage; None where nothing stands there now.
        message: what became of it, in a sentence.
    """

    shift: Shift
    before: Place | None
    after: Place | None
    message: str


def compare_versions(earlier: Reading, later: Reading) -> tuple[Revision, ...]:
    """What became of the claims of a page, in the order of the later version's text.

    What vanished comes last. Words that are changed and state the same are not told.

    Args:
        earlier: the reading of one version.
        later: that of the next.
    """
    old, new = Version(earlier), Version(later)
    gone = [one for one in old.told if not new.has_sentences(one.place)]
    come = [one for one in new.told if not old.has_sentences(one.place)]
    pairs = _pair(gone, come)
    paired = {one.place.record_id for pair in pairs for one in pair[:2]}
    found = [
        *(revision for pair in pairs for revision in _weigh_pair(*pair)),
        *_find_moved(old, new, [one for one in gone if one.place.record_id not in paired]),
        *_find_new(old, new, [one for one in come if one.place.record_id not in paired]),
        *_find_answers(old, new),
    ]
    return tuple(sorted(_drop_doubles(found), key=_order))


def _pair(gone: Sequence[Told], come: Sequence[Told]) -> list[tuple[Told, Told, Comparison]]:
    """Statements of both versions that are one, or were before something in them was changed."""
    scored = []
    for number, one in enumerate(gone):
        for place, other in enumerate(come):
            comparison = compare(one.statement, other.statement)
            if _said_alike(one.statement, other.statement):
                comparison = Comparison(1.0, True, (), 1.0)
            # A difference takes two fifths off: what is left tells how alike the rest is.
            least = LEAST_SCORE if comparison.is_same else _LEAST_CHANGED
            if not _may_be_one(_describe_source(one), _describe_source(other)):
                least = _NEARLY_VERBATIM
            if comparison.likeness >= least:
                scored.append((comparison.likeness, -number, -place, comparison))
    pairs, taken, given = [], set[int](), set[int]()
    for _, number, place, comparison in sorted(scored, key=lambda one: one[:3], reverse=True):
        if number not in taken and place not in given:
            taken.add(number)
            given.add(place)
            pairs.append((gone[-number], come[-place], comparison))
    return pairs


_LEAST_CHANGED = 0.36
_NEARLY_VERBATIM = 0.7
"""How alike two statements of different speakers must be to be one that changed hands."""


def _said_alike(one: Statement, other: Statement) -> bool:
    return squeeze(one.text).lower() == squeeze(other.text).lower()


def _weigh_pair(one: Told, other: Told, comparison: Comparison) -> Iterator[Revision]:
    """What differs between a statement and what became of it."""
    firmness = _firmness(one), _firmness(other)
    differing = [
        reason.message
        for reason in comparison.reasons
        if not reason.agrees and reason.aspect is not Aspect.WORDING
    ]
    named = _describe_source(one), _describe_source(other)
    through = [
        name for name in one.through if not any(_may_be_one(name, each) for each in other.through)
    ]
    if through and not other.through:
        message = f"passed on by {' and '.join(through)} before, by nobody now"
        yield Revision(Shift.LOST_ATTRIBUTION, one.place, other.place, message)
    elif firmness[0] != firmness[1]:
        softer = firmness[1] < firmness[0]
        shift = Shift.SOFTENED if softer else Shift.HARDENED
        message = f"{_describe(one)} before, {_describe(other)} now"
        yield Revision(shift, one.place, other.place, message)
    elif differing:
        yield Revision(Shift.CHANGED, one.place, other.place, "; ".join(differing))
    elif not _may_be_one(named[0], named[1]):
        message = f"said by {named[0]} before, by {named[1]} now"
        yield Revision(Shift.CHANGED, one.place, other.place, message)


def _find_moved(old: Version, new: Version, gone: Sequence[Told]) -> Iterator[Revision]:
    """What is stated without its source now, or no more at all."""
    for one in gone:
        if not one.statement.is_clause or _is_nested(one, gone):
            continue
        own = new.find_own(one.statement)
        who = _describe_source(one)
        if own is not None and not old.has_sentences(own):
            message = f"attributed to {who} before, stated in the page’s own voice now"
            yield Revision(Shift.LOST_ATTRIBUTION, one.place, own, message)
        elif own is None and not _is_told(one, new):
            yield Revision(Shift.VANISHED, one.place, None, f"what {who} said is no more there")


def _find_new(old: Version, new: Version, come: Sequence[Told]) -> Iterator[Revision]:
    """What was stated without a source before, or not at all."""
    for one in come:
        if not one.statement.is_clause or _is_nested(one, come):
            continue
        own = old.find_own(one.statement)
        who = _describe_source(one)
        if own is not None and not new.has_sentences(own):
            message = f"stated in the page’s own voice before, attributed to {who} now"
            yield Revision(Shift.GAINED_ATTRIBUTION, own, one.place, message)
        elif own is None and not _is_told(one, old):
            yield Revision(Shift.APPEARED, None, one.place, f"what {who} says is new")


def _is_told(one: Told, version: Version) -> bool:
    """Whether a version tells the same in other words somewhere."""
    return any(find_match(one.statement, other.statement) is not None for other in version.told)


def _is_nested(one: Told, others: Sequence[Told]) -> bool:
    """Whether it stands inside another one of which the same will be said."""
    outer = {other.attribution.id for other in others if other.statement.is_clause}
    return one.attribution.parent_id in outer


def _find_answers(old: Version, new: Version) -> Iterator[Revision]:
    """Parties that answer now, or otherwise than before, and answers that are no more there."""
    names = (
        (entity.name, entity.kind) for version in (old, new) for entity in version.reading.entities
    )
    parties = Parties(names)
    before, now = _last_answers(old, parties), _last_answers(new, parties)
    for party, response in now.items():
        known = before.get(party)
        if known is not None and known.kind is response.kind:
            continue
        if known is None and response.kind.is_silence:
            continue
        was = f"; {_words_for(known.kind)} before" if known is not None else ""
        yield Revision(
            Shift.ANSWERED,
            old.place(known.id, known.evidence) if known is not None else None,
            new.place(response.id, response.evidence),
            f"{party}: {_words_for(response.kind)} now{was}",
        )
    for party, response in before.items():
        place = old.place(response.id, response.evidence)
        if party not in now and not new.has_sentences(place):
            message = f"the answer of {party} ({_words_for(response.kind)}) is no more there"
            yield Revision(Shift.VANISHED, place, None, message)


def _words_for(kind: ResponseKind) -> str:
    return kind.value.replace("_", " ")


def _last_answers(version: Version, parties: Parties) -> dict[str, Response]:
    names = {entity.id: parties.name_of(entity.name) for entity in version.reading.entities}
    found: dict[str, Response] = {}
    for one in version.reading.responses:
        known = found.get(names[one.party_id])
        # Whoever is silent on one thing and denies another has answered.
        if known is None or not one.kind.is_silence:
            found[names[one.party_id]] = one
    return found


_ACTS = {Act.CLAIMS: -1, Act.BELIEVES: -1, Act.CONFIRMS: 1, Act.SHOWS: 1, Act.KNOWS: 1}
_MOODS = {Modality.POSSIBLE: -1}


def _firmness(one: Told) -> int:
    """How firmly it is said to be so; only the order of two says anything."""
    moods = [_MOODS.get(mood, 0) for word, mood in one.statement.moods if word]
    act = _ACTS.get(one.attribution.act, 0)
    return act + min(moods, default=0) - one.attribution.hedged


def _describe(one: Told) -> str:
    """The words that say how firmly: "claims, hedged"."""
    said = [one.attribution.act.value]
    if one.attribution.hedged:
        said.append("hedged")
    said += [
        f"“{word}” only {mood}" for word, mood in one.statement.moods if word and mood in _MOODS
    ]
    return ", ".join(said)


def _describe_source(one: Told) -> str:
    """The source inside a sentence: "this newspaper", "one grower", "The Brenn Post"."""
    if one.source is None:
        return "nobody named"
    name = one.source.name
    first = name.partition(" ")[0]
    is_described = first in _ARTICLES and (
        one.source.kind is EntityKind.UNNAMED or not any(map(str.isupper, name[1:]))
    )
    return name[:1].lower() + name[1:] if is_described else name


_ARTICLES = frozenset("The This That These Those A An One Some Many Two Several His Her".split())


def _may_be_one(one: str, other: str) -> bool:
    """Whether two names can mean one speaker: a name and a part of it do."""
    here, there = (set(name.lower().removeprefix("the ").split()) for name in (one, other))
    return here <= there or there <= here


def _drop_doubles(found: Sequence[Revision]) -> list[Revision]:
    """Each change once: what is told of a passage already did not come or go besides."""
    told = {
        _words_of(place)
        for one in found
        if one.shift not in _COMES_OR_GOES
        for place in (one.before, one.after)
    }
    once = {
        (one.shift, _words_of(one.before), _words_of(one.after)): one
        for one in reversed(found)
        if one.shift not in _COMES_OR_GOES
        or not {_words_of(one.before), _words_of(one.after)} & (told - {""})
    }
    return list(once.values())


_COMES_OR_GOES = frozenset({Shift.APPEARED, Shift.VANISHED})


def _words_of(place: Place | None) -> str:
    return "" if place is None else place.words


def _order(revision: Revision) -> tuple[int, int, str]:
    place = revision.after or revision.before
    start = place.evidence[0].start if place is not None and place.evidence else 0
    return (int(revision.after is None), start, revision.shift)

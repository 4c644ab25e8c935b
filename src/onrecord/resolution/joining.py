"""Which proper names of one text name the same person, organisation or place."""

import bisect
import itertools
import math
import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from onrecord.attributions.reader import NameLabel
from onrecord.records import EntityKind, Span
from onrecord.resolution.kinds import is_person_suffix
from onrecord.resolution.layout import Layout
from onrecord.resolution.lexicon import Gender, Lexicon
from onrecord.resolution.names import NameMention

_ALIASES = {
    "us": "united states", "usa": "united states", "america": "united states",
    "united states of america": "united states", "uk": "united kingdom",
    "britain": "united kingdom", "great britain": "united kingdom", "un": "united nations",
    "eu": "european union", "kiev": "kyiv", "gop": "republican party",
}  # fmt: skip
_FAR = 4000
_PEOPLE = (EntityKind.PERSON, None)
_GENERIC_ENDINGS = frozenset(
    """news inc corp corporation company co ltd llc plc group university institution institute
    foundation network media online magazine newspaper radio tv television agency party times
    airlines airways motors industries holdings partners energy capital technologies systems coal
    pharmaceuticals semiconductors semiconductor logistics foods therapeutics telecom petroleum
    minerals utilities""".split()
)
_SMALL = frozenset({"of", "for", "and", "the", "&", "on", "in", "to", "de", "la"})


@dataclass(eq=False)
class NameGroup:
    """Names of one thing, in text order.

    Attributes:
        words: the fullest form so far, normalised.
        relative_at: where the full name of somebody's relative is first; None of others.
    """

    words: tuple[str, ...]
    label: NameLabel
    kind: EntityKind | None
    gender: Gender = Gender.UNKNOWN
    members: list[NameMention] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    relative_at: int | None = None


def normalise_words(words: Sequence[str]) -> tuple[str, ...]:
    """Lower case, without full stops, suffixes ("Jr.") and typographic apostrophes."""
    kept = [
        word.lower().replace(".", "").replace("’", "'")
        for word in words
        if not is_person_suffix(word)
    ]
    return tuple(kept or [word.lower() for word in words])


def join_names(
    names: Sequence[NameMention],
    lexicon: Lexicon,
    hints: Mapping[Span, Gender],
    relatives: Set[Span] = frozenset(),
) -> list[NameGroup]:
    """Group the names, in the order of their first mentions.

    Full names are joined first, wherever they stand, so that a headline's bare surname finds its
    bearer; then every shorter form falls to one of its bearers. Newspapers give the bare surname to
    their main figure, whom they introduce first, and the full name to her namesakes each time:
    being first counts, and so does having been named shortly before.

    Args:
        names: all names of the text, in order.
        lexicon: given names and places.
        hints: for a name the gender of the pronoun that follows it in its sentence.
        relatives: names with which somebody's wife, brother or the like is introduced.
    """
    groups: list[NameGroup] = []
    by_word: dict[str, list[NameGroup]] = {}
    full = [name for name in names if _is_full(name)]
    # "Mr. Ames" before "Ames": with such a title a surname tells whose it is not.
    rest = sorted((name for name in names if not _is_full(name)), key=_tells_no_gender)
    for name in full:
        group = _find_full(name, by_word, lexicon)
        if group is None:
            group = _start_group(name, groups, by_word, lexicon)
            group.relative_at = name.span.start if name.span in relatives else None
        _add(group, name)
    for name in rest:
        group = _find_short(name, by_word, hints.get(name.span, Gender.UNKNOWN), lexicon)
        if group is None:
            group = _start_group(name, groups, by_word, lexicon)
        _add(group, name)
    for group in groups:
        group.members.sort(key=lambda member: member.span.start)
    groups.sort(key=lambda group: group.members[0].span.start)
    return groups


def _tells_no_gender(name: NameMention) -> bool:
    return not name.title or name.gender is Gender.UNKNOWN


def _is_full(name: NameMention) -> bool:
    """Whether the name can stand alone: "Ida Bell", not "Bell" or "de Groot"; all organisations."""
    words = normalise_words(name.words)
    return len(words) > 1 and words[0] not in {"de", "van", "von", "al", "el", "bin"}


def _start_group(
    name: NameMention,
    groups: list[NameGroup],
    by_word: dict[str, list[NameGroup]],
    lexicon: Lexicon,
) -> NameGroup:
    words = normalise_words(name.words)
    group = NameGroup(words, name.label, name.kind, name.gender)
    if group.kind in _PEOPLE and len(words) == 1 and group.gender is Gender.UNKNOWN:
        group.gender = lexicon.gender_of_given_name(words[0])
    groups.append(group)
    _index(group, words, by_word)
    return group


def _index(group: NameGroup, words: tuple[str, ...], by_word: dict[str, list[NameGroup]]) -> None:
    keys = set(words) | {acronym for acronym in [_initials(words)] if len(acronym) > 1}
    joined = " ".join(words)
    keys.add(_ALIASES.get(joined, joined))
    for key in keys:
        by_word.setdefault(key, []).append(group)


def _add(group: NameGroup, name: NameMention) -> None:
    group.members.append(name)
    bisect.insort(group.starts, name.span.start)
    words = normalise_words(name.words)
    if len(words) > len(group.words):
        group.words = words
    if group.kind is None or (group.kind is not EntityKind.PERSON and name.title):
        group.kind, group.label = name.kind or group.kind, name.label
    if group.gender is Gender.UNKNOWN or (name.title and name.gender is not Gender.UNKNOWN):
        group.gender = name.gender if name.gender is not Gender.UNKNOWN else group.gender


def _find_full(
    name: NameMention, by_word: dict[str, list[NameGroup]], lexicon: Lexicon
) -> NameGroup | None:
    words = normalise_words(name.words)
    joined = " ".join(words)
    for group in by_word.get(_ALIASES.get(joined, joined), ()):
        if not _opposed(group.gender, name.gender):
            return group
    for group in by_word.get(words[-1], ()):
        people = name.kind in _PEOPLE and group.kind in _PEOPLE
        if people and _same_person(words, group.words, lexicon):
            if not _opposed(group.gender, name.gender):
                return group
        elif not people and group.kind is name.kind and _same_body(words, group.words):
            return group
    if name.kind is not EntityKind.PERSON:
        for group in by_word.get(words[0], ()):
            if group.kind is name.kind and _same_body(words, group.words):
                return group
    return None


def _opposed(one: Gender, other: Gender) -> bool:
    return Gender.UNKNOWN not in (one, other) and one is not other


def _same_person(one: tuple[str, ...], other: tuple[str, ...], lexicon: Lexicon) -> bool:
    if one[-1] != other[-1]:
        return False
    if _ends_with(other, one) or _ends_with(one, other):
        return True
    return _same_given_name(one[0], other[0], lexicon)


def _same_given_name(one: str, other: str, lexicon: Lexicon) -> bool:
    if one == other or (1 in (len(one), len(other)) and one[0] == other[0]):
        return True
    full = [lexicon.short_forms.get(name, name) for name in (one, other)]
    return full[0] == full[1]


def _ends_with(words: tuple[str, ...], ending: tuple[str, ...]) -> bool:
    return len(ending) <= len(words) and words[-len(ending) :] == ending


def _same_body(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names are one: "Department of Justice" and "Justice Department"."""
    if {*one} - _SMALL == {*other} - _SMALL:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) > 1 and (
        _ends_with(long, short)
        or (long[: len(short)] == short and set(long[len(short) :]) <= _GENERIC_ENDINGS)
    )


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words if word not in _SMALL)


def _find_short(
    name: NameMention,
    by_word: dict[str, list[NameGroup]],
    hint: Gender,
    lexicon: Lexicon,
) -> NameGroup | None:
    words = normalise_words(name.words)
    joined = " ".join(words)
    key = _ALIASES.get(joined, joined)
    candidates = [
        group
        for group in dict.fromkeys([*by_word.get(words[-1], ()), *by_word.get(key, ())])
        if _can_be_short_for(name, words, group, lexicon)
    ]
    return max(
        candidates,
        key=lambda group: _fit(words, group) + _claim(name, group, candidates, hint),
        default=None,
    )


def _claim(
    name: NameMention, group: NameGroup, candidates: Sequence[NameGroup], hint: Gender
) -> float:
    """How strongly a bearer attracts the bare name here."""
    first = min(candidates, key=lambda other: other.starts[0])
    before = bisect.bisect_left(group.starts, name.span.start)
    distance = name.span.start - group.starts[before - 1] if before else _FAR
    claim = 2.0 * (group is first) - math.log2(1 + distance / 250)
    if _opposed(group.gender, hint):
        claim -= 3.0
    return claim


def _fit(words: tuple[str, ...], group: NameGroup) -> int:
    """A surname fits better than a given name, an exact form better than an acronym."""
    return 10 if _ends_with(group.words, words) else 0


def _can_be_short_for(
    name: NameMention, words: tuple[str, ...], group: NameGroup, lexicon: Lexicon
) -> bool:
    joined, long = " ".join(words), group.words
    if _opposed(group.gender, name.gender) and not (group.gender and long[0] == words[0]):
        return False
    if joined == " ".join(long) or _ALIASES.get(joined, joined) == " ".join(long):
        return not (name.title and group.kind not in (EntityKind.PERSON, None))
    if group.kind in _PEOPLE:
        # "President Ames …": not "his wife, Ida Ames", of whom the text speaks only then.
        late = group.relative_at is not None and name.span.start < group.relative_at
        if late and name.title and name.gender is Gender.UNKNOWN:
            return False
        if name.label is NameLabel.LOCATION and name.placed and not name.title:
            return False
        if joined in lexicon.outlets | lexicon.seats_of_power | lexicon.organisations:
            return bool(name.title)
        surname = _ends_with(long, words)
        return surname or (len(words) == 1 and long[0] == words[0] and not name.title)
    if name.title:
        return False
    if len(joined) > 1 and _initials(long) == joined and name.words[0].isupper():
        return True
    if group.kind is EntityKind.OUTLET and _ends_with(long, words):
        return bool(name.article) or len(words) > 1
    return (
        len(words) == 1
        and long[0] == words[0]
        and name.kind in (*_PEOPLE, EntityKind.ORGANISATION, group.kind)
        and all(word in _GENERIC_ENDINGS for word in itertools.islice(long, 1, None))
    )


def find_gender_hints(layout: Layout, names: Sequence[NameMention]) -> dict[Span, Gender]:
    """For a name the gender of the next pronoun in its sentence, when no name stands between."""
    hints = {}
    for number, name in enumerate(names):
        end = layout.sentence_span(layout.sentence_at(name.span.start)).end
        if number + 1 < len(names):
            end = min(end, names[number + 1].span.start)
        if name.span.end >= end:
            continue
        for word in layout.words_in(Span(name.span.end, end)):
            gender = _PRONOUNS.get(word.stem)
            if gender is not None:
                hints[name.span] = gender
                break
    return hints


def find_relatives(layout: Layout, names: Sequence[NameMention]) -> set[Span]:
    """The names of those who are introduced as somebody's relatives: "his wife, Ida Ames"."""
    text = layout.text
    return {
        name.span
        for name in names
        if _RELATIVE.search(text[max(0, name.span.start - _LONGEST_RELATIVE) : name.span.start])
    }


_LONGEST_RELATIVE = 20
_RELATIVE = re.compile(
    r"\b(?:first lady|wife|husband|daughter|son|brother|sister|mother|father|widow),? $",
    re.IGNORECASE,
)
_PRONOUNS = {
    **dict.fromkeys(("he", "his", "him", "himself"), Gender.MALE),
    **dict.fromkeys(("she", "her", "hers", "herself"), Gender.FEMALE),
}


def has_people(words: tuple[str, ...], written: Set[str]) -> bool:
    """Whether a name of one word is a place that has a people, or is that people itself.

    Args:
        words: the name, normalised.
        written: every word of the text that has a capital, in lower case.
    """
    if len(words) != 1 or len(words[0]) < _SHORTEST_PLACE:
        return False
    name = words[0]
    if any(name + ending in written for ending in ("n", "an", "ian", "ese")):
        return True
    if name[-1] in "aeiouy" and any(
        name[:-1] + ending in written for ending in ("an", "ian", "ish")
    ):
        return True
    return any(
        name.endswith(ending) and name.removesuffix(ending) in written
        for ending in ("n", "an", "ian", "ese")
    )


_SHORTEST_PLACE = 4

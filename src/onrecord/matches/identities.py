"""One person or organisation in many articles: joined with reasons, namesakes kept apart.

Nothing is merged for good: identities are read out of the articles each time, and a person's
judgement that two are the same or are not outranks what is found here. A full name is joined unless
something speaks against it; a surname alone is nobody's until the articles show whose it is.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.dates import PartialDate
from onrecord.matches.parted import Parted
from onrecord.matches.parties import name_key
from onrecord.records import EntityKind

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sighting:
    """Somebody or something as one article speaks of it.

    Attributes:
        id: the entity's.
        roles: as the article words them.
        speaks_for: on whose behalf; "" where the article does not say.
        company: the names of the other people and organisations in the article; countries and
            newsrooms are everywhere, and tell nothing.
    """

    id: str
    article_id: str
    name: str
    kind: EntityKind
    day: PartialDate | None = None
    publisher: str = ""
    roles: tuple[str, ...] = ()
    speaks_for: str = ""
    company: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Join:
    """Two sightings held for one, and why, in words.

    Attributes:
        first, second: ids of the entities.
    """

    first: str
    second: str
    message: str


@dataclass(frozen=True, slots=True)
class Identity:
    """One person or organisation, as far as the articles tell.

    Attributes:
        name: the fullest that they use.
        sightings: in the order of days.
        joins: what ties each sighting after the first to one before it.
        apart: for another identity of that name, by its first sighting's id, why it is another.
    """

    name: str
    kind: EntityKind
    sightings: tuple[Sighting, ...]
    joins: tuple[Join, ...]
    apart: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """That of its first sighting."""
        return self.sightings[0].id

    @property
    def roles(self) -> tuple[tuple[str, int], ...]:
        """The roles that articles give it, with how many do; the most frequent first."""
        counts = Counter(role for one in self.sightings for role in dict.fromkeys(one.roles))
        return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def find_identities(
    sightings: Iterable[Sighting],
    *,
    together: Collection[Pair] = (),
    apart: Collection[Pair] = (),
) -> tuple[Identity, ...]:
    """Who is one and who is another, those with most sightings first.

    Args:
        sightings: of names that could be one another's; the unnamed are left out.
        together: pairs of entity ids that a person judged to be the same.
        apart: pairs that a person judged to be different.
    """
    named = [one for one in sightings if one.kind is not EntityKind.UNNAMED]
    # Full names come first: a part of a name is compared with what it may be a part of.
    ordered = sorted(named, key=lambda one: (-len(name_key(one.name)), str(one.day), one.id))
    groups: list[_Group] = []
    parted = Parted(apart)
    for one in ordered:
        _place(one, groups, parted)
    for pair in together:
        _unite(pair, groups)
    found = [_close(group, groups, parted) for group in groups]
    return tuple(sorted(found, key=lambda one: (-len(one.sightings), one.name, one.id)))


@dataclass(slots=True)
class _Group:
    """Sightings of one, while they are gathered."""

    sightings: list[Sighting]
    joins: list[Join] = field(default_factory=list)
    company: Counter[str] = field(default_factory=Counter)
    roles: dict[str, str] = field(default_factory=dict)

    def add(self, one: Sighting) -> None:
        self.sightings.append(one)
        self.company.update(one.company)
        for role in (*one.roles, *([one.speaks_for] if one.speaks_for else ())):
            for word in _role_words(role):
                self.roles.setdefault(word, role)

    @property
    def first(self) -> Sighting:
        return self.sightings[0]


def _place(one: Sighting, groups: list[_Group], parted: Parted) -> None:
    near = [group for group in groups if _may_share_name(one, group)]
    open_to = [group for group in near if not _is_parted([one], group.sightings, parted)]
    reasons = {id(group): _find_reasons(one, group) for group in open_to}
    fitting = [group for group in open_to if reasons[id(group)] and not _conflict(one, group)]
    if not fitting and not _is_partial(one, near):
        fitting = [group for group in open_to if not _conflict(one, group)]
    # A surname is that of the only one who bears it with a full name.
    alone = len(near) == 1 and len(name_key(near[0].first.name)) > len(name_key(one.name))
    if alone and not fitting and open_to and not _conflict(one, near[0]):
        fitting = near
    if len(fitting) > 1:
        fitting = [max(fitting, key=lambda group: (len(reasons[id(group)]), len(group.sightings)))]
    if not fitting:
        group = _Group([])
        group.add(one)
        groups.append(group)
        return
    (group,) = fitting
    said = reasons[id(group)] or (
        [f"no other {one.name} is named"] if alone else ["nothing speaks against it"]
    )
    same = "the same name" if not _is_partial(one, [group]) else f"part of {group.first.name}"
    group.joins.append(Join(group.first.id, one.id, "; ".join((same, *said))))
    group.add(one)


def _may_share_name(one: Sighting, group: _Group) -> bool:
    """Whether one name is the other's or a part of it, of a person as of a person."""
    other = group.first
    if (one.kind is EntityKind.PERSON) is not (other.kind is EntityKind.PERSON):
        return False
    mine, theirs = name_key(one.name), name_key(other.name)
    if mine == theirs:
        return True
    if one.kind is not EntityKind.PERSON or not mine or not theirs:
        return False
    return mine[-1] == theirs[-1] and all(_has_word(word, theirs) for word in mine)


def _has_word(word: str, words: Sequence[str]) -> bool:
    """Whether a name has a word, or one that begins with this initial."""
    return word in words or (len(word) == 1 and any(each[0] == word for each in words))


def _is_partial(one: Sighting, groups: Iterable[_Group]) -> bool:
    """Whether it is named by less than the full name of others, or by a person's surname alone."""
    own = name_key(one.name)
    fuller = any(len(name_key(group.first.name)) > len(own) for group in groups)
    return fuller or (one.kind is EntityKind.PERSON and len(own) < _FULL)


_FULL = 2


def _find_reasons(one: Sighting, group: _Group) -> list[str]:
    """What the article and those of the group have in common, beside the name."""
    found = []
    own = [*one.roles, *([one.speaks_for] if one.speaks_for else ())]
    shared = next(
        (role for role in own for word in sorted(_role_words(role)) if word in group.roles), None
    )
    if shared is not None:
        found.append(f"“{shared}” in both")
    others = sorted(
        one.company & group.company.keys(), key=lambda name: (group.company[name], name)
    )
    others = [name for name in others if name_key(name) != name_key(one.name)]
    if others:
        found.append(f"{' and '.join(others[:_SHOWN])} named with both")
    return found


_SHOWN = 2


def _conflict(one: Sighting, group: _Group) -> str:
    """Why the name is another's here; "" where nothing says so."""
    if one.kind is not EntityKind.PERSON or not one.roles or not group.roles:
        return ""
    if _find_reasons(one, group):
        return ""
    theirs = next(iter(group.roles.values()))
    return f"“{theirs}” there, “{one.roles[0]}” here, and nobody is named with both"


# What an office is called says little about who holds it: anybody may be a former one.
_PLAIN = frozenset(
    """the a an of in for and at to his her its their former ex current new old senior deputy vice
    acting chief who is was as by on late then""".split()
)


def _role_words(role: str) -> frozenset[str]:
    return frozenset(word for word in role.lower().replace("-", " ").split() if word not in _PLAIN)


def _is_parted(ones: Iterable[Sighting], others: Iterable[Sighting], parted: Parted) -> bool:
    return parted.is_between((one.id for one in ones), (other.id for other in others))


def _unite(pair: Pair, groups: list[_Group]) -> None:
    """Make the groups of two sightings one, because a person says so."""
    holders = [group for group in groups if any(one.id in pair for one in group.sightings)]
    if len(holders) < 2:
        return
    kept, gone = holders[:2]
    for one in gone.sightings:
        kept.add(one)
    kept.joins += [*gone.joins, Join(*pair, "joined by a person")]
    groups.remove(gone)


def _close(group: _Group, groups: Sequence[_Group], parted: Parted) -> Identity:
    names = Counter(one.name for one in group.sightings)
    name = max(names, key=lambda each: (len(name_key(each)), names[each], each))
    apart = []
    for other in groups:
        if other is group or not _share_full_name(group, other):
            continue
        judged = _is_parted(group.sightings, other.sightings, parted)
        why = "parted by a person" if judged else _explain(group, other)
        apart.append((other.first.id, why))
    ordered = sorted(group.sightings, key=lambda one: (str(one.day or "9999"), one.id))
    return Identity(name, group.first.kind, tuple(ordered), tuple(group.joins), tuple(apart))


def _share_full_name(group: _Group, other: _Group) -> bool:
    return _may_share_name(group.first, other) or _may_share_name(other.first, group)


def _explain(group: _Group, other: _Group) -> str:
    for one in group.sightings:
        why = _conflict(one, other)
        if why:
            return why
    return "nothing ties the two together"

"""The kind of a name that no list knows, told by how the text uses it."""

from collections.abc import Set

from onrecord.attributions.reader import NameLabel
from onrecord.records import EntityKind
from onrecord.resolution.joining import NameGroup, has_people


def kind_in_use(group: NameGroup, written: Set[str], *, speaks: bool) -> EntityKind | None:
    """The kind of a name that no list knows: its use tells.

    A place when it often follows "in" or "near", or when the text has its people too ("Kelmaran" of
    "Kelmara"); a body, a ship or the like when it goes with "the"; a person when it speaks
    otherwise.
    """
    placed = sum(name.placed for name in group.members)
    with_article = sum(bool(name.article) for name in group.members)
    if placed * 4 > len(group.members) or has_people(group.words, written):
        group.label = NameLabel.LOCATION
        return EntityKind.GOVERNMENT
    if with_article * 2 > len(group.members):
        return EntityKind.ORGANISATION
    return EntityKind.PERSON if speaks else None

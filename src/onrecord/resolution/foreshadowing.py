"""Names held back: "The town's mayor has told the paper …", and only then "Ida Bell said"."""

from onrecord.records import EntityKind
from onrecord.resolution.discourse import Discourse, Referent
from onrecord.resolution.lexicon import Gender
from onrecord.resolution.offices import may_be_office

_LEAD_SENTENCES = 3
_DETERMINERS = frozenset({"the", "this"})


def find_foreshadowed(named: Referent, discourse: Discourse) -> Referent | None:
    """The office holder of the lead whose name this first one is; None where there is no such.

    Only where nobody else was named before: the first to be named as a speaker is the one whom the
    lead let speak.
    """
    if not named.is_person:
        return None
    described: Referent | None = None
    for entry in discourse.entries:
        referent = entry.referent
        if referent is named:
            continue
        if referent.group is not None and referent.is_person and not entry.possessive:
            return None
        if described is None and entry.speaker and entry.sentence < _LEAD_SENTENCES:
            described = referent if _holds_office(referent, discourse) else None
    if described is None or len({described.gender, named.gender} - {Gender.UNKNOWN}) > 1:
        return None
    return described


def _holds_office(referent: Referent, discourse: Discourse) -> bool:
    first = referent.words.lower().split(" ")[0]
    return (
        referent.group is None
        and referent.kind is EntityKind.PERSON
        and not referent.plural
        and may_be_office(referent.head, discourse)
        and (first in _DETERMINERS or first.endswith(("'s", "\u2019s", "s'", "s\u2019")))
    )

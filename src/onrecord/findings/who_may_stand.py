"""Who can take a stand or speak of one: no thing, nobody left unresolved, no people in general."""

import re

from onrecord.findings.propositions import is_thing
from onrecord.records import Entity, EntityKind
from onrecord.resolution.layout import split_words
from onrecord.resolution.lexicon import load_lexicon

# "No member of the council backs it": what nobody does is no stand of somebody.
_NONE = frozenset("no nobody none neither few any whose whoever".split())
_NOBODY = frozenset(
    """i you we he she it they who which that this these those nobody everybody anybody everyone
    anyone someone somebody one another w of whom both it's there""".split()
)
# "Workers who want a union": whoever they are, not somebody who stands there.
_PEOPLE = frozenset(
    """people voters women men workers consumers investors citizens individuals patients
    students fans viewers readers americans families parents children kids ones members
    person man woman worker voter readers politicians candidates""".split()
)
_PREPOSITIONS = frozenset("of on for to in from by with at who that which whose and".split())
_ABSTRACT = (
    "ment", "ments", "tion", "tions", "ness", "ity", "ities", "ance", "ances", "ence", "ences",
    "ism", "ology", "story", "role", "roles", "accord", "accords", "idea", "ideas", "number",
    "numbers", "economy", "method", "methods", "comment", "comments", "lawsuit", "fall",
    "spring", "summer", "winter",
)  # fmt: skip


def may_stand(entity: Entity) -> bool:
    """Whether an entity can be a party to a stand."""
    name = entity.name.lower()
    if entity.kind is EntityKind.DOCUMENT or name in _NOBODY:
        return False
    if name.partition(" ")[0] in _NONE or len(name) == 1:
        return False
    if _COUNT.match(name) is not None:
        return False
    if entity.kind is not EntityKind.UNNAMED:
        return True
    return not is_thing(entity.name) and not _is_no_party(entity.name)


# "10 years", "26 percent, Bell": a figure, where "26 percent of growers" are somebody.
_COUNT = re.compile(r"[\d.,]+\s(?:years?|months?|weeks?|days?|hours?|percent(?!\sof\b))\b")
_TELLS = re.compile(r"\b(?:poll|survey|letter|report|study|memo|email|ad)s?\b", re.IGNORECASE)


def may_tell(entity: Entity) -> bool:
    """Whether an entity can be the one on whose word a stand is: polls and letters tell too."""
    return may_stand(entity) or (
        entity.kind is EntityKind.DOCUMENT and _TELLS.search(entity.name) is not None
    )


def _is_no_party(name: str) -> bool:
    """Whether an unnamed one is people in general, or something abstract."""
    words = split_words(name, 0, len(name))
    head = words[0] if words else None
    for word in words:
        if word.lower in _PREPOSITIONS:
            break
        head = word
    if head is None:
        return False
    alone = len(words) == 1 or words[1].lower in _PREPOSITIONS
    if alone and head.text.islower() and head.lower in _PEOPLE:
        return True
    lexicon = load_lexicon()
    one = lexicon.singular_of(head.text)
    if lexicon.is_person_noun(head.text) or one in lexicon.groups | lexicon.organisation_nouns:
        return False
    return head.text.islower() and head.lower.endswith(_ABSTRACT)

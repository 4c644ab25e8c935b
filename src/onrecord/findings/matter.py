"""Who is a party to the matter that a claim is about."""

import re
from collections.abc import Iterable

from onrecord.records import Entity

_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]*[A-Za-z0-9]")
_RUN = re.compile(r"(?:[A-Z][\w’'-]+\s(?:(?:of|for|and|the)\s)*)+[A-Z][\w’'-]+")
_ACRONYM = re.compile(r"\b[A-Z]{2,6}\b")
# Words in names that many bear: they tie nobody to anything.
_COMMON = frozenset(
    """the a an of president minister senator secretary chairman chairwoman chair director campaign
    committee party national office spokesman spokeswoman general state governor mayor mr mrs ms dr
    sen rep gov former us united states white house republican democratic government
    council""".split()
)


def is_party(entity: Entity, texts: Iterable[str], roles: Iterable[str] = ()) -> bool:
    """Whether a claim is about somebody, or about somebody whose name or office it shares.

    "The Ames campaign" is a party to what is said of Ames, the chair of the Brenn Port Council to
    what is said of the council, or of the "BPC".

    Args:
        entity: who answers.
        texts: the claim that is answered, and the answer.
        roles: more words for the entity: what the article says that it is.
    """
    own = [entity.name, *roles, *(role.role for role in entity.roles)]
    words = {word for text in own for word in _names_in(text)}
    acronyms = {acronym for text in own for acronym in _acronyms_of(text)}
    return any(words & _names_in(text) or acronyms & set(_ACRONYM.findall(text)) for text in texts)


def _names_in(text: str) -> set[str]:
    found = (re.sub(r"[’']s?$", "", word.lower()) for word in _CAPITALISED.findall(text))
    return {word for word in found if word not in _COMMON and len(word) > 1}


def _acronyms_of(text: str) -> Iterable[str]:
    """The short forms of the names in a text: "BPC" of "Brenn Port Council Chair"."""
    for run in _RUN.findall(text):
        initials = "".join(word[0] for word in run.split() if word[0].isupper())
        for end in range(3, len(initials) + 1):
            yield initials[:end]

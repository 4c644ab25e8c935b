"""How words refer: by a name, a description or a pronoun; what all who read them share."""

import re
from dataclasses import dataclass
from enum import StrEnum

from onrecord.records import EntityKind, Span
from onrecord.resolution.lexicon import Gender
from onrecord.resolution.names import NameMention


class Shape(StrEnum):
    """How a source refers."""

    NAME = "name"
    JOINT = "joint"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"
    RELATIVE = "relative"


@dataclass(frozen=True, slots=True)
class SourceMention:
    """The head of a source span.

    Attributes:
        span: the words that refer: a name with its title, a whole description, a pronoun.
        head: the head noun in lower case, the pronoun, or the last word of the name.
        names: the names it stands for: one for NAME, several for JOINT, else none.
        modifiers: a description's words before its head, lower case.
        owner: the name or pronoun that a description belongs to ("Ames's campaign", "his wife").
        definite: with "the", "this", "that" or an owner.
    """

    span: Span
    shape: Shape
    head: str
    names: tuple[NameMention, ...] = ()
    kind: EntityKind | None = None
    gender: Gender = Gender.UNKNOWN
    plural: bool = False
    definite: bool = False
    modifiers: tuple[str, ...] = ()
    owner: Span | None = None


PERSONAL = {
    "he": ("male", False), "him": ("male", False), "his": ("male", False),
    "himself": ("male", False), "she": ("female", False), "her": ("female", False),
    "hers": ("female", False), "herself": ("female", False), "it": ("", False),
    "its": ("", False), "itself": ("", False), "they": ("", True), "them": ("", True),
    "their": ("", True), "theirs": ("", True), "themselves": ("", True), "i": ("", False),
    "me": ("", False), "my": ("", False), "mine": ("", False), "myself": ("", False),
    "we": ("", True), "us": ("", True), "our": ("", True), "ours": ("", True),
    "ourselves": ("", True), "you": ("", False), "your": ("", False), "yourself": ("", False),
}  # fmt: skip
"""Personal pronouns with the gender that they tell, and whether they are plural."""

POSSESSIVES = frozenset({"his", "her", "its", "their", "my", "our", "your", "whose"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
DETERMINERS = DEFINITE | {"a", "an", "another", "one"}
FIRST_PERSON = frozenset("i me my mine myself we us our ours ourselves".split())
RELATIVES = frozenset({"who", "whom", "whose", "which", "that"})

TRANSCRIPT_LABELS = {"question": "questioner", "q": "questioner"}
"""What a transcript writes for whoever asks; it is nobody's name."""

CLAUSE_MARK = re.compile(r"[,;:()\[\]\u2013\u2014\n]|\s--?\s|\.\s")
"""What ends the head of a noun phrase: commas, brackets, dashes."""

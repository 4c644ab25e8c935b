"""Parts of a group named before: "both", "one of them"."""

import re

from onrecord.records import Span
from onrecord.resolution.antecedents import Pronoun
from onrecord.resolution.discourse import Discourse, Referent
from onrecord.resolution.lexicon import Gender
from onrecord.resolution.pronouns import find_antecedent

_WHOLE = frozenset({"both", "both of them", "all of them", "none of them", "neither of them"})
_PART = re.compile(
    r"(?:one|two|three|four|five|some|many|several|few|a few|most|another) of them", re.IGNORECASE
)
_NEAR_SENTENCES = 2


def is_whole(words: str) -> bool:
    """Whether the words speak of a group in full, if only to say that none of it did."""
    return words.lower() in _WHOLE


def is_part(words: str) -> bool:
    """Whether the words single some out of a group: "one of them"."""
    return _PART.fullmatch(words) is not None


def find_group_of(span: Span, discourse: Discourse) -> Referent | None:
    """The group that "them" means; None where no plural stands near enough to be clear."""
    pronoun = Pronoun(span, "they", Gender.UNKNOWN, plural=True)
    group = find_antecedent(pronoun, discourse)
    if group is None or not group.plural or not group.spans:
        return None
    sentence_at = discourse.layout.sentence_at
    near = sentence_at(span.start) - sentence_at(max(group.spans).start) <= _NEAR_SENTENCES
    return group if near else None

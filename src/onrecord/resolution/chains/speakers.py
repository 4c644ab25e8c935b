"""Who speaks: a name among titles, somebody only described, several without names."""

import re

from onrecord.records import Attribution, EntityKind
from onrecord.resolution.chains.context import ChainContext

_SEVERAL = re.compile(
    r"(?:they|most|many|some|several|one|two|three|four|five|six|others|another|all|none|both|"
    r"almost all|nearly all|\w+ of (?:them|those))\b", re.IGNORECASE,
)  # fmt: skip
_COUNTED = re.compile(
    r"(?:more than|nearly|about|over|at least|\d+|two|three|four|five|six|seven|eight|nine|ten|"
    r"several|many|dozens|multiple)\b", re.IGNORECASE,
)  # fmt: skip
_DEFINITE = re.compile(r"(?:the|her|his) |[A-Z][\w’'-]*[’']s? [a-z]", re.IGNORECASE)
# Somebody definite, and no office, group or second person: "the Texan", "the former sailor".
_ONE = re.compile(
    r"[Tt]he (?![\w’' -]*\b(?:campaign|group|company|committee|department|ministry|government|"
    r"party|court|agency|union|board|council|office|commission|team|network|paper|newspaper|"
    r"statement|"
    r"report|letter|post|email|e-mail|memo|study|poll|survey|crowd|audience|public|police|man|"
    r"woman|official|spokesman|spokeswoman|source|aide|other|others|latter)$)"
    r"(?:[\w’'.-]+ ){0,4}[\w’'-]*[^\Ws]"
)
# In an office of their own: "the Harbour Union's policy chief", "the Northern League minister".
_OWNED = re.compile(
    r"\w[’']s? \w|(?:\b[A-Z][\w’'-]+ ){2,}(?:[\w-]+ )*(?:chief|minister|secretary|head|director|"
    r"commissioner|president|chair\w*|envoy|ambassador)\b"
)
_PARENTHESIS = re.compile(r"\s*\([^()]*\)?$")


def find_speaker(context: ChainContext, attribution: Attribution) -> str | None:
    """Who speaks; a name that ends the words for somebody says who it is.

    "Harbour Secretary and Rep. Ida Bell (B-Vale)" is Ida Bell, whoever it was resolved to.
    """
    entity_id = attribution.entity_id
    if not _is_unnamed(context, attribution):
        return entity_id
    parts = _PARENTHESIS.sub("", context.source_words(attribution)).split()
    for count in (2, 3):
        found = context.people.find_by_name(" ".join(parts[-count:]))
        if found is not None:
            return found
    return entity_id


def is_known_one(words: str) -> bool:
    """Whether words describe somebody who was named before: "the former sailor"."""
    return _ONE.fullmatch(words) is not None and _OWNED.search(words, len("the ")) is None


def is_described(context: ChainContext, attribution: Attribution) -> bool:
    """Whether the speaker is somebody definite without a name: "the former minister"."""
    words = context.source_words(attribution)
    return _is_unnamed(context, attribution) and _DEFINITE.match(words) is not None


def are_several(context: ChainContext, attribution: Attribution) -> bool:
    """Whether the speakers are several or some of several: "they", "one of them"."""
    words = context.source_words(attribution)
    return _is_unnamed(context, attribution) and _SEVERAL.match(words) is not None


def are_counted(context: ChainContext, attribution: Attribution) -> bool:
    """Whether the text says how many they are: "a dozen", "several aides"."""
    source = attribution.source
    if source is None or not _is_unnamed(context, attribution):
        return False
    return _COUNTED.match(context.text, source[0].start) is not None


def _is_unnamed(context: ChainContext, attribution: Attribution) -> bool:
    kind = context.kind_of(attribution.entity_id)
    return attribution.source is not None and kind is EntityKind.UNNAMED

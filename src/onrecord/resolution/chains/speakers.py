"""Who speaks: a name among titles, somebody only described, several without names."""

import re

from onrecord.records import Attribution, EntityKind
from onrecord.resolution.chains.clauses import ChainWords
from onrecord.resolution.chains.other_times import is_perfect

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
    r"party|court|agency|union|board|council|office|commission|team|network|paper|newspaper|statement|"
    r"report|letter|post|email|e-mail|memo|study|poll|survey|crowd|audience|public|police|man|"
    r"woman|official|spokesman|spokeswoman|source|aide|other|others|latter)$)"
    r"(?:[\w’'.-]+ ){0,4}[\w’'-]*[^\Ws]"
)
_PARENTHESIS = re.compile(r"\s*\([^()]*\)?$")


class ChainSpeakers(ChainWords):
    """The speakers of an article's attributions, as scenes know them."""

    def speaker_of(self, attribution: Attribution) -> str | None:
        """Who speaks; a name that ends the words for somebody says who it is.

        "Harbour Secretary and Rep. Ida Bell (B-Vale)" is Ida Bell, whoever it was resolved to.
        """
        source, entity = attribution.source, attribution.entity_id
        if source is None or self.kind_of(entity) is not EntityKind.UNNAMED:
            return entity
        words = _PARENTHESIS.sub("", self.text[source[0].start : source[-1].end])
        parts = words.split()
        for count in (2, 3):
            found = self.people.find_by_name(" ".join(parts[-count:]))
            if found is not None:
                return found
        return entity

    def join_described(self, attribution: Attribution, paragraph: int) -> str:
        """Who speaks; who spoke before, where somebody is only described: "the sailor said"."""
        speaker = self.speaker_of(attribution) or ""
        source, before = attribution.source, self.scenes.current
        if source is None or before is None or self.scenes.knows(speaker):
            return speaker
        cue = self.text[attribution.cue[0].start : attribution.cue[-1].end]
        if is_perfect(cue) or not self.may_go_on(attribution):
            return speaker
        if self.kind_of(speaker) is not EntityKind.UNNAMED or paragraph - before[1] > 1:
            return speaker
        words = self.text[source[0].start : source[-1].end]
        return before[0] if self.is_one(words) else speaker

    def is_one(self, words: str) -> bool:
        """Whether words describe somebody who was named before: "the former sailor"."""
        return _ONE.fullmatch(words) is not None

    def is_described(self, attribution: Attribution) -> bool:
        """Whether the speaker is somebody definite without a name: "the former minister"."""
        source = attribution.source
        if source is None or self.kind_of(attribution.entity_id) is not EntityKind.UNNAMED:
            return False
        words = self.text[source[0].start : source[-1].end]
        return _DEFINITE.match(words) is not None

    def is_unnamed(self, attribution: Attribution) -> bool:
        """Whether the speakers are several or some of several: "they", "one of them"."""
        source = attribution.source
        if source is None or self.kind_of(attribution.entity_id) is not EntityKind.UNNAMED:
            return False
        words = self.text[source[0].start : source[-1].end]
        return _SEVERAL.match(words) is not None

    def is_counted(self, attribution: Attribution) -> bool:
        """Whether the text says how many they are: "a dozen", "several aides"."""
        source = attribution.source
        if source is None or self.kind_of(attribution.entity_id) is not EntityKind.UNNAMED:
            return False
        return _COUNTED.match(self.text, source[0].start) is not None

"""What a reader of the text has in mind at each point: who was mentioned, when and how."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from onrecord.records import EntityKind, Span
from onrecord.resolution.joining import NameGroup
from onrecord.resolution.kinds import classify_noun
from onrecord.resolution.layout import Layout, Word
from onrecord.resolution.lexicon import Gender, Lexicon
from onrecord.resolution.mentions import PERSONAL
from onrecord.resolution.roles import RoleMention
from onrecord.resolution.speech import Speech

_MEMORY = 90
_LONGEST_PHRASE = 12
_PREPOSITIONS = frozenset(
    """of for from in at on to with by about against between over under toward towards upon into
    than like behind before after without within among via during""".split()
)
_CLAUSE_STARTS = frozenset(
    """and but that as if when while because where although though whether since so or said says
    adds added yet however meanwhile then""".split()
)


@dataclass(eq=False)
class Referent:
    """Somebody or something the text speaks of; grows while the text is read.

    Attributes:
        group: the names, where it has any.
        words: for descriptions: the words themselves, the entity's name if it never gets another.
        head: for descriptions: the head noun, singular.
        owner: whom it belongs to: Ames of "the Ames campaign".
        members: for joint sources: the single ones.
        called: where no words tell its gender: how often "she" was taken for it, less "he".
    """

    kind: EntityKind | None
    gender: Gender = Gender.UNKNOWN
    plural: bool = False
    group: NameGroup | None = None
    words: str = ""
    head: str = ""
    owner: "Referent | None" = None
    members: tuple["Referent", ...] = ()
    spans: list[Span] = field(default_factory=list)
    roles: list[RoleMention] = field(default_factory=list)
    count: int = 0
    called: int = 0

    @property
    def likely_gender(self) -> Gender:
        """What the words tell, or else the pronouns."""
        if self.gender is not Gender.UNKNOWN or not self.called:
            return self.gender
        return Gender.FEMALE if self.called > 0 else Gender.MALE

    @property
    def is_person(self) -> bool:
        """Whether "he" or "she" can mean it, named or not."""
        if self.plural:
            return False
        return self.kind is EntityKind.PERSON or (self.group is not None and self.kind is None)


@dataclass(frozen=True, slots=True)
class Entry:
    """One mention as it is remembered.

    Attributes:
        told: the number of the attribution in whose content it stands, the innermost.
        pronoun: whether it is a pronoun.
    """

    span: Span
    sentence: int
    referent: Referent
    subject: bool
    speaker: bool
    possessive: bool
    quotation: Span | None
    told: int | None
    pronoun: bool


def _exchange(entry: Entry, one: Referent, other: Referent) -> Entry:
    return replace(entry, referent=other) if entry.referent is one else entry


class Discourse:
    """The mentions so far, latest last."""

    def __init__(self, layout: Layout, lexicon: Lexicon, speech: Speech) -> None:
        self.layout = layout
        self.lexicon = lexicon
        self.speech = speech
        self.entries: list[Entry] = []
        self.referents: list[Referent] = []
        self.owned: dict[tuple[int, str], Referent] = {}
        self.joint: dict[frozenset[int], Referent] = {}
        self.voices: dict[str, Referent] = {}
        self._speakers: dict[int, list[Entry]] = {}

    def introduce(self, referent: Referent) -> Referent:
        """Remember a new referent."""
        self.referents.append(referent)
        if referent.owner is not None:
            self.owned[id(referent.owner), referent.head] = referent
        if referent.members:
            self.joint[frozenset(map(id, referent.members))] = referent
        return referent

    def note(
        self, span: Span, referent: Referent, *, speaker: bool = False, possessive: bool = False
    ) -> None:
        """Remember that these words mean this referent."""
        referent.spans.append(span)
        referent.count += 1
        possessive = possessive or self._is_attributive(span)
        entry = Entry(
            span,
            self.layout.sentence_at(span.start),
            referent,
            not possessive and self._is_subject(span.start),
            speaker,
            possessive,
            self.layout.quotation_at(span.start),
            self.told_at(span.start),
            self.layout.text[span.start : span.end].lower() in PERSONAL,
        )
        self.entries.append(entry)
        if speaker and entry.quotation is None:
            self._speakers.setdefault(self.layout.paragraph_at(span.start), []).append(entry)

    def unite(self, described: Referent, named: Referent) -> None:
        """Let every mention of the first be one of the second."""
        self.referents.remove(described)
        named.spans.extend(described.spans)
        named.count += described.count
        if named.gender is Gender.UNKNOWN:
            named.gender = described.gender
        named.called += described.called
        self.entries = [_exchange(entry, described, named) for entry in self.entries]
        for paragraph, entries in self._speakers.items():
            self._speakers[paragraph] = [_exchange(entry, described, named) for entry in entries]
        for (owner, head), referent in list(self.owned.items()):
            if owner == id(described):
                self.owned[id(named), head] = referent
                referent.owner = named

    def told_at(self, position: int) -> int | None:
        """The number of the attribution in whose content a position stands, the innermost."""
        return self.speech.innermost_at(position)

    def speakers_in(self, paragraph: int) -> list[Entry]:
        """The speakers named in a paragraph, outside its quotations."""
        return self._speakers.get(paragraph, [])

    def recent(self, memory: int = _MEMORY) -> Iterator[Entry]:
        """The last mentions, latest first, as many as anybody keeps in mind."""
        for number in range(len(self.entries) - 1, max(-1, len(self.entries) - 1 - memory), -1):
            yield self.entries[number]

    def _is_attributive(self, span: Span) -> bool:
        """Whether the words only say of whom something else is: "the Ames campaign's spokesman"."""
        number = self.layout.word_number(span.end)
        following = self.layout.words[number : number + 1]
        if not following or self.layout.text[span.end : following[0].start] != " ":
            return False
        noun = following[0].text
        return noun.islower() and (
            self.lexicon.is_person_noun(noun) or classify_noun(noun, self.lexicon) is not None
        )

    def _is_subject(self, start: int) -> bool:
        """A rule of thumb: the phrase that holds the word opens its clause."""
        words, text = self.layout.words, self.layout.text
        number = self.layout.word_number(start)
        position = start
        for _ in range(_LONGEST_PHRASE):
            if number == 0:
                break
            before = words[number - 1]
            between = text[before.end : position]
            if before.possessive:
                between = between.lstrip("'’s")
            if between.strip(" .\u00a0") or "\n" in between:
                return True
            if between.startswith(". ") and len(before.lower) > 4:
                return True
            if before.lower in _PREPOSITIONS:
                return False
            if before.lower in _CLAUSE_STARTS:
                return True
            if not self._modifies(before):
                return False
            number, position = number - 1, before.start
        return True

    def _modifies(self, word: Word) -> bool:
        lower = word.lower
        return (
            word.is_capitalised
            or lower in {"the", "a", "an", "his", "her", "their", "its", "some", "many", "one"}
            or lower in self.lexicon.modifiers
            or self.lexicon.is_person_noun(lower)
        )

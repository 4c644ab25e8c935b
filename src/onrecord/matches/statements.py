"""What a content states, made comparable: who, what, how many, when, and whether it is so."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from onrecord.attributions.word_classes import AUXILIARIES
from onrecord.dates import PartialDate
from onrecord.findings.content_words import content_stems, stem_word
from onrecord.matches.word_forms import base_of, country_of, load_relations
from onrecord.records import Attribution, Entity, Reading, Span, Spans
from onrecord.resolution.date_mentions import find_dates
from onrecord.resolution.layout import Word, lay_out, split_words
from onrecord.resolution.lexicon import load_lexicon
from onrecord.resolution.names import find_names

_SHORTEST_ACRONYM = 2


class Modality(StrEnum):
    """Whether something is said to be so; kinds of claims that are kept apart."""

    FACT = "fact"
    POSSIBLE = "possible"
    PLANNED = "planned"
    OPEN = "open"
    """An infinitive: the words around it tell whether it is so."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something named in a statement.

    Attributes:
        names: the words of the fullest name, lower case, without titles.
        position: where it stands among the statement's words.
        joined: whether "and" or a comma ties it to the name before.
    """

    names: frozenset[str]
    position: int
    joined: bool = False

    @property
    def initials(self) -> frozenset[str]:
        """The first letters of a name of several words, for short forms such as "BPC"."""
        return frozenset(word[0] for word in self.names) if len(self.names) > 1 else frozenset()

    def is_same(self, other: "Actor") -> bool:
        """Whether one name is the other's, a part of it or its short form: "Vesk", "Ilran Vesk"."""
        if self.names <= other.names or other.names <= self.names:
            return True
        return self._is_short_for(other) or other._is_short_for(self)

    def _is_short_for(self, other: "Actor") -> bool:
        (short, *more) = self.names
        if more or len(short) < _SHORTEST_ACRONYM or len(short) > len(other.names) + 2:
            return False
        return len(other.names) >= _SHORTEST_ACRONYM and other.initials <= set(short)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts.

    Attributes:
        unit: the stem of what is counted, "%" or a currency's sign; "" where nothing tells.
        words: as they are written.
    """

    value: float
    unit: str
    words: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Statement:
    """One content, ready to be compared.

    Attributes:
        id: the attribution's; any name for a text of its own.
        words: base forms of the words that carry meaning, in order, without names, numbers, dates.
        actors: in order, each once.
        negations: base forms of the words that are negated; the empty string for a bare "no".
        moods: base forms of the verbs that are not said to be so, with how.
        passive: whether the first actor is what is done to.
        is_clause: whether it says that something is or is done; "the war" says nothing.
    """

    id: str
    text: str
    words: tuple[str, ...]
    actors: tuple[Actor, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[PartialDate, ...] = ()
    negations: frozenset[str] = frozenset()
    moods: tuple[tuple[str, Modality], ...] = ()
    passive: bool = False
    is_clause: bool = True


_MODALS = dict.fromkeys(
    "could may might can cannot possibly perhaps".split(), Modality.POSSIBLE
) | (
    dict.fromkeys(
        """would will shall 'll plans intends planned planning hopes expected should must ought
        wants wanted""".split(),
        Modality.PLANNED,
    )
)
_CONTRACTED = {
    "couldn't": Modality.POSSIBLE, "can't": Modality.POSSIBLE, "mightn't": Modality.POSSIBLE,
    "won't": Modality.PLANNED, "wouldn't": Modality.PLANNED, "shouldn't": Modality.PLANNED,
}  # fmt: skip
_NEGATORS = frozenset(
    """not never no nobody none neither nor without cannot hardly barely nothing fail failed fails
    refuse refused refuses decline declined declines deny denied denies avoid avoided""".split()
)
# Words of offices say who is meant, as names do, and nothing of what happened.
_OFFICES = frozenset("prime minister president chancellor premier secretary government".split())
_SKIPPED = frozenset("be have do to also ever even yet now still have been being".split())
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_SMALL = {
    word: float(value)
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen twenty""".split()
    )
} | {
    word: 10.0 * value
    for value, word in enumerate(
        "thirty forty fifty sixty seventy eighty ninety".split(), start=3
    )
}  # fmt: skip
_SCALES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
           "bn": 1e9, "m": 1e6, "k": 1e3, "dozen": 12.0}  # fmt: skip
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s(?:\w+ly\s)?(?:\w+ed|\w+en|\w+ne|told|met|struck|hit|shot|"
    r"held|sent|paid|made|found|sold|cut|hurt|won|lost|led|built|caught|sought|bought|brought|taught)\b"
    r"[^.;]{0,60}?\sby\s"
)
_PLACING_WORDS = 4


def read_statements(reading: Reading) -> tuple[Statement, ...]:
    """The statement of every attribution of a reading, in the order of its attributions."""
    return tuple(read_statement(reading, one) for one in reading.attributions)


def read_statement(reading: Reading, attribution: Attribution) -> Statement:
    """What one attribution's content states; pronouns stand for the names of their entities."""
    return read_passage(reading, attribution.content, attribution.id)


def read_passage(reading: Reading, pieces: Spans, identity: str) -> Statement:
    """What a passage of a reading's article states."""
    text = reading.article.text
    mentions = [(span, entity) for entity in reading.entities for span in entity.mentions]
    inside = sorted(
        (
            (span, _name_words(entity))
            for span, entity in mentions
            if any(piece.start <= span.start < piece.end for piece in pieces)
        ),
        key=lambda found: (found[0].start, -found[0].end),
    )
    return _make(
        identity, text, pieces, [one for one in inside if one[1]],
        reading.article.published_on,
    )  # fmt: skip


def read_sentence(
    text: str, published_on: PartialDate | None = None, *, context: str = ""
) -> Statement:
    """What a text of its own states: its names are told by their capitals.

    Args:
        text: a sentence or more.
        published_on: the day that "yesterday" is read from.
        context: other text that may show which words are names; a sentence's first word is not
            told apart without it.
    """
    whole = f"{context}\n\n{text}" if context else text
    start = len(whole) - len(text)
    names = [
        (name.span, _to_names(name.words))
        for name in find_names(lay_out(whole), (), load_lexicon())
        if name.span.start >= start
    ]
    pieces = (Span(start, len(whole)),) if text else ()
    return _make(text, whole, pieces, names, published_on)


def _to_names(words: Iterable[str]) -> frozenset[str]:
    """Words of a name as they are compared: a people's name is its country's."""
    bare = [_bare(word) for word in words]
    joined = country_of(" ".join(bare))
    if joined is not None:
        return frozenset(joined.split())
    expanded = [_COMPASS.get(word, word) for word in bare]
    countries = [country_of(word) for word in expanded]
    return frozenset(
        part
        for word, country in zip(expanded, countries, strict=True)
        for part in (country.split() if country is not None else [word])
    )


_COMPASS = {"n": "north", "s": "south", "e": "east", "w": "west"}


def _name_words(entity: Entity) -> frozenset[str]:
    """The words of a proper name; nothing for descriptions, which are words like others."""
    words = entity.name.split()
    if not words or not any(word[0].isupper() for word in words):
        return frozenset()
    if not words[0][0].isupper() and words[0].lower() not in {"the", "al", "de", "van", "von"}:
        return frozenset()
    return _to_names(word for word in words if word.lower() != "the")


def _bare(word: str) -> str:
    return re.sub(r"[’']s?$", "", word.lower().rstrip(".,"))


def _make(
    identity: str,
    text: str,
    pieces: Sequence[Span],
    names: Sequence[tuple[Span, frozenset[str]]],
    published_on: PartialDate | None,
) -> Statement:
    said = " … ".join(text[piece.start : piece.end] for piece in pieces)
    words = [word for piece in pieces for word in split_words(text, piece.start, piece.end)]
    dated, dates = _find_dates(text, pieces, published_on)
    actors, named = _place_actors(words, names)
    quantities, counted = _read_quantities(text, words, dated | named)
    free = [
        word
        for number, word in enumerate(words)
        if number not in dated | named | counted
    ]  # fmt: skip
    titles = load_lexicon().titles
    bases = tuple(
        base_of(word.text)
        for word in free
        if content_stems([word])
        and word.lower not in _NEGATORS
        and word.lower not in titles
        and word.lower not in _OFFICES
    )
    return Statement(
        identity, said, bases, actors, quantities, dates,
        _find_negations(words), _find_moods(words), _PASSIVE.search(said) is not None,
        _is_clause(words),
    )  # fmt: skip


def _is_clause(words: Sequence[Word]) -> bool:
    """Whether a verb is seen: an auxiliary, a past form, an infinitive."""
    irregular = load_relations().bases
    for number, word in enumerate(words):
        lower = word.lower.replace("’", "'")
        if lower in AUXILIARIES or "'" in lower or (lower in irregular and word.text.islower()):
            return True
        if lower.endswith("ed") and number > 0 and len(lower) > _SHORTEST_PAST:
            return True
        if lower == "to" and number + 1 < len(words) and words[number + 1].text.islower():
            return True
    return False


_SHORTEST_PAST = 4


_BOUND = re.compile(
    r"\b(?:since|until|till|before|after|by|from|through|than)\s(?:the\s|\w+\s(?:in|of)\s|late\s|early\s)?$|"
    r"\b(?:since|until|before|after)\s[^,.;]{1,40}\s(?:in|on|of)\s$"
)
_LONGEST_BOUND = 60


def _find_dates(
    text: str, pieces: Sequence[Span], published_on: PartialDate | None
) -> tuple[set[int], tuple[PartialDate, ...]]:
    """The numbers of the words that are dates, and the days that the dateline makes of them."""
    inside, dates, offset = set(), [], 0
    for piece in pieces:
        words = split_words(text, piece.start, piece.end)
        for mention in find_dates(text[piece.start : piece.end], published_on):
            start, end = piece.start + mention.span.start, piece.start + mention.span.end
            # "since August" bounds what is said, and dates something else.
            bounded = _BOUND.search(text, max(piece.start, start - _LONGEST_BOUND), start)
            if mention.kind in {"DATE", "TIME"}:
                inside |= {
                    offset + number
                    for number, word in enumerate(words)
                    if start <= word.start < end
                }
                if mention.value is not None and bounded is None:
                    dates.append(mention.value)
        offset += len(words)
    return inside, tuple(dict.fromkeys(dates))


def _place_actors(
    words: Sequence[Word], names: Iterable[tuple[Span, frozenset[str]]]
) -> tuple[tuple[Actor, ...], set[int]]:
    """The actors in order, each once, and the numbers of the words that name them."""
    actors: list[Actor] = []
    inside: set[int] = set()
    taken: set[int] = set()
    for span, name in names:
        covered = {
            number for number, word in enumerate(words) if span.start <= word.start < span.end
        }
        if not covered:
            continue
        first = min(covered)
        # "the Brenn mayor" is his description: its words stay, beside who it is.
        proper = {number for number in covered if _to_names([words[number].text]) & name}
        pronoun = {number for number in covered if len(covered) == 1}
        inside |= proper | pronoun
        gap = [words[number].lower for number in range(max(taken, default=first) + 1, first)]
        joined = bool(taken) and gap in ([], ["and"], ["or"])
        taken |= covered
        actor = Actor(name, first, joined)
        if not any(actor.is_same(other) for other in actors):
            actors.append(actor)
    return tuple(actors), inside


def _read_quantities(
    text: str, words: Sequence[Word], taken: set[int]
) -> tuple[tuple[Quantity, ...], set[int]]:
    quantities: list[Quantity] = []
    inside: set[int] = set()
    number = 0
    while number < len(words):
        found = None if number in taken else _read_number(text, words[number])
        if found is None:
            number += 1
            continue
        (value, end), first = found, number
        inside.add(number)
        # "8,300" is two words.
        while number + 1 < len(words) and words[number + 1].end <= end:
            number += 1
            inside.add(number)
        while number + 1 < len(words) and words[number + 1].lower in _SCALES:
            number += 1
            value *= _SCALES[words[number].lower]
            inside.add(number)
        unit, last = _unit_of(text, words, first, number)
        start = words[first].start - (unit in _SIGNS)
        written = text[start : words[last].end + (unit == "%" and last == number)]
        quantities.append(Quantity(value, unit, written))
        number += 1
    return tuple(quantities), inside


def _read_number(text: str, word: Word) -> tuple[float, int] | None:
    """The value of the number that begins with a word, and where it ends."""
    match = _NUMBER.match(text, word.start)
    if match is not None and match.end() >= word.end:
        return float(match.group().replace(",", "")), match.end()
    value = _SMALL.get(word.lower)
    # "one" is an article or a pronoun as often as a number.
    return None if value is None or word.lower == "one" else (value, word.end)


_SIGNS = frozenset("$€£")


def _unit_of(text: str, words: Sequence[Word], first: int, last: int) -> tuple[str, int]:
    """What a number counts, and the number of its last word."""
    sign = text[max(0, words[first].start - 1) : words[first].start]
    if sign and sign in _SIGNS:
        return sign, last
    if text[words[last].end : words[last].end + 1] == "%":
        return "%", last
    for number, word in enumerate(words[last + 1 : last + 1 + _PLACING_WORDS], start=last + 1):
        if word.lower in {"percent", "pct", "percentage"}:
            return "%", number
        if word.lower == "per" or _read_number(text, word) is not None:
            break
        if word.lower.endswith("s") or word.lower in {"people", "men", "women", "children"}:
            return stem_word(word.text), number
    return "", last


def _find_negations(words: Sequence[Word]) -> frozenset[str]:
    """What is negated: the base of the next word that carries meaning after each negation."""
    found = set()
    for number, word in enumerate(words):
        lower = word.lower.replace("’", "'")
        if lower in _NEGATORS or lower.endswith("n't"):
            found.add(_next_base(words, number))
    return frozenset(found)


def _find_moods(words: Sequence[Word]) -> tuple[tuple[str, Modality], ...]:
    moods: dict[str, Modality] = {}
    for number, word in enumerate(words):
        lower = word.lower.replace("’", "'")
        mood = _MODALS.get(lower) or _CONTRACTED.get(lower)
        if mood is None and lower.endswith("'ll"):
            mood = Modality.PLANNED
        if mood is None and lower == "to":
            mood = Modality.OPEN
        if mood is not None and not (lower == "may" and word.is_capitalised):
            moods.setdefault(_next_base(words, number), mood)
    return tuple(moods.items())


def _next_base(words: Sequence[Word], number: int) -> str:
    for word in words[number + 1 : number + 1 + _PLACING_WORDS]:
        base = base_of(word.text)
        if word.lower in _NEGATORS or base in _SKIPPED or word.lower in {"to", "a", "the", "any"}:
            continue
        if word.lower.endswith("ly"):
            continue
        return base
    return ""

"""What a content states, made comparable: who, what, how many, when, and whether it is so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.attributions.word_classes import AUXILIARIES
from onrecord.dates import PartialDate
from onrecord.findings.content_words import content_stems
from onrecord.matches.actors import Actor, Named, list_named, place_actors, to_names
from onrecord.matches.moods import NEGATORS, Modality, find_moods, find_negations
from onrecord.matches.quantities import Quantity, read_quantities
from onrecord.matches.word_forms import base_of, load_relations
from onrecord.records import Attribution, Reading, Span, Spans
from onrecord.resolution.date_mentions import find_dates
from onrecord.resolution.layout import Word, lay_out, split_words
from onrecord.resolution.lexicon import load_lexicon
from onrecord.resolution.names import find_names


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
        denied: whether it stands here as if it were so, and is said not to be.
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
    denied: bool = False


# Words of offices say who is meant, as names do, and nothing of what happened.
_OFFICES = frozenset("prime minister president chancellor premier secretary government".split())
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s(?:\w+ly\s)?(?:\w+ed|\w+en|\w+ne|told|met|struck|hit|shot|"
    r"held|sent|paid|made|found|sold|cut|hurt|won|lost|led|built|caught|sought|bought|brought|taught)\b"
    r"[^.;]{0,60}?\sby\s"
)


def read_statement(
    reading: Reading, attribution: Attribution, named: Sequence[Named] | None = None
) -> Statement:
    """What one attribution's content states; pronouns stand for the names of their entities."""
    return read_passage(reading, attribution.content, attribution.id, named)


def read_passage(
    reading: Reading, pieces: Spans, identity: str, named: Sequence[Named] | None = None
) -> Statement:
    """What a passage of a reading's article states.

    Args:
        reading: the reading.
        pieces: the passage.
        identity: the statement's id.
        named: what `list_named` gives, where it is known already.
    """
    inside = [
        one
        for one in (list_named(reading) if named is None else named)
        if any(piece.start <= one.span.start < piece.end for piece in pieces)
    ]
    return _make(identity, reading.article.text, pieces, inside, reading.article.published_on)


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
        Named(name.span, to_names(name.words))
        for name in find_names(lay_out(whole), (), load_lexicon())
        if name.span.start >= start
    ]
    pieces = (Span(start, len(whole)),) if text else ()
    return _make(text, whole, pieces, names, published_on)


def _make(
    identity: str,
    text: str,
    pieces: Sequence[Span],
    names: Sequence[Named],
    published_on: PartialDate | None,
) -> Statement:
    said = " … ".join(text[piece.start : piece.end] for piece in pieces)
    words = [word for piece in pieces for word in split_words(text, piece.start, piece.end)]
    dated, dates = _find_dates(text, pieces, published_on)
    actors, named = place_actors(words, names)
    quantities, counted = read_quantities(text, words, dated | named)
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
        and word.lower not in NEGATORS
        and word.lower not in titles
        and word.lower not in _OFFICES
    )
    return Statement(
        identity, said, bases, actors, quantities, dates,
        find_negations(words), find_moods(words), _PASSIVE.search(said) is not None,
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

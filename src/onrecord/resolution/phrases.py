"""Noun phrases outside sources that a later pronoun or description may take up."""

import bisect
import itertools
from collections.abc import Iterator, Mapping, Sequence

from onrecord.records import EntityKind, Span
from onrecord.resolution.capitals import is_never_name
from onrecord.resolution.joint import are_modifiers
from onrecord.resolution.kinds import classify_noun
from onrecord.resolution.layout import Layout, Word
from onrecord.resolution.lexicon import Lexicon
from onrecord.resolution.mentions import DEFINITE, POSSESSIVES, Shape, SourceMention
from onrecord.resolution.names import NameMention

_DETERMINERS = DEFINITE | {"a", "an", "some", "many", "most", "several"} | POSSESSIVES
_LEFT_OUT = frozenset("one two source number lot much more all both another each".split())
_ALONE = frozenset("some many others".split())
_PLURALS = frozenset("people men women police children".split()) | _ALONE
_VERBS = frozenset(
    """who are were have had say said see saw think thought believe believed argue argued fear
    feared worry hope view viewed want wanted call called complain also even still do did would
    could may might will""".split()
)
_PEOPLE = (EntityKind.PERSON, None)
_LONGEST = 5
_LONGEST_BEFORE = 4


def find_phrases(layout: Layout, lexicon: Lexicon) -> Iterator[SourceMention]:
    """Descriptions by known nouns: "the company", "a man", "Republicans"; in text order."""
    for number, word in enumerate(layout.words):
        if _is_head(layout, number, lexicon):
            first = _first_word(layout, number, lexicon)
            phrase = _read_phrase(layout.words[first : number + 1], lexicon)
            if phrase.plural or word is not layout.words[first]:
                yield phrase


def _is_head(layout: Layout, number: int, lexicon: Lexicon) -> bool:
    word = layout.words[number]
    if word.possessive or word.lower in _LEFT_OUT:
        return False
    if word.lower in _ALONE:
        return _stands_alone(layout, number)
    people = lexicon.singular_of(word.text) in lexicon.peoples and lexicon.is_plural(word.text)
    if word.is_capitalised and not people and not _opens_sentence(layout, number):
        return False
    if not people and word.lower not in _PLURALS and classify_noun(word.lower, lexicon) is None:
        return False
    if number + 1 == len(layout.words):
        return True
    following = layout.words[number + 1]
    # "the campaign manager", "spokesman Ivo Marsh": the head comes later.
    return layout.text[word.end : following.start] != " " or not (
        following.is_capitalised or classify_noun(following.lower, lexicon) is not None
    )


def _stands_alone(layout: Layout, number: int) -> bool:
    """Whether "some" or "others" is nobody's modifier: a verb follows."""
    word, *following = layout.words[number : number + 2]
    adjoins = bool(following) and layout.text[word.end : following[0].start] == " "
    return adjoins and following[0].lower in _VERBS


def _opens_sentence(layout: Layout, number: int) -> bool:
    words = layout.words
    return number == 0 or layout.sentence_at(words[number - 1].start) != layout.sentence_at(
        words[number].start
    )


def _first_word(layout: Layout, number: int, lexicon: Lexicon) -> int:
    """The number of the first word of the phrase: its determiner, or its first modifier."""
    words = layout.words
    first = last_known = number
    unknown = 0
    while first > 0 and number - first < _LONGEST:
        before = words[first - 1]
        if layout.text[before.end : words[first].start] != " " or before.possessive:
            break
        lower = before.lower
        if lower == "that" and lexicon.is_plural(words[first].text):
            break  # "the forms that companies report"
        if lower in _DETERMINERS:
            return first - 1
        known = lower in lexicon.modifiers or lexicon.is_person_noun(lower)
        unknown += not known and not before.is_capitalised
        if is_never_name(lower) or unknown > 1 or (not known and lower.endswith("ed")):
            break
        first -= 1
        if known and last_known == first + 1:
            last_known = first
    return last_known


def _read_phrase(words: list[Word], lexicon: Lexicon) -> SourceMention:
    head, determiner = words[-1], words[0].lower
    plural = lexicon.is_plural(head.text) or head.lower in _PLURALS
    kind = classify_noun(head.text, lexicon)
    if kind is None or (kind is not EntityKind.DOCUMENT and plural):
        kind = EntityKind.UNNAMED
    if not plural and determiner not in _DETERMINERS:
        # Without its determiner a phrase keeps what tells offices apart: "prime minister".
        known = [word.lower in lexicon.modifiers for word in words[:-1]]
        words = words if words[:-1] and all(known) else words[-1:]
    owned = determiner in POSSESSIVES
    return SourceMention(
        Span(words[0].start, head.end),
        Shape.DESCRIPTION,
        head.lower,
        kind=kind,
        gender=lexicon.gender_of_noun(lexicon.singular_of(head.text)),
        plural=plural,
        definite=owned or determiner in DEFINITE,
        modifiers=tuple(word.lower for word in words[:-1] if word.lower not in _DETERMINERS),
        owner=Span(words[0].start, words[0].end) if owned else None,
    )


def find_phrases_apart(
    layout: Layout, taken: Sequence[Span], lexicon: Lexicon
) -> Iterator[SourceMention]:
    """The phrases whose head stands in none of these spans (names, and what names are said to be).

    Args:
        layout: the text's words.
        taken: in order of their starts.
        lexicon: nouns of speakers.
    """
    starts = [span.start for span in taken]
    reach = list(itertools.accumulate((span.end for span in taken), max))
    for phrase in find_phrases(layout, lexicon):
        before = bisect.bisect_left(starts, phrase.span.end) - 1
        if before < 0 or reach[before] < phrase.span.end:
            yield phrase


def find_pairs(
    layout: Layout,
    names: Sequence[NameMention],
    kinds: Mapping[Span, EntityKind | None],
    lexicon: Lexicon,
) -> Iterator[SourceMention]:
    """Two people named together: "Ames and Bell"; "they" may take them up.

    Args:
        layout: the text's words.
        names: in text order.
        kinds: of what is named at a span, a bare surname among them.
        lexicon: modifiers of names.
    """
    for one, other in itertools.pairwise(names):
        people = kinds[one.span] is EntityKind.PERSON and kinds[other.span] in _PEOPLE
        if people and not one.possessive and not other.possessive:
            between = layout.text[one.span.end : other.span.start]
            if between.startswith(" and ") and are_modifiers(between[5:], lexicon):
                span = Span(one.span.start, other.span.end)
                kind = kinds[one.span]
                yield SourceMention(span, Shape.JOINT, "", (one, other), kind, plural=True)


def find_phrase_before(layout: Layout, span: Span) -> Span:
    """The noun phrase that ends where a relative clause begins: "golf club owners who"."""
    words, text = layout.words, layout.text
    number = first = layout.word_number(span.start)
    while first > 0 and number - first < _LONGEST_BEFORE:
        word = words[first - 1]
        apart = "" if first == number else text[word.end : words[first].start].strip()
        if apart or "\n" in text[word.end : span.start]:
            break
        if first < number and is_never_name(word.lower):
            break
        first -= 1
    return Span(words[first].start, span.start) if first < number else span

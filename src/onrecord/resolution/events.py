"""What happens in a text, in order: names, pronouns, descriptions and sources."""

import bisect
from collections.abc import Mapping, Sequence

from onrecord.resolution.layout import Layout, Word
from onrecord.resolution.lexicon import Lexicon
from onrecord.resolution.mentions import Shape, SourceMention
from onrecord.resolution.names import NameMention
from onrecord.resolution.phrases import find_pairs, find_phrases

Event = NameMention | Word | SourceMention | int
"""A name; a pronoun outside sources; a phrase outside sources; the number of an attribution."""

_GENDERED = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})


def list_events(
    layout: Layout,
    names: Sequence[NameMention],
    mentions: Mapping[int, SourceMention],
    lexicon: Lexicon,
) -> list[Event]:
    """Everything that refers, in text order; where two begin together, the shorter comes first.

    A source that is a name comes after that name, a source that is a description before what
    stands in it.
    """
    events: list[tuple[int, int, Event]] = [(name.span.start, 0, name) for name in names]
    spoken, described, joint = set(), set(), set()
    for number, mention in mentions.items():
        named = mention.shape in (Shape.NAME, Shape.JOINT)
        events.append((mention.span.end - 1 if named else mention.span.start, 3, number))
        if mention.shape is Shape.PRONOUN:
            spoken.add(mention.span.start)
        elif mention.shape is Shape.DESCRIPTION:
            described.add(mention.span.start)
        elif mention.shape is Shape.JOINT:
            joint.add(mention.span.start)
    events += [
        (word.start, 1, word)
        for word in layout.words
        if word.stem in _GENDERED and word.start not in spoken
    ]
    events += [
        (pair.span.end - 1, 2, pair)
        for pair in find_pairs(layout, names, lexicon)
        if pair.span.start not in joint
    ]
    events += [
        (phrase.span.start, 2, phrase)
        for phrase in _phrases_apart(layout, names, lexicon)
        if phrase.span.start not in described
    ]
    return [event for _, _, event in sorted(events, key=lambda event: event[:2])]


def _phrases_apart(
    layout: Layout, names: Sequence[NameMention], lexicon: Lexicon
) -> list[SourceMention]:
    """The phrases whose head is no part of a name."""
    starts = [name.span.start for name in names]
    apart = []
    for phrase in find_phrases(layout, lexicon):
        last = bisect.bisect_left(starts, phrase.span.end) - 1
        if last < 0 or names[last].span.end < phrase.span.end:
            apart.append(phrase)
    return apart

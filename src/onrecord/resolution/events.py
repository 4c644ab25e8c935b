"""What happens in a text, in order: names, pronouns, descriptions and sources."""

import bisect
from collections.abc import Iterable, Mapping, Sequence

from onrecord.resolution.layout import Layout, Word
from onrecord.resolution.mentions import Shape, SourceMention
from onrecord.resolution.names import NameMention

Event = NameMention | Word | SourceMention | int
"""A name; a pronoun outside sources; a phrase outside sources; the number of an attribution."""

_GENDERED = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})


def list_events(
    layout: Layout,
    names: Sequence[NameMention],
    mentions: Mapping[int, SourceMention],
    phrases: Iterable[SourceMention],
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
    for phrase in phrases:
        if phrase.shape is Shape.JOINT and phrase.span.start not in joint:
            events.append((phrase.span.end - 1, 2, phrase))
        elif phrase.shape is Shape.DESCRIPTION and phrase.span.start not in described:
            events.append((phrase.span.start, 2, phrase))
    return [event for _, _, event in sorted(events, key=lambda event: event[:2])]


class Holders:
    """Sources that are descriptions, by their places, to find whose own words a phrase is of."""

    def __init__(self, mentions: Mapping[int, SourceMention]) -> None:
        self._held = sorted(
            (mention.span.start, number)
            for number, mention in mentions.items()
            if mention.shape is Shape.DESCRIPTION
        )
        self._mentions = mentions

    def find(self, phrase: SourceMention) -> int | None:
        """The attribution of which a phrase is the source: "former aide" of "One former aide"."""
        after = bisect.bisect_right(self._held, (phrase.span.start, len(self._mentions) + 1))
        if after == 0:
            return None
        number = self._held[after - 1][1]
        source = self._mentions[number]
        same = phrase.head == source.head and phrase.span.end <= source.span.end
        return number if same else None

"""Which attributions stand inside the content of another."""

from collections.abc import Iterator

from onrecord.attributions.cues import Lexicon
from onrecord.attributions.rules.drafts import Draft, Pattern
from onrecord.attributions.rules.patterns import read_unit
from onrecord.attributions.rules.scope import Scope
from onrecord.attributions.words import Words

_NESTED_PATTERNS = frozenset(Pattern) - {
    Pattern.NOUN,
    Pattern.ADJECTIVE,
    Pattern.RAISING,
    Pattern.PARTICIPLE,
}
# Inside a quotation these are the speaker or the listener: "I think" is no report of somebody.
_PARTIES_TO_SPEECH = frozenset("i we you it that which this".split())


def contains_cue(outer: Draft, inner: Draft) -> bool:
    """Whether the whole cue of one draft lies in the content of another."""
    return all(
        any(start <= low and high <= end for start, end in outer.content) for low, high in inner.cue
    )


def find_outermost(drafts: list[Draft]) -> list[Draft]:
    """The drafts of one scope that stand in no other's content.

    Of two that hold each other's cue the longer content is the outer one.
    """
    outermost: list[Draft] = []
    for draft in sorted(drafts, key=_rank):
        if not any(contains_cue(outer, draft) for outer in outermost):
            outermost.append(draft)
    return [draft for draft in drafts if draft in outermost]


def _rank(draft: Draft) -> tuple[int, int]:
    return -sum(high - low for low, high in draft.content), draft.first


def find_nested(words: Words, outer: Draft, lexicon: Lexicon) -> Iterator[Draft]:
    """The attributions directly inside the content of another, quotations included."""
    for low, high in outer.content:
        for start, end in _cut_at_sentences(words, low, high):
            scope = Scope(words, start, end, lexicon, quoted=True)
            for draft in find_outermost(read_unit(scope)):
                if draft.pattern in _NESTED_PATTERNS and _names_somebody(words, draft):
                    yield draft


def _names_somebody(words: Words, draft: Draft) -> bool:
    if draft.source is None:
        return False
    first = draft.source[0]
    asks = words.lower[first] in ("who", "what") and words.is_capitalised(first)
    return words.lower[first] not in _PARTIES_TO_SPEECH and not asks


def _cut_at_sentences(words: Words, low: int, high: int) -> Iterator[tuple[int, int]]:
    start = low
    for position in range(low + 1, high):
        if position in words.sentence_starts:
            yield start, position
            start = position
    yield start, high

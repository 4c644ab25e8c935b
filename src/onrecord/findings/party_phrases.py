"""Phrases beside a wording: whom it names, and what it is about."""

import re
from collections.abc import Iterator

from onrecord.records import Span
from onrecord.resolution.layout import Layout, Word
from onrecord.resolution.lexicon import load_lexicon

_JOINED = re.compile(r",?\s(?:and|including|as\swell\sas|along\swith|like|such\sas)\s")
_WORDS = re.compile(r"[\w’'.-]+")
_QUANTIFIERS = frozenset(
    """the a an many most some several few all both each every these those his her their its our
    top leading senior other""".split()
)
_ENDS = frozenset(
    """which who whom that has have had is are was were will would could should may might as and or
    but said says when while after before because since in on at for to from by with than into
    view views see sees among whose during over under against about""".split()
)
_STARTS = frozenset(
    "from than that which is are was were as into about with and but include includes".split()
)
# Words that open a sentence before somebody's name: "Despite Bell's call", "Ultimately Ames …".
_OPENERS = frozenset(
    """despite unlike like after before with without during under in on for at from by as when while
    if although though but and yet since because even until ultimately eventually finally
    meanwhile however instead once then now still""".split()
)
_MOST_JOINED = 4


def end_of_clause(layout: Layout, start: int, end: int) -> int:
    """Where a clause's verb begins: "… neutrality and denazification | has been rejected"."""
    verb = _CLAUSE_VERB.search(layout.text, start, end)
    return verb.start() if verb is not None else end


# Not that of a clause inside: "control over the towns it has seized".
_CLAUSE_VERB = re.compile(
    r"(?<!\bit)(?<!\bthey)(?<!\bhe)(?<!\bshe)(?<!\bwe)(?<!\byou)(?<!\bI)"
    r"\s(?:has|have|had|is|are|was|were|will|would|could|should|might|raises?)\s"
)


def starts_a_party(words: str) -> bool:
    """Whether words can name somebody: a capital or a quantifier, and no verb inside."""
    found = _WORDS.findall(words)
    if not found or len(found) > 14 or len(words) < 3:
        return False
    first = found[0]
    if all(word.lower() in _QUANTIFIERS for word in found):
        return False
    named = any(word[0].isupper() for word in found)
    lexicon = load_lexicon()
    plural = found[-1].endswith("s") and lexicon.is_person_noun(lexicon.singular_of(found[-1]))
    return named or plural or (first.lower() in _QUANTIFIERS and len(found) > 1)


def phrases_after(layout: Layout, position: int) -> Iterator[Span]:
    """The names or groups that begin at a position, joined by "and"."""
    for _ in range(_MOST_JOINED):
        found = phrase_after(layout, position)
        if found is None:
            return
        yield found
        joint = _JOINED.match(layout.text, found.end)
        if joint is None:
            return
        position = joint.end()


_BARE = re.compile(r"(?:[a-z-]+\s){0,2}?(?P<noun>[a-z-]{3,}s)\b")
_NO_AGENTS = frozenset("votes points margins means years months weeks days percent its his".split())


def agents_after(layout: Layout, position: int) -> list[Span]:
    """Who did what a passive says: names and groups, or a bare plural ("opposed by unions")."""
    found = list(phrases_after(layout, position))
    if found:
        return found
    bare = _BARE.match(layout.text, position)
    if bare is None or bare["noun"] in _NO_AGENTS:
        return []
    return [Span(bare.start(), bare.end())]


def phrase_after(layout: Layout, position: int) -> Span | None:
    """The name or group that begins at a position: "the Ukrainian government", "many in Q"."""
    kept: list[Word] = []
    for word in layout.words[layout.word_number(position) : layout.word_number(position) + 9]:
        gap = layout.text[kept[-1].end if kept else position : word.start]
        place = word.lower in {"in", "of"} and kept
        if (kept and gap not in {" ", "-", "’s ", "'s ", "’ ", "' "}) or (
            word.lower in _ENDS and not place
        ):
            break
        kept.append(word)
        is_head = len(kept) > 1 and kept[-2].lower not in _QUANTIFIERS and not word.is_capitalised
        if is_head and not place and not _continues(layout, word):
            break
    while kept and kept[-1].lower in {"in", "of"} | _QUANTIFIERS:
        kept.pop()
    span = Span(kept[0].start, kept[-1].end) if kept else None
    return span if span and starts_a_party(layout.text[span.start : span.end]) else None


def _continues(layout: Layout, word: Word) -> bool:
    """Whether a small word is followed by another of its phrase: "senior party | officials"."""
    number = layout.word_number(word.start) + 1
    following = layout.words[number] if number < len(layout.words) else None
    return (
        following is not None
        and layout.text[word.end : following.start] == " "
        and (following.lower in {"in", "of"} or following.lower.endswith("s"))
        and not word.lower.endswith("s")
    )


def phrase_before(layout: Layout, position: int, *, longest: int = 9) -> Span | None:
    """The phrase that ends at a position: "full membership for Q" of "distinct from full …"."""
    number = layout.word_number(position) - 1
    if number < 0:
        return None
    last = first = layout.words[number]
    for word in reversed(layout.words[max(0, number - longest + 1) : number + 1]):
        gap = layout.text[word.end : first.start] if word is not first else " "
        if gap not in {" ", "-", "’s ", "'s ", "’ "} or word.lower in _STARTS:
            break
        first = word
        if longest < 5 and not word.is_capitalised and word.lower in _QUANTIFIERS:
            break
        if longest < 5 and not word.is_capitalised and word is not last:
            first = layout.words[layout.word_number(word.start) + 1]
            break
    if first is not last and first.is_capitalised and first.lower in _OPENERS:
        first = layout.words[layout.word_number(first.start) + 1]
    return Span(first.start, last.end)

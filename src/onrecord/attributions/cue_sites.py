"""Where a unit has cues, and how each one stands: finite, passive, participle, noun."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from onrecord.attributions import word_classes as wc
from onrecord.attributions.cues import CueForm, CueKind, Inflection, Lexicon
from onrecord.attributions.words import Words


class Voice(StrEnum):
    """How a cue stands in its clause."""

    FINITE = "finite"
    PASSIVE = "passive"
    REDUCED = "reduced passive"
    GERUND = "gerund"
    INFINITIVE = "infinitive"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class CueSite:
    """A cue in its place.

    Attributes:
        form: the lexicon's entry.
        low: the first word of the verb group, auxiliaries and adverbs included.
        head: the first word of the cue itself.
        high: the word after the cue.
    """

    form: CueForm
    voice: Voice
    low: int
    head: int
    high: int


_ADJECTIVE_ENDINGS = ("ous", "ive", "ful", "able", "ible", "ical", "significant", "important")
_NOUN_FRAMES = {
    "clause": ("that",),
    "to": ("to",),
    "of": ("of",),
    "for": ("for",),
    "about": ("about", "on", "regarding"),
}
_NOT_BEFORE_VERB = (
    (
        wc.DETERMINERS
        - {"more", "some", "most", "both", "all", "many", "several", "few", "these", "one"}
    )
    | wc.PREPOSITIONS
    | {"'s", "'", "own", "such", "latest", "new", "recent", "his", "her", "their", "so-called"}
) - {"up", "down", "off", "out", "over", "near", "that"}


def looks_like_adverb(words: Words, position: int) -> bool:
    """Whether a word may stand between a subject and its verb."""
    word = words.lower[position]
    return word in wc.ADVERBS or (
        len(word) > 4 and word.endswith("ly") and not words.is_capitalised(position)
    )


def find_cue_sites(
    words: Words, low: int, high: int, lexicon: Lexicon, *, quoted: bool = False
) -> Iterator[CueSite]:
    """The cues among the words [low, high), left to right, none overlapping another.

    Args:
        words: the text.
        low: first word to look at.
        high: the word after the last.
        lexicon: the cues to look for.
        quoted: also look inside quotation marks, for nested attributions.
    """
    position = low
    while position < high:
        if words.is_quoted(position) and not quoted:
            position += 1
            continue
        site = _site_at(words, low, high, position, lexicon)
        if site is None:
            position += 1
        else:
            yield site
            position = site.high


def _site_at(words: Words, low: int, high: int, position: int, lexicon: Lexicon) -> CueSite | None:
    if _is_name(words, low, position):
        return None
    for form in lexicon.match(words.lower, position):
        end = position + len(form.words)
        if end > high:
            continue
        if form.kind is CueKind.FIXED:
            return CueSite(form, Voice.FIXED, position, position, end)
        if form.is_verbal and _is_noun_after_adjective(words, low, position, lexicon):
            site = None
        elif form.is_verbal:
            site = _verb_site(words, low, position, form)
        elif form.kind is CueKind.NOUN:
            site = _noun_site(words, high, position, form)
        elif form.kind is CueKind.ADJECTIVE:
            site = _adjective_site(words, low, position, form)
        else:
            site = None
        if site is not None:
            return site
    return None


def _is_noun_after_adjective(words: Words, low: int, position: int, lexicon: Lexicon) -> bool:
    """Whether "questions", "claims" … is a noun, as an adjective's ending before it shows."""
    if position == low or not words.lower[position - 1].endswith(_ADJECTIVE_ENDINGS):
        return False
    return any(form.kind is CueKind.NOUN for form in lexicon.match(words.lower, position))


def _is_name(words: Words, low: int, position: int) -> bool:
    """Whether a word is a part of a name: "the United States", "the Daily Post"."""
    if not words.is_capitalised(position) or position == low:
        return False
    before = position - 1
    return words.is_word(before) and not words.surface(position).isupper()


def _group_start(words: Words, low: int, head: int) -> int:
    """Where the auxiliaries and adverbs before a verb begin."""
    position = head
    while position > low:
        word = words.lower[position - 1]
        if words.is_mark[position - 1] or (not words.is_word(position - 1) and word[0] not in "'’"):
            break
        if word == "'s" and (position - 2 < low or words.lower[position - 2] not in _CLITIC_HOSTS):
            break
        if word == "longer" and position - 2 >= low and words.lower[position - 2] == "no":
            position -= 2
            continue
        if word in wc.AUXILIARIES or looks_like_adverb(words, position - 1):
            position -= 1
            continue
        if word == "to" and position - 2 >= low and words.lower[position - 2] in ("going", "had"):
            position -= 2
            continue
        break
    # An adverb at the front of the clause ("Then he", "Once elected") is none of the group's.
    while position < head and words.lower[position] in ("both", "all", "so", "yet", "since"):
        position += 1
    return position


_CLITIC_HOSTS = wc.SUBJECT_PRONOUNS | {"that", "there", "who"}


def _verb_site(words: Words, low: int, head: int, form: CueForm) -> CueSite | None:
    start = _group_start(words, low, head)
    voice = _find_voice(words, low, start, head, form)
    if voice is None:
        return None
    return CueSite(form, voice, start, head, head + len(form.words))


def _find_voice(words: Words, low: int, start: int, head: int, form: CueForm) -> Voice | None:
    group = words.lower[start:head]
    before = words.lower[start - 1] if start > low and not words.is_mark[start - 1] else ""
    has_be = any(word in wc.BE for word in group)
    inflections = form.inflections
    if Inflection.GERUND in inflections:
        if has_be:
            return Voice.FINITE
        return None if before in wc.DETERMINERS or before == "'s" else Voice.GERUND
    if has_be and Inflection.PARTICIPLE in inflections:
        return Voice.PASSIVE
    if before in _NOT_BEFORE_VERB and not (before == "to" and Inflection.BASE in inflections):
        return None
    if Inflection.BASE in inflections and before == "to":
        return Voice.INFINITIVE
    if any(word in wc.HAVE for word in group) and Inflection.PARTICIPLE in inflections:
        return Voice.FINITE
    if Inflection.PAST in inflections or Inflection.PRESENT in inflections:
        return Voice.FINITE
    if Inflection.PARTICIPLE in inflections:
        return Voice.REDUCED
    helped = any(word in wc.MODALS or word in wc.DO for word in group)
    plural = (
        before.endswith(("s", "men", "people")) or before in wc.PRONOUNS or before in wc.RELATIVES
    )
    if helped or plural or before in ("and", "who", ")"):
        return Voice.FINITE
    return None


def _noun_site(words: Words, high: int, head: int, form: CueForm) -> CueSite | None:
    end = head + len(form.words)
    if end >= high:
        return None
    following = words.lower[end]
    for frame in sorted(form.takes):
        if following in _NOUN_FRAMES.get(frame, ()):
            return CueSite(form, Voice.NOUN, head, head, end)
    return None


def _adjective_site(words: Words, low: int, head: int, form: CueForm) -> CueSite | None:
    start = _group_start(words, low, head)
    if not any(word in wc.BE or word in ("seems", "remains") for word in words.lower[start:head]):
        return None
    end = head + 1
    if end < len(words.lower) and words.lower[end] in (
        "that", "to", "of", "about", "with", "by", "in", "whether", "if",
    ):  # fmt: skip
        return CueSite(form, Voice.ADJECTIVE, start, head, end)
    return None

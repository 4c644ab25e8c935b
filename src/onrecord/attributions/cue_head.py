"""Which word of a cue carries its meaning."""

import re
from dataclasses import dataclass
from itertools import chain, islice

from onrecord.attributions.cues import CueForm, CueKind, Inflection, Lexicon
from onrecord.records import Spans

_WORD = re.compile(r"[^\W_]+n['’]t\b|[^\W_]+(?:-[^\W_]+)*|['’](?:s|re|ve|d|ll|m)\b|:")

# "made the claim", "expressed support": the noun says what was done.
LIGHT_VERBS = frozenset(
    """express make give voice issue offer have raise hold take share deliver provide put
    send""".split()
)
# "appeared to deny", "began to wonder": the second verb says what was done.
_CATENATIVES = frozenset(
    """seem appear look sound begin continue go happen tend mean need try attempt resist""".split()
)
_BE = (("is",), ("are",), ("was",), ("were",), ("been",))
_LOOK_AHEAD = 6


@dataclass(frozen=True, slots=True)
class CueHead:
    """The lexicon's entry for a cue, and the words around it.

    Attributes:
        words: the words of the cue in lower case, then the first ones of the content.
        cue_length: how many of them are the cue's.
        position: where in them the entry begins.
        form: None where the lexicon does not know the cue.
    """

    words: tuple[str, ...]
    cue_length: int
    position: int
    form: CueForm | None

    @property
    def following(self) -> tuple[str, ...]:
        """What comes after the entry: the rest of the cue, then the content."""
        length = len(self.form.words) if self.form else 0
        return self.words[self.position + length :]


def lower_words(text: str, spans: Spans) -> tuple[str, ...]:
    """The words of the spans in lower case, with straight apostrophes."""
    words = [word for span in spans for word in _WORD.findall(text, span.start, span.end)]
    return tuple([word.lower().replace("’", "'") for word in words])


def first_words(text: str, spans: Spans, count: int) -> tuple[str, ...]:
    """The first of the spans' words, without a look at the others: a content may be long."""
    matches = chain.from_iterable(_WORD.finditer(text, span.start, span.end) for span in spans)
    return tuple([match.group().lower().replace("’", "'") for match in islice(matches, count)])


def find_cue_head(text: str, cue: Spans, content: Spans, lexicon: Lexicon) -> CueHead:
    """Find the entry that a cue stands for; a preposition may be in the content: "called | for"."""
    cue_words = lower_words(text, cue)
    after = tuple(span for span in content if span.start >= cue[-1].end) or content
    words = cue_words + first_words(text, after[:1], _LOOK_AHEAD)
    found: list[tuple[int, CueForm]] = []
    position = 0
    while position < len(cue_words):
        forms = lexicon.match(words, position)
        if forms:
            after_light = bool(found) and found[-1][1].lemma in LIGHT_VERBS
            found.append((position, _prefer(forms, words, position, after_light=after_light)))
            position += len(forms[0].words)
        else:
            position += 1
    chosen = _choose(words, found)
    if chosen is None:
        return CueHead(words, len(cue_words), 0, None)
    return CueHead(words, len(cue_words), *chosen)


def _prefer(
    forms: tuple[CueForm, ...], words: tuple[str, ...], position: int, *, after_light: bool
) -> CueForm:
    """The reading of a word that is a verb and a noun: a noun after "the", "expressed"."""
    before = words[position - 1] if position else ""
    wants_noun = after_light or before in {
        "a",
        "an",
        "the",
        "his",
        "her",
        "its",
        "their",
        "'s",
        "no",
        "any",
    }
    for form in forms:
        if (form.kind is CueKind.NOUN) == wants_noun:
            return form
    return forms[0]


def _choose(words: tuple[str, ...], found: list[tuple[int, CueForm]]) -> tuple[int, CueForm] | None:
    verbs = [one for one in found if one[1].is_verbal or one[1].kind is CueKind.FIXED]
    others = [one for one in found if one not in verbs]
    adverbs = [one for one in others if one[1].kind is CueKind.ADVERB]
    meaningful = [one for one in others if one not in adverbs]
    for index, (position, form) in enumerate(verbs):
        has_more = index + 1 < len(verbs)
        if has_more and (form.lemma in _CATENATIVES or _is_hearsay(words, position)):
            continue
        later = [one for one in meaningful if one[0] > position]
        if form.lemma in LIGHT_VERBS and later:
            return later[0]
        if later and form.inflections == {Inflection.PARTICIPLE} and not has_more:
            return later[0]
        return position, form
    return next(iter(meaningful or adverbs), None)


def _is_hearsay(words: tuple[str, ...], position: int) -> bool:
    """Whether a verb only says that somebody reports the next one: "is said to want"."""
    return words[position - 1 : position] in _BE and words[position + 1 : position + 2] == ("to",)

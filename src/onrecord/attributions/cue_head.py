"""Which word of a cue carries its meaning."""

import re
from dataclasses import dataclass
from itertools import chain, islice

from onrecord.attributions.cues import CueForm, CueKind, Inflection, Lexicon
from onrecord.attributions.word_classes import PREPOSITIONS
from onrecord.records import Act, Spans

_WORD = re.compile(r"[^\W_]+n['’]t\b|[^\W_]+(?:-[^\W_]+)*|['’](?:s|re|ve|d|ll|m)\b|:")

# "made the claim", "expressed support": the noun says what was done.
LIGHT_VERBS = frozenset(
    """express make give voice issue offer have raise hold take share deliver provide put
    send reiterate repeat renew signal restrict detail show""".split()
)
# "appeared to deny", "began to wonder": the second verb says what was done.
_CATENATIVES = frozenset(
    """seem appear look sound begin continue go happen tend mean need try attempt resist""".split()
)
_BE = (("is",), ("are",), ("was",), ("were",), ("been",))
# After these a word that is a verb and a noun is the noun.
_BEFORE_NOUNS = frozenset("a an the his her its their 's no any".split())
# After these a word can be no verb at all: "the debate", "one overriding message".
_NO_VERB = tuple((word,) for word in "a an the his its their my our your one every no any".split())
# After these a participle is what somebody is: "are more convinced".
_BEFORE_STATES = frozenset("is are was were be been being more most very so remain remains".split())
# "launched his bid by declaring", "issued a statement condemning": the gerund says what was done.
_OPENING_ACTS = frozenset((Act.SAYS, Act.DECIDES))
_GAP = 12
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
    words = cue_words + _words_after(text, cue, content)
    found: list[_Found] = []
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


_Found = tuple[int, CueForm]
"""An entry and the word at which it begins."""


def _words_after(text: str, cue: Spans, content: Spans) -> tuple[str, ...]:
    """What follows the cue: the content, with a preposition before it ("spoke out | against")."""
    after = tuple(span for span in content if span.start >= cue[-1].end) or content
    words = first_words(text, after[:1], _LOOK_AHEAD)
    between = text[cue[-1].end : after[0].start].strip()
    if 0 < len(between) < _GAP and between in PREPOSITIONS:
        return (between, *words)
    return words


def _prefer(
    forms: tuple[CueForm, ...], words: tuple[str, ...], position: int, *, after_light: bool
) -> CueForm:
    """The reading of a word that is of several kinds: a noun after "the", a state after "are"."""
    if len(forms) == 1:
        return forms[0]
    before = words[position - 1] if position else ""
    if after_light or before in _BEFORE_NOUNS:
        return next((form for form in forms if form.kind is CueKind.NOUN), forms[0])
    if before in _BEFORE_STATES:
        return next((form for form in forms if form.kind is CueKind.ADJECTIVE), forms[0])
    return next((form for form in forms if form.kind is not CueKind.NOUN), forms[0])


def _choose(words: tuple[str, ...], found: list[_Found]) -> _Found | None:
    verbs = [one for one in found if one[1].is_verbal or one[1].kind is CueKind.FIXED]
    others = [one for one in found if one not in verbs]
    real = [one for one in verbs if words[one[0] - 1 : one[0]] not in _NO_VERB]
    if real or others:
        verbs = real
    adverbs = [one for one in others if one[1].kind is CueKind.ADVERB]
    meaningful = [one for one in others if one not in adverbs]
    for index, (position, form) in enumerate(verbs):
        has_more = index + 1 < len(verbs)
        if has_more and (form.lemma in _CATENATIVES or _is_hearsay(words, position)):
            continue
        later = [one for one in meaningful if one[0] > position]
        if form.lemma in LIGHT_VERBS and later:
            return _choose_noun(later)
        if later and form.inflections == {Inflection.PARTICIPLE} and not has_more:
            return _choose_noun(later)
        if has_more and form.senses[0].act in _OPENING_ACTS:
            return _find_gerund(verbs[index + 1 :]) or (position, form)
        return position, form
    return _choose_noun(meaningful) if meaningful else next(iter(adverbs), None)


def _choose_noun(found: list[_Found]) -> _Found:
    """The noun or adjective that counts: "clear | vision", "likely | to be scared by"."""
    (position, form), *later = found
    if later and form.kind is CueKind.ADJECTIVE:
        adjoins = later[0][0] == position + 1 and later[0][1].kind is CueKind.NOUN
        if adjoins or form.senses[0].act is Act.PREDICTS:
            return later[0]
    return position, form


def _find_gerund(found: list[_Found]) -> _Found | None:
    # "said in a hearing" is no gerund.
    gerunds = (
        one for one in found if one[1].inflections == {Inflection.GERUND} and one[1].lemma != "hear"
    )
    return next(gerunds, None)


def _is_hearsay(words: tuple[str, ...], position: int) -> bool:
    """Whether a verb only says that somebody reports the next one: "is said to want"."""
    return words[position - 1 : position] in _BE and words[position + 1 : position + 2] == ("to",)

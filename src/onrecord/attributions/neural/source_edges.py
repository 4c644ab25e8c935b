"""What a source begins and ends with: words that belong to no source are cut off.

The tagger sees words, not phrases: a source may begin with the place before it ("in Brenn, two
officials"), end with the subject of a clause inside it ("those I"), or be no name at all ("the").
"""

import re
from dataclasses import replace

from onrecord.attributions.neural.decoding import Draft
from onrecord.records import Span

# "those I | spoke to": the pronoun speaks, what it is said of does not.
_REDUCED = re.compile(r"(?P<noun>.*[^\W\d_])\s(?P<subject>I|he|she|we|they)")
_JOINS_PRONOUN = re.compile(r"(?:[,&]|\b(?:and|or|but|than|as|of|nor|if|that|when))$")
# "no figure other than | the one Holt gave", "who Democrats".
_RELATIVE_SUBJECT = re.compile(
    r"(?:(?:the|that)\s(?:only\s|very\s)?ones?|who|whom|which)\s(?P<subject>[A-ZÀ-Þ].*)",
    re.DOTALL,
)
_ONE_OF_ITS_KIND = re.compile(r"(?:the|that)\s(?:only\s|very\s)?ones?\s", re.IGNORECASE)
# "of | the growers": they speak all the same.
_BEFORE_SPEAKERS = re.compile(
    r"(?:of|by|from|among|as|for(?=\s(?:some|many|most|others|critics|those)\b))\s+", re.IGNORECASE
)
_BEFORE_PLACES = re.compile(
    r"(?:as|for|in|at|on|into|within|amid|during|despite|since|upon|through)\s", re.IGNORECASE
)
_COUNTS = re.compile(r"(?:at (?:least|most)|as (?:many|few) as|in 't)\b", re.IGNORECASE)
_LOOSE_ENDS = frozenset("and or but because nor to in on at by for with from of the a an".split())
_NO_SOURCE = frozenset(
    """the a an absolutely definitely exactly certainly obviously clearly really truly totally
    honestly frankly indeed cross-examined""".split()
)
_YEAR = re.compile(r"(?:19|20)\d\d")
# "In | Brenn, two officials": the place is none of the source.
_PLACE_FIRST = re.compile(
    r"[A-ZÀ-Þ][\w.'’-]*(?:\s[A-ZÀ-Þ][\w.'’-]*){0,2},\s+(?=(?:an?|one|two|three|four|five|six|several|"
    r"some|many|most|both|officials|residents|critics|experts|analysts|aides|doctors|lawyers|"
    r"prosecutors|police|people)\s|(?:he|she|they|officials|police)\s*$)"
)
_IN = re.compile(r"\b(?:in|at|near|outside|across|inside)\s+(?:the\s)?$", re.IGNORECASE)


def mend_source(draft: Draft, text: str) -> Draft:
    """The draft with a source that begins and ends where a speaker's name or description does.

    A source of which nothing is left, or of several pieces, is None or as it was.
    """
    if draft.source is None or len(draft.source) > 1:
        return draft
    span = _take_whole_words(draft.source[0], text)
    if any(span.overlaps(other) for other in draft.cue):
        span = draft.source[0]
    mended = _cut_end(_cut_start(span, text), text)
    mended = _find_subject(mended, text, draft.cue[0].start) if mended else None
    if mended is not None and (mended,) == draft.source:
        return draft
    return replace(draft, source=(mended,) if mended is not None else None)


def is_one_of_its_kind(draft: Draft, text: str) -> bool:
    """Whether a source is a thing that somebody said: "the one Holt" of "the one Holt gave"."""
    source = draft.source
    return bool(source and _ONE_OF_ITS_KIND.match(text, source[0].start, source[0].end))


def _take_whole_words(span: Span, text: str) -> Span:
    """The span with the rest of a word: "[W]e", "Cross-examined"."""
    start, end = span.start, span.end
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        end += 1
        while text[end : end + 1].isalpha():
            end += 1
    if text[start - 1 : start] == "[" and text[end : end + 1] == "]":
        start, end = start - 1, end + 1
        while text[end : end + 1].isalpha():
            end += 1
    return Span(start, end)


def _cut_start(span: Span, text: str) -> Span | None:
    words = text[span.start : span.end]
    place = _PLACE_FIRST.match(words)
    if place and _IN.search(text, max(0, span.start - 12), span.start):
        return Span(span.start + place.end(), span.end)
    if _COUNTS.match(words) or "," in words:
        return span
    speakers = _BEFORE_SPEAKERS.match(words)
    if speakers and _opens_noun_phrase(words[speakers.end() :], words):
        return Span(span.start + speakers.end(), span.end)
    return None if _BEFORE_PLACES.match(words) else span


def _opens_noun_phrase(rest: str, words: str) -> bool:
    """Whether a speaker may follow the preposition: "as Holt put it", not "as mayor"."""
    if not words.lower().startswith("as "):
        return True
    first = rest.split(maxsplit=1)[0] if rest.strip() else ""
    return first[:1].isupper() or first in ("the", "one", "he", "she", "they", "his", "her")


def _cut_end(span: Span | None, text: str) -> Span | None:
    """The span without words that lead on; None where no source is left."""
    if span is None:
        return None
    words = text[span.start : span.end]
    while words.rpartition(" ")[0] and words.rpartition(" ")[2].lower() in _LOOSE_ENDS:
        words = words.rpartition(" ")[0].rstrip(" ,;")
    if not words or words.lower() in _NO_SOURCE or _YEAR.fullmatch(words):
        return None
    return Span(span.start, span.start + len(words))


def _find_subject(span: Span, text: str, cue: int) -> Span:
    """The subject of the cue where it is the last word, or follows a relative pronoun."""
    words = text[span.start : span.end]
    relative = _RELATIVE_SUBJECT.fullmatch(words)
    if relative:
        return Span(span.start + relative.start("subject"), span.end)
    reduced = _REDUCED.fullmatch(words)
    if reduced is None or _JOINS_PRONOUN.search(reduced["noun"]):
        return span
    if text[span.end : cue].isspace():
        return Span(span.start + reduced.start("subject"), span.end)
    return Span(span.start, span.start + reduced.end("noun"))

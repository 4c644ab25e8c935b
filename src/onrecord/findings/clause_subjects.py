"""The subject of a verb, past what may stand between them: asides, appositions, other verbs."""

import re

from onrecord.findings.party_phrases import phrase_after, phrase_before, starts_a_party
from onrecord.records import Span
from onrecord.resolution.layout import Layout, Word
from onrecord.resolution.lexicon import load_lexicon

_PRONOUN = re.compile(r"(?<![\w’'])(?P<party>[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|who)\s$")
_ADVERBS = re.compile(
    r"(?:\s(?:also|now|still|already|recently|once|then|even|long|always|never|just|since|\w+ly))+\s$"
)
_ASIDE = re.compile(r"\s?\([^()]{1,60}\)\s$")
_JOINED = re.compile(r"(?:,\s|\s)(?:and|but|or|then)\s$")
_PREPOSITION = re.compile(
    r"\b(?:in|on|at|from|with|without|for|by|to|near|about|between|against|over|under|across|inside|"
    r"outside|around|through|toward|towards|behind|after|before|than)\s(?:the\s)?$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:[“\"]|(?:But|And|Yet|Still|Meanwhile|However|Moreover|Instead|Both|Even|even|When|As|If|Because|While|"
    r"After|Although|Though|Since|that|when|if|because|while|though|although|whether|Despite|Once|Then|Now|[A-Z][a-z]+ly),?\s)*"
)
# In "her partner, Senator Ames, opposed" what stands between the commas is the name.
_NAMED_LAST = re.compile(
    r", (?:(?!of|in|at|for|on|to|from)[\w’'-]+\s){0,4}?"
    r"(?P<name>[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){1,4})"
    r"(?:\s?\([^()]{1,40}\))?$"
)
_NAME = re.compile(r"(?!The\b|Some\b|Most\b|Many\b|An?\b)[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*)*")
_SUBJECT = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey)\b(?!’|')")
_ONE_NAME = r"[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,4}(?:\s\([^()]{1,30}\))?"
# "Senators Ames, Bell and Cole, all of whom opposed it"
_WHOM = re.compile(
    rf"(?P<party>{_ONE_NAME}(?:,\s{_ONE_NAME}){{0,4}}(?:,?\s?and\s{_ONE_NAME})?),\s(?:all|both|each)\sof\swhom\s$"
)
_CONJUNCTION = re.compile(r"\b(?:when|as|after|because|that|while|if|before|since|until|where)\s")
_LONGEST_ASIDE = 160
_LONGEST_PARTY = 8
_LONGEST_CLAUSE = 400
_LONGEST_ENDING = 12


def subject_of_verb(layout: Layout, verb: int) -> Span | None:
    """The words before a verb that name who does it; None where they name nobody.

    "Ames (of Brenn), the chair of the port, opposed …": Ames. "Ames laughed and opposed …": Ames.
    """
    sentence = layout.sentence_span(layout.sentence_at(verb))
    if verb - sentence.start > _LONGEST_CLAUSE:
        sentence = Span(verb - _LONGEST_CLAUSE, sentence.end)
    end = _skip_back(layout.text, sentence.start, verb)
    if _JOINED.search(layout.text, max(sentence.start, end - 8), end) is not None:
        return _first_subject(layout, sentence.start, end)
    whom = _WHOM.search(layout.text, max(sentence.start, end - _LONGEST_ASIDE), end)
    if whom is not None:
        return Span(*whom.span("party"))
    pronoun = _PRONOUN.search(layout.text, max(sentence.start, end - 8), end)
    if pronoun is not None:
        return Span(*pronoun.span("party"))
    return _name_before(layout, sentence.start, end)


def head_of_subject(layout: Layout, subject: Span) -> Word:
    """The word that says who it is: "force" of "a force in Brenn", "Bell" of "Ida Bell"."""
    words = layout.words_in(subject)
    for number, word in enumerate(words):
        if number and word.lower in _PLACES:
            return words[number - 1]
    return words[-1]


def is_asked(layout: Layout, position: int) -> bool:
    """Whether a sentence only asks: "Does Ames oppose it?"."""
    sentence = layout.sentence_span(layout.sentence_at(position))
    ending = layout.text[max(sentence.start, sentence.end - _LONGEST_ENDING) : sentence.end]
    return ending.rstrip(" \n”\"’'").endswith("?")


_PLACES = frozenset("in of on at from for with".split())


def _skip_back(text: str, start: int, end: int) -> int:
    """Back over adverbs, what stands in brackets, and what stands between commas."""
    for skipped in (_ADVERBS, _ASIDE):
        found = skipped.search(text, max(start, end - _LONGEST_ASIDE), end)
        if found is not None:
            end = found.start() + 1
    if text.endswith(", ", start, end):
        comma = text.rfind(", ", max(start, end - _LONGEST_ASIDE), end - 2)
        name = _NAMED_LAST.search(text, max(start, comma), end - 2)
        if comma > start and name is not None:
            return end - 2 if text[end - 3] != ")" else name.end("name") + 1
        if comma > start:
            end = comma + 1
            found = _ASIDE.search(text, max(start, end - _LONGEST_ASIDE), end)
            end = found.start() + 1 if found is not None else end
    return end


def _name_before(layout: Layout, start: int, end: int) -> Span | None:
    words = phrase_before(layout, end, longest=_LONGEST_PARTY)
    if words is None:
        return None
    begin = max(start, words.start)
    opening = _OPENING.match(layout.text, begin, end)
    begin = opening.end() if opening is not None else begin
    for joint in _CONJUNCTION.finditer(layout.text, begin, words.end):
        begin = joint.end()
    if begin >= words.end:
        return None
    last = _without_times(layout, begin, words.end)
    text = layout.text[begin:last]
    if end - words.end > 2 or last <= begin or not starts_a_party(text):
        return None
    if _PREPOSITION.search(layout.text, max(start, begin - 16), begin) is not None:
        return None
    return Span(_join_before(layout, start, begin), last)


def _without_times(layout: Layout, start: int, end: int) -> int:
    """Where a name ends that a time follows: "Judge Bell late Monday"."""
    words = layout.words_in(Span(start, end))
    while len(words) > 1 and words[-1].lower in _TIMES:
        words = words[:-1]
    return words[-1].end if words else start


def _join_before(layout: Layout, start: int, begin: int) -> int:
    """Where those begin who stand before "and": "many growers and even some fishers"."""
    joint = re.compile(r"\sand\s(?:even\s)?$").search(layout.text, max(start, begin - 10), begin)
    before = None if joint is None else phrase_before(layout, joint.start(), longest=5)
    if before is None or before.start < start:
        return begin
    last = layout.words_in(before)[-1]
    lexicon = load_lexicon()
    person = last.is_capitalised or lexicon.is_person_noun(lexicon.singular_of(last.text))
    words = layout.text[before.start : before.end]
    preposition = _PREPOSITION.search(layout.text, max(start, before.start - 16), before.start)
    return before.start if person and preposition is None and starts_a_party(words) else begin


_TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday night morning evening
    afternoon late early today yesterday last this week month year""".split()
)


def _first_subject(layout: Layout, start: int, end: int) -> Span | None:
    """The name with which a sentence begins, or its last "he", for a second and third verb."""
    nearest = list(_SUBJECT.finditer(layout.text, start, end))
    if nearest:
        return Span(*nearest[-1].span())
    opening = _OPENING.match(layout.text, start, end)
    begin = opening.end() if opening is not None else start
    if layout.quotation_at(begin) is not None:
        return None
    pronoun = re.compile(r"(?:He|She|They|We|I)\b").match(layout.text, begin, end)
    if pronoun is not None:
        return Span(*pronoun.span())
    found = phrase_after(layout, begin)
    if found is None or found.end > end:
        return None
    return cut_to_name(layout, found)


def cut_to_name(layout: Layout, phrase: Span) -> Span:
    """A phrase without the verb that a name may have drawn in: "Ida Bell" of "Ida Bell laughed"."""
    name = _NAME.match(layout.text, phrase.start, phrase.end)
    last = layout.words_in(phrase)[-1].text
    lexicon = load_lexicon()
    if name is None or lexicon.is_person_noun(lexicon.singular_of(last)):
        return phrase
    return Span(phrase.start, name.end())

"""One quantity with two numbers: the same thing counted in the same words, differently."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.findings.content_words import content_stems, stem_word
from onrecord.findings.voices import Voices
from onrecord.records import Article, Attribution, Check, CheckKind, Span
from onrecord.resolution.layout import Layout, Word, lay_out

_SMALL = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()
_WORDS = {word: number for number, word in enumerate(_SMALL, start=2)} | {
    f"{ten}": value * 10
    for value, ten in enumerate(
        "thirty forty fifty sixty seventy eighty ninety hundred".split(), start=3
    )
}
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
# What is counted over and over with other results: no two of them are one quantity.
_NEVER_ONE = frozenset(
    """day days week weeks month months year years hour hours
    minute minutes second seconds time times term terms am pm a.m p.m mile miles kilometre
    kilometres kilometer kilometers foot feet inch inches pound pounds dollar dollars cent cents
    euro euros million billion trillion thousand hundred dozen vote votes delegate delegates seat
    seats poll polls person way ways""".split()
)
_SHARES = frozenset("percent percentage point points".split())
_NEVER_ONE_STEMS = frozenset(map(stem_word, _NEVER_ONE))
# The sentence speaks of a part, a change, a bound or another time.
_CHANGE = frozenset(
    """more fewer less another additional other others extra further each every per versus vs
    compared previous previously earlier later least most about almost nearly roughly around over
    under up than rose fell grew increased decreased dropped from between only first second third
    last next half remaining rest including among if would could may might should total
    respectively separate different both either former new""".split()
)
_REACH = 9
_LEAST_SHARED = 4
_LEAST_SHARE = 0.7
_VERBATIM_SHARE = 0.9
_FARTHEST_NOUN = 3


@dataclass(frozen=True, slots=True)
class _Count:
    """A number with what it counts and the words around it.

    Attributes:
        firm: neither a thing that is counted with ever other results, nor a part or a change.
    """

    value: float
    span: Span
    noun: str
    around: frozenset[str]
    sentence: int
    firm: bool


def find_number_conflicts(
    article: Article, attributions: Sequence[Attribution]
) -> tuple[Check, ...]:
    """Pairs of counts that speak of the same in one voice, and differ.

    Two counts are one quantity where the same noun is counted and most of the meaning words around
    the numbers are shared; for what is listed side by side with other results (votes, times) and
    where a sentence speaks of a change, nearly all of them. Numbers on the words of different
    speakers differ rightly.
    """
    layout = lay_out(article.text)
    voices = Voices(attributions)
    seen: dict[str, list[_Count]] = {}
    checks = []
    for count in _read_counts(layout):
        for other in seen.get(count.noun, ()):
            if _is_same_quantity(other, count) and _is_one_voice(voices, other, count):
                checks.append(_make_check(article, other, count))
                break
        seen.setdefault(count.noun, []).append(count)
        # Long lists of the same noun are no record of one quantity, and would cost squares.
        seen[count.noun] = seen[count.noun][-_MEMORY:]
    return tuple(checks)


_MEMORY = 12


def _read_counts(layout: Layout) -> Iterator[_Count]:
    words = layout.words
    for number, word in enumerate(words):
        value = _read_number(word)
        if value is None or layout.quotation_at(word.start) is not None:
            continue
        sentence = layout.sentence_at(word.start)
        end = layout.sentence_span(sentence).end
        noun = _counted_noun(layout, number, end)
        if noun is None:
            continue
        first = max(0, number - _REACH)
        near = [each for each in words[first : number + _REACH + 1]
                if layout.sentence_at(each.start) == sentence]  # fmt: skip
        others = [each for each in near if each is not word and _read_number(each) is None]
        around = frozenset(content_stems(others)) - {noun}
        firm = noun not in _NEVER_ONE_STEMS and not any(each.lower in _CHANGE for each in near)
        span = Span(word.start, noun_end(layout, number, noun))
        yield _Count(value, span, noun, around, sentence, firm)


def noun_end(layout: Layout, number: int, noun: str) -> int:
    """Where the counted noun ends."""
    for word in layout.words[number + 1 : number + 1 + _FARTHEST_NOUN]:
        if stem_word(word.text) == noun:
            return word.end
    return layout.words[number].end


def _read_number(word: Word) -> float | None:
    if word.lower in _WORDS:
        return float(_WORDS[word.lower])
    if _DIGITS.fullmatch(word.text):
        value = float(word.text.replace(",", ""))
        is_year = 1500 <= value <= 2100 and "," not in word.text
        return None if is_year or value == 1 else value
    return None


def _counted_noun(layout: Layout, number: int, end: int) -> str | None:
    """The plural noun that a number counts: "14 wounded soldiers"."""
    text, before = layout.text, layout.words[number]
    if text[before.start - 1 : before.start] in {"$", "£", "€", "-", ".", ":", "/"}:
        return None
    for word in layout.words[number + 1 : number + 1 + _FARTHEST_NOUN]:
        if word.start >= end or text[before.end : word.start] not in {" ", "-", ", "}:
            return None
        if not word.text[0].isalpha() or word.is_capitalised or word.lower in _SHARES:
            return None
        plural = word.lower.endswith("s") and not word.lower.endswith(("ss", "us", "is"))
        if plural or word.lower in _PLURALS:
            return stem_word(word.text)
        before = word
    return None


_PLURALS = frozenset("people men women children police troops crew dead wounded injured".split())


def _is_same_quantity(one: _Count, other: _Count) -> bool:
    if one.value == other.value or one.sentence == other.sentence:
        return False
    shared = len(one.around & other.around)
    smaller, larger = sorted((len(one.around), len(other.around)))
    if shared < _LEAST_SHARED:
        return False
    if one.firm and other.firm:
        return shared >= _LEAST_SHARE * smaller
    return shared >= _VERBATIM_SHARE * larger


def _is_one_voice(voices: Voices, one: _Count, other: _Count) -> bool:
    first, second = (voices.attribution_at(each.span.start) for each in (one, other))
    if first is None or second is None:
        return first is second
    return first.entity_id == second.entity_id and first.entity_id is not None


def _make_check(article: Article, one: _Count, other: _Count) -> Check:
    first, second = sorted((one.span, other.span))
    words = [" ".join(article.text[s.start : s.end].split()) for s in (first, second)]
    return Check(
        article.id,
        CheckKind.NUMBER_CONFLICT,
        f"“{words[0]}” in one place and “{words[1]}” in another, in nearly the same words.",
        (first, second),
    )

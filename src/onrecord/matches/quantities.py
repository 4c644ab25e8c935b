"""Numbers with what they count."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.findings.content_words import stem_word
from onrecord.resolution.layout import Word

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_SMALL = {
    word: float(value)
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen twenty""".split()
    )
} | {
    word: 10.0 * value
    for value, word in enumerate(
        "thirty forty fifty sixty seventy eighty ninety".split(), start=3
    )
}  # fmt: skip
_SCALES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
           "bn": 1e9, "m": 1e6, "k": 1e3, "dozen": 12.0}  # fmt: skip
_PLACING_WORDS = 4


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts.

    Attributes:
        unit: the stem of what is counted, "%" or a currency's sign; "" where nothing tells.
        words: as they are written.
    """

    value: float
    unit: str
    words: str = field(default="", compare=False)


def read_quantities(
    text: str, words: Sequence[Word], taken: set[int]
) -> tuple[tuple[Quantity, ...], set[int]]:
    """The quantities among words, and the numbers of the words that write them.

    Args:
        text: what the words stand in.
        words: in order.
        taken: numbers of words that are something else, such as dates.
    """
    quantities: list[Quantity] = []
    inside: set[int] = set()
    number = 0
    while number < len(words):
        found = None if number in taken else _read_number(text, words[number])
        if found is None:
            number += 1
            continue
        (value, end), first = found, number
        inside.add(number)
        # "8,300" is two words.
        while number + 1 < len(words) and words[number + 1].end <= end:
            number += 1
            inside.add(number)
        while number + 1 < len(words) and words[number + 1].lower in _SCALES:
            number += 1
            value *= _SCALES[words[number].lower]
            inside.add(number)
        unit, last = _unit_of(text, words, first, number)
        start = words[first].start - (unit in _SIGNS)
        written = text[start : words[last].end + (unit == "%" and last == number)]
        quantities.append(Quantity(value, unit, written))
        number += 1
    return tuple(quantities), inside


def _read_number(text: str, word: Word) -> tuple[float, int] | None:
    """The value of the number that begins with a word, and where it ends."""
    match = _NUMBER.match(text, word.start)
    if match is not None and match.end() >= word.end:
        return float(match.group().replace(",", "")), match.end()
    value = _SMALL.get(word.lower)
    # "one" is an article or a pronoun as often as a number.
    return None if value is None or word.lower == "one" else (value, word.end)


_SIGNS = frozenset("$€£")


def _unit_of(text: str, words: Sequence[Word], first: int, last: int) -> tuple[str, int]:
    """What a number counts, and the number of its last word."""
    sign = text[max(0, words[first].start - 1) : words[first].start]
    if sign and sign in _SIGNS:
        return sign, last
    if text[words[last].end : words[last].end + 1] == "%":
        return "%", last
    for number, word in enumerate(words[last + 1 : last + 1 + _PLACING_WORDS], start=last + 1):
        if word.lower in {"percent", "pct", "percentage"}:
            return "%", number
        if word.lower == "per" or _read_number(text, word) is not None:
            break
        if word.lower.endswith("s") or word.lower in {"people", "men", "women", "children"}:
            return stem_word(word.text), number
    return "", last

"""Transcripts: a name, a colon, and what the one named says."""

import re

from onrecord.attributions.rules.drafts import Draft, Pattern
from onrecord.attributions.words import Unit, Words

_NAME = re.compile(
    r"(?:[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,4}"  # HOLT, MAYOR ANA RUIZ
    r"|Q|A"
    r"|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){0,3})"
    r"(?: \([^()\n]{1,40}\))?"
)


def read_transcript(words: Words, unit: Unit, speakers: frozenset[str]) -> Draft | None:
    """The turn that begins with "RUIZ:" where such turns are common in the text, else None."""
    colon = find_speaker_colon(words, unit)
    if colon is None or colon + 1 >= unit.high:
        return None
    if speaker_name(words, unit.low, colon) not in speakers:
        return None
    if not is_speech(words, colon + 1, unit.high):
        return None
    return Draft(
        Pattern.TRANSCRIPT,
        ":",
        (unit.low, colon),
        ((colon, colon + 1),),
        ((colon + 1, unit.high),),
    )


def find_speaker_colon(words: Words, unit: Unit) -> int | None:
    """The colon after the name with which a paragraph begins."""
    for position in range(unit.low + 1, min(unit.high, unit.low + 10)):
        if words.lower[position] == ":":
            name = words.text[words.starts[unit.low] : words.ends[position - 1]]
            return position if _NAME.fullmatch(name) else None
    return None


def speaker_name(words: Words, low: int, colon: int) -> str:
    """The name before the colon as the text has it."""
    return words.text[words.starts[low] : words.ends[colon - 1]]


def find_speakers(words: Words) -> frozenset[str]:
    """Names that begin a turn: in capitals, or at least two turns in the text.

    "Note:" and "Update:" once in an article make no transcript.
    """
    counts: dict[str, int] = {}
    last = -1
    for unit in words.units:
        if unit.paragraph == last:
            continue
        last = unit.paragraph
        colon = find_speaker_colon(words, unit)
        if colon is not None:
            name = speaker_name(words, unit.low, colon)
            counts[name] = counts.get(name, 0) + 1
    turns = sum(counts.values())
    if turns < 2:
        return frozenset()
    return frozenset(name for name, count in counts.items() if name.isupper() or count >= 2)


def is_speech(words: Words, low: int, high: int) -> bool:
    """Whether a turn holds running words, and not a table's figures."""
    return any(words.is_word(at) and words.surface(at).islower() for at in range(low, high))

"""What a line looks like: prose, a fragment, an item of a list, a clock time."""

import re

SOLID_WORDS = 12
"""Words from which a sentence is prose for certain; headlines that end in "?" are shorter."""

_TERMINAL = re.compile(r"(?:[.!?…。！？]|\.\.\.)[\"'”’»)\]]*(?:\s*\[\d+\])?$")
_CLOSING = frozenset(".!?…。！？\"'”’»)]")
_OPENING = re.compile(r"[:;,—–-][\"'”’]?$")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_ITEM = re.compile(r"(?:[-–—*•▪◦‣·●■►→✓]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
_CLOCK_TIME = re.compile(
    r"(?:[01]?\d|2[0-3])(?:[:.h][0-5]\d(?:\s*[ap]\.?\s*m\.?)?|\s*[ap]\.?\s*m\.?)"
    r"\s*(?:(?:GMT|UTC|BST|[ECMP][SD]?T|C?EST|local time)\.?)?",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"(?<=[.!?\"'”’])\s*(?:\((?:end|ends|more)\)\.?(?:\s*[a-z]{1,3}(?:/[a-z]{1,3}){0,3})?"
    r"|(?-i:[-–—]{1,2}\s?[A-Z]{2,10}|[/(\[][A-Z]{2,10}[/)\]]))$",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"(?:[A-Z][\w.'’-]*\s?){1,4}(?:\([^)]{1,40}\))?:\s+\S|[QA][.:]\s+\S")
_CONTENT_WORD = re.compile(r"[^\W\d_]{5,}")
_OPENERS = frozenset(
    "The This That These Those But And For Not She They His Her Their Its Our You Your Who What "
    "When Where Why How After Before While With From Most More Some Many Last Next New One Two "
    "All Now Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)
_COMMON = frozenset(
    "about after again before their there these those which while would could should being since "
    "under until where other first three years today monday tuesday wednesday thursday friday "
    "saturday sunday people".split()
)
_CAPITALISED = re.compile(r"\b[A-Z][\w-]{2,}")


_WIDE = re.compile("[぀-鿿]")


def count_words(line: str) -> int:
    """Words of letters or digits; a Chinese or Japanese character counts as one word."""
    return len(_WIDE.findall(line)) or len(_WORD.findall(line))


def cut_trailing(line: str, kept: frozenset[str]) -> str:
    """The line without what follows its last letter, digit or `kept` character."""
    end = len(line)
    while end and not (line[end - 1].isalnum() or line[end - 1] in kept):
        end -= 1
    return line[:end]


def ends_sentence(line: str) -> bool:
    """Whether the line ends as sentences do; closing marks and emoji may follow the full stop."""
    return bool(_TERMINAL.search(cut_trailing(line, _CLOSING)[-40:]))


def is_prose(line: str) -> bool:
    """Whether the line reads as running text: a sentence, or long with small words in between."""
    words = count_words(line)
    if ends_sentence(line):
        return words >= 2
    if _OPENING.search(line) and words >= 6:
        return True
    if words >= SOLID_WORDS and ends_sentence(_SIGN_OFF.sub("", line)):
        return True
    return words >= 18 and _share_of_small_words(line) >= 0.45


def is_solid(line: str) -> bool:
    """Whether the line is prose beyond doubt, and no headline, caption or button."""
    return is_prose(line) and count_words(line) >= SOLID_WORDS


def is_item(line: str) -> bool:
    """Whether the line begins with a bullet or a number of a list."""
    return bool(_ITEM.match(line))


def is_clock_time(line: str) -> bool:
    """Whether the line is a time of day alone, as above the entries of a live blog."""
    return bool(_CLOCK_TIME.fullmatch(line))


def is_speech_turn(line: str) -> bool:
    """Whether the line is a turn of a transcript ("CALDER: …"), and no label with its value."""
    return (
        bool(_SPEAKER.match(line))
        and "@" not in line
        and (ends_sentence(line) or count_words(line) >= 8)
    )


def find_names(line: str) -> frozenset[str]:
    """The capitalised words of the line, as a rough sign of what it is about."""
    return frozenset(_CAPITALISED.findall(line)) - _OPENERS


def find_content_words(line: str) -> frozenset[str]:
    """The words of five letters and more, in lower case."""
    return frozenset(_CONTENT_WORD.findall(line.lower())) - _COMMON


def _share_of_small_words(line: str) -> float:
    words = line.split()
    return sum(word[:1].islower() for word in words) / len(words)

"""Words that tell of another occasion than the one that a text is at."""

import re

_ANOTHER = re.compile(
    r"\b(?:previously|earlier|in the past|has (?:long|often|repeatedly|also|said|called|"
    r"previously|been)|have (?:long|often|"
    r"repeatedly|said)|had (?:said|told|previously|earlier|\w+ly|\w+ed)\b|last (?:week|month|"
    r"year|night)|later|"
    r"in (?:19|20)\d\d|"
    r"[’']s (?:long |often |also )?said|(?:at|back) the time\b|back then|"
    r"another|separate|once|repeatedly|often|afterwards?|subsequently|when (?:he|she|they) first|"
    r"in (?:January|February|March|April|June|July|August|September|October|November|"
    r"December))\b", re.IGNORECASE,
)  # fmt: skip
_BY_THE_WAY = re.compile(r"\b(?:later|recent(?:ly)?|afterwards?|subsequently)\b", re.IGNORECASE)
# In a cue alone: "has reiterated", "have repeatedly urged".
_PERFECT = re.compile(
    r"^(?:has|have|had) (?:\w+ly |since |also |often |\w+ times )*(?!told\b|been\b)"
    r"(?:\w+(?:ed|aid|ade)|had)\b"
)
_OTHER_DAY = re.compile(
    rf"{_ANOTHER.pattern}|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:has|have|asked)\b",
    re.IGNORECASE,
)


def names_another(words: str) -> bool:
    """Whether words say that something was said on another occasion: "has previously said"."""
    return _ANOTHER.search(words) is not None


def is_by_the_way(words: str) -> bool:
    """Whether an occasion is none that a story is taken from: "recently called in to"."""
    return _BY_THE_WAY.search(words) is not None


def names_other_day(words: str) -> bool:
    """Whether words name another occasion, or a day at all: "said on Monday"."""
    return _OTHER_DAY.search(words) is not None


def is_perfect(cue: str) -> bool:
    """Whether a cue says that something was said at some time or other: "has reiterated"."""
    return _PERFECT.search(cue) is not None

"""Whether a name means the page's own newsroom."""

import re

_ALIASES = {
    "huffpost": "huffington post", "ap": "associated press", "afp": "agence france-presse",
    "nyt": "new york times", "wsj": "wall street journal", "breitbart news": "breitbart",
}  # fmt: skip
_OWN = re.compile(
    r"(?:this|our) (?:newspaper|paper|magazine|reporter|site|website|newsroom)|us|me",
    re.IGNORECASE,
)
ADDED = frozenset(
    {"online", "news", "network", "digital", "international", "live", "media", "newspaper", "group"}
)
"""Words that a newsroom's name can have behind what it is called for short."""
FEWEST_LETTERS = 4
"""Letters of a part of a name that can stand for all of it."""


def is_own_newsroom(name: str, publisher: str) -> bool:
    """Whether a name, full or short, is that of the page's publisher."""
    if is_of_page(name):
        return True
    key = normalise_newsroom(name)
    return bool(publisher) and _is_same(key, normalise_newsroom(publisher))


def is_of_page(name: str) -> bool:
    """Whether it names whatever newsroom the page itself is of: "this newspaper", "us"."""
    return _OWN.fullmatch(name) is not None


def normalise_newsroom(name: str) -> str:
    """The name of a newsroom in one form: small letters, no article, its short forms in full."""
    key = (
        re.sub(r"\s+", " ", name.lower())
        .strip()
        .removeprefix("the ")
        .removesuffix("’s")
        .removesuffix("'s")
    )
    first, _, rest = key.partition(" ")
    if rest and first in _ALIASES and key not in _ALIASES:
        return f"{_ALIASES[first]} {rest}"  # "HuffPost Live"
    return _ALIASES.get(key, key)


def _is_same(key: str, own: str) -> bool:
    if key == own:
        return True
    # "the Post" in The Brenn Post, "Brenn Post" of The Brenn Post Online.
    return len(key) >= FEWEST_LETTERS and (
        own.endswith(" " + key)
        or key.startswith(own + " ")
        # "New York" is not The New York Times.
        or (own.startswith(key + " ") and own.removeprefix(key + " ") in ADDED)
    )

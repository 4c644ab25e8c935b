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
_FEWEST = 4


def is_own_newsroom(name: str, publisher: str) -> bool:
    """Whether a name, full or short, is that of the page's publisher."""
    if _OWN.fullmatch(name):
        return True
    key = _normalise(name)
    return bool(publisher) and _is_same(key, _normalise(publisher))


def _normalise(name: str) -> str:
    key = (
        re.sub(r"\s+", " ", name.lower())
        .strip()
        .removeprefix("the ")
        .removesuffix("’s")
        .removesuffix("'s")
    )
    return _ALIASES.get(key, key)


def _is_same(key: str, own: str) -> bool:
    if key == own:
        return True
    # "the Post" in The Brenn Post, "Brenn Post" of The Brenn Post Online.
    return len(key) >= _FEWEST and (
        own.endswith(" " + key) or key.startswith(own + " ") or own.startswith(key + " ")
    )

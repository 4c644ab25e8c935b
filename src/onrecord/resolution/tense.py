"""Whether a date looks back or ahead, by the verbs before it (or after, where it opens)."""

import re

_REACH = 110
_AFTER = 60
_WORD = re.compile(r"[A-Za-z]+(?:[’'][A-Za-z]+)?")
_STOP = re.compile(r"[.!?;:]['\"”’)]*\s|\n|[“”]|``|''")

_AHEAD = frozenset(
    """will would shall 'll won't expected scheduled due set slated plans plan planning planned
    going expects expect hopes hope aims intends intend payable effective expire expires
    upcoming deadline tentatively likely begins starts takes coming next should must require
    requires redeem redeemable mature maturing matures goes pending""".split()
)
_BACK = frozenset(
    """said told was were had did has have been went made took came gave got saw met began won lost
    held left became found brought sent spoke wrote ran fell rose grew led kept knew thought hit
    shot put cut read drew sought paid stood built bought sold spent died since ago rejected sank
    drove flew struck stepped swept claimed after where when following""".split()
)
_NO_PAST = frozenset("need speed indeed red hundred bed proceed exceed unneeded".split())
_WEAK = frozenset("likely next should must coming".split())
_SOON_AS = re.compile(r"\bas (?:soon|early|late) as (?:on )?$")
_IS_TO = re.compile(r"\b(?:is|are) (?:also |now )?to [a-z]+(?: \w+){0,4} (?:on |by )?$")


def looks_ahead(text: str, start: int, end: int) -> bool | None:
    """Whether the date at `text[start:end]` is one that was to come when the text was written.

    None where the words do not tell. Looks at most at 110 characters before and 60 after it, and
    never past its sentence.
    """
    lead = text[max(0, start - _REACH) : start]
    if _SOON_AS.search(lead) or _IS_TO.search(lead):
        return True
    before = _find_marker(_words_before(text, start))
    return _find_marker(_words_after(text, end)) if before is None else before


def _words_before(text: str, start: int) -> list[str]:
    """The words before in their order, nearest last, of the same sentence."""
    low = max(0, start - _REACH)
    for stop in _STOP.finditer(text, low, start):
        low = stop.end()
    return [word.lower().replace("’", "'") for word in _WORD.findall(text, low, start)]


def _words_after(text: str, end: int) -> list[str]:
    stop = _STOP.search(text, end, end + _AFTER)
    words = _WORD.findall(text, end, stop.start() if stop else end + _AFTER)
    return [word.lower().replace("’", "'") for word in reversed(words)]


def _find_marker(words: list[str]) -> bool | None:
    """What the last of the words that tells a tense tells; None where none does."""
    for number in range(len(words) - 1, -1, -1):
        word = words[number]
        earlier = words[max(0, number - 3) : number]
        if word in _WEAK and number < len(words) - 4:
            continue
        if word in _AHEAD or word.endswith("'ll"):
            if {"was", "were", "had"} & set(earlier[-2:]):
                return None
            return True
        if word in _BACK or (len(word) > 4 and word.endswith("ed") and word not in _NO_PAST):
            if "be" in earlier or {"will", "would"} & set(earlier):
                return not {"could", "might", "may"} & set(earlier)
            if "to" in earlier[-1:] or {"been", "have"} & {word}:
                continue
            return False
        if word in {"are", "is"} and number + 1 < len(words) and words[number + 1].endswith("ing"):
            return True
    return None

"""Which line of a page is its headline, and what in it is only the name of the site."""

import re
from collections.abc import Sequence

from onrecord.articles.bylines import is_person_name
from onrecord.articles.lineshapes import count_words, ends_sentence, is_item
from onrecord.articles.pagelines import LineKind, PageLine

LONGEST_HEADLINE = 40
"""Words; longer lines are text."""

FARTHEST = 80
"""Lines above the body in which the headline is looked for."""

DECK_SHARE = 0.6
"""Share of the best score from which the line above is the headline, and the best one its deck."""

LONGEST_MASTHEAD = 4
"""Words; a longer line that begins with the publisher's name can be a headline about it."""

LONGEST_SITE_NAME = 6
"""Words; a longer part after a separator belongs to the headline."""

_SEPARATOR = re.compile(r"\s+(?:[|·•»«]|::|[–—]|--?)\s+|\s*\|\s*")
_CONTENT_WORD = re.compile(r"[^\W\d_]{4,}")
_NO_ALNUM = re.compile(r"[\W_]+")


def fold_name(name: str) -> str:
    """An outlet's name as compared: "The Harbour Post" and "harbourpost" are one."""
    return _NO_ALNUM.sub("", re.sub(r"^the\s+", "", name.casefold().strip()))


def cut_site_name(title: str, names: Sequence[str]) -> tuple[str, str]:
    """The title without the site's name at its end (or front), and that name, or "".

    A part after a separator is the site's name when it is one of `names`. After "|" it is so in any
    case, if it is short: headlines use dashes, but not bars.
    """
    known = {fold_name(name) for name in names if name}
    separators = list(_SEPARATOR.finditer(title))
    if not separators:
        return title, ""
    last, first = separators[-1], separators[0]
    tail, front = title[last.end() :].strip(), title[: first.start()].strip()
    if _is_site(tail, known, "|" in last.group()):
        rest, _ = cut_site_name(title[: last.start()].strip(), [*names, tail])
        return rest, tail
    if front and fold_name(front) in known and title[first.end() :].strip():
        return title[first.end() :].strip(), front
    return title, ""


def _is_site(part: str, known: set[str], after_bar: bool) -> bool:
    if not part or len(part.split()) > LONGEST_SITE_NAME:
        return False
    return fold_name(part) in known or (after_bar and not ends_sentence(part))


def could_be_headline(line: PageLine) -> bool:
    """Whether the line has the shape of a headline.

    A line that ends in a full stop is one only if it Capitalises Most Of Its Words.
    """
    text = line.text
    if line.kind not in (LineKind.FRAGMENT, LineKind.PROSE) or is_item(text):
        return False
    if not 2 <= count_words(text) <= LONGEST_HEADLINE or text.endswith((":", ",", ";")):
        return False
    if ends_sentence(text) and not text.rstrip("\"'”’").endswith(("?", "!", "...", "…")):
        words = re.findall(r"[^\W\d_]{4,}", text)
        capitals = sum(word[0].isupper() for word in words)
        return len(words) >= 2 and capitals >= 0.75 * len(words) and count_words(text) > 3
    return True


def choose_headline(lines: Sequence[PageLine], start: int, body: str, publisher: str) -> int | None:
    """The index of the headline among the lines before `start`, or None.

    The name of the `publisher` or of a person alone is no headline.

    A headline speaks of what the body speaks of, stands near it, is longer than a menu's labels,
    comes before the byline, and often stands twice (as the page's title and above the text).
    """
    words = {word.casefold() for word in _CONTENT_WORD.findall(body)}
    facts = [
        index for index in range(start) if lines[index].kind in (LineKind.BYLINE, LineKind.DATE)
    ]
    scores: dict[int, float] = {}
    for index in range(max(0, start - FARTHEST), start):
        text = lines[index].text
        if fold_name(text) == fold_name(publisher) or is_person_name(text):
            continue
        if could_be_headline(lines[index]):
            score = _score(lines, index, start, words)
            score += 0.8 if any(index < fact <= index + 5 for fact in facts) else 0.0
            score -= 0.5 if facts and index > facts[-1] else 0.0
            score -= 1.5 if _is_name_of(publisher, text) else 0.0
            scores[index] = score
    best = max(scores, key=lambda index: scores[index], default=None)
    if best is None or scores[best] <= 0:
        return None
    # Of two such lines in a row the second is the deck, which often repeats more of the body.
    above = scores.get(best - 1, 0.0)
    return best - 1 if above >= DECK_SHARE * scores[best] else best


def _is_name_of(publisher: str, text: str) -> bool:
    """Whether a short line begins with the publisher's name: "Meridian News Agency"."""
    key = fold_name(publisher)
    return bool(key) and count_words(text) <= LONGEST_MASTHEAD and fold_name(text).startswith(key)


def _score(lines: Sequence[PageLine], index: int, start: int, words: set[str]) -> float:
    text = lines[index].text
    own = [word.casefold() for word in _CONTENT_WORD.findall(cut_site_name(text, ())[0])]
    overlap = sum(word in words for word in own) / max(3, len(own))
    length = count_words(text)
    repeats = sum(
        other.text.startswith(text) or text.startswith(other.text)
        for position, other in enumerate(lines)
        if position != index and count_words(other.text) >= 3
    )
    score = 3 * overlap + min(length, 8) / 8 + 0.9 * min(1, repeats) - 0.05 * min(20, start - index)
    follows_menu = index + 1 < len(lines) and lines[index + 1].kind.is_certain_furniture
    if index == 0 or (index == 1 and lines[0].kind.is_certain_furniture):
        # The page's own title, unless its menu follows: then it is the masthead.
        score += -0.8 if follows_menu and "|" in text else 0.4 * (index == 0)
    score -= 0.1 * max(0, length - 14)
    if length < 3:
        score -= 1
    if ends_sentence(text) and not text.endswith(("?", "!")):
        score -= 1
    return score

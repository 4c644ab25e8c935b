"""What stands above a headline: an outlet's masthead, an office's letterhead, a release's labels.

In capitals they look like headlines. What tells them apart: the same words come back below as a
name, they name an office, or they are what releases say of themselves ("For immediate release").
"""

import re
from collections.abc import Sequence

from onrecord.articles.lineshapes import count_words, ends_sentence

LONGEST_NAME = 8
"""Words in the longest name of an outlet or an office."""

_LABEL = re.compile(
    r"(?:for (?:immediate|general) (?:release|publication)"
    r"|not for (?:release|publication) before .*|(?:strictly )?(?:under )?embargo(?:ed)?\b.*"
    r"|(?:no|nr)\.?\s*\d[\d/.-]*|check against delivery|unofficial translation"
    r"|(?:joint |official )?(?:press|media|news|public) (?:release|statement|notice|advisory|note)"
    r"|(?:joint |official |press |media |news |public )?"
    r"(?:statement|communiqu[eé]|release|notice|advisory|bulletin|circular|note verbale)"
    r"\s*(?:no|nr|number|#)?[.:]?\s*\d[\d/.-]*"
    r"|(?:statement|communiqu[eé]|(?:our )?ref(?:erence)?\.?\s*(?:no)?[.:]\s*\S+))[.:]?",
    re.IGNORECASE,
)
_ISSUER = re.compile(
    r"\b(?:office|ministry|department|directorate|government|presidency|chancellery|embassy|"
    r"consulate|commission|council|agency|authority|secretariat|committee|bureau|parliament|"
    r"congress|senate|municipality|prefecture|police|federation|association|foundation|institute)\b",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset("of the for and on to in at de du des la le".split())


def is_release_label(text: str) -> bool:
    """Whether the line is what a release says of itself: "Press release", "STATEMENT No. 31"."""
    return bool(_LABEL.fullmatch(text.strip(" -–—*|")))


def is_issuer(text: str) -> bool:
    """Whether the line is the name of an office or a body that issues releases."""
    words = re.findall(r"[^\W\d_][\w'’-]*", text)
    return (
        2 <= len(words) <= LONGEST_NAME
        and bool(_ISSUER.search(text))
        and not ends_sentence(text)
        and not re.search(r"[\d:;,?!]", text)
        and all(word[0].isupper() or word in _SMALL_WORDS for word in words)
    )


def is_masthead(text: str, below: Sequence[str]) -> bool:
    """Whether a line in capitals is the name of an outlet or office, by what stands `below` it.

    The name, or its part before a comma ("HARBOUR HOUSE, QUAYTON"), must come back in the spelling
    of names: a headline in capitals does not.
    """
    name = text.split(",")[0].strip()
    if not text.isupper() or count_words(text) > LONGEST_NAME or len(name) < 4:
        return False
    return any(find_spelling(name, line) for line in below)


def find_spelling(name: str, line: str) -> str:
    """The name of several words as the line has it in capitals and small letters, or ""."""
    words = name.split()
    if len(words) < 2:
        return ""
    pattern = r"\s+".join(re.escape(word).replace("'", "['’]") for word in words)
    for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", line, re.IGNORECASE):
        found = match.group().split()
        capitalised = all(
            word[0].isupper() or not word[0].isalpha() or word in _SMALL_WORDS for word in found
        )
        if capitalised and not match.group().isupper():
            return match.group()
    return ""


def count_letterhead(head: Sequence[str], below: Sequence[str]) -> int:
    """How many of the lines in the `head`, from the top, stand above the headline.

    Where nothing would be left for a headline, a release's label is the best there is, else the
    first line.
    """
    labelled = _count_labelled(head)
    if 0 < labelled < len(head):
        return labelled
    for position, text in enumerate(head):
        is_above = (
            is_release_label(text)
            or is_masthead(text, below)
            or (is_issuer(text) and _names_issuer_only(head[position + 1 :]))
        )
        if not is_above:
            return position
    return next((i for i, text in enumerate(head) if is_release_label(text)), 0)


def _count_labelled(head: Sequence[str]) -> int:
    """How many lines an office in capitals and the labels under it take: "MINISTRY OF WORKS …"."""
    label = next((i for i, text in enumerate(head[:6]) if is_release_label(text)), 0)
    names = head[:label]
    if not any(map(is_issuer, names)):
        return 0
    if not all(text.isupper() or is_issuer(text) for text in names):
        return 0
    while label < len(head) and is_release_label(head[label]):
        label += 1
    return label


def _names_issuer_only(following: Sequence[str]) -> bool:
    """Whether a release's label comes before any headline: "Ministry of Works / Press release"."""
    return any(is_release_label(text) for text in following[:2])

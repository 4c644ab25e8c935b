"""Which lines are a page's furniture: menus, share buttons, notices, comment forms, footers.

The vocabulary is data (`data/furniture.json`), compared with whole lines, so that a sentence which
merely uses one of its words is never taken for furniture. By its strength:

- `plain`: certain wherever they stand ("Leave a Reply", "Advertisement").
- `weak`: furniture only among other furniture ("Home", "Video", a line of digits).
- `links`: headings which announce links to other stories ("Related articles", "Most read").
- `comments`: headings which announce what readers wrote ("12 Comments").
- `captions`: patterns for the credits at the end of a picture's caption.
- `sentences`: patterns for the sentences that sites address to readers ("We use cookies to …").
"""

import functools
import json
import re
from dataclasses import dataclass
from enum import Enum, auto
from importlib import resources

from onrecord.articles.lineshapes import cut_trailing

LONGEST_LABEL = 14
"""Words in the longest line that can be a button or a heading of furniture."""

LONGEST_NOTICE = 400
"""Characters in the longest notice to readers or caption; a longer line is never furniture."""

LONG_MENU = 5
"""Capitalised labels in a row from which a line is a menu, whatever they say."""

_MENU_LABEL = re.compile(r"\s*[^\W\d_a-z][^\d.,;:?!\"“”]*")
_LEADING = re.compile(r"^[^\w©(@$#\"'“‘&]+|^\((?=[^)]*$)")
_CLOSING = frozenset(")\"'”’!?%")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*[km]?\b")
_MENU_SEPARATOR = re.compile(r"\s*[|•·»›/▪]\s*|\s{2,}|\t")
_LANGUAGES = re.compile(r"[A-Z]{2}(?:[\s|/·]+[A-Z]{2}){2,}")
_CRUMB_SEPARATOR = re.compile(r"\s*[»›>→]\s*|\s+/\s+")
_CRUMB_START = re.compile(
    r"(?P<label>(?:you are here|you're here)\s*:?\s*)"
    r"|(?:home(?:page)?|front page|start)\s*[»›>→/]\s*(?=\S)",
    re.IGNORECASE,
)
# "(c)" is an item of a list, too: as a copyright sign it has a year, or a name and a year.
_LETTERED_COPYRIGHT = re.compile(
    r".{0,80}\((?i:c)\)\s*(?:(?i:copyright)\b|(?:19|20)\d\d\b|(?:[A-Z][\w'’&.-]*\s+){1,6}(?:19|20)\d\d\b).{0,100}"
)
_PHOTOGRAPHER = re.compile(  # "(Ines Calder/Quay Street Journal)" at the end of a caption
    r"\((?:[A-Z][\w.'’-]*\s){1,3}[A-Z][\w.'’-]*\s?/\s?[A-Z][^()/\d]{1,40}\)$"
)
_REPORTS = re.compile(r"\"|\b(?:said|says|told|added|according to)\b")
_WEAK_SHAPE = re.compile(
    # a calendar, its numbers, a social handle
    r"(?:[smtwf]\s){6}[smtwf]"
    r"|(?:(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*\b\s*){5,7}"
    r"|(?:[\d\s]|« \w{3}|\w{3} »){1,40}|@\w+"
)


class Furniture(Enum):
    """How a line is furniture, or that it is none."""

    NONE = auto()
    WEAK = auto()
    PLAIN = auto()
    LINKS = auto()
    COMMENTS = auto()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The furniture vocabulary, ready for comparison."""

    plain: frozenset[str]
    weak: frozenset[str]
    links: re.Pattern[str]
    comments: re.Pattern[str]
    patterns: re.Pattern[str]
    sentences: re.Pattern[str]
    captions: re.Pattern[str]
    not_found: re.Pattern[str]
    listings: re.Pattern[str]


@functools.cache
def load_lexicon() -> Lexicon:
    """The lexicon that ships with the package; read once."""
    path = resources.files("onrecord") / "data" / "furniture.json"
    entries: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    return Lexicon(
        plain=frozenset(entries["plain"]),
        weak=frozenset(entries["weak"]),
        **{
            name: re.compile("|".join(f"(?:{entry})" for entry in entries[name]))
            for name in (
                "links",
                "comments",
                "patterns",
                "sentences",
                "captions",
                "not_found",
                "listings",
            )
        },
    )


def recognise_furniture(line: str) -> Furniture:
    """What kind of furniture the line is by its wording alone."""
    lexicon = load_lexicon()
    if len(line) > LONGEST_NOTICE:
        return Furniture.NONE
    label = simplify(line)
    if not label:  # a rule or an icon: it stands in articles, too
        return Furniture.NONE
    if len(label.split()) <= LONGEST_LABEL:
        if lexicon.comments.fullmatch(label):
            return Furniture.COMMENTS
        if lexicon.links.fullmatch(label):
            return Furniture.LINKS
        if label in lexicon.plain or lexicon.patterns.fullmatch(label):
            return Furniture.PLAIN
    if _PHOTOGRAPHER.search(line):
        return Furniture.PLAIN
    if _LETTERED_COPYRIGHT.fullmatch(line) or is_breadcrumb(line):
        return Furniture.PLAIN
    if _addresses_reader(label) or _is_caption(label) or _is_menu(line):
        return Furniture.PLAIN
    if _LANGUAGES.fullmatch(line.strip()):
        return Furniture.PLAIN
    if label in lexicon.weak or _WEAK_SHAPE.fullmatch(line.strip().lower()):
        return Furniture.WEAK
    return Furniture.NONE


def says_not_found(line: str) -> bool:
    """Whether a title or first line says that the page has no article: 404, a wall."""
    return bool(load_lexicon().not_found.search(simplify(line)))


def is_listing(line: str) -> bool:
    """Whether a title or first line heads a list of articles: search results, a tag, an archive."""
    return bool(load_lexicon().listings.search(simplify(line)))


def is_breadcrumb(line: str) -> bool:
    """Whether the line is the path to this page: "Home » The Harbour » Last ferry sails"."""
    return bool(split_breadcrumb(line))


def split_breadcrumb(line: str) -> tuple[str, ...]:
    """The steps of the path to this page; empty where the line is none.

    A path begins at the home page or says what it is ("You are here"), or it has three steps and
    more, all capitalised, short up to the last.
    """
    start = _CRUMB_START.match(line.strip())
    rest = line.strip()[start.end() :] if start and start["label"] else line.strip()
    crumbs = tuple(filter(None, _CRUMB_SEPARATOR.split(rest)))
    if start and "/" in start.group():
        crumbs = tuple(filter(None, re.split(r"\s*/\s*", rest)))
    if start:
        return crumbs if len(crumbs) > 1 else ()
    is_path = (
        len(crumbs) >= 3
        and all(crumb.lstrip("\"'“‘")[:1].isupper() for crumb in crumbs)
        and all(len(crumb.split()) <= 4 for crumb in crumbs[:-1])
    )
    return crumbs if is_path else ()


def simplify(line: str) -> str:
    """The line as the lexicon spells it: lower case, straight quotes, numbers as #, no bullets."""
    text = line.casefold().replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    text = cut_trailing(_LEADING.sub("", text.strip()), _CLOSING)
    return " ".join(_NUMBER.sub("#", text).split())


def _addresses_reader(label: str) -> bool:
    """A sentence of the site to its readers; one that quotes or reports somebody is none."""
    return not _REPORTS.search(label) and bool(load_lexicon().sentences.search(label))


def _is_caption(label: str) -> bool:
    return bool(load_lexicon().captions.search(label))


def _is_menu(line: str) -> bool:
    """Several short labels between separators: "Home | News | Sport", all or most of them known."""
    segments = [segment for segment in _MENU_SEPARATOR.split(line.strip()) if segment.strip()]
    if len(segments) < 2 or any(len(segment.split()) > 3 for segment in segments):
        return False
    if len(segments) >= LONG_MENU and all(_MENU_LABEL.fullmatch(part) for part in segments):
        return True
    lexicon = load_lexicon()
    labels = [simplify(segment) for segment in segments]
    known = sum(
        label in lexicon.weak or label in lexicon.plain or bool(lexicon.patterns.fullmatch(label))
        for label in labels
    )
    return known >= max(2, len(labels) / 3)

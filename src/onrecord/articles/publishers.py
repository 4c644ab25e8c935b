"""Which outlet published a page, by the places where pages name themselves."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from onrecord.articles.bylines import is_person_name, is_role
from onrecord.articles.headlines import fold_name
from onrecord.articles.lineshapes import count_words
from onrecord.articles.mastheads import find_spelling
from onrecord.articles.pagelines import LineKind, PageLine

HEADER = 40
"""Lines from the top among which a page's own name stands."""

_YEARS = r"(?:(?:19|20)\d\d(?:\s*[-–—/]\s*(?:(?:19|20)\d\d|present))?)"
_RIGHTS = re.compile(
    r"\b(?:all )?rights reserved\b\.?|\bcopyright\b|©|"
    r"\(c\)(?=\s*(?:copyright|(?:19|20)\d\d|(?-i:(?:[A-Z][\w'’&.-]*\s+){1,6})(?:19|20)\d\d))",
    re.IGNORECASE,
)
_LEGAL_FORM = re.compile(
    r",?\s+(?:ltd|limited|inc|llc|plc|gmbh|corp|corporation|co|pty|s\.?a|pvt)\b\.?.*$",
    re.IGNORECASE,
)
_NAME = r"(?P<name>(?:The\s)?[A-Z][\w'’&.-]*(?:\s[A-Z&][\w'’&.-]*){0,4})"
_NETWORK = (
    r"(?i:google|facebook|twitter|x\b|instagram|whatsapp|youtube|telegram|linkedin|tiktok|bluesky|"
    r"threads|flipboard|apple)"
)
_NAMED = (
    (2.0, rf"(?i:please )?(?i:follow|like|find|watch|join)\s{_NAME}\s(?i:on|via)\s{_NETWORK}"),
    (
        2.0,
        r"(?i:subscribe to|welcome to|sign up (?:for|to)|download|get|support|about|advertise with|"
        rf"contact|join|why trust|a message from|source|from:?)\s(?:(?i:the)\s)?{_NAME}\b(?:['’]s)?"
        r"(?:,?\s(?:plc|inc|ltd|llc|gmbh)\.?)?"
        r"(?:\s(?i:newsletters?|app|briefing|today|for|from).*)?$",
    ),
    (1.5, r"(?i:more (?:from|by|on)|read more (?:from|on)|next on)\s(?P<name>The\s[A-Z].{1,40})$"),
)
_COMPANY = re.compile(
    r"\b(?:limited|ltd|inc|llc|plc|corp|group|media|holdings|broadcasting|newspapers|publishing|"
    r"communications|company|trust|partners)\b",
    re.IGNORECASE,
)
_DOMAIN = re.compile(
    r"(?<![\w@])(?:https?://)?(?:www\.)?(?P<host>[a-z0-9-]{3,40})\.(?:com|org|net|news|info|co\.\w\w|"
    r"com\.\w\w|gov(?:\.\w\w)?|press|tv|media|[a-z]{2})\b|@(?P<mail>[a-z0-9-]{3,40})\.[a-z.]{2,8}\b",
    re.IGNORECASE,
)
_ELSEWHERE = frozenset(
    "facebook twitter instagram youtube google whatsapp telegram linkedin tiktok gmail yahoo "
    "hotmail outlook wordpress apple bit pic youtu reddit pinterest example proton".split()
)
_NO_NAME = frozenset(
    "our your the us me we this newsletter newsletters more all author here page site web "
    "started help involved tickets unlimited access".split()
)


def choose_publisher(
    lines: Sequence[PageLine], stated: Iterable[tuple[float, str]], *, top: int = 0
) -> str:
    """The outlet's name, or "".

    Votes come from the first `top` lines where a menu follows or the name comes back, from
    copyright lines, "Follow X on …", "Subscribe to X", the domain in addresses, and from what the
    caller saw `stated` (by title suffixes, bylines and biographies, with weights). A line that
    spells out the domain counts as the name. The most frequent spelling wins.
    """
    votes: dict[str, float] = defaultdict(float)
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    claims = [(weight, _clean(name)) for weight, name in [*stated, *_find_claims(lines)]]
    hosts = _find_hosts(lines)
    known = hosts | {fold_name(name) for _, name in claims}
    for line in lines:
        key = fold_name(line.text)
        if len(key) >= 3 and key in known and len(line.text) <= 50:
            claims.append((1.5 + (key in hosts), _clean(line.text)))
    for weight, name in [*claims, *_find_header(lines, top)]:
        if name:
            votes[fold_name(name)] += weight
            spellings[fold_name(name)][name] += 1
    if not any(vote > 0 for vote in votes.values()):
        return ""
    best = max(votes, key=lambda key: votes[key])
    # Mastheads and social names leave the article out: "The Harbour Post" is the full name.
    full = [name for name in spellings[best] if name.startswith("The ")] or spellings[best]
    name = max(full, key=lambda name: (spellings[best][name], *_plainness(name)))
    return _leave_capitals(name, lines)


def _leave_capitals(name: str, lines: Sequence[PageLine]) -> str:
    """A masthead in capitals as the page spells the name elsewhere, if it does."""
    if not name.isupper():
        return name
    spelled = Counter(filter(None, (find_spelling(name, line.text) for line in lines)))
    return spelled.most_common(1)[0][0] if spelled else name


def _plainness(name: str) -> tuple[int, int, str]:
    """Of equally frequent spellings the plainest: "Lantern", not "LaNTERN"."""
    return -len(re.findall(r"(?<=\w)[A-Z]", name)), len(name), name


def _find_header(lines: Sequence[PageLine], top: int) -> list[tuple[float, str]]:
    """Names above the headline: of a site whose menu follows, or which is named again below."""
    claims = []
    for index, line in enumerate(lines[: min(top, HEADER)]):
        name = line.text
        if line.kind is not LineKind.FRAGMENT or not name[:1].isupper() or count_words(name) > 5:
            continue
        key = fold_name(name)
        elsewhere = [other for i, other in enumerate(lines) if i != index]
        again = any(
            key in fold_name(other.text)
            for other in elsewhere
            if other.kind is not LineKind.PROSE and len(other.text) < 200
        )
        company = any(
            set(name.lower().split())
            & set(_read_copyright(other.text).lower().split())
            - {"the", "news", "media", "group", "of", "and"}
            for other in elsewhere
            if _RIGHTS.search(other.text) and len(other.text) < 250
        )
        menu = sum(
            other.kind in (LineKind.WEAK, LineKind.FURNITURE)
            for other in lines[index + 1 : index + 4]
        )
        if again or company or (index < 3 and menu >= 2):
            claims.append((1.0 + 1.0 * company + 0.5 * again, name))
    return claims


def _find_claims(lines: Sequence[PageLine]) -> list[tuple[float, str]]:
    claims = []
    for line in lines:
        if line.kind is LineKind.PROSE or len(line.text) > 250:
            continue
        if _RIGHTS.search(line.text):
            name = _read_copyright(line.text)
            claims.append((1.0 if _COMPANY.search(name) else 3.0, name))
        for weight, pattern in _NAMED:
            match = re.match(pattern, line.text)
            if match is None or is_role(match["name"]):
                continue
            if not is_person_name(match["name"]) or _LEGAL_FORM.search(line.text):
                claims.append((weight, match["name"]))
    return claims


def _read_copyright(line: str) -> str:
    """The name in "Copyright © 2005-2024 Harbour Post. All rights reserved."""
    rest = _RIGHTS.sub(" | ", re.sub(r"\s(?:or its|and its|unless)\s.*", "", line))
    rest = re.sub(rf"{_YEARS}|\bby\b", " | ", rest)
    parts = [part.strip(" .,;:-–—|()") for part in re.split(r"[|•·]|\.\s|(?<=\w)\.$", rest)]
    names = [part for part in parts if part and not part.islower() and len(part.split()) <= 6]
    # "© Meridian/Olive Tarn" stands under a picture: that is who took it.
    if not names or "/" in names[0]:
        return ""
    # "Office of the Harbour Master, Quayton": the place is no part of the name.
    name, comma, place = names[0].partition(", ")
    return name if comma and len(name.split()) > 1 and len(place.split()) <= 2 else names[0]


def _find_hosts(lines: Sequence[PageLine]) -> set[str]:
    hosts = set()
    for line in lines:
        for match in _DOMAIN.finditer(line.text):
            host = (match["host"] or match["mail"]).lower()
            if host not in _ELSEWHERE:
                hosts.add(host.replace("-", ""))
    return hosts


def _clean(name: str) -> str:
    name = _LEGAL_FORM.sub("", name.strip(" .,;:-–—|()'\"")).strip(" ,")
    words = name.split()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    if not words or len(words) > 6 or words[0].lower() in _NO_NAME or not words[0][0].isalnum():
        return ""
    return name

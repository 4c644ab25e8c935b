"""Who wrote the article, from the line that says so."""

import re
from dataclasses import dataclass

from onrecord.articles.pagedates import strip_dates

_BY = re.compile(
    r"^(?:(?:written|posted|published|reported|report|reporting|story|words|text|opinion|analysis|"
    r"commentary|column|interview|review|exclusive|created|submitted|article|"
    r"compiled)\s*(?:and \w+ )?)?"
    r"by\s*:?\s+(?P<names>.+)$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:(?:authors?|writers?|words|text|reporters?)\s*:|(?-i:Words|WORDS|Text|TEXT)(?=\s))"
    r"\s*(?P<names>.+)$",
    re.IGNORECASE,
)
_AVATAR = re.compile(
    r"^(?:avatar|(?:author|profile|avatar|contributor|writer)(?:'s)? "
    r"(?:photo|image|picture|pic|avatar))(?: photo| image| picture)?(?: of)?\b:?\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_ROLE = (
    r"(?:reporter|correspondent|editor|writer|columnist|journalist|staff|producer|contributor|"
    r"analyst|bureau chief|critic|presenter|fellow|lecturer|professor|commentator|photographer|"
    r"newsroom|author|blogger|freelancer|researcher|anchor|chief|team|desk)s?"
)
_ROLE_LINE = re.compile(
    rf"^(?:[\w,&'’/-]+\s+){{0,5}}{_ROLE}(?:(?:,| of| for| at| in| on| and| &| -)\s.{{1,60}})?$",
    re.IGNORECASE,
)
_INVITATION = re.compile(r"\s+(?:leave a (?:comment|reply)|\d+ comments?)$", re.IGNORECASE)
_FROM_DESK = re.compile(
    rf"^from (?:our|a|the)\s(?:[\w-]+\s){{0,3}}?{_ROLE}(?:,?\s(?:in\s)?[A-Z][\w-]+){{0,3}}[.,]?$",
    re.IGNORECASE,
)
_BIO = re.compile(
    r"^(?:.{0,24}(?:photo|image|picture)\s+)?(?P<name>[^,]{3,60}?)"
    r"(?:,? who .{1,80},)? (?:is|was|has been|works|covers|writes|reports|joined|served)\b",
    re.IGNORECASE,
)
_BIO_ROLE = re.compile(
    rf"\bis (?:an?|the|our)\b[^.]{{0,80}}?\b{_ROLE}\b(?P<rest>[^.]*)", re.IGNORECASE
)
_PLACE = re.compile(r"\b(?:of|for|at|with|from)\s+(?:the )?(?P<outlet>(?:The )?[A-Z][^,.;]{1,50})")
_EMPLOYER = re.compile(
    r"^[^.]{0,120}\b(?:covers|writes|reports|works)\b[^.]{0,80}?\b(?:for|at)\s+(?:the )?"
    r"(?P<outlet>(?:The )?[A-Z][\w'’&-]*(?: [A-Z][\w'’&-]*){0,4})"
)
_PARTICLES = frozenset(
    "de del della di da dos du la le van von der den ten ter bin bint ibn al el y".split()
)
_NAME_TOKEN = re.compile(r"(?:(?:Mc|Mac|O['’]|D['’]|al-|el-)?[A-ZÀ-ÞĀ-Ž][\w'’.-]*)$")
_DESK = frozenset(
    "staff news newsroom desk editor editors editorial reporter reporters correspondent team "
    "agency agencies bureau press admin administrator contributor anonymous".split()
)
_NO_NAME = _DESK | frozenset(
    "our service web online monday tuesday wednesday thursday friday saturday sunday january "
    "february march april june july august september october november december the and report "
    "guest special associated media magazine post times daily tv radio office government ministry "
    "department council university share read latest more home photo photos video related watch "
    "live follow sign words photographs photography pictures images illustration illustrations "
    "humanitarian aid rights affairs health climate security economy politics sport sports "
    "environment education technology weather crime opinion analysis facebook twitter whatsapp "
    "viber telegram instagram linkedin youtube messenger".split()
)
# "Cedar Falls Courier" after an author is where he writes, not who wrote it with him.
_PAPERS = frozenset(
    "argus bulletin chronicle courier dispatch echo examiner express gazette globe guardian herald "
    "independent inquirer journal mail mercury observer record register review sentinel standard "
    "star sun telegraph tribune wire".split()
)
_SEPARATOR = re.compile(r"\s*(?:[|•·/\t▪»]|\s[—–-]\s|\s{2,}|;)\s*")
# "Ana Ruiz in Brenn and Tom Vey from Sabrel", "Ana Ruiz at Tarn Lane": where they are.
_PLACED = re.compile(r"\s+(?:in|from)\s+(?!The\b)[A-Z][\w-]+(?:\s[A-Z][\w-]+)?(?=\s+and\s|\s*,|$)")
_AT_GROUND = re.compile(r"\s+at\s+([A-Z][^,|]*?)(?=\s+and\s|\s*,|$)")
_JOINT = re.compile(r"\s*(?:,\s*(?:and|&)\s+|,|\s+and\s+|\s*&\s*|\s+with\s+)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline says: the authors, and the outlet where it names one."""

    authors: tuple[str, ...] = ()
    outlet: str = ""


def read_byline(line: str) -> Byline | None:
    """The byline that this line is, or None.

    "By Ines Calder and Tom Adeyemi | 4 March 2025", "INES CALDER, Staff writer", "Posted by Ines
    Calder on March 4", "Written by: Ines Calder (Harbour Post)". A desk ("By Staff Reporter") is a
    byline without authors, and so is "From our political staff, Quayton".
    """
    if len(line) > 160:
        return None
    stripped = _INVITATION.sub("", strip_dates(line).strip())
    segments = [part.strip(" ,()[]:") for part in _SEPARATOR.split(stripped)]
    segments = [segment for segment in segments if segment]
    if len(segments) == 1 and _FROM_DESK.match(segments[0]):
        return Byline()
    for position, segment in enumerate(segments):
        match = _BY.match(segment) or _LABEL.match(segment)
        byline = read_names(match["names"]) if match else _read_name_with_role(segment)
        if byline is not None:
            others = [other for other in segments[position + 1 :] if _is_outlet(other)]
            return Byline(byline.authors, byline.outlet or (others[0] if others else ""))
    if len(segments) < 2 or not is_person_name(segments[0]):
        return None
    if len(segments) == 2 and "|" in line and re.match(r"The [A-Z]", segments[1]):
        return Byline((restore_case(segments[0]),), segments[1])
    if is_role(segments[1]):
        outlet = segments[2] if len(segments) > 2 and _is_outlet(segments[2]) else ""
        return Byline((restore_case(segments[0]),), outlet)
    return None


def read_avatar(line: str) -> str | None:
    """What follows the alternative text of an author's picture ("Avatar photo …"), or None."""
    match = _AVATAR.match(line)
    return match["rest"].strip() if match else None


def is_person_name(text: str) -> bool:
    """Two to four capitalised words, particles apart, none of them a word of furniture."""
    tokens = text.replace(".", ". ").split()
    tokens = [token for token in tokens if token.lower() not in {"jr.", "sr.", "dr.", "phd", "ph."}]
    if not 2 <= len(tokens) <= 5 or any(character.isdigit() for character in text):
        return False
    if any(token.strip(".").lower() in _NO_NAME for token in tokens):
        return False
    full = [token for token in tokens if token.lower() not in _PARTICLES]
    return 2 <= len(full) <= 4 and all(_NAME_TOKEN.match(token) for token in full)


def is_role(text: str) -> bool:
    """Whether the text is a role in a newsroom: "Political correspondent", "Staff writer"."""
    return len(text) <= 80 and bool(_ROLE_LINE.match(text))


def read_biography(line: str, authors: tuple[str, ...]) -> Byline | None:
    """The outlet that a line about its author names, or None where the line is no such thing.

    "Ines Calder is a special correspondent of Harbour Post." Only a known author, or somebody
    whose role is one of a newsroom, has a biography here.
    """
    match = _BIO.match(line)
    if match is None:
        return None
    name = match["name"].strip()
    role = _BIO_ROLE.search(line)
    known = any(
        name.casefold() in {author.casefold(), *author.casefold().split()} for author in authors
    )
    if not known and not (role and is_person_name(name)):
        return None
    place = _PLACE.search(role["rest"]) if role else _EMPLOYER.search(line)
    return Byline((name,) if is_person_name(name) else (), place["outlet"].strip() if place else "")


def restore_case(name: str) -> str:
    """A name in capitals as names are written; others unchanged."""
    if not name.isupper():
        return name
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), name.lower())


def read_names(names: str) -> Byline | None:
    """The people in what follows "By", and the outlet after them; None where it names nobody."""
    names = _PLACED.sub("", names)
    names = _AT_GROUND.sub(lambda found: "" if is_person_name(found[1]) else found[0], names)
    names = re.sub(r"\s+(?:at|for)\s+(?=[A-Z])|[()]", ", ", names).strip(" ,.")
    authors: list[str] = []
    outlet = ""
    for part in filter(None, _JOINT.split(names)):
        is_paper = bool(authors) and _names_paper(part)
        name = part if is_person_name(part) and not is_paper else _cut_role(part)
        if name:
            authors.append(restore_case(name))
        elif authors and _is_outlet(part):
            outlet = outlet or part
        elif not authors and not _is_desk(part):
            return None
    if authors:
        return Byline(tuple(dict.fromkeys(authors)), outlet)
    return Byline((), outlet) if _is_desk(names) else None


def _is_desk(text: str) -> bool:
    words = text.lower().split()
    return len(words) <= 4 and any(word in _DESK for word in words)


def _read_name_with_role(segment: str) -> Byline | None:
    """A name, a comma or none, and a role: "Ines Calder, Staff writer"."""
    name, comma, rest = segment.partition(",")
    if not (comma and is_person_name(name) and is_role(rest.strip())):
        name = _cut_role(segment)
    return Byline((restore_case(name),)) if name and not segment.endswith(".") else None


def _cut_role(text: str) -> str:
    """The name in "Ines Calder Political correspondent"; "" where there is no such."""
    tokens = text.split()
    for cut in range(2, min(5, len(tokens))):
        name, role = " ".join(tokens[:cut]), " ".join(tokens[cut:])
        if is_person_name(name) and is_role(role):
            return name
    return ""


def _names_paper(part: str) -> bool:
    words = part.split()
    return len(words) > 1 and words[-1].lower() in _PAPERS


def _is_outlet(part: str) -> bool:
    words = part.split()
    return (
        1 <= len(words) <= 5
        and part[:1].isupper()
        and not is_role(part)
        and (_names_paper(part) or not is_person_name(part))
        and not any(character.isdigit() for character in part)
        and words[0].lower() not in {"updated", "published", "share", "by", "min", "read"}
        and words[-1].lower() not in {"read", "comments", "shares", "views"}
    )

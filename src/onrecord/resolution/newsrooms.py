"""Where the page relies on another newsroom, or on a document, before anybody is resolved."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.records import Article, Attribution, EntityKind, Span
from onrecord.resolution.layout import Layout, lay_out
from onrecord.resolution.lexicon import load_lexicon
from onrecord.resolution.names import find_names
from onrecord.resolution.parties import Party


class Reliance(StrEnum):
    """How the page says that it has somebody's words through a newsroom.

    TOLD, INTERVIEWED and AIRED stand with a speaker; REPORTED is the newsroom's own account; CITED
    is whom a newsroom names as its ground; WRITTEN is a document that holds the speaker's words;
    EMPLOYING stands with its own journalist; CREDITED is the wire's name at the top of a text.
    """

    TOLD = "told"
    INTERVIEWED = "interviewed"
    AIRED = "aired"
    REPORTED = "reported"
    CITED = "cited"
    WRITTEN = "written"
    CREDITED = "credited"
    EMPLOYING = "employing"


@dataclass(frozen=True, slots=True)
class Newsroom:
    """A passage in which the page relies on an outlet or a document.

    Attributes:
        party: its name or description, and the words that say how the page relies on it.
        span: the name alone.
    """

    party: Party
    span: Span
    reliance: Reliance

    @property
    def parties(self) -> tuple[Party, ...]:
        """Whom resolution has to find."""
        return (self.party,)


_REACH = 90
_ARTICLE = r"(?:the |The )?(?:conservative |liberal |right-wing )?$"
_SPEAKERS = r"(?:[\w’'.\-]+ ){0,6}"
_BEFORE = (
    (Reliance.TOLD, re.compile(
        r"\b(?:told|tells|telling|(?:spoke|speaking|talked|talking|speaks) (?:with|to)|(?:said|"
        r"confirmed|admitted|acknowledged|explained|insisted|disclosed|revealed|remarks|comments|"
        r"statement|e-?mail) to) (?:[\w’'.\-]+ (?:[\w’'.\-]+ )?(?:of|from|at|with|"
        r"on) )?" + _ARTICLE)),
    (Reliance.INTERVIEWED, re.compile(
        r"\binterview(?:s|ed)?,? (?:[\w,.]+ ){0,4}?(?:with|by|on|for|to|"
        r"in) " + _SPEAKERS + _ARTICLE)),
    (Reliance.AIRED, re.compile(
        r"\b(?:[Oo]n|[Dd]uring|segment of|guest on|aired on|tells?|appear\w+ (?:on|in)|"
        r"appearance (?:on|with)|called in(?:to)?|phoned into|"
        r"joined) (?:the |a )?(?:Sunday |Monday |Tuesday |Wednesday |Thursday |Friday |"
        r"Saturday )?"
        r"(?:\w+(?:day)?[’']s )?(?:(?:broadcast|edition|episode|airing) (?:of|"
        r"on) )?" + _ARTICLE)),
    (Reliance.REPORTED, re.compile(
        r"\b(?:[Aa]ccording to|[Aa]s reported by|reported by|obtained by|revealed by|"
        r"published (?:in|by)|"
        r"(?:report|story|article|account|piece|investigation|column|op-ed|editorial|essay) "
        r"(?:published |that appeared |this \w+ |last \w+ )?(?:in|by|from|for)|(?:writing|wrote|"
        r"writes) "
        r"(?:in|for)) " + _ARTICLE)),
)  # fmt: skip
_AFTER = (
    (Reliance.INTERVIEWED, re.compile(r"(?:[’']s?)? (?:\w+ )?interview\b")),
    (Reliance.AIRED, re.compile(r"(?:[’']s?)? (?:\w+ )?(?:appearance|town hall|forum)\b")),
    (Reliance.REPORTED, re.compile(
        r"(?:,[^,;.\n]{3,60},)? (?:has |had |is |first |is now |also )*(?:report(?:ed|s|ing)|"
        r"quoted|"
        r"revealed|published|wrote|writes|noted)\b"
        r"|[’']s? (?:\w+ )?(?:report|reporting|story|article|account)\b")),
)  # fmt: skip
_CITING = re.compile(
    r"\b(?:report\w*|said|says|wrote|writes)\b[^.\n]{0,160}?,? (?:citing|"
    r"quoting) (?P<who>(?!.{0,20}\b(?:fear|concern|need|risk|cost))[^,;.\n]{3,80}?)"
    r"(?=,|;|\.\s|\.$| who | that | which |$)", re.MULTILINE,
)  # fmt: skip
_SHORT = re.compile(
    r"\b[Tt]he (?P<name>Times|Post|Journal|Herald|Tribune|Globe|Courier|Guardian|Mail|Chronicle|"
    r"Observer|Sun|Star|Gazette|Examiner|Register|Telegraph|Independent|Sentinel|"
    r"Inquirer)\b(?! [A-Z])"
)
_DESCRIBED = re.compile(
    r"\b(?:the|The) (?P<name>newspaper|paper|magazine|network|news agency|agency|broadcaster|"
    r"outlet|newswire|news site|website|station)\b(?![’'\-]| of\b)"
)
_CALL_SIGN = re.compile(r"\b[WK][A-Z]{2,3}(?:-[A-Z]{2})?\b")
_PROGRAMME = re.compile(
    r"(?P<opens>[\"“‘'])?\b(?P<name>Meet the Press|Face the Nation|This Week|State of the Union|"
    r"Fox News "
    r"Sunday|Good Morning America|Morning Joe|The View|60 Minutes|Fox (?:&|and) Friends|Hannity|"
    r"The O[’']Reilly Factor|The Kelly File|Hardball|New Day|Late Show|The Tonight Show|"
    r"CBS This Morning|The Late Show|Democracy Now|Frontline|Nightline|Dateline|"
    r"(?:The )?(?:[A-Z][\w’'.]+"
    r"[\s\u00a0]){1,3}(?:Show|Tonight|Report|Hour|Podcast))\b"
)
# "an interview with Vale Tonight with Ivo Marsh": a programme with its host.
_HOSTED = re.compile(
    r"\binterview (?:with|on) (?:the )?(?P<name>[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){1,4})"
    r"(?= (?:with|host) [A-Z])"
)
_TOLD_UNKNOWN = re.compile(
    r"\btold (?P<name>(?:the )?[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,3})(?=, (?:a|an|"
    r"the) (?:[\w-]+ ){0,3}"
    r"(?:daily|newspaper|weekly|magazine|broadcaster|website|news site|news agency|tabloid|"
    r"radio)\b)"
)
_WITH_UNKNOWN = re.compile(r"\binterview (?:on \w+ )?(?:with|on) (?:the )?$|\btold (?=Fox$)")
_AFTER_UNKNOWN = re.compile(
    r"[,.;]|\s(?:with|on|that|about|in|last|this|published|magazine|host|hosts)\b"
)
_FOX = re.compile(r"\b(?:told|on|with|to) (?P<name>Fox)(?! [A-Z&])\b")
_EMPLOYED_BEFORE = re.compile(
    r"[’']s? (?=[A-Z])|[’']?s? (?:[\w-]+ ){0,2}(?:host|anchor|reporter|correspondent|"
    r"columnist|analyst|commentator|contributor|editor|writer|journalist|critic) (?=[A-Z])"
)
_EMPLOYED_AFTER = re.compile(
    r"[A-Z][\w’'.-]+ [A-Z][\w’'.-]+,? (?:of|at|from|for|writing for|writing in) (?:the |The )?$|"
    r"\bWriting (?:for|in) (?:the |The |a |an )?$|\b(?:wrote|writes) [A-Z][\w. ]{3,40} (?:for|in|"
    r"at) (?:the )?$"
)
_DATELINE = re.compile(
    r"^[^\n]{0,80}?\((?P<name>[A-Z][\w.&’' -]{1,30})\)\s*(?:-|–|—|\u2014)", re.MULTILINE
)
_CREDIT_REACH = 600
_DOCUMENT = re.compile(
    r"\b(?:(?:(?:[Ii]n|wrote) (?=(?:his|her|their) )|(?:said|wrote|writes|argued|"
    r"claimed)(?: \w+)? in (?=an? )|"
    r"[Ii]n (?=an? [^.\n]{0,50}?\b(?:ruling|op-ed|essay|column|memoir)\b(?! that)))"
    r"(?P<name>(?:his|her|their|an?) (?:[\w-]+ ){0,3}?(?:book|memoir|autobiography|op-ed|lawsuit|"
    r"motion|"
    r"affidavit|complaint|column|essay|court filing|deposition|diary|ruling))|filed "
    r"(?P<filed>(?:a |an |the )?(?:[\w-]+ )?(?:motion|lawsuit|legal papers|complaint|suit|"
    r"court papers)))\b"
)
_NO_NEWSROOM = re.compile(
    r"[-/](?=\w)|(?:\W+\w+){0,3}?\W+(?:polls?|survey|audience|viewers|readers|employees?)\b"
)


def find_newsrooms(article: Article, attributions: Sequence[Attribution]) -> tuple[Newsroom, ...]:
    """Find the outlets and documents that the page relies on, in text order."""
    del attributions  # what is relied on is told by the words around it alone
    # Of two that overlap the first found stays: names before words told by their use alone.
    kept: list[Newsroom] = []
    ordered = sorted(
        enumerate(_find_all(article.text)), key=lambda one: (one[1].span.start, one[0])
    )
    for _, newsroom in ordered:
        if not kept or newsroom.span.start >= kept[-1].span.end:
            kept.append(newsroom)
    return tuple(kept)


def _find_all(text: str) -> Iterator[Newsroom]:
    layout = lay_out(text)
    for match in _DATELINE.finditer(text, 0, _CREDIT_REACH):
        yield _make(Span(*match.span("name")), Span(*match.span("name")), Reliance.CREDITED)
    for span in _find_outlets(text, layout):
        reliance = _read_reliance(text, layout, span)
        if reliance is not None:
            yield _make(span, span, reliance)
    for match in _HOSTED.finditer(text):
        yield _make(Span(*match.span("name")), Span(*match.span("name")), Reliance.INTERVIEWED)
    for match in _TOLD_UNKNOWN.finditer(text):
        yield _make(Span(*match.span("name")), Span(*match.span("name")), Reliance.TOLD)
    for match in _CITING.finditer(text):
        yield _make(Span(*match.span("who")), Span(*match.span("who")), Reliance.CITED)
    for match in _DOCUMENT.finditer(text):
        name = Span(*match.span("name" if match["name"] else "filed"))
        yield _make(name, name, Reliance.WRITTEN)


def _make(span: Span, doing: Span, reliance: Reliance) -> Newsroom:
    return Newsroom(Party((span,), (doing,)), span, reliance)


def _find_outlets(text: str, layout: Layout) -> Iterator[Span]:
    lexicon = load_lexicon()
    for name in find_names(layout, (), lexicon):
        if (name.kind is EntityKind.OUTLET and not _NO_NEWSROOM.match(text, name.span.end)) or (
            name.kind in (None, EntityKind.ORGANISATION)
            and _WITH_UNKNOWN.search(text, max(0, name.span.start - _REACH), name.span.start)
            and _AFTER_UNKNOWN.match(text, name.span.end)
        ):
            yield name.span
    for pattern in (_SHORT, _DESCRIBED, _FOX):
        for match in pattern.finditer(text):
            yield Span(*match.span()) if pattern is _DESCRIBED else Span(*match.span("name"))
    for match in _CALL_SIGN.finditer(text):
        yield Span(*match.span())
    for match in _PROGRAMME.finditer(text):
        # "ABC's “This Week”" is ABC, which is found by its name.
        if not re.search(
            r"[A-Z][\w ]*[’']s?,? [\"“‘']{0,2}$",
            text[max(0, match.start() - 25) : match.start("name")],
        ):
            yield Span(*match.span("name"))


def _read_reliance(text: str, layout: Layout, span: Span) -> Reliance | None:
    """How the words around an outlet's name rely on it; None where they do not."""
    start = layout.sentence_span(layout.sentence_at(span.start)).start
    before = text[max(start, span.start - _REACH) : span.start].rstrip("\"“‘'")
    for reliance, pattern in _BEFORE:
        if pattern.search(before):
            return reliance
    for reliance, pattern in _AFTER:
        if pattern.match(text, span.end):
            return reliance
    if _EMPLOYED_AFTER.search(before) or _EMPLOYED_BEFORE.match(text, span.end):
        return Reliance.EMPLOYING
    return None

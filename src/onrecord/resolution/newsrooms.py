"""Passages in which the page relies on another newsroom, programme or writing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.records import Article, Attribution, Basis, EntityKind, Span
from onrecord.resolution.layout import Layout
from onrecord.resolution.lexicon import load_lexicon
from onrecord.resolution.names import NameMention, find_names
from onrecord.resolution.parties import Party

_NEAR = 70
_TOLD = re.compile(
    r"\b(?:told|tells|telling|tell|spoke\s(?:to|with)|speaking\s(?:to|with|on)|(?:spoken|talking|"
    r"talked)\s(?:to|with)|said\sto)\s(?P<whom>(?:[^.;:,\n“”\"]|[“\"][^“”\"]{2,30}[”\"]){0,50})$"
)
_INTERVIEW = re.compile(
    r"\b(?:interview(?:s|ed)?|conversation|q&a|appearance|sit-down|town\shall)\s"
    r"(?:\w+\s){0,3}?(?:with|on|in|to|for|by|from)\s(?P<whom>[^.;:\n]{0,50})$",
    re.IGNORECASE,
)
_ON_AIR = re.compile(
    r"\b(?:on|On|during|During|hosting|to)\s(?:(?:\w+day[’']s|a|an|the|The|last\sweek[’']s)\s)?"
    r"(?:(?:\w+\s)?(?:episode|edition|broadcast|airing|show)\sof\s)?(?P<whom>[“\"‘]?)$"
)
_WRITING = re.compile(r"\b(?:in|In)\s(?:an?|his|her|the)\s$")
_WRITING_AFTER = re.compile(
    r"^\s(?:\w+\s)?(?:essay|op-?ed|column|editorial|article|opinion\spiece)\b"
)
_INTERVIEW_AFTER = re.compile(r"^(?:[’']s)?\s(?:\w+\s)?(?:interview|appearance)\b")
_INTERVIEWED_AFTER = re.compile(r"^\s(?:has\s|have\s)?interviewed\b")
_HOST_AFTER = re.compile(
    r"^[’']s?\s(?P<rest>(?:[A-Z][\w.’'-]+\s){0,2}[A-Z][\w’'-]+|[“\"][^“”\"]{2,40}[”\"])"
)
_WRITER_AFTER = re.compile(r"^[’']s?\s(?:[a-z]+\s){0,2}[A-Z][\w.’'-]+\s[A-Z][\w’'-]+")
_WRITER_BEFORE = re.compile(
    r"(?:\b(?:[Ww]riting|wrote\s[A-Z][\w.’'-]+\s[A-Z][\w’'-]+)\s(?:for|in|at)|"
    r"[A-Z][\w.’'-]+\s[A-Z][\w’'-]+,?\s(?:of|at|from|with))\s(?:the\s|The\s|a\s)?$"
)
_NO_NEWSROOMS = frozenset({EntityKind.PERSON, EntityKind.GOVERNMENT, EntityKind.DOCUMENT})
_PROGRAMME = re.compile(
    r"\b(?:on|On|during|of)\s(?P<quote>[“\"‘]?)(?P<name>(?:The\s)?(?:[A-Z][\w’'.&-]+\s){0,4}"
    r"(?:Show|Tonight|Report|Hour|Live|Nation|Press|Week|Politicking))(?=[”\"’,.\s])"
)
_OWN_WRITING = re.compile(
    r"\b[Ii]n\s(?P<words>(?:his|her|their|a)\s(?:\d{4}\s|new\s|recent\s|own\s)?(?:book|memoir|letter|memo|"
    r"autobiography|essay|op-?ed|column|blog\spost)(?:,\s[^,.;]{3,50},)?)"
)
_CITING = re.compile(
    r"\b(?:citing|quoting)\s(?P<words>(?:an?|the|two|three|several|unnamed|anonymous|senior|people|sources|"
    r"officials|[A-Z])[^,.;:“”\"\n]{2,70})"
)
_BROADCASTERS = frozenset(
    """cnn nbc abc cbs msnbc cnbc fox pbs npr bbc rt c-span sky itv hbo radio tv television
    show""".split()
)


@dataclass(frozen=True, slots=True)
class Newsroom:
    """A newsroom, programme or writing that words came through, before anybody is resolved.

    Attributes:
        party: its words.
        basis: how it has the words: an interview, a broadcast, a document; OTHER_OUTLET for whom
            an outlet cites.
        evidence: the passage that shows it.
        cited: whether an outlet cites it for its own report.
    """

    party: Party
    basis: Basis
    evidence: Span
    cited: bool = False

    @property
    def parties(self) -> tuple[Party, ...]:
        """Whom resolution has to find."""
        return (self.party,)


def find_newsrooms(article: Article, attributions: Sequence[Attribution]) -> tuple[Newsroom, ...]:
    """Find the newsrooms that the page relies on for somebody's words, in text order.

    An outlet that is the source of an attribution itself is found by its attribution.
    """
    layout = Layout(article.text)
    lexicon = load_lexicon()
    names = find_names(layout, (), lexicon)
    known = {name.words[0] for name in names if name.kind is EntityKind.OUTLET}
    people = {word for name in names if name.kind is EntityKind.PERSON for word in name.words}
    found: list[Newsroom] = []
    for name in names:
        # "Fox" after "Fox News"; "an interview with Brenn Today": what is told, and no person.
        short = len(name.words) == 1 and name.words[0] in known
        outlet = name.kind is EntityKind.OUTLET or short
        guest = name.kind in _NO_NEWSROOMS or people & set(name.words)
        if _is_source(name, attributions):
            found.extend(_read_writer(layout, name) if outlet else ())
        elif not guest:
            found.extend(_read_outlet(layout, name, known=outlet))
    found.extend(_read_programmes(layout, found))
    found.extend(_read_writings(layout))
    return tuple(sorted(found, key=lambda site: site.evidence))


def _is_source(name: NameMention, attributions: Sequence[Attribution]) -> bool:
    return any(
        piece.start <= name.span.start < piece.end
        for attribution in attributions
        for piece in attribution.source or ()
        if len(attribution.source or ()) == 1 and piece.end - piece.start < _NEAR
    )


def _read_outlet(layout: Layout, name: NameMention, *, known: bool) -> Iterator[Newsroom]:
    """The site that a name stands in; one that is not known for an outlet only in interviews."""
    text, span = layout.text, name.span
    sentence = layout.sentence_span(layout.sentence_at(span.start))
    before = text[max(sentence.start, span.start - _NEAR) : span.start]
    bare = re.sub(r"(?:the|The|a)\s$", "", before)
    after = text[span.end : span.end + _NEAR]
    broadcasts = bool(_BROADCASTERS & {word.lower() for word in name.words})
    whole = Span(span.start, span.end)
    host = _HOST_AFTER.match(after)
    if host is not None:
        whole = Span(span.start, span.end + host.end())
    for pattern, basis in ((_TOLD, Basis.INTERVIEW), (_INTERVIEW, Basis.INTERVIEW)):
        match = pattern.search(before) if known or pattern is _INTERVIEW else None
        if match is not None:
            start = span.start - (len(before) - match.start())
            yield _site(name, basis, Span(start, whole.end))
            return
    if not known:
        return
    if _INTERVIEW_AFTER.match(after) or _INTERVIEWED_AFTER.match(after):
        yield _site(name, Basis.INTERVIEW, Span(span.start, min(len(text), span.end + 12)))
    elif _WRITING_AFTER.match(after) and _WRITING.search(before):
        yield _site(name, Basis.DOCUMENT, whole)
    elif broadcasts and (_ON_AIR.search(before) or _ON_AIR.search(bare)):
        yield _site(name, Basis.BROADCAST, whole)
    else:
        yield from _read_writer(layout, name)


def _read_writer(layout: Layout, name: NameMention) -> Iterator[Newsroom]:
    """As in "NBC's Ada Bell", "Ada Bell at the Brenn Review", "Writing for the Brenn Review"."""
    before = layout.text[max(0, name.span.start - _NEAR) : name.span.start]
    after = layout.text[name.span.end : name.span.end + _NEAR]
    if _WRITER_AFTER.match(after) or _WRITER_BEFORE.search(before):
        yield _site(name, Basis.OTHER_OUTLET, name.span)


def _site(name: NameMention, basis: Basis, evidence: Span) -> Newsroom:
    doing = Span(evidence.start, max(evidence.end, name.span.end))
    return Newsroom(Party((name.span,), (doing,)), basis, evidence)


def _read_programmes(layout: Layout, found: Sequence[Newsroom]) -> Iterator[Newsroom]:
    """Programmes by their own name: "on The Ada Bell Show", where no network is named with it."""
    for match in _PROGRAMME.finditer(layout.text):
        span = Span(*match.span("name"))
        if not any(site.evidence.start < span.end and span.start < site.evidence.end
                   for site in found):  # fmt: skip
            yield Newsroom(Party((span,), (Span(*match.span()),)), Basis.BROADCAST, span)


def _read_writings(layout: Layout) -> Iterator[Newsroom]:
    for match in _OWN_WRITING.finditer(layout.text):
        if layout.quotation_at(match.start()) is None:
            end = match.end("words") - layout.text[
                match.start("words") : match.end("words")
            ].endswith(",")
            span = Span(match.start("words"), end)
            yield Newsroom(Party((span,), (Span(match.start(), end),)), Basis.DOCUMENT, span)
    for match in _CITING.finditer(layout.text):
        span = Span(*match.span("words"))
        yield Newsroom(Party((span,), (Span(*match.span()),)), Basis.OTHER_OUTLET, span, cited=True)

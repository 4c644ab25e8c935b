"""Where the page relies on another newsroom, or on a document, before anybody is resolved."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.records import Article, Attribution, EntityKind, Span
from onrecord.resolution.document_patterns import DOCUMENT
from onrecord.resolution.layout import Layout, lay_out
from onrecord.resolution.lexicon import load_lexicon
from onrecord.resolution.names import find_names
from onrecord.resolution.newsroom_patterns import (
    AFTER,
    AFTER_UNKNOWN,
    APPOSED,
    BEFORE,
    BEFORE_NOUN,
    BOARD,
    CALL_SIGN,
    CITING,
    CREDIT_REACH,
    DATELINE,
    DESCRIBED,
    EMPLOYED_AFTER,
    EMPLOYED_BEFORE,
    FOX,
    HEARERS,
    HOSTED,
    HOSTS_OWN,
    JOURNALIST,
    MET,
    NO_LONGER,
    NO_NEWSROOM,
    OFF_AIR,
    ON_PRINT,
    ON_TITLE,
    OWNED_THING,
    PRINT,
    PROGRAMME,
    REACH,
    SHORT,
    TITLED,
    TOLD,
    TOLD_COMMON,
    TOLD_DESCRIBED,
    TOLD_HOST,
    TOLD_TITLE,
    TOLD_UNKNOWN,
    UNTITLED,
    WITH_UNKNOWN,
    Reliance,
)
from onrecord.resolution.parties import Party
from onrecord.resolution.polls import find_polls
from onrecord.resolution.squeezing import squeeze

_BY_USE = (
    (TOLD_HOST, Reliance.TOLD),
    (TOLD_TITLE, Reliance.TOLD),
    (ON_TITLE, Reliance.AIRED),
    (HOSTED, Reliance.INTERVIEWED),
    (TOLD_COMMON, Reliance.TOLD),
    (TOLD_DESCRIBED, Reliance.TOLD),
    (TOLD_UNKNOWN, Reliance.TOLD),
    (CITING, Reliance.CITED),
    (DOCUMENT, Reliance.WRITTEN),
)
"""Wordings that tell a newsroom or a document by its use, whatever its name is."""
_PROGRAMME_NOUN = re.compile(r"^(?:podcast|show|programme|program|newscast|broadcast|series)\b")


# but "Sunday’s “This Week”" is the programme itself.
_OF_OUTLET = re.compile(r"[A-Z][\w ]*(?<![a-z]day)[’']s?,? [\"“‘']{0,2}$")


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


def find_newsrooms(article: Article, attributions: Sequence[Attribution]) -> tuple[Newsroom, ...]:
    """Find the outlets and documents that the page relies on, in text order."""
    del attributions  # what is relied on is told by the words around it alone
    # Of two that overlap the first found stays: names before words told by their use alone.
    kept: list[Newsroom] = []
    squeezed = squeeze(article.text)
    ordered = sorted(
        enumerate(_find_all(squeezed.text)), key=lambda one: (one[1].span.start, one[0])
    )
    for _, newsroom in ordered:
        if not kept or newsroom.span.start >= kept[-1].span.end:
            kept.append(newsroom)
    found = ((squeezed.trace_back(one.span), one.reliance) for one in kept)
    return tuple(_make(span, reliance) for span, reliance in found)


def _find_all(text: str) -> Iterator[Newsroom]:
    layout = lay_out(text)
    for match in DATELINE.finditer(text, 0, CREDIT_REACH):
        yield _make(Span(*match.span("name")), Reliance.CREDITED)
    for span in _find_outlets(text, layout):
        reliance = _read_reliance(text, layout, span)
        if reliance is not None:
            yield _make(span, reliance)
        journalist = JOURNALIST.match(text, span.end)
        # Whoever is named once only is talked to by nobody.
        if journalist and text.find(journalist["last"], journalist.end()) >= 0:
            yield _make(Span(*journalist.span("who")), Reliance.NAMED)
    peoples = load_lexicon().peoples
    for pattern, reliance in _BY_USE:
        for match in pattern.finditer(text):
            group = next(name for name, words in match.groupdict().items() if words is not None)
            if match[group].lower() in peoples:
                continue  # "told French television"
            yield _make(Span(*match.span(group)), reliance)
    for span in find_polls(text):
        yield _make(span, Reliance.POLLED)


def _make(span: Span, reliance: Reliance) -> Newsroom:
    return Newsroom(Party((span,), (span,)), span, reliance)


def _find_outlets(text: str, layout: Layout) -> Iterator[Span]:
    lexicon = load_lexicon()
    ends: set[int] = set()
    for name in find_names(layout, (), lexicon):
        if (name.kind is EntityKind.OUTLET and _is_heard(text, name.span)) or (
            name.kind in (None, EntityKind.ORGANISATION)
            and WITH_UNKNOWN.search(text, max(0, name.span.start - REACH), name.span.start)
            and AFTER_UNKNOWN.match(text, name.span.end)
        ):
            ends.add(name.span.end)
            yield name.span
    for pattern in (BEFORE_NOUN, SHORT, DESCRIBED, FOX):
        for match in pattern.finditer(text):
            if pattern is BEFORE_NOUN and match["name"].split()[-1].lower() in lexicon.peoples:
                continue  # "the Italian newspaper"
            yield Span(*match.span()) if pattern is DESCRIBED else Span(*match.span("name"))
    for match in CALL_SIGN.finditer(text):
        yield Span(*match.span())
    yield from _find_programmes(text, ends)


def _find_programmes(text: str, ends: set[int]) -> Iterator[Span]:
    """Programmes that are no known newsroom's own, and names that a noun beside them explains.

    Args:
        text: the article's.
        ends: where the names of newsrooms end.
    """
    for match in PROGRAMME.finditer(text):
        # "ABC's “This Week”" is ABC, which is found by its name.
        before = text[max(0, match.start() - 25) : match.start("name")]
        # and "Ida Hannity" is a person.
        named = " " not in match["name"] and re.search(r"\b[A-Z][a-z]+ $", before)
        owner = _OF_OUTLET.search(before)
        owned = owner and any(end in ends for end in range(match.start("name") - 8, match.start()))
        if not named and not owned:
            yield Span(*match.span("name"))
    for match in TITLED.finditer(text):
        if _PROGRAMME_NOUN.search(match[0]):
            yield Span(*match.span("name"))
    for pattern in (UNTITLED, APPOSED, HOSTS_OWN):
        for match in pattern.finditer(text):
            yield Span(*match.span("name"))


def _is_heard(text: str, span: Span) -> bool:
    """Whether an outlet's name means the newsroom, not its poll or the street before its door."""
    before = text[max(0, span.start - REACH) : span.start]
    return NO_NEWSROOM.match(text, span.end) is None or (
        HEARERS.match(text, span.end) is not None and TOLD.search(before) is not None
    )


def _is_off_air(text: str, before: str, span: Span) -> bool:
    """Whether "on" is no broadcast: "the debate on the network", "on Vale Radio's owner"."""
    return OFF_AIR.search(before) is not None or OWNED_THING.match(text, span.end) is not None


def _read_reliance(text: str, layout: Layout, span: Span) -> Reliance | None:
    """How the words around an outlet's name rely on it; None where they do not."""
    start = layout.sentence_span(layout.sentence_at(span.start)).start
    before = text[max(start, span.start - REACH) : span.start].rstrip("\"“‘'")
    employing = None if NO_LONGER.search(before) else Reliance.EMPLOYING
    if EMPLOYED_AFTER.search(before):
        return employing
    if MET.search(before) and BOARD.match(text, span.end):
        return Reliance.INTERVIEWED
    in_print = ON_PRINT.search(before) and PRINT.search(text, span.start, span.end)
    for reliance, pattern in BEFORE:
        # "unloaded on the Post": nobody is on the air there.
        if pattern.search(before) and not (
            reliance is Reliance.AIRED and (in_print or _is_off_air(text, before, span))
        ):
            # "according to Vale Radio analyst Ivo Marsh"
            works = reliance is Reliance.REPORTED and EMPLOYED_BEFORE.match(text, span.end)
            return employing if works else reliance
    for reliance, pattern in AFTER:
        if pattern.match(text, span.end):
            return reliance
    return employing if EMPLOYED_BEFORE.match(text, span.end) else None

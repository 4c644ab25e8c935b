"""Wordings in which an article itself says where somebody stands."""

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from onrecord.findings.nominal_stands import OWNED, find_nominal_stands
from onrecord.findings.party_phrases import (
    agents_after,
    end_of_clause,
    phrase_before,
    phrases_after,
    starts_a_party,
)
from onrecord.findings.propositions import read_proposition
from onrecord.findings.sides import find_sides
from onrecord.findings.stance_sites import StanceSite
from onrecord.records import Span, Stance
from onrecord.resolution.layout import Layout
from onrecord.resolution.parties import Party

_AGAINST = (
    r"(?:rebuffed|panned|rejected|opposed|denounced|condemned|resisted|blocked|vetoed|dismissed|"
    r"ruled\sout|criticized|slammed|protested|defeated|voted\sdown|struck\sdown|shot\sdown|decried|blasted|voided|"
    r"overturned|scuttled|killed|challenged|assailed|attacked|hated)"
)
_IN_FAVOUR = (
    r"(?:supported|backed|endorsed|embraced|welcomed|favou?red|championed|proposed|floated|"
    r"pushed|advocated|promoted|approved|passed|signed|introduced|sponsored|co-?sponsored|"
    r"negotiated|reached|brokered|offered|drafted|praised|hailed|authored|written|adopted|enacted|ratified|"
    r"upheld|cheered|applauded|unveiled|pitched|crafted)"
)
_BAD = (
    r"(?:unacceptable|unthinkable|betrayal|surrender|capitulation|red\sline|non-?starter|"
    r"anathema|existential|threats?|dangerous|illegal|unconstitutional|deal-?breaker|mistake|wrong)"
)
_VIEW = r"(?:views?|sees?|regards?|considers?|deems?|calls?|viewed|saw|regarded|considered|deemed)"
_PASSIVE = re.compile(
    r"\s(?:has|have|had|is|are|was|were)\s(?:been\s|being\s)?(?:\w+ly\s)?"
    rf"(?:(?P<against>{_AGAINST})|(?P<favour>{_IN_FAVOUR}))\s(?:\w+ly\s)?by\s"
)
_REDUCED = re.compile(
    rf",?\s(?:\w+ly\s)?(?:(?P<against>{_AGAINST})|(?P<favour>{_IN_FAVOUR}))\s(?:\w+ly\s)?by\s"
)
_HAS_BEEN = re.compile(r"\b(?:been|being|is|are|was|were)(?:\s\w+ly)?$")
_FOR_PARTY = re.compile(
    r"(?P<which>,\swhich)?\s(?:is|are|was|were|has\sbeen|have\sbeen|"
    r"remains?)\s(?:\w+ly\s)?(?:an?\s)?"
    rf"(?:\w+\s)?(?:{_BAD})\s(?:for|to|in\sthe\seyes\sof)\s"
)
_VIEWED = re.compile(
    r",\swhich\s(?P<party>[^,.;:]{2,60}?)\s(?:would\s|could\s|will\s)?"
    rf"{_VIEW}\s(?:it\s|this\s|these\s|them\s)?(?:as\s)?(?:an?\s)?(?:\w+\s)?{_BAD}"
)
_SEEN_BY_FOR = re.compile(
    r"(?:^|(?<=[.\n”]\s)|(?<=\n))For\s(?P<party>[^.;:\n]{3,90}?),\s(?P<prop>(?:the\s(?:prospect|"
    r"idea)\s"
    rf"of\s)?[^.;:\n,]{{8,160}}?)\s(?P<modal>could|would|might|may)?\s?(?:be\sseen|is\sseen|"
    rf"amounts?)\s"
    rf"(?:as|to)\s(?:an?\s)?(?:\w+\s)?{_BAD}"
)
_MIRRORS = re.compile(
    r"(?:mirrors?|echoes|aligns?\swith|matches|matched|mirrored|echoed)\s(?P<party>[^,.;:]{2,40}?)"
    r"[’']s?\s(?:\w+\s)?(?:demands?|position|stance|calls?|proposals?|line|wishes)\b"
)
_DETERMINER = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s")
_BACKED = re.compile(
    r"\s(?:immediately\s|quickly\s|already\s)?(?:has|have|had|won|enjoys?|drew|draws?|drawn|sparked|sparks|faces?|"
    r"faced|met|prompted|provoked|triggered|meets)\s(?:with\s)?(?:the\s|strong\s|broad\s|sharp\s|stiff\s|fierce\s|"
    r"swift\s|wide\s|some\s)*(?:(?P<favour>backing|support|endorsement|blessing|praise|applause|approval)|"
    r"(?P<against>opposition|resistance|criticism|condemnation|objections?|outrage|protests?))\s"
    r"(?:of|from|among|by)\s"
)


@dataclass(frozen=True, slots=True)
class _Finding:
    party: Span
    doing: Span
    proposition: Span
    stance: Stance
    own_word: bool = False


def find_worded_stances(layout: Layout) -> Iterator[StanceSite]:
    """Find the wordings, in the order of their kinds.

    The word is the author's, or that of the speaker in whose content they stand; a demand, call or
    proposal is the party's own.
    """
    for read in _READERS:
        for found in read(layout):
            whole = (found.party, found.doing, found.proposition)
            span = Span(min(s.start for s in whole), max(s.end for s in whole))
            yield StanceSite(
                Party((found.party,), (found.doing,)),
                (found.proposition,),
                found.stance,
                (span,),
                own_word=found.own_word,
            )


def _read_passives(layout: Layout) -> Iterator[_Finding]:
    """As in "P has been widely rejected by Q"."""
    for match in _PASSIVE.finditer(layout.text):
        proposition = _subject_before(layout, match.start())
        if proposition is None:
            continue
        for party in agents_after(layout, match.end()):
            stance = Stance.OPPOSES if match["against"] else Stance.SUPPORTS
            doing = Span(match.start() + 1, match.end() - 1)
            yield _Finding(party, doing, proposition, stance)


def _read_reduced(layout: Layout) -> Iterator[_Finding]:
    """As in "the deal reached by Q", "a plan backed by Q"."""
    for match in _REDUCED.finditer(layout.text):
        start = max(0, match.start() - 20)
        if _HAS_BEEN.search(layout.text[start : match.start()]):
            continue
        before = phrase_before(layout, match.start())
        if before is not None:
            openings = list(_DETERMINER.finditer(layout.text, before.start, before.end))
            before = Span(openings[-1].start(), before.end) if openings else before
        proposition = None if before is None else read_proposition(layout, before)
        if proposition is None:
            continue
        for party in agents_after(layout, match.end()):
            stance = Stance.OPPOSES if match["against"] else Stance.SUPPORTS
            doing = Span(match.start() + 1, match.end() - 1)
            yield _Finding(party, doing, proposition, stance)


def _read_red_lines(layout: Layout) -> Iterator[_Finding]:
    """As in "P, which has been a red line for Q", "P is unacceptable to Q"."""
    for match in _FOR_PARTY.finditer(layout.text):
        before = phrase_before(layout, match.start())
        proposition = before if match["which"] else _subject_before(layout, match.start())
        if proposition is None:
            continue
        for party in phrases_after(layout, match.end()):
            doing = Span(match.start() + 1, match.end() - 1)
            yield _Finding(party, doing, proposition, Stance.OPPOSES)


def _read_views(layout: Layout) -> Iterator[_Finding]:
    """As in "Doing P would …, which many in Q view as an unacceptable concession"."""
    for match in _VIEWED.finditer(layout.text):
        proposition = _subject_before(layout, match.start()) or phrase_before(layout, match.start())
        if proposition is not None and starts_a_party(match["party"]):
            party = Span(*match.span("party"))
            doing = Span(match.end("party") + 1, match.end())
            yield _Finding(party, doing, proposition, Stance.OPPOSES)


def _read_seen(layout: Layout) -> Iterator[_Finding]:
    """As in "For Q, the prospect of P could be seen as a betrayal"."""
    for match in _SEEN_BY_FOR.finditer(layout.text):
        proposition = read_proposition(layout, _after_opening(layout, Span(*match.span("prop"))))
        if proposition is not None and starts_a_party(match["party"]):
            stance = Stance.CONDITIONAL if match["modal"] else Stance.OPPOSES
            party = Span(*match.span("party"))
            yield _Finding(party, Span(match.end("prop") + 1, match.end()), proposition, stance)


def _read_mirrors(layout: Layout) -> Iterator[_Finding]:
    """As in "Doing P mirrors Q's demands"."""
    for match in _MIRRORS.finditer(layout.text):
        sentence = layout.sentence_span(layout.sentence_at(match.start()))
        if not starts_a_party(match["party"]):
            continue
        for action in re.finditer(r"\b\w+ing\b", layout.text[sentence.start : match.start()]):
            start = sentence.start + action.start()
            proposition = read_proposition(layout, Span(start, match.start()))
            if proposition is not None:
                party = Span(*match.span("party"))
                yield _Finding(party, Span(*match.span()), proposition, Stance.SUPPORTS)
                break


def _read_nominals(layout: Layout) -> Iterator[_Finding]:
    """As in "Q's demand for P", "her opposition to P", "calls by Q to do P"."""
    for found in find_nominal_stands(layout):
        yield _Finding(
            found.party, found.doing, found.proposition, found.stance, own_word=found.own_word
        )


def _read_sides(layout: Layout) -> Iterator[_Finding]:
    """As in "Q, another critic of P", "supporters of P"."""
    for side in find_sides(layout):
        yield _Finding(side.party, side.doing, side.proposition, side.stance)


def _read_backing(layout: Layout) -> Iterator[_Finding]:
    """As in "P has the backing of Q"."""
    for match in _BACKED.finditer(layout.text):
        proposition = _subject_before(layout, match.start())
        if proposition is None:
            continue
        for party in agents_after(layout, match.end()):
            stance = Stance.OPPOSES if match["against"] else Stance.SUPPORTS
            doing = Span(match.start() + 1, match.end() - 1)
            yield _Finding(party, doing, proposition, stance)


_READERS: tuple[Callable[[Layout], Iterator[_Finding]], ...] = (
    _read_nominals,
    _read_sides,
    _read_backing,
    _read_passives,
    _read_reduced,
    _read_red_lines,
    _read_views,
    _read_seen,
    _read_mirrors,
)


def _subject_before(layout: Layout, position: int) -> Span | None:
    """The subject of the clause whose verb begins at a position, if it names a proposition."""
    sentence = layout.sentence_span(layout.sentence_at(max(0, position - 1)))
    opening = _CLAUSE_OPENING.match(layout.text, sentence.start, position)
    start = sentence.start if opening is None else opening.end()
    for told in _TOLD.finditer(layout.text, start, position):
        start = told.end()  # "he argued | the pipeline is …"
    found = _read_subject(layout, start, position)
    commas = re.compile(r",\s|\bthat\s").finditer(layout.text, start, position)
    for comma in itertools.islice(commas, _MOST_COMMAS):
        found = found or _read_subject(layout, comma.end(), position)
    return found


def _read_subject(layout: Layout, start: int, position: int) -> Span | None:
    if start >= position:
        return None
    span = _after_opening(layout, Span(start, position))
    owned = OWNED.search(layout.text, span.start, span.end)
    if owned is not None and owned.end() < span.end:
        span = Span(owned.end(), span.end)
    return read_proposition(layout, Span(span.start, end_of_clause(layout, span.start, span.end)))


_MOST_COMMAS = 2
_TOLD = re.compile(r"\b(?:said|says|argue[sd]|added|noted|insist(?:s|ed))\s(?=the\s)")
_CLAUSE_OPENING = re.compile(r"(?:Moreover|However|Furthermore|But|And|Meanwhile|Still),?\s")


def _after_opening(layout: Layout, span: Span) -> Span:
    """Without "the prospect of", "the idea of"."""
    opening = re.compile(r"(?:the|The|an?)\s(?:prospect|idea|notion|possibility)\sof\s").match(
        layout.text, span.start, span.end
    )
    return Span(opening.end(), span.end) if opening is not None else span

"""What an article itself says is missing about a claim."""

import re
from collections.abc import Iterator, Sequence

from onrecord.findings.claims import Claims, Remark
from onrecord.findings.passages import Taken, cut_to_words
from onrecord.findings.voices import Voices
from onrecord.records import Absence, AbsenceKind, Article, Attribution, Span
from onrecord.resolution.cued_patterns import CuedPatterns, Cues
from onrecord.resolution.layout import lay_out

_NOT = (
    r"(?:did|does|do|has|have|had|would|could|is|are|was|were)(?:\snot|n[’']t)\s"
    r"(?:\w+ly\s|yet\s|fully\s)*"
)
_GIVE = (
    r"(?:give[ns]?|gave|provided?|provides|offer(?:ed|s)?|present(?:ed)?|cite[ds]?|released?|"
    r"furnish(?:ed)?|suppl(?:y|ied)|shared?|show[ns]?|showed|produced?|divulged?|disclosed?)"
)
_GIVING = r"(?:giving|providing|offering|presenting|citing|sharing|going\sinto|showing)"
_ANY = (
    r"(?:any\s|a\s|further\s|more\s|other\s|specific\s|credible\s|concrete\s|hard\s|"
    r"supporting\s|additional\s|much\s|many\s|direct\s)*"
)
_PROOF = r"(?:evidence|proof|documentation|substantiation)\b"
_DETAIL = r"(?:details?|specifics|particulars)\b"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_KINDS: tuple[tuple[AbsenceKind, re.Pattern[str], Cues], ...] = (
    (
        AbsenceKind.NO_DIRECT_QUOTE,
        _compile(
            r"\b(?:without|no|lack(?:s|ed|ing)?(?:\sof)?|contain(?:s|ed)?\sno|carr(?:ies|ied)\sno)\s"
            r"(?:any\s|a\s|single\s)*(?:direct\s)?quot(?:es?|ations?)\b(?:\sfrom\s[^.,;]{2,50})?|"
            rf"\b{_NOT}(?:directly\s)?quote\b"
        ),
        {12: "quote quotes quotation quotations quots"},
    ),
    (
        AbsenceKind.NO_INDEPENDENT_CONFIRMATION,
        _compile(
            r"\b(?:could|can)\s?(?:not|n[’']t)\s(?:immediately\s)?(?:be\s)?(?:independently\s|immediately\s)*"
            r"(?:be\s)?(?:independently\s)?(?:verif(?:y|ied)|corroborated?|confirm(?:ed)?\b)[^.;\n]{0,50}|"
            r"\b(?:has|have|had)\s(?:not|never)\s(?:yet\s)?been\s(?:\w+ly\s)?(?:verified|corroborated|confirmed)\b|"
            r"\bno\sindependent\s(?:\w+\s)?(?:record|confirmation|verification|corroboration|witness(?:es)?)\b|"
            r"\bwithout\s(?:further\s|independent\s|any\s|official\s)*(?:confirmation|verification|corroboration)\b"
            r"(?:\sfrom\s[^.,;]{2,40})?"
        ),
        {12: "verif- corroborat- confirm-", 1: "independent"},
    ),
    (
        AbsenceKind.NO_EVIDENCE,
        _compile(
            rf"\bwithout\s(?:{_GIVING}\s)?{_ANY}{_PROOF}|\b{_NOT}{_GIVE}\s{_ANY}{_PROOF}|"
            rf"\b{_GIVE}\s(?:no|little|scant)\s{_ANY}{_PROOF}|\b(?:there\s(?:is|was|were|has\sbeen)|"
            rf"(?:has|have|had)\s(?:seen|found))\s(?:no|little|scant)\s{_ANY}{_PROOF}|"
            rf"\black\sof\s{_ANY}{_PROOF}|\bno\s{_ANY}{_PROOF}\s(?:has|have|was|to\ssupport|that)\b"
        ),
        {16: "evidence proof documentation substantiation"},
    ),
    (
        AbsenceKind.NO_DATE,
        _compile(
            rf"\b(?:{_NOT}(?:give|say|specify|provide|set)\s(?:a\sdate|when|the\sdate|any\sdate)|"
            r"(?:gave|giving|with)\sno\sdate|without\s(?:giving|specifying)\s(?:a\sdate|when))\b"
            r"(?:\sfor\s[^.,;]{2,30})?"
        ),
        {12: "date when"},
    ),
    (
        AbsenceKind.NO_DETAILS,
        _compile(
            rf"\b{_NOT}{_GIVE}\s{_ANY}{_DETAIL}[^.;\n]{{0,90}}|\b{_GIVE}\s(?:no|few|little)\s{_ANY}{_DETAIL}|"
            rf"\bwithout\s(?:{_GIVING}\s)?{_ANY}{_DETAIL}|\bwithout\s(?:elaborating|elaboration)\b|"
            rf"\b{_NOT}(?:elaborate|specify|explain\show|say\show|detail\b)[^.;\n]{{0,40}}|"
            rf"\bthere\s(?:are|were)\s(?:no|few)\s{_ANY}{_DETAIL}|\b(?:light|short|vague)\son\s{_DETAIL}|"
            rf"\b(?:no|few)\s{_ANY}{_DETAIL}\s(?:of|about|on|were|have|are)\b[^.;\n]{{0,40}}|"
            rf"\b{_DETAIL}\s(?:were|was|are)\s(?:not|scarce|scant|few)\b[^.;\n]{{0,30}}"
        ),
        {16: "detail details specifics particulars", 12: "elaborat- specify- how-"},
    ),
)
ABSENCE_PATTERNS = CuedPatterns([(pattern, cues) for _, pattern, cues in _KINDS])
_TIMING = re.compile(r"\b(?:timing|dates?|when)\b", re.IGNORECASE)


def find_absences(article: Article, attributions: Sequence[Attribution]) -> tuple[Absence, ...]:
    """Find what the article says is missing, in text order, each with the claim that lacks it.

    Only what stands in the article's own voice counts: a speaker who finds that there is no
    evidence makes a claim. Details said to be missing about a timing are a missing date too.
    """
    layout = lay_out(article.text)
    claims = Claims(layout, attributions)
    voices = Voices(attributions)
    absences: dict[tuple[object, ...], Absence] = {}
    for kind, span in _find_passages(article.text):
        said = voices.attribution_at(span.start)
        own_negation = said is not None and said.negated
        quoted = layout.quotation_at(span.start) is not None
        if quoted or (said is not None and not own_negation):
            continue
        owner = _whose(span, attributions)
        sentence = layout.sentence_span(layout.sentence_at(span.start))
        remark = Remark((span,), (sentence,), owner_id=owner, of_lead=True)
        claim = claims.find(remark)
        about = None if claim is None else claim.id
        absences[kind, span] = Absence(article.id, kind, span, about)
    return tuple(sorted(absences.values(), key=lambda each: (each.evidence, each.kind)))


def _whose(span: Span, attributions: Sequence[Attribution]) -> str | None:
    """Who is said not to have given something: the source of the attribution that says so."""
    for attribution in attributions:
        if any(span.start <= cue.start < span.end for cue in attribution.cue):
            return attribution.entity_id
    return None


def _find_passages(text: str) -> Iterator[tuple[AbsenceKind, Span]]:
    taken = Taken()
    each = zip(_KINDS, ABSENCE_PATTERNS.find_each(text), strict=True)
    for (kind, _, _), matches in each:
        for match in matches:
            span = cut_to_words(text, *match.span())
            if not taken.take(span):
                continue
            yield kind, span
            if kind is AbsenceKind.NO_DETAILS and _TIMING.search(text, span.start, span.end):
                yield AbsenceKind.NO_DATE, span

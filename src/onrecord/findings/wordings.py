"""The wordings of answers and of silence, each with what its party did.

Silence, refusal and an open answer are read first, so that no word inside them ("could not be
reached to confirm", "would neither confirm nor deny") is taken for a confirmation or a denial.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.findings.claim_verdicts import CLAIM_VERDICTS
from onrecord.findings.passages import Taken, cut_to_words
from onrecord.findings.silence_patterns import SILENCES, UNSAID
from onrecord.findings.statement_patterns import DENIAL, DENIAL_CUES, OTHER_DENIAL, STATEMENTS
from onrecord.records import ResponseKind, Span
from onrecord.resolution.cued_patterns import CuedPatterns


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording found in the text.

    Attributes:
        trigger: the words that say what the party did.
        party: the party's words where the wording gives their place; None: the clause's subject.
        contests: whether it contests a claim without "deny" ("called it false"): a denial by a
            party to the matter, a dispute by anybody else.
        names_claim: whether the words say themselves that something is answered, whether or not
            the article states it.
    """

    kind: ResponseKind
    trigger: Span
    party: Span | None = None
    contests: bool = False
    names_claim: bool = False


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_STATED = frozenset({ResponseKind.DENIES, ResponseKind.DISPUTES, ResponseKind.RETRACTS})
_BEFORE_VERB = _compile(rf"{UNSAID}$")
_LONGEST_UNSAID = 60
_NEAR = 30
_PASSIVE = _compile(r"\b(?:was|were|is|are|be|been|being|gets?|got)\s(?:\w+ly\s)?$")
_IF = _compile(r"\b(?:if|whether|unless)\s(?:[\w’'-]+\s){1,3}$")
# "Continued to deny it", "was quick to deny it": done all the same.
_WENT_ON = _compile(
    r"\b(?:continu|proceed|rush|mov|hasten|hurr|us)(?:e[sd]?|s|ed|ing|ied|ies)\sto\s(?:\w+ly\s)?$|"
    r"\b(?:went|goes|has\sgone)\son\sto\s(?:\w+ly\s)?$|\b(?:was|were|is|been)\squick\sto\s$"
)
# "There is no denying that", "denying it carries a risk", "an effort at denying".
_NOBODYS = _compile(
    r"\b(?:no|of|in|for|from|about|at|with|without|than|or|but|and|is|are|was|were|like|to)\s(?:\w+ly\s)?$"
)
_NOT_A_FACT = _compile(
    r"\b(?:if|whether|unless|may|might|could|should|to|will|cannot|can)\s(?:\w+ly\s|just\s|"
    r"even\s)?$"
)


_KINDS = (*SILENCES, *CLAIM_VERDICTS, *STATEMENTS)
WORDING_PATTERNS = CuedPatterns(
    [*((pattern, cues) for _, pattern, cues in _KINDS), (DENIAL, DENIAL_CUES)]
)


def find_wordings(text: str) -> Iterator[Wording]:
    """Every wording of the text, none inside a wording of an earlier kind."""
    taken = Taken()
    *others, denials = WORDING_PATTERNS.find_each(text)
    for (kind, _, _), matches in zip(_KINDS, others, strict=True):
        for match in matches:
            if _is_done(text, match.start()) if kind in _STATED else not _is_doubted(match):
                for wording in _take(taken, kind, match.span(), match):
                    yield replace(wording, contests=kind is ResponseKind.DENIES)
    for match in denials:
        other = OTHER_DENIAL.search(text, match.start(), match.end())
        before = text[max(0, match.start() - _NEAR) : match.start()]
        unsaid = left_unsaid(text, match.start())
        if other is None and unsaid is not None:
            span = (unsaid, match.end())
            yield from _take(taken, ResponseKind.NEITHER_CONFIRMS_NOR_DENIES, span, match)
        elif other is None and _denies(match, before):
            yield from _take(taken, ResponseKind.DENIES, match.span(), match)


def _denies(match: re.Match[str], before: str) -> bool:
    """Whether a form of "deny" says that somebody did."""
    if _WENT_ON.search(before) is not None:
        return True
    if "denying" in match[0][:_NEAR] and _NOBODYS.search(before) is not None:
        return False
    return not any(pattern.search(before) for pattern in (_NOT_A_FACT, _IF, _PASSIVE))


def _is_doubted(match: re.Match[str]) -> bool:
    """Whether a silence is only thought of: "if he refuses to say where"."""
    start = match.start()
    return _IF.search(match.string, max(0, start - _NEAR), start) is not None


def _is_done(text: str, position: int) -> bool:
    """Whether the verb at a position says what was done, not what may, will or was not."""
    before = text[max(0, position - _NEAR) : position]
    if left_unsaid(text, position) is not None:
        return False
    return _NOT_A_FACT.search(before) is None or _WENT_ON.search(before) is not None


def left_unsaid(text: str, position: int) -> int | None:
    """Where the words begin that leave undone what the verb at a position names; None: done."""
    if text.startswith("only ", position):  # "not only denied it but …"
        return None
    match = _BEFORE_VERB.search(text, max(0, position - _LONGEST_UNSAID), position)
    return None if match is None else match.start()


def _take(
    taken: Taken, kind: ResponseKind, span: tuple[int, int], match: re.Match[str]
) -> Iterator[Wording]:
    start, end = span
    while start < end - 1 and match.string[start] in ", \u2013\u2014-":
        start += 1
    trigger = cut_to_words(match.string, start, end)
    if not taken.take(trigger):
        return
    groups = match.re.groupindex
    named = "party" in groups and match["party"]
    party = cut_to_words(match.string, *match.span("party")) if named else None
    yield Wording(kind, trigger, party)

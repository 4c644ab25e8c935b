"""Wordings that name a claim of another and say what somebody makes of it.

"Ames said those statements were wrong"; "…, a point that officials have disputed".
"""

import re

from onrecord.findings.statement_patterns import CLAIM_NOUNS
from onrecord.records import ResponseKind
from onrecord.resolution.cued_patterns import ANYWHERE, Cues

_SAYING = (
    r"(?:says?|said|insist(?:s|ed)|contend(?:s|ed)|maintain(?:s|ed)|argue[sd]|wrote|writes|tweeted|respond(?:s|ed)|counter(?:s|ed)|"
    r"added|told\s(?:[\w’'.]+\s){0,3}?[\w’'.]+)(?:\s(?:in\san?\s\w+|\w+day))?(?:\sthat)?[,:]?"
)
_OF_WHOM = r"[“\"‘']{0,2}(?:[\w’'.,-]+\s){0,9}?[\w’'.]+"
_THE_CLAIM = (
    r"[“\"‘']{0,2}(?:(?:the|that|this|those|these|such|any|his|her|their|(?-i:[A-Z])[\w.]+[’']s?)\s"
    rf"(?:\w+\s){{0,3}}?(?:{CLAIM_NOUNS}|statements?|comments?|remarks?|polls?|numbers?|tweets?|posts?|data))"
    r"(?:\s(?:that|of|about|showing|saying)\s[^.;“”\"]{2,90}?)?"
)
# "…, a point that officials have disputed": what is taken up stands before it.
_FACT = (
    r"(?:,|\s-{1,2}|\s?[\u2013\u2014])\san?\s(?:\w+\s)?(?:point|fact|claim|charge|assertion|allegation|"
    r"description|characteri[sz]ation|account|detail)\s"
)
_TAKEN_UP = (
    _FACT + r"(?:that\s|which\s)?(?P<party>(?!(?:later|since|also|long|widely|first|never|"
    r"subsequently)\s)(?:[\w’'.-]+\s){1,6}?)(?:has\s|have\s|had\s)?"
    r"(?:\w+ly\s|also\s|since\s|later\s)?"
)


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


CLAIM_VERDICTS: tuple[tuple[ResponseKind, re.Pattern[str], Cues], ...] = (
    (
        ResponseKind.CONFIRMS,
        _compile(
            rf"{_TAKEN_UP}(?:acknowledg|conced|confirm|admitt?)(?:ed|es|s)\b"
        ),
        {ANYWHERE: "acknowledg- conced- confirm- admitted admits admittes admitts admited"
         " admites"},
    ),
    (
        ResponseKind.CONFIRMS,
        _compile(
            rf"{_FACT}(?:later\s|since\s)?(?:confirmed|acknowledged|conceded|admitted)\sby\s"
            r"(?P<party>[^.;:,\n“”\"]{2,60})"
        ),
        {ANYWHERE: "acknowledged confirmed conceded admitted"},
    ),
    (
        ResponseKind.DISPUTES,
        _compile(
            rf"{_TAKEN_UP}(?:disput|contest|challeng)(?:ed|es)\b"
        ),
        {ANYWHERE: "disputed disputes contested contestes challenged challenges"},
    ),
    (
        ResponseKind.DENIES,
        _compile(
            rf"{_TAKEN_UP}(?:reject|deni|dismiss|refut|rebuff)(?:ed|es)\b"
        ),
        {ANYWHERE: "rejected rejects denied denies dismissed dismisses refuted refutes rebuffed"},
    ),
    (
        ResponseKind.DISPUTES,
        _compile(
            rf"{_FACT}(?:disputed|contested|challenged)\sby\s(?P<party>[^.;:,\n“”\"]{{2,60}})"
        ),
        {ANYWHERE: "disputed contested challenged"},
    ),
    (
        ResponseKind.DENIES,
        _compile(
            rf"\b{_SAYING}\s{_OF_WHOM}\s(?:is|are|was|were|had\sbeen|[’']s)\s[“\"‘']{{0,2}}(?:\w+ly\s)?"
            r"(?:wrong|mistaken|lying)[”\"’']{0,2}\s(?:to\s(?:say|claim|suggest|assert|call|accuse|think)|for\s"
            r"(?:saying|claiming|suggesting|calling)|in\s(?:saying|claiming|suggesting|(?:his|her|its|their)\s"
            r"(?:claim|recollection|account|assertion)s?)|that|about|when|on)\b[^.;\n]{0,60}|"
            rf"\b{_SAYING}\s{_THE_CLAIM}\s(?:is|are|was|were)\s[“\"‘']{{0,2}}(?:\w+ly\s){{0,2}}"
            r"(?:wrong|mistaken|false|untrue|not\s(?:\w+\s)?(?:true|accurate|correct|based)|incorrect|inaccurate|"
            r"misleading|baseless|unfounded|inflated|exaggerated|"
            r"overstated|understated|without\s(?:merit|foundation|basis)|a\slie|lies|nonsense)\b"
        ),
        {0: "say says said insists insisted contends contended maintains maintained argues argued "
         "wrote writes "
         "tweeted responds responded counters countered added told"},
    ),
)  # fmt: skip

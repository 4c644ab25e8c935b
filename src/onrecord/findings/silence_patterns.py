"""The wordings of silence, refusal and open answers."""

import re

from onrecord.records import ResponseKind
from onrecord.resolution.cued_patterns import ANYWHERE, BEFORE, Cues

_NOT = r"(?:did\snot|didn[’']t|does\snot|doesn[’']t|do\snot|don[’']t|has\snot|hasn[’']t|have\snot|haven[’']t|had\snot|hadn[’']t)"  # noqa: E501
_ADVERB = r"(?:(?:immediately|yet|initially|directly|publicly|ever|even|\w+ly)\s)?"
_ASKING = (
    r"(?:requests?|questions?|(?:phone\s|telephone\s)?calls?|e-?mails?|messages?|inquir(?:y|ies)|"
    r"enquir(?:y|ies)|queries|letters?|voicemails?|texts?)"
)
_TO_ASKING = (
    rf"(?:(?:\s(?:on\s)?\w+day)?\s(?:to|for)\s[^.;:]{{0,60}}?(?:{_ASKING}|comment|claims?|allegations?|accusations?|"
    r"reports?|attempts|efforts)\b|(?=\s*[.;,\n]|\s*$|\sby\s|\son\s|\sabout\s|\swhen\s|\sbefore\s|\sas\s))"
)
_SPEAK = (
    r"(?:comment|answer|say|discuss|elaborate|respond|reply|speak|talk|be\sinterviewed|be\snamed\s|"
    r"identify|specify|confirm|address|disclose|reveal|explain|weigh\sin|name|"
    r"go\sinto(?=\s(?:it|that|this|them|any|the|more|further|details?|specifics)\b)|speculate|"
    r"predict|guess|characteri[sz]e|estimate|detail|divulge|engage|"
    r"(?:provide|give|offer|share|release|make)\s(?:[\w’'-]+\s){0,3}?(?:details|comments?|interviews?|date|"
    r"dates|lists?|names?|specifics|numbers?|figures|evidence|examples?|cop(?:y|ies)|documents?|"
    r"transcripts?|explanations?|reasons?|answers?|information|accounts?|statements?|predictions?|advice|opinions?|"
    r"timetables?|timelines?))"
)

# What stands right before a verb and leaves undone what it names: "has so far not", "yet to".
UNSAID = (
    r"(?:\b(?:not|never|neither|without|avoid(?:s|ed|ing)?|yet\sto|(?:stop(?:s|ped)?|"
    r"fell)\sshort\sof|"
    r"(?:declin|refus|fail)(?:e[sd]?|s|ed|ing)?(?:\seither)?\sto|(?:unable|unwilling)\sto)|"
    r"n[’']t)\s"
    r"(?:(?:(?!only\b)\w+ly|yet|once|either|ever|even|so\sfar|"
    r"(?:confirm(?:ed|ing)?|den(?:y|ied|ying))\sn?or)\s)*"
)


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_PARTY = r"(?P<party>[^.;:,\n]{2,70}?)"
SILENCES: tuple[tuple[ResponseKind, re.Pattern[str], Cues], ...] = (
    (
        ResponseKind.NEITHER_CONFIRMS_NOR_DENIES,
        _compile(
            rf"{UNSAID}(?:confirm|den)(?:s|ed|ing|y|ies|ied|ying)?\sn?or\s"
            r"(?:confirm|den)(?:s|ed|ing|y|ies|ied|ying)?\b|"
            r"\b(?:(?:would|could|can|will|did|does|do)\s)?(?:neither|not\seither)\s"
            r"confirm(?:s|ed|ing)?\sn?or\sden(?:y|ies|ied|ying)\b|"
            r"\b(?:would|could|can|will|did|does|do)(?:\snot|n[’']t|not)\s(?:either\s)?confirm\s"
            r"(?:it\s)?n?or\sdeny\b|\b(?:declin|refus)\w+\sto\s(?:either\s)?confirm\sor\sdeny\b|"
            r"\bnot\s(?:going|prepared|able|ready|in\sa\sposition)\sto\s(?:confirm|deny)\b"
            r"(?:[^.;]{0,30}\b(?:confirm|deny)\b)?|"
            r"\b(?:has|have|had)\s(?:not|n[’']t)\s(?:yet\s)?(?:determined|concluded|established|"
            r"decided|verified)\s(?:whether|if)\b[^.;\n]{0,80}|"
            r"\b(?:has|have|had)\s(?:not|n[’']t)\s(?:yet\s)?(?:made|reached|come\sto)\sa\s(?:\w+\s)?"
            r"(?:determination|conclusion|judge?ment)\b[^.;\n]{0,60}|"
            r"\b(?:was|were)(?:\snot|n[’']t)\saware\sof\s(?!an?\s)[^.;\n”\"]{0,50}|\b(?:was|were)\sunaware\sof\s(?:any|the|"
            r"such)\b[^.;\n”\"]{0,50}|"
            r"\b(?:is|are|was|were)\s(?:still\s|now\s)?looking\sinto\s(?:it|this|that|the|those|"
            r"these)\b[^.;\n]{0,30}|"
            r"\b(?:did|has|have|had|would|does|do)(?:\snot|n[’']t)\s(?:\w+ly\s)?"
            r"(?:den(?:y|ied)|dispute[sd]?|contest(?:ed)?)\b|"
            r"\b(?:has|have|had)?\s?never\sdenied\b|"
            r"\b(?:could|can)(?:\snot|n[’']t|not)\s(?:yet\ssay|say\s(?:yet|for\s(?:sure|certain)))\s(?:whether|if)\b[^.;\n]{0,80}"
        ),
        {12: "confirm- den dens dened dening deny denies denied denying",
         BEFORE: "never",
         8: "determin- conclu- judg-",
         4: "established decided verified whether if",
         3: "aware dispute disputes disputed contest contested",
         2: "unaware looking"},
    ),
    (
        ResponseKind.NOT_REACHED,
        _compile(
            r"\b(?:could|can)(?:\snot|n[’']t|not)\s(?:\w+ly\s)?be\s(?:\w+ly\s)?"
            r"(?:reached|contacted|located|found\sfor\scomment)\b[^.;\n]{0,40}|"
            r"\b(?:was|were|is|are)(?:\snot|n[’']t)\s(?:\w+ly\s)?(?:available|reachable)\b"
            r"[^.;\n]{0,30}|\b(?:was|were|is|are)\s(?:\w+ly\s)?(?:unavailable|unreachable)\b"
            r"(?:\s(?:for|to)\scomment)?"
        ),
        {6: "reached contacted located found available reachable unavailable unreachable"},
    ),
    (
        ResponseKind.NOT_REACHED,
        _compile(
            rf"\b(?:efforts|attempts)\sto\s(?:reach|contact|locate)\s{_PARTY}\s(?:(?:\w+\s){{0,4}}?"
            r"(?:were|was|have\sbeen|had\sbeen)?\s?(?:\w+ly\s)?"
            r"(?:unsuccessful|failed|fruitless|futile|in\svain|unanswered)|"
            r"(?:did\snot|didn[’']t)\s(?:yield|bear|bring)\s(?:any\s)?"
            r"(?:results?|fruit|response|success))\b"
        ),
        {0: "efforts attempts"},
    ),
    (
        ResponseKind.NO_RESPONSE_YET,
        _compile(
            rf"\b{_NOT}\s{_ADVERB}(?:responded|respond|replied|reply)\b{_TO_ASKING}|"
            rf"\b{_NOT}\s{_ADVERB}(?:return|returned|answer|answered|acknowledged?)\s"
            rf"(?:\w+[’']?s?\s){{0,5}}?{_ASKING}\b[^.;\n]{{0,40}}|"
            rf"\b(?!do(?:es)?(?:\snot|n[’']t)){_NOT}\s{_ADVERB}(?:comment|commented|weighed\sin)\b"
            r"[^.;\n]{0,30}|"
            r"\b(?:has|have|had)(?:\s(?:so\sfar|thus\sfar|long))?\sbeen\s(?:silent|mum)\b|"
            r"\b(?:made|had|gave|offered)\sno\s(?:immediate\s|public\s)?(?:response|reply)\b|"
            r"\bmade\sno\s(?:\w+\s)?comment\b|"
            r"\b(?:has|have|had)\syet\sto\s(?:\w+ly\s)?(?:comment|respond|reply|answer|react|"
            r"address|"
            r"make\sany\scomment|issue\sa\s\w+)\b(?:\s(?:on|to|about)\s[\w’' ]{2,40})?|"
            r"\b(?:has|have|had)\s(?:not\ssaid\sa\sword|said\snothing)\b"
            r"(?:\s(?:about|on)\s[\w’' ]{2,30})?|"
            r"\b(?:has|have|had)?\s?(?:remained|stayed|kept|fallen)\s(?:silent|quiet|mum|"
            r"tight-lipped)\b|"
            r"\b(?:did\snot|didn[’']t)\s(?:\w+ly\s)?(?:provide|offer)\s(?:a\s|any\s)?(?:comment|"
            r"response)\b"
        ),
        {5: "comment commented response reply",
         4: "respond- replied return returned answer answered acknowledge- weighed silent "
         "mum word",
         2: "nothing quiet tight",
         1: "yet",
         BEFORE: "remained stayed kept fallen"},
    ),
    (
        ResponseKind.NO_RESPONSE_YET,
        _compile(
            rf"\b(?:an?\s|the\s|several\s|multiple\s|repeated\s)?(?:\w+\s)?{_ASKING}\s"
            rf"(?:(?:for|seeking)\s(?:\w+\s)?(?:comment|interviews?|information)\s)?"
            rf"(?:left\s|sent\s|made\s)?(?:for|to|with|at|from)\s{_PARTY}\s"
            r"(?:(?:for|seeking)\s(?:\w+\s)?(?:comment|response)\s)?"
            r"(?:on\s\w+\s)?(?:was|were|went|had|have|has|has\sbeen|have\sbeen|had\sbeen)\s?"
            r"(?:\w+ly\s)?(?:not\s(?:\w+ly\s)?(?:been\s)?(?:returned|answered|met)|unanswered|"
            r"unreturned|"
            r"without\s(?:a\s)?(?:response|reply|answer))\b"
        ),
        {2: "request requests question questions phone telephone call calls e email emails "
         "message messages inquiry inquiries enquiry enquiries queries letter letters "
         "voicemail- text texts"},
    ),
    (
        ResponseKind.NO_RESPONSE_YET,
        _compile(
            r"\b(?P<party>neither\s(?:[\w’'.-]+\s){1,8}?nor\s(?:[\w’'.-]+\s){0,8}?[\w’'.-]+|neither\s"
            r"(?:\w+\s)?[\w’'.-]+)\s(?:has\s|have\s|had\s)?(?:immediately\s)?(?:responded|replied|commented|"
            rf"returned)\b{_TO_ASKING}"
        ),
        {0: "neither"},
    ),
    (
        ResponseKind.DECLINES,
        _compile(
            r"\b(?P<party>neither\s(?:[\w’'.-]+\s){1,8}?nor\s(?:[\w’'.-]+\s){0,8}?[\w’'.-]+|neither\s"
            r"(?:\w+\s)?[\w’'.-]+)\s(?:would|will)\s(?:comment|discuss|say|answer|speak|talk|elaborate)\b"
            r"[^.;\n]{0,40}"
        ),
        {0: "neither"},
    ),
    (
        ResponseKind.NO_RESPONSE_YET,
        _compile(
            r"\b(?:(?:the\s)?(?:lack|absence)\sof\s(?:an?\s|any\s)?(?:\w+\s)?"
            r"(?:response|reply|comment|reaction|statement|answer)|"
            r"(?:there\s(?:was|were|has\sbeen)\s)?no\s(?:\w+\s)?(?:response|reply|comment|"
            r"reaction|answer)|"
            r"the\ssilence)\s(?:of|from|by)\s(?P<party>(?:the\s)?(?:[\w’'&-]+\s){0,3}?[\w’'&-]+)"
            r"(?=\s(?:raise[sd]?|leaves?|left|adds|added|casts?|has|have|is|was|to|on|about|so|"
            r"in|by|and|adds?|made|since)\b|[.,;:\n])"
        ),
        {3: "no",
         1: "lack absence silence"},
    ),
    (
        ResponseKind.NO_RESPONSE_YET,
        re.compile(
            r"(?P<party>\b(?:[Tt]he\s)?(?:[A-Z][\w.-]*\s){0,3}[A-Z][\w.-]*)[’']s?\s(?:\w+\s)?silence\b"
        ),
        {ANYWHERE: "silence"},
    ),
    (
        ResponseKind.DECLINES,
        _compile(
            rf"\b(?:(?:has|have|had)\s)?(?:\w+ly\s)?(?:declin(?:ed|es|ing)|refus(?:ed|es|ing))\s"
            rf"(?:\w+ly\s)?(?:to\s(?:\w+ly\s)?{_SPEAK}\b[^.;\n]{{0,40}}|"
            r"(?:an?\s|any\s|all\s|further\s|multiple\s|several\s)?(?:\w+\s)?"
            r"(?:comment|requests?\sfor\s(?:comment|an?\sinterview)|interview(?:\srequests?)?))|"
            rf"(?<!\bI\s)\b(?:would|will)(?:\snot|n[’']t)\s(?!only\s)(?:\w+ly\s|yet\s)?{_SPEAK}\b[^.;\n]{{0,40}}|"
            rf"(?<!\bI\s)\bwon[’']t\s(?:\w+ly\s)?{_SPEAK}\b[^.;\n]{{0,30}}|"
            r"\bnot\sgoing\sto\s(?:comment|discuss|get\sinto|go\sinto|talk\sabout|speculate|"
            r"answer|address)\b"
            r"[^.;\n”\"]{0,40}|\brefused\sto\sentertain\b[^.;\n]{0,50}|"
            r"\b(?:had|has|have)\sno\s(?:\w+\s)?comment\b|"
            r"\bturned\sdown\s(?:\w+\s){0,2}?requests?\sfor\s(?:comment|an?\sinterview)\b|"
            r"\b(?:do|does)(?:\snot|n[’']t)\s(?:discuss|comment|speculate|confirm)\b[^.;\n]{0,30}|"
            r"\bdemurred\b|"
            r"\bdeclin(?:ed|es)\s(?:an?|any|all|further)\s(?:\w+\s)?questions?\b[^.;\n]{0,30}|"
            r"\b(?:is|are|was|were)(?:\snot|n[’']t)\ssaying\b(?=\s(?:how|what|where|when|who|why|whether|"
            r"if|which)\b|[.,;”\"])[^.;\n]{0,40}|"
            r"\b(?:dodg|sidestepp|duck|deflect|evad|avoid|(?:brush|wav|shrugg)(?:ed|es|"
            r"ing)\s(?:off|aside)\s)"
            r"(?:e[ds]|ed|s|ing|(?<=\s))\s?(?:[\w’'-]+\s){0,3}?questions?\b[^.;\n]{0,30}|"
            rf"\b(?:will|would|has|have|had)\s(?:declined?|refused?)\sto\s{_SPEAK}\b[^.;\n]{{0,40}}|"
            r"\b(?:(?:has|have|had)\s)?(?:begged\soff|punted|ignored\s(?:\w+\s){0,2}?(?:questions?|"
            r"requests?)|(?:would|will|could)\snot\sbe\sdrawn|refused\sto\s(?:be\sdrawn|engage|"
            r"(?:take|field)\s(?:\w+\s)?questions)|(?:would|did)(?:\snot|n[’']t)\stake\s(?:any\s)?"
            r"questions|cut\soff\s(?:\w+\s)?questions?|hung\sup\son\s(?:a|the)\sreporter|"
            r"changed\sthe\ssubject|walked\s(?:off|away)\swithout\sanswering)\b[^.;\n]{0,40}|"
            r"\b(?:do|does|did)(?:\snot|n[’']t)\swant\sto\s(?:\w+ly\s)?(?:comment|speculate|answer|"
            r"discuss|talk\sabout|get\sinto|go\sinto\s(?:it|that|this|them|any|detail)|weigh\sin|(?:offer|give|make)\s(?:[\w-]+\s){0,2}?"
            r"(?:predictions?|details|specifics|names|numbers|figures|dates?))\b[^.;\n”\"]{0,40}|"
            r"\bwould\s(?:not\s)?be\s[“\"‘']{0,2}(?:improper|inappropriate|premature|unfair|wrong|"
            r"appropriate|irresponsible)[”\"’']{0,2}\s(?:for\s(?:him|her|them|us|me|it|the\s\w+)\s)?"
            r"(?:to\s(?:\w+ly\s)?(?:comment|speak|discuss|answer|speculate|say|talk|respond|"
            r"address|weigh\sin))\b[^.;\n”\"]{0,60}"
        ),
        {4: "drawn take",
         3: "comment discuss speculate confirm",
         2: "declin- refus- want saying",
         1: "begged punted ignored cut hung changed walked",
         0: "would wouldn will willn won not demurred turned dodg- sidestep- duck- deflect- "
         "evad- avoid- brush- wav- shrug-"},
    ),
)  # fmt: skip
"""Read in this order, before the wordings of any statement."""
SILENT_SPEECH = _compile(
    r"\b(?:(?:i|we)(?:[’'](?:m|re)|\s(?:am|are|was|were))\snot\s(?:going|prepared|able|ready|"
    r"at\sliberty|"
    r"in\sa\sposition)\sto\s(?:\w+ly\s)?|(?:i|we)\s(?:(?:do|would|will|can)(?:\snot|n[’']t)|"
    r"won[’']t|cannot)\s"
    r"(?:\w+ly\s)?)(?:comment|discuss|talk\sabout|get\sinto|go\sinto|speculate|answer|"
    r"speak\s(?:about|to)|"
    r"respond|address)\b(?:\s(?:on|about|to|that|this|it|any|the|those|these)\b[^.;,”\"\n]{0,50})?|"
    r"\b(?:i|we)(?:\shave|[’']ve)\sno\scomment\b|(?<=[“\"])no\scomment\b"
)
"""A speaker's own words that refuse an answer: "We do not discuss personnel"."""

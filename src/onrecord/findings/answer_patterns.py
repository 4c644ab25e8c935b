"""The wordings of answers and of silence, each with what its party did.

Silence, refusal and an open answer are read first, so that no word inside them ("could not be
reached to confirm", "would neither confirm nor deny") is taken for a confirmation or a denial.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.findings.passages import Taken, cut_to_words
from onrecord.records import ResponseKind, Span

_NOT = r"(?:did\snot|didn[’']t|does\snot|doesn[’']t|do\snot|don[’']t|has\snot|hasn[’']t|have\snot|haven[’']t|had\snot|hadn[’']t)"  # noqa: E501
_ADVERB = r"(?:(?:immediately|yet|initially|directly|publicly|ever|even|\w+ly)\s)?"
_ASKING = (
    r"(?:requests?|questions?|(?:phone\s|telephone\s)?calls?|e-?mails?|messages?|inquir(?:y|ies)|"
    r"enquir(?:y|ies)|queries|letters?|voicemails?|texts?)"
)
_TO_ASKING = (
    rf"(?:\s(?:to|for)\s[^.;:]{{0,60}}?(?:{_ASKING}|comment|claims?|allegations?|accusations?|"
    r"reports?)\b|(?=\s*[.;,\n]|\s*$|\sby\s|\son\s|\sabout\s|\swhen\s|\sbefore\s|\sas\s))"
)
_SPEAK = (
    r"(?:comment|answer|say|discuss|elaborate|respond|reply|speak|talk|be\sinterviewed|be\snamed\s|"
    r"identify|specify|confirm|address|disclose|reveal|explain|weigh\sin|provide\s(?:details|"
    r"comment)|give\s(?:details|an?\sinterview|a\sdate)|name|offer\s(?:comment|details)|go\sinto)"
)
_CLAIM = (
    r"(?:claims?|allegations?|accusations?|charges?|reports?|rumou?rs?|suggestions?|assertions?|"
    r"account|version|notion|characteri[sz]ation|criticisms?|figures?|findings?|contention|"
    r"concerns?|insinuations?|complaints?)"
)
_UNTRUE = (
    r"[“\"‘']{0,2}(?:\w+\s){0,2}?(?:false|untrue|a\slie|lies|baseless|fabricat\w+|fiction|bogus|"
    r"nonsense|a\ssmear|inaccurate|categorically|unfounded|unsubstantiated|garbage|ridiculous|"
    r"absurd|"
    r"outrageous|laughable|preposterous|rubbish|hogwash|malarkey|crap|a\shoax|fake|misleading|"
    r"silly)\b"
)
# What stands right before a verb and leaves undone what it names: "has so far not", "yet to".
_UNSAID = (
    r"(?:\b(?:not|never|neither|without|avoid(?:s|ed|ing)?|yet\sto|(?:stop(?:s|ped)?|"
    r"fell)\sshort\sof|"
    r"(?:declin|refus|fail)(?:e[sd]?|s|ed|ing)?(?:\seither)?\sto|(?:unable|unwilling)\sto)|"
    r"n[’']t)\s"
    r"(?:(?:(?!only\b)\w+ly|yet|once|either|ever|even|so\sfar|"
    r"(?:confirm(?:ed|ing)?|den(?:y|ied|ying))\sn?or)\s)*"
)


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording found in the text.

    Attributes:
        trigger: the words that say what the party did.
        party: the party's words where the wording gives their place; None: the clause's subject.
        contests: whether it contests a claim without "deny" ("called it false"): a denial by a
            party to the matter, a dispute by anybody else.
    """

    kind: ResponseKind
    trigger: Span
    party: Span | None = None
    contests: bool = False


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_PARTY = r"(?P<party>[^.;:,\n]{2,70}?)"
_PATTERNS: tuple[tuple[ResponseKind, re.Pattern[str]], ...] = (
    (
        ResponseKind.NEITHER_CONFIRMS_NOR_DENIES,
        _compile(
            rf"{_UNSAID}(?:confirm|den)(?:s|ed|ing|y|ies|ied|ying)?\sn?or\s"
            r"(?:confirm|den)(?:s|ed|ing|y|ies|ied|ying)?\b|"
            r"\b(?:(?:would|could|can|will|did|does|do)\s)?(?:neither|not\seither)\s"
            r"confirm(?:s|ed|ing)?\sn?or\sden(?:y|ies|ied|ying)\b|"
            r"\b(?:would|could|can|will|did|does|do)(?:\snot|n[’']t|not)\s(?:either\s)?confirm\s"
            r"(?:it\s)?n?or\sdeny\b|\b(?:declin|refus)\w+\sto\s(?:either\s)?confirm\sor\sdeny\b|"
            r"\bnot\s(?:going|prepared|able|ready|in\sa\sposition)\sto\s(?:confirm|deny)\b"
            r"(?:[^.;]{0,30}\b(?:confirm|deny)\b)?|"
            r"\b(?:did|has|have|had|would|does|do)(?:\snot|n[’']t)\s(?:\w+ly\s)?"
            r"(?:den(?:y|ied)|dispute[sd]?|contest(?:ed)?)\b|"
            r"\b(?:has|have|had)?\s?never\sdenied\b"
        ),
    ),
    (
        ResponseKind.NOT_REACHED,
        _compile(
            r"\b(?:could|can)(?:\snot|n[’']t|not)\s(?:\w+ly\s)?be\s(?:\w+ly\s)?"
            r"(?:reached|contacted|(?:found|located)\sfor\scomment)\b[^.;\n]{0,40}|"
            r"\b(?:was|were|is|are)(?:\snot|n[’']t)\s(?:\w+ly\s)?(?:available|reachable)\b"
            r"[^.;\n]{0,30}|\b(?:was|were|is|are)\s(?:\w+ly\s)?(?:unavailable|unreachable)\b"
            r"(?:\s(?:for|to)\scomment)?"
        ),
    ),
    (
        ResponseKind.NOT_REACHED,
        _compile(
            rf"\b(?:efforts|attempts)\sto\s(?:reach|contact|locate)\s{_PARTY}\s(?:\w+\s){{0,4}}?"
            r"(?:were|was|have\sbeen|had\sbeen)?\s?(?:\w+ly\s)?(?:unsuccessful|failed|fruitless)\b"
        ),
    ),
    (
        ResponseKind.NO_RESPONSE_YET,
        _compile(
            rf"\b{_NOT}\s{_ADVERB}(?:responded|respond|replied|reply)\b{_TO_ASKING}|"
            rf"\b{_NOT}\s{_ADVERB}(?:return|returned|answer|answered|acknowledged?)\s"
            rf"(?:\w+[’']?s?\s){{0,5}}?{_ASKING}\b[^.;\n]{{0,40}}|"
            rf"\b{_NOT}\s{_ADVERB}(?:comment|commented|weighed\sin)\b[^.;\n]{{0,30}}|"
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
    ),
    (
        ResponseKind.NO_RESPONSE_YET,
        re.compile(
            r"(?P<party>\b(?:[Tt]he\s)?(?:[A-Z][\w.-]*\s){0,3}[A-Z][\w.-]*)[’']s?\s(?:\w+\s)?silence\b"
        ),
    ),
    (
        ResponseKind.DECLINES,
        _compile(
            rf"\b(?:(?:has|have|had)\s)?(?:\w+ly\s)?(?:declin(?:ed|es|ing)|refus(?:ed|es|ing))\s"
            rf"(?:\w+ly\s)?(?:to\s(?:\w+ly\s)?{_SPEAK}\b[^.;\n]{{0,40}}|"
            r"(?:an?\s|any\s|all\s|further\s|multiple\s|several\s)?(?:\w+\s)?"
            r"(?:comment|requests?\sfor\s(?:comment|an?\sinterview)|interview(?:\srequests?)?))|"
            rf"\b(?:would|will)(?:\snot|n[’']t)\s(?:\w+ly\s)?{_SPEAK}\b[^.;\n]{{0,40}}|"
            rf"\bwon[’']t\s(?:\w+ly\s)?{_SPEAK}\b[^.;\n]{{0,30}}|"
            r"\bnot\sgoing\sto\s(?:comment|discuss|get\sinto|go\sinto|talk\sabout|speculate|"
            r"answer|address)\b"
            r"[^.;\n”\"]{0,40}|\brefused\sto\sentertain\b[^.;\n]{0,50}|"
            r"\b(?:had|has|have)\sno\s(?:\w+\s)?comment\b|"
            r"\bturned\sdown\s(?:\w+\s){0,2}?requests?\sfor\s(?:comment|an?\sinterview)\b|"
            r"\b(?:do|does)\s(?:not|n[’']t)\sdiscuss\b[^.;\n]{0,30}|\bdemurred\b|"
            r"\b(?:is|are|was|were)(?:\snot|n[’']t)\ssaying\b(?!\smuch)[^.;\n]{0,40}|"
            r"\b(?:dodg|sidestepp|duck|deflect|evad|avoid|(?:brush|wav|shrugg)(?:ed|es|"
            r"ing)\s(?:off|aside)\s)"
            r"(?:e[ds]|ed|s|ing)?\s?(?:[\w’'-]+\s){0,3}?questions?\b[^.;\n]{0,30}"
        ),
    ),
    (
        ResponseKind.RETRACTS,
        _compile(
            r"\b(?:(?:has|have|had)\s)?(?:retract(?:ed|s)|recant(?:ed|s)|walked\sback|walks\sback|"
            r"backtracked|backpedaled|backpedalled)\b[^.;\n]{0,60}|"
            r"\b(?:withdr[ea]w|withdrawn|withdraws)\s(?:\w+\s){0,2}?"
            rf"(?:{_CLAIM}|statement|remarks?|story|denial|it\b)[^.;\n]{{0,40}}|"
            r"\b(?:took|take|taken|takes)\s(?:it|that|this|them|his\swords|her\swords)\sback\b|"
            r"\bapologi[sz](?:ed|es)\s(?:[^.;,\n]{0,40}\s)?for\s(?:[\w’'-]+\s){0,3}?(?:remarks?|"
            r"comments?|"
            r"statements?|words|tweets?|posts?|columns?|saying|calling|suggesting|claiming|"
            r"tweeting|posting|implying)\b[^.;\n]{0,60}"
        ),
    ),
    (
        ResponseKind.DISPUTES,
        _compile(
            r"\b(?:(?:has|have|had)\s)?(?:\w+ly\s)?(?:disput(?:ed|es|ing)\s(?:that|the|this|"
            r"those|these|"
            r"his|her|its|their|any|an?|\w+[’']s)\b|(?:contested|rebutt(?:ed|s)|refut(?:ed|es)|"
            r"t(?:ook|akes)\sissue\swith|push(?:ed|es|ing)\sback\s(?:on|against)|cast\sdoubt\son)\s"
            rf"(?:that\b|(?:[\w’'-]+\s){{0,4}}?(?:{_CLAIM}|idea|view|argument)\b))[^.;\n]{{0,70}}|"
            r"\bcontradict(?:ed|s|ing)\s(?:(?-i:[A-Z])\w+|him|her|them|that|the|this|his|those)\b|"
            r"\b(?:is|was|are|were|remains?|remained)\s(?:\w+ly\s)?(?:sk|sc)eptical\s(?:of|about)\s"
            rf"(?:[\w’'-]+\s){{0,5}}?(?:{_CLAIM}|conclusions?|confidence|assessments?|"
            rf"explanations?)\b"
        ),
    ),
    (
        ResponseKind.DENIES,
        _compile(
            r"\b(?:(?:has|have|had)\s)?(?:\w+ly\s)?(?:reject(?:ed|s|ing)?|dismiss(?:ed|es|ing)?|"
            r"brush(?:ed|es|ing)?\s(?:off|aside)|denounc(?:ed?|es)|knock(?:ed|s)?\sdown|shot\sdown|"
            r"disagree[sd]?\swith|scoff(?:ed|s)?\sat|laugh(?:ed|s)?\soff|ridicul(?:ed?|es)|"
            r"(?:bristl|chaf)(?:ed?|es)\sat|rebuff(?:ed|s)?)\s"
            rf"(?:[\w’'-]+\s){{0,5}}?{_CLAIM}\b[^.;\n]{{0,50}}|"
            r"\b(?:call(?:ed|s|ing)|brand(?:ed|s)|label(?:l?ed|s)|dismiss(?:ed|es))\s"
            rf"(?:it|this|that|them|(?:[\w’'-]+\s){{0,4}}?{_CLAIM})\s(?:as\s)?{_UNTRUE}|"
            rf"(?<=\bwhich\s)[^.;\n“”\"]{{2,60}}?\scall(?:ed|s)\s{_UNTRUE}"
        ),
    ),
)  # fmt: skip
_DENIAL = _compile(
    r"\b(?:(?:has|have|had)\s)?(?:\w+ly\s)?(?:denied|denies|denying|deny)\b(?!\s(?:by|"
    r"to(?!\s(?:me|us|reporters|"
    r"the\s(?-i:[A-Z])\w+|(?-i:[A-Z])\w+)\b))\b)"
    r"(?:(?!,\s(?:but|and|while|though|yet)\s)[^.;\n]){0,80}"
)
# "denied bail", "denied them a visa", "denied the motion": other senses of the word.
_OTHER_DENIAL = _compile(
    r"\b(?:denied|denies|denying|deny)\s(?:(?:him|her|them|us|me|you|people|women|workers|"
    r"(?-i:[A-Z])\w+)\s"
    r"(?:an?|the|their|his|her|any|access|entry|rights?)\b|(?:[\w’'-]+\s){0,3}?(?:entry|access|"
    r"bail|"
    r"visas?|permission|permits?|request|motion|petition|appeal|coverage|service|services|"
    r"treatment|"
    r"care|status|rights?|vote|nomination|opportunity|chance|justice|funding|asylum|application|"
    r"climate|"
    r"science|evolution|existence|parole|benefits|citizenship|Republicans|Democrats)\b)"
)
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
_STATED = frozenset({ResponseKind.DENIES, ResponseKind.DISPUTES, ResponseKind.RETRACTS})
_BEFORE_VERB = _compile(rf"{_UNSAID}$")
_LONGEST_UNSAID = 60
_NEAR = 30
_IF = _compile(r"\b(?:if|whether|unless)\s(?:[\w’'-]+\s){1,3}$")
_NOT_A_FACT = _compile(
    r"\b(?:if|whether|unless|may|might|could|should|to|will|cannot|can)\s(?:\w+ly\s|just\s|"
    r"even\s)?$"
)


def find_wordings(text: str) -> Iterator[Wording]:
    """Every wording of the text, none inside a wording of an earlier kind."""
    taken = Taken()
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if kind not in _STATED or _is_done(text, match.start()):
                for wording in _take(taken, kind, match.span(), match):
                    yield replace(wording, contests=kind is ResponseKind.DENIES)
    for match in _DENIAL.finditer(text):
        other = _OTHER_DENIAL.search(text, match.start(), match.end())
        before = text[max(0, match.start() - _NEAR) : match.start()]
        unsaid = left_unsaid(text, match.start())
        if other is None and unsaid is not None:
            span = (unsaid, match.end())
            yield from _take(taken, ResponseKind.NEITHER_CONFIRMS_NOR_DENIES, span, match)
        elif other is None and not _NOT_A_FACT.search(before) and not _IF.search(before):
            yield from _take(taken, ResponseKind.DENIES, match.span(), match)


def _is_done(text: str, position: int) -> bool:
    """Whether the verb at a position says what was done, not what may, will or was not."""
    before = text[max(0, position - _NEAR) : position]
    return left_unsaid(text, position) is None and _NOT_A_FACT.search(before) is None


def left_unsaid(text: str, position: int) -> int | None:
    """Where the words begin that leave undone what the verb at a position names; None: done."""
    if text.startswith("only ", position):  # "not only denied it but …"
        return None
    match = _BEFORE_VERB.search(text, max(0, position - _LONGEST_UNSAID), position)
    return None if match is None else match.start()


def _take(
    taken: Taken, kind: ResponseKind, span: tuple[int, int], match: re.Match[str]
) -> Iterator[Wording]:
    trigger = cut_to_words(match.string, *span)
    if not taken.take(trigger):
        return
    groups = match.re.groupindex
    party = Span(*match.span("party")) if "party" in groups and match["party"] else None
    yield Wording(kind, trigger, party)

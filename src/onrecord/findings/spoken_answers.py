"""Answers that are the words said: "That is not what happened", "I never met him".

No verb of denying stands around them, so the saying is a plain one; what it says is the answer.
"""

import re
from collections.abc import Iterator

from onrecord.findings.silence_patterns import SILENT_SPEECH
from onrecord.findings.wordings import Wording
from onrecord.records import Act, Attribution, ResponseKind, Span
from onrecord.resolution.layout import Layout

# Wishes, demands and questions answer no claim, whatever their words.
_ANSWERING = frozenset({Act.SAYS, Act.CLAIMS, Act.DENIES, Act.CONFIRMS, Act.DECLINES})
_OPENING = (
    r"[\s“”\"‘’']*(?:(?:no|look|well|so|but|and|again|listen|first|hey|obviously|honestly|frankly|"
    r"that|clearly|you\sknow|when\s[^,.;“”\"]{5,60}|i\s(?:think|mean|believe)|he|she|they|it|the\sdenial)[,:]?\s){0,2}[“”\"‘’']*"
)
_UNTRUE = (
    r"(?:not\s(?:at\sall\s|entirely\s|even\s|remotely\s)?(?:true|the\scase|correct|accurate|"
    r"factual|"
    r"what\s(?:happened|occurred|took\splace|(?:i|we|he|she|they)\s(?:said|meant|did|wrote)))|"
    r"(?:(?:an?|all|just|pure|total|complete)\s(?:\w+\s)?)?(?:lies?|fabrications?|falsehoods?|"
    r"smear)\b(?!\sthat)|false\b|untrue\b|incorrect\b|"
    r"inaccurate\b|disingenuous\b|dishonest\b|misleading\b|baseless\b|unfounded\b|fabricated\b|"
    r"made[\s-]up\b|fiction\b|bogus\b|(?:rubbish|nonsense|tosh|hogwash|bunkum|garbage|absurd|"
    r"ridiculous|preposterous)\b(?!\s(?:that|to|how|when|because|for|as|in|on|at)\b)|"
    r"simply\s(?:wrong|nonsense)|(?:total|complete|utter|pure)(?:ly)?\s(?:wrong|nonsense|garbage|"
    r"fiction)|"
    r"without\s(?:any\s)?(?:merit|foundation|basis))"
)
# The verdict is all that is said of it: "not true north" is none.
_OVER = (
    r"(?=\s*(?:[.,;!?:”\"’'—–-]|$)|"
    r"\s(?:that|at|and|but|because|to|about|in|for|by|on|when|as|or)\b)"
)
_THE_CLAIM = (
    r"(?:(?:th(?:at|is|ese|ose)|it|they|which|what\s(?:he|she|they|\w+)\s(?:says?|said|claims?|"
    r"claimed|wrote)|"
    r"all\sof\s(?:this|that|it)|everything\s[\w\s]{2,20}|"
    r"(?:the|these|those|this|that|his|her|their|any)\s(?:[\w’'-]+\s){0,3}?(?:claims?|allegations?|"
    r"accusations?|reports?|stor(?:y|ies)|rumou?rs?|suggestions?|account|charges?|version|"
    r"assertions?|"
    r"article))(?:\s(?:of|that|about)\s[^.,;“”\"]{2,60})?)"
)
_HAPPENED = (
    r"(?:(?:never|did\snot|didn[’']t)\s(?:\w+ly\s)?(?:happen(?:ed)?|t(?:ook|ake)\splace|"
    r"occur(?:red)?|"
    r"exist(?:ed)?))"
)


# "There is absolutely no chance", "… no way": that foresees, and denies nothing.
_FACTS = (
    r"(?:truth|evidence|proof|basis|plans?|links?|contacts?|connections?|ties|merit|substance|foundation|"
    r"knowledge|involvement|intention|relationship|agreement|deal|discussions?|talks?|conversations?|"
    r"meetings?|records?|factual\s\w+|validity|collusion|wrongdoing|conflict|indication)"
)


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(_OPENING + r"(?P<trigger>" + pattern + r")", re.IGNORECASE)


_PATTERNS: tuple[tuple[ResponseKind, re.Pattern[str]], ...] = (
    (
        ResponseKind.DENIES,
        _compile(
            rf"{_THE_CLAIM}(?:[’']s|[’']re|\s(?:is|are|was|were))(?:,[^,]{{1,30}},)?\s"
            rf"(?:just\s|all\s|\w+ly\s)?{_UNTRUE}{_OVER}|"
            rf"{_THE_CLAIM}\s(?:has|have|had)\s(?:\w+ly\s)?[“\"‘']{{0,2}}no\s(?:substance|merit|basis|"
            rf"foundation|truth)\b|"
            r"(?:(?:he|she|they|you)(?:[’']ve|\shave|\shas)?\s(?:just\s|simply\s|all\s)?made\s(?:it|this|that|"
            r"them)\s(?:all\s)?up)\b|(?:\w+\s){1,3}\w+,\s(?:but\s)?(?:not\strue|untrue|false)(?=[.,!;”\"])|"
            r"your\s(?:facts|numbers|figures|information)\s(?:is|are)\s(?:\w+\s)?(?:wrong|false|"
            r"incorrect)\b|"
            rf"(?:\w+ly\s)?(?:false|untrue)(?=[.,!;”\"])|"
            rf"(?:th(?:at|is)|it|no\ssuch\s(?:\w+\s){{1,2}}|nothing\sof\s(?:the|that)\s(?:sort|"
            rf"kind)\s)"
            rf"\s?(?:{_HAPPENED}|(?:ever\s)?(?:happened|took\splace|occurred|existed?))|"
            r"no\ssuch\s(?:\w+\s){1,2}(?:was|were|has\sbeen|have\sbeen|had\sbeen)\s(?:ever\s)?(?:made|given|taken|"
            r"reached|signed|received|sent|issued|held|offered|paid|agreed)\b|"
            r"(?:there\s(?:is|was|has\sbeen)|(?:i|we)\s(?:have|had))\s(?:absolutely|simply|literally)\s"
            rf"(?:nothing|no\s(?:\w+\s)?{_FACTS})\s[^.;“”\"]{{3,60}}|"
            r"there\s(?:is|was|has\sbeen)\s(?:absolutely\s|simply\s)?(?:no\struth|"
            r"nothing)\s(?:to|in)\s"
            r"(?:it|this|that|the\b|any|these|those)"
        ),
    ),
    (
        ResponseKind.NEITHER_CONFIRMS_NOR_DENIES,
        _compile(
            r"(?:we[’']ll\ssee|(?:only\s)?time\swill\stell|who\sknows)\b(?=[\s,.!?”\"’'])|"
            r"i\s(?:(?:do\snot|don[’']t)\sknow|know\snothing|have\sno\s(?:idea|knowledge))\s?(?:what\s(?:he|she|"
            r"they)\b[^.;]{0,60}|(?:anything\s|any\s\w+\s)?(?:about|of)\s[^.;“”\"]{2,60}|(?=[.,!”\"]))"
        ),
    ),
    (
        ResponseKind.RETRACTS,
        _compile(
            r"i\s(?:\w+ly\s)?(?:take\s(?:it|that|this|them)\sback|misspoke|withdraw\s(?:it|that|"
            r"my|the)|"
            r"retract\s(?:it|that|my|the)|stand\scorrected|(?:made|"
            r"had\smade)\sa\smistake\s(?:when|in)\s"
            r"(?:i\s)?sa(?:id|ying)|should\s(?:not|never)\shave\s(?:said|claimed|written|tweeted))"
        ),
    ),
)  # fmt: skip
_DISOWNED = re.compile(
    _OPENING
    + r"(?P<trigger>(?:(?:he|she|they)\s(?:had\s)?(?=never\s)|(?:i|we)(?:\s(?:have|had)|[’']ve)?\s)"
    r"(?:never|did\snot|didn[’']t|haven[’']t|not)\s(?:ever\s|once\s)?\w+[^.!?;]{0,120})",
    re.IGNORECASE,
)
# "Said that it was not in talks": an answer only to who says that it was.
_NOT_SO = re.compile(
    r"[\s“”\"‘’']*(?:that\s)?(?P<trigger>(?:it|he|she|they)\s(?:is|was|are|were|has|have|had|did)"
    r"(?:\snot|n[’']t)\s(?!(?:only|just|sure|surprised|know|want|think|believe|enough|interested|"
    r"willing|ready|going|planning|ruling|yet|learn)\b)\w+[^.!?;]{0,120})",
    re.IGNORECASE,
)
# "had nothing to do with it", "did nothing wrong": of the speaker himself.
_INNOCENT = re.compile(
    r"\b(?P<trigger>(?:i|we|he|she|they)\s+(?:(?:had|have|"
    r"has)\s(?:absolutely\s)?nothing\sto\sdo\swith|"
    r"(?:(?:have|has|had)\s)?(?:did|done|do|does)\s(?:absolutely\s)?nothing\s(?:wrong|illegal|"
    r"improper|"
    r"inappropriate|unethical)|(?:am|is|was|are|were)\s(?:\w+ly\s)?innocent)\b"
    r"[^.!?;]{0,60})",
    re.IGNORECASE,
)


_POINTS = re.compile(r"nothing\sto\sdo\swith\s(?:it|this|that|any\sof)\b", re.IGNORECASE)


def find_spoken(layout: Layout, attribution: Attribution) -> Iterator[Wording]:
    """The sentences of a content that are themselves an answer, at most one of each kind."""
    if attribution.act not in _ANSWERING or attribution.negated or attribution.hedged:
        return
    seen: set[ResponseKind] = set()
    for start, end in _sentences_of(layout, attribution):
        for kind, pattern in _PATTERNS:
            match = pattern.match(layout.text, start, end)
            if match is not None and kind not in seen:
                seen.add(kind)
                contests = kind is ResponseKind.DENIES
                yield Wording(kind, Span(*match.span("trigger")), contests=contests)
        match = SILENT_SPEECH.search(layout.text, start, end)
        if match is not None and ResponseKind.DECLINES not in seen:
            seen.add(ResponseKind.DECLINES)
            yield Wording(ResponseKind.DECLINES, Span(*match.span()))


def find_disowned(layout: Layout, attribution: Attribution) -> Iterator[Wording]:
    """What a speaker says that he did not do: an answer only to one who said that he did."""
    if attribution.act not in _ANSWERING or attribution.negated or attribution.hedged:
        return
    for start, end in _sentences_of(layout, attribution):
        match = _DISOWNED.match(layout.text, start, end)
        if match is not None:
            yield Wording(ResponseKind.DENIES, Span(*match.span("trigger")))
            return


def find_said_not(layout: Layout, attribution: Attribution) -> Iterator[Wording]:
    """What a speaker says is not so of himself: an answer only to one who said that it is."""
    if attribution.act not in _ANSWERING or attribution.negated or attribution.hedged:
        return
    for start, end in _sentences_of(layout, attribution):
        match = _NOT_SO.match(layout.text, start, end)
        if match is not None:
            yield Wording(ResponseKind.DENIES, Span(*match.span("trigger")))
        return


def find_innocence(layout: Layout, attribution: Attribution) -> Iterator[Wording]:
    """Find "I had nothing to do with it": an answer to one who spoke of the speaker."""
    if attribution.act not in _ANSWERING or attribution.negated or attribution.hedged:
        return
    for start, end in _sentences_of(layout, attribution):
        match = _INNOCENT.search(layout.text, start, end)
        if match is not None:
            # "Nothing to do with it": what "it" is, somebody must have said before.
            pointed = _POINTS.search(match["trigger"]) is not None
            yield Wording(ResponseKind.DENIES, Span(*match.span("trigger")), names_claim=pointed)
            return


def _sentences_of(layout: Layout, attribution: Attribution) -> Iterator[tuple[int, int]]:
    for piece in attribution.content:
        number = layout.sentence_at(piece.start)
        while number < len(layout.sentences):
            sentence = layout.sentence_span(number)
            if sentence.start >= piece.end:
                break
            yield max(sentence.start, piece.start), min(sentence.end, piece.end)
            number += 1

"""The words of an answer that state themselves what is answered."""

import re
from collections.abc import Sequence

from onrecord.findings.content_words import stem_word, stems_in
from onrecord.records import Span, Spans
from onrecord.resolution.layout import Layout

# "denied that …", "would not say whether …"; where there is no clause, "declined to comment on …".
_STATED = (
    re.compile(r"\b(?:that|whether|if|when|where|how|why|(?<!,\s)who|what)[,\s]", re.IGNORECASE),
    re.compile(r"\b(?:on|about|of|over|den(?:y|ies|ied|ying))\s", re.IGNORECASE),
)
_CLAUSE_END = re.compile(
    r"[;:\n”\"]|,\s(?:saying|but|and\s(?:said|added)|adding|who|which|though|\w+ed\sthat)\b|\sbut\s(?:said|says)\b"
)
# "Has denied handing in a request".
_DEED = re.compile(r"(?:[\w’']+\s){0,3}?den(?:y|ies|ied|ying)\s(?=(?:ever\s|\w+ly\s)?\w{2,}ing\b)")
_DEED_END = re.compile(
    rf"{_CLAUSE_END.pattern}|,?\s(?:and|but|while|though)\s(?:\w+ly\s)?\w+(?:ed|s|id|ld)\s|[“]|\s\""
)
# "Denied the claims, pointing to …": what follows is the ground of the answer.
_GROUND = re.compile(r",\s(?:\w+ly\s)?\w+ing\s")
# "The port was sold, which Ames denied", "-- a charge that Ames has rejected".
_TAKEN_UP = re.compile(
    r"(?:,|\s-{1,2}|\s?[\u2013\u2014])\s(?:which|something(?:\sthat)?|(?:an?|the)\s(?:\w+\s)?(?:charge|"
    r"claim|allegation|accusation|report|assertion|suggestion|notion|idea|point|fact|description|view)(?:\s(?:that|which))?)\s*$",
    re.IGNORECASE,
)
_REACH = 60
_LONGEST = 240
# "Did not reply | to several questions | about …": what may stand before what a silence is about.
_LEADING = re.compile(
    r"(?:\s(?:to|for|with|an?|the|our|his|her|its|their|any|all|repeated|several|multiple|many|further|"
    r"requests?|questions?|calls?|messages?|e-?mails?|inquir(?:y|ies)|letters?|comment(?:s|ing)?|response|"
    r"seeking|asking|publicly|immediately|directly|(?:on|by)\s\w+day))*\s?"
)
_FEWEST = 2
# Words of asking and answering, which say nothing of the matter.
_GENERIC = frozenset(
    map(
        stem_word,
        """comment request question respond response answer statement report claim allegation
        accusation charge deny denied dismiss reject dispute decline refuse discuss address call
        immediately confirm assertion rumor suggestion account version spokesman spokeswoman
        reporter""".split(),
    )
)


def stated_in_answer(
    layout: Layout, words: Span, trigger: Span, *, is_silence: bool = False
) -> Span | None:
    """What an answer says that it answers; None where that is too little to tell.

    Args:
        layout: the text's words and sentences.
        words: the party's words.
        trigger: the words that say what the party did.
        is_silence: whether that was nothing: then only what its words lead to is stated.
    """
    sentence = layout.sentence_span(layout.sentence_at(trigger.start))
    if sentence.start < words.start < trigger.end:
        taken_up = _TAKEN_UP.search(
            layout.text, max(sentence.start, words.start - _REACH), words.start
        )
        if taken_up is not None:
            start = max(sentence.start, taken_up.start() - _LONGEST)
            return _within(layout, start, taken_up.start())
    ground = _GROUND.search(layout.text, trigger.start, sentence.end)
    last = sentence.end if ground is None else ground.start()
    deed = None if is_silence else _DEED.match(layout.text, trigger.start, last)
    if deed is not None:
        # "Denied taking it and accused a neighbour": what was denied ends where he does the next.
        end = _DEED_END.search(layout.text, deed.end(), last)
        return _within(layout, deed.end(), end.start() if end else last, fewest=1)
    for pattern in _STATED:
        opening = pattern.search(layout.text, trigger.end if is_silence else trigger.start, last)
        if opening is not None and is_silence:
            led = layout.text[trigger.end : opening.start()]
            opening = opening if _LEADING.fullmatch(led) else None
        if opening is not None:
            end = _CLAUSE_END.search(layout.text, opening.end(), last)
            found = _within(layout, opening.end(), end.start() if end else last)
            if found is not None:
                return found
    return None


_ASKED = re.compile(
    r"\b(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Qq]uizzed)\s(?:\w+\s){0,3}?(?:about|on|over|"
    r"(?P<clause>whether|if|how|why|what|which|where|who|when))\s"
)
_ASKED_END = re.compile(r",\s|[;:\n”\"]")
# "Asked about it": what is asked was said before.
_TAKES_UP = re.compile(r"(?:it|this|that|them|those)\b(?!\s(?:\w+ed|\w+s|will|can)\b)")


def is_asked(layout: Layout, position: int) -> bool:
    """Whether a sentence says before a position that somebody was asked: "Asked about it, he …"."""
    sentence = layout.sentence_span(layout.sentence_at(position))
    return _ASKED.search(layout.text, sentence.start, max(sentence.start, position)) is not None


def find_asked(layout: Layout, evidence: Spans) -> Span | None:
    """What a party was asked: "asked whether …" around its answer, or the question before it."""
    number = layout.sentence_at(evidence[0].start)
    own, before = layout.sentence_span(number), layout.sentence_span(max(0, number - 1))
    for sentence in (own, before):
        found = list(_ASKED.finditer(layout.text, sentence.start, sentence.end))
        if found and not _TAKES_UP.match(layout.text, found[-1].end()):
            asked = found[-1]
            end = _ASKED_END.search(layout.text, asked.end(), sentence.end)
            last = end.start() if end else sentence.end
            # "Asked where the keys were, she …": the question of the same sentence is the one.
            fewest = 1 if sentence is own and asked["clause"] else _FEWEST
            return _within(layout, asked.end(), last, fewest=fewest)
    if before is not own and layout.text[before.start : before.end].rstrip(" \n”\"’'").endswith(
        "?"
    ):
        return before
    return None


def _within(layout: Layout, start: int, end: int, *, fewest: int = _FEWEST) -> Span | None:
    """The words between two positions; None where too few of them carry meaning."""
    words = [word for word in layout.words_in(Span(start, max(end, start + 1))) if word.end <= end]
    if not words:
        return None
    span = Span(words[0].start, words[-1].end)
    return span if len(stems_of(layout, (span,))) >= fewest else None


def stems_of(layout: Layout, spans: Sequence[Span] | Spans) -> frozenset[str]:
    """The stems of the words of some passages that tell what they are about."""
    return stems_in(layout.text, spans) - _GENERIC

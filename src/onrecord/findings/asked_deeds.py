"""What somebody is asked to do, means to do, or a plan involves."""

import re
from collections.abc import Sequence

from onrecord.findings.actions import load_actions
from onrecord.findings.proposition_words import OBJECTS, OPENERS, PREPOSITIONS, trim_words
from onrecord.findings.propositions import read_proposition
from onrecord.findings.public_deeds import has_public_object
from onrecord.records import Span, Stance
from onrecord.resolution.layout import Layout, Word, split_words

_LONGEST_ASKED = 12
_STATES = frozenset(
    """be have do get know see hear feel think believe make win say vote choose listen remember
    look come go rush discuss answer explain talk speak""".split()
)
# "An end to subsidies" asks nobody to do anything.
_TAKES_NOUN = frozenset(
    "end halt stop access support opposition limits cuts return aid threat response".split()
)
_INTENDS = re.compile(
    r"[“\"‘']*(?:that\s)?(?:(?:in|by|on)\s[^.;]{2,40}?,?\s)?(?P<who>it|he|she|they|we|i)(?:[’']ll|\s(?:will|would|won[’']t|wouldn[’']t)|"
    r"(?:[’'](?:m|re|s)|\s(?:am|are|is|was|were))\s(?:not\s)?going\sto)\s"
    r"(?P<not>not\s)?(?:also\s|\w+ly\s)?(?=(?P<verb>\w+)\s)",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:if|unless|provided|as\slong\sas|only\swhen)\b", re.IGNORECASE)
_INVOLVES = re.compile(
    r"\b(?:plan|proposal|deal|agreement|strategy|package|policy|it|they|arrangement)\s"
    r"(?:would|will|should|could)\s(?:also\s)?(?:involve|include|entail|consist\sof|mean|call\sfor|"
    r"require)\s"
)
_NEXT_MEASURE = re.compile(r",\s(?:and\s)?(?=\w+ing\b)|\sand\s(?=\w+ing\b)")


def read_asked(layout: Layout, span: Span, *, at_once: bool) -> Span | None:
    """What somebody is asked, or promises, to do: "Brenn to open the gates", "to open them".

    Args:
        layout: the text's words.
        span: the content.
        at_once: whether the infinitive has to open it; else whoever is asked may stand before.
    """
    words = split_words(layout.text, span.start, span.end)
    for number, word in enumerate(words[: 1 if at_once else _LONGEST_ASKED]):
        if word.lower != "to" or number + 2 >= len(words):
            continue
        if number and words[number - 1].lower in _TAKES_NOUN:
            continue
        verb = words[number + 1]
        if verb.lower.endswith("ly") and number + 3 < len(words):
            verb = words[number + 2]
        if verb.lower == "be" and _is_passive(words[number + 2 :]):
            kept = trim_words(layout, words)
            return Span(kept[0].start, kept[-1].end)
        no_verb = verb.lower in _STATES | OPENERS | OBJECTS | PREPOSITIONS
        if not verb.text.islower() or no_verb:
            continue
        kept = trim_words(layout, words[number + 1 :])
        return Span(kept[0].start, kept[-1].end) if len(kept) > 1 else None
    return None


def _is_passive(words: Sequence[Word]) -> bool:
    """Whether "to be" leads to what is done: "for the gates to be opened"."""
    ahead = [word for word in words[:2] if not word.lower.endswith("ly")]
    return bool(ahead) and load_actions().names_action(ahead[0].text, ahead[1:])


def read_intention(
    layout: Layout, span: Span, *, promised: bool = False
) -> tuple[Stance, Span] | None:
    """What a speaker says that he would do: "she would ban the gun", "we won't open the gates".

    Args:
        layout: the text's words.
        span: the content.
        promised: whether it is a promise, where "it" is who makes it; elsewhere "it" is a plan.
    """
    match = _INTENDS.match(layout.text, span.start, span.end)
    if match is None or (match["who"].lower() == "it" and not promised):
        return None
    words = trim_words(layout, split_words(layout.text, match.end(), span.end))
    if len(words) < 2 or not load_actions().names_action(words[0].text, words[1:]):
        return None
    said = Span(words[0].start, words[-1].end)
    if words[0].lower in _STATES or not has_public_object(layout, said):
        return None  # "we will have to go to war", "I will slow down"
    against = re.search(r"\bnot\b|n[’']t\b", match.group()) is not None
    condition = _CONDITION.search(layout.text, match.end(), span.end)
    stance = Stance.OPPOSES if against else Stance.SUPPORTS
    return Stance.CONDITIONAL if condition else stance, Span(words[0].start, words[-1].end)


def list_measures(layout: Layout, span: Span) -> list[Span]:
    """What a plan is said to involve, one by one: "it would mean doing A, doing B and doing C"."""
    opening = _INVOLVES.search(layout.text, span.start, span.end)
    if opening is None:
        return []
    starts = [opening.end()]
    starts += [each.end() for each in _NEXT_MEASURE.finditer(layout.text, opening.end(), span.end)]
    measures = []
    for start, end in zip(starts, [*starts[1:], span.end], strict=True):
        measure = read_proposition(layout, Span(start, end))
        if measure is not None:
            measures.append(measure)
    return measures

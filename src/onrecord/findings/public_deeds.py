"""Which deeds somebody decides on: to resume the talks, not to fight on or to take a look."""

import itertools

from onrecord.findings.actions import load_actions
from onrecord.findings.content_words import stem_word
from onrecord.findings.proposition_words import NEGATIONS
from onrecord.records import Span
from onrecord.resolution.layout import Layout, Word


def is_public_deed(layout: Layout, span: Span) -> bool:
    """Whether words that begin with a verb name something to be decided or agreed.

    The verb alone says so ("ban", "resign"), or something in its object does: "resume the talks".
    Whatever else people ask of each other or mean to do is no proposition: "focus on the winter".
    """
    words = _from_verb(layout.words_in(span))
    if len(words) < 2:
        return bool(words) and words[0].lower in _ALONE
    actions = load_actions()
    if stem_word(words[0].text) in _OF_OFFICE or actions.names_action(words[0].text, words[1:]):
        return True
    known = actions.nouns | (actions.things - _LOOSE) | _THINGS
    return any(word.lower in known or word.lower.removesuffix("s") in known for word in words[1:])


def _from_verb(words: list[Word]) -> list[Word]:
    passive = next(
        (
            n
            for n, (to, be) in enumerate(itertools.pairwise(words))
            if to.lower + be.lower == "tobe"
        ),
        0,
    )
    first = passive + 2 if passive else 0
    while first < len(words) and (
        words[first].lower in NEGATIONS or words[first].lower.endswith("ly")
    ):
        first += 1
    return words[first:]


# What needs no object.
_ALONE = frozenset("resign intervene disarm secede unionize withdraw abstain".split())
# What those in office do, whatever it is done to.
_OF_OFFICE = frozenset(
    map(
        stem_word,
        """resign intervene disarm secede withdraw retaliate release disclose publish nominate
        arrest detain pardon fire sue wall legislate act open
        reopen""".split(),
    )
)
# What any sentence about a race or an errand may name.
_LOOSE = frozenset("state states information office power work seat".split())
_THINGS = frozenset("contempt testimony tapes taxpayers regime convention delegates".split())

"""Which deeds somebody decides on: to resume the talks, not to fight on or to take a look."""

import itertools
from collections.abc import Sequence

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
    if words[1].lower in _PERSONS:
        return _names_known(words[2:])  # "give her a hearing", but not "replace her"
    acts = load_actions().names_action(words[0].text, words[1:])
    return acts or stem_word(words[0].text) in _OF_OFFICE or _names_known(words[1:])


def has_public_object(layout: Layout, span: Span) -> bool:
    """Whether what somebody wants to do is done to something public: "to raise the levy".

    "To raise the stakes" has a verb of those who decide, and yet is nobody's decision.
    """
    words = _from_verb(layout.words_in(span))
    if len(words) < 2:
        return False
    verb = stem_word(words[0].text)
    plain = verb not in _OF_MANY and load_actions().names_action(words[0].text, words[1:])
    return plain or words[0].lower.endswith("ing") or _names_known(words[1:_NEAR])


def _from_verb(words: Sequence[Word]) -> Sequence[Word]:
    """The words from the verb on, also where whom it is done to stands before "to be"."""
    pairs = itertools.pairwise(words)
    passive = next((n for n, (to, be) in enumerate(pairs) if (to.lower, be.lower) == _TO_BE), None)
    first = 0 if passive is None else passive + len(_TO_BE)
    while first < len(words) and (
        words[first].lower in NEGATIONS or words[first].lower.endswith("ly")
    ):
        first += 1
    return words[first:]


def _names_known(words: Sequence[Word]) -> bool:
    actions = load_actions()
    known = actions.nouns | (actions.things - _LOOSE) | _THINGS
    return any(word.lower in known or word.lower.removesuffix("s") in known for word in words)


_NEAR = 10
# What anybody may do to anything: only the object says whether it is decided.
_OF_MANY = frozenset(
    map(
        stem_word,
        """accelerate accept allow begin block bomb bring build cancel change close continue cover
        create cut delay destroy double ease elect eliminate end enforce exempt expand extend fix
        force get give halt have hike hold improve increase install join keep launch leave let lift
        limit lower maintain make merge move offer open pass pause pay postpone preserve prevent
        protect provide pull punish put raise recognize recognise reduce register reject remove
        renew replace reverse roll run save scale secure seize send set settle share shift shut
        slow spend start stop store strengthen strip support take tear tighten transfer treat
        triple use work break release revive restore draft simplify""".split(),
    )
)
_TO_BE = ("to", "be")
_PERSONS = frozenset("him her me us you them".split())
# What needs no object.
_ALONE = frozenset("resign intervene disarm secede unionize withdraw abstain".split())
# What those in office do, whatever it is done to.
_OF_OFFICE = frozenset(
    map(
        stem_word,
        """resign intervene disarm secede withdraw retaliate release disclose publish nominate
        arrest detain pardon fire sue wall legislate open
        compensate reopen""".split(),
    )
)
# What any sentence about a race or an errand may name.
_LOOSE = frozenset(
    """state states country countries information office power work seat care support
    statement""".split()
)
_THINGS = frozenset("action contempt testimony tapes taxpayers regime convention delegates".split())

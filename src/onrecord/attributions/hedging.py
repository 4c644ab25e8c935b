"""Whether the text leaves open that the source did it: "reportedly said", "if she says"."""

from onrecord.attributions.cue_clause import CueClause
from onrecord.attributions.word_classes import AUXILIARIES

_HEDGES = frozenset(
    """reportedly allegedly apparently supposedly purportedly seemingly evidently presumably
    ostensibly perhaps possibly probably maybe likely unlikely""".split()
)
_HEDGING_ALONE = _HEDGES | {"more", "most", "very"}
_MODALS = frozenset("may might could would 'd".split())
# "would like" wants, "could see" saw, "would later say" said: the act itself is not in doubt.
_SURE_AFTER = {
    "would": frozenset("like prefer rather love later often soon eventually always not".split()),
    "could": frozenset("not see hear feel tell remember barely".split()),
}
# "all she could do was | shout": the modal is not the cue's.
_PAST_BE = frozenset("is are was were".split())
_CONDITIONS = frozenset("if unless whether suppose supposing assuming imagine".split())
_CONCESSIONS = (("even",), ("as",))
_RAISING = frozenset("seem seems seemed appear appears appeared".split())
_HEARSAY = frozenset("said believed thought reported understood alleged rumoured rumored".split())
_BE = frozenset("is are was were be been being 's 're".split())
_TO = ((), ("to",))
_FRONT = 2
_NEAR = 3


def is_hedged(clause: CueClause) -> bool:
    """Whether an adverb, a modal, a condition or hearsay leaves the act open."""
    return (
        _has_hedge(clause)
        or _is_modal(clause)
        or _is_condition(clause)
        or clause.asks
        or _is_hearsay((*clause.cue, *clause.opening))
    )


def _has_hedge(clause: CueClause) -> bool:
    # "Reportedly" alone is the cue; "is likely | to fall" predicts.
    if all(word in _HEDGING_ALONE or word in AUXILIARIES for word in clause.cue):
        return False
    near = clause.before if clause.lead else clause.before[-_NEAR:]
    front = clause.lead if clause.opens and len(clause.lead) <= _FRONT else ()
    words = (*front, *near, *clause.cue)
    return any(
        word in _HEDGES and not (word in ("likely", "unlikely") and words[position + 1 :] in _TO)
        for position, word in enumerate(words)
    )


def _is_modal(clause: CueClause) -> bool:
    words = (*clause.before[-_NEAR:], *clause.cue)
    for position, word in enumerate(words[:-1]):
        following = words[position + 1]
        if word in _MODALS:
            modal = "would" if word == "'d" else word
            reaches = _PAST_BE.isdisjoint(words[position + 1 : -1])
            if reaches and following not in _SURE_AFTER.get(modal, ()):
                return True
        if word == "must" and following == "have":
            return True
        if word == "can" and following in _RAISING:
            return True
        if word in _RAISING and following == "to" and position + 2 < len(words):
            return "never" not in words[:position]
    return False


def _is_condition(clause: CueClause) -> bool:
    words = clause.lead or clause.before
    if words[-1:] == ("that",):
        words = words[:-1]
    if words[-1:] == ("say",):
        return clause.opens and len(words) == 1
    return bool(words) and words[-1] in _CONDITIONS and words[-2:-1] not in _CONCESSIONS


def _is_hearsay(words: tuple[str, ...]) -> bool:
    """Whether the article does not say who says so: "is said to", "are believed to have"."""
    for position in range(len(words) - 2):
        be, middle, to = words[position : position + 3]
        if be in _BE and to == "to" and middle in _HEARSAY:
            return True
    return False

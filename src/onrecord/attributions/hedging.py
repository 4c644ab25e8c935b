"""Whether the text leaves open that the source did it: "reportedly said", "if she says"."""

from onrecord.attributions.cue_clause import CueClause
from onrecord.attributions.negation import is_nobody
from onrecord.attributions.word_classes import AUXILIARIES, DETERMINERS, PREPOSITIONS

_HEDGES = frozenset(
    """reportedly allegedly apparently supposedly purportedly seemingly evidently presumably
    ostensibly perhaps possibly probably maybe likely unlikely potentially conceivably
    theoretically""".split()
)
_HEDGING_ALONE = _HEDGES | {"more", "most", "very"}
# "perhaps the best known", "most probably because": the adverb is about what follows it.
_DEGREES = frozenset("the best most because".split())
_MODALS = frozenset("may might could would 'd".split())
# "would like" wants, "could see" saw, "would later say" said: the act itself is not in doubt.
_SURE_AFTER = {
    "would": frozenset(
        """like prefer rather love hate later often soon eventually ultimately subsequently always
        sometimes then come not never only""".split()
    ),
    "could": frozenset("not see hear feel tell remember barely hardly only never".split()),
}
# "could be heard grousing", "could be found in the filings": they were.
_PERCEIVED = (("be", "heard"), ("be", "found"))
# "At first he would point to": habits of the past.
_HABIT = frozenset(
    """often sometimes always usually frequently regularly routinely repeatedly again daily weekly
    nightly""".split()
)
_HABITUAL = frozenset(
    """warn recall joke boast brag complain remark shout yell repeat echo rail muse discuss lecture
    remind regale mock quip""".split()
)
_PERSONS = (("he",), ("she",), ("they",))
# "in late May".
_BEFORE_MONTH = frozenset("in on of by since until late early mid last next through".split())
# "'d previously endorsed": had.
_PAST = frozenset(
    """been said told thought heard seen made written known had done gone given taken found felt
    got become""".split()
)
_BASE_IN_ED = frozenset("need feed heed speed proceed succeed exceed concede".split())
_COMPARED = (("more",), ("less",), ("most",), ("least",))
# "all she could do was | shout": the modal is not the cue's.
_PAST_BE = frozenset("is are was were".split())
_CONDITIONS = frozenset("if unless whether lest suppose supposing assuming imagine".split())
_CONCESSIONS = (("even",), ("as",))
# "Should | Ruiz say", "had | she known", "what would | they say".
_SECOND_THOUGHTS = (("or", "not"), ("and", "when"), ("or", "when"))
_ASIDES = (("however",), ("indeed",), ("instead",), ("eventually",))
_CASES = (("in", "case"), ("the", "event"), ("unlikely", "event"))
# "no evidence that | she knew".
_GROUNDS = frozenset("evidence guarantee indication proof sign".split())
# "would require | them to admit it", "could make | them fear it".
_CAUSES = frozenset(
    """require allow force prompt lead cause help enable encourage push compel make
    let""".split()
)
_BARE_AFTER = frozenset("help make let".split())
_INVERTED = frozenset("should had would could might".split())
_NO_CONDITION = frozenset("nor neither never only so as than then not seldom rarely".split())
_ASKED = frozenset("who whom whose what when where why how which".split())
# "a chance that | she knew".
_OPEN = frozenset(
    """possible likely unlikely probable conceivable rumour rumours rumor rumors speculation
    possibility chance likelihood""".split()
)
# "nodded, as if to say".
_AS_IF = ("as", "if", "to")
_RAISING = frozenset("seem seems seemed appear appears appeared".split())
# "appeared pleased with", "seemed confident that".
_STATES = frozenset(
    """confident eager ready willing happy keen unaware aware certain sure reluctant unwilling
    angry capable hopeful optimistic open comfortable sceptical skeptical sympathetic""".split()
)
_HEARSAY = frozenset(
    "said believed thought reported understood alleged rumoured rumored reputed".split()
)
_BE = frozenset("is are was were be been being 's 're".split())
_TO = ((), ("to",))
_LIKELY = (("likely",), ("unlikely",))
_FRONT = 2
_NEAR = 3


def is_hedged(clause: CueClause) -> bool:
    """Whether an adverb, a modal, a condition or hearsay leaves the act open."""
    return (
        _has_hedge(clause)
        or _is_modal(clause)
        or _is_condition(clause)
        or _is_inverted(clause)
        or _is_caused(clause)
        or _is_expected(clause.cue)
        or clause.asks
        or clause.before[-3:] == _AS_IF
        or _AS_IF in zip(clause.cue, clause.cue[1:], clause.cue[2:], strict=False)
        or _is_hearsay((*clause.cue, *clause.opening))
    )


def _has_hedge(clause: CueClause) -> bool:
    # "Reportedly" alone is the cue; "is likely | to fall" predicts.
    if all(word in _HEDGING_ALONE or word in AUXILIARIES for word in clause.cue):
        return False
    near = clause.before if clause.lead else clause.before[-_NEAR:]
    # "It is probably what | she has in mind".
    lead = clause.lead[:-1] if clause.lead[-1:] == ("what",) else clause.lead
    opens = clause.opens and len(lead) <= _FRONT
    # "her rivals, more than likely | those who said so".
    last = () if lead[-1:] in _LIKELY else lead[-1:]
    front = lead if opens else last
    words = (*front, *near, *clause.cue)
    begin = len(words) - len(clause.cue)
    return any(
        word in _HEDGES and _is_of_the_act(words, position, in_cue=position > begin)
        for position, word in enumerate(words)
    )


def _is_of_the_act(words: tuple[str, ...], position: int, *, in_cue: bool) -> bool:
    """Whether an adverb is about the act: not in "said, apparently for the first time"."""
    word, following = words[position], words[position + 1 : position + 2]
    before = words[position - 1 : position]
    if word == "unlikely" and following != ("to",):
        return False
    if word in ("likely", "unlikely"):
        # "her unlikely proposal" is made, "more likely to say" is how often.
        if not DETERMINERS.isdisjoint(before) and before not in _COMPARED:
            return False
        return words[position + 1 :] not in _TO and not (
            before in _COMPARED and following == _TO[1]
        )
    if following and following[0] in _DEGREES:
        return False
    return not (in_cue and following and following[0] in PREPOSITIONS)


def _is_modal(clause: CueClause) -> bool:
    near = clause.before[-_NEAR:]
    words = (*near, *clause.cue)
    for position, word in enumerate(words[:-1]):
        following = words[position + 1]
        if word in _MODALS and _is_open(words, position, clause):
            return True
        if (word == "must" and following == "have") or (word == "can" and following in _RAISING):
            return True
        if word not in _RAISING:
            continue
        if following == "to" and position + 2 < len(words):
            return "never" not in words[:position]
        feels = following.endswith("ed") or following in _STATES
        if feels and clause.subject and position >= len(near):
            return True
    return False


def _is_open(words: tuple[str, ...], position: int, clause: CueClause) -> bool:
    """Whether a modal at a position, of the words near the cue and its own, leaves it open."""
    modal = "would" if words[position] == "'d" else words[position]
    rest, between = words[position + 1 :], words[position + 1 : len(words) - len(clause.cue)]
    if rest[0] in _SURE_AFTER.get(modal, ()) or not _PAST_BE.isdisjoint(rest[:-1]):
        return False
    if _is_participial(clause.cue, between) or _is_other_word(words, position):
        return False
    return not _is_settled(modal, rest, clause)


def _is_participial(cue: tuple[str, ...], between: tuple[str, ...]) -> bool:
    """Whether a cue is no verb of the modal's: "touches that he might like, | describing"."""
    participle = len(between) > 0 and len(cue) > 0 and cue[0].endswith("ing")
    return participle and _BE.isdisjoint(between)


def _is_other_word(words: tuple[str, ...], position: int) -> bool:
    """Whether what looks like a modal is a month, "had", or of a clause inside the cue."""
    word, before = words[position], words[position - 1 : position]
    if word == "may":
        return bool(before) and before[0] in _BEFORE_MONTH
    if word == "'d" and _is_past(words[position + 1 :]):
        return True
    # "answered how he would deal with it".
    return position > 1 and words[position - 2] in ("how", "what", "why")


def _is_settled(modal: str, rest: tuple[str, ...], clause: CueClause) -> bool:
    """Whether it happened all the same: "could be heard shouting", "would often complain"."""
    if modal == "could":
        return rest[:2] in _PERCEIVED
    # "nobody would say so": nobody did.
    if modal == "would" and is_nobody(clause.subject):
        return True
    if modal != "would" or "have" in rest:
        return False
    if not _HABIT.isdisjoint((*clause.lead, *clause.words)) or clause.lead[-2:] == ("at", "first"):
        return True
    conditional = not _CONDITIONS.isdisjoint((*clause.lead, *clause.words, *clause.opening))
    return clause.subject in _PERSONS and rest[0] in _HABITUAL and not conditional


def _is_condition(clause: CueClause) -> bool:
    words = clause.lead or clause.before
    # "whether or not | she agrees", "if, however, | she agrees".
    if words[-2:] in _SECOND_THOUGHTS:
        words = words[:-2]
    elif words[-1:] in _ASIDES:
        words = words[:-1]
    if words[-1:] == ("that",):
        words = words[:-1]
        grounded = words[-2:-1] == ("no",) and words[-1] in _GROUNDS
        if words[-1:] and (words[-1] in _OPEN or grounded):
            return True
    if words[-2:] in _CASES and "in" in words[-4:]:
        return True
    if words[-1:] == ("say",):
        return clause.opens and len(words) == 1
    # "whether | discussing the weather or".
    if words[-1:] == ("whether",) and clause.cue[:1] and clause.cue[0].endswith("ing"):
        return False
    return bool(words) and words[-1] in _CONDITIONS and words[-2:-1] not in _CONCESSIONS


def _is_inverted(clause: CueClause) -> bool:
    """Whether an auxiliary before the source makes it a condition or asks: "should | she say"."""
    if not clause.lead or clause.lead[-1] not in _INVERTED or clause.before[:1] == ("'s",):
        return False
    other = clause.lead[-2:-1]
    # "had the growers wondering", "why had she said so".
    # "How could she say so": she did.
    if other in (("how",), ("why",)):
        return False
    if clause.lead[-1] == "had" and not (_is_past(clause.words) and _ASKED.isdisjoint(other)):
        return False
    return _NO_CONDITION.isdisjoint(other)


def _is_caused(clause: CueClause) -> bool:
    """Whether something may bring the act about: "would require | them to admit it"."""
    if not clause.lead or clause.lead[-1] not in _CAUSES or _MODALS.isdisjoint(clause.lead[-4:-1]):
        return False
    return clause.words[:1] == ("to",) or clause.lead[-1] in _BARE_AFTER


def _is_past(words: tuple[str, ...]) -> bool:
    """Whether the first verb is a past participle."""
    verb = next((word for word in words if not word.endswith("ly")), "")
    return verb in _PAST or (verb.endswith("ed") and verb not in _BASE_IN_ED)


def _is_expected(cue: tuple[str, ...]) -> bool:
    """Whether an act is awaited: "is expected to announce"; "is expected to" alone predicts."""
    return any(
        cue[position] in _BE and cue[position + 1 : position + 3] == ("expected", "to")
        for position in range(len(cue) - 3)
    )


def _is_hearsay(words: tuple[str, ...]) -> bool:
    """Whether the article does not say who says so: "is said to", "are believed to have"."""
    for position in range(len(words) - 2):
        be, middle, to = words[position : position + 3]
        if be in _BE and to == "to" and middle in _HEARSAY:
            return True
    return False

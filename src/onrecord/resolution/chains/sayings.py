"""What an attribution tells of: words said once, a stand, a habit, a question."""

import re

from onrecord.records import Act, Attribution, Basis, Form
from onrecord.resolution.chains.clauses import read_clause
from onrecord.resolution.chains.context import ChainContext
from onrecord.resolution.chains.other_times import is_perfect, names_another
from onrecord.resolution.mentions import POSSESSIVES

NO_SAYING = frozenset({Act.SUPPORTS, Act.OPPOSES, Act.DECIDES, Act.WANTS})
"""Acts that somebody can have done without words."""
RELATIVES = frozenset({"who", "which", "that", "whose"})
_SAID = re.compile(
    r"\b(?:comment|remark|statement|word|answer|response|reply|repl|assertion|quote|description|"
    r"account|testimony)", re.IGNORECASE,
)  # fmt: skip
# Stands that somebody takes by speaking: "blasted the plan".
_VOICED = re.compile(
    r"\b(?:prais|critici|denounc|condemn|blast|slam|attack|ripp|mock|defend|dismiss|lash|accus|"
    r"scold|rebuk|hail|tout|applaud|laud|lambast|hit|fire|fired|took aim|chid|bash|hammer|jab|"
    r"decri|ridicul|taunt|insult|assail|chastis|call|went after|knock|swip|complain|vow|promis)",
    re.IGNORECASE,
)
# What somebody does at no one time: "continues to insist", "is now casting".
_HABIT = re.compile(
    r"(?:continues? to|is|are|refuses|remains?|keeps?|tries|would|will|isn[’']t|aren[’']t|"
    r"ha(?:s|ve)n[’']t|won[’']t|wouldn[’']t)(?!\w)"
)
# What a film or a book does: "she documents the floods".
_IN_A_WORK = re.compile(
    r"(?:also |then |carefully )?(?:documents|chronicles|highlights|explores|examines|portrays|"
    r"depicts|"
    r"traces|illustrates|weaves|dramatizes|captures)\b"
)
_PRESENT = re.compile(r"(?:wants?|needs?|believes?|thinks?|has|have|had|hopes?|seems?|knows?)\b")
_ASKED = re.compile(r"\b(?:asked|pressed|questioned|challenged)\b", re.IGNORECASE)
_WRITES = re.compile(r"\b(?:wrote|writes)\b")


def may_go_on(context: ChainContext, attribution: Attribution) -> bool:
    """Whether it tells of words: "Bell's plans" and "who backs it" need no occasion."""
    if attribution.source is None or attribution.form is not Form.INDIRECT:
        return True
    return not is_habit(context, attribution) and not is_stand(context, attribution)


def is_said_plainly(context: ChainContext, traced: Attribution) -> bool:
    """Whether somebody said it once, on an occasion that no word names."""
    if traced.source is None or traced.basis is not Basis.UNSTATED or len(traced.chain) > 1:
        return False
    cue = traced.cue
    return (
        may_go_on(context, traced)
        and not is_habit(context, traced)
        and _PRESENT.match(context.text, cue[0].start, cue[-1].end) is None
        and not names_another(read_clause(context, traced))
    )


def is_habit(context: ChainContext, attribution: Attribution) -> bool:
    """Whether somebody does it at no one time: "has said", "isn't saying", "documents"."""
    cue = attribution.cue
    words = context.text[cue[0].start : cue[-1].end]
    return (
        is_perfect(words) or _HABIT.match(words) is not None or _IN_A_WORK.match(words) is not None
    )


def is_stand(context: ChainContext, attribution: Attribution) -> bool:
    """Whether somebody can have it without having said it: "Bell opposes", "her plans"."""
    return _is_noun(context, attribution) or (
        attribution.act in NO_SAYING and not context.cue_has(_VOICED, attribution)
    )


def is_aside(context: ChainContext, attribution: Attribution) -> bool:
    """Whether a relative clause tells where somebody stands: "Bell, who backs the plan"."""
    if attribution.act not in NO_SAYING:
        return False
    return context.source_words(attribution).lower() in RELATIVES


def is_question(context: ChainContext, attribution: Attribution) -> bool:
    """Whether the cue says that somebody was asked."""
    return context.cue_has(_ASKED, attribution)


def is_written(context: ChainContext, attribution: Attribution) -> bool:
    """Whether the cue says that it was written."""
    return context.cue_has(_WRITES, attribution)


def _is_noun(context: ChainContext, attribution: Attribution) -> bool:
    """Whether the cue is a noun that the source owns: "her plan", "Bell's proposal"."""
    source, cue = attribution.source, attribution.cue
    if source is None or source[-1].end > cue[0].start:
        return False
    words = context.source_words(attribution).lower()
    owns = words in POSSESSIVES or words.endswith(("'s", "’s", "s'", "s’"))
    return owns and not context.cue_has(_SAID, attribution)

"""What a story retells from one newsroom: whoever is quoted right after it is quoted there."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from onrecord.records import Act, Attribution, Basis, EntityKind, Form, Hop, How
from onrecord.resolution.chains.clauses import read_clause
from onrecord.resolution.chains.context import ChainContext
from onrecord.resolution.chains.rooms import GROUNDS
from onrecord.resolution.chains.sayings import RELATIVES, is_said_plainly
from onrecord.resolution.chains.speakers import is_known_one

_NEWSROOM = re.compile(
    r"\b(?:newspaper|paper|magazine|news (?:service|site|agency|outlet)|website|network|outlet|"
    r"report|article|story|editorial|broadcaster)$", re.IGNORECASE
)  # fmt: skip
_PRONOUNS = frozenset({"he", "she", "they"})
_NOT_THROUGH = frozenset({Basis.POLL, Basis.DOCUMENT, Basis.COURT})
_INWARD = frozenset({Act.BELIEVES, Act.WANTS, Act.KNOWS, Act.DECIDES})
_ANSWERS = frozenset({Act.CONFIRMS, Act.DENIES, Act.DECLINES})
# "told analysts", "asked by the Courier": who was there was no newsroom that is retold.
_TO_OTHERS = re.compile(
    r"\b(?:told|tells|telling) (?!(?:the |its |that )?(?:newspaper|paper|magazine|network|website|"
    r"outlet|publication|station)\b)|\bin an? (?:[\w-]+ )*(?:filing|editorial|note)\b|"
    r"\b(?:contacted|reached|asked) (?:\w+ )?by\b|\bin (?:reply|response)\b"
)
_COMMON = re.compile(r"[Tt]he [a-z-]+")
_PAPER_SEEN = re.compile(
    r"\b(?:letters?|memos?|memorandum|e-?mails?|filings?|notes?|documents?)\b[^.;]{0,40}? "
    r"(?:seen|viewed|reviewed|obtained) by\b"
)
_NOT = re.compile(r"n[’']t\b|\b(?:not|no|never|nothing|none|false|untrue|wrong)\b", re.IGNORECASE)
_OPENING = 4
"""Paragraphs in which a story says whom it retells."""
_SHARE = 0.7
"""Of all that a story has through newsrooms, what the one has that it retells."""
_NEXT = 1
"""Paragraphs after words through the newsroom in which more of its words stand."""


def trace_newsroom(
    context: ChainContext, traced: Mapping[int, Attribution]
) -> dict[int, Attribution]:
    """Give what is said right after what a story's one newsroom has that newsroom."""
    changed: dict[int, Attribution] = {}
    main = _find_main(context, traced)
    if main is None:
        return changed
    found: Attribution | None = None
    last = 0
    for number, one in traced.items():
        paragraph = context.paragraph_of(one)
        if any(hop.entity_id == main for hop in one.chain):
            found, last = None if _is_of_paper(context, one) else one, paragraph
        elif found is not None and paragraph - last <= _NEXT and _is_told(context, one, found):
            changed[number] = found = _tell_after(one, found, main)
            if one.form is not Form.INDIRECT:
                last = paragraph
        elif one.parent_id is None and (one.basis is not Basis.UNSTATED or _is_apart(context, one)):
            found = None  # somebody spoke elsewhere
    return changed


def _tell_after(one: Attribution, found: Attribution, main: str) -> Attribution:
    """Words through the newsroom that the ones found before them came through."""
    end = next(n for n, hop in enumerate(found.chain) if hop.entity_id == main)
    return replace(one, chain=(*found.chain[: end + 1], *one.chain), basis=found.basis)


def _find_main(context: ChainContext, traced: Mapping[int, Attribution]) -> str | None:
    """The newsroom that most of what comes through newsrooms comes through."""
    counts: Counter[str] = Counter()
    early = set()
    for one in traced.values():
        if one.parent_id is not None or _is_misread(context, one):
            continue
        names = [hop.entity_id for hop in one.chain if _is_through(context, hop, one)]
        counts.update(names)
        if context.paragraph_of(one) <= _OPENING:
            early.update(names)
    first, most = next(iter(counts.most_common(1)), (None, 0))
    return first if first in early and most >= _SHARE * counts.total() else None


def _is_misread(context: ChainContext, one: Attribution) -> bool:
    """Whether a word that is no newsroom's stands for one: "the company" may be another."""
    if context.kind_of(one.entity_id) is not EntityKind.OUTLET:
        return False
    words = context.source_words(one)
    return _COMMON.fullmatch(words) is not None and _NEWSROOM.search(words) is None


def _is_through(context: ChainContext, hop: Hop, one: Attribution) -> bool:
    """Whether a hop is a newsroom, or a programme before its speaker."""
    kind = context.kind_of(hop.entity_id)
    if kind is EntityKind.OUTLET:
        return True
    before = hop.how is How.CITES and len(one.chain) > 1
    return before and kind is not EntityKind.DOCUMENT and one.basis not in _NOT_THROUGH


def _is_told(context: ChainContext, one: Attribution, found: Attribution) -> bool:
    """Whether words on no occasion come from where the ones found before them do."""
    if one.parent_id is not None or not is_said_plainly(context, one):
        return False
    if _is_apart(context, one) or _is_answer(context, one, found):
        return False
    words = context.source_words(one)
    kind = context.kind_of(one.entity_id)
    if words.lower() in RELATIVES or _NEWSROOM.search(words) or kind in (None, *GROUNDS):
        return False
    if found.basis is Basis.INTERVIEW and kind is EntityKind.UNNAMED:
        return words.lower() in _PRONOUNS or is_known_one(words)
    if one.form is not Form.INDIRECT:
        return True
    # Whom an interview names anew, and does not quote, is mostly somebody else.
    same = one.entity_id == found.entity_id or one.entity_id in context.employers
    return one.act not in _INWARD and (found.basis is not Basis.INTERVIEW or same)


def _is_of_paper(context: ChainContext, one: Attribution) -> bool:
    """Whether the newsroom has only seen a letter: whoever speaks next is not in that."""
    span = context.sentence_around(one.cue[0].start)
    return _PAPER_SEEN.search(context.text, span.start, span.end) is not None


def _is_apart(context: ChainContext, one: Attribution) -> bool:
    """Whether somebody answers, or talks to others than the newsroom."""
    if one.act in _ANSWERS:
        return True
    return _TO_OTHERS.search(read_clause(context, one)) is not None


def _is_answer(context: ChainContext, one: Attribution, found: Attribution) -> bool:
    """Whether the one whom a report is about says that something is not so."""
    if context.kind_of(found.entity_id) is not EntityKind.OUTLET:
        return False
    mentions = context.entities[one.entity_id].mentions if one.entity_id is not None else ()
    about = any(piece.overlaps(at) for piece in found.content for at in mentions)
    return about and any(_NOT.search(context.text, piece.start, piece.end) for piece in one.content)

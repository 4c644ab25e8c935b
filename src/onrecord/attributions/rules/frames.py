"""Contents that stand before their cue: `"…," Ruiz said`, `…, said Ruiz`, `…, Ruiz said, …`."""

from onrecord.attributions import word_classes as wc
from onrecord.attributions.cue_sites import CueSite
from onrecord.attributions.rules.contents import find_addressee, find_clause_end, skip_adjuncts
from onrecord.attributions.rules.drafts import Draft, Pattern, make_draft
from onrecord.attributions.rules.scope import Scope
from onrecord.attributions.rules.subjects import Range, find_subject_after, find_subject_before
from onrecord.attributions.words import Words

RAISING = frozenset("seem appear look sound".split())
CONTENT_TAKES = frozenset(("quote", "clause"))
_NEVER_INVERTED = RAISING | frozenset(("tell", "like", "want", "need", "try"))
_OBJECT_PRONOUNS = frozenset("me him her us them it".split())


def read_inverted(scope: Scope, site: CueSite) -> Draft | None:
    """Read an inverted frame: `"…," said Ana Ruiz` or `…, said Ana Ruiz.`."""
    words = scope.words
    if not site.form.takes & CONTENT_TAKES or site.low <= scope.low:
        return None
    if not (words.is_mark[site.low - 1] or words.lower[site.low - 1] in (",", "?", "!")):
        return None
    if site.form.lemma in _NEVER_INVERTED:
        return None
    if site.high >= scope.high or not can_start_source(words, site.high):
        return None
    if words.lower[site.low - 1] == "," and not words.is_mark[site.low - 2]:
        # "Ruiz, the mayor, said the bridge …" is not inverted.
        apposed = find_subject_before(words, scope.low, site.low)
        if apposed is not None and find_content_start(scope, site.low) == apposed[0]:
            return None
    source = find_subject_after(words, site.high, scope.high)
    if source is None or _has_verb(words, source):
        return None
    return read_frame(scope, site, source, (site.low, source[1]))


def _has_verb(words: Words, source: Range) -> bool:
    """Whether a supposed source is a clause: an auxiliary outside relative clauses shows it."""
    for position in range(*source):
        if words.lower[position] in wc.RELATIVES:
            return False
        if words.lower[position] in wc.AUXILIARIES and words.lower[position][0] not in "'’":
            return True
    return False


def can_start_source(words: Words, position: int) -> bool:
    """Whether a noun phrase may begin with a word, as far as closed classes tell."""
    word = words.lower[position]
    if not words.is_word(position) or word in _OBJECT_PRONOUNS:
        return False
    return (
        words.is_capitalised(position)
        or word in wc.SUBJECT_PRONOUNS
        or (word in wc.DETERMINERS and word not in ("that", "this", "'s"))
        or (
            word not in wc.PREPOSITIONS | wc.SUBORDINATORS | wc.ADVERBS | wc.TIMES | wc.CONJUNCTIONS
        )
    )


def read_frame(scope: Scope, site: CueSite, source: Range, frame: Range) -> Draft | None:
    """Source and cue with the content before them, and perhaps more of it after them.

    Args:
        scope: the words to look at.
        site: the cue.
        source: the source.
        frame: source and cue together.
    """
    words = scope.words
    low, high = frame
    last = low - 1
    if last <= scope.low or words.lower[source[0]] in wc.RELATIVES or site.form.lemma in RAISING:
        return None
    quoted_before = words.is_mark[last] or (words.lower[last] == "," and words.is_mark[last - 1])
    if not quoted_before and words.lower[last] not in (",", "?", "—", "–"):
        return None
    if "person" in site.form.takes and high == site.high:
        high = find_addressee(words, high, scope.high)
    after = skip_adjuncts(words, high, scope.high)
    goes_on = after < scope.high and (words.lower[after] in (",", ":") or words.is_mark[after])
    ends_here = after >= scope.high or words.lower[after] in (".", "?", "!", ";")
    start = find_content_start(scope, last)
    is_introduction = start is None or introduces(words, start, low)
    right = _right_piece(scope, high, after)
    announces = after < scope.high and words.lower[after] == ":"
    if announces and not quoted_before:
        return None  # "Asked about the fire, Ruiz said: …"
    if quoted_before and start is not None:
        start = _after_colon(words, start, last)
        content: tuple[Range, ...] = ((start, low), *right)
        pattern = Pattern.QUOTE_BEFORE
    elif is_introduction or start is None or not can_start_source(words, source[0]):
        return None
    elif ends_here or _is_adjunct_to_end(words, high, scope.high):
        content, pattern = ((start, last),), Pattern.CLAUSE_BEFORE
    elif goes_on:
        content, pattern = ((start, last), *right), Pattern.CLAUSE_BEFORE
    else:
        return None
    return make_draft(words, pattern, site, source, content)


def find_content_start(scope: Scope, last: int) -> int | None:
    """Where the content before a frame begins: at the unit's start, or after a "but"."""
    words = scope.words
    start = scope.low
    while start < last and (
        words.lower[start] in ("but", "and", "yet", "still", ",", "however")
        or words.lower[start] in "•-—–*"
    ):
        start += 1
    return start if start < last else None


def _after_colon(words: Words, low: int, last: int) -> int:
    """Where the quotation before a frame begins, if a colon opens it: `Ruiz was blunt: "…"`."""
    opening = last
    while opening > low and words.quotation[opening - 1] == words.quotation[last - 1]:
        opening -= 1
    if words.quotation[last - 1] >= 0 and opening > low and words.lower[opening - 1] == ":":
        return opening
    return low


def introduces(words: Words, low: int, high: int) -> bool:
    """Whether the words before a frame only introduce it ("On Tuesday, the mayor said")."""
    first = words.lower[low]
    count = sum(words.is_word(position) for position in range(low, high))
    if first in wc.PREPOSITIONS or first in wc.SUBORDINATORS or first in wc.TIMES:
        return count <= 12 or first in ("as", "when", "while", "after", "asked")
    return (
        count <= 1
        or first in wc.ADVERBS
        or first in ("asked", "speaking", "appearing", "citing", "pressed")
    )


def _right_piece(scope: Scope, high: int, after: int) -> tuple[Range, ...]:
    """What of the content follows the frame."""
    words = scope.words
    position = after
    while position < scope.high and words.lower[position] in (",", ":", "—", "–"):
        position += 1
    if position >= scope.high or (position == high and not words.is_mark[position]):
        return ()
    if words.is_mark[position]:
        return ((position, scope.high),)
    following = words.lower[position]
    if following == "that":
        return ((position, find_clause_end(words, position, scope.high, scope.lexicon)),)
    if (
        following.endswith("ing")
        or following
        in wc.SUBORDINATORS
        | {
            "according",
            "and",
            "but",
            "in",
            "at",
        }
    ) and not (
        following == "and"
        and position < scope.high
        and words.is_mark[position + 1 : position + 2] == (True,)
    ):
        return ()
    return ((position, find_clause_end(words, position, scope.high, scope.lexicon)),)


def _is_adjunct_to_end(words: Words, position: int, high: int) -> bool:
    """Whether only "on Tuesday", "in a statement" … follows a frame."""
    if position >= high:
        return True
    word = words.lower[position]
    starts = word in wc.PREPOSITIONS or word in wc.TIMES or word in ("when", "while", "as")
    return starts and not any(
        words.is_mark[at] or words.lower[at] == "that" for at in range(position, high)
    )

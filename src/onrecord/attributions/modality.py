"""Whether an attribution is itself negated ("did not say") or hedged ("reportedly said")."""

import re

from onrecord.attributions.cue_head import first_words, lower_words
from onrecord.attributions.refusals import refuses_to_tell
from onrecord.records import Span, Spans

_NOT = frozenset("not never cannot neither nor without".split())
_NOBODY = (
    ("no", "one"),
    ("nobody",),
    ("none",),
    ("neither",),
    ("no",),
    ("not", "one"),
    ("not", "a"),
)
_HEDGES = frozenset(
    """reportedly allegedly apparently supposedly purportedly seemingly evidently presumably
    ostensibly perhaps possibly probably maybe""".split()
)
_UNSURE_MODALS = frozenset(("may", "might", "could"))
_HEARSAY = frozenset(
    """said believed thought reported understood alleged rumoured rumored reputed known claimed
    supposed""".split()
)
_RAISING = frozenset("seem seems seemed appear appears appeared".split())
_BE = frozenset("is are was were be been being 's 're".split())
_ASIDE = re.compile(r"\s*[,(\u2014]\s*(?:who|whose|which|whom)\b")
_TIRELESS = frozenset("tire tires tired fail fails failed stop stops stopped cease ceased".split())
_WINDOW = 120
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+|\n")


def classify_modality(
    text: str, cue: Spans, source: Spans | None, content: Spans
) -> tuple[bool, bool]:
    """Whether the attribution is negated, and whether it is hedged.

    Both are about the words around source and cue, never about the content: "said it was not true"
    and "said it may rain" are neither. Cues that are acts by themselves are not negated: "denied",
    "refused", "declined", "would not say" (which declines). "Would say" alone is no hedge: it is
    the future or a habit as often; "would have said" is.

    Returns:
        (negated, hedged)
    """
    cue_words = lower_words(text, cue)
    clause = lower_words(text, _clause_around(text, cue, source, content))
    after = tuple(span for span in content if span.start >= cue[-1].end)
    opening = first_words(text, after[:1], 4)
    return _is_negated(text, source, cue_words, clause), _is_hedged(cue_words, clause, opening)


def _clause_around(text: str, cue: Spans, source: Spans | None, content: Spans) -> Spans:
    """The words from the source (or the start of the clause) to the cue, without the content."""
    first, last = cue[0].start, cue[-1].end
    near = [span for span in source or () if abs(span.start - first) < _WINDOW]
    start = min([first, *(span.start for span in near)])
    end = max([last, *(span.end for span in near if span.start < last + _WINDOW)])
    start = _step_back(text, start)
    near = _take_in_aside(text, near, first)
    pieces: list[Span] = []
    position = start
    for taken in sorted((*content, *near)):
        if taken.end <= position or taken.start >= end:
            continue
        if position < taken.start:
            pieces.append(Span(position, taken.start))
        position = max(position, taken.end)
    if position < end:
        pieces.append(Span(position, end))
    return tuple(pieces)


def _take_in_aside(text: str, source: list[Span], cue: int) -> list[Span]:
    """Count what is said about the source between commas as the source's.

    "One grower, who did not want his name in the paper, said" denies nothing.
    """
    if not source or source[-1].end >= cue:
        return source
    between = text[source[-1].end : cue]
    if _ASIDE.match(between) or _ASIDE.search(text, source[0].start, source[-1].end):
        last = max(between.rfind(","), between.rfind(")"), between.rfind("\u2014"))
        return [*source[:-1], Span(source[-1].start, source[-1].end + last + 1)]
    return source


def _step_back(text: str, start: int) -> int:
    """Take in an adverb at the front of the clause: "Reportedly, the mayor said"."""
    low = max(0, start - 30)
    before = text[low:start]
    ends = [match.end() for match in _SENTENCE_END.finditer(before)]
    clause = before[ends[-1] :] if ends else (before if low == 0 else "")
    words = re.findall(r"\w+", clause)
    if 0 < len(words) <= 2:
        return start - len(clause) + (len(clause) - len(clause.lstrip()))
    return start


def _is_negated(
    text: str, source: Spans | None, cue_words: tuple[str, ...], clause: tuple[str, ...]
) -> bool:
    if refuses_to_tell(clause):
        return False
    for position, word in enumerate(clause):
        if word.endswith("n't") or word in _NOT:
            following = clause[position + 1 : position + 2]
            if following in (("only",), ("just",), ("merely",)):
                continue
            # "never tires of saying", "never failed to mention"
            if word == "never" and _TIRELESS & set(clause[position + 1 : position + 5]):
                continue
            return True
        if word == "no" and clause[position + 1 : position + 2] == ("longer",):
            return True
    if "unlikely" in clause:
        return True
    joined = " ".join(clause)
    if re.search(r"\b(?:fail(?:s|ed|ing)? to|(?:has|have|had) yet to|stop\w* short of)\b", joined):
        return True
    if cue_words[:1] == ("no",):
        return True
    source_words = lower_words(text, source) if source else ()
    return any(source_words[: len(nobody)] == nobody for nobody in _NOBODY)


def _is_hedged(
    cue_words: tuple[str, ...], clause: tuple[str, ...], opening: tuple[str, ...]
) -> bool:
    if set(clause) & _HEDGES or "unlikely" in clause:
        return True
    for position, word in enumerate(clause):
        rest = clause[position + 1 :]
        if word in _UNSURE_MODALS and rest and rest[0] != "not":
            return True
        if word in ("would", "'d") and rest[:1] == ("have",) and len(rest) > 1:
            return True
        if word in _RAISING and rest[:1] == ("to",) and len(rest) > 1:
            return True
    return _is_hearsay((*cue_words, *opening))


def _is_hearsay(words: tuple[str, ...]) -> bool:
    """Whether the article does not say who says so: "is said to", "are believed to have"."""
    for position in range(len(words) - 2):
        be, *middle, to = words[position : position + 3]
        if be in _BE and to == "to" and middle[0] in _HEARSAY - {"known", "supposed", "claimed"}:
            return True
    return False

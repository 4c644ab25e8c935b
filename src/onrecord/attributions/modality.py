"""Whether an attribution is itself negated ("did not say") or hedged ("reportedly said")."""

from onrecord.attributions.cue_clause import read_cue_clause
from onrecord.attributions.cue_head import find_cue_head, first_words
from onrecord.attributions.cues import load_lexicon
from onrecord.attributions.hedging import is_hedged
from onrecord.attributions.negation import is_negated, is_nobody, is_nothing
from onrecord.attributions.refusals import refuses_to_act
from onrecord.records import Spans

_DOUBTS = frozenset(
    """doubt doubts doubted doubting skeptical sceptical distrust distrusts distrusted mistrust
    mistrusts mistrusted disbelieve disbelieves disbelieved skepticism scepticism doubtful
    dubious""".split()
)
_LONGEST_CUE = 12


def classify_modality(
    text: str, cue: Spans, source: Spans | None, content: Spans
) -> tuple[bool, bool]:
    """Whether the attribution is negated, and whether it is hedged.

    Both are about the words around source and cue, never about the content: "said it was not true"
    and "said it may rain" are neither. Cues that are acts by themselves are not negated: "denied",
    "declined", "would not say" (which declines). Doubting is negated, as it is kept as a belief
    denied, and so is refusing to do a thing, as a decision not to. The future is no hedge: "will
    say".

    Returns:
        (negated, hedged)
    """
    clause = read_cue_clause(text, cue, source, content)
    negated = (
        is_negated(clause) != (_is_doubt(text, cue) or _is_refusal(text, cue, content))
        or (source is not None and is_nobody(first_words(text, source, 3)))
        or (text[content[0].start] in "Nn" and is_nothing(first_words(text, content[:1], 2)))
    )
    return negated, is_hedged(clause)


def _is_doubt(text: str, cue: Spans) -> bool:
    """Whether the act is believing turned round: to doubt a thing is not to believe it."""
    return not _DOUBTS.isdisjoint(first_words(text, cue, _LONGEST_CUE))


def _is_refusal(text: str, cue: Spans, content: Spans) -> bool:
    """Whether the act is deciding turned round: to refuse to leave is to decide not to."""
    return refuses_to_act(find_cue_head(text, cue, content, load_lexicon()))

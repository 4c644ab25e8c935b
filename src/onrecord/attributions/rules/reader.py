"""The rules reader: attributions by quotation marks, cues and word order, without any weights."""

from bisect import bisect_left
from dataclasses import dataclass

from onrecord.articles.quotations import find_quotations
from onrecord.attributions.classification import Passages, classify_passages
from onrecord.attributions.cues import Lexicon, load_lexicon
from onrecord.attributions.line_starts import skip_line_start
from onrecord.attributions.reader import Extraction
from onrecord.attributions.rules.continuations import (
    QUOTED,
    can_continue,
    continue_draft,
    is_all_quoted,
)
from onrecord.attributions.rules.drafts import Draft, Pattern, to_spans
from onrecord.attributions.rules.laid_out import find_laid_out
from onrecord.attributions.rules.nesting import find_nested, find_outermost
from onrecord.attributions.rules.patterns import read_unit
from onrecord.attributions.rules.scope import Scope
from onrecord.attributions.rules.subjects import Range
from onrecord.attributions.rules.units import join_units
from onrecord.attributions.words import Unit, Words, split_words
from onrecord.records import Article, Attribution, Span

PRECISION = {
    Pattern.QUOTE_BEFORE: 0.92,
    Pattern.QUOTE_AFTER: 0.77,
    Pattern.CLAUSE_BEFORE: 0.61,
    Pattern.THAT_CLAUSE: 0.77,
    Pattern.BARE_CLAUSE: 0.79,
    Pattern.INFINITIVE: 0.57,
    Pattern.OBJECT: 0.58,
    Pattern.ACCORDING: 0.81,
    Pattern.PARTICIPLE: 0.50,
    Pattern.PASSIVE: 0.50,
    Pattern.RAISING: 0.46,
    Pattern.NOUN: 0.33,
    Pattern.ADJECTIVE: 0.62,
    Pattern.LAYOUT: 0.90,
}
"""Share of each pattern's attributions that people also marked (`full` on PolNeAR train)."""


@dataclass(frozen=True, slots=True)
class RulesReader:
    """Reads attributions with the lexicon of cues alone; fits the `Reader` protocol.

    Attributes:
        min_score: attributions below it are left out, with those inside them.
    """

    min_score: float = 0.0

    @property
    def name(self) -> str:
        """Changes with every change of what the rules find."""
        return "rules-1"

    @property
    def settings(self) -> dict[str, float]:
        """See `Reader`."""
        return {"min_score": self.min_score}

    def read(self, article: Article) -> Extraction:
        """Find attributions; the score of each is the measured precision of its pattern."""
        words = split_words(article.text)
        quotations = find_quotations(article.text)
        lexicon = load_lexicon()
        attributions: list[Attribution] = []
        for draft in find_drafts(words, lexicon):
            passages = _locate(words, draft)
            if passages is None or passages.score < self.min_score:
                continue
            outer = classify_passages(article, passages, quotations)
            attributions.append(outer)
            for nested in find_nested(words, draft, lexicon):
                inner = _locate(words, nested)
                if inner is not None and inner.score >= self.min_score:
                    attributions.append(
                        classify_passages(article, inner, quotations, parent_id=outer.id)
                    )
        return Extraction(attributions=tuple(attributions))


def _locate(words: Words, draft: Draft) -> Passages | None:
    """Where a draft stands in the text; None where only punctuation is left of a part."""
    source = to_spans(words, (draft.source,)) if draft.source else ()
    cue = to_spans(words, draft.cue) or tuple(words.span(*piece) for piece in draft.cue)
    content = to_spans(words, draft.content)
    if not content:
        return None
    return Passages(source=source or None, cue=cue, content=content, score=PRECISION[draft.pattern])


def find_drafts(words: Words, lexicon: Lexicon) -> list[Draft]:
    """Every outermost draft of a text, in text order."""
    laid_out = find_laid_out(words)
    taken = [piece for draft in laid_out for piece in draft.content]
    found: list[Draft] = []
    open_draft = -1
    open_paragraph = -1
    for unit in join_units(words, lexicon):
        if _is_taken(unit, taken):
            open_draft = -1
            continue
        gap = unit.paragraph - open_paragraph
        if open_draft >= 0 and is_all_quoted(words, unit):
            longer = continue_draft(words, unit, found[open_draft], gap)
            if longer is not None:
                found[open_draft] = longer
                open_paragraph = unit.paragraph
                continue
        low = _skip_line_start(words, unit)
        drafts = find_outermost(read_unit(Scope(words, low, unit.high, lexicon)))
        first = len(found)
        found.extend(drafts)
        open_draft = _find_open_draft(found, first)
        open_paragraph = unit.paragraph
    return sorted([*found, *laid_out], key=lambda draft: draft.cue) if laid_out else found


def _skip_line_start(words: Words, unit: Unit) -> int:
    """The first word of a unit that is no time or number in front of a line."""
    start = words.starts[unit.low]
    if start > 0 and words.text[start - 1] != "\n":
        return unit.low
    position = skip_line_start(words.text, Span(start, words.ends[unit.high - 1]))
    return min(bisect_left(words.starts, position), unit.high - 1)


def _is_taken(unit: Unit, taken: list[Range]) -> bool:
    """Whether a laid-out content, all in one, stands in a unit.

    Args:
        unit: where to look.
        taken: those contents in order.
    """
    number = bisect_left(taken, (unit.high, 0))
    return number > 0 and taken[number - 1][1] > unit.low


def _find_open_draft(found: list[Draft], first: int) -> int:
    """Which of the last unit's drafts a quotation after it would belong to; -1 for none."""
    able = [number for number in range(first, len(found)) if can_continue(found[number])]
    quoting = [number for number in able if found[number].pattern in QUOTED]
    return (quoting or able or [-1])[0 if quoting else -1]

"""One quotation in two wordings."""

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.articles.quotations import find_quotations
from onrecord.findings.content_words import content_stems
from onrecord.findings.voices import Voices
from onrecord.records import Article, Attribution, Check, CheckKind, Span
from onrecord.resolution.layout import Word, split_words

_GRAM = 3
_LEAST_BLOCK = 2
_LEAST_SAME = 7
_MOST_OTHER = 2
_MOST_AT_END = 3
_LEAST_SAME_BEFORE_END = 6
_CUT = frozenset("[]…")


@dataclass(frozen=True, slots=True)
class _Quote:
    span: Span
    words: tuple[Word, ...]
    speaker: str | None

    @property
    def forms(self) -> list[str]:
        return [word.lower for word in self.words]


def find_quote_conflicts(
    article: Article, attributions: Sequence[Attribution]
) -> tuple[Check, ...]:
    """Pairs of quotations, not of two speakers, that are the same words but for one or two.

    The words that differ must stand between words that agree, and carry meaning; a part of a
    quotation quoted again, and words cut or put in by the article in brackets, are no conflict.
    """
    quotes = list(_read_quotes(article, Voices(attributions)))
    places: dict[tuple[str, ...], int] = {}
    checks, found = [], set()
    for number, quote in enumerate(quotes):
        forms = quote.forms
        for start in range(len(forms) - _GRAM + 1):
            gram = tuple(forms[start : start + _GRAM])
            other = places.setdefault(gram, number)
            if other == number or (other, number) in found:
                continue
            found.add((other, number))
            check = _compare(article, quotes[other], quote)
            if check is not None:
                checks.append(check)
    return tuple(checks)


def _read_quotes(article: Article, voices: Voices) -> Iterator[_Quote]:
    for quotation in find_quotations(article.text):
        words = tuple(split_words(article.text, quotation.inner.start, quotation.inner.end))
        if len(words) < _LEAST_SAME:
            continue
        attribution = voices.attribution_at(quotation.inner.start)
        yield _Quote(quotation.inner, words, attribution.entity_id if attribution else None)


def _find_difference(
    one: _Quote, other: _Quote, blocks: Sequence[difflib.Match]
) -> tuple[Sequence[Word], Sequence[Word]] | None:
    """The few words that differ: between two stretches that agree, or at the end of both."""
    if len(blocks) == 2:
        before, after = blocks
        ours = one.words[before.a + before.size : after.a]
        theirs = other.words[before.b + before.size : after.b]
        most, enough = _MOST_OTHER, before.size + after.size >= _LEAST_SAME
    elif len(blocks) == 1:
        before = blocks[0]
        ours = one.words[before.a + before.size :]
        theirs = other.words[before.b + before.size :]
        most, enough = _MOST_AT_END, before.size >= _LEAST_SAME_BEFORE_END
    else:
        # Two that differ in several places are two sentences made alike: a figure of speech.
        return None
    if not enough or not 0 < len(ours) <= most or not 0 < len(theirs) <= most:
        return None
    return (ours, theirs) if content_stems(ours) != content_stems(theirs) else None


def _compare(article: Article, one: _Quote, other: _Quote) -> Check | None:
    if one.speaker != other.speaker and one.speaker is not None and other.speaker is not None:
        return None
    matcher = difflib.SequenceMatcher(None, one.forms, other.forms, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size >= _LEAST_BLOCK]
    differing = _find_difference(one, other, blocks)
    if differing is None:
        return None
    ours, theirs = differing
    same = blocks[0]
    ends = [(one, same.a, ours), (other, same.b, theirs)]
    passages = [
        Span(quote.words[start].start, max(quote.words[start + same.size - 1].end, words[-1].end))
        for quote, start, words in ends
    ]
    texts = [article.text[span.start : span.end] for span in passages]
    if any(_CUT & set(text) or "..." in text or "--" in text for text in texts):
        return None
    words = ["“" + " ".join(each.text for each in side) + "”" for side in (ours, theirs)]
    return Check(
        article.id,
        CheckKind.QUOTE_CONFLICT,
        f"One quotation in two wordings: {words[0]} here, {words[1]} there.",
        tuple(sorted(passages)),
    )

"""One proposition for all who speak of the same, named by its first naming."""

import re

from onrecord.findings.content_words import stem_word
from onrecord.findings.same_propositions import (
    content_noun,
    is_bare,
    is_same_proposition,
    key_stems,
)
from onrecord.findings.stance_sites import StanceSite
from onrecord.records import Proposition, Span
from onrecord.resolution.layout import Layout

_POINTS_BACK = frozenset("it this that them these those".split())
_NOUN = re.compile(
    r"\b(?:[Tt]he|[Tt]his|that|these|those|[Aa]|an|[A-Z]\w+[’']s)\s(?:(?!(?:of|for|to|on|in|against|with|and|that)\s)[\w’'-]+\s){0,3}?(?:plans?|proposals?|bills?|"
    r"deals?|measures?|legislation|agreement|accord|compromise|pact|treaty|amendment|ban|ballot\s"
    r"measure|initiative|resolution|law|policy|program|idea|tax|wall)\b"
)
_REACH = 480
# Other words for the same paper.
_KIN = (
    frozenset(map(stem_word, "bill legislation measure".split())),
    frozenset(map(stem_word, "deal agreement pact accord treaty".split())),
)
# "A levy of 3 percent" is not "a levy of 5 percent".
_FIGURE = re.compile(r"\d[\d.,]*\d|\d")


def points_back(layout: Layout, span: Span) -> bool:
    """Whether words only point to what was named before: "it", "this"."""
    return layout.text[span.start : span.end].lower() in _POINTS_BACK


def names_before(layout: Layout, span: Span, reach: int) -> bool:
    """Whether a plan or a deal is named so near before words that they can stand for it."""
    return _NOUN.search(layout.text, max(0, span.start - reach), span.start) is not None


class NamedPropositions:
    """The propositions of an article in the order of their namings."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._known: list[tuple[frozenset[str], Proposition]] = []
        self._last: Proposition | None = None

    def name(self, site: StanceSite) -> Proposition | None:
        """The proposition of a stand; "the deal" is the last one that was called so.

        None where the words name nothing by themselves and nothing was named before.
        """
        found = self._find(site.proposition)
        self._last = found or self._last
        return found

    def order(self) -> dict[tuple[Span, ...], int]:
        """The number of every proposition, by its first naming."""
        return {each.evidence: number for number, (_, each) in enumerate(self._known)}

    def _find(self, words: tuple[Span, ...]) -> Proposition | None:
        layout, span = self._layout, words[0]
        if points_back(layout, span):
            return self._point_back(span)
        if is_bare(layout, span):
            called = content_noun(layout, span)
            for _, proposition in reversed(self._known):
                if called in map(stem_word, proposition.text.split()):
                    return proposition
            if _is_vague(layout, span):
                return None
            return self._find_kin(called) or self._add(words)
        stems = key_stems(layout, span)
        figures = set(_FIGURE.findall(layout.text, span.start, span.end))
        for others, proposition in self._known:
            differ = figures and figures.isdisjoint(_FIGURE.findall(proposition.text) or figures)
            if is_same_proposition(stems, others) and not differ:
                return proposition
        return self._add(words)

    def _find_kin(self, called: str) -> Proposition | None:
        """What "the legislation" is where a bill was named before."""
        kin = next((each for each in _KIN if called in each), frozenset())
        for _, proposition in reversed(self._known):
            if not kin.isdisjoint(map(stem_word, proposition.text.split())):
                return proposition
        return None

    def _point_back(self, span: Span) -> Proposition | None:
        """What "it" stands for: the nearest plan or deal before, or what was last stood on."""
        text = self._layout.text
        nouns = list(_NOUN.finditer(text, max(0, span.start - _REACH), span.start))
        if nouns:
            return self._find((Span(*nouns[-1].span()),))
        return self._last

    def _add(self, words: tuple[Span, ...]) -> Proposition:
        stems = key_stems(self._layout, words[0])
        text = " … ".join(self._layout.text[span.start : span.end] for span in words)
        proposition = Proposition(" ".join(text.split()), words)
        self._known.append((stems, proposition))
        return proposition


def _is_vague(layout: Layout, span: Span) -> bool:
    """Whether a bare noun names no one thing: "policies", "her proposals", "a deal"."""
    words = layout.words_in(span)
    definite = words[0].lower in {"the", "this", "that"} and len(words) > 1
    return not definite or words[-1].lower.endswith("s")

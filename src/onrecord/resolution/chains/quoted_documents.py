"""The document that a text quotes: whoever "wrote" next is likely its writer."""

import re
from dataclasses import replace

from onrecord.records import Attribution, Basis, EntityKind, Span
from onrecord.resolution.chains.context import ChainContext
from onrecord.resolution.chains.rooms import Room
from onrecord.resolution.chains.scenes import Scene
from onrecord.resolution.newsroom_patterns import Reliance

# What somebody has written: "his memoir", "a letter to the board"; footage has no writer.
_LETTERS = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Aa]nother|[Tt]hat|[A-Z][\w’']+[’']s?) .*?"
    r"(?:book|memoir|letter|memo|memorandum|report|paper|op-ed|column|essay|article|e-?mail|message|"
    r"post|filing|ruling|opinion|order|brief|motion|lawsuit|complaint|affidavit|statement|study|"
    r"note|dissent|cable|blog|petition|review|editorial|piece|indictment|documents?)s?\b"
)
_NEAR = 3
"""Paragraphs within which somebody who "wrote" wrote the document that was quoted before."""


class QuotedDocument:
    """The document that was quoted last."""

    def __init__(self) -> None:
        self._last: Scene | None = None

    def remember(self, context: ChainContext, traced: Attribution) -> None:
        """Keep what an attribution quotes, if it is a document that nobody handed on."""
        source = traced.source
        if source is None or traced.basis is not Basis.DOCUMENT or len(traced.chain) != 1:
            return
        if context.kind_of(traced.entity_id) is not EntityKind.DOCUMENT:
            return
        span = Span(source[0].start, source[-1].end)
        if _LETTERS.search(context.text, span.start, span.end) is not None:
            room = Room(span, Reliance.WRITTEN, traced.entity_id)
            self._last = Scene((room,), Basis.DOCUMENT, context.paragraph_of(traced))

    def follow(self, paragraph: int) -> Scene | None:
        """The document that somebody who "wrote" likely wrote; None where it is too far."""
        last = self._last
        if last is None or paragraph - last.paragraph > _NEAR:
            return None
        self._last = replace(last, paragraph=paragraph)
        return self._last

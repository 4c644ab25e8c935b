"""What a story retells from one newsroom: whoever is quoted right after it is quoted there."""

import bisect
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.records import Act, Attribution, Basis, EntityKind, Form, Hop, How, Spans
from onrecord.resolution.chains.bases import ChainBases
from onrecord.resolution.chains.clauses import RELATIVES
from onrecord.resolution.chains.occasions import GROUNDS
from onrecord.resolution.chains.other_times import names_another

_NEWSROOM = re.compile(
    r"\b(?:newspaper|paper|magazine|news (?:service|site|agency|outlet)|website|network|outlet|"
    r"report|article|story|editorial|broadcaster)$", re.IGNORECASE
)  # fmt: skip
_PRONOUNS = frozenset({"he", "she", "they"})
_PRESENT = re.compile(r"(?:wants?|needs?|believes?|thinks?|has|have|had|hopes?|seems?|knows?)\b")
_ON_PAPER = frozenset({Basis.DOCUMENT, Basis.COURT, Basis.STATEMENT})
_NOT_THROUGH = frozenset({Basis.POLL, Basis.DOCUMENT, Basis.COURT})
_INWARD = frozenset({Act.BELIEVES, Act.WANTS, Act.KNOWS, Act.DECIDES})
_OPENING = 4
"""Paragraphs in which a story says whom it retells."""
_SHARE = 0.7
"""Of all that a story has through newsrooms, what the one has that it retells."""
_NEXT = 1


class ChainRetold(ChainBases):
    """The one newsroom, or the documents of one, that a story draws on throughout."""

    def trace_newsroom(self, order: Sequence[int]) -> None:
        """Give what is said right after what a story's one newsroom has that newsroom."""
        main = self._find_main(order)
        if main is None:
            return
        found: Attribution | None = None
        last = 0
        for number in order:
            one = self.traced[number]
            paragraph = self.layout.paragraph_at(one.cue[0].start)
            if any(hop.entity_id == main for hop in one.chain):
                found, last = one, paragraph
            elif found is not None and paragraph - last <= _NEXT and self._is_told(one, found):
                end = next(n for n, hop in enumerate(found.chain) if hop.entity_id == main)
                hops = (*found.chain[: end + 1], *one.chain)
                found, last = replace(one, chain=hops, basis=found.basis), paragraph
                self.traced[number] = found
            elif one.basis is not Basis.UNSTATED and one.parent_id is None:
                found = None  # somebody spoke elsewhere

    def _find_main(self, order: Sequence[int]) -> str | None:
        """The newsroom that most of what comes through newsrooms comes through."""
        counts: Counter[str] = Counter()
        early = set()
        for one in (self.traced[number] for number in order):
            if one.parent_id is not None:
                continue
            names = [hop.entity_id for hop in one.chain if self._is_through(hop, one)]
            counts.update(names)
            if self.layout.paragraph_at(one.cue[0].start) <= _OPENING:
                early.update(names)
        first, most = next(iter(counts.most_common(1)), (None, 0))
        return first if first in early and most >= _SHARE * counts.total() else None

    def _is_through(self, hop: Hop, one: Attribution) -> bool:
        """Whether a hop is a newsroom, or a programme before its speaker."""
        kind = self.kind_of(hop.entity_id)
        if kind is EntityKind.OUTLET:
            return True
        before = hop.how is How.CITES and len(one.chain) > 1
        return before and kind is not EntityKind.DOCUMENT and one.basis not in _NOT_THROUGH

    def _is_told(self, one: Attribution, found: Attribution) -> bool:
        """Whether words on no occasion come from where the ones found before them do."""
        if one.parent_id is not None or not self.is_said_plainly(one):
            return False
        source = one.source or ()
        words = self.text[source[0].start : source[-1].end]
        kind = self.kind_of(one.entity_id)
        if words.lower() in RELATIVES or _NEWSROOM.search(words) or kind in (None, *GROUNDS):
            return False
        if found.basis is Basis.INTERVIEW and kind is EntityKind.UNNAMED:
            return words.lower() in _PRONOUNS or self.is_one(words)
        if one.form is not Form.INDIRECT:
            return True
        # Whom an interview names anew, and does not quote, is mostly somebody else.
        same = one.entity_id == found.entity_id or one.entity_id in self.employers
        return one.act not in _INWARD and (found.basis is not Basis.INTERVIEW or same)

    def is_said_plainly(self, one: Attribution) -> bool:
        """Whether somebody said it once, on an occasion that no word names."""
        if one.source is None or one.basis is not Basis.UNSTATED or len(one.chain) > 1:
            return False
        cue = one.cue
        return not (
            not self.may_go_on(one)
            or self.is_habit(one)
            or _PRESENT.match(self.text, cue[0].start, cue[-1].end)
            or names_another(self.own_words(one))
        )

    def trace_papers(self, order: Sequence[int]) -> None:
        """Give a document that a newsroom told of that newsroom, wherever it is quoted.

        "The Brenn Post has an e-mail of the mayor. The e-mail says …" came through the Post.
        """
        through: dict[str, tuple[Hop, ...]] = {}
        named = sorted(
            (at.start, paper.id)
            for paper in self.entities.values()
            if paper.kind is EntityKind.DOCUMENT
            for at in paper.mentions
        )
        for number in order:
            one = self.traced[number]
            if one.chain and self.kind_of(one.entity_id) is EntityKind.OUTLET:
                for paper in _list_inside(one.content, named):
                    through.setdefault(paper, one.chain)
            first = one.chain[0].entity_id if one.chain else ""
            if one.basis in _ON_PAPER and first in through:
                self.traced[number] = replace(one, chain=(*through[first], *one.chain))


def _list_inside(spans: Spans, named: Sequence[tuple[int, str]]) -> Iterator[str]:
    """What is named inside some passages; `named` gives where and what, in order."""
    for span in spans:
        first, last = (bisect.bisect_left(named, (at, "")) for at in (span.start, span.end))
        yield from (what for _, what in named[first:last])

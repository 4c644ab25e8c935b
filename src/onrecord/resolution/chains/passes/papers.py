"""Documents that a newsroom told of: they came through it, wherever they are quoted."""

import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.records import Attribution, Basis, EntityKind, Hop, Spans
from onrecord.resolution.chains.context import ChainContext

_ON_PAPER = frozenset({Basis.DOCUMENT, Basis.COURT, Basis.STATEMENT})


def trace_papers(
    context: ChainContext, traced: Mapping[int, Attribution]
) -> dict[int, Attribution]:
    """Give a document that a newsroom told of that newsroom, wherever it is quoted.

    "The Brenn Post has an e-mail of the mayor. The e-mail says …" came through the Post.
    """
    changed = {}
    through: dict[str, tuple[Hop, ...]] = {}
    papers = _list_papers(context)
    for number, one in traced.items():
        if one.chain and context.kind_of(one.entity_id) is EntityKind.OUTLET:
            for paper in _list_inside(one.content, papers):
                through.setdefault(paper, one.chain)
        first = one.chain[0].entity_id if one.chain else ""
        if one.basis in _ON_PAPER and first in through:
            changed[number] = replace(one, chain=(*through[first], *one.chain))
    return changed


def _list_papers(context: ChainContext) -> Sequence[tuple[int, str]]:
    """Where documents are named, and which, in text order."""
    return sorted(
        (at.start, paper.id)
        for paper in context.entities.values()
        if paper.kind is EntityKind.DOCUMENT
        for at in paper.mentions
    )


def _list_inside(spans: Spans, named: Sequence[tuple[int, str]]) -> Iterator[str]:
    """What is named inside some passages; `named` gives where and what, in order."""
    for span in spans:
        first, last = (bisect.bisect_left(named, (at, "")) for at in (span.start, span.end))
        yield from (what for _, what in named[first:last])

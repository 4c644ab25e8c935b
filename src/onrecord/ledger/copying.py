"""Which articles repeat each other: looked at where they report one claim, and kept."""

import functools
from collections.abc import Iterable, Iterator, Sequence

import sqlalchemy as sa

from onrecord.ledger.claim_tables import copies, members, sketches
from onrecord.ledger.packing import pack_digest, unpack_digest
from onrecord.ledger.selecting import select_in
from onrecord.ledger.tables import articles
from onrecord.ledger.upserts import insert_new
from onrecord.matches.copies import (
    LEAST_SHARED,
    UNSURE,
    Copy,
    Sketch,
    compare_texts,
    estimate_copy,
    runs_of,
    sketch_runs,
)
from onrecord.records import Article

_MOST_COMPARED = 60
"""Articles that one is compared with: the latest that share a claim with it."""

_runs_of = functools.lru_cache(maxsize=128)(runs_of)


def note_copies(connection: sa.Connection, article: Article) -> None:
    """Keep an article's sketch, and which articles it repeats of those in the same claims."""
    sketch = sketch_runs(_runs_of(article.text), article.id)
    row = {"article_id": article.id, "runs": sketch.runs, "digest": pack_digest(sketch)}
    connection.execute(insert_new(connection, sketches), row)
    _compare(connection, article.id, sketch)


def note_copies_of(connection: sa.Connection, article_ids: Iterable[str]) -> None:
    """Note which articles some repeat that came into other claims; the latest where they are many.

    An article that has no sketch yet gets it, and is compared, once all of it is in claims.
    """
    some = list(article_ids)[-_MOST_COMPARED:]
    for each in select_in(connection, sa.select(sketches), sketches.c.article_id, some):
        _compare(connection, each.article_id, unpack_digest(each.runs, each.digest))


def _compare(connection: sa.Connection, article_id: str, sketch: Sketch) -> None:
    own = sa.select(members.c.claim_key).where(members.c.article_id == article_id)
    sharing = (
        sa.select(members.c.article_id, sa.func.max(members.c.key).label("last"))
        .where(members.c.claim_key.in_(own), members.c.article_id != article_id)
        .group_by(members.c.article_id)
        .order_by(sa.desc("last"))
        .limit(_MOST_COMPARED)
    )
    others = [each.article_id for each in connection.execute(sharing)]
    found, unsure = [], []
    for each in select_in(connection, sa.select(sketches), sketches.c.article_id, others):
        other = unpack_digest(each.runs, each.digest)
        share = estimate_copy(sketch, other)
        shared = round(share * min(sketch.runs, other.runs))
        if share > UNSURE[1] and shared >= LEAST_SHARED:
            found.append(Copy(each.article_id, article_id, share, shared))
        elif UNSURE[0] <= share <= UNSURE[1]:
            unsure.append(each.article_id)
    found += _compare_exactly(connection, article_id, unsure)
    if found:
        connection.execute(insert_new(connection, copies), [_copy_row(copy) for copy in found])


def _compare_exactly(
    connection: sa.Connection, article_id: str, others: Sequence[str]
) -> Iterator[Copy]:
    if not others:
        return
    wanted = sa.select(*articles.c["id", "text"])
    texts = select_in(connection, wanted, articles.c.id, [article_id, *others])
    runs = {each.id: _runs_of(each.text) for each in texts}
    for other in others:
        copy = compare_texts((other, runs[other]), (article_id, runs[article_id]))
        if copy is not None:
            yield copy


def _copy_row(copy: Copy) -> dict[str, object]:
    first, second = sorted((copy.first, copy.second))
    return {"first_id": first, "second_id": second, "share": copy.share, "shared": copy.shared}


def load_copies(connection: sa.Connection, article_ids: Iterable[str]) -> tuple[Copy, ...]:
    """The pairs of some articles that repeat each other, in the same order in every store."""
    known = set(article_ids)
    rows = select_in(connection, sa.select(copies), copies.c.first_id, known)
    return tuple(
        Copy(row.first_id, row.second_id, row.share, row.shared)
        for row in sorted(rows, key=lambda row: (row.first_id, row.second_id))
        if row.second_id in known
    )

"""Claims kept up to date with readings: each article is gathered once, in the order of arrival.

Everything here is read out of readings and judgements, so it can be thrown away and made again.
Gathering one article costs the same however many there are: only what shares rare words with it is
compared, and only claims that it touches are written.
"""

from collections.abc import Callable, Sequence

import sqlalchemy as sa

from onrecord.ledger.claim_rows import refresh_stale
from onrecord.ledger.claim_tables import (
    claims,
    copies,
    gatherings,
    member_words,
    members,
    pending,
    sketches,
    word_counts,
)
from onrecord.ledger.judgements import insert_judgement, is_correction, load_judged
from onrecord.ledger.ledger import Ledger, reading_from, writing_to
from onrecord.ledger.loading import load_latest_of
from onrecord.ledger.placing import Placing
from onrecord.ledger.tables import attributions, marks, readings
from onrecord.ledger.upserts import insert_new
from onrecord.records import Judgement

METHOD = "5"
"""Raised whenever the same readings would be gathered otherwise; older claims are made again."""

_CLAIMS_AT_ONCE = 20
_ARTICLES_AT_ONCE = 25
"""Articles of one transaction: other writers wait for no longer."""


def count_pending(ledger: Ledger) -> int:
    """How many articles are not gathered yet."""
    with reading_from(ledger) as connection:
        if not _is_current(connection):
            return connection.scalar(sa.select(sa.func.count()).where(readings.c.latest)) or 0
        return connection.scalar(sa.select(sa.func.count()).select_from(pending)) or 0


def gather_pending(ledger: Ledger, *, told: Callable[[int], None] | None = None) -> int:
    """Bring claims up to date with the latest readings of all articles.

    Args:
        ledger: where.
        told: called after each transaction with how many articles are gathered so far.

    Returns:
        How many articles were gathered.
    """
    with reading_from(ledger) as connection:
        current = _is_current(connection)
    if not current:
        with writing_to(ledger) as connection:
            # Asked again: what another process has begun anew is not thrown away.
            if not _is_current(connection):
                _forget(connection)
    gathered = 0
    while _is_waiting(ledger):
        gathered += _gather_some(ledger)
        if told is not None:
            told(gathered)
    _refresh(ledger)
    return gathered


def _is_waiting(ledger: Ledger) -> bool:
    with reading_from(ledger) as connection:
        return connection.scalar(sa.select(pending.c.key).limit(1)) is not None


def forget_claims(ledger: Ledger) -> None:
    """Throw all claims away, and let every article wait to be gathered anew; judgements stay."""
    with writing_to(ledger) as connection:
        _forget(connection)


def _forget(connection: sa.Connection) -> None:
    connection.execute(sa.text("DELETE FROM claim_search"))
    for table in (copies, sketches, member_words, word_counts, members, claims, pending):
        connection.execute(sa.delete(table))
    connection.execute(sa.delete(gatherings))
    connection.execute(sa.insert(gatherings), {"method": METHOD})
    waiting = (
        sa.select(readings.c.article_id)
        .where(readings.c.latest)
        .order_by(readings.c.published_on.nulls_first(), readings.c.article_id)
    )
    connection.execute(sa.insert(pending).from_select(["article_id"], waiting))
    _count(connection)


def _count(connection: sa.Connection) -> None:
    connection.execute(sa.update(marks).values(gathered=marks.c.gathered + 1))


def record_judgement(ledger: Ledger, judgement: Judgement) -> None:
    """Store a judgement, and gather anew the claims that it is about: both or nothing.

    Raises:
        LedgerError: what it is about, or takes back, is not in the ledger.
    """
    record_judgements(ledger, [judgement])


def record_judgements(ledger: Ledger, made: Sequence[Judgement]) -> None:
    """The same for several: all of them or none.

    Raises:
        LedgerError: what one is about, or takes back, is not in the ledger.
    """
    named = {name for one in made for name in (one.first_id, one.second_id)}
    with writing_to(ledger) as connection:
        before = load_judged(connection, named)
        for judgement in made:
            insert_judgement(connection, ledger, judgement)
        corrected = [one.first_id for one in made if is_correction(one)]
        _wait_again(connection, corrected)
        placing = Placing(connection)
        placing.touch(named)
        placing.heed(before, load_judged(connection, named))
        placing.finish()
    while corrected and _is_waiting(ledger):
        _gather_some(ledger)
    _refresh(ledger)


def _wait_again(connection: sa.Connection, attribution_ids: Sequence[str]) -> None:
    """Let the articles of some attributions be gathered anew."""
    wanted = (
        sa.select(readings.c.article_id)
        .join(attributions, attributions.c.reading_id == readings.c.id)
        .where(attributions.c.id.in_(attribution_ids), readings.c.latest)
        .distinct()
    )
    for article_id in connection.scalars(wanted).all() if attribution_ids else ():
        connection.execute(insert_new(connection, pending), {"article_id": article_id})


def _refresh(ledger: Ledger) -> None:
    """Read large claims as a whole that have grown."""
    with reading_from(ledger) as connection:
        if connection.scalar(sa.select(claims.c.key).where(claims.c.stale).limit(1)) is None:
            return
    while True:
        with writing_to(ledger) as connection:
            if refresh_stale(connection, _CLAIMS_AT_ONCE) < _CLAIMS_AT_ONCE:
                return


def _is_current(connection: sa.Connection) -> bool:
    return connection.scalar(sa.select(gatherings.c.method)) == METHOD


def _gather_some(ledger: Ledger) -> int:
    with writing_to(ledger) as connection:
        waiting = connection.scalars(
            sa.select(pending.c.article_id).order_by(pending.c.key).limit(_ARTICLES_AT_ONCE)
        ).all()
        if not waiting:
            return 0
        # First, because an article may ask for another version of its page to be gathered anew.
        connection.execute(sa.delete(pending).where(pending.c.article_id.in_(waiting)))
        placing = Placing(connection)
        found = {reading.article.id: reading for reading in load_latest_of(connection, waiting)}
        for article_id in waiting:
            placing.remove_article(article_id)
            if article_id in found:
                placing.add_reading(found[article_id])
        placing.finish()
        _count(connection)
        return len(waiting)

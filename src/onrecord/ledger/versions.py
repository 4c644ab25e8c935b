"""Versions of one page: articles that stood at one address, in the order in which they did."""

import datetime
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from onrecord.dates import PartialDate
from onrecord.errors import LedgerError
from onrecord.ledger.columns import OrderedText
from onrecord.ledger.ledger import Ledger, reading_from
from onrecord.ledger.loading import load_latest_of
from onrecord.ledger.tables import article_captures, articles, captures, readings
from onrecord.matches.versions import Revision, compare_versions


@dataclass(frozen=True, slots=True)
class FoundVersion:
    """One version of a page.

    Attributes:
        fetched_at: when it was first taken in.
    """

    article_id: str
    url: str
    title: str
    publisher: str
    published_on: PartialDate | None
    updated_on: PartialDate | None
    fetched_at: datetime.datetime

    @property
    def day(self) -> PartialDate | None:
        """The day that the page gives for it; None where it gives none."""
        return self.updated_on or self.published_on


@dataclass(frozen=True, slots=True)
class Page:
    """A page that was read more than once, each time with other words.

    Attributes:
        versions: in order.
        revisions: of each version after the first, what became of the claims of the one before.
    """

    versions: tuple[FoundVersion, ...]
    revisions: tuple[tuple[Revision, ...], ...]


def find_pages(ledger: Ledger, *, limit: int | None = None) -> tuple[tuple[FoundVersion, ...], ...]:
    """The pages of which there are several versions, that which changed last first.

    Args:
        ledger: where to look.
        limit: at most so many.
    """
    last = sa.func.max(readings.c.last_read_at)
    several = (
        sa.select(articles.c.url)
        .join(readings, (readings.c.article_id == articles.c.id) & readings.c.latest)
        .where(articles.c.url.is_not(None))
        .group_by(articles.c.url)
        .having(sa.func.count() > 1)
        .order_by(last.desc(), sa.cast(articles.c.url, OrderedText))
        .limit(limit)
    )
    with reading_from(ledger) as connection:
        urls = connection.scalars(several).all()
        return tuple(find_versions(connection, url) for url in urls)


def load_page(ledger: Ledger, article_id: str) -> Page:
    """The versions of the page that an article stood on, and what became of its claims.

    Raises:
        LedgerError: there is no such article, or it has no address.
    """
    with reading_from(ledger) as connection:
        url = connection.scalar(sa.select(articles.c.url).where(articles.c.id == article_id))
        if url is None:
            raise LedgerError(
                f"{article_id} has no address: only an article that was fetched, or that names its "
                "own address, can be told from other versions of its page"
            )
        versions = find_versions(connection, url)
        read = {
            reading.article.id: reading
            for reading in load_latest_of(connection, [one.article_id for one in versions])
        }
    in_order = [read[one.article_id] for one in versions]
    pairs = itertools.pairwise(in_order)
    return Page(versions, tuple(compare_versions(earlier, later) for earlier, later in pairs))


def count_versions(ledger: Ledger, url: str | None) -> int:
    """How many versions of the page at an address were read; 1 for what has no address."""
    if url is None:
        return 1
    counted = sa.select(sa.func.count()).select_from(articles).where(articles.c.url == url)
    with reading_from(ledger) as connection:
        return connection.scalar(counted) or 1


def find_article_at(ledger: Ledger, url: str) -> str | None:
    """The id of an article that stood at an address, or came from it; None where none did."""
    at = sa.select(articles.c.id).where(articles.c.url == url).order_by(articles.c.id).limit(1)
    asked = (
        sa.select(article_captures.c.article_id)
        .join(captures, captures.c.id == article_captures.c.capture_id)
        .where(captures.c.origin == url)
        .order_by(article_captures.c.article_id)
        .limit(1)
    )
    with reading_from(ledger) as connection:
        return connection.scalar(at) or connection.scalar(asked)


def find_versions(connection: sa.Connection, url: str) -> tuple[FoundVersion, ...]:
    """What stood at an address, in order: by the days that it gives, then as it was taken in.

    A version that does not say when it was changed is no older than what was taken in before it.
    """
    fetched = (
        sa.select(sa.func.min(captures.c.fetched_at))
        .join(article_captures, article_captures.c.capture_id == captures.c.id)
        .where(article_captures.c.article_id == articles.c.id)
        .scalar_subquery()
    )
    wanted = (
        sa.select(
            articles.c.id.label("article_id"),
            *articles.c["url", "title", "publisher"],
            *readings.c["published_on", "updated_on"],
            sa.type_coerce(fetched, captures.c.fetched_at.type).label("fetched_at"),
        )
        .join(readings, (readings.c.article_id == articles.c.id) & readings.c.latest)
        .where(articles.c.url == url)
    )
    found = [FoundVersion(**row._mapping) for row in connection.execute(wanted)]
    return _order(found)


def know_from(versions: Sequence[FoundVersion], article_id: str) -> PartialDate | None:
    """From which day the words of a later version are on record; None for that of publication.

    The day that the page gives for its last change; where it gives none, the day on which it was
    taken in, if the version before was taken in on an earlier one.
    """
    for before, own in itertools.pairwise(versions):
        if own.article_id == article_id:
            return _know_after(before, own)
    return None


def _know_after(before: FoundVersion, own: FoundVersion) -> PartialDate | None:
    if own.updated_on is not None:
        return own.updated_on
    if own.fetched_at.date() > before.fetched_at.date():
        day = own.fetched_at.date()
        return PartialDate(day.year, day.month, day.day)
    return None


def list_known_otherwise(
    versions: Sequence[FoundVersion], known: Mapping[str, PartialDate | None]
) -> tuple[str, ...]:
    """The articles whose words are on record from another day than the one that is known of them.

    Args:
        versions: of one page, in order.
        known: by article, from which day its words are held to be on record.
    """
    pairs = zip((None, *versions), versions, strict=False)
    days = {
        own.article_id: (before and _know_after(before, own)) or own.published_on
        for before, own in pairs
    }
    return tuple(name for name in known if known[name] != days.get(name, known[name]))


def _order(found: Sequence[FoundVersion]) -> tuple[FoundVersion, ...]:
    latest = ""
    placed: list[tuple[str, datetime.datetime, str, FoundVersion]] = []
    taken_in = sorted(found, key=lambda one: (one.fetched_at, one.article_id))
    for fetched_at, some in itertools.groupby(taken_in, key=lambda one: one.fetched_at):
        before = latest
        for one in some:
            day = str(one.day or "")
            if one.updated_on is None:
                day = max(day, before)
            latest = max(latest, day)
            placed.append((day, fetched_at, one.article_id, one))
    return tuple(one for *_, one in sorted(placed, key=lambda each: each[:3]))

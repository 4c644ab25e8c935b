"""Who is who over all articles: the sightings of a name, joined and kept apart."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from onrecord.ledger.judgements import load_judgements_about
from onrecord.ledger.ledger import Ledger, reading_from
from onrecord.ledger.search import fold
from onrecord.ledger.selecting import select_in
from onrecord.ledger.tables import articles, entities, readings, roles
from onrecord.matches.identities import Identity, Sighting, find_identities
from onrecord.matches.parties import name_key
from onrecord.records import EntityKind, Verdict

_MOST_SIGHTINGS = 2_000
_COMPANY = (EntityKind.PERSON, EntityKind.ORGANISATION)


def load_identities(ledger: Ledger, name: str) -> tuple[Identity, ...]:
    """The people or organisations that a name can mean, those of most articles first.

    Args:
        ledger: where to look: in the two thousand newest articles that name one.
        name: full, or a surname; case, diacritics, titles and "the" do not matter.
    """
    words = name_key(fold(name))
    if not words:
        return ()
    with reading_from(ledger) as connection:
        rows = [row for row in _find_rows(connection, words[-1]) if _fits(words, row)]
        sightings = _make_sightings(connection, rows)
        ids = [one.id for one in sightings]
        judged = load_judgements_about(connection, ids)
    return find_identities(
        sightings,
        together=[
            (one.first_id, one.second_id) for one in judged if one.verdict is Verdict.SAME
        ],
        apart=[
            (one.first_id, one.second_id) for one in judged if one.verdict is Verdict.DIFFERENT
        ],
    )  # fmt: skip


def _find_rows(connection: sa.Connection, last: str) -> list[sa.Row[Any]]:
    behind = entities.alias("behind")
    wanted = (
        sa.select(
            *entities.c["reading_id", "id", "name", "kind"],
            readings.c.article_id,
            readings.c.published_on,
            articles.c.publisher,
            behind.c.name.label("speaks_for"),
        )
        .join(readings, (readings.c.id == entities.c.reading_id) & readings.c.latest)
        .join(articles, articles.c.id == readings.c.article_id)
        .outerjoin(
            behind,
            (behind.c.reading_id == entities.c.reading_id)
            & (behind.c.id == entities.c.speaks_for_id),
        )
        .where(
            entities.c.folded_name.contains(last, autoescape=True),
            entities.c.kind != EntityKind.UNNAMED,
        )
        .order_by(readings.c.published_on.desc().nulls_last(), entities.c.id)
        .limit(_MOST_SIGHTINGS)
    )
    return list(connection.execute(wanted))


def _fits(words: tuple[str, ...], row: sa.Row[Any]) -> bool:
    """Whether a name can be the one that is asked for; a person's may be fuller, or less full."""
    own = name_key(fold(row.name))
    if row.kind is not EntityKind.PERSON:
        return own == words
    return bool(own) and words[-1] == own[-1] and (set(words) <= set(own) or set(own) <= set(words))


def _make_sightings(connection: sa.Connection, rows: Sequence[sa.Row[Any]]) -> list[Sighting]:
    reading_ids = {row.reading_id for row in rows}
    told = _load_roles(connection, reading_ids)
    company = _load_company(connection, reading_ids)
    return [
        Sighting(
            row.id,
            row.article_id,
            row.name,
            row.kind,
            row.published_on,
            row.publisher,
            tuple(told[row.reading_id, row.id]),
            row.speaks_for or "",
            frozenset(company[row.reading_id] - {row.name}),
        )
        for row in rows
    ]


def _load_roles(
    connection: sa.Connection, reading_ids: Iterable[str]
) -> defaultdict[tuple[str, str], list[str]]:
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    wanted = sa.select(roles).order_by(roles.c.position)
    for row in select_in(connection, wanted, roles.c.reading_id, reading_ids):
        found[row.reading_id, row.entity_id].append(row.role)
    return found


def _load_company(
    connection: sa.Connection, reading_ids: Iterable[str]
) -> defaultdict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    wanted = sa.select(*entities.c["reading_id", "name"]).where(entities.c.kind.in_(_COMPANY))
    for row in select_in(connection, wanted, entities.c.reading_id, reading_ids):
        found[row.reading_id].add(row.name)
    return found

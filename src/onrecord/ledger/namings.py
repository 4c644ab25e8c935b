"""Whom people named as sources, heeded in what queries find: the last naming that is in force."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from onrecord.ledger.found import FoundAttribution
from onrecord.ledger.ledger import Ledger, reading_from
from onrecord.ledger.search import fold
from onrecord.ledger.selecting import select_in
from onrecord.ledger.tables import attributions, entities, judgements, readings
from onrecord.matches.corrections import correct_source, correct_sources
from onrecord.records import EntityKind, Reading, Verdict


@dataclass(frozen=True, slots=True)
class Naming:
    """A source that a person named.

    Attributes:
        name: of the entity, in the latest reading of the article; its kind likewise.
        who: the person.
    """

    attribution_id: str
    entity_id: str
    name: str
    kind: EntityKind
    who: str


def load_namings(connection: sa.Connection, attribution_ids: Iterable[str]) -> dict[str, Naming]:
    """The namings of the sources of some attributions, by the attributions' ids.

    A name that the latest reading of the article does not have is passed over.
    """
    if not _is_any(connection):
        return {}
    rows = select_in(connection, _NAMED, judgements.c.first_id, set(attribution_ids))
    return {row.attribution_id: Naming(**row._mapping) for row in rows}


def correct_found(
    connection: sa.Connection, passages: Sequence[FoundAttribution]
) -> tuple[FoundAttribution, ...]:
    """Passages in their order, each with the source that a person named, where one did."""
    namings = load_namings(connection, [one.attribution.id for one in passages])
    return tuple(
        _correct(one, namings[one.attribution.id]) if one.attribution.id in namings else one
        for one in passages
    )


def correct_passages(
    ledger: Ledger, passages: Mapping[str, FoundAttribution]
) -> dict[str, FoundAttribution]:
    """The same of passages by their ids."""
    with reading_from(ledger) as connection:
        corrected = correct_found(connection, tuple(passages.values()))
    return {one.attribution.id: one for one in corrected}


def name_sources(ledger: Ledger, reading: Reading) -> tuple[Reading, dict[str, str]]:
    """A reading with the sources that people named, and who named them, by the attributions."""
    with reading_from(ledger) as connection:
        namings = load_namings(connection, [one.id for one in reading.attributions])
    sources = {name: one.entity_id for name, one in namings.items()}
    return correct_sources(reading, sources), {name: one.who for name, one in namings.items()}


def has_source(
    connection: sa.Connection, names: Iterable[str], *, is_sought: bool = True
) -> sa.ColumnElement[bool]:
    """The condition on `attributions` that their source, named by a person or not, is called so.

    Args:
        connection: where it is to be asked; what is asked joins `entities` of the sources found.
        names: whole names; case and diacritics do not matter.
        is_sought: whether the names lead to the rows; else it is an expression that no index is
            tried for, where another condition leads to fewer.
    """
    folded = {fold(name) for name in names}
    name = entities.c.folded_name
    found = name.in_(folded) if is_sought else name.concat("").in_(folded)
    if not _is_any(connection):
        return found
    named = _NAMED.add_columns(_HOLDER.c.key, name).subquery()
    away = sa.select(named.c.key).where(named.c.folded_name.not_in(folded))
    towards = sa.select(named.c.key).where(named.c.folded_name.in_(folded))
    key = attributions.c.key + 0
    stays = found & key.not_in(away)
    if connection.scalar(towards.limit(1)) is None:
        return stays
    if not is_sought:
        return sa.or_(stays, key.in_(towards))
    # By their keys, as indices have them: what is named need not be among what is frequent.
    read, called = attributions.alias("read"), entities.alias("called")
    kept = (
        sa.select(read.c.key)
        .join(
            called, (called.c.reading_id == read.c.reading_id) & (called.c.id == read.c.entity_id)
        )
        .where(called.c.folded_name.in_(folded), read.c.key.not_in(away))
    )
    return attributions.c.key.in_(sa.union_all(kept, towards))


def source_of(connection: sa.Connection) -> sa.ColumnElement[str | None]:
    """The id of the entity that is the source of a row of `attributions`, named by a person or not.

    Args:
        connection: where it is to be asked.
    """
    if not _is_any(connection):
        return attributions.c.entity_id
    named = _NAMED.subquery()
    chosen = sa.select(named.c.entity_id).where(named.c.attribution_id == attributions.c.id)
    return sa.func.coalesce(chosen.scalar_subquery(), attributions.c.entity_id)


def _is_any(connection: sa.Connection) -> bool:
    """Most ledgers have none; then nothing need be looked up."""
    made = sa.select(judgements.c.id).where(judgements.c.verdict == Verdict.SOURCE).limit(1)
    return connection.scalar(made) is not None


_HOLDER = attributions.alias("named_attribution")


def _select_named() -> sa.Select[Any]:
    """The namings in force, as `judgements.list_in_force` has them: the last that stands."""
    withdrawal, later = judgements.alias("withdrawal"), judgements.alias("later")
    taken_back = sa.select(withdrawal.c.withdraws_id).where(withdrawal.c.withdraws_id.is_not(None))
    is_superseded = sa.exists().where(
        later.c.first_id == judgements.c.first_id,
        later.c.verdict == Verdict.SOURCE,
        sa.tuple_(later.c.made_at, later.c.id) > sa.tuple_(judgements.c.made_at, judgements.c.id),
        later.c.id.not_in(taken_back),
    )
    named_in = readings.alias("named_in")
    return (
        sa.select(
            judgements.c.first_id.label("attribution_id"),
            judgements.c.second_id.label("entity_id"),
            entities.c.name,
            entities.c.kind,
            judgements.c.who,
        )
        .join_from(judgements, _HOLDER, _HOLDER.c.id == judgements.c.first_id)
        .join(named_in, (named_in.c.id == _HOLDER.c.reading_id) & named_in.c.latest)
        .join(
            entities,
            (entities.c.reading_id == _HOLDER.c.reading_id)
            & (entities.c.id == judgements.c.second_id),
        )
        .where(
            judgements.c.verdict == Verdict.SOURCE,
            judgements.c.id.not_in(taken_back),
            ~is_superseded,
        )
    )


_NAMED = _select_named()


def _correct(one: FoundAttribution, naming: Naming) -> FoundAttribution:
    return replace(
        one,
        attribution=correct_source(one.attribution, naming.entity_id),
        chain_names=(*one.chain_names[:-1], naming.name) if one.chain_names else (),
        entity_name=naming.name,
        entity_kind=naming.kind,
        named_by=naming.who,
    )

"""What people decided about sources, heeded: an attribution's source is whom they named."""

from collections.abc import Mapping
from dataclasses import replace

from onrecord.records import Attribution, How, Reading


def correct_sources(reading: Reading, sources: Mapping[str, str]) -> Reading:
    """The reading with other sources.

    Args:
        reading: what was read; it stays as it is.
        sources: by attribution, the id of the entity that a person named as its source; ids that
            are not in the reading are passed over.
    """
    known = {entity.id for entity in reading.entities}
    named = {one: entity_id for one, entity_id in sources.items() if entity_id in known}
    if not named:
        return reading
    return replace(
        reading,
        attributions=tuple(
            correct_source(one, named[one.id]) if one.id in named else one
            for one in reading.attributions
        ),
    )


def correct_source(one: Attribution, entity_id: str) -> Attribution:
    """The attribution with another source: its chain ends there, however the old was reached."""
    chain = one.chain
    if chain:
        last = chain[-1]
        how = How.QUOTES if last.how is How.CITES else last.how
        chain = (*chain[:-1], replace(last, entity_id=entity_id, how=how))
    return replace(one, entity_id=entity_id, chain=chain)

"""Whom people can name as sources, and the name that was given."""

from onrecord.ledger.ledger import Ledger
from onrecord.ledger.loading import load_reading_of
from onrecord.records import Entity, Judgement


def list_names(ledger: Ledger, attribution_id: str) -> tuple[Entity, ...]:
    """Whom an attribution's article names, in the order of their names.

    Raises:
        LedgerError: the attribution is not in the ledger.
    """
    named = load_reading_of(ledger, attribution_id).entities
    return tuple(sorted(named, key=lambda one: (one.name.casefold(), one.mentions[0].start)))


def find_name_given(ledger: Ledger, naming: Judgement) -> str:
    """The name that a judgement gives a source; "" where its article does not have it any more."""
    reading = load_reading_of(ledger, naming.first_id)
    return next((one.name for one in reading.entities if one.id == naming.second_id), "")

"""Whom people named as sources: the names that can be chosen, and passages with the chosen ones."""

from collections.abc import Iterable, Mapping

from onrecord.ledger.found import FoundAttribution, find_in_reading
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.loading import load_reading_of
from onrecord.matches.corrections import correct_sources
from onrecord.records import Entity, Judgement, Verdict


def list_names(ledger: Ledger, attribution_id: str) -> tuple[Entity, ...]:
    """Whom an attribution's article names, in the order of their names.

    Raises:
        LedgerError: the attribution is not in the ledger.
    """
    named = load_reading_of(ledger, attribution_id).entities
    return tuple(sorted(named, key=lambda one: (one.name.casefold(), one.mentions[0].start)))


def find_namings(
    in_force: Iterable[Judgement], attribution_ids: Iterable[str]
) -> dict[str, Judgement]:
    """Of judgements those about the sources of some attributions, by the attributions' ids."""
    wanted = set(attribution_ids)
    return {
        one.first_id: one
        for one in in_force
        if one.verdict is Verdict.SOURCE and one.first_id in wanted
    }


def find_name_given(ledger: Ledger, naming: Judgement) -> str:
    """The name that a judgement gives a source; "" where its article does not have it any more."""
    reading = load_reading_of(ledger, naming.first_id)
    return next((one.name for one in reading.entities if one.id == naming.second_id), "")


def correct_passages(
    ledger: Ledger, passages: Mapping[str, FoundAttribution], in_force: Iterable[Judgement]
) -> dict[str, FoundAttribution]:
    """Passages by their ids, with the sources that people named where judgements say so."""
    corrected = dict(passages)
    for name, naming in find_namings(in_force, passages).items():
        reading = correct_sources(load_reading_of(ledger, name), {name: naming.second_id})
        corrected[name] = find_in_reading(reading, name)
    return corrected

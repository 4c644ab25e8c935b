"""Findings to rows, one function a table; `identity` is the id of their reading."""

from typing import Any

from onrecord.ledger.passages import exact_text
from onrecord.records import Reading

Row = dict[str, Any]


def hop_rows(reading: Reading, identity: str) -> list[Row]:
    """The rows of `hops`."""
    return [
        {
            "reading_id": identity,
            "attribution_id": attribution.id,
            "position": position,
            "entity_id": hop.entity_id,
            "how": hop.how,
            "evidence": (hop.evidence,),
        }
        for attribution in reading.attributions
        for position, hop in enumerate(attribution.chain)
    ]


def response_rows(reading: Reading, identity: str) -> list[Row]:
    """The rows of `responses`."""
    return [
        {
            "reading_id": identity,
            "id": response.id,
            "position": position,
            "party_id": response.party_id,
            "spokesperson_id": response.spokesperson_id,
            "kind": response.kind,
            "to_id": response.to_id,
            "about": response.about or None,
            "about_text": exact_text(reading.article.text, response.about) or None,
            "as_of": response.as_of,
            "evidence": response.evidence,
            "evidence_text": exact_text(reading.article.text, response.evidence),
        }
        for position, response in enumerate(reading.responses)
    ]


def absence_rows(reading: Reading, identity: str) -> list[Row]:
    """The rows of `absences`."""
    return [
        {
            "reading_id": identity,
            "id": absence.id,
            "position": position,
            "kind": absence.kind,
            "about_id": absence.about_id,
            "evidence": (absence.evidence,),
            "evidence_text": exact_text(reading.article.text, (absence.evidence,)),
        }
        for position, absence in enumerate(reading.absences)
    ]


def position_rows(reading: Reading, identity: str) -> list[Row]:
    """The rows of `positions`."""
    return [
        {
            "reading_id": identity,
            "id": stand.id,
            "position": position,
            "party_id": stand.party_id,
            "proposition_text": stand.proposition.text,
            "proposition_evidence": stand.proposition.evidence,
            "stance": stand.stance,
            "word_of_id": stand.word_of_id,
            "evidence": stand.evidence,
            "evidence_text": exact_text(reading.article.text, stand.evidence),
        }
        for position, stand in enumerate(reading.positions)
    ]


def check_rows(reading: Reading, identity: str) -> list[Row]:
    """The rows of `checks`."""
    return [
        {
            "reading_id": identity,
            "id": check.id,
            "position": position,
            "kind": check.kind,
            "message": check.message,
            "against": check.against,
            "evidence": check.evidence,
            "evidence_text": exact_text(reading.article.text, check.evidence),
        }
        for position, check in enumerate(reading.checks)
    ]

"""A reading as the JSON contract's objects."""

from collections.abc import Mapping

from onrecord.dates import PartialDate
from onrecord.export.shapes import (
    AUTHOR,
    AbsenceDict,
    ArticleDict,
    AttributionDict,
    CheckDict,
    EntityDict,
    HopDict,
    PositionDict,
    ReadingDict,
    ResponseDict,
)
from onrecord.records import (
    Absence,
    Article,
    Attribution,
    Check,
    Entity,
    Hop,
    Position,
    Reading,
    Response,
    Span,
    Spans,
)


def reading_to_dict(reading: Reading) -> ReadingDict:
    """A reading as `json_schema` describes it."""
    names = {entity.id: entity.name for entity in reading.entities}
    return {
        "article": _write_article(reading.article),
        "entities": [_write_entity(entity) for entity in reading.entities],
        "attributions": [write_attribution(one, names) for one in reading.attributions],
        "responses": [write_response(response) for response in reading.responses],
        "absences": [_write_absence(absence) for absence in reading.absences],
        "positions": [_write_position(position) for position in reading.positions],
        "checks": [_write_check(check) for check in reading.checks],
        "run": {
            "version": reading.run.version,
            "model": reading.run.model,
            "settings": dict(reading.run.settings),
        },
    }


def _write_article(article: Article) -> ArticleDict:
    return {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "publisher": article.publisher,
        "authors": list(article.authors),
        "published_on": _write_date(article.published_on),
        "updated_on": _write_date(article.updated_on),
        "language": article.language,
        "text": article.text,
    }


def _write_entity(entity: Entity) -> EntityDict:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind.value,
        "roles": [
            {"role": role.role, "evidence": _write_span(role.evidence)} for role in entity.roles
        ],
        "mentions": _write_spans(entity.mentions),
        "speaks_for": entity.speaks_for_id,
    }


def write_attribution(attribution: Attribution, names: Mapping[str, str]) -> AttributionDict:
    """An attribution as the schema describes it; `names` are those of its chain's entities."""
    return {
        "id": attribution.id,
        "source": _write_pieces(attribution.source),
        "cue": _write_spans(attribution.cue),
        "content": _write_spans(attribution.content),
        "entity": attribution.entity_id,
        "form": attribution.form.value,
        "act": attribution.act.value,
        "negated": attribution.negated,
        "hedged": attribution.hedged,
        "addressee": _write_pieces(attribution.addressee),
        "said_on": _write_date(attribution.said_on),
        "parent": attribution.parent_id,
        "chain": [_write_hop(hop, names) for hop in attribution.chain],
        "basis": attribution.basis.value,
        "score": attribution.score,
    }


def _write_hop(hop: Hop, names: Mapping[str, str]) -> HopDict:
    return {
        "entity": hop.entity_id,
        "name": names.get(hop.entity_id, ""),
        "how": hop.how.value,
        "evidence": _write_span(hop.evidence),
    }


def write_response(response: Response) -> ResponseDict:
    """A response as the schema describes it."""
    return {
        "id": response.id,
        "party": response.party_id,
        "spokesperson": response.spokesperson_id,
        "kind": response.kind.value,
        "to": response.to_id,
        "about": _write_spans(response.about) if response.about else None,
        "as_of": _write_date(response.as_of),
        "evidence": _write_spans(response.evidence),
    }


def _write_absence(absence: Absence) -> AbsenceDict:
    return {
        "id": absence.id,
        "kind": absence.kind.value,
        "about": absence.about_id,
        "evidence": _write_span(absence.evidence),
    }


def _write_position(position: Position) -> PositionDict:
    proposition = position.proposition
    return {
        "id": position.id,
        "party": position.party_id,
        "proposition": {
            "text": proposition.text,
            "evidence": _write_spans(proposition.evidence),
        },
        "stance": position.stance.value,
        "word_of": AUTHOR if position.word_of_id is None else position.word_of_id,
        "evidence": _write_spans(position.evidence),
    }


def _write_check(check: Check) -> CheckDict:
    return {
        "id": check.id,
        "kind": check.kind.value,
        "message": check.message,
        "evidence": _write_spans(check.evidence),
        "against": check.against.value,
    }


def _write_span(span: Span) -> list[int]:
    return [span.start, span.end]


def _write_spans(spans: Spans) -> list[list[int]]:
    return [_write_span(span) for span in spans]


def _write_pieces(spans: Spans | None) -> list[list[int]] | None:
    return None if spans is None else _write_spans(spans)


def _write_date(date: PartialDate | None) -> str | None:
    return None if date is None else str(date)

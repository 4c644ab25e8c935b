"""What a reading refers to has to be in it: asked before anything of it is stored."""

from collections.abc import Iterator
from itertools import chain

from onrecord.records import Reading, Spans


def check_reading(reading: Reading) -> None:
    """Raise ValueError unless everything that a reading refers to is in it, once."""
    entity_ids = {entity.id for entity in reading.entities}
    parents = {attribution.id: attribution.parent_id for attribution in reading.attributions}
    faults = []
    if len(parents) < len(reading.attributions) or len(entity_ids) < len(reading.entities):
        faults.append("an entity or attribution stands in it twice")
    if not {found.entity_id for found in reading.attributions} <= {None, *entity_ids}:
        faults.append("an attribution's entity is not in it")
    if not {entity.speaks_for_id for entity in reading.entities} <= {None, *entity_ids}:
        faults.append("whom an entity speaks for is not in it")
    if not {*parents.values()} <= {None, *parents}:
        faults.append("an attribution's parent is not in it")
    elif any(_is_own_ancestor(identity, parents) for identity in parents):
        faults.append("an attribution stands inside itself")
    faults.extend(_find_faults_of_findings(reading, entity_ids, {*parents}))
    if any(spans[-1].end > len(reading.article.text) for spans in _list_passages(reading)):
        faults.append("a passage ends after the text")
    if faults:
        raise ValueError(f"the reading of article {reading.article.id}: {'; '.join(faults)}")


def _is_own_ancestor(identity: str, parents: dict[str, str | None]) -> bool:
    seen = set()
    ancestor = parents[identity]
    while ancestor is not None and ancestor not in seen:
        seen.add(ancestor)
        ancestor = parents[ancestor]
    return identity in seen


def _find_faults_of_findings(
    reading: Reading, entity_ids: set[str], attribution_ids: set[str]
) -> Iterator[str]:
    findings = (reading.responses, reading.absences, reading.positions, reading.checks)
    if any(len({one.id for one in found}) < len(found) for found in findings):
        yield "a finding stands in it twice"
    if not {hop.entity_id for one in reading.attributions for hop in one.chain} <= entity_ids:
        yield "the entity of a chain's hop is not in it"
    parties = chain(
        *((response.party_id, response.spokesperson_id) for response in reading.responses),
        *((position.party_id, position.word_of_id) for position in reading.positions),
    )
    if not {*parties} <= {None, *entity_ids}:
        yield "the party of a finding, or whose word it is, is not in it"
    claims = chain(
        (response.to_id for response in reading.responses),
        (absence.about_id for absence in reading.absences),
    )
    if not {*claims} <= {None, *attribution_ids}:
        yield "the attribution that a finding is about is not in it"


def _list_passages(reading: Reading) -> Iterator[Spans]:
    for entity in reading.entities:
        yield (max(entity.mentions, key=lambda span: span.end),)
        yield from ((role.evidence,) for role in entity.roles)
    for attribution in reading.attributions:
        parts = (attribution.source, attribution.cue, attribution.content, attribution.addressee)
        yield from filter(None, parts)
        yield from ((hop.evidence,) for hop in attribution.chain)
    yield from (response.evidence for response in reading.responses)
    yield from ((absence.evidence,) for absence in reading.absences)
    for position in reading.positions:
        yield from (position.proposition.evidence, position.evidence)
    yield from (check.evidence for check in reading.checks)

"""One article's attribution as a report of a claim: who said it, through whom, and when."""

from dataclasses import dataclass

from onrecord.dates import PartialDate
from onrecord.records import Act, Attribution, Basis, Entity, EntityKind, Form, How, Reading


@dataclass(frozen=True, slots=True)
class Report:
    """An attribution with what grouping and dating it needs, in names instead of ids.

    Attributes:
        id: the attribution's.
        published_on: the day from which it stands in print: for what a later version of a page
            adds, the day of that version.
        source: who said it; "" where nobody is named.
        newsrooms: the outlets that the words came through, from the page outwards, without the
            page's own.
        document: the document that holds the words; "" where there is none.
        unnamed: whether the source has no name.
        speaks_for: on whose behalf the source speaks; "" where the article does not say.
    """

    id: str
    article_id: str
    publisher: str
    published_on: PartialDate | None
    said_on: PartialDate | None
    act: Act
    negated: bool
    hedged: bool
    form: Form
    basis: Basis
    source: str
    newsrooms: tuple[str, ...] = ()
    document: str = ""
    unnamed: bool = False
    speaks_for: str = ""


def make_report(
    reading: Reading, attribution: Attribution, known_on: PartialDate | None = None
) -> Report:
    """The report that an attribution of a reading is.

    Args:
        reading: what it stands in.
        attribution: one of its attributions.
        known_on: the day from which it stands in print; None for that of publication.
    """
    entities = {entity.id: entity for entity in reading.entities}
    source = entities.get(attribution.entity_id or "")
    cited = [entities[hop.entity_id] for hop in attribution.chain if hop.how is How.CITES]
    return Report(
        id=attribution.id,
        article_id=reading.article.id,
        publisher=reading.article.publisher,
        published_on=known_on or reading.article.published_on,
        said_on=attribution.said_on,
        act=attribution.act,
        negated=attribution.negated,
        hedged=attribution.hedged,
        form=attribution.form,
        basis=attribution.basis,
        # A newsroom that says so in its own voice is what it is read through, and no speaker.
        source="" if source is None or source.kind is EntityKind.OUTLET else source.name,
        newsrooms=tuple(one.name for one in cited if one.kind is EntityKind.OUTLET),
        document=next((one.name for one in cited if one.kind is EntityKind.DOCUMENT), ""),
        unnamed=source is not None and source.kind is EntityKind.UNNAMED,
        speaks_for=_name_behind(source, entities),
    )


def _name_behind(source: Entity | None, entities: dict[str, Entity]) -> str:
    if source is None or source.speaks_for_id is None:
        return ""
    return entities[source.speaks_for_id].name

"""What queries find: records together with what one wants to know next to them."""

import datetime
from dataclasses import dataclass

from onrecord.dates import PartialDate
from onrecord.ledger.passages import exact_text
from onrecord.records import (
    Act,
    Attribution,
    EntityKind,
    Failure,
    Reading,
    Response,
    ResponseKind,
)


@dataclass(frozen=True, slots=True)
class ArticleQuery:
    """Which articles are wanted; what is None does not matter.

    Attributes:
        since: published on this date or later, or possibly so.
        until: published on this date or earlier, or possibly so.
        publisher: a part of the publisher's name; case and diacritics do not matter.
        limit: at most so many, the newest.

    A date that is known to the month can mean every day of it: an article of "2025-02" is found
    with since 2025-02-20 and with until 2025-02-03. Articles without a date are found only where
    neither is given.
    """

    since: PartialDate | None = None
    until: PartialDate | None = None
    publisher: str | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class AttributionQuery:
    """Which attributions are wanted; what is None does not matter.

    Attributes:
        source: a part of the name of the entity that is the source, as `publisher` above.
        act: what the source did.
        since: as for articles, of the article that it stands in.
        until: likewise.
        search: words, "phrases" and prefix* in content, source, name of the entity or title. With
            a limit and nothing else, of very many matches the two thousand that were read last are
            looked at.
        article_id: the article that it stands in.
        limit: at most so many, of the newest articles.
    """

    source: str | None = None
    act: Act | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    search: str | None = None
    article_id: str | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class ResponseQuery:
    """Which responses are wanted; what is None does not matter.

    Attributes:
        party: a part of the name of the party or of its spokesperson, as `publisher` above.
        kind: what the party did.
        since: as for articles, of the article that it stands in.
        until: likewise.
        article_id: the article that it stands in.
        limit: at most so many, of the newest articles.
    """

    party: str | None = None
    kind: ResponseKind | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    article_id: str | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article with its latest reading, without the text.

    Attributes:
        attributions: how many the latest reading found.
        first_read_at: when any run read it first.
        last_read_at: when the latest reading was made, or made again.
    """

    id: str
    title: str
    publisher: str
    url: str | None
    authors: tuple[str, ...]
    published_on: PartialDate | None
    updated_on: PartialDate | None
    language: str
    attributions: int
    first_read_at: datetime.datetime
    last_read_at: datetime.datetime


@dataclass(frozen=True, slots=True)
class FoundAttribution:
    """An attribution with its words and where it stands.

    Attributes:
        source_text: the words of the source, pieces joined by " … "; cue and content likewise.
        entity_name: the full name of the source; None where it has none or is not resolved.
        chain_names: the names of the chain's entities, from the page outward.
        named_by: the person who named the source; None where it is as it was read.
    """

    attribution: Attribution
    source_text: str | None
    cue_text: str
    content_text: str
    addressee_text: str | None
    chain_names: tuple[str, ...]
    entity_name: str | None
    entity_kind: EntityKind | None
    title: str
    publisher: str
    published_on: PartialDate | None
    url: str | None
    named_by: str | None = None


@dataclass(frozen=True, slots=True)
class FoundResponse:
    """A response with its words, its claim and where it stands.

    Attributes:
        evidence_text: the words that show it, pieces joined by " … "; claim_text likewise.
        claim_source: who is reported to have made the claim; None where nobody is named.
        claim_text: the content that it answers; None where the article has none.
        about_text: else the answer's own words for what it answers; None where it has none.
    """

    response: Response
    party_name: str
    spokesperson_name: str | None
    evidence_text: str
    about_text: str | None
    claim_source: str | None
    claim_text: str | None
    title: str
    publisher: str
    published_on: PartialDate | None
    url: str | None


@dataclass(frozen=True, slots=True)
class FoundCapture:
    """A capture without its body.

    Attributes:
        fetched_at: when these bytes were received first.
        last_fetched_at: when the same bytes were received last.
    """

    id: str
    origin: str
    url: str | None
    sha256: str
    fetched_at: datetime.datetime
    last_fetched_at: datetime.datetime


@dataclass(frozen=True, slots=True)
class FoundFailure:
    """A failure and what became of it.

    Attributes:
        failure: as it happened first.
        count: how often it happened.
        resolved_at: when the same origin could be read; None while it could not.
    """

    failure: Failure
    last_failed_at: datetime.datetime
    count: int
    resolved_at: datetime.datetime | None


def find_in_reading(reading: Reading, attribution_id: str) -> FoundAttribution:
    """An attribution of a reading, as a query would find it.

    Raises:
        KeyError: it is not in the reading.
    """
    article = reading.article
    attribution = {one.id: one for one in reading.attributions}[attribution_id]
    entities = {one.id: one for one in reading.entities}
    entity = entities.get(attribution.entity_id or "")
    source, addressee = attribution.source, attribution.addressee
    return FoundAttribution(
        attribution=attribution,
        source_text=None if source is None else exact_text(article.text, source),
        cue_text=exact_text(article.text, attribution.cue),
        content_text=exact_text(article.text, attribution.content),
        addressee_text=None if addressee is None else exact_text(article.text, addressee),
        chain_names=tuple(entities[hop.entity_id].name for hop in attribution.chain),
        entity_name=entity.name if entity else None,
        entity_kind=entity.kind if entity else None,
        title=article.title,
        publisher=article.publisher,
        published_on=article.published_on,
        url=article.url,
    )

"""What the ledger holds as JSON: one name and one value for each field, in every list and answer.

The command line and the API write the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.export.encoding import write_attribution, write_response

if TYPE_CHECKING:
    from onrecord.dates import PartialDate
    from onrecord.ledger.found import FoundArticle, FoundAttribution, FoundResponse
    from onrecord.ledger.versions import Page
    from onrecord.matches.origins import Origin
    from onrecord.matches.record import Claim, Summary
    from onrecord.matches.reports import Report
    from onrecord.matches.status import Change, Fact
    from onrecord.matches.stories import Story

Fields = dict[str, Any]


def plain_value(value: Any) -> Any:
    """A value as JSON knows it: dates and instants in ISO 8601."""
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def article_fields(found: FoundArticle) -> Fields:
    """An article in a list."""
    return {
        "id": found.id,
        "title": found.title,
        "publisher": found.publisher,
        "url": found.url,
        "authors": list(found.authors),
        "published_on": plain_value(found.published_on),
        "updated_on": plain_value(found.updated_on),
        "language": found.language,
        "attributions": found.attributions,
        "first_read_at": plain_value(found.first_read_at),
        "last_read_at": plain_value(found.last_read_at),
    }


def attribution_fields(found: FoundAttribution) -> Fields:
    """An attribution with its words and its article."""
    hops = (hop.entity_id for hop in found.attribution.chain)
    return {
        "id": found.attribution.id,
        "article_id": found.attribution.article_id,
        "title": found.title,
        "publisher": found.publisher,
        "published_on": plain_value(found.published_on),
        "url": found.url,
        **write_attribution(found.attribution, dict(zip(hops, found.chain_names, strict=True))),
        "source_text": found.source_text,
        "cue_text": found.cue_text,
        "content_text": found.content_text,
        "addressee_text": found.addressee_text,
        "entity_name": found.entity_name,
        "entity_kind": plain_value(found.entity_kind),
    }


def response_fields(found: FoundResponse) -> Fields:
    """A response with its words, its claim and its article."""
    fields: Fields = {**write_response(found.response)}
    return {
        "id": fields.pop("id"),
        "article_id": found.response.article_id,
        "title": found.title,
        "publisher": found.publisher,
        "published_on": plain_value(found.published_on),
        "url": found.url,
        **fields,
        "party_name": found.party_name,
        "spokesperson_name": found.spokesperson_name,
        "evidence_text": found.evidence_text,
        "claim_source": found.claim_source,
        "claim_text": found.claim_text,
        "about_text": found.about_text,
    }


def claim_fields(claim: Summary, as_of: PartialDate | None = None) -> Fields:
    """A claim without its reports, as it stood at the end of a day."""
    return {
        "id": claim.id,
        "title": claim.title,
        "status": claim.standing.status.value,
        "parties": [{"party": name, "kind": kind.value} for name, kind in claim.standing.parties],
        "as_of": plain_value(as_of),
        "reports": claim.reports,
        "origins": claim.origins,
        "first_on": plain_value(claim.first_on),
        "last_on": plain_value(claim.last_on),
    }


def whole_claim_fields(claim: Claim, as_of: PartialDate | None = None) -> Fields:
    """A claim with everything on record about it at the end of a day."""
    return {
        **claim_fields(claim.summary(as_of), as_of),
        "reports": [_report_fields(one) for one in claim.reports_as_of(as_of)],
        "origins": [_origin_fields(one) for one in claim.origins],
        "facts": [_fact_fields(one) for one in claim.facts_as_of(as_of)],
        "history": [change_fields(claim, one) for one in claim.history_as_of(as_of)],
        "quote_drift": [
            {
                "first": one.first,
                "second": one.second,
                "changes": [list(pair) for pair in one.changes],
            }
            for one in claim.drifts
        ],
        "stale_no_comment": [
            {"silence": _fact_fields(one.silence), "answer": _fact_fields(one.answer)}
            for one in claim.stale
        ],
        "chain_conflict": [
            {"citing": one.citing, "cited": one.cited, "message": one.message}
            for one in claim.conflicts
        ],
    }


def change_fields(claim: Claim, change: Change) -> Fields:
    """A day on which a claim's status became another."""
    return {
        "day": plain_value(change.day),
        "claim_id": claim.id,
        "title": claim.title,
        "status": change.standing.status.value,
        "party": change.fact.party or None,
        "kind": plain_value(change.fact.kind),
        "fact_id": change.fact.id,
        "article_id": change.fact.article_id,
        "words": change.fact.words,
    }


def story_fields(story: Story) -> Fields:
    """A story: claims, time line, positions, outlets."""
    return {
        "claims": [claim_fields(one) for one in story.claims],
        "timeline": [
            {
                "day": plain_value(one.day),
                "lane": one.lane.value,
                "who": one.who,
                "kind": plain_value(one.kind),
                "words": one.words,
                "claim_id": one.claim_id,
                "id": one.id,
            }
            for one in story.events
        ],
        "positions": [
            {
                "party": one.party,
                "proposition": one.proposition,
                "stance": one.stance.value,
                "first_hand": one.first_hand,
                "articles": one.articles,
                "positions": list(one.positions),
            }
            for one in story.matrix
        ],
        "outlets": [{"publisher": name, "reports": count} for name, count in story.outlets],
    }


def page_fields(page: Page) -> Fields:
    """The versions of a page, and what became of its claims from each to the next."""
    return {
        "versions": [
            {
                "article_id": one.article_id,
                "url": one.url,
                "publisher": one.publisher,
                "title": one.title,
                "published_on": plain_value(one.published_on),
                "updated_on": plain_value(one.updated_on),
                "fetched_at": plain_value(one.fetched_at),
            }
            for one in page.versions
        ],
        "revisions": [
            {
                "day": plain_value(version.day),
                "shift": one.shift.value,
                "message": one.message,
                "before": None if one.before is None else one.before.words,
                "after": None if one.after is None else one.after.words,
                "before_id": None if one.before is None else one.before.record_id,
                "after_id": None if one.after is None else one.after.record_id,
                "article_id": version.article_id,
            }
            for version, revisions in zip(page.versions[1:], page.revisions, strict=True)
            for one in revisions
        ],
    }


def _report_fields(one: Report) -> Fields:
    return {
        "id": one.id,
        "article_id": one.article_id,
        "publisher": one.publisher,
        "published_on": plain_value(one.published_on),
        "said_on": plain_value(one.said_on),
        "source": one.source,
        "act": one.act.value,
        "form": one.form.value,
        "basis": one.basis.value,
        "negated": one.negated,
        "hedged": one.hedged,
        "newsrooms": list(one.newsrooms),
    }


def _origin_fields(one: Origin) -> Fields:
    return {
        "reports": list(one.reports),
        "known": one.known,
        "groupings": [
            {"first": tie.first, "second": tie.second, "tie": tie.tie.value, "message": tie.message}
            for tie in one.groupings
        ],
    }


def _fact_fields(fact: Fact) -> Fields:
    return {
        "id": fact.id,
        "article_id": fact.article_id,
        "known_on": plain_value(fact.known_on),
        "held_on": plain_value(fact.held_on),
        "party": fact.party or None,
        "kind": plain_value(fact.kind),
        "words": fact.words,
    }

"""Records as the API's JSON: the names and values of `onrecord … --format json`."""

from typing import Any

from onrecord.dates import PartialDate
from onrecord.export.encoding import write_attribution, write_response
from onrecord.ledger.found import FoundArticle, FoundAttribution, FoundResponse
from onrecord.ledger.sources import FoundSource
from onrecord.ledger.versions import Page
from onrecord.matches.origins import Origin
from onrecord.matches.record import Claim, Summary
from onrecord.matches.reports import Report
from onrecord.matches.status import Change, Fact
from onrecord.matches.stories import Story
from onrecord.records import Judgement
from onrecord.review import Suggestion
from onrecord.web.jobs import ENDED, Job

Fields = dict[str, Any]


def article_fields(found: FoundArticle) -> Fields:
    """An article in a list."""
    return {
        "id": found.id,
        "title": found.title,
        "publisher": found.publisher,
        "url": found.url,
        "authors": list(found.authors),
        "published_on": _day(found.published_on),
        "updated_on": _day(found.updated_on),
        "language": found.language,
        "attributions": found.attributions,
        "first_read_at": found.first_read_at.isoformat(),
        "last_read_at": found.last_read_at.isoformat(),
    }


def attribution_fields(found: FoundAttribution) -> Fields:
    """An attribution with its words and its article."""
    hops = (hop.entity_id for hop in found.attribution.chain)
    return {
        "id": found.attribution.id,
        "article_id": found.attribution.article_id,
        "title": found.title,
        "publisher": found.publisher,
        "published_on": _day(found.published_on),
        "url": found.url,
        **write_attribution(found.attribution, dict(zip(hops, found.chain_names, strict=True))),
        "source_text": found.source_text,
        "cue_text": found.cue_text,
        "content_text": found.content_text,
        "addressee_text": found.addressee_text,
        "entity_name": found.entity_name,
        "entity_kind": found.entity_kind.value if found.entity_kind else None,
    }


def response_fields(found: FoundResponse) -> Fields:
    """A response with its words, its claim and its article."""
    fields: Fields = {**write_response(found.response)}
    return {
        "id": fields.pop("id"),
        "article_id": found.response.article_id,
        "title": found.title,
        "publisher": found.publisher,
        "published_on": _day(found.published_on),
        "url": found.url,
        **fields,
        "party_name": found.party_name,
        "spokesperson_name": found.spokesperson_name,
        "evidence_text": found.evidence_text,
        "claim_source": found.claim_source,
        "claim_text": found.claim_text,
        "about_text": found.about_text,
    }


def source_fields(found: FoundSource) -> Fields:
    """A name under which somebody is a source."""
    return {
        "name": found.name,
        "kind": found.kind.value,
        "attributions": found.attributions,
        "articles": found.articles,
    }


def claim_fields(claim: Summary, as_of: PartialDate | None = None) -> Fields:
    """A claim without its reports, as it stood at the end of a day."""
    return {
        "id": claim.id,
        "title": claim.title,
        "status": claim.standing.status.value,
        "parties": [{"party": name, "kind": kind.value} for name, kind in claim.standing.parties],
        "as_of": _day(as_of),
        "reports": claim.reports,
        "origins": claim.origins,
        "first_on": _day(claim.first_on),
        "last_on": _day(claim.last_on),
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


def page_fields(page: Page) -> Fields:
    """The versions of a page, and what became of its claims from each to the next."""
    return {
        "versions": [
            {
                "article_id": one.article_id,
                "url": one.url,
                "publisher": one.publisher,
                "title": one.title,
                "published_on": _day(one.published_on),
                "updated_on": _day(one.updated_on),
                "fetched_at": one.fetched_at.isoformat(),
            }
            for one in page.versions
        ],
        "revisions": [
            {
                "day": _day(version.day),
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


def change_fields(claim: Claim, change: Change) -> Fields:
    """A day on which a claim's status became another."""
    return {
        "day": str(change.day),
        "claim_id": claim.id,
        "title": claim.title,
        "status": change.standing.status.value,
        "party": change.fact.party or None,
        "kind": change.fact.kind.value if change.fact.kind else None,
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
                "day": str(one.day),
                "lane": one.lane.value,
                "who": one.who,
                "kind": one.kind.value if one.kind else None,
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


def suggestion_fields(suggestion: Suggestion) -> Fields:
    """Two passages that may state one claim, with the reasons."""
    comparison = suggestion.comparison
    return {
        "id": suggestion.match.id,
        "score": comparison.score,
        "reasons": [
            {"aspect": one.aspect.value, "agrees": one.agrees, "message": one.message}
            for one in comparison.reasons
        ],
        "first": attribution_fields(suggestion.first),
        "second": attribution_fields(suggestion.second),
    }


def judgement_fields(judgement: Judgement) -> Fields:
    """What a person decided about two reports."""
    return {
        "id": judgement.id,
        "verdict": judgement.verdict.value,
        "first": judgement.first_id,
        "second": judgement.second_id,
        "who": judgement.who,
        "why": judgement.why,
        "made_at": judgement.made_at.isoformat(),
        "withdraws": judgement.withdraws_id,
    }


def job_fields(job: Job) -> Fields:
    """How far the reading of some inputs has come."""
    progress = job.progress
    return {
        "id": job.id,
        "is_ended": all(one.step in ENDED for one in progress),
        "inputs": [
            {
                "name": one.name,
                "step": one.step.name.lower(),
                "message": one.message,
                "article_id": one.article_id or None,
                "attributions": one.attributions,
            }
            for one in progress
        ],
    }


def _report_fields(one: Report) -> Fields:
    return {
        "id": one.id,
        "article_id": one.article_id,
        "publisher": one.publisher,
        "published_on": _day(one.published_on),
        "said_on": _day(one.said_on),
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
        "known_on": str(fact.known_on),
        "held_on": _day(fact.held_on),
        "party": fact.party or None,
        "kind": fact.kind.value if fact.kind else None,
        "words": fact.words,
    }


def _day(date: PartialDate | None) -> str | None:
    return None if date is None else str(date)

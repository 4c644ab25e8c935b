"""What only the API shows, as its JSON; the rest is in `onrecord.fields`."""

from onrecord.fields import Fields, attribution_fields
from onrecord.ledger.found import FoundAttribution
from onrecord.ledger.sources import FoundSource
from onrecord.records import Judgement
from onrecord.review import Suggestion
from onrecord.web.jobs import Job, is_ended


def source_fields(found: FoundSource) -> Fields:
    """A name under which somebody is a source."""
    return {
        "name": found.name,
        "kind": found.kind.value,
        "attributions": found.attributions,
        "articles": found.articles,
    }


def passage_fields(found: FoundAttribution) -> Fields:
    """An attribution with its words, its article and the person who named its source."""
    return {**attribution_fields(found), "named_by": found.named_by}


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
        "first": passage_fields(suggestion.first),
        "second": passage_fields(suggestion.second),
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
        "is_ended": is_ended(progress),
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

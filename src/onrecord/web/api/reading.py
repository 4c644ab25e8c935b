"""What can be asked for."""

import json
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from onrecord import fields, review
from onrecord.export.contract import render_json
from onrecord.export.schema import json_schema
from onrecord.ledger.claim_queries import ClaimQuery
from onrecord.ledger.facets import find_passages
from onrecord.ledger.found import ArticleQuery, ResponseQuery
from onrecord.ledger.queries import find_articles
from onrecord.ledger.response_queries import find_responses
from onrecord.matches.stories import Story
from onrecord.records import ResponseKind
from onrecord.web import record
from onrecord.web.api import claim_shapes, encoding, shapes
from onrecord.web.api.answers import answer_list, answer_one
from onrecord.web.pages.articles import load_article
from onrecord.web.pages.search import Asked
from onrecord.web.values import Day, has_word, list_values, parse_day, parse_kind
from onrecord.web.visitors import ApiVisitor, TheDesk, api_visitor

_PROBLEM: dict[str, Any] = {
    "model": shapes.Problem,
    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
}
PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"description": words, "content": _PROBLEM["content"]}
    for status, words in (
        (401, "a token is needed, or the one presented is not known"),
        (404, "not on record"),
        (406, "not given in the kind asked for"),
        (422, "a value does not fit"),
        (503, "the ledger cannot be read"),
    )
}
_LIST: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {
            "text/csv": {"schema": {"type": "string"}},
            "application/jsonl": {"schema": {"type": "string"}},
        },
        "headers": {
            "ETag": {"schema": {"type": "string"}},
            "Link": {"schema": {"type": "string"}, "description": "The next page."},
        },
    },
    304: {"description": "the ledger has not changed since"},
    **PROBLEMS,
}
_ONE: dict[int | str, dict[str, Any]] = {
    200: {"headers": {"ETag": {"schema": {"type": "string"}}}},
    304: {"description": "the ledger has not changed since"},
    **PROBLEMS,
}
_SCHEMA: dict[str, Any] = json_schema()
_READING = _SCHEMA["$defs"]["reading"]
_READING_ANSWER: dict[str, Any] = {
    **_ONE[200],
    "description": "A reading, as `onrecord schema` describes it",
    "content": {
        "application/json": {
            "schema": {
                "type": "object",
                "required": _READING["required"],
                # What is inside each, `onrecord schema` tells.
                "properties": {
                    name: {"type": one.get("type", "object"), "description": one["description"]}
                    for name, one in _READING["properties"].items()
                },
            }
        }
    },
}

router = APIRouter(prefix="/api/v1", dependencies=[Depends(api_visitor)])

Limit = Annotated[int, Query(ge=1, le=200, description="Rows on a page.")]
After = Annotated[str, Query(max_length=40, description="The id that the page before ended with.")]
Text = Annotated[str, Query(max_length=200)]
AKind = Annotated[str, Query(max_length=40, json_schema_extra=list_values(ResponseKind))]
Words = Annotated[str, Query(max_length=200, description="All must be there.")]


@router.get("/articles", response_model=shapes.Page[shapes.ArticleItem], responses=_LIST)
def list_articles(
    request: Request,
    desk: TheDesk,
    publisher: Text = "",
    since: Day = "",
    until: Day = "",
    limit: Limit = 50,
    after: After = "",
) -> Response:
    """Articles, the newest first."""
    query = ArticleQuery(
        parse_day(since, "since"), parse_day(until, "until"), publisher or None, limit + 1
    )
    return answer_list(
        request,
        lambda: [
            fields.article_fields(one)
            for one in find_articles(desk.ledger, query, after=after or None)
        ],
        limit=limit,
    )


@router.get("/articles/{identity}", responses={**_ONE, 200: _READING_ANSWER})
def read_article(request: Request, identity: str, desk: TheDesk) -> Response:
    """An article with everything that was read out of it."""
    return answer_one(
        request, lambda: json.loads(render_json([load_article(desk.ledger, identity)]))
    )


@router.get("/articles/{identity}/versions", response_model=claim_shapes.WholePage, responses=_ONE)
def read_versions(request: Request, identity: str, desk: TheDesk) -> Response:
    """The versions of the page that an article stood on, and what became of its claims."""
    return answer_one(
        request, lambda: fields.page_fields(record.load_versions(desk.ledger, identity))
    )


@router.get("/attributions", response_model=shapes.Page[shapes.AttributionItem], responses=_LIST)
def list_attributions(
    request: Request, desk: TheDesk, query: Asked, limit: Limit = 50, after: After = ""
) -> Response:
    """Attributions that fit: newest article first, in the order of its text."""
    return answer_list(
        request,
        lambda: [
            fields.attribution_fields(one)
            for one in (
                find_passages(desk.ledger, query, limit=limit + 1, after=after or None)
                if not query.words or has_word(query.words)
                else ()
            )
        ],
        limit=limit,
    )


@router.get("/responses", response_model=shapes.Page[shapes.ResponseItem], responses=_LIST)
def list_responses(
    request: Request,
    desk: TheDesk,
    party: Text = "",
    kind: AKind = "",
    since: Day = "",
    until: Day = "",
    limit: Limit = 50,
    after: After = "",
) -> Response:
    """What parties did about claims: newest article first."""
    query = ResponseQuery(
        party=party or None,
        kind=parse_kind(ResponseKind, kind, "kind"),
        since=parse_day(since, "since"),
        until=parse_day(until, "until"),
        limit=limit + 1,
    )
    return answer_list(
        request,
        lambda: [
            fields.response_fields(one)
            for one in find_responses(desk.ledger, query, after=after or None)
        ],
        limit=limit,
    )


@router.get("/sources", response_model=shapes.Page[shapes.SourceItem], responses=_LIST)
def list_sources(
    request: Request,
    desk: TheDesk,
    q: Annotated[str, Query(max_length=200, description="A part of the name.")] = "",
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
) -> Response:
    """Who speaks, the most often first; one page, as long as asked for."""
    return answer_list(
        request,
        lambda: [
            encoding.source_fields(one) for one in record.list_sources(desk.ledger, q, limit=limit)
        ],
        limit=limit,
        key="name",
    )


@router.get("/claims", response_model=shapes.Page[claim_shapes.ClaimItem], responses=_LIST)
def list_claims(
    request: Request,
    desk: TheDesk,
    q: Words = "",
    as_of: Day = "",
    limit: Limit = 50,
    after: After = "",
) -> Response:
    """Claims that hold all the words, the most reported first."""
    day = parse_day(as_of, "as_of")
    query = ClaimQuery(q.strip(), as_of=day, limit=limit + 1, after=after or None)
    return answer_list(
        request,
        lambda: [
            fields.claim_fields(one, day)
            for one in (record.list_claims(desk.ledger, query) if not q or has_word(q) else ())
        ],
        limit=limit,
    )


@router.get("/claims/{identity}", response_model=claim_shapes.WholeClaim, responses=_ONE)
def read_claim(request: Request, identity: str, desk: TheDesk, as_of: Day = "") -> Response:
    """A claim with everything on record about it at the end of a day."""
    day = parse_day(as_of, "as_of")
    return answer_one(
        request,
        lambda: fields.whole_claim_fields(record.load_claim(desk.ledger, identity, day), day),
    )


@router.get("/changes", response_model=shapes.Page[claim_shapes.ChangeItem], responses=_LIST)
def list_changes(
    request: Request,
    desk: TheDesk,
    since: Day = "",
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
) -> Response:
    """What changed in any claim from a day on, the latest first; one page, as long as asked for."""
    day = parse_day(since, "since")
    return answer_list(
        request,
        lambda: [
            fields.change_fields(*one) for one in record.list_changes(desk.ledger, day, limit=limit)
        ],
        limit=limit,
        key="fact_id",
    )


@router.get("/story", response_model=claim_shapes.StoryItem, responses=_ONE)
def read_story(
    request: Request, desk: TheDesk, q: Words = "", since: Day = "", until: Day = ""
) -> Response:
    """The claims that hold all the words, with their time line and positions.

    At most the forty most reported; without words or days of the whole record.
    """
    words, first, last = q.strip(), parse_day(since, "since"), parse_day(until, "until")
    return answer_one(
        request,
        lambda: fields.story_fields(
            record.load_story(desk.ledger, words, since=first, until=last)
            if not words or has_word(words)
            else Story((), (), (), ())
        ),
    )


@router.get("/suggestions", response_model=shapes.Page[shapes.SuggestionItem], responses=_LIST)
def list_suggestions(
    request: Request, desk: TheDesk, limit: Limit = 50, after: After = ""
) -> Response:
    """Passages that may state one claim and wait for a decision, the least sure first."""
    return answer_list(
        request,
        lambda: [
            encoding.suggestion_fields(one)
            for one in review.list_suggestions(desk.ledger, limit=limit + 1, after=after or None)
        ],
        limit=limit,
    )


@router.get("/judgements", response_model=shapes.Page[shapes.JudgementItem], responses=_LIST)
def list_judgements(
    request: Request, desk: TheDesk, limit: Limit = 50, after: After = ""
) -> Response:
    """Every judgement ever made, in the order of their instants."""

    def make_rows() -> list[fields.Fields]:
        made = review.list_judgements(desk.ledger)
        place = next((n for n, one in enumerate(made, start=1) if one.id == after), 0)
        start = len(made) if after and not place else place
        return [encoding.judgement_fields(one) for one in made[start : start + limit + 1]]

    return answer_list(request, make_rows, limit=limit)


@router.get("/jobs/{identity}", response_model=shapes.JobItem, responses=PROBLEMS)
def read_job(identity: str, desk: TheDesk, visitor: ApiVisitor) -> Response:  # noqa: ARG001
    """How far a reading that was asked for has come."""
    from onrecord.web.api.answers import answer_change
    from onrecord.web.pages.add import find_job

    return answer_change(encoding.job_fields(find_job(desk, identity)), 200)

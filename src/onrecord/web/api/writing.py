"""What can be changed: with a token that has the scope, and not too often."""

from typing import Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.security import HTTPBearer

from onrecord import judging, review
from onrecord.ledger.by_id import find_article_of
from onrecord.records import Verdict
from onrecord.web import record
from onrecord.web.api import shapes
from onrecord.web.api.answers import answer_change
from onrecord.web.api.encoding import job_fields, judgement_fields
from onrecord.web.api.reading import PROBLEMS
from onrecord.web.pages.add import find_job, list_intakes
from onrecord.web.tokens import Scope
from onrecord.web.visitors import ApiVisitor, SignInNeededError, TheDesk, need, take_turn

_MORE: dict[int | str, dict[str, Any]] = {
    **PROBLEMS,
    400: {**PROBLEMS[401], "description": "the body is no JSON"},
    403: {**PROBLEMS[401], "description": "the token has not the scope, or nothing may be changed"},
    413: {**PROBLEMS[401], "description": "too large"},
    429: {**PROBLEMS[401], "description": "too many changes in a minute; see Retry-After"},
}


def check_writer(request: Request, visitor: ApiVisitor) -> None:
    """Refuse who has no token, and who writes too often."""
    if not visitor.is_known and not visitor.is_reader:
        raise SignInNeededError
    take_turn(request, visitor.name)


router = APIRouter(
    prefix="/api/v1",
    dependencies=[Depends(HTTPBearer(auto_error=False)), Depends(check_writer)],
    responses=_MORE,
)


@router.post("/judgements", status_code=201, response_model=shapes.JudgementItem)
def make_judgement(new: shapes.NewJudgement, desk: TheDesk, visitor: ApiVisitor) -> Response:
    """Decide whether two reports are of one claim, or of one origin."""
    need(visitor, Scope.JUDGE)
    for identity in (new.first, new.second):
        if find_article_of(desk.ledger, identity) is None:
            raise record.MissingError(f"No report or response has the id {identity}.")
    pair = (new.first, new.second)
    made = judging.judge(desk.ledger, Verdict(new.verdict), pair, who=visitor.name, why=new.why)
    return answer_change(judgement_fields(made), 201)


@router.post(
    "/judgements/{identity}/withdrawal", status_code=201, response_model=shapes.JudgementItem
)
def withdraw(identity: str, desk: TheDesk, visitor: ApiVisitor) -> Response:
    """Take back a judgement that is in force; both stay in the record."""
    need(visitor, Scope.JUDGE)
    made = review.withdraw_one(desk.ledger, identity, who=visitor.name)
    if made is None:
        raise record.MissingError(f"No judgement in force has the id {identity}.")
    return answer_change(judgement_fields(made), 201)


@router.post("/articles", status_code=202, response_model=shapes.JobItem)
def add_articles(new: shapes.NewArticles, desk: TheDesk, visitor: ApiVisitor) -> Response:
    """Have a text or addresses read; the answer says where to ask how far it has come."""
    need(visitor, Scope.ADD)
    intakes = list_intakes(desk.settings.fetch, new.text, "\n".join(new.addresses), [])
    job = desk.jobs.add(intakes)
    return answer_change(job_fields(job), 202, {"location": f"/api/v1/jobs/{job.id}"})


@router.post("/jobs/{identity}/cancel", status_code=200, response_model=shapes.JobItem)
def cancel(identity: str, desk: TheDesk, visitor: ApiVisitor) -> Response:
    """Leave out what is not on record yet."""
    need(visitor, Scope.ADD)
    job = find_job(desk, identity)
    job.cancel()
    return answer_change(job_fields(job), 200)

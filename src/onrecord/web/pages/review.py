"""The review queue: suggestions one at a time, decided with a key, and taken back with another."""

import json
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse

from onrecord import review
from onrecord.errors import SettingsError
from onrecord.ledger.by_id import find_attributions_by_id
from onrecord.records import Judgement, Verdict
from onrecord.web import record
from onrecord.web.desk import Desk
from onrecord.web.rendering import render_page
from onrecord.web.seals import NAME_COOKIE
from onrecord.web.tokens import Scope
from onrecord.web.values import parse_kind
from onrecord.web.views.suggestion import make_suggestion_view
from onrecord.web.visitors import PageVisitor, TheDesk, Visitor, check_form, need

router = APIRouter(include_in_schema=False)

_MONTH = 60 * 60 * 24 * 30
_MOST_SKIPPED = 200
_VERDICTS = {
    "accept": Verdict.SAME,
    "reject": Verdict.DIFFERENT,
    "unsure": Verdict.UNSURE,
}

Skipped = Annotated[str, Query(max_length=6000)]
Field = Annotated[str, Form(max_length=100)]


@router.get("/review")
def show_review(
    request: Request, desk: TheDesk, visitor: PageVisitor, skip: Skipped = ""
) -> HTMLResponse:
    """The next suggestion that nobody has decided about."""
    passed = skip.split(",")[:_MOST_SKIPPED] if skip else []
    suggestion = review.next_suggestion(desk.ledger, skip=passed)
    waiting, total = review.count_suggestions(desk.ledger)
    last = review.find_last_of(desk.ledger, visitor.name) if visitor.name else None
    return render_page(
        request,
        "review",
        visitor,
        view=make_suggestion_view(suggestion) if suggestion else None,
        waiting=waiting,
        total=total,
        skip=skip,
        skip_next=",".join([*passed, suggestion.match.id]) if suggestion else "",
        last=last,
        articles=record.count_record(desk.ledger).articles,
    )


@router.post("/review", dependencies=[Depends(check_form)])
def decide(
    desk: TheDesk,
    visitor: PageVisitor,
    match: Field,
    verdict: Field,
    who: Field = "",
    skip: Annotated[str, Form(max_length=6000)] = "",
) -> Response:
    """Record what somebody decided about a suggestion, and go on to the next."""
    need(visitor, Scope.JUDGE)
    name = _name_of(visitor, who)
    if verdict not in _VERDICTS:
        raise SettingsError(f"“verdict” can be {', '.join(_VERDICTS)}; not {verdict!r}")
    suggestion = review.find_suggestion(desk.ledger, match)
    if suggestion is None:
        raise record.MissingError(
            f"No suggestion has the id {match}. Its articles may have been read anew: go on with "
            "the next."
        )
    review.decide(desk.ledger, _VERDICTS[verdict], suggestion.pair, who=name)
    return _go_on(name, visitor, skip)


@router.post("/review/undo", dependencies=[Depends(check_form)])
def undo(
    desk: TheDesk,
    visitor: PageVisitor,
    who: Field = "",
    skip: Annotated[str, Form(max_length=6000)] = "",
) -> Response:
    """Take back the last decision of the same person; both stay in the record."""
    need(visitor, Scope.JUDGE)
    name = _name_of(visitor, who)
    last = review.find_last_of(desk.ledger, name)
    if last is None:
        raise record.MissingError(f"No decision of {name} is in force: there is nothing to undo.")
    review.take_back(desk.ledger, (last.first_id, last.second_id), who=name)
    return _go_on(name, visitor, skip)


@router.post("/claims/{identity}/origins", dependencies=[Depends(check_form)])
def decide_origins(
    identity: str,
    desk: TheDesk,
    visitor: PageVisitor,
    first: Field,
    second: Field,
    verdict: Field,
    who: Field = "",
) -> Response:
    """Record whether two reports of a claim are of one origin."""
    need(visitor, Scope.JUDGE)
    name = _name_of(visitor, who)
    chosen = parse_kind(Verdict, verdict, "verdict")
    if chosen not in {Verdict.ONE_ORIGIN, Verdict.TWO_ORIGINS}:
        raise SettingsError(f"“verdict” can be one_origin or two_origins; not {verdict!r}")
    pair = (min(first, second), max(first, second))
    review.decide(desk.ledger, chosen, pair, who=name)
    answer = RedirectResponse(f"/claims/{quote(identity, safe='')}", status_code=303)
    return _keep_name(answer, name, visitor)


@router.get("/review/judgements.jsonl")
def export_judgements(desk: TheDesk, visitor: PageVisitor) -> Response:
    """Every judgement with both passages, a line each: to train and to measure with."""
    need(visitor, Scope.READ)
    made = review.list_judgements(desk.ledger)
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in _describe(desk, made))
    return StreamingResponse(
        lines,
        media_type="application/jsonl",
        headers={"content-disposition": 'attachment; filename="judgements.jsonl"'},
    )


def _describe(desk: Desk, made: tuple[Judgement, ...]) -> list[dict[str, object]]:
    ids = {name for one in made for name in (one.first_id, one.second_id)}
    passages = find_attributions_by_id(desk.ledger, ids)
    withdrawn = {one.withdraws_id for one in made if one.withdraws_id}
    texts = {
        name: {
            "id": name,
            "content": passages[name].content_text if name in passages else None,
            "source": passages[name].entity_name if name in passages else None,
            "act": passages[name].attribution.act.value if name in passages else None,
            "article_id": passages[name].attribution.article_id if name in passages else None,
            "publisher": passages[name].publisher if name in passages else None,
            "published_on": str(passages[name].published_on or "") or None
            if name in passages
            else None,
        }
        for name in ids
    }
    return [
        {
            "id": one.id,
            "verdict": one.verdict.value,
            "first": texts[one.first_id],
            "second": texts[one.second_id],
            "who": one.who,
            "why": one.why,
            "made_at": one.made_at.isoformat(),
            "withdraws_id": one.withdraws_id,
            "in_force": one.verdict is not Verdict.WITHDRAWN and one.id not in withdrawn,
        }
        for one in made
    ]


def _name_of(visitor: Visitor, typed: str) -> str:
    """Who decides: the token's owner, else the name that was typed in, now or before.

    Raises:
        SettingsError: there is none.
    """
    name = visitor.name if visitor.is_known else (typed.strip() or visitor.name)
    if not name:
        raise SettingsError("a decision needs your name: type it into the field beside the keys")
    return name


def _go_on(name: str, visitor: Visitor, skip: str) -> Response:
    query = f"?skip={quote(skip)}" if skip else ""
    return _keep_name(RedirectResponse(f"/review{query}", status_code=303), name, visitor)


def _keep_name(answer: RedirectResponse, name: str, visitor: Visitor) -> Response:
    if not visitor.is_known:
        answer.set_cookie(
            NAME_COOKIE, quote(name), max_age=_MONTH, httponly=True, samesite="strict"
        )
    return answer

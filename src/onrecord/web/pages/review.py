"""The review queue: suggestions one at a time, decided with a key, and taken back with another."""

import json
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response, StreamingResponse

from onrecord import judging, review
from onrecord.errors import SettingsError
from onrecord.ledger.by_id import find_attributions_by_id
from onrecord.ledger.judgements import load_judgements
from onrecord.records import Judgement, Verdict
from onrecord.sources_named import find_name_given, list_names
from onrecord.web import record
from onrecord.web.desk import Desk
from onrecord.web.pages.signing import Field, Later, Name, go_on, name_of
from onrecord.web.rendering import render_page
from onrecord.web.tokens import Scope
from onrecord.web.views.decision import describe_decision
from onrecord.web.views.suggestion import make_suggestion_view
from onrecord.web.visitors import PageVisitor, TheDesk, check_form, need

router = APIRouter(include_in_schema=False)

_MOST_SKIPPED = 200
_VERDICTS = {
    "accept": Verdict.SAME,
    "reject": Verdict.DIFFERENT,
    "unsure": Verdict.UNSURE,
}

Skipped = Annotated[str, Query(max_length=6000)]
Match = Annotated[str, Query(max_length=100)]


@router.get("/review")
def show_review(
    request: Request, desk: TheDesk, visitor: PageVisitor, skip: Skipped = "", match: Match = ""
) -> HTMLResponse:
    """The suggestion with an id, else the next that nobody has decided about."""
    passed = skip.split(",")[:_MOST_SKIPPED] if skip else []
    queue = review.open_queue(desk.ledger)
    suggestion = queue.find(match) if match else None
    if suggestion is None or suggestion.judgement is not None:
        suggestion = queue.find_next(skip=passed)
    waiting, total = queue.count()
    last = queue.find_last_of(visitor.name) if visitor.name else ()
    shown = (
        (suggestion.first, suggestion.second)
        if suggestion and Scope.JUDGE in visitor.scopes
        else ()
    )
    return render_page(
        request,
        "review",
        visitor,
        view=make_suggestion_view(suggestion) if suggestion else None,
        waiting=waiting,
        total=total,
        skip=skip,
        skip_next=",".join([*passed, suggestion.match.id]) if suggestion else "",
        last=describe_decision(desk.ledger, last),
        names={one.attribution.id: list_names(desk.ledger, one.attribution.id) for one in shown},
        is_empty=not total and not record.count_record(desk.ledger).articles,
    )


@router.post("/review", dependencies=[Depends(check_form)])
def decide(
    desk: TheDesk,
    visitor: PageVisitor,
    match: Field,
    verdict: Field,
    who: Name = "",
    skip: Later = "",
) -> Response:
    """Record what somebody decided about a suggestion, and go on to the next."""
    need(visitor, Scope.JUDGE)
    name = name_of(visitor, who)
    if verdict not in _VERDICTS:
        raise SettingsError(f"“verdict” can be {', '.join(_VERDICTS)}; not {verdict!r}")
    suggestion = review.open_queue(desk.ledger).find(match)
    if suggestion is None:
        raise record.MissingError(
            f"No suggestion has the id {match}. Its articles may have been read anew: go on with "
            "the next."
        )
    judging.judge(desk.ledger, _VERDICTS[verdict], suggestion.pair, who=name)
    return go_on(name, visitor, skip)


@router.post("/review/undo", dependencies=[Depends(check_form)])
def undo(
    desk: TheDesk,
    visitor: PageVisitor,
    who: Name = "",
    skip: Later = "",
) -> Response:
    """Take back the last decision of the same person; both stay in the record."""
    need(visitor, Scope.JUDGE)
    name = name_of(visitor, who)
    if not review.take_back_last(desk.ledger, name):
        raise record.MissingError(f"No decision of {name} is in force: there is nothing to undo.")
    return go_on(name, visitor, skip)


@router.get("/review/judgements.jsonl")
def export_judgements(desk: TheDesk, visitor: PageVisitor) -> Response:
    """Every judgement with both passages, a line each: to train and to measure with."""
    need(visitor, Scope.READ)
    made = load_judgements(desk.ledger)
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
    named = {
        one.second_id: find_name_given(desk.ledger, one)
        for one in made
        if one.verdict is Verdict.SOURCE
    }
    texts = {
        name: {
            "id": name,
            "content": passages[name].content_text if name in passages else None,
            "source": passages[name].entity_name if name in passages else named.get(name),
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

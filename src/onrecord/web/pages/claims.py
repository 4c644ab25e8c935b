"""The list of claims, which is the home page; a claim; and what changed lately."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from onrecord.dates import PartialDate
from onrecord.ledger.by_id import find_absences_about, find_attributions_by_id
from onrecord.ledger.claim_queries import ClaimQuery
from onrecord.matches.record import Claim
from onrecord.matches.status import Change
from onrecord.sources_named import correct_passages, find_namings
from onrecord.web import record
from onrecord.web.desk import Desk
from onrecord.web.rendering import render_page
from onrecord.web.values import Day, parse_day
from onrecord.web.views.claim import choose_shown, list_days, make_claim_view
from onrecord.web.views.claim_row import make_row
from onrecord.web.visitors import PageVisitor, TheDesk

router = APIRouter(include_in_schema=False)

_A_PAGE = 25
_LATEST = 8
_MOST_DRIFTING = 40

Words = Annotated[str, Query(max_length=200)]
Identity = Annotated[str, Query(max_length=40)]


@router.get("/")
def show_claims(
    request: Request, desk: TheDesk, visitor: PageVisitor, q: Words = "", after: Identity = ""
) -> HTMLResponse:
    """The heaviest claims, and beside them what changed lately."""
    query = ClaimQuery(q.strip(), limit=_A_PAGE + 1, after=after or None)
    found = record.list_claims(desk.ledger, query)
    rows = tuple(map(make_row, record.dress(desk.ledger, found[:_A_PAGE])))
    return render_page(
        request,
        "claims",
        visitor,
        rows=rows,
        words=q,
        after=after,
        next_after=found[_A_PAGE - 1].id if len(found) > _A_PAGE else "",
        changes=_list_latest(desk) if not q and not after else (),
        counts=record.count_record(desk.ledger),
    )


def _list_latest(desk: Desk) -> tuple[tuple[Claim, Change], ...]:
    """The last changes, of each claim the last of a day."""
    found = record.list_changes(desk.ledger, limit=record.KEPT_CHANGES[0])
    last = {(claim.id, change.day): (claim, change) for claim, change in reversed(found)}
    return tuple(reversed(last.values()))[:_LATEST]


@router.get("/claims")
def show_claims_again(request: Request) -> Response:
    """The list is the home page; its address may be guessed."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/{query}", status_code=301)


@router.get("/claims/{identity}")
def show_claim(
    request: Request, identity: str, desk: TheDesk, visitor: PageVisitor, as_of: Day = ""
) -> Response:
    """One claim, as it stood at the end of a day."""
    day = parse_day(as_of, "as_of")
    claim = record.load_claim(desk.ledger, identity)
    if claim.id != identity:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"/claims/{claim.id}{query}", status_code=302)
    days = list_days(claim)
    if day is not None:
        claim = record.load_claim(desk.ledger, claim.id, day)
    shown = [one.id for origin in choose_shown(claim, day) for one in origin.first]
    drifting = [name for one in claim.drifts for name in (one.first, one.second)]
    passages = find_attributions_by_id(desk.ledger, {*shown, *drifting[:_MOST_DRIFTING]})
    view = make_claim_view(
        claim,
        days,
        correct_passages(desk.ledger, passages),
        find_absences_about(desk.ledger, {one.id: one.article_id for one in claim.reports}),
        day,
    )
    return render_page(
        request,
        "claim",
        visitor,
        claim=claim,
        view=view,
        as_of=day,
        history=claim.history_as_of(day),
        namings=find_namings(desk.ledger, shown),
        address=_address(request, claim.id, day),
    )


def _address(request: Request, identity: str, day: PartialDate | None) -> str:
    """The permanent address of a claim as of a day."""
    base = str(request.base_url).rstrip("/")
    return f"{base}/claims/{identity}" + (f"?as_of={day}" if day else "")


@router.get("/changes")
def show_changes(
    request: Request, desk: TheDesk, visitor: PageVisitor, since: Day = ""
) -> HTMLResponse:
    """Every change from a day on, the latest first."""
    day = parse_day(since, "since")
    return render_page(
        request,
        "changes",
        visitor,
        changes=record.list_changes(desk.ledger, day, limit=record.KEPT_CHANGES[1]),
        since=day,
    )

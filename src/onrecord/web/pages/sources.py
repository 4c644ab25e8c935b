"""Who speaks in the ledger, and everything that one source said."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.ledger.by_id import find_answers_by_id, find_positions_by_id
from onrecord.ledger.claims_shown import find_summaries_of
from onrecord.ledger.sources import (
    find_finding_ids,
    find_roles,
    find_said,
    group_roles,
)
from onrecord.web import record
from onrecord.web.rendering import render_page
from onrecord.web.views.claim_row import make_row
from onrecord.web.views.source import make_source_view
from onrecord.web.visitors import PageVisitor, TheDesk

router = APIRouter(include_in_schema=False)

_MOST = 120
_MOST_SAID = 100
_MOST_COUNTED = 300
"""Attributions, the newest, in which shares are counted."""
_MOST_CLAIMS = 40

Text = Annotated[str, Query(max_length=200)]
Group = Annotated[str, Query(max_length=20)]


@router.get("/sources")
def show_sources(
    request: Request, desk: TheDesk, visitor: PageVisitor, q: Text = ""
) -> HTMLResponse:
    """Who speaks, the most often first."""
    found = record.list_sources(desk.ledger, q, limit=_MOST + 1)
    return render_page(
        request,
        "sources",
        visitor,
        sources=found[:_MOST],
        most=max((one.attributions for one in found), default=1),
        is_cut=len(found) > _MOST,
        words=q,
    )


@router.get("/sources/{name:path}")
def show_source(
    request: Request, name: str, desk: TheDesk, visitor: PageVisitor, did: Group = ""
) -> HTMLResponse:
    """One source over all articles."""
    full, names = record.find_names_of(desk.ledger, name)
    said = find_said(desk.ledger, names, limit=_MOST_COUNTED)
    total = record.count_said(desk.ledger, names) if len(said) == _MOST_COUNTED else len(said)
    response_ids, position_ids = find_finding_ids(desk.ledger, names)
    if not (said or response_ids or position_ids):
        raise record.MissingError(
            f"Nothing is attributed to “{name}”. The list of sources can be searched by a part of "
            "a name."
        )
    claims = find_summaries_of(desk.ledger, [one.attribution.id for one in said])
    distinct = {claim.id: claim for claim in claims.values()}
    heaviest = sorted(distinct.values(), key=lambda one: (-one.reports, one.id))[:_MOST_CLAIMS]
    answers = find_answers_by_id(desk.ledger, response_ids).values()
    return render_page(
        request,
        "source",
        visitor,
        name=full,
        aliases=[one for one in names if one != full],
        view=make_source_view(said, names, did, most=_MOST_SAID, more=total > len(said)),
        counted=len(said),
        total=total,
        did=did,
        roles=group_roles(find_roles(desk.ledger, names)),
        answers=sorted(answers, key=lambda one: str(one.as_of or ""), reverse=True),
        positions=find_positions_by_id(desk.ledger, position_ids),
        rows=[make_row(one) for one in record.dress(desk.ledger, heaviest)],
        claims=claims,
    )

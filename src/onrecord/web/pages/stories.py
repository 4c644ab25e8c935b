"""A story over many articles, and the passages behind one cell of its matrix."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.ledger.by_id import find_positions_by_id
from onrecord.web import record
from onrecord.web.rendering import render_page
from onrecord.web.values import parse_day, split_words
from onrecord.web.views.story import make_story_view, suggest_words
from onrecord.web.visitors import PageVisitor, TheDesk

router = APIRouter(include_in_schema=False)

_MOST_CLAIMS = 500

Words = Annotated[str, Query(max_length=200)]
Day = Annotated[str, Query(max_length=10)]
Ids = Annotated[list[str], Query(max_length=200)]


@router.get("/story")
def show_story(
    request: Request,
    desk: TheDesk,
    visitor: PageVisitor,
    q: Words = "",
    since: Day = "",
    until: Day = "",
) -> HTMLResponse:
    """The claims that hold all the words: their time line, their sources, who stands where."""
    first, last = parse_day(since, "since"), parse_day(until, "until")
    words = split_words(q)
    view = None
    if words or first or last:
        view = make_story_view(record.load_story(desk.ledger, words, since=first, until=last))
    claims = record.list_claims(desk.ledger, limit=_MOST_CLAIMS) if view is None else ()
    return render_page(
        request,
        "story",
        visitor,
        view=view,
        words=q,
        since=since,
        until=until,
        suggested=suggest_words(claims),
    )


@router.get("/positions")
def show_positions(request: Request, desk: TheDesk, visitor: PageVisitor, pos: Ids) -> HTMLResponse:
    """The passages that show where somebody stands."""
    found = find_positions_by_id(desk.ledger, pos)
    if not found:
        raise record.MissingError("None of these positions is on record any more.")
    return render_page(request, "positions", visitor, positions=found)

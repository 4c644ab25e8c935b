"""A story over many articles, and the passages behind one cell of its matrix."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.ledger.by_id import find_positions_by_id
from onrecord.web import record
from onrecord.web.rendering import render_page
from onrecord.web.values import Day, parse_day
from onrecord.web.views.story import make_story_view
from onrecord.web.visitors import PageVisitor, TheDesk

router = APIRouter(include_in_schema=False)

Words = Annotated[str, Query(max_length=200)]
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
    view = None
    if q.strip() or first or last:
        story = record.load_story(desk.ledger, q.strip(), since=first, until=last)
        view = make_story_view(story, record.dress(desk.ledger, story.claims))
    return render_page(
        request,
        "story",
        visitor,
        view=view,
        words=q,
        since=since,
        until=until,
        suggested=record.list_speakers(desk.ledger) if view is None else (),
    )


@router.get("/positions")
def show_positions(request: Request, desk: TheDesk, visitor: PageVisitor, pos: Ids) -> HTMLResponse:
    """The passages that show where somebody stands."""
    found = find_positions_by_id(desk.ledger, pos)
    if not found:
        raise record.MissingError("None of these positions is on record any more.")
    return render_page(request, "positions", visitor, positions=found)

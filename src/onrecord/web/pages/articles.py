"""The articles that were read, each of them marked; the way from an id to its passage."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from onrecord.export.report import make_view, write_highlights
from onrecord.ledger.by_id import find_article_of
from onrecord.ledger.claims_shown import find_summaries_of
from onrecord.ledger.found import ArticleQuery
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.loading import load_readings
from onrecord.ledger.namings import name_sources
from onrecord.ledger.queries import find_articles
from onrecord.ledger.versions import count_versions
from onrecord.records import Reading
from onrecord.web import record
from onrecord.web.rendering import render_page
from onrecord.web.values import Day, parse_day
from onrecord.web.views.article import KEY, find_fragment, make_article_view
from onrecord.web.visitors import PageVisitor, TheDesk

router = APIRouter(include_in_schema=False)

_MOST = 200

Text = Annotated[str, Query(max_length=200)]


@router.get("/articles")
def show_articles(
    request: Request,
    desk: TheDesk,
    visitor: PageVisitor,
    publisher: Text = "",
    since: Day = "",
    until: Day = "",
) -> HTMLResponse:
    """The articles, the newest first."""
    query = ArticleQuery(
        since=parse_day(since, "since"),
        until=parse_day(until, "until"),
        publisher=publisher or None,
        limit=_MOST + 1,
    )
    found = find_articles(desk.ledger, query)
    return render_page(
        request,
        "articles",
        visitor,
        articles=found[:_MOST],
        is_cut=len(found) > _MOST,
        publisher=publisher,
        since=since,
        until=until,
    )


@router.get("/articles/{identity}")
def show_article(
    request: Request, identity: str, desk: TheDesk, visitor: PageVisitor
) -> HTMLResponse:
    """One article with its marks and cards."""
    reading, named_by = name_sources(desk.ledger, load_article(desk.ledger, identity))
    claims = find_summaries_of(desk.ledger, [one.id for one in reading.attributions])
    versions = count_versions(desk.ledger, reading.article.url)
    shown = make_article_view(reading, claims, named_by)
    return render_page(request, "article", visitor, shown=shown, versions=versions)


@router.get("/articles/{identity}/versions")
def show_versions(
    request: Request, identity: str, desk: TheDesk, visitor: PageVisitor
) -> HTMLResponse:
    """The versions of a page, and what became of its claims from each to the next."""
    page = record.load_versions(desk.ledger, identity)
    return render_page(request, "versions", visitor, shown=page, identity=identity)


@router.get("/articles/{identity}/marks.css")
def show_marks(identity: str, desk: TheDesk, visitor: PageVisitor) -> Response:  # noqa: ARG001
    """What lights up together in one article, without a script."""
    view = make_view(KEY, load_article(desk.ledger, identity))
    return Response(
        write_highlights([view]),
        media_type="text/css",
        headers={"cache-control": "private, no-cache"},
    )


@router.get("/passages/{identity}")
def show_passage(identity: str, desk: TheDesk, visitor: PageVisitor) -> Response:  # noqa: ARG001
    """The way to the place of an attribution or finding in its article."""
    article_id = find_article_of(desk.ledger, identity)
    if article_id is None:
        raise record.MissingError(
            f"No passage has the id {identity}: a later reading of its article may not have it."
        )
    fragment = find_fragment(load_article(desk.ledger, article_id), identity)
    return RedirectResponse(f"/articles/{article_id}#{fragment}", status_code=302)


def load_article(ledger: Ledger, identity: str) -> Reading:
    """The latest reading of an article.

    Raises:
        MissingError: there is no such article.
    """
    found = load_readings(ledger, identity)
    if not found:
        raise record.MissingError(
            f"No article has the id {identity}. The list of articles has all that were read."
        )
    return found[0]

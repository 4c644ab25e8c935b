"""The page that says what the labels mean, how good the reader is, and what it cannot do."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.web.rendering import render_page
from onrecord.web.visitors import PageVisitor

router = APIRouter(include_in_schema=False)


@router.get("/method")
def show_method(request: Request, visitor: PageVisitor) -> HTMLResponse:
    """What every label means."""
    return render_page(request, "method", visitor)


@router.get("/api/v1")
def show_api(request: Request, visitor: PageVisitor) -> HTMLResponse:
    """How programs ask."""
    return render_page(request, "api", visitor, base=str(request.base_url).rstrip("/"))

"""A page out of a template: what every page is given, and the headers that it is sent with."""

from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse

from onrecord.web.desk import desk_of
from onrecord.web.seals import FORM_COOKIE, is_form_cookie, make_form_cookie, seal_form
from onrecord.web.tokens import Scope
from onrecord.web.visitors import Visitor

NAVIGATION = (
    ("claims", "/", "Claims"),
    ("story", "/story", "Story"),
    ("articles", "/articles", "Articles"),
    ("sources", "/sources", "Sources"),
    ("search", "/search", "Search"),
    ("review", "/review", "Review"),
    ("add", "/add", "Add"),
    ("method", "/method", "Method"),
)
_WRITING = {"review": Scope.JUDGE, "add": Scope.ADD}


def render_page(
    request: Request,
    template: str,
    visitor: Visitor | None = None,
    *,
    status: int = 200,
    **values: Any,
) -> HTMLResponse:
    """A page, or the part of one that a template makes.

    Args:
        request: what was asked.
        template: the file's name, without its endings.
        visitor: who asks; None on pages that everybody may see.
        status: of the answer.
        values: what the template shows.
    """
    desk = desk_of(request)
    cookie = request.cookies.get(FORM_COOKIE, "")
    is_new = not is_form_cookie(cookie)
    if is_new:
        cookie = make_form_cookie()
    scopes = visitor.scopes if visitor is not None else frozenset()
    shown = [
        entry
        for entry in NAVIGATION
        if visitor is not None and (entry[0] not in _WRITING or _WRITING[entry[0]] in scopes)
    ]
    body = desk.templates.get_template(f"{template}.html.j2").render(
        navigation=shown,
        visitor=visitor,
        read_only=desk.settings.read_only,
        path=request.url.path,
        form_token=seal_form(desk.secret, cookie),
        may_judge=Scope.JUDGE in scopes,
        may_add=Scope.ADD in scopes,
        **values,
    )
    answer = HTMLResponse(body.lstrip(), status_code=status)
    answer.headers["cache-control"] = "private, no-cache"
    # Nothing is sent to a published desk, and everybody is shown the same.
    if is_new and not desk.settings.read_only:
        answer.set_cookie(
            FORM_COOKIE,
            cookie,
            httponly=True,
            samesite="strict",
            secure=request.url.scheme == "https",
        )
    return answer

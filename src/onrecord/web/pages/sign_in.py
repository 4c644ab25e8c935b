"""Signing in with a token, where the desk can be reached from other machines."""

import time
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from onrecord.web.rendering import render_page
from onrecord.web.seals import SIGN_IN_COOKIE, SIGN_IN_SECONDS, seal_sign_in
from onrecord.web.tokens import find_token
from onrecord.web.visitors import TheDesk, check_form

router = APIRouter(include_in_schema=False)

_LONGEST_WAY = 4000


@router.get("/sign-in")
def show_sign_in(
    request: Request, to: Annotated[str, Query(max_length=_LONGEST_WAY)] = "/"
) -> HTMLResponse:
    """The form."""
    return render_page(request, "sign_in", to=_own_path(to), wrong=False)


@router.post("/sign-in", dependencies=[Depends(check_form)])
def sign_in(
    request: Request,
    desk: TheDesk,
    token: Annotated[str, Form(max_length=200)] = "",
    to: Annotated[str, Form(max_length=_LONGEST_WAY)] = "/",
) -> Response:
    """Give whoever has a token a cookie for half a day."""
    found = find_token(desk.settings.tokens, token.strip())
    if found is None:
        return render_page(request, "sign_in", status=403, to=_own_path(to), wrong=True)
    ends_at = int(time.time()) + SIGN_IN_SECONDS
    answer = RedirectResponse(_own_path(to), status_code=303)
    answer.set_cookie(
        SIGN_IN_COOKIE,
        seal_sign_in(desk.secret, found.digest, ends_at),
        max_age=SIGN_IN_SECONDS,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return answer


@router.post("/sign-out", dependencies=[Depends(check_form)])
def sign_out() -> Response:
    """Forget the cookie."""
    answer = RedirectResponse("/sign-in", status_code=303)
    answer.delete_cookie(SIGN_IN_COOKIE)
    return answer


def write_way_to_sign_in(request: Request) -> str:
    """The address of the form, from which whoever signs in goes on to what they asked for."""
    target = "/"
    if request.method in {"GET", "HEAD"}:
        # As it was sent: quoted once, and not taken apart.
        raw = request.scope.get("raw_path") or quote(request.scope["path"]).encode()
        query = request.scope["query_string"]
        target = (raw + (b"?" + query if query else b"")).decode("latin-1")
    if len(target) > _LONGEST_WAY:
        target = "/"
    return f"/sign-in?to={quote(target, safe='/')}"


def _own_path(to: str) -> str:
    """A path of ours; anything that could lead elsewhere is the home page."""
    is_ours = to.startswith("/") and not to.startswith(("//", "/\\"))
    return to if is_ours and to.isprintable() else "/"

"""Who is asking, and what they may do."""

import time
from dataclasses import dataclass, replace
from typing import Annotated
from urllib.parse import unquote

from fastapi import Depends, Request

from onrecord.web.desk import Desk, desk_of
from onrecord.web.seals import (
    FORM_COOKIE,
    LONGEST_NAME,
    NAME_COOKIE,
    SIGN_IN_COOKIE,
    is_sealed_form,
    is_signed_in,
)
from onrecord.web.tokens import Scope, Token, find_token

_BEARER = "bearer "
_PUBLISHED = "This record is published read-only: nothing can be changed here."


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody with a browser or a program.

    Attributes:
        name: what judgements are signed with; "" where nobody has said it yet.
        is_known: whether the name is a token's, and not one that was typed in.
        is_reader: whether the desk is published: then no token allows more.
    """

    name: str
    scopes: frozenset[Scope]
    is_known: bool = False
    is_reader: bool = False


_READER = Visitor("", frozenset({Scope.READ}), is_reader=True)


class SignInNeededError(Exception):
    """The page is shown only to whoever has signed in."""


class RefusedError(Exception):
    """A change that may not be made; the message says why and what to do.

    Attributes:
        status: 403, or 429 with the seconds after which to try again.
    """

    def __init__(self, message: str, *, status: int = 403, wait: float = 0.0) -> None:
        super().__init__(message)
        self.status = status
        self.wait = wait


def page_visitor(request: Request) -> Visitor:
    """Who looks at a page.

    Raises:
        SignInNeededError: the desk can be reached from elsewhere, and nobody has signed in.
    """
    desk = desk_of(request)
    if desk.settings.read_only:
        return _READER
    token = _signed_in(desk, request.cookies.get(SIGN_IN_COOKIE, ""))
    if token is not None:
        return Visitor(token.name, token.scopes, is_known=True)
    if desk.settings.asks_for_sign_in:
        raise SignInNeededError
    name = unquote(request.cookies.get(NAME_COOKIE, ""))[:LONGEST_NAME].strip()
    return Visitor(name, frozenset(Scope))


def api_visitor(request: Request) -> Visitor:
    """Who asks the API: by a bearer token; reading needs none where pages need no sign-in.

    Raises:
        SignInNeededError: a token is needed and none is presented, or the one presented is wrong.
    """
    desk = desk_of(request)
    header = request.headers.get("authorization", "")
    if header.lower().startswith(_BEARER):
        token = find_token(desk.settings.tokens, header[len(_BEARER) :].strip())
        if desk.settings.read_only:
            # Of several workers none knows a token, and what all may see needs none.
            return _READER if token is None else replace(_READER, name=token.name, is_known=True)
        if token is None:
            raise SignInNeededError
        return Visitor(token.name, token.scopes, is_known=True)
    if desk.settings.asks_for_sign_in:
        # Whoever has signed in may follow the pages' links; to write takes a token each time.
        page_visitor(request)
    return Visitor("", frozenset({Scope.READ}), is_reader=desk.settings.read_only)


def _signed_in(desk: Desk, cookie: str) -> Token | None:
    now = time.time()
    for token in desk.settings.tokens:
        if is_signed_in(desk.secret, token.digest, cookie, now=now):
            return token
    return None


async def check_form(request: Request) -> None:
    """Refuse a form that did not come from one of our pages.

    Raises:
        RefusedError: another site sent it, or its token does not fit the cookie.
    """
    desk = desk_of(request)
    if desk.settings.read_only:
        raise RefusedError(_PUBLISHED)
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        raise RefusedError("This came from another site: go to the page itself and do it there.")
    form = await request.form()
    token = form.get("form_token")
    cookie = request.cookies.get(FORM_COOKIE, "")
    if not isinstance(token, str) or not is_sealed_form(desk.secret, cookie, token):
        raise RefusedError(
            "The page was open for too long, or the browser keeps no cookies: load the page again "
            "and repeat the step."
        )
    take_turn(request)


def take_turn(request: Request, owner: str = "") -> None:
    """Count one change of a client.

    Args:
        request: the change.
        owner: of the token that it was asked with; without one the address counts, and nothing
            that the client itself can choose.

    Raises:
        RefusedError: the client made too many in the last minute.
    """
    address = request.client.host if request.client else ""
    wait = desk_of(request).rates.take(f"token {owner}" if owner else f"address {address}")
    if wait:
        raise RefusedError(
            f"Too many changes in a short time: try again in {wait:.0f} s.", status=429, wait=wait
        )


def need(visitor: Visitor, scope: Scope) -> None:
    """Refuse what a visitor's scopes do not allow.

    Raises:
        RefusedError: they do not.
    """
    if scope not in visitor.scopes:
        if visitor.is_reader:
            raise RefusedError(_PUBLISHED)
        raise RefusedError(
            f"This needs a token with the scope “{scope.value}”: make one with "
            f"`onrecord token NAME --scope {scope.value}`."
        )


PageVisitor = Annotated[Visitor, Depends(page_visitor)]
ApiVisitor = Annotated[Visitor, Depends(api_visitor)]
TheDesk = Annotated[Desk, Depends(desk_of)]

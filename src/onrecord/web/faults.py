"""What is answered when something is wrong: a page that says what to do, or problem details.

The API answers as RFC 9457 says (application/problem+json).
"""

import json
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from onrecord.errors import LedgerError, OnrecordError, SettingsError
from onrecord.web.guard import BodyTooLargeError, dress
from onrecord.web.jobs import BusyError
from onrecord.web.pages.sign_in import write_way_to_sign_in
from onrecord.web.record import MissingError
from onrecord.web.rendering import render_page
from onrecord.web.visitors import RefusedError, SignInNeededError, Visitor, page_visitor

_API, _API_PAGE = "/api/", "/api/v1"


@dataclass(frozen=True, slots=True)
class Fault:
    """What went wrong, for a person.

    Attributes:
        title: in a few words.
        detail: what is wrong and what to do.
    """

    status: int
    title: str
    detail: str


def add_fault_pages(app: FastAPI) -> None:
    """Answer every error of an application in our words."""

    def answer(request: Request, error: Exception) -> Response:
        return answer_fault(request, _describe(error), error)

    for kind in (
        HTTPException,
        RequestValidationError,
        OnrecordError,
        RefusedError,
        BodyTooLargeError,
        Exception,
    ):
        app.add_exception_handler(kind, answer)
    app.add_exception_handler(SignInNeededError, _ask_to_sign_in)


def answer_fault(request: Request, fault: Fault, error: Exception | None = None) -> Response:
    """The answer to a request that failed.

    It is dressed here: where a bug is caught, it does not pass the guard any more.
    """
    return dress(_write_fault(request, fault, error))


def _write_fault(request: Request, fault: Fault, error: Exception | None) -> Response:
    headers = {}
    if isinstance(error, RefusedError) and error.wait:
        headers["retry-after"] = str(int(error.wait) + 1)
    if isinstance(error, HTTPException) and error.headers:
        headers.update(error.headers)
    if _is_for_programs(request):
        return write_problem(request, fault, headers)
    page = render_page(request, "fault", _find_visitor(request), status=fault.status, fault=fault)
    page.headers.update(headers)
    return page


def _is_for_programs(request: Request) -> bool:
    path = request.url.path
    return (path.startswith(_API) and path != _API_PAGE) or path in {
        "/healthz",
        "/readyz",
        "/metrics",
    }


def _find_visitor(request: Request) -> Visitor | None:
    """Who asks, for the ways that a page offers; nobody where a sign-in is needed."""
    try:
        return page_visitor(request)
    except SignInNeededError:
        return None


def write_problem(request: Request, fault: Fault, headers: dict[str, str]) -> Response:
    """Problem details after RFC 9457."""
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": fault.title,
        "status": fault.status,
        "detail": fault.detail,
        "instance": request.url.path,
    }
    return Response(
        json.dumps(body, ensure_ascii=False).encode("utf-8", "replace"),
        status_code=fault.status,
        media_type="application/problem+json",
        headers=headers,
    )


def _ask_to_sign_in(request: Request, _error: Exception) -> Response:
    if _is_for_programs(request):
        fault = Fault(401, "A token is needed", "Send a token as “Authorization: Bearer onr_…”.")
        return write_problem(request, fault, {"www-authenticate": "Bearer"})
    return RedirectResponse(write_way_to_sign_in(request), status_code=303)


def _describe(error: Exception) -> Fault:
    if isinstance(error, RequestValidationError):
        return Fault(422, "That does not fit", _describe_values(error))
    if isinstance(error, HTTPException):
        return _describe_status(error)
    if isinstance(error, MissingError):
        return Fault(404, "Not on record", str(error))
    if isinstance(error, RefusedError):
        title = (
            "Too many at once" if error.status == HTTPStatus.TOO_MANY_REQUESTS else "Not allowed"
        )
        return Fault(error.status, title, str(error))
    if isinstance(error, BodyTooLargeError):
        return Fault(413, "Too large", str(error))
    if isinstance(error, LedgerError):
        return Fault(503, "The ledger cannot be read", f"{error}.")
    if isinstance(error, BusyError):
        return Fault(429, "Too many at once", _sentence(str(error)))
    if isinstance(error, SettingsError):
        return Fault(422, "That does not fit", _sentence(str(error)))
    if isinstance(error, OnrecordError):
        return Fault(422, "That could not be read", _sentence(str(error)))
    return Fault(
        500,
        "This is our mistake",
        "The page could not be made; nothing was changed. What went wrong is written where "
        "`onrecord serve` runs: please report it with the last lines from there.",
    )


def _describe_status(error: HTTPException) -> Fault:
    if isinstance(error.__cause__, BodyTooLargeError):
        return Fault(413, "Too large", str(error.__cause__))
    known = {
        404: Fault(404, "No such page", "Check the address, or begin with the list of claims."),
        405: Fault(405, "Not done this way", "Go back to the page, and use its own buttons."),
    }
    other = Fault(error.status_code, HTTPStatus(error.status_code).phrase, str(error.detail))
    return known.get(error.status_code, other)


def _describe_values(error: RequestValidationError) -> str:
    """Each value that does not fit, by its name."""
    lines = []
    for one in error.errors():
        name = str(one["loc"][-1]) if one.get("loc") else "the request"
        message = str(one.get("msg", "is not right")).removeprefix("Value error, ")
        lines.append(f"“{name}”: {message}")
    return _sentence("; ".join(lines))


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "!", "?")) else ".")

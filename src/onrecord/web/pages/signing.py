"""What the forms of decisions share: whose name stands beside a decision, and where it leads."""

from typing import Annotated
from urllib.parse import quote, urlencode

from fastapi import Form
from fastapi.responses import RedirectResponse, Response

from onrecord.errors import SettingsError
from onrecord.web.seals import LONGEST_NAME, NAME_COOKIE
from onrecord.web.visitors import Visitor

_MONTH = 60 * 60 * 24 * 30

Field = Annotated[str, Form(max_length=100)]
Name = Annotated[str, Form(max_length=LONGEST_NAME)]
Later = Annotated[str, Form(max_length=6000)]


def name_of(visitor: Visitor, typed: str) -> str:
    """Who decides: the token's owner, else the name that was typed in, now or before.

    Raises:
        SettingsError: there is none.
    """
    name = visitor.name if visitor.is_known else (typed.strip() or visitor.name)
    if not name:
        raise SettingsError("a decision needs your name: type it into the field beside the keys")
    return name


def go_on(name: str, visitor: Visitor, skip: str, match: str = "") -> Response:
    """The way to the next suggestion, or to one again; `skip` names those that are put off."""
    given = {key: one for key, one in {"match": match, "skip": skip}.items() if one}
    query = f"?{urlencode(given, safe=',')}" if given else ""
    return keep_name(RedirectResponse(f"/review{query}", status_code=303), name, visitor)


def keep_name(answer: RedirectResponse, name: str, visitor: Visitor) -> Response:
    """An answer after which the name need not be typed in again."""
    if not visitor.is_known:
        answer.set_cookie(
            NAME_COOKIE, quote(name), max_age=_MONTH, httponly=True, samesite="strict"
        )
    return answer

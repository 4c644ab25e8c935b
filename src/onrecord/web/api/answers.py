"""How the API answers: JSON, CSV or JSON lines as asked, in pages, and only what has changed."""

import csv
import hashlib
import io
import json
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

from fastapi import HTTPException, Request, Response

from onrecord.export.contract import HIDDEN_LINE_BREAKS
from onrecord.export.tabular import guard_cell
from onrecord.fields import Fields
from onrecord.web.desk import desk_of
from onrecord.web.entity_tags import ANY, list_known
from onrecord.web.record import version_of

JSON, CSV, LINES = "application/json", "text/csv", "application/jsonl"
_ANYTHING = "*/*"
_NAMES = {
    JSON: (JSON, "application/*", _ANYTHING),
    CSV: (CSV, "text/*", _ANYTHING),
    LINES: (LINES, "application/x-ndjson", "application/*", _ANYTHING),
}
"""How each kind is asked for, the most telling name first."""
_PRIVATE = "private, no-cache"


def answer_list(
    request: Request,
    make_rows: Callable[[], Sequence[Fields]],
    *,
    limit: int,
    key: str = "id",
) -> Response:
    """A page of a list.

    Args:
        request: what was asked.
        make_rows: gives one row more than the limit where there is another page; not called where
            the asker has the answer already.
        limit: rows on a page.
        key: the field by which the next page is asked for.
    """
    kind = _choose_kind(request, (JSON, CSV, LINES))
    tag = _tag(request, kind)
    # There is always a list, if an empty one.
    if {tag, ANY} & list_known(request):
        return _not_changed(tag)
    found = make_rows()
    rows, more = found[:limit], len(found) > limit
    following = _address(request, str(rows[-1][key])) if more and rows else None
    headers = _headers(tag)
    if following is not None:
        headers["link"] = f'<{following}>; rel="next"'
    if kind == JSON:
        body = _write_json({"items": rows, "next": following})
    elif kind == CSV:
        body = _write_csv(rows)
    else:
        body = "".join(_write_line(row) for row in rows)
    return Response(_encode(body), media_type=_with_charset(kind), headers=headers)


def answer_one(request: Request, make_fields: Callable[[], Any]) -> Response:
    """One record, as JSON."""
    _choose_kind(request, (JSON,))
    tag = _tag(request, JSON)
    known = list_known(request)
    if tag in known:
        return _not_changed(tag)
    fields = make_fields()
    if ANY in known:
        return _not_changed(tag)
    return Response(_encode(_write_json(fields)), media_type=JSON, headers=_headers(tag))


def answer_change(fields: Fields, status: int, headers: dict[str, str] | None = None) -> Response:
    """What a change has made."""
    return Response(
        _encode(_write_json(fields)), status_code=status, media_type=JSON, headers=headers
    )


def _choose_kind(request: Request, offered: Sequence[str]) -> str:
    """The kind that is asked for most.

    Raises:
        HTTPException: 406, where none is offered.
    """
    asked: dict[str, tuple[float, int]] = {}
    for place, part in enumerate(request.headers.get("accept", _ANYTHING).split(",")):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        asked.setdefault(name or _ANYTHING, (_quality(parameters), place))
    wanted: list[tuple[float, int, int]] = []
    for order, kind in enumerate(offered):
        found = next((asked[name] for name in _NAMES[kind] if name in asked), None)
        # A quality of 0 says that the kind is not wanted.
        if found is not None and found[0] > 0:
            wanted.append((-found[0], found[1], order))
    if not wanted:
        raise HTTPException(406, f"This is given as {', '.join(offered)}.")
    return offered[min(wanted)[2]]


def _quality(parameters: Sequence[str]) -> float:
    for one in parameters:
        name, _, value = one.partition("=")
        if name.strip() == "q":
            try:
                return float(value)
            except ValueError:
                return 0.0
    return 1.0


def _tag(request: Request, kind: str) -> str:
    """Changes whenever the ledger does; another one for each address and kind."""
    version = version_of(desk_of(request).ledger)
    words = "\0".join((version, request.url.path, request.url.query, kind))
    return f'"{hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:20]}"'


def _not_changed(tag: str) -> Response:
    return Response(status_code=304, headers=_headers(tag))


def _headers(tag: str) -> dict[str, str]:
    return {"etag": tag, "cache-control": _PRIVATE, "vary": "accept"}


def _address(request: Request, after: str) -> str:
    """The address of the next page."""
    values = [(name, one) for name, one in request.query_params.multi_items() if name != "after"]
    return f"{request.url.path}?{urlencode([*values, ('after', after)])}"


def _write_json(fields: Any) -> str:
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


def _write_line(fields: Fields) -> str:
    return _write_json(fields).translate(HIDDEN_LINE_BREAKS) + "\n"


def _write_csv(rows: Sequence[Fields]) -> str:
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    if rows:
        writer.writerow(rows[0])
    writer.writerows([_cell(value) for value in row.values()] for row in rows)
    return page.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        value = "; ".join(value)
    return guard_cell(value if isinstance(value, str) else _write_json(value))


def _encode(text: str) -> bytes:
    """Halves of surrogate pairs, which no UTF-8 can hold, become question marks."""
    return text.encode("utf-8", "replace")


def _with_charset(kind: str) -> str:
    return f"{kind}; charset=utf-8" if kind == CSV else kind

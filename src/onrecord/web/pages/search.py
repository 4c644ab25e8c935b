"""The search with facets, and the same search as a feed that can be subscribed to.

A saved search is an address: nothing about it is stored.
"""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import HTMLResponse

from onrecord.errors import SettingsError
from onrecord.ledger.claims_shown import find_summaries_of, load_claims_of
from onrecord.ledger.facets import FacetQuery, count_facets, find_passages
from onrecord.ledger.found import FoundAttribution
from onrecord.records import Act, Basis, Form
from onrecord.web.rendering import render_page
from onrecord.web.values import Day, has_word, list_values, parse_choice, parse_day, parse_kind
from onrecord.web.visitors import PageVisitor, TheDesk

router = APIRouter(include_in_schema=False)

_A_PAGE = 30
_A_FEED = 25

Text = Annotated[str, Query(max_length=200)]
AnAct = Annotated[str, Query(max_length=20, json_schema_extra=list_values(Act))]
AForm = Annotated[str, Query(max_length=20, json_schema_extra=list_values(Form))]
ABasis = Annotated[str, Query(max_length=20, json_schema_extra=list_values(Basis))]
YesOrNo = Annotated[str, Query(max_length=20, json_schema_extra=list_values(("yes", "no")))]
Identity = Annotated[str, Query(max_length=40)]


def read_query(
    q: Text = "",
    source: Text = "",
    publisher: Text = "",
    act: AnAct = "",
    form: AForm = "",
    basis: ABasis = "",
    answered: YesOrNo = "",
    checked: YesOrNo = "",
    since: Day = "",
    until: Day = "",
) -> FacetQuery:
    """What an address asks for.

    Raises:
        SettingsError: a value is none of ours.
    """
    return FacetQuery(
        words=q.strip() or None,
        source=source or None,
        publisher=publisher or None,
        act=parse_kind(Act, act, "act"),
        form=parse_kind(Form, form, "form"),
        basis=parse_kind(Basis, basis, "basis"),
        answered=parse_choice(answered, "answered"),
        checked=parse_choice(checked, "checked"),
        since=parse_day(since, "since"),
        until=parse_day(until, "until"),
    )


Asked = Annotated[FacetQuery, Depends(read_query)]


def check_words(query: Asked) -> FacetQuery:
    """The same where there is something to search for.

    Raises:
        SettingsError: there is not.
    """
    if query.words and not has_word(query.words):
        raise SettingsError(
            f"there is no word to search for in “{query.words}”: give words or a name"
        )
    return query


Searched = Annotated[FacetQuery, Depends(check_words)]


@router.get("/search")
def show_search(
    request: Request, desk: TheDesk, visitor: PageVisitor, query: Searched, after: Identity = ""
) -> HTMLResponse:
    """Passages that fit, with how many there are of each kind."""
    found = find_passages(desk.ledger, query, limit=_A_PAGE + 1, after=after or None)
    shown = found[:_A_PAGE]
    return render_page(
        request,
        "search",
        visitor,
        query=query,
        values=write_values(query),
        passages=shown,
        facets=count_facets(desk.ledger, query),
        claims=find_summaries_of(desk.ledger, [one.attribution.id for one in shown]),
        after=after,
        next_after=shown[-1].attribution.id if len(found) > _A_PAGE else "",
    )


@router.get("/search.atom")
def feed_search(
    request: Request,
    desk: TheDesk,
    visitor: PageVisitor,  # noqa: ARG001
    query: Searched,
) -> Response:
    """The newest passages that fit as an Atom feed, with how their claims stand."""
    passages = find_passages(desk.ledger, query, limit=_A_FEED)
    claims = load_claims_of(desk.ledger, [one.attribution.id for one in passages])
    body = desk.templates.get_template("search.atom.xml.j2").render(
        base=str(request.base_url).rstrip("/"),
        values=write_values(query),
        passages=passages,
        claims=claims,
        updated=_last_day(passages),
    )
    return Response(body.lstrip(), media_type="application/atom+xml")


def write_values(query: FacetQuery) -> dict[str, str]:
    """The address's values of a query, in a fixed order."""
    values = {"q": query.words, **asdict(query)}
    del values["words"]
    values["since"], values["until"] = query.since, query.until
    choices = {True: "yes", False: "no"}
    return {
        name: choices[value] if isinstance(value, bool) else str(value)
        for name, value in values.items()
        if value is not None
    }


def _last_day(passages: tuple[FoundAttribution, ...]) -> str:
    days = [one.published_on for one in passages if one.published_on is not None]
    return f"{max(days).first_day if days else '1970-01-01'}T00:00:00Z"

"""What is put right beside a passage: its source, its claim, whether two go back to one origin."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form
from fastapi.responses import RedirectResponse, Response

from onrecord import judging
from onrecord.errors import SettingsError
from onrecord.ledger.by_id import find_article_of
from onrecord.ledger.claim_queries import list_fellows
from onrecord.ledger.ledger import Ledger
from onrecord.matches.record import Claim
from onrecord.records import Verdict
from onrecord.web import record
from onrecord.web.pages.signing import Field, Later, Name, go_on, keep_name, name_of
from onrecord.web.tokens import Scope
from onrecord.web.values import parse_kind
from onrecord.web.visitors import PageVisitor, TheDesk, check_form, need

router = APIRouter(include_in_schema=False)


@router.post("/review/source", dependencies=[Depends(check_form)])
def name_source(
    desk: TheDesk,
    visitor: PageVisitor,
    attribution: Field,
    source: Annotated[str, Form(max_length=400)],
    match: Field = "",
    who: Name = "",
    skip: Later = "",
) -> Response:
    """Record who a passage's source is: an entity of its article, by id or name."""
    need(visitor, Scope.JUDGE)
    name = name_of(visitor, who)
    if not attribution.startswith("att_") or find_article_of(desk.ledger, attribution) is None:
        raise record.MissingError(
            f"No passage has the id {attribution}. Its article may have been read anew: go on with "
            "the next."
        )
    judging.name_source(desk.ledger, attribution, source, who=name)
    return go_on(name, visitor, skip, match)


@router.post("/claims/{identity}/split", dependencies=[Depends(check_form)])
def split(
    identity: str, desk: TheDesk, visitor: PageVisitor, report: Field, who: Name = ""
) -> Response:
    """Record that a report is of another claim than all else in this one."""
    need(visitor, Scope.JUDGE)
    name = name_of(visitor, who)
    claim = _load_claim_with(desk.ledger, identity, report)
    fellows = set(list_fellows(desk.ledger, report))
    judging.split_claim(desk.ledger, report, who=name)
    # The claim may have had its id from the report that left it.
    stays = next((one.id for one in claim.reports if one.id in fellows), report)
    return keep_name(RedirectResponse(f"/claims/{stays}", status_code=303), name, visitor)


@router.post("/claims/{identity}/origins", dependencies=[Depends(check_form)])
def decide_origins(
    identity: str,
    desk: TheDesk,
    visitor: PageVisitor,
    first: Field,
    second: Field,
    verdict: Field,
    who: Name = "",
) -> Response:
    """Record whether two reports of a claim are of one origin."""
    need(visitor, Scope.JUDGE)
    name = name_of(visitor, who)
    chosen = parse_kind(Verdict, verdict, "verdict")
    if chosen not in {Verdict.ONE_ORIGIN, Verdict.TWO_ORIGINS}:
        raise SettingsError(f"“verdict” can be one_origin or two_origins; not {verdict!r}")
    claim = _load_claim_with(desk.ledger, identity, first, second)
    judging.judge(desk.ledger, chosen, (first, second), who=name)
    return keep_name(RedirectResponse(f"/claims/{claim.id}", status_code=303), name, visitor)


def _load_claim_with(ledger: Ledger, identity: str, *report_ids: str) -> Claim:
    """The claim of that id.

    Raises:
        MissingError: there is none, or one of these reports is not in it.
    """
    claim = record.load_claim(ledger, identity)
    known = {one.id for one in claim.reports}
    for one in report_ids:
        if one not in known:
            raise record.MissingError(f"No report with the id {one} is in this claim any more.")
    return claim

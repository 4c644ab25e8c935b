"""Whether the program runs, and whether it can answer: for whoever watches over it."""

from fastapi import APIRouter

from onrecord.web.record import version_of
from onrecord.web.visitors import TheDesk

router = APIRouter(tags=["health"])


@router.get("/healthz", summary="Whether the program runs")
def tell_health() -> dict[str, str]:
    """Always the same while it runs."""
    return {"status": "ok"}


@router.get("/readyz", summary="Whether the ledger can be read")
def tell_readiness(desk: TheDesk) -> dict[str, str]:
    """503 with problem details where the ledger cannot be read."""
    version_of(desk.ledger)
    return {"status": "ready"}

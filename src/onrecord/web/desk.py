"""What the pages share: the ledger, the settings, the templates, who is asking."""

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fastapi import Request

from onrecord.ledger.ledger import Ledger
from onrecord.web.rates import Rates
from onrecord.web.settings import WebSettings

if TYPE_CHECKING:
    import jinja2

    from onrecord.web.jobs import Jobs


@dataclass(frozen=True, slots=True)
class Desk:
    """One open ledger with everything that shows it.

    Attributes:
        secret: what forms and sign-ins are sealed with; new with every start.
        rates: how often each client may write.
    """

    ledger: Ledger
    settings: WebSettings
    templates: "jinja2.Environment"
    jobs: "Jobs"
    rates: Rates
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)


def desk_of(request: Request) -> Desk:
    """The desk that a request is made at."""
    desk: Desk = request.app.state.desk
    return desk

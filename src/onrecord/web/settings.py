"""What `onrecord serve` is told: read once, passed on."""

import ipaddress
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.errors import SettingsError
from onrecord.settings import FetchSettings
from onrecord.web.tokens import Token

LOOPBACK_NAMES = ("localhost", "127.0.0.1", "::1")
DEFAULT_PORT = 8017


@dataclass(frozen=True, slots=True)
class WebSettings:
    """How the page is served.

    Attributes:
        ledger: the file of the ledger, or the URL of a database; the URL may hold a password.
        host: the address to listen on.
        port: 0 for any free one.
        read_only: nothing can be written, so the pages need no sign-in.
        names: host names, besides loopback ones and `host`, under which the page may be asked for.
        tokens: who may sign in and write, with what scopes.
        reader: the reader of what is added.
        fetch: how addresses that are added are fetched.
        max_upload_bytes: largest body of a request.
        max_waiting: readings that may wait or run at once.
        writes_a_minute: changes that one client may make in a minute.
        metrics: whether requests are counted and shown at /metrics.
    """

    ledger: Path | str = field(repr=False)
    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    read_only: bool = False
    names: tuple[str, ...] = ()
    tokens: tuple[Token, ...] = ()
    reader: str = "neural"
    fetch: FetchSettings = field(default_factory=FetchSettings)
    max_upload_bytes: int = 20 * 1024 * 1024
    max_waiting: int = 20
    writes_a_minute: int = 120
    metrics: bool = False

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach the page."""
        return is_loopback(self.host)

    @property
    def asks_for_sign_in(self) -> bool:
        """Whether the pages are shown only to whoever signs in with a token."""
        return not self.is_loopback and not self.read_only


def is_loopback(host: str) -> bool:
    """Whether an address is this machine's own."""
    if host in LOOPBACK_NAMES:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def check_settings(settings: WebSettings) -> None:
    """Refuse to open a desk that anybody could write to.

    Raises:
        SettingsError: other machines could reach it, it can be written, and there is no token.
    """
    if settings.asks_for_sign_in and not settings.tokens:
        raise SettingsError(
            f"{settings.host} can be reached from other machines, and nobody has a token to sign "
            "in with: make one with `onrecord token NAME`, publish with --read-only, or leave "
            "out --host"
        )

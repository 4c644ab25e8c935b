"""What a site's robots.txt allows, read as RFC 9309 says."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from protego import Protego

MAX_ROBOTS_BYTES = 512 * 1024
"""Rules beyond this are not read (RFC 9309, section 2.5: at least 500 kibibytes)."""

_PRODUCT_TOKEN = re.compile(r"[A-Za-z_-]+")


def parse_robots(body: bytes) -> "Protego":
    """Read rules; lines that are no rules are passed over, whatever they are."""
    from protego import Protego

    return Protego.parse(body[:MAX_ROBOTS_BYTES].decode("utf-8-sig", errors="replace"))


def allows(rules: "Protego", url: str, user_agent: str) -> bool:
    """Whether the rules let this program fetch the address.

    Only the product token of the User-Agent ("onrecord") is compared: the words of its comment
    could match the groups of other programs.
    """
    token = _PRODUCT_TOKEN.match(user_agent)
    return bool(rules.can_fetch(url, token.group() if token else "*"))

"""The address that a page gives as its own, so that one page under ten addresses is one page.

After RFC 6596 (the canonical link relation) and the Open Graph protocol (`og:url`).
"""

from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONGEST = 2000
_SUBSITES = ("www.", "m.", "mobile.", "amp.")


def find_canonical(tree: "HtmlElement") -> str:
    """What a page says that its address is, as it is written there; "" where it says nothing."""
    for link in tree.iter("link"):
        if "canonical" in str(link.get("rel", "")).lower().split() and link.get("href"):
            return str(link.get("href")).strip()
    for meta in tree.iter("meta"):
        if meta.get("property") == "og:url" and meta.get("content"):
            return str(meta.get("content")).strip()
    return ""


def choose_address(fetched: str | None, canonical: str) -> str | None:
    """The address of a page.

    What the page says counts where it names a page of the site that it came from. A copy that names
    its original elsewhere stays where it is; a site that calls all its pages by its front page is
    not believed.

    Args:
        fetched: where the page came from; None for a file.
        canonical: what the page says, relative to `fetched` perhaps; "" for nothing.

    Returns:
        The address without its fragment; None for a file that names none.
    """
    if not canonical:
        return fetched
    try:
        named = urldefrag(urljoin(fetched or "", canonical)).url
        parts = urlsplit(named)
        host = parts.hostname or ""
    except ValueError:
        return fetched
    usable = (
        parts.scheme in {"http", "https"}
        and host
        and parts.path.strip("/")
        and len(named) <= _LONGEST
        and named.isprintable()
    )
    if not usable or (fetched is not None and not _is_one_site(host, fetched)):
        return fetched
    return named


def _is_one_site(host: str, fetched: str) -> bool:
    return _bare(host) == _bare(urlsplit(fetched).hostname or "")


def _bare(host: str) -> str:
    for prefix in _SUBSITES:
        host = host.removeprefix(prefix)
    return host

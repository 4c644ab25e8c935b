"""Web addresses in one strict reading: what is checked is what is connected to."""

import contextlib
import ipaddress
import re
import urllib.parse
from dataclasses import dataclass

from onrecord.errors import CaptureError

_PORTS = {"http": 80, "https": 443}
_HOST_NAME = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?", re.ASCII)
# After the WHATWG URL standard ("ends in a number"): system resolvers read such hosts as IPv4
# addresses in octal, hexadecimal or with parts left out.
_ENDS_IN_NUMBER = re.compile(r"(?:^|\.)(?:\d+|0x[0-9a-f]*)\.?$", re.ASCII)
_CREDENTIALS = re.compile(r"(?:(?<=//)|^)[^/?#]*@")


@dataclass(frozen=True, slots=True)
class WebUrl:
    """An http or https address without credentials and fragment.

    Attributes:
        host: a name in ASCII, or an IP address in its usual form, without brackets.
        target: path and query, percent-encoded, as they go into the request.
    """

    scheme: str
    host: str
    port: int
    target: str

    @property
    def netloc(self) -> str:
        """Host and port as in the Host header: the port only where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def site(self) -> str:
        """Scheme, host and port: what one robots.txt is about."""
        return f"{self.scheme}://{self.netloc}"

    def __str__(self) -> str:
        return f"{self.site}{self.target}"


def parse_url(url: str) -> WebUrl:
    """Read an absolute http or https address; the fragment is dropped.

    Raises:
        CaptureError: another scheme, no host, credentials, an address in an odd form
            (`0x7f000001`, `127.1`, `[fe80::1%eth0]`), or not an address at all.
    """
    from urllib3.exceptions import LocationParseError
    from urllib3.util import parse_url as split_url

    shown = _CREDENTIALS.sub("", url)
    try:
        parts = split_url(url.strip())
    except LocationParseError as error:
        raise CaptureError(f"{shown!r} is not a web address: check its spelling") from error
    if parts.scheme not in _PORTS:
        raise CaptureError(
            f"{shown!r} is not a web address that onrecord fetches: it must begin with "
            "https:// or http://"
        )
    if parts.auth is not None:
        raise CaptureError(
            f"{shown!r} was given with a user name or password: onrecord sends none, "
            "take them out of the address"
        )
    port = parts.port if parts.port is not None else _PORTS[parts.scheme]
    if port == 0:
        raise CaptureError(f"{shown!r} names port 0, which nobody serves")
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query is not None else "")
    return WebUrl(parts.scheme, _read_host(parts.host or "", shown), port, target)


def join_location(url: WebUrl, location: str) -> WebUrl:
    """The address that a redirect from `url` points to.

    Args:
        url: where the redirect came from.
        location: the Location header, in which servers also send raw UTF-8.
    """
    with contextlib.suppress(UnicodeError):  # really latin-1, or beyond it
        location = location.encode("latin-1").decode("utf-8")
    try:
        joined = urllib.parse.urljoin(str(url), location.strip())
    except ValueError as error:
        raise CaptureError(
            f"{url} redirects to {location!r}, which is not a web address"
        ) from error
    return parse_url(joined)


def _read_host(host: str, shown: str) -> str:
    try:
        if host.startswith("[") and "%" not in host:  # a zone names an interface of this machine
            return str(ipaddress.IPv6Address(host[1:-1]))
        if _ENDS_IN_NUMBER.search(host):
            return str(ipaddress.IPv4Address(host))
    except ValueError as error:
        raise CaptureError(
            f"{shown!r} writes its IP address in an odd form: write it in the usual one"
        ) from error
    if not _HOST_NAME.fullmatch(host):
        raise CaptureError(f"{shown!r} has no valid host name: check its spelling")
    return host

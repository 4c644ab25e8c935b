"""Which network addresses may be asked for a page: public ones, after the IANA registries."""

import ipaddress
import socket
from collections.abc import Callable
from enum import StrEnum

from onrecord.errors import CaptureError

Resolver = Callable[[str], tuple[str, ...]]
"""Turns a host name into its addresses; OSError where there are none."""

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


class AddressKind(StrEnum):
    """What an address is for; the value is the word that messages use."""

    PUBLIC = "public"
    LOOPBACK = "loopback"
    PRIVATE = "private"
    LINK_LOCAL = "link-local"
    METADATA = "cloud metadata"
    SHARED = "carrier-grade NAT"
    MULTICAST = "multicast"
    UNSPECIFIED = "unspecified"
    EMBEDDED = "IPv4-in-IPv6"
    RESERVED = "reserved"


_OPENED_BY_ALLOW_PRIVATE = frozenset(
    {AddressKind.LOOPBACK, AddressKind.PRIVATE, AddressKind.LINK_LOCAL}
)

# The first network that holds an address decides. Metadata services stand first: some of their
# addresses (Azure's) look public, the others must stay closed when private ones are allowed.
_NETWORKS = tuple(
    (ipaddress.ip_network(network), kind)
    for network, kind in (
        ("169.254.169.254", AddressKind.METADATA),
        ("169.254.170.2", AddressKind.METADATA),
        ("100.100.100.200", AddressKind.METADATA),
        ("168.63.129.16", AddressKind.METADATA),
        ("192.0.0.192", AddressKind.METADATA),
        ("fd00:ec2::254", AddressKind.METADATA),
        ("fd20:ce::254", AddressKind.METADATA),
        ("0.0.0.0/8", AddressKind.UNSPECIFIED),
        ("10.0.0.0/8", AddressKind.PRIVATE),
        ("100.64.0.0/10", AddressKind.SHARED),
        ("127.0.0.0/8", AddressKind.LOOPBACK),
        ("169.254.0.0/16", AddressKind.LINK_LOCAL),
        ("172.16.0.0/12", AddressKind.PRIVATE),
        ("192.0.0.0/24", AddressKind.RESERVED),
        ("192.0.2.0/24", AddressKind.RESERVED),
        ("192.88.99.0/24", AddressKind.RESERVED),
        ("192.168.0.0/16", AddressKind.PRIVATE),
        ("198.18.0.0/15", AddressKind.RESERVED),
        ("198.51.100.0/24", AddressKind.RESERVED),
        ("203.0.113.0/24", AddressKind.RESERVED),
        ("224.0.0.0/4", AddressKind.MULTICAST),
        ("240.0.0.0/4", AddressKind.RESERVED),
        ("0.0.0.0/0", AddressKind.PUBLIC),
        ("::", AddressKind.UNSPECIFIED),
        ("::1", AddressKind.LOOPBACK),
        ("::/96", AddressKind.EMBEDDED),  # IPv4-compatible, RFC 4291
        ("::ffff:0:0/96", AddressKind.EMBEDDED),  # IPv4-mapped, RFC 4291
        ("::ffff:0:0:0/96", AddressKind.EMBEDDED),  # IPv4-translated, RFC 2765
        ("64:ff9b:1::/48", AddressKind.EMBEDDED),  # local NAT64, RFC 8215
        ("2002::/16", AddressKind.EMBEDDED),  # 6to4, RFC 3056
        ("2001::/32", AddressKind.EMBEDDED),  # Teredo, RFC 4380
        ("2001::/23", AddressKind.RESERVED),
        ("2001:db8::/32", AddressKind.RESERVED),
        ("3fff::/20", AddressKind.RESERVED),
        ("fc00::/7", AddressKind.PRIVATE),
        ("fe80::/10", AddressKind.LINK_LOCAL),
        ("ff00::/8", AddressKind.MULTICAST),
        ("2000::/3", AddressKind.PUBLIC),  # all that is assigned as global unicast
        ("::/0", AddressKind.RESERVED),
    )
)
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def classify_address(address: IPAddress) -> AddressKind:
    """Say what an address is for.

    IPv6 is public only inside 2000::/3. Addresses that carry an IPv4 address inside are refused
    as such, except the well-known NAT64 prefix (RFC 6052): a network without IPv4 reaches every
    IPv4 site through it, so there the IPv4 address inside must be public.
    """
    if isinstance(address, ipaddress.IPv6Address) and address in _NAT64:
        inside = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        public = classify_address(inside) is AddressKind.PUBLIC
        return AddressKind.PUBLIC if public else AddressKind.EMBEDDED
    return next(kind for network, kind in _NETWORKS if address in network)


def resolve_host(host: str) -> tuple[str, ...]:
    """Ask the system's resolver for the addresses of a host, each once, in its order."""
    answers = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(answer[4][0]) for answer in answers))


def find_addresses(host: str, resolve: Resolver, *, allow_private: bool) -> tuple[str, ...]:
    """Resolve a host once and check every address; connect to these and resolve no further.

    One address that may not be asked spoils the host: a name with public and private addresses
    is a trap more often than a mistake.

    Args:
        host: a host name, or an address without brackets.
        resolve: is asked once, and not at all for an address.
        allow_private: also loopback, private and link-local addresses. The metadata services
            of clouds, multicast and the like stay closed.

    Raises:
        CaptureError: the host is not known, or an address of it may not be asked.
    """
    answers: tuple[str, ...]
    try:
        answers = (str(ipaddress.ip_address(host)),)
    except ValueError:
        answers = _ask_resolver(host, resolve)
    for answer in answers:
        kind = classify_address(ipaddress.ip_address(answer))
        if kind is AddressKind.PUBLIC or (allow_private and kind in _OPENED_BY_ALLOW_PRIVATE):
            continue
        raise CaptureError(
            f"{host} is at {answer}, a {kind} address: onrecord fetches from public addresses only"
        )
    return answers


def _describe(error: OSError | UnicodeError) -> str:
    if isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN:
        return "could not be looked up: check the network, and try again"
    return "was not found: check its spelling and the network"


def _ask_resolver(host: str, resolve: Resolver) -> tuple[str, ...]:
    try:
        answers = resolve(host)
    except (OSError, UnicodeError) as error:
        raise CaptureError(f"the host {host} {_describe(error)}") from error
    if not answers:
        raise CaptureError(f"the host {host} has no address: check its spelling")
    return answers

import ipaddress
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.captures.addresses import (
    AddressKind,
    classify_address,
    find_addresses,
    resolve_host,
)
from onrecord.errors import CaptureError

TABLE = {
    "8.8.8.8": "public",
    "1.1.1.1": "public",
    "172.15.255.255": "public",
    "172.32.0.0": "public",
    "100.63.255.255": "public",
    "100.128.0.0": "public",
    "223.255.255.255": "public",
    "127.0.0.1": "loopback",
    "127.255.255.254": "loopback",
    "10.0.0.1": "private",
    "172.16.0.1": "private",
    "172.31.255.255": "private",
    "192.168.1.1": "private",
    "169.254.1.1": "link-local",
    "169.254.169.254": "cloud metadata",
    "168.63.129.16": "cloud metadata",
    "100.100.100.200": "cloud metadata",
    "100.64.0.1": "carrier-grade NAT",
    "100.127.255.255": "carrier-grade NAT",
    "0.0.0.0": "unspecified",
    "0.1.2.3": "unspecified",
    "192.0.0.8": "reserved",
    "192.0.2.1": "reserved",
    "198.18.0.1": "reserved",
    "198.51.100.7": "reserved",
    "203.0.113.7": "reserved",
    "240.0.0.1": "reserved",
    "255.255.255.255": "reserved",
    "224.0.0.251": "multicast",
    "239.255.255.255": "multicast",
    "2606:4700:4700::1111": "public",
    "2a00:1450:4001::1": "public",
    "64:ff9b::8.8.8.8": "public",
    "::1": "loopback",
    "::": "unspecified",
    "fc00::1": "private",
    "fd12:3456::1": "private",
    "fd00:ec2::254": "cloud metadata",
    "fd20:ce::254": "cloud metadata",
    "fe80::1": "link-local",
    "fe80::1%eth0": "link-local",
    "fec0::1": "reserved",
    "ff02::1": "multicast",
    "2001:db8::1": "reserved",
    "2001:20::1": "reserved",
    "100::1": "reserved",
    "5f00::1": "reserved",
    "::ffff:127.0.0.1": "IPv4-in-IPv6",
    "::ffff:8.8.8.8": "IPv4-in-IPv6",
    "::127.0.0.1": "IPv4-in-IPv6",
    "::ffff:0:127.0.0.1": "IPv4-in-IPv6",
    "64:ff9b::10.0.0.1": "IPv4-in-IPv6",
    "64:ff9b::169.254.169.254": "IPv4-in-IPv6",
    "64:ff9b:1::8.8.8.8": "IPv4-in-IPv6",
    "2002:7f00:1::": "IPv4-in-IPv6",
    "2002:808:808::1": "IPv4-in-IPv6",
    "2001:0:7f00:1::": "IPv4-in-IPv6",
}


@pytest.mark.parametrize(("address", "kind"), TABLE.items())
def test_every_address_has_its_kind(address, kind):
    assert classify_address(ipaddress.ip_address(address)) == kind


@given(st.ip_addresses())
def test_no_address_that_python_calls_special_is_public(address):
    if classify_address(address) is AddressKind.PUBLIC:
        assert not address.is_multicast
        assert address.is_global or address in ipaddress.ip_network("64:ff9b::/96")


@given(st.ip_addresses(v=4))
def test_no_form_of_ipv4_in_ipv6_opens_a_closed_address(address):
    if classify_address(address) is AddressKind.PUBLIC:
        return
    value = int(address)
    for form in (
        value,
        0xFFFF << 32 | value,
        0xFFFF << 48 | value,
        0x64FF9B << 96 | value,
        0x64FF9B0001 << 80 | value,
        0x2002 << 112 | value << 80,
        0x20010000 << 96 | (value ^ 0xFFFFFFFF),
    ):
        assert classify_address(ipaddress.IPv6Address(form)) is not AddressKind.PUBLIC


@given(st.ip_addresses(v=6, network="2a00::/12"), st.ip_addresses(v=6, network="2600::/12"))
def test_the_networks_of_the_registries_are_public(european, american):
    assert classify_address(european) is classify_address(american) is AddressKind.PUBLIC


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:4700::1111"])
def test_an_address_is_not_resolved(address):
    def resolve(host: str) -> tuple[str, ...]:
        raise AssertionError(host)

    assert find_addresses(address, resolve, allow_private=False) == (address,)


def test_all_public_addresses_of_a_host_are_found_in_order():
    answers = ("2606:4700::1111", "93.184.215.14")
    assert find_addresses("news.example", lambda _: answers, allow_private=False) == answers


@pytest.mark.parametrize("position", [0, 1])
def test_one_private_address_spoils_a_host(position):
    answers = ["93.184.215.14", "93.184.215.15"]
    answers[position] = "10.0.0.5"
    with pytest.raises(CaptureError, match=r"news\.example is at 10\.0\.0\.5, a private address"):
        find_addresses("news.example", lambda _: tuple(answers), allow_private=False)


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.1", "169.254.1.1", "::1", "fd12::1"])
def test_private_addresses_open_on_request(address):
    found = find_addresses("inside.example", lambda _: (address,), allow_private=True)
    assert found == (address,)


@pytest.mark.parametrize(
    "address", ["169.254.169.254", "fd00:ec2::254", "224.0.0.1", "0.0.0.0", "::ffff:127.0.0.1"]
)
def test_metadata_and_other_special_addresses_never_open(address):
    with pytest.raises(CaptureError, match="public addresses only"):
        find_addresses("trap.example", lambda _: (address,), allow_private=True)


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (socket.gaierror(socket.EAI_NONAME, "Name not known"), "was not found: check its spelling"),
        (socket.gaierror(socket.EAI_AGAIN, "Temporary"), "could not be looked up: check the net"),
        (UnicodeError("label"), "was not found: check its spelling"),
        (OSError(5, "Input/output error"), "was not found: check its spelling"),
    ],
)
def test_an_unknown_host_says_what_to_check(failure, words):
    def resolve(_host: str) -> tuple[str, ...]:
        raise failure

    with pytest.raises(CaptureError) as told:
        find_addresses("nowhere.example", resolve, allow_private=False)
    assert str(told.value).startswith(f"the host nowhere.example {words}")
    assert "Errno" not in str(told.value)


def test_a_host_without_addresses_is_refused():
    with pytest.raises(CaptureError, match="has no address"):
        find_addresses("empty.example", lambda _: (), allow_private=False)


def test_the_system_resolver_gives_each_address_once():
    addresses = resolve_host("127.0.0.1")
    assert addresses == ("127.0.0.1",)

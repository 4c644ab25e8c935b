import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.captures.weburls import join_location, parse_url
from onrecord.errors import CaptureError


@pytest.mark.parametrize(
    ("url", "read"),
    [
        ("https://news.example", "https://news.example/"),
        (" HTTPS://News.Example:443/a/../B?q=1#part ", "https://news.example/B?q=1"),
        ("http://news.example:8080/", "http://news.example:8080/"),
        ("http://news.example:80/?", "http://news.example/?"),
        ("https://news.example/стаття?я=ü", None),
        ("https://новини.example/", "https://xn--b1amarcd.example/"),
        ("http://[2606:4700::1111]:81/", "http://[2606:4700::1111]:81/"),
        ("http://93.184.215.14/", "http://93.184.215.14/"),
        ("http://with_underscore.example./", "http://with_underscore.example./"),
    ],
)
def test_addresses_are_read_in_one_form(url, read):
    parsed = parse_url(url)
    assert str(parsed).isascii()
    if read is not None:
        assert str(parsed) == read
    assert parse_url(str(parsed)) == parsed


@pytest.mark.parametrize(
    "url",
    [
        "ftp://news.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "news.example/a",
        "//news.example/a",
        "/a/b",
        "",
    ],
)
def test_other_schemes_are_refused(url):
    with pytest.raises(CaptureError, match="must begin with https:// or http://"):
        parse_url(url)


@pytest.mark.parametrize(
    "host",
    [
        "0x7f000001",
        "0x7f.1",
        "127.1",
        "2130706433",
        "0177.0.0.1",
        "127.0.0.01",
        "127.0.0.1.",
        "1.2.3.4.5",
        "256.1.1.1",
        "news.example.0x7f",
    ],
)
def test_ip_addresses_in_odd_forms_are_refused(host):
    with pytest.raises(CaptureError, match="odd form"):
        parse_url(f"http://{host}/")


@pytest.mark.parametrize(
    "url",
    [
        "http:///a",
        "http://",
        "http://[fe80::1%25eth0]/",
        "http://[::1/",
        "http://[nonsense]/",
        "http://a b.example/",
        "http://a\r\nHost: b/",
        "http://news%2fexample/",
        "http://news..example/",
        "http://１２７.0.0.1/",
        "http://127。0。0。1/",
        "http://news.example:99999/",
        "http://news.example:x/",
        "http://news.example:0/",
    ],
)
def test_broken_addresses_are_refused(url):
    with pytest.raises(CaptureError):
        parse_url(url)


@pytest.mark.parametrize("secret", ["ana:hunter2@", "hunter2@", "a@hunter2@", "hunter2:@"])
def test_credentials_are_refused_and_not_repeated(secret):
    with pytest.raises(CaptureError, match="user name or password") as caught:
        parse_url(f"https://{secret}news.example/")
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize(
    ("location", "to"),
    [
        ("/b?c", "https://news.example/b?c"),
        ("b", "https://news.example/sub/b"),
        ("//other.example/b", "https://other.example/b"),
        ("http://other.example", "http://other.example/"),
        ("/caf\u00c3\u00a9", "https://news.example/caf%C3%A9"),
        ("/caf\u00e9", "https://news.example/caf%C3%A9"),
        ("/стаття", "https://news.example/%D1%81%D1%82%D0%B0%D1%82%D1%82%D1%8F"),
        ("", "https://news.example/sub/a"),
    ],
)
def test_redirects_are_joined(location, to):
    assert str(join_location(parse_url("https://news.example/sub/a"), location)) == to


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "http://127.1/", "http://a:b@c.example/", "http://[x/"]
)
def test_redirects_are_checked_like_any_address(location):
    with pytest.raises(CaptureError):
        join_location(parse_url("https://news.example/"), location)


@given(st.text() | st.text().map(lambda text: f"http://{text}"))
def test_any_text_is_an_address_or_an_expected_error(text):
    try:
        url = parse_url(text)
    except CaptureError:
        return
    assert str(url).isascii()
    assert not any(char.isspace() for char in str(url))


@given(st.text())
def test_any_location_leads_somewhere_or_to_an_expected_error(location):
    try:
        join_location(parse_url("https://news.example/"), location)
    except CaptureError:
        return

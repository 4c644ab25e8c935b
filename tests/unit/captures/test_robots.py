import pytest

from onrecord.captures.robots import MAX_ROBOTS_BYTES, allows, parse_robots

AGENT = "onrecord/0.1.0 (reads news articles; one request a page)"
PAGE = "https://news.example/politics/talks?page=2"


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        ("", True),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /politics/", False),
        ("User-agent: *\nDisallow: /sport/", True),
        ("User-agent: *\nDisallow: /politics/\nAllow: /politics/talks", True),
        ("User-agent: *\nDisallow: /*?page=", False),
        ("User-agent: onrecord\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        ("User-agent: OnRecord\nAllow: /\n\nUser-agent: *\nDisallow: /", True),
        ("User-agent: news\nDisallow: /", True),
        ("<!doctype html><title>No such page</title>", True),
        ("\ufeffUser-agent: *\r\nDisallow: /\r\n", False),
    ],
)
def test_rules_are_read_for_this_program(rules, allowed):
    assert allows(parse_robots(rules.encode()), PAGE, AGENT) is allowed


def test_rules_beyond_the_limit_are_not_read():
    padding = b"# nothing\n" * (MAX_ROBOTS_BYTES // 10 + 1)
    assert allows(parse_robots(padding + b"User-agent: *\nDisallow: /"), PAGE, AGENT)


def test_bytes_that_are_no_rules_do_no_harm():
    assert allows(parse_robots(bytes(range(256)) * 10), PAGE, AGENT)

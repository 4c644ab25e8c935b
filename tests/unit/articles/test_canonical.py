"""The address that a page gives as its own."""

import pytest

from ledger_examples import NOON
from onrecord.articles.canonical import choose_address
from onrecord.articles.extraction import extract_article
from onrecord.records import Capture

PAGE = "https://lannock-times.example/news/ferry"


@pytest.mark.parametrize(
    ("fetched", "canonical", "address"),
    [
        (None, PAGE, PAGE),
        (None, "", None),
        (None, "/news/ferry", None),
        (f"{PAGE}?utm_source=mail", PAGE, PAGE),
        (f"{PAGE}?page=2#top", "/news/ferry#top", PAGE),
        ("https://m.lannock-times.example/x", PAGE, PAGE),
        ("https://mirror.example/ferry", PAGE, "https://mirror.example/ferry"),
        (f"{PAGE}?id=3", "https://lannock-times.example/", f"{PAGE}?id=3"),
        (PAGE, "javascript:alert(1)//x", PAGE),
        (PAGE, "https://[", PAGE),
        (PAGE, f"{PAGE}/{'x' * 3000}", PAGE),
    ],
)
def test_a_page_is_believed_about_its_own_site_alone(
    fetched: str | None, canonical: str, address: str | None
) -> None:
    assert choose_address(fetched, canonical) == address


@pytest.mark.parametrize(
    "tag",
    [
        f'<link rel="canonical" href="{PAGE}">',
        f'<link href="{PAGE}" rel="shortlink canonical">',
        f'<meta property="og:url" content="{PAGE}">',
    ],
)
def test_one_page_under_two_addresses_is_one_article(tag: str) -> None:
    body = (
        f"<html><head><title>Ferry stays in port</title>{tag}</head><body><article>"
        "<p>The old ferry at Lannock stayed in port on Monday after a collision in the fog.</p>"
        "<p>The harbour master, Ida Sorrel, said that 40 passengers were hurt in the collision.</p>"
        "</article></body></html>"
    ).encode()
    addresses = (f"{PAGE}?ref=a", f"{PAGE}?ref=b")
    found = [
        extract_article(Capture(one, body, NOON, url=one, media_type="text/html"))
        for one in addresses
    ]
    assert found[0].url == PAGE
    assert found[0].id == found[1].id

"""No text of an article, and no text of an address, becomes markup, a script or a link."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from lxml import html
from starlette.testclient import TestClient

from onrecord.ledger.ledger import open_ledger
from onrecord.records import Reading
from web_payloads import list_payloads, store_hostile
from web_story import make_client

PAYLOADS = list_payloads()
OUR_SCRIPTS = ("theme.js", "htmx.min.js", "desk.js")
TAGS = set(
    """html head meta title link script noscript body a header div p svg rect path circle text
    tspan g nav ul ol li form input button span main h1 h2 h3 section aside article time b strong
    footer dialog dl dt dd kbd label details summary figure figcaption blockquote mark sup sub bdi
    table thead tbody tr th td textarea pre code select option em i br""".split()
)  # fmt: skip
MARK_RULE = re.compile(
    r"(?:[#.~:(),\s]|has|is|hover|focus-within|target|row|r1-?[acfpw]\d+)+\{background:var\(--lit\)\}"
)
OUR_HTMX = {
    "hx-get", "hx-trigger", "hx-target", "hx-select", "hx-swap", "hx-replace-url",
}  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, list[Reading]]]:
    path = Path(tmp_path_factory.mktemp("hostile")) / "hostile.db"
    with open_ledger(path) as ledger:
        readings = store_hostile(ledger)
    with make_client(path) as client:
        yield client, readings


def check_page(text: str) -> html.HtmlElement:
    """Parse a page as a browser would; everything in it must be ours."""
    page = html.fromstring(text)
    for one in page.iter():
        if not isinstance(one.tag, str):
            continue
        assert one.tag in TAGS, one.tag
        for name, value in one.attrib.items():
            assert not name.startswith(("on", "data-hx", "hx-on", "style", "srcdoc")), (
                one.tag,
                name,
            )
            assert not name.startswith("hx-") or name in OUR_HTMX, name
            if name in {"href", "src", "action", "hx-get", "formaction"}:
                assert_leads_nowhere_else(one.tag, value)
    scripts = [one.get("src") for one in page.iter("script")]
    assert [urlsplit(one).path for one in scripts] == [f"/static/{name}" for name in OUR_SCRIPTS]
    assert not [one for one in page.iter("meta") if one.get("http-equiv")]
    return page


def open_page(client: TestClient, path: str) -> html.HtmlElement:
    """A page that is there; everything in it must be ours."""
    answer = client.get(path)
    assert answer.status_code == 200, path
    assert answer.headers["content-type"].startswith("text/html")
    return check_page(answer.text)


def assert_leads_nowhere_else(tag: str, value: str) -> None:
    if value.startswith(("#", "?")):
        return
    if value.startswith("/"):
        assert not value.startswith(("//", "/\\")), value
        return
    assert tag == "a", (tag, value)
    assert value.startswith(("http://", "https://")), value


def test_there_are_more_than_two_hundred_payloads() -> None:
    assert len(PAYLOADS) >= 200


def test_every_article_shows_its_payload_as_text(
    hostile: tuple[TestClient, list[Reading]],
) -> None:
    client, readings = hostile
    for reading in readings:
        page = open_page(client, f"/articles/{reading.article.id}")
        shown = page.get_element_by_id("r1-title").text_content()
        expected = reading.article.title.replace("\x00", "\ufffd").replace("\r", "\ufffd")
        assert shown.split() == expected.split()


def test_marks_of_an_article_are_a_stylesheet_without_its_words(
    hostile: tuple[TestClient, list[Reading]],
) -> None:
    client, readings = hostile
    for reading in readings[::4]:
        answer = client.get(f"/articles/{reading.article.id}/marks.css")
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/css")
        rules = answer.text.splitlines()
        assert rules
        assert all(MARK_RULE.fullmatch(one) for one in rules)


@pytest.mark.parametrize(
    "path",
    ["/", "/changes", "/story", "/story?q=Ann", "/articles", "/sources", "/search", "/review"],
)
def test_lists_of_hostile_records_are_clean(
    hostile: tuple[TestClient, list[Reading]], path: str
) -> None:
    open_page(hostile[0], path)


def test_pages_of_hostile_claims_sources_and_positions_are_clean(
    hostile: tuple[TestClient, list[Reading]],
) -> None:
    client, readings = hostile
    claims = client.get("/api/v1/claims?limit=200").json()["items"]
    assert sum(one["reports"] for one in claims) > 200
    for one in claims:
        open_page(client, f"/claims/{one['id']}")
    for reading in readings[::4]:
        name = reading.entities[0].name
        open_page(client, f"/sources/{quote(name, safe='')}")
        open_page(client, f"/positions?pos={reading.positions[0].id}")


def test_the_feed_of_hostile_passages_is_well_formed(
    hostile: tuple[TestClient, list[Reading]],
) -> None:
    answer = hostile[0].get("/search.atom")
    assert answer.status_code == 200
    feed = html.etree.fromstring(answer.content)
    atom = "{http://www.w3.org/2005/Atom}"
    tags = {one.tag.removeprefix(atom) for one in feed.iter() if isinstance(one.tag, str)}
    assert tags <= {
        "feed", "title", "id", "link", "updated", "author", "name", "entry", "content",
    }  # fmt: skip


SHOWN, REFUSED, MISSING = {200}, {422}, {404}


@pytest.mark.parametrize(
    ("template", "statuses"),
    [
        ("/?q={}", SHOWN), ("/search?q={}", SHOWN), ("/search?source={}", SHOWN),
        ("/search?publisher={}", SHOWN), ("/search?act={}", REFUSED), ("/search?after={}", SHOWN | REFUSED),
        ("/story?q={}", SHOWN), ("/sources?q={}", SHOWN), ("/sources/{}", SHOWN | MISSING),
        ("/articles?publisher={}", SHOWN), ("/articles?since={}", REFUSED), ("/articles/{}", MISSING),
        ("/claims/{}", MISSING), ("/claims/x?as_of={}", REFUSED), ("/passages/{}", MISSING),
        ("/positions?pos={}", MISSING), ("/review?skip={}", SHOWN), ("/add/{}", MISSING),
        ("/sign-in?to={}", SHOWN), ("/{}", MISSING), ("/static/{}", MISSING),
    ],
)  # fmt: skip
def test_nothing_that_is_asked_for_comes_back_as_markup(
    hostile: tuple[TestClient, list[Reading]], template: str, statuses: set[int]
) -> None:
    found = set()
    for payload in PAYLOADS[::6]:
        answer = hostile[0].get(template.format(quote(payload, safe="")), follow_redirects=False)
        found.add(answer.status_code)
        check_page(answer.text)
    assert found == statuses


def test_the_api_gives_hostile_texts_as_data_only(
    hostile: tuple[TestClient, list[Reading]],
) -> None:
    client, _ = hostile
    for path in ("articles", "attributions", "responses", "claims", "sources", "changes"):
        answer = client.get(f"/api/v1/{path}")
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert json.loads(answer.text)["items"]
    for payload in PAYLOADS[::6]:
        answer = client.get(f"/api/v1/claims/{quote(payload, safe='')}")
        assert answer.status_code == 404
        assert answer.headers["content-type"] == "application/problem+json"


def test_a_spreadsheet_takes_no_cell_for_a_formula(
    hostile: tuple[TestClient, list[Reading]],
) -> None:
    import csv
    import io

    answer = hostile[0].get("/api/v1/articles?limit=200", headers={"accept": "text/csv"})
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.reader(io.StringIO(answer.text)))
    assert len(rows) > 100
    assert not [cell for row in rows[1:] for cell in row if cell.startswith(("=", "+", "@"))]

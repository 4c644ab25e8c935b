import re
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import html
from starlette.testclient import TestClient

PAGES = (
    "/", "/changes", "/story", "/story?q=Orlasca", "/articles", "/sources", "/search",
    "/search?q=telephone", "/review", "/add", "/method", "/api/v1",
)  # fmt: skip
MOST_CRAWLED = 220


def claim_about_the_call(client: TestClient) -> str:
    found = client.get("/api/v1/claims", params={"q": "talked telephone"}).json()["items"]
    return str(found[0]["id"])


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_a_title_one_heading_and_nothing_inline(
    reading_client: TestClient, path: str
) -> None:
    answer = reading_client.get(path)
    page = html.fromstring(answer.text)
    assert answer.status_code == 200
    assert re.fullmatch(r".+ · onrecord", page.findtext(".//title"))
    assert len(page.findall(".//h1")) == 1
    assert not page.xpath("//style | //script[not(@src)] | //*[@style]")
    assert not [name for one in page.iter() for name in one.attrib if name.startswith("on")]


@pytest.mark.parametrize(
    ("path", "way_on"),
    [
        ("/", "/add"), ("/changes", None), ("/story", "/add"), ("/story?q=Orlasca", "/story"), ("/articles", "/add"),
        ("/sources", "/add"), ("/search", "/add"), ("/search?q=telephone", "/search"), ("/review", "/add"),
    ],
)  # fmt: skip
def test_pages_of_an_empty_ledger_say_what_to_do(
    empty_client: TestClient, path: str, way_on: str | None
) -> None:
    """One place says why there is nothing, with the way on, where there is one."""
    answer = empty_client.get(path)
    assert answer.status_code == 200
    (empty,) = html.fromstring(answer.text).find_class("empty")
    assert empty.findtext("h2")
    assert len(empty.findtext("p").split()) > 5
    assert empty.xpath(".//a/@href") == ([way_on] if way_on else [])


def test_no_link_of_any_page_is_broken(reading_client: TestClient) -> None:
    waiting, seen, broken = ["/"], {"/"}, []
    while waiting and len(seen) < MOST_CRAWLED:
        path = waiting.pop(0)
        answer = reading_client.get(path, follow_redirects=True)
        if answer.status_code != 200:
            broken.append((path, answer.status_code))
        if "text/html" not in answer.headers["content-type"]:
            continue
        page = html.fromstring(answer.text)
        here = str(answer.url)
        for link in page.xpath("//a/@href | //link/@href | //script/@src"):
            target = urlsplit(urljoin(here, link))
            if target.hostname != "localhost":
                continue
            if target.fragment and target.path == urlsplit(here).path and not target.query:
                assert page.xpath("//*[@id=$id]", id=target.fragment), (path, link)
            address = target.path + (f"?{target.query}" if target.query else "")
            if address not in seen:
                seen.add(address)
                waiting.append(address)
    assert not broken
    assert len(seen) > 150


def test_a_claim_shows_status_origins_answers_and_history(reading_client: TestClient) -> None:
    page = reading_client.get(f"/claims/{claim_about_the_call(reading_client)}").text
    for words in ("confirmed by Neda Orlasca", "Origin 1", "has not answered yet", "denies"):
        assert words in page


def test_a_claim_as_of_a_day_knows_nothing_of_later_days(reading_client: TestClient) -> None:
    path = f"/claims/{claim_about_the_call(reading_client)}"
    page = html.fromstring(reading_client.get(path, params={"as_of": "2025-03-04"}).text)
    shown = page.find(".//main").text_content()
    assert "unanswered" in page.find_class("verdict")[0].text_content()
    assert "confirmed by" not in "".join(
        one.text_content() for one in page.find_class("changes") + page.find_class("verdict")
    )
    assert "acknowledged" not in shown


def test_a_report_s_id_leads_to_its_claim(reading_client: TestClient) -> None:
    claim = reading_client.get(f"/api/v1/claims/{claim_about_the_call(reading_client)}").json()
    answer = reading_client.get(f"/claims/{claim['reports'][1]['id']}", follow_redirects=False)
    assert answer.headers["location"] == f"/claims/{claim['id']}"


def test_a_passage_s_address_leads_to_its_place_in_the_article(reading_client: TestClient) -> None:
    for kind in ("attributions?limit=30", "responses"):
        for one in reading_client.get(f"/api/v1/{kind}").json()["items"]:
            answer = reading_client.get(f"/passages/{one['id']}", follow_redirects=False)
            path, _, fragment = answer.headers["location"].partition("#")
            assert path == f"/articles/{one['article_id']}"
            page = html.fromstring(reading_client.get(path).text)
            assert page.xpath("//*[@id=$id]", id=fragment)


def test_an_article_is_shown_whole_and_in_order(reading_client: TestClient) -> None:
    one = reading_client.get("/api/v1/articles").json()["items"][3]
    text = reading_client.get(f"/api/v1/articles/{one['id']}").json()["article"]["text"]
    page = html.fromstring(reading_client.get(f"/articles/{one['id']}").text)
    for mark in page.xpath(
        "//p[@class='prose']//*[contains(@class, 'bracket') or contains(@class, 'tag')]"
    ):
        mark.drop_tree()
    shown = "\n\n".join(one.text_content() for one in page.find_class("prose"))
    assert shown.split() == text.split()


def test_the_walk_through_one_source_s_passages_is_a_ring(reading_client: TestClient) -> None:
    one = reading_client.get("/api/v1/articles").json()["items"][0]
    page = html.fromstring(reading_client.get(f"/articles/{one['id']}").text)
    cards = {card.get("id"): card for card in page.find_class("card") if card.get("id")}
    start = next(card for card in cards.values() if card.find_class("walk"))
    seen = [start.get("id")]
    while True:
        following = cards[seen[-1]].find_class("walk")[0].findall("a")[1].get("href")[1:]
        if following == seen[0]:
            break
        assert cards[following].get("data-speaker") == start.get("data-speaker")
        seen.append(following)
    assert len(seen) > 1


def test_a_story_has_three_lanes_a_drawing_with_a_table_twin_and_a_matrix(
    reading_client: TestClient,
) -> None:
    page = html.fromstring(reading_client.get("/story?q=Orlasca").text)
    heads = [one.text_content() for one in page.find_class("lanes")[0].findall(".//thead//th")]
    assert heads == ["Day", "Said", "Published", "Answered"]
    drawn = {
        one.text_content().split(":")[0]
        for one in page.xpath("//*[name()='title'][parent::*[@class='band']]")
    }
    written = page.find_class("twin")[0].text_content()
    assert drawn
    assert all(name in written for band in drawn for name in band.split(" → "))
    assert page.find_class("matrix")[0].find_class("cell")


def test_second_hand_cells_are_told_apart_without_colour(reading_client: TestClient) -> None:
    page = html.fromstring(reading_client.get("/story?q=Orlasca").text)
    hatched = page.xpath("//a[contains(@class, 'cell') and contains(@class, 'second')]")
    assert hatched
    assert all("on another’s word" in one.text_content() for one in hatched)


def test_a_cell_opens_its_passages(reading_client: TestClient) -> None:
    page = html.fromstring(reading_client.get("/story?q=Orlasca").text)
    cell = page.find_class("cell")[0]
    opened = html.fromstring(reading_client.get(cell.get("href")).text)
    assert opened.xpath("//section[@id='passages']//a[starts-with(@href, '/passages/pos_')]")


def test_a_source_is_found_under_all_its_names(reading_client: TestClient) -> None:
    page = reading_client.get("/sources/Neda%20Orlasca").text
    for words in ("by name", "by a pronoun", "direct quotes", "Orvenian Prime Minister"):
        assert words in page
    wanted = html.fromstring(reading_client.get("/sources/Neda%20Orlasca?did=denied").text)
    acts = {
        one.text_content()
        for one in wanted.xpath("//li[contains(@class,'found-passage')]//span[@class='act']")
    }
    assert acts
    assert all("den" in act or "decline" in act for act in acts)


def test_facets_narrow_the_search_down_by_what_they_promise(reading_client: TestClient) -> None:
    page = html.fromstring(reading_client.get("/search?q=telephone").text)
    links = page.find_class("facets")[0].xpath(".//li/a")
    assert len(links) > 20
    for link in links:
        promised = int(link.find_class("count")[0].text_content())
        found = html.fromstring(reading_client.get(link.get("href")).text)
        assert int(found.find_class("found")[0].find("b").text_content()) == promised


def test_pages_of_a_search_have_every_passage_once(reading_client: TestClient) -> None:
    path, seen = "/search", []
    while path:
        page = html.fromstring(reading_client.get(path).text)
        seen += page.xpath("//a[@data-open]/@href")
        path = next(iter(page.xpath("//a[@rel='next']/@href")), "")
    total = html.fromstring(reading_client.get("/search").text).find_class("found")[0]
    assert len(seen) == len(set(seen)) == int(total.find("b").text_content())


def test_a_search_is_an_atom_feed_with_the_change_inside_the_entry(
    reading_client: TestClient,
) -> None:
    answer = reading_client.get("/search.atom?q=telephone&source=Neda Orlasca")
    feed = html.etree.fromstring(answer.content)
    names = {"a": "http://www.w3.org/2005/Atom"}
    assert answer.headers["content-type"].startswith("application/atom+xml")
    assert len(feed.xpath("//a:entry", namespaces=names)) == 2
    assert any(
        "7 Mar 2025: confirmed by Neda Orlasca" in one
        for one in feed.xpath("//a:content/text()", namespaces=names)
    )
    ids = feed.xpath("//a:id/text()", namespaces=names)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/nowhere", 404, "Check the address"),
        ("/claims/clm_0000000000000000", 404, "No claim has the id"),
        ("/articles/art_0000000000000000", 404, "No article has the id"),
        ("/passages/att_0000000000000000", 404, "No passage has the id"),
        ("/sources/Nobody%20Atall", 404, "Nothing is attributed to"),
        ("/search?act=shouts", 422, "can be says, claims"),
        ("/search?since=yesterday", 422, "not a date of the form"),
        ("/search?q=%22%22", 422, "no word to search for"),
        ("/claims/clm_6ee22d4127c9e1b0?as_of=2025-99", 422, "as_of"),
        ("/search?q=" + "x" * 300, 422, "at most 200"),
        ("/add/nothing", 404, "long over"),
    ],
)
def test_a_fault_says_what_to_do(
    reading_client: TestClient, path: str, status: int, words: str
) -> None:
    answer = reading_client.get(path)
    assert answer.status_code == status
    assert words in html.fromstring(answer.text).find(".//main").text_content()
    assert "Traceback" not in answer.text


def test_figures_on_the_method_page_are_those_of_the_model_card(
    reading_client: TestClient,
) -> None:
    from story_ledger import DISPATCHES

    card = (DISPATCHES.parents[1] / "docs/model.md").read_text("utf-8")
    rows = {
        name: re.search(rf"^{re.escape(name)} .*$", card, re.MULTILINE)[0].split()
        for name in ("full", "full recall", "pairs")
    }
    precision, recall, f1 = rows["full"][1:4]
    direct, _, _, _, _, _, indirect, _, _ = rows["full recall"][2:]
    nested_precision, nested_recall = rows["pairs"][1:3]
    people = re.search(r"two trained\s+people against each other (\d+\.\d)", card)[1]
    page = html.fromstring(reading_client.get("/method").text)
    section = page.xpath("//h2[@id='scores']/following-sibling::p[1]")[0].text_content()
    assert re.findall(r"\d+\.\d", section) == [
        precision, recall, f1, people, direct, indirect, nested_precision, nested_recall,
    ]  # fmt: skip


def twice_read(client: TestClient) -> str:
    found = client.get("/api/v1/articles", params={"publisher": "Lowland"}).json()["items"]
    return str(found[0]["id"])


def test_a_page_that_was_read_twice_tells_what_became_of_its_claims(
    reading_client: TestClient,
) -> None:
    article_id = twice_read(reading_client)
    article = reading_client.get(f"/articles/{article_id}").text
    assert f'href="/articles/{article_id}/versions"' in article
    page = html.fromstring(reading_client.get(f"/articles/{article_id}/versions").text)
    assert page.findtext(".//h1") == "2 versions of one page"
    shifts = [heading.text for heading in page.findall(".//h3")]
    assert "Lost attribution" in shifts
    found = reading_client.get(f"/api/v1/articles/{article_id}/versions").json()
    assert len(found["versions"]) == 2
    assert len(found["revisions"]) == len(shifts)
    for link in page.xpath("//a[starts-with(@href, '/passages/')]/@href"):
        assert reading_client.get(link).status_code == 200


def test_versions_of_an_unknown_article_are_not_on_record(reading_client: TestClient) -> None:
    assert reading_client.get("/articles/art_0000000000000000/versions").status_code == 404
    assert reading_client.get("/api/v1/articles/art_0000000000000000/versions").status_code == 404

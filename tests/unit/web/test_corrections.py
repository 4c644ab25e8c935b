"""What an editor puts right beside a passage: its source, or the claim that it is in."""

import json

from lxml import html
from starlette.testclient import TestClient

from story_ledger import read_story
from web_story import form_token_of, make_client, make_tokens

WHO = "Ada Quill"


def open_page(client: TestClient, path: str) -> html.HtmlElement:
    return html.fromstring(client.get(path).text)


def post_form(client: TestClient, form: html.HtmlElement, **fields: str) -> int:
    values = {**dict(form.form_values()), **fields}
    return int(client.post(form.get("action"), data=values).status_code)


def find_claim(client: TestClient, words: str = "talked telephone") -> dict[str, object]:
    found = client.get("/api/v1/claims", params={"q": words}).json()["items"][0]
    return dict(client.get(f"/api/v1/claims/{found['id']}").json())


def sources_of(client: TestClient, report_id: str) -> list[str]:
    claim = client.get(f"/api/v1/claims/{report_id}", follow_redirects=True).json()
    return [one["source"] for one in claim["reports"] if one["id"] == report_id]


def pick_source_form(client: TestClient) -> tuple[html.HtmlElement, str, str, str]:
    """The first form of the queue with its passage, and the last name that it offers."""
    form = open_page(client, "/review").xpath("//form[@action='/review/source']")[0]
    option = form.xpath(".//option[@value != '']")[-1]
    attribution = form.xpath(".//input[@name='attribution']/@value")[0]
    return form, attribution, option.get("value"), option.text_content().split(" (")[0]


def last_of(client: TestClient) -> str:
    return " ".join(open_page(client, "/review").find_class("undo")[0].text_content().split())


def test_a_source_that_was_named_stands_on_the_page_of_the_claim_until_it_is_undone(
    client: TestClient,
) -> None:
    form, attribution, entity, name = pick_source_form(client)
    before = sources_of(client, attribution)
    assert before != [name]
    values = {**dict(form.form_values()), "source": entity, "who": WHO}
    shown = html.fromstring(client.post("/review/source", data=values).text)
    assert shown.xpath("//input[@name='match']/@value")[0] == values["match"]
    assert name in [one.text_content() for one in shown.xpath("//figure//bdi[@class='name']")]
    assert last_of(client).startswith(f"Your last: the source is {name}")
    assert sources_of(client, attribution) == [name]
    report = open_page(client, f"/claims/{attribution}").xpath(
        f"//li[contains(@class, 'report')][.//a[contains(@href, '{attribution}')]]"
    )[0]
    assert name in report.find_class("trail")[0].text_content()
    assert f"source named by {WHO}" in report.text_content()
    undo = open_page(client, "/review").find_class("undo")[0]
    assert post_form(client, undo) == 200
    assert sources_of(client, attribution) == before
    assert "source named by" not in client.get(f"/claims/{attribution}").text


def show_passage(client: TestClient, attribution: str, name: str) -> dict[str, list[str]]:
    """The blocks that show a passage in its article and in lists of what one source said."""
    address = client.get(f"/passages/{attribution}", follow_redirects=False).headers["location"]
    row = f"//li[.//a[@href='/passages/{attribution}']]"
    ways = {
        address: f"//li[@id='r1-c{address.rpartition('-p')[2]}']",
        f"/sources/{name}": row,
        f"/search?source={name}": row,
    }
    return {
        path: [" ".join(one.text_content().split()) for one in open_page(client, path).xpath(way)]
        for path, way in ways.items()
    }


def test_a_source_that_was_named_stands_with_who_named_it_wherever_the_passage_is_shown(
    client: TestClient,
) -> None:
    form, attribution, entity, name = pick_source_form(client)
    before = show_passage(client, attribution, name)
    assert [len(blocks) for blocks in before.values()] == [1, 0, 0]
    assert not any("named by" in one for blocks in before.values() for one in blocks)
    assert post_form(client, form, source=entity, who=WHO) == 200
    for path, blocks in show_passage(client, attribution, name).items():
        assert len(blocks) == 1, path
        assert f"source named by {WHO}" in blocks[0], path
        if not path.startswith("/sources"):
            assert name in blocks[0], path
    assert post_form(client, open_page(client, "/review").find_class("undo")[0]) == 200
    assert show_passage(client, attribution, name) == before


def test_a_source_that_was_named_stands_with_who_named_it_for_programs_too(
    client: TestClient,
) -> None:
    form, attribution, entity, name = pick_source_form(client)

    def list_named() -> list[str | None]:
        found = client.get("/api/v1/attributions", params={"source": name, "limit": 200}).json()
        return [one["named_by"] for one in found["items"] if one["id"] == attribution]

    assert list_named() == []
    assert attribution not in client.get("/search.atom", params={"source": name}).text
    assert post_form(client, form, source=entity, who=WHO) == 200
    assert list_named() == [WHO]
    feed = client.get("/search.atom", params={"source": name}).text
    assert attribution in feed
    assert f"Source named by {WHO}." in feed


def test_both_passages_offer_the_names_of_their_own_articles_but_not_the_source_they_have(
    client: TestClient,
) -> None:
    page = open_page(client, "/review")
    forms = page.xpath("//form[@action='/review/source']")
    assert len(forms) == 2
    for form in forms:
        attribution = form.xpath(".//input[@name='attribution']/@value")[0]
        passage = client.get(f"/passages/{attribution}", follow_redirects=False)
        address = passage.headers["location"].partition("#")[0]
        article = client.get(f"/api/v1{address}").json()
        entities = {one["id"] for one in article["entities"]}
        own = {one["entity"] for one in article["attributions"] if one["id"] == attribution}
        assert set(form.xpath(".//option/@value")) - {""} == entities - own


def test_a_source_can_be_given_by_its_name_too(client: TestClient) -> None:
    form, attribution, _, name = pick_source_form(client)
    assert post_form(client, form, source=name.upper(), who=WHO) == 200
    assert sources_of(client, attribution) == [name]


def test_a_source_that_the_article_does_not_name_is_refused_with_the_names(
    client: TestClient,
) -> None:
    form, attribution, _, name = pick_source_form(client)
    before = sources_of(client, attribution)
    values = {**dict(form.form_values()), "source": "Nobody Atall", "who": WHO}
    answer = client.post("/review/source", data=values)
    assert answer.status_code == 422
    assert "nobody" in answer.text
    assert name in answer.text
    assert post_form(client, form, source="x", who=" ") == 422
    assert post_form(client, form, source=name, attribution="att_0000", who=WHO) == 404
    assert sources_of(client, attribution) == before


def test_the_export_of_judgements_has_the_name_that_was_given(client: TestClient) -> None:
    form, attribution, entity, name = pick_source_form(client)
    post_form(client, form, source=entity, who=WHO)
    row = json.loads(client.get("/review/judgements.jsonl").text)
    assert (row["verdict"], row["first"]["id"], row["second"]["id"], row["second"]["source"]) == (
        "source",
        attribution,
        entity,
        name,
    )


def test_a_report_is_taken_out_of_its_claim_and_put_back_by_one_undo(client: TestClient) -> None:
    before = find_claim(client)
    ids = [one["id"] for one in before["reports"]]
    assert len(ids) > 2
    page = open_page(client, f"/claims/{before['id']}")
    form = page.xpath(f"//form[contains(@action, '/split')][input[@value='{ids[0]}']]")[0]
    assert post_form(client, form, who=WHO) == 200
    left = client.get(f"/api/v1/claims/{ids[1]}", follow_redirects=True).json()
    assert ids[0] not in {one["id"] for one in left["reports"]}
    assert "taken out of a claim, from among" in last_of(client)
    undo = open_page(client, "/review").find_class("undo")[0]
    assert post_form(client, undo) == 200
    again = client.get(f"/api/v1/claims/{ids[1]}", follow_redirects=True).json()
    assert {one["id"] for one in again["reports"]} == set(ids)
    assert open_page(client, "/review").find_class("undo") == []


def test_a_report_of_another_claim_is_not_taken_out(client: TestClient) -> None:
    claim = find_claim(client)
    page = open_page(client, f"/claims/{claim['id']}")
    form = page.xpath("//form[contains(@action, '/split')]")[0]
    assert post_form(client, form, report="att_0000000000000000", who=WHO) == 404
    assert client.get("/review/judgements.jsonl").text == ""


def test_who_may_not_judge_is_offered_nothing_and_corrects_nothing() -> None:
    with make_client(read_story(), read_only=True) as client:
        claim = find_claim(client)
        assert "/split" not in client.get(f"/claims/{claim['id']}").text
        assert "/review/source" not in client.get("/review").text
    tokens, secrets = make_tokens()
    with make_client(read_story(), host="0.0.0.0", tokens=tokens) as client:
        sealed = form_token_of(client, "/sign-in")
        client.post("/sign-in", data={"form_token": sealed, "token": secrets["read"], "to": "/"})
        for path, fields in (
            ("/review/source", {"attribution": "att_0", "source": "x"}),
            (f"/claims/{claim['id']}/split", {"report": claim["reports"][0]["id"]}),
        ):
            answer = client.post(path, data={"form_token": sealed, "who": WHO, **fields})
            assert answer.status_code == 403
            assert "scope" in answer.text
